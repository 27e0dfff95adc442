public import Foundation

/// What became of a cell so far. A cell without a state has not been tried.
public struct CellState: Codable, Sendable, Equatable {
  public enum Status: String, Codable, Sendable, CaseIterable {
    case running
    case finished
    /// Ended by itself with an error, by a crash, by training that met a loss that is not finite, or
    /// by its time-out. Tried again on request only.
    case failed
    /// Ended from outside; continued by the next call.
    case interrupted
    /// Handed to a batch system that has not begun with it.
    case queued
  }

  public var status: Status
  /// Processes that were started for it.
  public var attempts: Int
  /// Seconds of its processes, over all attempts.
  public var seconds: Double
  /// Of these, seconds of pretraining its base model, or of waiting for another process to do so.
  public var pretrainingSeconds = 0.0
  /// Threads of the last attempt.
  public var workers: Int?
  public var started: Date?
  public var ended: Date?
  /// Of a cell that is not finished: why, in one line.
  public var reason: String?
  /// Exit status of the last attempt that ended; for one that a signal ended 128 plus its number.
  public var exitStatus: Int32?
  /// Of the finished run.
  public var digest: String?
  /// Where it runs, or ran last.
  public var host: String?
  /// The batch system's name for it: `12_3`.
  public var job: String?

  public init(
    status: Status, attempts: Int = 0, seconds: Double = 0, started: Date? = nil,
    ended: Date? = nil, reason: String? = nil, exitStatus: Int32? = nil, digest: String? = nil,
    host: String? = nil, job: String? = nil
  ) {
    self.status = status
    self.attempts = attempts
    self.seconds = seconds
    self.started = started
    self.ended = ended
    self.reason = reason
    self.exitStatus = exitStatus
    self.digest = digest
    self.host = host
    self.job = job
  }
}

extension CellState {
  /// Seconds of one thread, without pretraining: what estimates of other cells go by.
  public var threadSeconds: Double {
    max(0, seconds - pretrainingSeconds) * Double(workers ?? 1)
  }
}

/// One call of the local scheduler, for its share of busy time.
public struct GridSession: Codable, Sendable, Equatable {
  public var started: Date
  /// Processes that could run at once.
  public var processes: Int
  /// Seconds since the start, when this was written.
  public var wallSeconds: Double
  /// Seconds of cells' processes, summed.
  public var cellSeconds: Double
  /// Seconds of processes that pretrained base models, each times the threads that it had.
  public var pretrainingSeconds: Double
  public var isOver: Bool

  public init(
    started: Date, processes: Int, wallSeconds: Double = 0, cellSeconds: Double = 0,
    pretrainingSeconds: Double = 0, isOver: Bool = false
  ) {
    self.started = started
    self.processes = processes
    self.wallSeconds = wallSeconds
    self.cellSeconds = cellSeconds
    self.pretrainingSeconds = pretrainingSeconds
    self.isOver = isOver
  }

  /// Busy time over the time that there was, 0 to 1; nil for a session of no length.
  public var busyShare: Double? {
    let available = Double(processes) * wallSeconds
    return available > 0 ? (cellSeconds + pretrainingSeconds) / available : nil
  }
}
