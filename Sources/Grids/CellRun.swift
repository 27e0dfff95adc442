import Configuration
public import Diagnostics
public import Experiments
import Foundation
import Numerics
import RunStore
import SelfPlay
import Tasks
import Worlds

/// One attempt at a cell: the run itself, as `soar run` does it, and the cell's state.
public struct CellRun {
  let folder: GridFolder
  let cell: GridManifest.Cell
  let cache: BaseModelCache
  let workers: Int
  let progress: ProgressReporter
  /// Locates what a run's report needs before the run, and returns the function that writes it
  /// afterwards.
  let report: () throws -> (RunExecution) throws -> Void
  /// Whether the local scheduler, itself possibly in a Slurm job, started this process.
  let isSupervised: Bool

  public init(
    folder: GridFolder, cell: GridManifest.Cell, cache: BaseModelCache, workers: Int,
    isSupervised: Bool, progress: ProgressReporter,
    report: @escaping () throws -> (RunExecution) throws -> Void
  ) {
    self.folder = folder
    self.cell = cell
    self.cache = cache
    self.workers = workers
    self.isSupervised = isSupervised
    self.progress = progress
    self.report = report
  }

  /// - Returns: the run's digest.
  /// - Throws: the run's error, after recording it in the state; a ``UserError`` for a finished run
  ///   whose training hit a non-finite loss.
  public func carryOut() async throws -> String {
    let lock = try await lock()
    defer { withExtendedLifetime(lock) {} }
    var state = try folder.state(cell.name) ?? CellState(status: .running)
    if state.status == .finished, let digest = state.digest { return digest }
    let clock = ContinuousClock.now
    let secondsBefore = state.seconds + untoldSeconds(state)
    state.status = .running
    state.attempts += 1
    state.started = Date()
    state.ended = nil
    state.reason = nil
    state.exitStatus = nil
    state.host = HostMachine.name
    state.workers = workers
    state.job = isSupervised ? nil : Self.slurmJob
    try folder.write(state, cell.name)
    func end(_ status: CellState.Status, _ exitStatus: Int32, _ reason: String?) throws {
      state.status = status
      state.exitStatus = exitStatus
      state.reason = reason
      state.ended = Date()
      state.seconds = secondsBefore + (ContinuousClock.now - clock) / .seconds(1)
      try folder.write(state, cell.name)
    }
    do {
      let configuration = try folder.resolved(cell)
      let pretraining = ContinuousClock.now
      try await prepareBaseModel(configuration)
      state.pretrainingSeconds += (ContinuousClock.now - pretraining) / .seconds(1)
      let store = try await finishedStore(configuration)
      try Self.requireFiniteTraining(store)
      state.digest = try store.digest()
      try end(.finished, 0, nil)
      return state.digest ?? ""
    } catch let error as UserError {
      try? end(
        CellState.Status(after: error.status), error.status.rawValue, error.description)
      throw error
    } catch is CancellationError {
      try? end(.interrupted, ExitStatus.interrupted.rawValue, "interrupted")
      throw CancellationError()
    } catch {
      try? end(
        .failed, ExitStatus.software.rawValue, "\(error)".escapingControlCharacters)
      throw error
    }
  }

  /// Uncounted seconds of an attempt killed together with its scheduler, up to the run's last
  /// write.
  private func untoldSeconds(_ state: CellState) -> Double {
    guard state.status == .interrupted, state.ended == nil, let started = state.started else {
      return 0
    }
    let run = RunFolder(url: folder.run(cell.name))
    let words = [run.log, run.metrics].compactMap { file in
      (try? FileManager.default.attributesOfItem(atPath: file.path))?[.modificationDate] as? Date
    }
    return max(0, words.max().map { $0.timeIntervalSince(started) } ?? 0)
  }

  /// Waits for a process that is still saving after its scheduler was killed.
  private func lock() async throws -> FileLock {
    var isFirst = true
    while true {
      try Task.checkCancellation()
      if let lock = try folder.lock(cell.name) { return lock }
      if isFirst {
        progress.note("waiting for \(folder.lockHolder(cell.name)), which runs this cell")
      }
      isFirst = false
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  /// Runs before the run itself so that its time is measured separately: a cell that had to
  /// pretrain, or wait for another that did, says nothing about cells that find the model cached.
  private func prepareBaseModel(_ configuration: RunConfiguration) async throws {
    let own = RunFolder(url: folder.run(cell.name)).baseModel
    guard cache.folder != nil, !FileManager.default.fileExists(atPath: own.path),
      try !cache.holds(.web, configuration)
    else { return }
    _ = try await BaseModelSource(
      configuration: configuration, task: EmbeddedWorld(configuration.world), cache: cache,
      pool: WorkerPool(workers: workers), progress: progress
    ).model()
  }

  /// The store of the run, begun, continued or found finished.
  private func finishedStore(_ configuration: RunConfiguration) async throws -> RunStore {
    let url = folder.run(cell.name)
    if !FileManager.default.fileExists(atPath: url.path) {
      try begin(configuration, at: url)
    } else {
      // Closed at once: an open reader prevents folding the log into the store.
      let record = try RunStore.open(at: url, readOnly: true).run()
      guard record.configHash == cell.hash else {
        throw UserError(
          .dataError, file: url.relativePath, "holds a run of another configuration",
          hint: "move it away; the cell then begins anew")
      }
      // A kill between the run's end and its report leaves no report; a kill after the report
      // leaves a log beside the store.
      if record.outcome == .finished,
        FileManager.default.fileExists(atPath: RunFolder(url: url).reportFile.path)
      {
        let store = try RunStore.open(at: url, readOnly: false)
        try store.consolidate()
        return store
      }
    }
    let execution = try RunExecution.resume(at: url, workers: workers) {
      progress.note("warning: \($0)")
    }
    let writeReport = try report()
    try await execution.carryOut(
      usesCache: cache.folder != nil, progress: progress,
      resumeHint: "the command that ran the grid")
    try writeReport(execution)
    try execution.store.consolidate()
    return execution.store
  }

  /// The folder appears with a run already begun, so a kill at any instant leaves a resumable run
  /// or none.
  private func begin(_ configuration: RunConfiguration, at url: URL) throws {
    let temporary = url.deletingLastPathComponent()
      .appendingPathComponent(".\(url.lastPathComponent).partial")
    try? FileManager.default.removeItem(at: temporary)
    let execution = try RunExecution.begin(configuration, at: temporary, workers: workers)
    try execution.store.consolidate()
    try AtomicFile.replaceFolder(at: url, by: temporary)
  }

  private static func requireFiniteTraining(_ store: RunStore) throws {
    let diverged = try store.armRuns().filter { $0.status == .diverged }
    guard let first = diverged.first else { return }
    throw UserError(
      .dataError, place: "arms.\(first.arm)",
      "training met a loss that is not finite"
        + (diverged.count > 1 ? ", as in \(diverged.count - 1) more" : ""),
      hint: "the run is whole; lower student.learningRate")
  }

  /// `12_3` for task 3 of array job 12.
  private static var slurmJob: String? {
    let environment = ProcessInfo.processInfo.environment
    if let job = environment["SLURM_ARRAY_JOB_ID"], let task = environment["SLURM_ARRAY_TASK_ID"] {
      return "\(job)_\(task)"
    }
    return environment["SLURM_JOB_ID"]
  }
}

extension CellState.Status {
  /// Status of a cell whose process ended with an error. Like Ctrl-C, a full disk is not the cell's
  /// fault.
  init(after status: ExitStatus) {
    self = [.interrupted, .ioError].contains(status) ? .interrupted : .failed
  }
}
