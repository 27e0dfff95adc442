import ArgumentParser
import Diagnostics
import Experiments
import Foundation
import Grids
import Reporting
import SelfPlay
import Worlds

/// Options shared by the processes of a grid's cells.
struct GridProcessOptions: ParsableArguments {
  @Argument(help: "The grid's folder.", completion: .directory)
  var directory: String

  @Argument(help: "The cell's name.")
  var name: String

  @Option(help: "Threads.")
  var workers = 1

  @OptionGroup var caching: CacheOption

  @Flag(help: "Stop when standard input ends, as it does when the scheduler is gone.")
  var supervised = false

  func validate() throws {
    if !(1...1024).contains(workers) {
      throw ValidationError("--workers must be between 1 and 1024.")
    }
  }

  func cell() throws -> (folder: GridFolder, cell: GridManifest.Cell) {
    let (folder, manifest) = try GridFolder.open(URL(fileURLWithPath: directory))
    return (folder, try folder.cell(named: name, in: manifest))
  }

  /// Stops when standard input closes. The scheduler holds its other end and never writes, so any
  /// death of the scheduler closes it; finished work is then saved, and nothing runs on unseen.
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

/// `soar grid cell`: one cell, in this process; started by the schedulers.
struct GridCellCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cell",
    abstract: "Run or continue one cell of a grid, in this process.",
    discussion: """
      `soar grid run` starts this command for each cell. Use it by hand to look into a failing \
      cell. If another process runs the cell, it waits.

      EXAMPLE
        soar grid cell grids/stall lower-rate-seed-1-0123456789ab --workers 2
      """)

  @OptionGroup var options: GridProcessOptions

  func run() async throws {
    options.watchScheduler()
    let (folder, cell) = try options.cell()
    let run = CellRun(
      folder: folder, cell: cell, cache: options.caching.cache, workers: options.workers,
      isSupervised: options.supervised, progress: ProgressReporter(quiet: false)
    ) {
      let gnuplot = try Gnuplot.locate()
      return { try $0.writeReport(gnuplot: gnuplot) }
    }
    try Console.print("digest: \(try await run.carryOut())")
  }
}

/// `soar grid base`: pretrains a cell's base model, for all cells that share it.
struct GridBaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "base",
    abstract: "Pretrain the base model of a cell, for all cells that share it.",
    discussion: """
      `soar grid run` starts this command for a base model that the cache lacks.

      EXAMPLE
        soar grid base grids/stall lower-rate-seed-1-0123456789ab --workers 2
      """)

  @OptionGroup var options: GridProcessOptions

  func run() async throws {
    options.watchScheduler()
    let (folder, cell) = try options.cell()
    let configuration = try folder.resolved(cell)
    _ = try await BaseModelSource(
      configuration: configuration, task: EmbeddedWorld(configuration.world),
      cache: options.caching.cache, pool: WorkerPool(workers: options.workers),
      progress: ProgressReporter(quiet: false)
    ).model()
  }
}
