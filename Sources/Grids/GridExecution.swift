public import Diagnostics
public import Experiments
import Foundation
import SelfPlay

/// A call that runs the open cells of a grid, which is locked and written.
public struct GridExecution {
  public var folder: GridFolder
  public var manifest: GridManifest
  /// Where base models are kept.
  public var cache: BaseModelCache
  /// Cells at once on this machine.
  public var processes: Int
  /// Whether failed cells are run too.
  public var retriesFailed: Bool

  public init(
    folder: GridFolder, manifest: GridManifest, cache: BaseModelCache, processes: Int,
    retriesFailed: Bool = false
  ) {
    self.folder = folder
    self.manifest = manifest
    self.cache = cache
    self.processes = processes
    self.retriesFailed = retriesFailed
  }

  /// What is there now.
  public func overview() throws -> GridOverview {
    try GridOverview(of: folder, manifest, processes: processes)
  }

  /// Runs what is not finished on this machine. What becomes of each cell stands in its state.
  ///
  /// - Parameter timeout: seconds of one attempt at a cell; nil for no end.
  /// - Throws: ``UserError`` where Slurm has one of the cells, or after an interruption.
  public func runHere(timeout: Double?, progress: ProgressReporter) async throws {
    let overview = try overview()
    if let row = overview.rows.first(where: {
      $0.status == .queued || $0.status == .running && $0.job != nil
    }) {
      throw UserError(
        .cannotCreate, file: folder.path, "cell \(row.name) is in Slurm's hands",
        hint: "go on with --engine slurm, or scancel its jobs first")
    }
    let waiting = open(overview)
    guard !waiting.isEmpty else { return }
    do {
      try await LocalScheduler(
        folder: folder, cache: cache, processes: processes, timeout: timeout, progress: progress
      ).run(
        try queue(waiting), done: overview.rows.count { $0.status == .finished },
        total: overview.rows.count)
    } catch is CancellationError {
      throw UserError(
        .interrupted, "interrupted; what was finished is saved", hint: "the same command continues")
    }
  }

  private func queue(_ waiting: [GridOverview.Row]) throws -> CellQueue {
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
    return CellQueue(items, missingBases: missing)
  }

  /// Submits what is neither finished nor in the queue to Slurm, cells of different base models
  /// first, so that few of those that begin together wait for the same one.
  ///
  /// - Parameter atOnce: most tasks at once; nil for as many as Slurm has room for.
  /// - Returns: the job's number and its count of cells; nil where nothing is left to submit.
  public func submit(
    _ request: SlurmRequest, atOnce: Int?
  ) throws -> (job: String, cells: Int)? {
    let overview = try overview()
    if let problem = overview.slurmProblem { throw UserError(.unavailable, problem) }
    var seen: [String: Int] = [:]
    let names = open(overview).map { row in
      seen[row.base, default: 0] += 1
      return (name: row.name, rank: seen[row.base] ?? 0)
    }.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element.name)
    guard !names.isEmpty else { return nil }
    let scheduler = SlurmScheduler(
      folder: folder, request: request, noCache: cache.folder == nil, atOnce: atOnce)
    return (try scheduler.submit(names), names.count)
  }

  /// Cells to run, but for those in Slurm's hands.
  private func open(_ overview: GridOverview) -> [GridOverview.Row] {
    overview.rows.filter { row in
      switch row.status {
      case .finished, .queued: false
      case .failed: retriesFailed
      case .running: row.job == nil
      case .interrupted, .waiting: true
      }
    }
  }
}
