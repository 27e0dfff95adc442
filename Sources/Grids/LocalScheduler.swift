public import Diagnostics
public import Experiments
import Foundation
import SelfPlay

/// Runs cells on this machine, each in its own process, with as many at once as there are slots.
public struct LocalScheduler: Sendable {
  let folder: GridFolder
  let cache: BaseModelCache
  let processes: Int
  /// Seconds per attempt at a cell; nil for no limit.
  let timeout: Double?
  let progress: ProgressReporter

  public init(
    folder: GridFolder, cache: BaseModelCache, processes: Int, timeout: Double?,
    progress: ProgressReporter
  ) {
    self.folder = folder
    self.cache = cache
    self.processes = processes
    self.timeout = timeout
    self.progress = progress
  }

  /// Seconds between session writes, so that a killed session has its busy time recorded to within
  /// about that.
  private static let heartbeat = 5.0

  private struct Ended: Sendable {
    var job: CellQueue.Job
    var ending: CellProcess.Ending
    var seconds: Double
  }

  private enum Event: Sendable {
    case ended(Ended)
    case beat
  }

  /// Runs the queue's cells and records each outcome in the cell's state.
  ///
  /// - Parameter done: already finished cells of the grid, out of `total`.
  /// - Throws: `CancellationError` after Ctrl-C, once all processes have ended.
  public func run(_ queue: CellQueue, done: Int, total: Int) async throws {
    var queue = queue
    var session = GridSession(started: Date(), processes: processes)
    let number = folder.nextSession
    let clock = ContinuousClock.now
    var running: [CellQueue.Job] = []
    var begun: [ContinuousClock.Instant] = []
    func write(isOver: Bool) throws {
      let now = ContinuousClock.now
      var current = session
      for (job, start) in zip(running, begun) {
        current.add(seconds: (now - start) / .seconds(1), of: job)
      }
      current.wallSeconds = (now - clock) / .seconds(1)
      current.isOver = isOver
      try folder.write(current, number: number)
    }
    try write(isOver: false)
    var finished = done
    var failed = 0
    var free = processes
    progress.begin(stage: "cells", total: total)
    progress.update(done, detail: "")
    try await withThrowingTaskGroup(of: Event.self) { group in
      func beat() {
        group.addTask {
          try? await Task.sleep(for: .seconds(Self.heartbeat))
          return .beat
        }
      }
      beat()
      while true {
        while !Task.isCancelled, let job = queue.next(free: free) {
          free -= job.slots
          running.append(job)
          begun.append(.now)
          group.addTask { .ended(try await carryOut(job)) }
          if case .base(let item, let workers) = job {
            progress.note("pretraining \(item.base) on \(workers) threads, for all its cells")
          }
        }
        guard !running.isEmpty, let event = try await group.next() else { break }
        guard case .ended(let ended) = event else {
          try write(isOver: false)
          // After Ctrl-C sleep returns at once, and only the end is left to report.
          if !Task.isCancelled { beat() }
          continue
        }
        if let index = running.firstIndex(of: ended.job) {
          running.remove(at: index)
          begun.remove(at: index)
        }
        free += ended.job.slots
        session.add(seconds: ended.seconds, of: ended.job)
        switch ended.job {
        case .cell(let item):
          let state = try settle(item.name, ended.ending, seconds: ended.seconds)
          if state.status == .finished { finished += 1 } else { failed += 1 }
          report(item.name, state, ended.seconds)
        case .base(let item, _):
          if ended.ending == .exited(0) {
            queue.baseIsReady(item.base)
          } else {
            for cell in queue.removeCells(of: item.base) {
              failed += 1
              try settleWithoutBase(cell, ended.ending)
            }
          }
        }
        progress.update(
          finished,
          detail: "\(running.count) running" + (failed > 0 ? ", \(failed) not finished" : ""))
        try write(isOver: false)
      }
      group.cancelAll()
    }
    try write(isOver: true)
    progress.end("\(finished) of \(total) finished")
    try Task.checkCancellation()
  }

  /// One job in its own process.
  private func carryOut(_ job: CellQueue.Job) async throws -> Ended {
    let clock = ContinuousClock.now
    let noCache = cache.folder == nil ? ["--no-cache"] : []
    let name = job.item.name
    let ending: CellProcess.Ending
    switch job {
    case .cell:
      ending = try await CellProcess.run(
        ["grid", "cell", folder.url.path, name, "--supervised"] + noCache, log: folder.log(name),
        timeout: timeout)
    case .base(let item, let workers):
      ending = try await CellProcess.run(
        ["grid", "base", folder.url.path, name, "--workers", "\(workers)", "--supervised"],
        log: folder.log(item.base), timeout: nil)
    }
    return Ended(
      job: job, ending: ending, seconds: (ContinuousClock.now - clock) / .seconds(1))
  }

  /// The state after a process ends; the process has written it unless it could not.
  private func settle(
    _ name: String, _ ending: CellProcess.Ending, seconds: Double
  ) throws -> CellState {
    var state = try folder.state(name) ?? CellState(status: .interrupted)
    if state.ended == nil { state.seconds += seconds }
    switch ending {
    case .exited(0) where state.status == .finished: return state
    case .exited(ExitStatus.interrupted.rawValue): state.status = .interrupted
    case .exited(let status):
      if [.failed, .interrupted].contains(state.status), state.exitStatus == status {
        return state
      }
      state.status = ExitStatus(rawValue: status).map(CellState.Status.init(after:)) ?? .failed
      state.exitStatus = status
      state.reason = CellProcess.lastError(in: folder.log(name)) ?? "ended with status \(status)"
    case .signalled(let number):
      state.status = Self.isFromOutside(number) ? .interrupted : .failed
      state.exitStatus = 128 + number
      state.reason = Self.words(ofSignal: number)
    case .timedOut:
      state.status = .failed
      state.exitStatus = ExitStatus.interrupted.rawValue
      state.reason = "took longer than --timeout \((timeout ?? 0).fixed(0))s; what was done is kept"
    }
    state.ended = state.ended ?? Date()
    try folder.write(state, name)
    return state
  }

  private func settleWithoutBase(_ item: CellQueue.Item, _ ending: CellProcess.Ending) throws {
    let log = folder.log(item.base)
    var state = try folder.state(item.name) ?? CellState(status: .failed)
    let isOutside: Bool
    switch ending {
    case .exited(let status):
      isOutside = ExitStatus(rawValue: status).map(CellState.Status.init(after:)) == .interrupted
    case .signalled(let number): isOutside = Self.isFromOutside(number)
    case .timedOut: isOutside = false
    }
    state.status = isOutside ? .interrupted : .failed
    state.exitStatus =
      switch ending {
      case .exited(let status): status
      case .signalled(let number): 128 + number
      case .timedOut: ExitStatus.interrupted.rawValue
      }
    let reason =
      switch ending {
      case .exited: CellProcess.lastError(in: log) ?? "failed"
      case .signalled(let number): Self.words(ofSignal: number)
      case .timedOut: "took longer than --timeout"
      }
    state.reason = "its base model \(item.base): \(reason)"
    try folder.write(state, item.name)
    report(item.name, state, 0)
  }

  private func report(_ name: String, _ state: CellState, _ seconds: Double) {
    let reason = state.reason.map { ": \($0)" } ?? ""
    progress.note("\(state.status.rawValue) \(name) in \(seconds.fixed(1)) s\(reason)")
  }

  /// Signals that people and systems send to end a process; the rest are crashes. Includes the
  /// kernel's out-of-memory SIGKILL, which is not the cell's fault.
  private static func isFromOutside(_ number: Int32) -> Bool {
    [SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGQUIT].contains(number)
  }

  private static func words(ofSignal number: Int32) -> String {
    let name = String(cString: strsignal(number)).lowercased()
    return isFromOutside(number)
      ? "ended by signal \(number) (\(name))"
        + (number == SIGKILL ? ", by hand or for want of memory" : "")
      : "crashed with signal \(number) (\(name))"
  }
}

extension GridSession {
  /// Counts one job's time: its seconds, times the threads it pretrained with.
  fileprivate mutating func add(seconds: Double, of job: CellQueue.Job) {
    switch job {
    case .cell: cellSeconds += seconds
    case .base(_, let workers): pretrainingSeconds += seconds * Double(workers)
    }
  }
}
