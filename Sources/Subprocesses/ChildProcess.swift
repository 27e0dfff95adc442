import Diagnostics
package import Foundation
import Subprocess
import SystemPackage

/// A program to run to completion in its own process group: Ctrl-C in a terminal reaches only this
/// process, which decides how to end the child.
package struct ChildProcess: Sendable {
  package enum Program: Sendable {
    /// Looked up on the search path.
    case named(String)
    case at(URL)
  }

  /// The child's standard input.
  package enum Input: Sendable {
    case nothing
    case file(URL)
    /// A pipe without data that closes when this process ends, however it ends, so that the child
    /// notices that nobody waits for it any more.
    case lifeline
  }

  package enum Status: Sendable, Equatable {
    case exited(Int32)
    /// Ended by a signal, given as its number.
    case signalled(Int32)
  }

  package struct Outcome: Sendable {
    package var status: Status
    package var hasTimedOut = false
    /// Standard output and standard error, each truncated at the limit; empty if written to a file.
    package var printed = ""
    package var errors = ""

    package var isSuccess: Bool { status == .exited(0) }
  }

  package var program: Program
  package var arguments: [String]
  /// Variables added to this process's environment.
  package var environment: [String: String] = [:]
  /// Working directory; nil means the current one.
  package var folder: URL?
  package var input = Input.nothing
  /// Time until the child is asked to end.
  package var timeout: Duration?
  /// Time to save between SIGTERM and SIGKILL, both sent to the whole group. Zero kills at once.
  package var grace = Duration.zero

  package init(_ program: Program, _ arguments: [String] = []) {
    self.program = program
    self.arguments = arguments
  }

  /// Ends the child by SIGXCPU when it, or a process that it starts, has computed for so long.
  package mutating func limitComputing(toSeconds seconds: Int) {
    // The soft limit: at the hard one the kernel sends SIGKILL, which says nothing about the cause.
    let script = #"ulimit -S -t "$0" && exec "$@""#
    arguments = ["-c", script, "\(seconds)"] + words
    program = .at(URL(fileURLWithPath: "/bin/sh"))
  }

  /// Runs the child and captures its output. Comes back soon after the child's end, even if a process
  /// of its group still holds its streams. Cancelling the task asks the child to end, waits for
  /// it and still returns the outcome.
  ///
  /// - Parameters:
  ///   - limit: bytes kept of each stream; the rest is read and dropped.
  ///   - onErrorLine: receives each line of standard error as it arrives.
  /// - Throws: ``UserError`` if the child cannot be started.
  package func run(
    limit: Int = 1 << 24, onErrorLine: (@Sendable (String) -> Void)? = nil
  ) async throws -> Outcome {
    try await watched { input in
      let result = try await Subprocess.run(
        configuration, input: input, output: .sequence, error: .sequence
      ) { execution in
        let watch = Self.endHolders(of: execution.processIdentifier.value)
        defer { watch.cancel() }
        async let printed = Self.read(execution.standardOutput, limit: limit)
        let errors = try await Self.read(
          execution.standardError, limit: limit, onLine: onErrorLine)
        return (try await printed, errors)
      }
      return Outcome(
        status: Status(result.terminationStatus), printed: result.closureResult.0,
        errors: result.closureResult.1)
    }
  }

  /// Ends what a child left in its group some time after its end: it may hold the child's streams,
  /// which would then be read for ever.
  static func endHolders(of number: pid_t) -> Task<Void, Never> {
    Task {
      var end = siginfo_t()
      // Without reaping the child, whose status belongs to its runner.
      while waitid(P_PID, id_t(number), &end, WEXITED | WNOHANG | WNOWAIT) == 0, end.si_signo == 0 {
        guard (try? await Task.sleep(for: .milliseconds(100))) != nil else { return }
      }
      guard (try? await Task.sleep(for: patience)) != nil else { return }
      kill(-number, SIGKILL)
    }
  }

  /// Runs the child and appends all its output to a file.
  package func run(appendingTo file: URL) async throws -> Outcome {
    let log: FileDescriptor
    do {
      log = try FileDescriptor.open(
        FilePath(file.path), .writeOnly, options: [.append, .closeOnExec])
    } catch {
      throw UserError.writing(file.path, error)
    }
    defer { try? log.close() }
    return try await watched { input in
      let output = FileDescriptorOutput.fileDescriptor(log, closeAfterSpawningProcess: false)
      let result = try await Subprocess.run(
        configuration, input: input, output: output, error: output)
      return Outcome(status: Status(result.terminationStatus))
    }
  }
}

// MARK: - Parts of a run

extension ChildProcess {
  private enum Event: Sendable {
    case ended(Outcome)
    case timeIsUp
    /// The watch ended because the task was cancelled.
    case watchEnded
  }

  /// Runs `body` with standard input and cancels it after the timeout.
  private func watched(
    _ body: @escaping @Sendable (FileDescriptorInput) async throws -> Outcome
  ) async throws -> Outcome {
    let (input, life) = try opened()
    defer {
      try? input.close()
      try? life?.close()
    }
    do {
      return try await withThrowingTaskGroup(of: Event.self) { group in
        group.addTask {
          .ended(try await body(.fileDescriptor(input, closeAfterSpawningProcess: false)))
        }
        if let timeout {
          group.addTask {
            (try? await Task.sleep(for: timeout)) == nil ? .watchEnded : .timeIsUp
          }
        }
        var hasTimedOut = false
        for try await event in group {
          switch event {
          case .ended(var outcome):
            group.cancelAll()
            outcome.hasTimedOut = hasTimedOut
            return outcome
          case .timeIsUp:
            hasTimedOut = true
            group.cancelAll()
          case .watchEnded: break
          }
        }
        preconditionFailure("a process neither ended nor failed")
      }
    } catch let error as SubprocessError {
      throw UserError(.osError, file: name, "cannot be run: \(error)")
    }
  }

  /// Standard input and, for a lifeline, the pipe's other end; both are closed in all other
  /// children.
  func opened() throws -> (input: FileDescriptor, life: FileDescriptor?) {
    switch input {
    case .nothing: return (try Self.open("/dev/null"), nil)
    case .file(let url): return (try Self.open(url.path), nil)
    case .lifeline:
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else {
        throw UserError(.osError, "no pipe: \(String(cString: strerror(errno)))")
      }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return (FileDescriptor(rawValue: ends[0]), FileDescriptor(rawValue: ends[1]))
    }
  }

  private static func open(_ path: String) throws -> FileDescriptor {
    do {
      return try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec])
    } catch {
      throw UserError(.noInput, file: path, "cannot be read: \(error)")
    }
  }

  var name: String {
    switch program {
    case .named(let name): name
    case .at(let url): url.path
    }
  }

  /// The path of a program and its arguments.
  var words: [String] {
    switch program {
    case .named(let name): ["/usr/bin/env", name] + arguments
    case .at(let url): [url.path] + arguments
    }
  }

  var configuration: Configuration {
    var options = PlatformOptions()
    options.processGroupID = 0
    let signal: Signal = grace == .zero ? .kill : .terminate
    options.teardownSequence = [
      .send(
        signal: signal, toProcessGroup: true,
        allowedDurationToNextStep: grace == .zero ? .seconds(1) : grace)
    ]
    let executable: Executable =
      switch program {
      case .named(let name): .name(name)
      case .at(let url): .path(FilePath(url.path))
      }
    var changes: [Environment.Key: String?] = [:]
    for (key, value) in environment { changes[Environment.Key(stringLiteral: key)] = value }
    return Configuration(
      executable: executable, arguments: Arguments(arguments),
      environment: .inherit.updating(changes),
      workingDirectory: folder.map { FilePath($0.path) }, platformOptions: options)
  }

  private static func read(
    _ stream: SubprocessOutputSequence, limit: Int, onLine: (@Sendable (String) -> Void)? = nil
  ) async throws -> String {
    var kept: [UInt8] = []
    var lines = LineSplitter()
    for try await chunk in stream {
      let bytes = chunk.withUnsafeBytes(Array.init)
      kept.append(contentsOf: bytes.prefix(limit - kept.count))
      if let onLine { lines.append(bytes).forEach(onLine) }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}

extension ChildProcess.Status {
  init(_ status: TerminationStatus) {
    switch status {
    case .exited(let code): self = .exited(code)
    case .signaled(let number): self = .signalled(number)
    }
  }
}

/// Splits a stream into lines. An unterminated last line is held back.
struct LineSplitter {
  private var rest: [UInt8] = []

  /// The lines completed by `bytes`, without line endings.
  mutating func append(_ bytes: [UInt8]) -> [String] {
    rest.append(contentsOf: bytes)
    guard let last = rest.lastIndex(of: 0x0A) else { return [] }
    let whole = rest[..<last].split(separator: 0x0A, omittingEmptySubsequences: false)
    let lines = whole.map { String(decoding: $0, as: UTF8.self) }
    rest = Array(rest[(last + 1)...])
    return lines
  }
}
