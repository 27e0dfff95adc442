import Diagnostics
import Foundation
import Reporting
import RunStore

/// Runs the cells of a notebook in order and writes their outputs. Writes nothing, figures
/// included, before the last cell has succeeded.
public struct NotebookRunner {
  private let notebook: Notebook
  private let plan: NotebookPlan
  /// Whether to ignore kept results.
  private let isFresh: Bool
  /// Receives each progress line.
  private let report: @Sendable (String) -> Void
  /// Results of queries, for figures.
  private var results: [String: (result: QueryResult, groups: String?)] = [:]
  /// Commands run by this call, so that a fresh run executes each of them once.
  private var ranCommands: Set<String> = []

  /// - Parameters:
  ///   - isFresh: runs every cell, ignoring kept results.
  ///   - report: receives each progress line.
  public init(_ path: String, isFresh: Bool, report: @escaping @Sendable (String) -> Void) throws {
    notebook = try Notebook.read(path)
    plan = try NotebookPlan(notebook, references: NotebookReferences.of)
    self.isFresh = isFresh
    self.report = report
  }

  /// Runs what has changed.
  ///
  /// - Throws: ``UserError`` with the line of the first cell that fails.
  public consuming func run() async throws -> NotebookSummary {
    do {
      return try await runCells()
    } catch let error as UserError {
      throw error.ofNotebook
    }
  }

  private mutating func runCells() async throws -> NotebookSummary {
    NotebookFolder.use(plan.commandKeys, beside: notebook.path)
    if !isFresh, let summary = try? NotebookSummary(checking: notebook, plan) { return summary }
    // If one output is stale, all cells are looked at: a notebook holds one machine's results, and
    // those kept here may differ from those that another machine wrote below the cells.
    let draws = plan.steps.contains { if case .drawing = $0.work { true } else { false } }
    let gnuplot = draws ? try Gnuplot.locate() : nil
    let folder = try NotebookFolder(beside: notebook.path)
    defer { folder.end() }
    let drawings = try folder.makeWork()
    var outputs: [Notebook.Output] = []
    var cells: [NotebookSummary.Cell] = []
    for (cell, step) in zip(notebook.cells, plan.steps) {
      try Task.checkCancellation()
      var outcome = "run"
      switch step.work {
      case .soar(let commands, let lines):
        let (printed, ran) = try await carryOut(commands, folder)
        if !ran { outcome = "kept" }
        outputs.append(Notebook.output(step, body: Notebook.block(printed, lines: lines)))
      case .query(let query):
        let result = try await ask(query, step.line, folder)
        if let name = query.name { results[name] = (result, query.groups) }
        outputs.append(
          Notebook.output(
            step, body: Notebook.table(result, rows: query.rows, digits: query.digits)))
      case .drawing(let drawing):
        if let gnuplot { try await draw(drawing, cell, gnuplot, in: drawings) }
        outputs.append(
          Notebook.output(
            step, body: notebook.figureBody(drawing),
            figure: try Notebook.figureKeys(drawing.name, in: drawings) ?? []))
      }
      cells.append(.init(line: step.line, kind: cell.kind.rawValue, outcome: outcome))
    }
    try requireUnchanged()
    try put(drawings)
    try AtomicFile.write(
      Data(notebook.text(with: outputs).utf8), to: URL(fileURLWithPath: notebook.path))
    try folder.show(plan.made, of: notebook.path)
    return NotebookSummary(file: notebook.path, cells: cells)
  }

  /// Cells take hours while the notebook is open in an editor: edits made meanwhile are worth more
  /// than outputs that can be regenerated.
  private func requireUnchanged() throws {
    let text = FileManager.default.contents(atPath: notebook.path)
    guard text == Data(notebook.text.utf8) else {
      throw UserError(
        .dataError, file: notebook.path,
        "was changed while its cells ran, so that no output was written",
        hint: "run it again; what its commands made is kept")
    }
  }

  // MARK: - Commands

  private mutating func carryOut(
    _ commands: [NotebookPlan.Command], _ folder: NotebookFolder
  ) async throws -> (printed: String, ran: Bool) {
    var printed = ""
    var ran = false
    for command in commands {
      if !isFresh || ranCommands.contains(command.key), let kept = folder.printed(command.key) {
        printed += kept
        continue
      }
      printed += try await execute(command, folder)
      ranCommands.insert(command.key)
      ran = true
    }
    return (printed, ran)
  }

  private func execute(
    _ command: NotebookPlan.Command, _ folder: NotebookFolder
  ) async throws -> String {
    let call = "soar \(command.arguments.joined(separator: " "))"
    let place = "\(notebook.path):\(command.line)"
    tell("\(place): \(call)")
    let logs = try folder.makeWork()
    defer { try? FileManager.default.removeItem(at: logs) }
    let work = logs.appendingPathComponent("run")
    try AtomicFile.createFolder(work)
    for version in command.given {
      try folder.copy(folder.file(version), to: version.path, in: work)
    }
    let beside = URL(fileURLWithPath: notebook.path).deletingLastPathComponent()
    for input in command.inputs {
      try folder.copy(beside.appendingPathComponent(input.path), to: input.path, in: work)
      guard try NotebookKey.content(of: work.appendingPathComponent(input.path)) == input.content
      else {
        throw Notebook.error(
          notebook.path, command.line, "\(input.path) has changed since the notebook was begun",
          hint: "run it again")
      }
    }
    var outcome = try await SoarProcess.run(command.arguments, in: work) { [report] in
      report("  \(Self.withoutPath($0, of: work))".escapingControlCharacters)
    }
    outcome.printed = Self.withoutPath(outcome.printed, of: work)
    outcome.error = Self.withoutPath(outcome.error, of: work)
    guard outcome.status == 0 else { throw failure(outcome, call, command.line) }
    let missing = try folder.keep(command, printed: outcome.printed, from: work)
    if let path = missing.first {
      throw Notebook.error(notebook.path, command.line, "\(call): made no \(path)")
    }
    return outcome.printed
  }

  /// A command runs in a different folder each time; its path is not part of the output.
  private static func withoutPath(_ text: String, of work: URL) -> String {
    [work.path, work.resolvingSymlinksInPath().path].reduce(text) {
      $0.replacingOccurrences(of: "\($1)/", with: "").replacingOccurrences(of: $1, with: ".")
    }
  }

  private func failure(_ outcome: SoarProcess.Outcome, _ call: String, _ line: Int) -> UserError {
    let status = ExitStatus(rawValue: outcome.status) ?? .software
    var reason = outcome.error
    if outcome.status > 128 {
      reason = "ended by signal \(outcome.status - 128)"
    } else if reason.lowercased().hasPrefix("error: ") {
      reason = String(reason.dropFirst("error: ".count))
    }
    if reason.isEmpty { reason = "ended with status \(outcome.status)" }
    let short = call.count > 60 ? call.prefix(60) + "…" : call
    return Notebook.error(notebook.path, line, "\(short): \(reason)", status)
  }

  // MARK: - Queries and figures

  private func ask(
    _ query: NotebookPlan.Query, _ line: Int, _ folder: NotebookFolder
  ) async throws -> QueryResult {
    let run: URL
    switch query.source {
    case .made(let version):
      let rest = query.run.dropFirst(version.path.count)
      run = URL(fileURLWithPath: folder.file(version).path + rest)
    case .input:
      run = URL(fileURLWithPath: notebook.path).deletingLastPathComponent()
        .appendingPathComponent(query.run)
    }
    do {
      return try await RunStore.open(at: run, readOnly: true).query(query.sql)
    } catch var error as UserError {
      // The path in the kept folder means nothing to the reader.
      if error.file?.hasPrefix(run.path) == true { error.file = query.run }
      throw Notebook.error(notebook.path, line, error.description, error.status)
    }
  }

  private func draw(
    _ drawing: NotebookPlan.Drawing, _ cell: Notebook.Cell, _ gnuplot: Gnuplot, in folder: URL
  ) async throws {
    let data = try drawing.data.map { name in
      guard let entry = results[name] else {
        throw UserError(.software, file: notebook.path, "the result \(name) is missing")
      }
      return (name: name, result: entry.result, groups: entry.groups)
    }
    do {
      for warning in try await gnuplot.draw(NotebookFigure(drawing, data: data), in: folder) {
        let line = warning.bodyLine.map(cell.fileLine) ?? cell.line
        tell("\(notebook.path):\(line): gnuplot: \(warning.message)")
      }
    } catch let failure as FigureFailure {
      let line = failure.complaint.bodyLine.map(cell.fileLine) ?? cell.line
      throw Notebook.error(notebook.path, line, "gnuplot: \(failure.complaint.message)")
    } catch let error as UserError {
      throw Notebook.error(notebook.path, cell.line, error.description, error.status)
    }
  }

  /// Puts the figures in place.
  private func put(_ drawings: URL) throws {
    let beside = URL(fileURLWithPath: notebook.path).deletingLastPathComponent()
    for step in plan.steps {
      guard case .drawing(let drawing) = step.work else { continue }
      let place = beside.appendingPathComponent(notebook.figurePath(drawing.name))
        .deletingLastPathComponent()
      try AtomicFile.createFolder(place)
      for type in Notebook.figureTypes {
        let name = "\(drawing.name).\(type)"
        let source = drawings.appendingPathComponent(name)
        guard let data = FileManager.default.contents(atPath: source.path) else {
          throw UserError(.software, file: source.path, "is missing")
        }
        try AtomicFile.write(data, to: place.appendingPathComponent(name))
      }
    }
  }

  private func tell(_ line: String) {
    report(line.escapingControlCharacters)
  }
}

extension UserError {
  /// The same error, with a new hint where the old one means another command.
  fileprivate var ofNotebook: UserError {
    var error = self
    switch status {
    case .noPermission where hint == "choose another folder":
      error.hint = "copy the notebook, with the files that it names, to a folder of your own"
    case .ioError where hint?.contains(UserError.runAgain) == true:
      error.hint = "free some space and run it again; what its commands made is kept"
    default: break
    }
    return error
  }
}
