public import Diagnostics
public import Experiments
import Foundation
import SelfPlay
import Tasks

/// A call that runs the open cells of a grid; the grid is locked and written.
public struct GridExecution {
  public var folder: GridFolder
  public var manifest: GridManifest
  /// Where base models are cached.
  public var cache: BaseModelCache
  /// Concurrent cells on this machine.
  public var processes: Int
  /// Whether to rerun failed cells.
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

  /// The current state.
  public func overview() throws -> GridOverview {
    try GridOverview(of: folder, manifest, processes: processes)
  }

  /// Runs the unfinished cells on this machine and records each outcome in the cell's state.
  ///
  /// - Parameter timeout: seconds per attempt at a cell; nil for no limit.
  /// - Throws: ``UserError`` if Slurm has one of the cells, or after an interruption.
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

  /// Submits to Slurm the cells that are neither finished nor queued, with different base models
  /// first, so that few of the early starters wait for the same one.
  ///
  /// - Parameter atOnce: maximum concurrent tasks; nil for as many as Slurm can place.
  /// - Returns: nil if nothing is left to submit.
  /// - Throws: ``UserError`` if Slurm's limits leave room for no cell, before anything is submitted.
  public func submit(_ request: SlurmRequest, atOnce: Int?) throws -> SlurmSubmission? {
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
    let limits = try SlurmLimits(request)
    let arrays = try limits.arrays(of: names)
    var submitted = SlurmSubmission(left: names.count, reason: limits.reason)
    for array in arrays {
      do {
        // One array after the other, where a limit on concurrent tasks is for all of them.
        submitted.jobs.append(
          try scheduler.submit(array, after: atOnce == nil ? nil : submitted.jobs.last))
      } catch var error as UserError {
        guard !submitted.jobs.isEmpty else { throw error }
        error.message += "; \(submitted.cells) cells are submitted before"
        error.hint = "the same command submits the others"
        throw error
      }
      submitted.cells += array.count
      submitted.left -= array.count
    }
    return submitted
  }

  /// Cells to run, except those in Slurm's hands.
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

/// Cells handed to Slurm by one call.
public struct SlurmSubmission: Sendable {
  /// Numbers of the jobs, each an array.
  public var jobs: [String] = []
  public var cells = 0
  /// Cells for which Slurm's limits had no room.
  public var left: Int
  /// The limit, in words.
  public var reason: String
}
