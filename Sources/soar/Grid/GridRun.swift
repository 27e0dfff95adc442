import ArgumentParser
import Diagnostics
import Foundation
import Grids
import SelfPlay

/// `soar grid run`.
struct GridRun: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run the cells of a grid that are not finished.",
    discussion: """
      Creates the grid's folder, or continues it: skips finished cells, continues interrupted \
      ones, and retries failed ones only with --retry-failed. A base model that cells share is \
      pretrained once. Ctrl-C lets all cells save and stop.

      Overrides come after the file, as in Hydra: a key with one value has it at every point; a \
      key with several values multiplies the points. Ranges exclude their end.

      Exits with status 0 if all cells are finished, 75 if some were interrupted, and otherwise \
      with the status of the first failed cell.

      EXAMPLES
        soar grid run ablations/stall.yaml --dry-run
        soar grid run ablations/stall.yaml --processes 2 --timeout 2h
        soar grid run my.yaml soar.datasets=2,4,8 seeds=1,2,3 --output grids/mine
        soar grid run my.yaml 'soar.threshold=range(0.01,0.05,0.01)'
        soar grid run my.yaml 'world.hardLengths=[4,5],[5,6]'
      """)

  @Argument(help: "The grid's file.", completion: .file(extensions: ["yaml"]))
  var file: String

  @Argument(
    help: ArgumentHelp("Keys to set or to sweep over.", valueName: "key.path=value,..."))
  var overrides: [String] = []

  @Option(
    name: .shortAndLong, help: "Folder for the grid; below grids/, by its name, by default.",
    completion: .directory)
  var output: String?

  @Flag(help: "Print the cells and the estimated time, and stop.")
  var dryRun = false

  @Flag(help: "Run failed cells too.")
  var retryFailed = false

  @OptionGroup var options: GridEngineOptions

  func run() async throws {
    let grid = try GridFile.read(URL(fileURLWithPath: file), overrides: overrides)
    let cells = try grid.cells(base: grid.base())
    let url = URL(fileURLWithPath: output ?? "grids/\(GridCell.slug(grid.name))")
    if dryRun {
      let overview = try GridOverview(
        planning: cells, of: grid, in: GridFolder(url), processes: options.processCount)
      return try options.json
        ? printJSON(overview) : Console.print(overview.plan)
    }
    let folder = GridFolder(url)
    let lock = try folder.lock()
    defer { withExtendedLifetime(lock) {} }
    let manifest = try folder.write(grid, cells, overrides: overrides)
    try await options.carryOut(folder, manifest, retriesFailed: retryFailed)
  }
}

/// `soar grid retry`.
struct GridRetry: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Run the failed and the unfinished cells of a grid.",
    discussion: """
      Like `soar grid run FILE --retry-failed`, but uses the grid stored in the folder. A failed \
      cell continues from its last checkpoint; with --fresh it starts over.

      EXAMPLES
        soar grid retry grids/stall
        soar grid retry grids/stall --timeout 4h
        soar grid retry grids/stall --fresh
      """)

  @Argument(help: "The grid's folder.", completion: .directory)
  var directory: String

  @Flag(help: "Delete the runs of failed cells first.")
  var fresh = false

  @OptionGroup var options: GridEngineOptions

  func run() async throws {
    let (folder, _) = try GridFolder.open(URL(fileURLWithPath: directory))
    let lock = try folder.lock()
    defer { withExtendedLifetime(lock) {} }
    let manifest = try folder.manifest()
    if fresh { try folder.removeFailedRuns(of: manifest) }
    try await options.carryOut(folder, manifest, retriesFailed: true)
  }
}
