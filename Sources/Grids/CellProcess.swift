import Diagnostics
import Foundation
import Subprocesses

/// A process of the scheduler: this program, logging to a file, stopped with the scheduler.
enum CellProcess {
  enum Ending: Sendable, Equatable {
    case exited(Int32)
    /// With the signal's number.
    case signalled(Int32)
    case timedOut
  }

  /// Seconds a process has to save after it was asked to stop, before it is killed.
  static let grace = 60.0

  /// Runs `soar` with the given arguments to its end. Cancelling the task asks the process to stop
  /// and waits for it.
  ///
  /// - Parameters:
  ///   - log: receives the process's output, appended.
  ///   - timeout: seconds before it is asked to stop.
  static func run(_ arguments: [String], log: URL, timeout: Double?) async throws -> Ending {
    let output = try open(log)
    let header =
      "--- \(Date().formatted(.iso8601)) soar \(arguments.joined(separator: " "))\n"
    try output.write(contentsOf: Data(header.utf8))
    try output.close()
    var child = ChildProcess(.at(OwnProgram.running), arguments)
    // The pipe's end tells the process that the scheduler is gone.
    child.input = .lifeline
    child.timeout = timeout.map { .seconds($0) }
    child.grace = .seconds(grace)
    let outcome = try await child.run(appendingTo: log)
    if outcome.hasTimedOut && !outcome.isSuccess { return .timedOut }
    return switch outcome.status {
    case .exited(let status): .exited(status)
    case .signalled(let number): .signalled(number)
    }
  }

  private static func open(_ log: URL) throws -> FileHandle {
    if !FileManager.default.fileExists(atPath: log.path) {
      try AtomicFile.createFolder(log.deletingLastPathComponent())
      try AtomicFile.write("", to: log)
    }
    do {
      let handle = try FileHandle(forWritingTo: log)
      try handle.seekToEnd()
      return handle
    } catch {
      throw UserError.writing(log.path, error)
    }
  }

  /// The last `error: ` line at the log's end, without that prefix.
  static func lastError(in log: URL) -> String? {
    guard let handle = try? FileHandle(forReadingFrom: log) else { return nil }
    defer { try? handle.close() }
    let size = (try? handle.seekToEnd()) ?? 0
    try? handle.seek(toOffset: size > 16_384 ? size - 16_384 : 0)
    let text = String(decoding: (try? handle.readToEnd()) ?? Data(), as: UTF8.self)
    let line = text.split(separator: "\n").last {
      $0.hasPrefix("error: ") || $0.hasPrefix("Error: ")
    }
    return line.map {
      $0.dropFirst("error: ".count).prefix(400).description.escapingControlCharacters
    }
  }
}
