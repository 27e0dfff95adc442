import Ablations
import Diagnostics
import Foundation
import Reporting
import SelfPlay

/// A call of the local scheduler on a grid that is locked and written.
struct GridSessionRun {
  let folder: GridFolder
  let manifest: GridManifest
  let options: GridEngineOptions

  /// Runs what is not finished, prints what came of it, and throws where a cell is not finished.
  func carryOut(retryFailed: Bool) async throws {
    _ = try Gnuplot.locate()
    let overview = try GridOverview(of: folder, manifest, processes: options.processCount)
    let waiting = try overview.rows.filter { row in
      switch row.status {
      case .finished: return false
      case .failed: return retryFailed
      case .running, .interrupted, .waiting: return true
      case .queued:
        throw UserError(
          .cannotCreate, file: folder.path, "cell \(row.name) is in Slurm's queue",
          hint: "go on with --engine slurm, or scancel its jobs first")
      }
    }
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
      let engine = LocalEngine(
        folder: folder, cache: cache, processes: options.processCount, timeout: options.timeout,
        progress: Progress(quiet: options.quiet))
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
