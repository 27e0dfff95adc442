/// Builds markdown in which text written by a model or a user stays text.
package enum Markdown {
  /// Any text as running text or a table cell. Keeps letters, digits, spaces, and punctuation that
  /// cannot mean anything to markdown, HTML or an automatic linker; other punctuation becomes an
  /// entity, and control characters become visible.
  package static func escape(_ text: String, limit: Int = 400) -> String {
    let scalars = Array(text.unicodeScalars.prefix(limit))
    var escaped = ""
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : nil
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      if isPlain(scalar, before: before, after: after) {
        escaped.unicodeScalars.append(scalar)
      } else if scalar == "\n" || scalar == "\t" || scalar == "\r" {
        escaped += " "
      } else if scalar.isASCII, scalar.value > 32, scalar.value < 127 {
        escaped += "&#\(scalar.value);"
      } else {
        escaped += "&#92;u&#123;\(String(scalar.value, radix: 16))&#125;"
      }
    }
    return text.unicodeScalars.count > limit ? escaped + " …" : escaped
  }

  private static func isPlain(
    _ scalar: Unicode.Scalar, before: Unicode.Scalar?, after: Unicode.Scalar?
  ) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", "(", ")", "%", ",", ";", "'", "\"", "?":
      return true
    case "-", "/", "+", "=":
      // List marks and underlines at a line's start; plain text after a word.
      return before?.isWordCharacter == true || (before == " " && scalar != "=" || before == "-")
    case ".":
      // Allows numbers and sentence ends, but not host names.
      return after.map { !$0.isLetter } ?? true
    case ":":
      return after.map { $0 == " " } ?? true
    case "_", "@":
      // `R_t`, `pass@8`.
      guard let before, let after else { return false }
      return before.isWordCharacter && after.isWordCharacter
    default:
      guard !scalar.isASCII else { return false }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
        return false
      default: return true
      }
    }
  }

  /// The same in code font, for model-written text.
  static func code(_ text: String, limit: Int = 400) -> String {
    "<code>\(escape(text, limit: limit))</code>"
  }

  /// A table; cells must be safe already. If `numeric`, columns after the first `leading` are
  /// right-aligned.
  static func table(
    _ header: [String], _ rows: [[String]], numeric: Bool = true, leading: Int = 1
  ) -> String {
    let rule = header.indices.map { $0 < leading || !numeric ? "---" : "---:" }
    return ([header, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool { properties.isAlphabetic }
  fileprivate var isWordCharacter: Bool { isLetter || ("0"..."9").contains(self) }
}

extension Markdown {
  /// A figure in `figures/` beside the text, with its caption.
  static func image(_ figure: any Figure) -> String {
    let path = "figures/\(figure.fileName)"
    return """
      ![\(escape(figure.fileName))](\(path).png)

      *\(escape(figure.caption, limit: 4000))* [SVG](\(path).svg), \
      [script](\(path).gnuplot), [data](\(path).dat)
      """
  }
}
