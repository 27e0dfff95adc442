import Foundation
import TestSupport
import Testing

/// The repository's markdown pages that readers are led to.
struct Document: CustomTestStringConvertible {
  /// Relative to the package's folder.
  let path: String
  let text: String

  var testDescription: String { path }

  static let folder = SwiftCompiler.packageFolder

  /// README, contribution guide, all of docs/, and the index pages of other folders.
  static let all: [Document] = {
    let others = [
      "README.md", "CONTRIBUTING.md", "ablations/README.md", "confirmatory/README.md",
      "reports/README.md",
    ]
    let docs = ((try? FileManager.default.contentsOfDirectory(atPath: path("docs"))) ?? [])
      .filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
    return (others + docs).compactMap { name in
      (try? String(contentsOfFile: path(name), encoding: .utf8))
        .map { Document(path: name, text: $0) }
    }
  }()

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Lines, each with whether it is code: fenced, or indented after an empty line or other code.
  var lines: [(text: String, isCode: Bool)] {
    var fence: String?
    var wasCode = false
    var wasEmpty = true
    return text.components(separatedBy: "\n").map { line in
      let start = line.drop { $0 == " " }
      if let open = fence {
        if start.hasPrefix(open) { fence = nil }
        return (line, true)
      }
      if start.hasPrefix("```") {
        fence = String(start.prefix { $0 == "`" })
        return (line, true)
      }
      let isIndented = line.hasPrefix("    ")
      let isCode = isIndented && (wasCode || wasEmpty)
      wasEmpty = start.isEmpty
      wasCode = isCode || (wasCode && wasEmpty)
      return (line, isCode)
    }
  }

  /// Everything but code blocks.
  var prose: String { lines.map { $0.isCode ? "" : $0.text }.joined(separator: "\n") }

  /// The command lines of `soar`, in code blocks and in spans of prose.
  var commands: [DocumentedCommand] {
    var blocks: [String] = []
    var continues = false
    for line in lines {
      let text = line.text.trimmingCharacters(in: .whitespaces)
      if continues, line.isCode, let last = blocks.popLast() {
        blocks.append(last.dropLast() + text)
      } else if line.isCode,
        let start = ["$ soar ", "soar ", ".build/release/soar "].first(where: text.hasPrefix)
      {
        blocks.append("soar " + text.dropFirst(start.count))
      } else {
        continue
      }
      continues = blocks.last?.hasSuffix("\\") ?? false
    }
    let spans = prose.matches(of: /`(soar\s[^`]+)`/).map { $0.1.replacing("\n", with: " ") }
    return blocks.map { DocumentedCommand($0, isSpan: false) }
      + spans.map { DocumentedCommand($0, isSpan: true) }
  }

  /// The code that a page tells to save under a name: the block after a line that ends with the name.
  func saved(as name: String) -> String? {
    let lines = lines
    guard
      let start = lines.firstIndex(where: { !$0.isCode && $0.text.hasSuffix("`\(name)`:") })
    else { return nil }
    let code = lines[(start + 1)...].drop { !$0.isCode }.prefix { $0.isCode }
    return code.map { "\($0.text.dropFirst(4))\n" }.joined()
  }

  /// Targets of links that are no web addresses.
  var links: [String] {
    prose.replacing(/`[^`]*`/, with: "").matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
      .filter { !$0.contains("://") }
  }

  /// Anchors of the headings, as GitHub makes them.
  var anchors: Set<String> {
    var seen: [String: Int] = [:]
    var anchors: Set<String> = []
    for line in lines where !line.isCode && line.text.hasPrefix("#") {
      let heading = line.text.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces)
        .replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.1 }
      let anchor = heading.lowercased().filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
        .replacing(" ", with: "-")
      let count = seen[anchor, default: 0]
      anchors.insert(count == 0 ? anchor : "\(anchor)-\(count)")
      seen[anchor] = count + 1
    }
    return anchors
  }
}
