/// Comma-separated values after RFC 4180.
package enum CSV {
  /// Any text as one field. Scalars are looked at: a carriage return with a line feed is one
  /// character.
  package static func quoted(_ field: String) -> String {
    let needsQuotes = field.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r"
    }
    guard needsQuotes || field.hasPrefix(" ") || field.hasSuffix(" ") else { return field }
    return enclosed(field)
  }

  package static func enclosed(_ field: String) -> String {
    "\"" + field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  /// Whether a spreadsheet would compute the text, as OWASP lists the beginnings: generated text may
  /// be anything. A plain number is none, whatever its sign.
  package static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    let beginnings: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
    return beginnings.contains(first) && Double(text) == nil
  }
}
