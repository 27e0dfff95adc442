import ArgumentParser
import Configuration
import Diagnostics
import Experiments
import Foundation
import Grids
import Reporting
import RunStore
import SelfPlay

/// `soar report`.
struct Report: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report of a run or a grid, from its store.",
    discussion: """
      Reads DIR/run.sqlite and writes report.md, its figures with their gnuplot scripts and data, \
      its numbers as report.json, and the resolved configuration. Nothing is run again, and the \
      same store gives the same bytes. For an unfinished run it reports the results so far.

      The report opens with one line per finding of the paper: its verdict, the difference, its \
      interval and adjusted p-value. A section per finding follows; everything else is an appendix. \
      --experiment and --phase include the results of soar causal and soar phase runs.

      For an imported run it reports which question features correlate with the rewards, and the \
      diversity of the questions; with an embeddings server also by meaning.

      For a grid's folder it writes the report of soar compare (finished cells by point, seeds \
      pooled), into GRID/report by default.

      EXAMPLES
        soar report runs/quick-1
        soar report runs/standard --output reports/standard --html
        soar report grids/stall -o reports/stall
        soar report runs/theirs --embeddings-url http://127.0.0.1:8000/v1 \\
          --embeddings-model bge-m3
        soar report runs/standard --experiment runs/causal --phase runs/phase \\
          -o reports/teaches
      """)

  @Argument(help: "Folder of a run, or of a grid.", completion: .directory)
  var directory: String

  @Option(
    name: .shortAndLong, help: "Folder for the report; DIR/report by default.",
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "A run of soar causal whose experiment to include.", valueName: "dir"),
    completion: .directory)
  var experiment: String?

  @Option(
    help: ArgumentHelp("A folder of soar phase whose map to include.", valueName: "dir"),
    completion: .directory)
  var phase: String?

  @Flag(
    help: """
      Write report.html too: one file with figures, tables that sort, and all questions with filters. \
      It loads nothing from elsewhere.
      """)
  var html = false

  @Flag(
    help: """
      Write report.pdf too: the whole report on A4, appendix unfolded, without the browser of \
      questions. Needs Chromium.
      """)
  var pdf = false

  @OptionGroup var embeddings: EmbeddingOptions

  func run() async throws {
    let gnuplot = try Gnuplot.locate()
    let printer = pdf ? try Chromium.locate() : nil
    if GridFolder.isGrid(URL(fileURLWithPath: directory)) { return try ofGrid(gnuplot) }
    if try ImportedRuns.areAll([directory]) { return try await ofImported(gnuplot) }
    try embeddings.requireNone(for: directory)
    var builder = try ReportBuilder(folder: directory)
    if let experiment { try builder.add(experimentOf: experiment) }
    builder.phase = try phase.map { try PhaseMap(folder: URL(fileURLWithPath: $0)) }
    let folder =
      output.map { URL(fileURLWithPath: $0) }
      ?? RunFolder(url: URL(fileURLWithPath: directory)).report
    try AtomicFile.createFolder(folder)
    let file = try builder.write(
      to: folder, gnuplot: gnuplot, asPage: html, printer: printer)
    try Console.print(file.relativePath.escapingControlCharacters)
  }

  private func ofImported(_ gnuplot: Gnuplot) async throws {
    guard experiment == nil, phase == nil, !html, !pdf else {
      throw UserError(
        .usage, file: directory,
        "is an imported run, whose report takes no --html, --pdf, --experiment or --phase",
        hint: "leave them out")
    }
    let folder =
      output.map { URL(fileURLWithPath: $0) }
      ?? RunFolder(url: URL(fileURLWithPath: directory)).report
    let report = try await embeddings.report(of: [directory])
    let file = try report.write(to: folder, gnuplot: gnuplot)
    try Console.print(file.relativePath.escapingControlCharacters)
  }

  private func ofGrid(_ gnuplot: Gnuplot) throws {
    guard experiment == nil, phase == nil, !html, !pdf else {
      throw UserError(
        .usage, file: directory, "is a grid: its report has no page and no experiment on questions",
        hint: "give --html, --pdf, --experiment and --phase with the folder of a run")
    }
    let progress = ProgressReporter(quiet: false)
    defer { progress.close() }
    let comparison = try GivenRuns([directory], force: false, progress: progress).comparison(
      { RunComparison.Options(axis: CostAxis.best(for: $0)) }, progress: progress)
    let folder =
      output.map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: directory).appendingPathComponent("report")
    progress.begin(stage: "drawing figures", total: 0)
    let file = try ComparisonReport(comparison).write(creating: folder, gnuplot: gnuplot)
    progress.close()
    try Console.print(file.relativePath.escapingControlCharacters)
  }
}
