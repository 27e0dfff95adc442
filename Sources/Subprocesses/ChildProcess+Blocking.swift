import Diagnostics
import Foundation
import Synchronization

extension ChildProcess {
  /// Runs the child while this thread waits, for synchronous callers: figures, and queries to git
  /// and Slurm. Uses Foundation, because swift-subprocess needs Swift's cooperative threads, all of
  /// which may be waiting here.
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
    // Read both streams in parallel, since either may be long.
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

/// Reads a pipe to its end on its own thread.
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

/// Ends a process after its timeout.
private final class Watch: Sendable {
  private let number: Int32
  /// Whether the process still runs, and whether it timed out.
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
        // Signal the whole group if the process leads one.
        kill(getpgid(number) == number ? -number : number, signal)
      }
    }
  }

  /// Stops the watch; returns whether the process timed out.
  func end() -> Bool {
    state.withLock { state in
      state.isOn = false
      return state.hasTimedOut
    }
  }
}
