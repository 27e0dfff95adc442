import Configuration
import Diagnostics
import Experiments
public import Foundation
import RunStore
public import SelfPlay
import Tasks

/// Every cell of a grid with its outcome and its remaining work, as far as measurements allow.
public struct GridOverview: Encodable {
  public enum Status: String, Encodable {
    case waiting, queued, running, finished, interrupted, failed
  }

  /// A cell.
  public struct Row: Encodable {
    public var name: String
    var label: String
    var seed: Int
    var hash: String
    /// The point's values by key, each as one line of YAML.
    var values: [String: String]
    public var status: Status
    var attempts: Int
    /// Seconds of its processes so far, including a running one.
    var seconds: Double
    /// Single-thread seconds of the whole cell, excluding pretraining; nil if nothing like it was
    /// measured.
    public var expectedSeconds: Double?
    var reason: String?
    var digest: String?
    var exitStatus: Int32?
    public var job: String?
    /// Folder of the run, and log of its processes.
    var folder: String
    var log: String
    /// Equal for cells that share a base model.
    public var base: String
    /// Excluded from JSON.
    public var cell: GridManifest.Cell

    enum CodingKeys: CodingKey {
      case name, label, seed, hash, values, status, attempts, seconds, expectedSeconds, reason
      case digest, exitStatus, job, folder, log, base
    }
  }

  var grid: String
  var folder: String
  public var rows: [Row]
  /// Cells of earlier versions of the grid, left untouched.
  var formerCells: Int
  /// Whether a local scheduler is working on it.
  var isRunning: Bool
  /// The last session of the local scheduler.
  var session: GridSession?
  var processes: Int
  /// Until all cells end, from `estimateOrigins`; nil if some cell has no estimate.
  var secondsLeft: Double?
  var estimateOrigins: [String]
  /// Unfinished cells without an estimate.
  var unestimated: Int
  /// Base models of unfinished cells that the user's cache lacks.
  var missingBases: Int
  /// Why Slurm could not be queried; nil if it was, or has no part in the grid.
  public var slurmProblem: String?

  /// - Parameter configurations: by hash, for cells whose folder may not exist yet.
  public init(
    of folder: GridFolder, _ manifest: GridManifest, processes: Int,
    configurations: [String: RunConfiguration] = [:], now: Date = Date()
  ) throws {
    grid = manifest.name
    self.folder = folder.path
    formerCells = manifest.cells.count { !$0.isCurrent }
    isRunning = folder.isLocked
    session = folder.allSessions().last
    self.processes = processes
    var queue: SlurmQueue?
    do {
      queue = try SlurmQueue(SlurmScheduler.submissions(in: folder))
    } catch let error as UserError {
      slurmProblem = error.description
    }
    var works: [ExpectedWork] = []
    var missing = Set<String>()
    let cache = BaseModelCache(folder: BaseModelCache.userFolder())
    var measurements: [CostEstimate.Measurement] = []
    rows = []
    for cell in manifest.currentCells {
      let configuration = try configurations[cell.hash] ?? folder.resolved(cell)
      let base = try StoredRunRates.base(of: configuration)
      let work = try ExpectedWork(configuration)
      works.append(work)
      let state = try folder.state(cell.name)
      var row = Row(cell, state, base: base, in: folder)
      if let queue { row.apply(queue) }
      if row.status == .running, let started = state?.started {
        row.seconds += max(0, now.timeIntervalSince(started))
      }
      // An interrupted cell has lost some of its time, or done some work twice.
      if let state, state.status == .finished, state.attempts == 1 {
        measurements.append(.init(base: base, work: work, seconds: state.threadSeconds))
      }
      if row.status != .finished, try !cache.holds(.web, configuration) { missing.insert(base) }
      rows.append(row)
    }
    missingBases = missing.count
    // Measured cells of earlier versions count too.
    for cell in manifest.cells where !cell.isCurrent {
      guard let state = try folder.state(cell.name), state.status == .finished, state.attempts == 1,
        let configuration = try? folder.resolved(cell)
      else { continue }
      measurements.append(
        .init(
          base: try StoredRunRates.base(of: configuration), work: try ExpectedWork(configuration),
          seconds: state.threadSeconds))
    }
    var estimate = CostEstimate()
    estimate.add(
      measurements,
      origin:
        "\(measurements.count) finished cell\(measurements.count == 1 ? "" : "s") of this grid")
    let unfinished = rows.filter { $0.status != .finished }
    for base in Set(unfinished.map(\.base)).sorted() where !estimate.covers(base) {
      if let run = StoredRunRates.shared.measurement(of: base) {
        estimate.add([run.measurement], origin: run.origin)
      }
    }
    for index in rows.indices {
      rows[index].expectedSeconds = estimate.seconds(works[index], base: rows[index].base)
    }
    estimateOrigins = estimate.origins
    let left = rows.filter { $0.status != .finished && $0.status != .failed }
    unestimated = left.count { $0.expectedSeconds == nil }
    if unestimated == 0 {
      secondsLeft = CostEstimate.makespan(
        left.filter { $0.status != .running }.map(\.secondsLeft),
        running: left.filter { $0.status == .running }.map(\.secondsLeft), processes: processes)
    }
  }

  /// For a grid that is not written yet or would be rewritten.
  public init(
    planning cells: [GridCell], of grid: GridFile, in folder: GridFolder, processes: Int
  ) throws {
    let manifest = try folder.preview(grid, cells, overrides: [])
    try self.init(
      of: folder, manifest, processes: processes,
      configurations: Dictionary(
        cells.map { ($0.hash, $0.configuration) }, uniquingKeysWith: { first, _ in first }))
  }

  func count(_ status: Status) -> Int { rows.count { $0.status == status } }

  /// - Throws: ``UserError`` with the status of the first failed cell, or 75 if cells are otherwise
  ///   unfinished.
  public func requireFinished() throws {
    let failed = rows.filter { $0.status == .failed }
    if let first = failed.first {
      let status = first.exitStatus.flatMap(ExitStatus.init) ?? .software
      throw UserError(
        status, file: folder,
        "\(failed.count) of \(rows.count) cells failed: \(first.name)"
          + (failed.count > 1 ? " and others" : ""),
        hint: "soar grid retry \(folder) runs them again")
    }
    let unfinished = rows.count { $0.status != .finished }
    guard unfinished > 0 else { return }
    throw UserError(
      .interrupted, file: folder, "\(unfinished) of \(rows.count) cells are not finished",
      hint: "the same command continues")
  }
}

extension GridOverview.Row {
  /// A cell past its expected time is not necessarily done: it may have lost time to a kill, or
  /// share its processor. The floor of a tenth is a guess that keeps it in the sum.
  var secondsLeft: Double {
    let expected = expectedSeconds ?? 0
    return max(expected / 10, expected - seconds)
  }

  fileprivate init(
    _ cell: GridManifest.Cell, _ state: CellState?, base: String, in folder: GridFolder
  ) {
    let status: GridOverview.Status =
      switch state?.status {
      case nil: .waiting
      case .queued: .queued
      case .running: .running
      case .finished: .finished
      case .interrupted: .interrupted
      case .failed: .failed
      }
    self.init(
      name: cell.name, label: cell.label, seed: cell.seed, hash: cell.hash,
      values: Dictionary(cell.point.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 }),
      status: status, attempts: state?.attempts ?? 0, seconds: state?.seconds ?? 0,
      reason: status == .finished ? nil : state?.reason, digest: state?.digest,
      exitStatus: state?.exitStatus, job: state?.job,
      folder: folder.run(cell.name).relativePath, log: folder.log(cell.name).relativePath,
      base: base, cell: cell)
  }
}

extension GridOverview.Row {
  /// Applies what Slurm knows better than the cell's own state.
  fileprivate mutating func apply(_ queue: SlurmQueue) {
    guard status != .finished, status != .failed else { return }
    guard let (id, task) = queue.tasks[name] else {
      if status == .queued {
        status = .interrupted
        reason = "not submitted: soar ended before it could"
      }
      return
    }
    if let task, task.isLive {
      status = task.state == "PENDING" ? .queued : .running
      job = id
      let words = task.state.lowercased()
      reason = task.reason.isEmpty || task.reason == "None" ? words : "\(words), \(task.reason)"
    } else if status == .queued || (status == .interrupted && job == id) {
      status = .interrupted
      job = id
      reason = "job \(id) is over (\(task?.state.lowercased() ?? "Slurm no longer knows it"))"
    }
  }
}
