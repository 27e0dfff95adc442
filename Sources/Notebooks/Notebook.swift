public import Diagnostics

/// An executable markdown file: prose, and fenced cells that run in order, each followed by its
/// output between two HTML comments. `docs/notebooks.md` describes the format.
public struct Notebook: Sendable {
  /// As the user named it.
  public var path: String
  /// Without line ends.
  public var lines: [String]
  /// The end of each line, as in the file; the last line may have none.
  var lineEnds: [String]
  /// Some editors put one at the start of the file.
  var byteOrderMark = ""
  public var cells: [Cell]
  /// Outputs whose cell is gone: ranges of ``lines``.
  var orphans: [Range<Int>]

  /// A fenced cell.
  public struct Cell: Sendable {
    public enum Kind: String, Sendable, CaseIterable { case soar, sql, gnuplot }

    public var kind: Kind
    /// Line of the opening fence, counted from 1.
    public var line: Int
    /// The info string after the kind: `key=value`.
    public var attributes: [String: String]
    /// Lines between the fences.
    public var body: [String]
    /// The line after the closing fence, counted from 0: where the output belongs.
    var end: Int
    public var output: Output?

    /// Converts a body line, counted from 0, to a file line, counted from 1.
    public func fileLine(_ bodyLine: Int) -> Int { line + 1 + bodyLine }
  }

  /// The output below a cell, as in the file.
  public struct Output: Sendable {
    /// Key of the cell, and of everything it depends on, that the output was made from.
    public var cellKey: String
    /// Key of the output itself, figures included.
    public var outputKey: String
    /// Lines between the markers, without empty lines at either end.
    public var body: [String]
    /// Its lines in the file, including empty lines before it.
    var range: Range<Int>
  }

  /// An error at a line of the file, counted from 1.
  public static func error(
    _ path: String, _ line: Int, _ message: String, hint: String? = nil,
    _ status: ExitStatus = .dataError
  ) -> UserError {
    UserError(status, file: "\(path):\(line)", message, hint: hint)
  }

  /// The text as read.
  public var text: String { byteOrderMark + zip(lines, lineEnds).map { $0 + $1 }.joined() }

  /// The file's text with the present outputs replaced by these. Nothing else in the file changes.
  /// Outputs use the line ends of their cells.
  public func text(with outputs: [Output]) -> String {
    precondition(outputs.count == cells.count, "one output for each cell")
    var result: [(line: String, end: String)] = []
    var next = 0
    var left = orphans[...]
    /// Copies lines up to `end`, without orphans.
    func copy(to end: Int) {
      while next < end {
        if let orphan = left.first, orphan.contains(next) {
          next = orphan.upperBound
          left.removeFirst()
        } else {
          result.append((lines[next], lineEnds[next]))
          next += 1
        }
      }
    }
    for (cell, output) in zip(cells, outputs) {
      copy(to: cell.end)
      // A cell has an opening fence with a line below it.
      let end = lineEnds[cell.line - 1]
      if let last = result.indices.last, result[last].end.unicodeScalars.last != "\n" {
        result[last].end = end
      }
      var block = ["", Self.opening(output.cellKey, output.outputKey)]
      if !output.body.isEmpty { block += [""] + output.body + [""] }
      block.append(Self.closing)
      if let old = cell.output { next = old.range.upperBound }
      // Keep a paragraph separate from the comment above it.
      if next < lines.count && !lines[next].isBlank { block.append("") }
      result += block.map { ($0, end) }
    }
    copy(to: lines.count)
    return byteOrderMark + result.map { $0.line + $0.end }.joined()
  }

  static func opening(_ cellKey: String, _ outputKey: String) -> String {
    "<!-- soar output \(cellKey) \(outputKey) -->"
  }

  static let closing = "<!-- soar end -->"
}

extension String {
  var isBlank: Bool { unicodeScalars.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\r" } }
}
