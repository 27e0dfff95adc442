import Diagnostics
import Foundation
import Synchronization

/// A process of the scheduler: this same program, its output in a log, stopped with the scheduler.
final class CellProcess: Sendable {
  enum Ending: Sendable, Equatable {
    case exited(Int32)
    /// By the number of the signal.
    case signalled(Int32)
    case timedOut
  }

  /// Seconds that a process has for saving, after it was asked to stop, before it is killed.
  static let grace = 60.0

  private struct State {
    var process: Process?
    var isStopped = false
    var hasTimedOut = false
  }

  private let state = Mutex(State())

  /// Runs `soar` with some arguments to its end. Cancelling the task asks the process to stop, and
  /// waits for it.
  ///
  /// - Parameters:
  ///   - log: what the process says is added to this file.
  ///   - timeout: seconds after which it is asked to stop.
  static func run(_ arguments: [String], log: URL, timeout: Double?) async throws -> Ending {
    let cell = CellProcess()
    return try await withTaskCancellationHandler {
      try await cell.run(arguments, log: log, timeout: timeout)
    } onCancel: {
      cell.stop()
    }
  }

  private func run(_ arguments: [String], log: URL, timeout: Double?) async throws -> Ending {
    let output = try Self.open(log)
    let header =
      "--- \(Date().formatted(.iso8601)) soar \(arguments.joined(separator: " "))\n"
    try output.write(contentsOf: Data(header.utf8))
    let process = Process()
    process.executableURL = OwnProgram.running
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = output
    // Nothing is ever written to it: its end tells the process that the scheduler is gone.
    let life = Pipe()
    process.standardInput = life
    let watch = timeout.map { timeout in
      Task {
        try await Task.sleep(for: .seconds(timeout))
        self.state.withLock { $0.hasTimedOut = true }
        self.stop()
      }
    }
    defer { watch?.cancel() }
    let ending: Ending = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { process in
        let status = process.terminationStatus
        continuation.resume(
          returning: process.terminationReason == .uncaughtSignal
            ? .signalled(status) : .exited(status))
      }
      do {
        try process.run()
      } catch {
        continuation.resume(
          throwing: UserError(
            .osError, "a process cannot be started: \(error.localizedDescription)"))
        return
      }
      let isStopped = state.withLock { state in
        state.process = process
        return state.isStopped
      }
      // Stopped while it was being started.
      if isStopped { process.terminate() }
    }
    let hasTimedOut = state.withLock { state in
      state.process = nil
      return state.hasTimedOut
    }
    withExtendedLifetime(life) {}
    return hasTimedOut && ending != .exited(0) ? .timedOut : ending
  }

  /// Asks the process to save and end, and kills it when it does not.
  private func stop() {
    state.withLock { state in
      guard !state.isStopped else { return }
      state.isStopped = true
      state.process?.terminate()
    }
    Task {
      try await Task.sleep(for: .seconds(Self.grace))
      self.state.withLock { state in
        if let process = state.process { kill(process.processIdentifier, SIGKILL) }
      }
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

  /// The last `error: ` line of a log's end, without that word.
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
