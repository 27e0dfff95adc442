import Diagnostics
import Experiments
import Foundation
import Grids
import Reporting
import SelfPlay

/// A call of `soar grid run` or `retry` on a grid that is locked and written.
struct GridSessionRun {
  let folder: GridFolder
  let manifest: GridManifest
  let options: GridEngineOptions

  func carryOut(retryFailed: Bool) async throws {
    let overview = try GridOverview(of: folder, manifest, processes: options.processCount)
    switch options.engine {
    case .local: try await runHere(overview, retryFailed: retryFailed)
    case .slurm: try submit(overview, retryFailed: retryFailed)
    }
  }

  /// Cells to run, but for those in Slurm's hands.
  private func open(_ overview: GridOverview, retryFailed: Bool) -> [GridOverview.Row] {
    overview.rows.filter { row in
      switch row.status {
      case .finished, .queued: false
      case .failed: retryFailed
      case .running: row.job == nil
      case .interrupted, .waiting: true
      }
    }
  }

  /// Submits what is neither finished nor in the queue, cells of different base models first, so that
  /// few of those that begin together wait for the same one.
  private func submit(_ overview: GridOverview, retryFailed: Bool) throws {
    if let problem = overview.slurmProblem { throw UserError(.unavailable, problem) }
    var seen: [String: Int] = [:]
    let names = open(overview, retryFailed: retryFailed).map { row in
      seen[row.base, default: 0] += 1
      return (name: row.name, rank: seen[row.base] ?? 0)
    }.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element.name)
    var job: String?
    if !names.isEmpty {
      job = try SlurmScheduler(
        folder: folder, request: options.slurm.request, noCache: options.noCache,
        atOnce: options.processes
      ).submit(names)
    }
    let result = try GridOverview(of: folder, manifest, processes: options.processCount)
    if options.json { return try printJSON(result) }
    try Console.print(result.text)
    if let job {
      try Console.print(
        "\nsubmitted \(names.count) cells as job \(job); "
          + "soar grid status \(folder.path.escapingControlCharacters) shows how far they are")
    } else {
      try Console.print("\nnothing to submit")
    }
  }

  /// Runs what is not finished, prints what came of it, and throws where a cell is not finished.
  private func runHere(_ overview: GridOverview, retryFailed: Bool) async throws {
    _ = try Gnuplot.locate()
    if let row = overview.rows.first(where: {
      $0.status == .queued || $0.status == .running && $0.job != nil
    }) {
      throw UserError(
        .cannotCreate, file: folder.path, "cell \(row.name) is in Slurm's hands",
        hint: "go on with --engine slurm, or scancel its jobs first")
    }
    let waiting = open(overview, retryFailed: retryFailed)
    if !waiting.isEmpty {
      let cache = options.cache
      var missing = Set<String>()
      var items: [CellQueue.Item] = []
      for row in waiting {
        let configuration = try folder.resolved(row.cell)
        let base = cache.folder == nil ? "" : row.base
        if cache.folder != nil, try !cache.holds(.web, configuration),
          !FileManager.default.fileExists(
            atPath: RunFolder(url: folder.run(row.name)).baseModel.path)
        {
          missing.insert(base)
        }
        items.append(
          CellQueue.Item(
            name: row.name, base: base, seconds: row.expectedSeconds,
            baseWorkers: configuration.pretraining.shards))
      }
      let engine = LocalScheduler(
        folder: folder, cache: cache, processes: options.processCount, timeout: options.timeout,
        progress: ProgressReporter(quiet: options.quiet))
      do {
        try await engine.run(
          CellQueue(items, missingBases: missing),
          done: overview.rows.count { $0.status == .finished }, total: overview.rows.count)
      } catch is CancellationError {
        throw UserError(
          .interrupted, "interrupted; what was finished is saved",
          hint: "the same command continues")
      }
    }
    let result = try GridOverview(of: folder, manifest, processes: options.processCount)
    try options.json ? printJSON(result) : Console.print(result.text)
    try result.requireFinished()
  }
}
