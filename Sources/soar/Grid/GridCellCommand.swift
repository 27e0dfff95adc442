import ArgumentParser
import Diagnostics
import Experiments
import Foundation
import Grids
import Reporting
import SelfPlay
import Worlds

/// What the processes of a grid's cells share.
struct GridProcessOptions: ParsableArguments {
  @Argument(help: "The grid's folder.")
  var directory: String

  @Argument(help: "The cell's name.")
  var name: String

  @Option(help: "Threads.")
  var workers = 1

  @Flag(help: "Neither read nor write the cache of pretrained models.")
  var noCache = false

  @Flag(help: "Stop when standard input ends, as it does when the scheduler is gone.")
  var supervised = false

  func validate() throws {
    if !(1...1024).contains(workers) {
      throw ValidationError("--workers must be between 1 and 1024.")
    }
  }

  var cache: BaseModelCache {
    BaseModelCache(folder: noCache ? nil : BaseModelCache.userFolder())
  }

  func cell() throws -> (folder: GridFolder, cell: GridManifest.Cell) {
    let (folder, manifest) = try GridFolder.open(URL(fileURLWithPath: directory))
    guard let cell = manifest.cells.first(where: { $0.name == name }) else {
      throw UserError(
        .usage, file: folder.path, "there is no cell '\(name)'",
        hint: "soar grid status \(folder.path) lists them")
    }
    return (folder, cell)
  }

  /// The scheduler holds the other end of standard input and never writes. Its death, however it
  /// comes, closes it; what was finished is then saved, and nothing runs on unseen.
  func watchScheduler() {
    guard supervised else { return }
    Thread.detachNewThread {
      var byte: UInt8 = 0
      while true {
        let count = read(STDIN_FILENO, &byte, 1)
        if count == 0 || (count < 0 && errno != EINTR) { break }
      }
      kill(getpid(), SIGTERM)
    }
  }
}

/// `soar grid cell`: one cell, in this process. What the schedulers start.
struct GridCellCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cell",
    abstract: "Run or continue one cell of a grid, in this process.",
    discussion: """
      What `soar grid run` starts for each cell; by hand it helps to look into one that fails. A \
      cell that another process runs is waited for.

      EXAMPLE
        soar grid cell grids/stall lower-rate-seed-1-0123456789ab --workers 2
      """)

  @OptionGroup var options: GridProcessOptions

  func run() async throws {
    options.watchScheduler()
    let (folder, cell) = try options.cell()
    let run = CellRun(
      folder: folder, cell: cell, cache: options.cache, workers: options.workers,
      isSupervised: options.supervised, progress: ProgressReporter(quiet: false)
    ) {
      let gnuplot = try Gnuplot.locate()
      return { _ = try $0.writeReport(gnuplot: gnuplot) }
    }
    try Console.print("digest: \(try await run.carryOut())")
  }
}

/// `soar grid base`: the base model of a cell, for all cells that share it.
struct GridBaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "base",
    abstract: "Pretrain the base model of a cell, for all cells that share it.",
    discussion: """
      What `soar grid run` starts first for a base model that the cache does not hold.

      EXAMPLE
        soar grid base grids/stall lower-rate-seed-1-0123456789ab --workers 2
      """)

  @OptionGroup var options: GridProcessOptions

  func run() async throws {
    options.watchScheduler()
    let (folder, cell) = try options.cell()
    let configuration = try folder.resolved(cell)
    _ = try await BaseModelSource(
      configuration: configuration, world: EmbeddedWorld(configuration.world),
      cache: options.cache, pool: WorkerPool(workers: options.workers),
      progress: ProgressReporter(quiet: false)
    ).model()
  }
}
