import Diagnostics
public import Foundation
import Reporting
public import RunStore

extension Notebook {
  /// The output of a step, ready to be written below its cell.
  ///
  /// - Parameter figure: contents of its files, for a cell that draws.
  public static func output(_ step: NotebookPlan.Step, body: [String], figure: [String] = [])
    -> Output
  {
    Output(
      cellKey: step.key, outputKey: outputKey(body, figure), body: body, range: 0..<0)
  }

  static func outputKey(_ body: [String], _ figure: [String]) -> String {
    var key = NotebookKey("output")
    key.add(body)
    key.add(figure)
    return key.key()
  }

  /// The text that commands printed, as a block. Fences, comments and control characters in it stay
  /// plain text.
  public static func block(_ printed: String, lines limit: Int) -> [String] {
    var lines = printed.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { visible($0) }
    while lines.first?.isBlank == true { lines.removeFirst() }
    while lines.last?.isBlank == true { lines.removeLast() }
    guard !lines.isEmpty else { return ["*Nothing was printed.*"] }
    let shown = lines.prefix(limit)
    let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: shown) + 1))
    var block = shown.isEmpty ? [] : ["\(fence)text"] + shown + [fence]
    let rest = lines.count - shown.count
    if rest > 0 {
      if !shown.isEmpty { block.append("") }
      block.append(
        "*\(rest) \(shown.isEmpty ? "" : "more ")line\(rest == 1 ? "" : "s") not shown.*")
    }
    return block
  }

  static let columnLimit = 400

  private static func visible(_ line: Substring.UnicodeScalarView) -> String {
    var text = ""
    for scalar in line.prefix(columnLimit) {
      switch scalar.properties.generalCategory {
      case .control where scalar == "\t": text += "  "
      case .control where scalar == "\r": break
      // Direction marks would reorder the visible text.
      case .control, .format, .lineSeparator, .paragraphSeparator:
        text += "\\u{\(String(scalar.value, radix: 16))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    if line.count > columnLimit { text += " …" }
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  private static func longestRun(of mark: Character, in lines: ArraySlice<String>) -> Int {
    var longest = 0
    for line in lines {
      var run = 0
      for character in line {
        run = character == mark ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    return longest
  }

  /// A result as a table. Model-written text in it stays text.
  public static func table(_ result: QueryResult, rows limit: Int, digits: Int) -> [String] {
    let rest = result.rows.count - min(limit, result.rows.count)
    var lines: [String] = []
    if limit > 0 {
      let numeric = result.columns.indices.map { column in
        let values = result.rows.map { $0[column] }.filter { $0 != .null }
        return !values.isEmpty && values.allSatisfy(\.isNumber)
      }
      let header = result.columns.map { Markdown.escape($0, limit: 80) }
      let rows = result.rows.prefix(limit).map { $0.map { cell($0, digits) } }
      lines = ([header, numeric.map { $0 ? "---:" : "---" }] + rows).map {
        "| \($0.joined(separator: " | ")) |"
      }
    }
    if result.rows.isEmpty {
      lines += lines.isEmpty ? ["*No rows.*"] : ["", "*No rows.*"]
    } else if rest > 0 {
      let more = lines.isEmpty ? "" : "more "
      if !lines.isEmpty { lines.append("") }
      lines.append("*\(rest) \(more)row\(rest == 1 ? "" : "s") not shown.*")
    }
    return lines
  }

  private static func cell(_ value: QueryResult.Value, _ digits: Int) -> String {
    switch value {
    case .null: ""
    case .integer(let number): "\(number)"
    case .real(let number): number.isFinite ? String(format: "%.\(digits)g", number) : "\(number)"
    case .text(let text): Markdown.escape(text)
    case .blob(let count): "(\(count) bytes)"
    }
  }

  // MARK: - Figures

  /// Path of a figure's files, relative to the notebook, without extension.
  public func figurePath(_ name: String) -> String {
    let file = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    return "figures/\(file)/\(name)"
  }

  /// Extensions of the files of a figure.
  public static let figureTypes = ["svg", "png", "gnuplot"]

  public func figureBody(_ drawing: NotebookPlan.Drawing) -> [String] {
    let path = figurePath(drawing.name).addingPercentEncoding(withAllowedCharacters: .linkPath)
    let link = path ?? drawing.name
    let alternative = drawing.caption.isEmpty ? drawing.name : drawing.caption
    let links = "[SVG](\(link).svg), [gnuplot](\(link).gnuplot)"
    let caption =
      drawing.caption.isEmpty ? "" : "*\(Markdown.escape(drawing.caption, limit: 4000))* "
    return ["![\(Markdown.escape(alternative, limit: 400))](\(link).png)", "", caption + links]
  }

  /// Keys of a figure's files in a folder; nil if one is missing.
  public static func figureKeys(_ name: String, in folder: URL) throws -> [String]? {
    let files = figureTypes.map { folder.appendingPathComponent("\(name).\($0)") }
    guard files.allSatisfy({ FileManager.default.fileExists(atPath: $0.path) }) else { return nil }
    return try files.map { try NotebookKey.content(of: $0) }
  }

  // MARK: - Check

  /// Why a cell's output is stale against the cell and its dependencies; nil when current.
  public func staleness(_ index: Int, _ step: NotebookPlan.Step) throws -> String? {
    guard let output = cells[index].output else { return "the cell has no output" }
    guard output.cellKey == step.key else {
      return "the cell, or what it depends on, has changed since its output was written"
    }
    var figure: [String] = []
    if case .drawing(let drawing) = step.work {
      let file = URL(fileURLWithPath: path).deletingLastPathComponent()
        .appendingPathComponent(figurePath(drawing.name))
      guard
        let keys = try Self.figureKeys(
          drawing.name, in: file.deletingLastPathComponent())
      else { return "a file of the figure \(drawing.name) is missing" }
      figure = keys
    }
    guard output.outputKey == Self.outputKey(output.body, figure) else {
      return figure.isEmpty
        ? "the output is not what was written"
        : "the output or a file of the figure is not what was written"
    }
    return nil
  }

  /// Line of the first output without a cell, counted from 1.
  public var orphanLine: Int? { orphans.first.map { $0.lowerBound + 1 } }
}

extension QueryResult.Value {
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .real: true
    case .null, .text, .blob: false
    }
  }
}

extension CharacterSet {
  /// Characters that need no encoding between the parentheses of a link.
  fileprivate static let linkPath = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./~")
}
