import Diagnostics
public import Foundation
public import Reporting
public import RunStore
import Subprocesses

/// The script of a gnuplot cell: a preamble with the look of all figures, the data, and then the
/// cell's commands.
public struct NotebookFigure: Sendable {
  var drawing: NotebookPlan.Drawing
  var data: [(name: String, result: QueryResult, groups: String?)]

  public init(
    _ drawing: NotebookPlan.Drawing,
    data: [(name: String, result: QueryResult, groups: String?)]
  ) {
    self.drawing = drawing
    self.data = data
  }

  /// - Throws: ``UserError`` when a result lacks the column to group by.
  func script(pngTerminal: String) throws -> (text: String, commandLines: [Range<Int>]) {
    var plot = GnuplotScript()
    plot.line("set encoding utf8")
    for entry in data { try plot.data(entry.name, entry.result, groups: entry.groups) }
    var ranges: [Range<Int>] = []
    for terminal in Gnuplot.notebookTerminals(drawing.size, png: pngTerminal) {
      plot.line("reset")
      plot.line("format = '\(terminal.type)'")
      plot.line("pointScale = \(terminal.pointScale)")
      plot.line("set terminal \(terminal.options)")
      plot.line("set output \(GnuplotScript.quoted("\(drawing.name).\(terminal.type)"))")
      plot.prepare()
      plot.line("set datafile separator tab")
      plot.line("set datafile columnheaders")
      plot.lineTypes()
      let first = plot.lineCount + 1
      ranges.append(first..<(first + drawing.commands.count))
      for command in drawing.commands { plot.line(command) }
      plot.line("unset multiplot")
      plot.line("set output")
    }
    return (plot.text, ranges)
  }
}

extension Gnuplot {
  /// A message from gnuplot about a cell.
  public struct Complaint: Sendable, Equatable {
    /// Line of the cell's body, counted from 0; nil if gnuplot gives none.
    public var bodyLine: Int?
    public var message: String
  }

  struct Terminal {
    var type: String
    var options: String
    var pointScale: Double
  }

  /// Draws `NAME.svg` and `NAME.png` into an existing folder, and leaves the script `NAME.gnuplot`
  /// there, with the data in it. Cancelling the task ends gnuplot.
  ///
  /// - Parameter seconds: limit of computing time for both together. On a busy machine they may take
  ///   ten times that.
  /// - Returns: gnuplot's warnings.
  /// - Throws: ``FigureFailure`` when the commands are wrong, ``UserError`` for anything else.
  public func draw(
    _ figure: NotebookFigure, in folder: URL, seconds: Int = 120
  ) async throws -> [Complaint] {
    let (text, ranges) = try figure.script(pngTerminal: pngTerminal)
    let name = figure.drawing.name
    try AtomicFile.write(text, to: folder.appendingPathComponent("\(name).gnuplot"))
    let result = try await run("\(name).gnuplot", in: folder, seconds: seconds)
    let complaints = Self.complaints(result.errors, ranges)
    guard result.isSuccess else {
      throw FigureFailure(
        complaint: complaints.first { !$0.isWarning }
          ?? Complaint(bodyLine: nil, message: "gnuplot failed"))
    }
    for type in ["svg", "png"] {
      let file = folder.appendingPathComponent("\(name).\(type)")
      guard let image = FileManager.default.contents(atPath: file.path), !image.isEmpty else {
        throw FigureFailure(
          complaint: Complaint(
            bodyLine: nil, message: "the cell drew nothing: does it plot, and leave output alone?"))
      }
    }
    return complaints.filter(\.isWarning).reduce(into: []) {
      // Both terminals give the same warnings.
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// Runs a script from the folder it is in. The script may loop forever.
  private func run(
    _ script: String, in folder: URL, seconds: Int
  ) async throws -> ChildProcess.Outcome {
    var child = Self.child(program, script, in: folder)
    // A loop computes; a machine with much to do only makes the commands wait.
    child.limitComputing(toSeconds: seconds)
    child.timeout = .seconds(10 * seconds)
    let outcome = try await child.run()
    try Task.checkCancellation()
    let complaint: String? =
      if outcome.status == .signalled(SIGXCPU) {
        "computes for more than \(seconds) s: does every loop end?"
      } else if outcome.hasTimedOut {
        "takes longer than \(10 * seconds) s: does it wait for something?"
      } else {
        nil
      }
    if let complaint {
      throw FigureFailure(complaint: Complaint(bodyLine: nil, message: complaint))
    }
    return outcome
  }

  /// Lines such as `"name.gnuplot" line 12: undefined variable: x`.
  private static func complaints(_ log: String, _ ranges: [Range<Int>]) -> [Complaint] {
    log.split(separator: "\n").compactMap { line in
      guard let match = line.firstMatch(of: /line ([0-9]{1,9}): (.*)/), let number = Int(match.1)
      else { return nil }
      let range = ranges.first { $0.contains(number) }
      return Complaint(bodyLine: range.map { number - $0.lowerBound }, message: String(match.2))
    }
  }

  /// The two terminals that draw figures. The SVG terminal takes font sizes in pixels, not points,
  /// and draws larger marks.
  static func notebookTerminals(_ size: (width: Int, height: Int), png: String) -> [Terminal] {
    let look = "noenhanced background 'white'"
    let (width, height) = size
    return [
      Terminal(
        type: "svg", options: "svg size \(width),\(height) dynamic font 'DejaVu Sans,17' \(look)",
        pointScale: 0.6),
      Terminal(
        type: "png", options: "\(png) size \(width),\(height) font 'DejaVu Sans,16' \(look)",
        pointScale: 1),
    ]
  }
}

extension Gnuplot.Complaint {
  fileprivate var isWarning: Bool { message.lowercased().hasPrefix("warning") }
}

/// A gnuplot cell that cannot be drawn.
public struct FigureFailure: Error, Sendable {
  public var complaint: Gnuplot.Complaint
}

extension GnuplotScript {
  var lineCount: Int { text.utf8.count { $0 == 0x0A } }

  /// The result of a query as the data block `$name`, with a line of column names. With a group
  /// column, each of its values, in order of appearance, has a block of its own, selected by
  /// `index`; `name_groups` is their number and `name_label[i]`, from 1, their names.
  mutating func data(_ name: String, _ result: QueryResult, groups column: String?) throws {
    var parts: [(label: String, rows: [[QueryResult.Value]])] = [("", result.rows)]
    if let column {
      guard let index = result.columns.firstIndex(of: column) else {
        throw UserError(
          .dataError, "the result \(name) has no column '\(column)' to split by",
          hint: "it has \(result.columns.joined(separator: ", "))")
      }
      var places: [ExactText: Int] = [:]
      parts = []
      for row in result.rows {
        let label = Self.label(row[index])
        let place = places[label.exact] ?? parts.count
        if place == parts.count {
          places[label.exact] = place
          parts.append((label, []))
        }
        parts[place].rows.append(row)
      }
      line("\(name)_groups = \(parts.count)")
      if !parts.isEmpty { line("array \(name)_label[\(parts.count)]") }
      for (index, part) in parts.enumerated() {
        line("\(name)_label[\(index + 1)] = \(Self.quoted(part.label))")
      }
    }
    let header = result.columns.map(Self.field).joined(separator: "\t")
    line("$\(name) << END_OF_DATA")
    if parts.isEmpty { line(header) }
    for (index, part) in parts.enumerated() {
      if index > 0 {
        line("")
        line("")
      }
      line(header)
      for row in part.rows { line(row.map(Self.field).joined(separator: "\t")) }
    }
    line("END_OF_DATA")
  }

  /// Okabe and Ito's colours with marks that differ too, as in all figures.
  mutating func lineTypes() {
    for index in 0..<8 {
      let style = SeriesStyle.other(index)
      line("set linetype \(index + 1) \(style.marked(width: 2))")
    }
  }

  private static func field(_ value: QueryResult.Value) -> String {
    switch value {
    case .null: "NaN"
    case .integer(let number): "\(number)"
    case .real(let number): number.isFinite ? "\(number)" : "NaN"
    case .text(let text): field(text)
    case .blob(let count): field("\(count) bytes")
    }
  }

  /// Text for a data block: quoted, on one line and without tabs. gnuplot cannot escape quotes
  /// there.
  private static func field(_ text: String) -> String {
    let inner = quoted(text).dropFirst().dropLast()
      .replacingOccurrences(of: "\"", with: "\u{2019}").replacingOccurrences(of: "\\", with: "/")
    return "\"\(inner)\""
  }

  private static func label(_ value: QueryResult.Value) -> String {
    switch value {
    case .null: ""
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): text
    case .blob(let count): "\(count) bytes"
    }
  }
}
