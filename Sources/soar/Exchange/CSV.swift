import RunStore

/// Comma-separated values after RFC 4180.
enum CSV {
  /// Any text as one field. Scalars are looked at: a carriage return with a line feed is one
  /// character.
  static func quoted(_ field: String) -> String {
    let needsQuotes = field.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r"
    }
    guard needsQuotes || field.hasPrefix(" ") || field.hasSuffix(" ") else { return field }
    return enclosed(field)
  }

  private static func enclosed(_ field: String) -> String {
    "\"" + field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  /// A value of the store as a field: NULL is empty, and an empty text is two quotes.
  ///
  /// - Parameter isGuarded: puts an apostrophe before what a spreadsheet would take for a formula.
  static func field(_ value: StoredValue, isGuarded: Bool) -> String {
    switch value {
    case .null: return ""
    case .integer(let number): return "\(number)"
    case .real(let number): return "\(number)"
    case .text(let text):
      guard !text.isEmpty else { return "\"\"" }
      return isGuarded && isFormula(text) ? enclosed("'" + text) : quoted(text)
    case .blob(let data):
      return data.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
  }

  /// Whether a spreadsheet would compute the text, as OWASP lists the beginnings: generated text may
  /// be anything. A plain number is none, whatever its sign.
  static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    let beginnings: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
    return beginnings.contains(first) && Double(text) == nil
  }
}
