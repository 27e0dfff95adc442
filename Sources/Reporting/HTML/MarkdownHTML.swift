import Foundation

/// HTML of the markdown that this package's reports are made of: headings, paragraphs, lists, tables,
/// images, folded parts, and emphasis within a line. Text from models and users is made of entities
/// there (``Markdown/escape(_:limit:)``) and stays so.
struct MarkdownHTML {
  /// An image's source, by the path in the markdown.
  let image: (String) throws -> String

  func html(_ markdown: String) throws -> String {
    var html: [String] = []
    for block in markdown.components(separatedBy: "\n\n") where !block.isEmpty {
      html.append(try self.block(block.components(separatedBy: "\n").filter { !$0.isEmpty }))
    }
    return html.joined(separator: "\n")
  }

  private func block(_ lines: [String]) throws -> String {
    guard let first = lines.first else { return "" }
    if first.hasPrefix("<") && !first.hasPrefix("<code>") { return lines.joined(separator: "\n") }
    if let level = Self.headingLevel(first) {
      let text = String(first.dropFirst(level + 1))
      return "<h\(level) id=\"\(Self.anchor(text))\">\(inline(text))</h\(level)>"
    }
    if first.hasPrefix("|"), lines.count > 1 { return table(lines) }
    if first.hasPrefix("!["), let figure = try figure(first) { return figure }
    if first.hasPrefix("- ") { return list(lines, "ul") { String($0.dropFirst(2)) } }
    if first.first?.isNumber == true, lines.allSatisfy({ Self.number($0) != nil }) {
      return list(lines, "ol") { String($0.dropFirst((Self.number($0) ?? 0) + 2)) }
    }
    return "<p>\(inline(lines.joined(separator: " ")))</p>"
  }

  private static func headingLevel(_ line: String) -> Int? {
    let level = line.prefix { $0 == "#" }.count
    return (1...6).contains(level) && line.dropFirst(level).hasPrefix(" ") ? level : nil
  }

  /// The digits before `. ` at a line's start.
  private static func number(_ line: String) -> Int? {
    let digits = line.prefix { $0.isASCII && $0.isNumber }.count
    return digits > 0 && line.dropFirst(digits).hasPrefix(". ") ? digits : nil
  }

  /// As GitHub makes it, so that links to headings work in both.
  private static func anchor(_ text: String) -> String {
    String(
      text.lowercased().compactMap { character in
        character.isLetter || character.isNumber || character == "-"
          ? character : character == " " ? "-" : nil
      })
  }

  private func list(_ lines: [String], _ tag: String, _ item: (String) -> String) -> String {
    let items = lines.map { "<li>\(inline(item($0)))</li>" }
    return "<\(tag)>\n\(items.joined(separator: "\n"))\n</\(tag)>"
  }

  private func table(_ lines: [String]) -> String {
    let rows = lines.map(Self.cells)
    let isNumeric = rows[1].map { $0.hasSuffix(":") }
    func row(_ cells: [String], _ tag: String) -> String {
      let parts = cells.enumerated().map { index, cell in
        let style = isNumeric.indices.contains(index) && isNumeric[index] ? " class=\"n\"" : ""
        return "<\(tag)\(style)>\(inline(cell))</\(tag)>"
      }
      return "<tr>\(parts.joined())</tr>"
    }
    let body = rows.dropFirst(2).map { row($0, "td") }.joined(separator: "\n")
    return """
      <div class="wide"><table><thead>\(row(rows[0], "th"))</thead><tbody>
      \(body)
      </tbody></table></div>
      """
  }

  private static func cells(_ line: String) -> [String] {
    line.dropFirst().dropLast().components(separatedBy: " | ")
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// `![name](path)`; the caption, if it has one, is the next paragraph.
  private func figure(_ line: String) throws -> String? {
    guard let open = line.firstIndex(of: "("), line.hasSuffix(")") else { return nil }
    let path = String(line[line.index(after: open)...].dropLast())
    let name = line.dropFirst(2).prefix { $0 != "]" }
    return "<img alt=\"\(name)\" src=\"\(try image(path))\">"
  }

  /// Links to files beside the report lead nowhere in a single file: their text goes with them.
  private func inline(_ text: String) -> String {
    var html = text
    for (pattern, template) in [
      (#"<(?!/?code>)"#, "&lt;"),
      (#",? ?\[[^\]]*\]\((?!https?:)[^)]*\)"#, ""),
      (#"\[([^\]]*)\]\((https?:[^)\s"<>]*)\)"#, #"<a href="$2">$1</a>"#),
      (#"`([^`]*)`"#, "<code>$1</code>"), (#"\*\*([^*]+)\*\*"#, "<strong>$1</strong>"),
      (#"\*([^*]+)\*"#, "<em>$1</em>"),
    ] {
      html = html.replacingOccurrences(of: pattern, with: template, options: .regularExpression)
    }
    return html
  }
}
