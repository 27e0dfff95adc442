/// Text for markdown, built so that what a model or a user wrote stays text.
package enum Markdown {
  /// Any text as running text or as a table's cell. Letters, digits and spaces stand as they are;
  /// punctuation stands where it can mean nothing to markdown, HTML or an automatic linker, and is
  /// an entity elsewhere; control characters become visible.
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
      // List marks and underlines at a line's start, and nothing after a word.
      return before?.isWordCharacter == true || (before == " " && scalar != "=" || before == "-")
    case ".":
      // Numbers and the end of a sentence, but no host names.
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

  /// The same in the typewriter face, for what a model wrote.
  static func code(_ text: String, limit: Int = 400) -> String {
    "<code>\(escape(text, limit: limit))</code>"
  }

  /// A table; cells must be safe already. Columns after the first `leading` are aligned to the right
  /// when `numeric`.
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
  /// A figure that lies in `figures/` beside the text, with its caption.
  static func image(_ figure: any Figure) -> String {
    let path = "figures/\(figure.fileName)"
    return """
      ![\(escape(figure.fileName))](\(path).png)

      *\(escape(figure.caption, limit: 4000))* [SVG](\(path).svg), \
      [script](\(path).gnuplot), [data](\(path).dat)
      """
  }
}
