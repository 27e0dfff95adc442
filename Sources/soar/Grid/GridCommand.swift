import ArgumentParser
import Diagnostics
import Experiments
import Foundation
import Grids
import Reporting

/// `soar grid`.
struct GridCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grid",
    abstract: "Run a grid of configurations from a YAML file.",
    discussion: """
      A grid is a base configuration, the points (changes to it), and teacher seeds. Each point \
      with each seed is a cell: a separate run in its own process, identified by the hash of its \
      resolved configuration. The same command continues a grid; finished cells are kept. \
      docs/ablations.md has the format; ablations/ has grids for the paper's tables.

      EXAMPLES
        soar grid run ablations/stall.yaml --dry-run   # list cells and cost
        soar grid run ablations/stall.yaml             # run or continue it
        soar grid status grids/stall                   # show progress
        soar grid retry grids/stall                    # retry failed cells
        soar grid collect grids/stall                  # check the runs, write a table
      """,
    subcommands: [
      GridRun.self, GridStatus.self, GridRetry.self, GridCollect.self, GridCellCommand.self,
      GridBaseCommand.self,
    ])
}

/// How to run cells, for `soar grid run` and `soar grid retry`.
struct GridEngineOptions: ParsableArguments {
  enum Engine: String, ExpressibleByArgument, CaseIterable { case local, slurm }

  @Option(help: "Where cells run: local or slurm.")
  var engine = Engine.local

  @Option(
    help: "Cells at once; all cores by default, with Slurm as many as it has room for.")
  var processes: Int?

  @Option(
    help: ArgumentHelp(
      "Most time of one attempt at a cell: 90s, 20m, 2h, or seconds.", valueName: "time"),
    transform: Self.seconds)
  var timeout: Double?

  @OptionGroup var caching: CacheOption

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(name: .shortAndLong, help: "No progress.")
  var quiet = false

  @OptionGroup(title: "Slurm") var slurm: SlurmOptions

  func validate() throws {
    if engine == .slurm, timeout != nil {
      throw ValidationError("--timeout is for the local engine; Slurm takes --time-limit.")
    }
    if engine == .local, slurm.isGiven {
      throw ValidationError("--partition and its like are for --engine slurm.")
    }
    if let processes, !(1...1024).contains(processes) {
      throw ValidationError("--processes must be between 1 and 1024.")
    }
  }

  var processCount: Int { processes ?? ProcessInfo.processInfo.activeProcessorCount }

  /// Runs the open cells of a locked grid and prints the outcome.
  ///
  /// - Throws: ``UserError`` if a cell is unfinished, unless Slurm has it.
  func carryOut(
    _ folder: GridFolder, _ manifest: GridManifest, retriesFailed: Bool
  ) async throws {
    let execution = GridExecution(
      folder: folder, manifest: manifest, cache: caching.cache, processes: processCount,
      retriesFailed: retriesFailed)
    switch engine {
    case .local:
      _ = try Gnuplot.locate()
      try await execution.runHere(timeout: timeout, progress: ProgressReporter(quiet: quiet))
      let result = try execution.overview()
      try json ? printJSON(result) : Console.print(result.text)
      try result.requireFinished()
    case .slurm:
      let submitted = try execution.submit(slurm.request, atOnce: processes)
      let result = try execution.overview()
      if json { return try printJSON(result) }
      try Console.print(result.text)
      try Console.print(
        submitted.map {
          "\nsubmitted \($0.cells) cells as \($0.jobs.count == 1 ? "job" : "jobs") "
            + "\($0.jobs.joined(separator: ", ")); soar grid status "
            + "\(folder.path.shellWord.escapingControlCharacters) shows how far they are"
            + ($0.left == 0
              ? "" : "\n\($0.left) cells are left for the same command later: \($0.reason)")
        } ?? "\nnothing to submit")
    }
  }

  /// `90`, `90s`, `20m`, `2h`.
  private static func seconds(_ text: String) throws -> Double {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
    let factor = text.last.flatMap { units[$0] }
    guard let value = Double(factor == nil ? text : String(text.dropLast())), value > 0,
      value.isFinite, value * (factor ?? 1) <= 1e8
    else {
      throw ValidationError("--timeout takes a time such as 90s, 20m or 2h.")
    }
    return value * (factor ?? 1)
  }
}
