import Diagnostics
import Foundation
import SystemPackage

extension ChildProcess {
  /// Runs the child while this thread waits, for synchronous callers: figures, and queries to git
  /// and Slurm. swift-subprocess needs Swift's cooperative threads, all of which may be waiting here.
  ///
  /// Comes back soon after the child's end, even if a process that it started still holds its
  /// streams.
  package func runBlocking() throws -> Outcome {
    var words = words
    if let folder {
      // posix_spawn changes folders only by an extension that Swift does not see.
      words = ["/bin/sh", "-c", #"cd -- "$0" && exec "$@""#, folder.path] + words
    }
    let (output, errors) = (try PipeContents(), try PipeContents())
    let (input, life) = try opened()
    var child: SpawnedChild
    do {
      defer {
        try? input.close()
        output.closeWriting()
        errors.closeWriting()
      }
      child = try SpawnedChild(
        words, environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
        descriptors: [input.rawValue, output.writing, errors.writing])
    }
    defer { try? life?.close() }
    var clock = Clock(timeout: timeout, grace: grace)
    while child.isRunning || output.isOpen || errors.isOpen {
      child.look()
      if !child.isRunning && clock.isOver(afterEnd: Self.patience) {
        child.send(SIGKILL)
        break
      }
      if let signal = clock.dueSignal, child.isRunning { child.send(signal) }
      PipeContents.read(output, errors, patience: child.isRunning ? 20 : 5)
    }
    let code = child.waitStatus ?? 0
    // The low seven bits are the signal; without one the exit status is in the next eight.
    let signal = code & 0x7F
    return Outcome(
      status: signal == 0 ? .exited(code >> 8 & 0xFF) : .signalled(signal),
      hasTimedOut: clock.hasTimedOut, printed: output.text, errors: errors.text)
  }

  /// How long the streams may stay open after the child's end.
  static let patience = Duration.seconds(2)
}

/// A pipe from a child, and what came from it so far.
private final class PipeContents {
  private let reading: Int32
  let writing: Int32
  private var bytes: [UInt8] = []
  private(set) var isOpen = true
  private var isWritingOpen = true

  init() throws(UserError) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      throw UserError(.osError, "no pipe: \(String(cString: strerror(errno)))")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    closeWriting()
    close(reading)
  }

  /// Leaves the writing end to the child.
  func closeWriting() {
    if isWritingOpen { close(writing) }
    isWritingOpen = false
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Waits for bytes or an end of one of the pipes, and reads what there is.
  ///
  /// - Parameter patience: milliseconds.
  static func read(_ one: PipeContents, _ other: PipeContents, patience: Int32) {
    let streams = [one, other]
    var waiting = streams.map {
      // poll skips negative descriptors.
      pollfd(fd: $0.isOpen ? $0.reading : -1, events: Int16(POLLIN), revents: 0)
    }
    guard poll(&waiting, nfds_t(waiting.count), patience) > 0 else { return }
    for (stream, found) in zip(streams, waiting) where found.revents != 0 { stream.readPart() }
  }

  private func readPart() {
    var part = [UInt8](repeating: 0, count: 1 << 16)
    let count = Foundation.read(reading, &part, part.count)
    if count > 0 {
      bytes += part[..<count]
    } else if count == 0 || errno != EINTR {
      isOpen = false
    }
  }
}

/// When a child is to be signalled, and how long it has been gone.
private struct Clock {
  private let began = ContinuousClock.now
  private var ended: ContinuousClock.Instant?
  /// Signals and their times, in order.
  private var signals: [(time: Duration, number: Int32)] = []
  private(set) var hasTimedOut = false

  init(timeout: Duration?, grace: Duration) {
    guard let timeout else { return }
    if grace > .zero { signals.append((timeout, SIGTERM)) }
    signals.append((timeout + grace, SIGKILL))
  }

  /// The next signal, once its time has come.
  var dueSignal: Int32? {
    mutating get {
      guard let next = signals.first, ContinuousClock.now - began >= next.time else { return nil }
      hasTimedOut = true
      return signals.removeFirst().number
    }
  }

  /// - Parameter patience: counted from the first call.
  mutating func isOver(afterEnd patience: Duration) -> Bool {
    let first = ended ?? .now
    ended = first
    return ContinuousClock.now - first >= patience
  }
}
