import Diagnostics
import Foundation

/// A configuration as data: what lies between a Codable value, the user's YAML and the file that
/// is written back. Mappings keep their order, scalars keep their text (so that a double returns
/// bit for bit), and everything that was read from a file knows its line.
struct ConfigurationTree: Sendable, Equatable {
  enum Content: Sendable, Equatable {
    case scalar(Scalar)
    case list([ConfigurationTree])
    case mapping([Entry])
  }

  struct Entry: Sendable, Equatable {
    var key: String
    var value: ConfigurationTree
    /// The line of the key, from 1.
    var line: Int?
  }

  struct Scalar: Sendable, Equatable {
    enum Kind: Sendable { case integer, double, bool, string, null }

    var kind: Kind
    var text: String
  }

  var content: Content
  var line: Int?

  static func scalar(_ kind: Scalar.Kind, _ text: String) -> ConfigurationTree {
    ConfigurationTree(content: .scalar(Scalar(kind: kind, text: text)))
  }

  /// What a message says was found: `'abc'`, `1.5`, `a list`, `nothing`.
  var found: String {
    switch content {
    case .list: "a list"
    case .mapping: "a mapping"
    case .scalar(let scalar):
      switch scalar.kind {
      case .null: "nothing"
      case .string: "'\(scalar.text.shortened(to: 60))'"
      case .integer, .double, .bool: scalar.text.shortened(to: 60)
      }
    }
  }

  var isNull: Bool {
    if case .scalar(let scalar) = content { return scalar.kind == .null }
    return false
  }
}

extension ConfigurationTree.Scalar {
  /// Types a plain scalar by YAML 1.2's core schema, without its traps: `yes` and `off` are
  /// strings, and a leading zero makes no octal number.
  init(plain text: String) {
    let kind: Kind =
      switch text {
      case "", "~", "null", "Null", "NULL": .null
      case "true", "True", "TRUE", "false", "False", "FALSE": .bool
      case ".inf", "+.inf", "-.inf", ".nan": .double
      default:
        if !Self.mayBeNumber(text) {
          .string
        } else if Self.isInteger(text) {
          .integer
        } else if Self.isDecimal(text) {
          .double
        } else {
          .string
        }
      }
    self.init(kind: kind, text: text)
  }

  /// By its first character, as the expressions below cost much more.
  private static func mayBeNumber(_ text: String) -> Bool {
    text.utf8.first.map { byte in
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "+-.".utf8.contains(byte)
    } ?? false
  }

  /// `-12`, `1_000`, `0xFF`.
  private static func isInteger(_ text: String) -> Bool {
    text.wholeMatch(of: /[-+]?(0|[1-9][0-9]*(_[0-9]+)*|0x[0-9a-fA-F]+)/) != nil
  }

  /// `1.`, `.5`, `1e-3`, `-2.5E+4`.
  private static func isDecimal(_ text: String) -> Bool {
    text.wholeMatch(of: /[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?/) != nil
      && text.wholeMatch(of: /[-+]?0[0-9]+/) == nil
  }

  /// The value as an integer of any width; nil when it is no integer or does not fit.
  func integer<I: FixedWidthInteger>(as type: I.Type) -> I? {
    guard kind == .integer else { return nil }
    let digits = text.replacing("_", with: "")
    guard let marker = digits.range(of: "0x") else { return I(digits) }
    return I(digits.replacingCharacters(in: marker, with: ""), radix: 16)
  }

  /// The value as a double; integers count. Nil for anything else, for not-a-number and for a
  /// decimal beyond the range of doubles.
  var double: Double? {
    if let whole = integer(as: Int64.self) { return Double(whole) }
    if kind == .integer { return integer(as: UInt64.self).map(Double.init) }
    guard kind == .double else { return nil }
    switch text {
    case ".inf", "+.inf": return .infinity
    case "-.inf": return -.infinity
    default:
      guard let value = Double(text.hasSuffix(".") ? text + "0" : text) else { return nil }
      return value.isFinite ? value : nil
    }
  }

  var bool: Bool? { kind == .bool ? text.lowercased() == "true" : nil }

  var string: String? { kind == .string ? text : nil }
}

/// Where a value stands: `soar.groupSize`, `arms[2].name`.
struct DottedPath: Sendable {
  private(set) var text = ""

  func key(_ key: String) -> DottedPath {
    var path = self
    path.text += text.isEmpty ? key : ".\(key)"
    return path
  }

  func index(_ index: Int) -> DottedPath {
    var path = self
    path.text += "[\(index)]"
    return path
  }
}
