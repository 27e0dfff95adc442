/// Comma-separated values, RFC 4180.
package enum CSV {
  /// Quotes any text as one field. Checks scalars, because a carriage return plus line feed is a
  /// single character.
  package static func quoted(_ field: String) -> String {
    let needsQuotes = field.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r"
    }
    let ends = [field.unicodeScalars.first, field.unicodeScalars.last]
    guard needsQuotes || ends.contains(" ") else { return field }
    return enclosed(field)
  }

  package static func enclosed(_ field: String) -> String {
    "\"" + field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  /// Whether a spreadsheet would evaluate the text as a formula, by OWASP's list of prefixes;
  /// generated text can contain anything. Plain numbers, with or without sign, are not formulas.
  package static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    let beginnings: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
    return beginnings.contains(first) && Double(text) == nil
  }
}
