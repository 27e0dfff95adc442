import Diagnostics
import Foundation

/// This same program, run as a child.
struct SoarProcess {
  struct Outcome {
    /// The exit status; for a process that a signal ended, 128 plus the signal's number.
    var status: Int32
    var printed: String
    /// The first error on standard error; the last line where there is none.
    var error: String
  }

  /// Runs `soar` with these arguments and nothing on standard input. A task that is cancelled ends
  /// the child, and so does the end of this process.
  ///
  /// - Parameters:
  ///   - folder: where it runs.
  ///   - logs: an existing folder for what it prints, other than `folder`.
  ///   - tell: is given each line of standard error as it comes, errors left out.
  static func run(
    _ arguments: [String], in folder: URL, logs: URL, tell: (String) -> Void
  ) async throws -> Outcome {
    let output = logs.appendingPathComponent("printed")
    let errors = logs.appendingPathComponent("errors")
    try AtomicFile.write("", to: output)
    try AtomicFile.write("", to: errors)
    let process = Process()
    process.executableURL = OwnProgram.running
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = Lifeline.environment
    let life = Pipe()
    process.standardInput = life
    defer { withExtendedLifetime(life) {} }
    var lines = LineTail(errors)
    do {
      let outputHandle = try FileHandle(forWritingTo: output)
      let errorHandle = try FileHandle(forWritingTo: errors)
      process.standardOutput = outputHandle
      process.standardError = errorHandle
      try process.run()
      try outputHandle.close()
      try errorHandle.close()
    } catch {
      throw UserError(
        .osError, file: OwnProgram.path, "cannot be run: \(error.localizedDescription)")
    }
    var pause = Duration.milliseconds(2)
    while process.isRunning {
      do {
        try await Task.sleep(for: pause)
      } catch {
        // What it made so far is not kept, so there is nothing for it to save.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        throw error
      }
      pause = min(pause * 2, .milliseconds(200))
      for line in lines.next() where !line.isError { tell(line) }
    }
    process.waitUntilExit()
    for line in lines.next() where !line.isError { tell(line) }
    let wasKilled = process.terminationReason == .uncaughtSignal
    return Outcome(
      status: process.terminationStatus + (wasKilled ? 128 : 0),
      printed: String(
        decoding: FileManager.default.contents(atPath: output.path) ?? Data(), as: UTF8.self),
      error: lines.error ?? lines.last)
  }
}

/// The lines of a file that grows.
private struct LineTail {
  private let handle: FileHandle?
  private var rest: [UInt8] = []
  private(set) var last = ""
  private(set) var error: String?

  init(_ url: URL) { handle = try? FileHandle(forReadingFrom: url) }

  /// Whole lines since the last call.
  mutating func next() -> [String] {
    guard let data = try? handle?.readToEnd(), !data.isEmpty else { return [] }
    rest += data
    var lines = rest.split(separator: 0x0A, omittingEmptySubsequences: false)
    rest = Array(lines.removeLast())
    let texts = lines.map { String(decoding: $0, as: UTF8.self) }.filter { !$0.isEmpty }
    last = texts.last ?? last
    error = error ?? texts.first(where: \.isError)
    return texts
  }
}

extension String {
  /// Ours, or one of ArgumentParser's.
  fileprivate var isError: Bool { hasPrefix("error: ") || hasPrefix("Error: ") }
}
