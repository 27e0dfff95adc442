/// Text for markdown, built so that what a model or a user wrote stays text.
enum Markdown {
  /// Any text as running text or as a table's cell: letters, digits and spaces stand as they are,
  /// punctuation that could mean something to markdown, HTML or an automatic linker becomes an
  /// entity, and control characters become visible.
  static func escape(_ text: String, limit: Int = 400) -> String {
    let scalars = Array(text.unicodeScalars.prefix(limit))
    var escaped = ""
    for (index, scalar) in scalars.enumerated() {
      let followedBySpace = index + 1 == scalars.count || scalars[index + 1] == " "
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", "(", ")", "%":
        escaped.unicodeScalars.append(scalar)
      case ".", ",", "?":
        if followedBySpace {
          escaped.unicodeScalars.append(scalar)
        } else {
          escaped += "&#\(scalar.value);"
        }
      case "-", "/", "+":
        // Inside a word or a range these mean nothing; at a line's start they are list marks.
        if index > 0, scalars[index - 1] != " " {
          escaped.unicodeScalars.append(scalar)
        } else {
          escaped += "&#\(scalar.value);"
        }
      case "\n", "\t", "\r":
        escaped += " "
      case "!"..."~":
        escaped += "&#\(scalar.value);"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
          escaped += "&#92;u&#123;\(String(scalar.value, radix: 16))&#125;"
        default:
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return text.unicodeScalars.count > limit ? escaped + " …" : escaped
  }

  /// The same in the typewriter face, for what a model wrote.
  static func code(_ text: String, limit: Int = 400) -> String {
    "<code>\(escape(text, limit: limit))</code>"
  }

  /// A table; cells must be safe already. Columns after the first are aligned to the right when
  /// `numeric`.
  static func table(_ header: [String], _ rows: [[String]], numeric: Bool = true) -> String {
    let rule = header.indices.map { $0 == 0 || !numeric ? "---" : "---:" }
    return ([header, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }
}
