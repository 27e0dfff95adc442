/// Writes a ``ConfigurationTree`` as block YAML, one key per line, in tree order. The same value
/// gives the same bytes, so the text can be hashed.
struct YAMLWriter {
  private var text = ""

  static func text(_ tree: ConfigurationTree) -> String {
    var writer = YAMLWriter()
    switch tree.content {
    case .mapping(let entries) where !entries.isEmpty: writer.write(entries, indent: 0)
    default: writer.text = inline(tree) + "\n"
    }
    return writer.text
  }

  private mutating func write(
    _ entries: [ConfigurationTree.Entry], indent: Int, firstLead: String? = nil
  ) {
    for (index, entry) in entries.enumerated() {
      let lead = index == 0 ? firstLead : nil
      text += (lead ?? String(repeating: " ", count: indent)) + Self.quoted(entry.key) + ":"
      writeValue(entry.value, indent: indent + 2)
    }
  }

  private mutating func writeValue(_ tree: ConfigurationTree, indent: Int) {
    switch tree.content {
    case .mapping(let entries) where !entries.isEmpty:
      text += "\n"
      write(entries, indent: indent)
    case .list(let elements) where elements.contains(where: \.isMapping):
      text += "\n"
      for element in elements {
        let lead = String(repeating: " ", count: indent) + "- "
        if case .mapping(let entries) = element.content, !entries.isEmpty {
          write(entries, indent: indent + 2, firstLead: lead)
        } else {
          text += lead + Self.inline(element) + "\n"
        }
      }
    default:
      text += " \(Self.inline(tree))\n"
    }
  }

  /// The tree on one line.
  static func inline(_ tree: ConfigurationTree) -> String {
    switch tree.content {
    case .scalar(let scalar):
      switch scalar.kind {
      case .string: quoted(scalar.text)
      case .null: "null"
      case .integer, .double, .bool: scalar.text
      }
    case .list(let elements):
      "[" + elements.map(inline).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\(quoted($0.key)): \(inline($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  /// A letter, `_` or `/`, followed by these, digits, `.` and `-`. Hand-written: regular
  /// expressions are parsed anew on each use, which took nine tenths of a grid's expansion time.
  private static func isWord(_ string: String) -> Bool {
    func isStart(_ byte: UInt8) -> Bool {
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "/")
    }
    guard let first = string.utf8.first, isStart(first) else { return false }
    return string.utf8.allSatisfy { byte in
      isStart(byte) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-")
    }
  }

  /// Plain if unambiguous, otherwise double-quoted.
  private static func quoted(_ string: String) -> String {
    let isPlain =
      isWord(string)
      && ConfigurationTree.Scalar(plain: string).kind == .string
      && !["yes", "no", "on", "off", "y", "n"].contains(string.lowercased())
    if isPlain { return string }
    var quoted = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        if scalar.isPrintableInYAML {
          quoted.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
      }
    }
    return quoted + "\""
  }
}

extension ConfigurationTree {
  fileprivate var isMapping: Bool {
    if case .mapping = content { return true }
    return false
  }
}

extension Unicode.Scalar {
  fileprivate var isPrintableInYAML: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }
}
