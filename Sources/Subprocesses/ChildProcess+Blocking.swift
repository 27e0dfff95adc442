import Diagnostics
import Foundation
import Synchronization

extension ChildProcess {
  /// Runs it while this thread waits, for callers that are not asynchronous: figures, and questions
  /// to git and Slurm. Through Foundation, because swift-subprocess has work done on Swift's
  /// cooperative threads, all of which may be waiting here.
  package func runBlocking() throws -> Outcome {
    let process = Process()
    switch program {
    case .named(let name):
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = [name] + arguments
    case .at(let url):
      process.executableURL = url
      process.arguments = arguments
    }
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    do {
      switch input {
      case .nothing: process.standardInput = FileHandle.nullDevice
      case .file(let url): process.standardInput = try FileHandle(forReadingFrom: url)
      case .lifeline: process.standardInput = Pipe()
      }
      try process.run()
    } catch {
      throw UserError(.osError, file: name, "cannot be run: \(error.localizedDescription)")
    }
    let watch = timeout.map { Watch(process, after: $0, grace: grace) }
    // Beside the other, which may be long as well.
    let reader = Reader(errors)
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let complaints = reader.wait()
    process.waitUntilExit()
    let code = process.terminationStatus
    return Outcome(
      status: process.terminationReason == .uncaughtSignal ? .signalled(code) : .exited(code),
      hasTimedOut: watch?.end() ?? false, printed: String(decoding: printed, as: UTF8.self),
      errors: String(decoding: complaints, as: UTF8.self))
  }
}

/// Reads a pipe to its end on a thread of its own.
private final class Reader: Sendable {
  private let data = Mutex(Data())
  private let isDone = DispatchSemaphore(value: 0)

  init(_ pipe: Pipe) {
    let handle = pipe.fileHandleForReading
    Thread.detachNewThread { [self] in
      let all = handle.readDataToEndOfFile()
      data.withLock { $0 = all }
      isDone.signal()
    }
  }

  func wait() -> Data {
    isDone.wait()
    return data.withLock { $0 }
  }
}

/// Ends a process whose time is up.
private final class Watch: Sendable {
  private let number: Int32
  /// Whether it still runs, and whether its time was up.
  private let state = Mutex((isOn: true, hasTimedOut: false))

  init(_ process: Process, after timeout: Duration, grace: Duration) {
    number = process.processIdentifier
    schedule(after: timeout, grace == .zero ? SIGKILL : SIGTERM)
    if grace > .zero { schedule(after: timeout + grace, SIGKILL) }
  }

  private func schedule(after time: Duration, _ signal: Int32) {
    DispatchQueue.global().asyncAfter(deadline: .now() + time / .seconds(1)) { [self] in
      state.withLock { state in
        guard state.isOn else { return }
        state.hasTimedOut = true
        // With what it has started itself, where it leads a group of its own.
        kill(getpgid(number) == number ? -number : number, signal)
      }
    }
  }

  /// Whether the time was up.
  func end() -> Bool {
    state.withLock { state in
      state.isOn = false
      return state.hasTimedOut
    }
  }
}
