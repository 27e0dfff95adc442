public import Foundation

/// The outcome of a cell so far. A cell without a state has not been tried.
public struct CellState: Codable, Sendable, Equatable {
  public enum Status: String, Codable, Sendable, CaseIterable {
    case running
    case finished
    /// Ended by an error, a crash, a non-finite training loss or its time-out. Retried on request
    /// only.
    case failed
    /// Ended from outside; the next call continues it.
    case interrupted
    /// Handed to a batch system that has not started it.
    case queued
  }

  public var status: Status
  /// Processes started for it.
  public var attempts: Int
  /// Seconds of its processes, over all attempts.
  public var seconds: Double
  /// Part of `seconds` spent pretraining its base model, or waiting for another process to do so.
  public var pretrainingSeconds = 0.0
  /// Threads of the last attempt.
  public var workers: Int?
  public var started: Date?
  public var ended: Date?
  /// Why an unfinished cell is unfinished, in one line.
  public var reason: String?
  /// Exit status of the last finished attempt; 128 plus the signal's number if a signal ended it.
  public var exitStatus: Int32?
  /// Digest of the finished run.
  public var digest: String?
  /// Host where it runs, or last ran.
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
  /// Single-thread seconds without pretraining: the basis of estimates for other cells.
  public var threadSeconds: Double {
    max(0, seconds - pretrainingSeconds) * Double(workers ?? 1)
  }
}

/// One call of the local scheduler, for its busy share.
public struct GridSession: Codable, Sendable, Equatable {
  public var started: Date
  /// Maximum concurrent processes.
  public var processes: Int
  /// Seconds from the start until this was written.
  public var wallSeconds: Double
  /// Summed seconds of cell processes.
  public var cellSeconds: Double
  /// Seconds of pretraining processes, each times its threads.
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

  /// Busy time divided by available time, 0 to 1; nil for a zero-length session.
  public var busyShare: Double? {
    let available = Double(processes) * wallSeconds
    return available > 0 ? (cellSeconds + pretrainingSeconds) / available : nil
  }
}
