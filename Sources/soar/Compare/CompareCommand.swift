import ArgumentParser
import Diagnostics
import Foundation
import Grids
import Reporting

/// `soar compare`.
struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare arms and reward schemes of one or more runs in a report.",
    discussion: """
      Pools arms of the same name over the seeds of all runs. Prints pass@k with intervals, the \
      chance to beat the baseline, and the cost of each arm, by itself and with the outer loop of \
      its teacher. Writes report.md, which compares the reward schemes (per outer step and per \
      FLOP, collapse, mixing, promotions), report.json, and figures with their gnuplot scripts. \
      The runs must share base model and hard set. In a grid with several points, arms carry \
      their point's name and are pooled over its seeds.

      Imported runs have no arms. They are compared by the diversity of their questions and by \
      the features that correlate with their rewards.

      EXAMPLES
        soar compare runs/standard
        soar compare grids/stall                # the finished cells of a grid
        soar compare runs/a runs/b -o reports/reward-schemes
        soar compare runs/a runs/b --by tokens --reach 32:10
        soar compare runs/a runs/b --baseline "Base-T + hard" --at 8
        soar compare runs/a --checkpoint rule   # at the paper's checkpoint
        soar compare theirs-1 theirs-2 -o reports/theirs   # imported runs
        soar compare runs/a --json | jq '.arms[] | [.arm, .own.flops]'
      """)

  @Argument(
    help: ArgumentHelp("Folders of runs, or of grids.", valueName: "dir"), completion: .directory)
  var directories: [String]

  @Option(
    help: ArgumentHelp(
      "What to count as cost; flops by default where they were counted.", valueName: "axis"))
  var by: CostAxis?

  @Option(
    help: ArgumentHelp(
      "The arm to compare with; Hard-Only by default, else the first.", valueName: "arm"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "k of the figures and of the chance to beat; 32 by default.", valueName: "k"))
  var at: Int?

  @Option(
    help: ArgumentHelp(
      "Show the cost to reach pass@K of P percent.", valueName: "k:p"))
  var reach: String?

  @Option(
    help: ArgumentHelp(
      "Models that count: the last, or those of the paper's checkpoint rule.",
      valueName: "which"))
  var checkpoint = ComparedArm.Checkpoint.last

  @Option(
    name: .shortAndLong, help: "Folder for the report; compare in the first run by default.",
    completion: .directory)
  var output: String?

  @OptionGroup var embeddings: EmbeddingOptions

  @Flag(help: "Compare runs of different base models or hard sets too.")
  var force = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if directories.isEmpty { throw ValidationError("Give the folder of a run.") }
    if let at, at < 1 { throw ValidationError("--at takes a positive number.") }
    _ = try goal()
  }

  /// Parses `32:10`, pass@32 of 10 percent.
  private func goal() throws -> RunComparison.Goal? {
    guard let reach else { return nil }
    let parts = reach.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let k = Int(parts[0]), let percent = Double(parts[1]), k >= 1,
      percent > 0, percent <= 100
    else {
      throw ValidationError("--reach takes K:P, as in 32:10 for pass@32 of 10 percent.")
    }
    return RunComparison.Goal(k: k, share: percent / 100)
  }

  func run() async throws {
    let gnuplot = try Gnuplot.locate()
    if try ImportedRuns.areAll(directories) { return try await compareImported(gnuplot) }
    try embeddings.requireNone(for: directories[0])
    let progress = ProgressReporter(quiet: false)
    defer { progress.close() }
    let goal = try goal()
    let comparison = try GivenRuns(directories, force: force, progress: progress).comparison(
      { runs in
        RunComparison.Options(
          axis: by ?? CostAxis.best(for: runs), baseline: baseline, k: at, goal: goal,
          checkpoint: checkpoint)
      }, progress: progress)
    guard let first = comparison.runs.first else { return }
    let folder =
      output.map { URL(fileURLWithPath: $0) }
      ?? URL(
        fileURLWithPath: GridFolder.isGrid(URL(fileURLWithPath: directories[0]))
          ? directories[0] : first.name
      ).appendingPathComponent("compare")
    let report = ComparisonReport(comparison)
    progress.begin(stage: "drawing figures", total: 0)
    let file = try report.write(creating: folder, gnuplot: gnuplot)
    progress.close()
    if json {
      try printJSON(ComparisonDocument(report, path: file.relativePath))
    } else {
      let path = file.relativePath.escapingControlCharacters
      try Console.print("\(report.terminalText)\n\nreport: \(path)")
    }
  }

  private func compareImported(_ gnuplot: Gnuplot) async throws {
    let given = [("--by", by != nil), ("--baseline", baseline != nil), ("--at", at != nil)]
    for (option, isGiven) in given + [("--reach", reach != nil)] where isGiven {
      throw UserError(
        .usage, file: directories[0], "is an imported run, without arms",
        hint: "leave out \(option)")
    }
    let report = try await embeddings.report(of: directories)
    let folder =
      output.map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: directories[0]).appendingPathComponent("compare")
    let file = try report.write(to: folder, gnuplot: gnuplot)
    if json { return try printJSON(report.document) }
    try Console.print(
      "\(report.summary)\n\nreport: \(file.relativePath.escapingControlCharacters)")
  }
}
