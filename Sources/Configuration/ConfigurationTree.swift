import Diagnostics
import Foundation

/// A configuration as data, between Codable values, the user's YAML and the written file. Mappings
/// keep their order, scalars keep their text (so doubles round-trip bit for bit), and values read
/// from a file know their line.
struct ConfigurationTree: Sendable, Equatable {
  enum Content: Sendable, Equatable {
    case scalar(Scalar)
    case list([ConfigurationTree])
    case mapping([Entry])
  }

  struct Entry: Sendable, Equatable {
    var key: String
    var value: ConfigurationTree
    /// Line of the key, from 1.
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

  /// What a message reports as found: `'abc'`, `1.5`, `a list`, `nothing`.
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
  /// strings, and a leading zero does not make a number octal.
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

  /// Checks the first character, because the regular expressions below are much slower.
  private static func mayBeNumber(_ text: String) -> Bool {
    text.utf8.first.map { byte in
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "+-.".utf8.contains(byte)
    } ?? false
  }

  /// Matches `-12`, `1_000`, `0xFF`.
  private static func isInteger(_ text: String) -> Bool {
    text.wholeMatch(of: /[-+]?(0|[1-9][0-9]*(_[0-9]+)*|0x[0-9a-fA-F]+)/) != nil
  }

  /// Matches `1.`, `.5`, `1e-3`, `-2.5E+4`.
  private static func isDecimal(_ text: String) -> Bool {
    text.wholeMatch(of: /[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?/) != nil
      && text.wholeMatch(of: /[-+]?0[0-9]+/) == nil
  }

  /// The value as an integer of type `I`; nil if it is not an integer or does not fit.
  func integer<I: FixedWidthInteger>(as type: I.Type) -> I? {
    guard kind == .integer else { return nil }
    let digits = text.replacing("_", with: "")
    guard let marker = digits.range(of: "0x") else { return I(digits) }
    return I(digits.replacingCharacters(in: marker, with: ""), radix: 16)
  }

  /// The value as a double; accepts integers. Nil for anything else, including NaN and decimals
  /// outside the range of doubles.
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

/// Path of a value: `soar.groupSize`, `arms[2].name`.
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
