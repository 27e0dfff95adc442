import Foundation
import TestSupport
import Testing

/// The built `soar`, run as a user runs it.
enum Tool {
  /// What one call did.
  struct Outcome: Sendable {
    /// The exit status; for a process that a signal ended, 128 plus the signal's number.
    var status: Int32
    var output: String
    var errors: String

    /// The lines on standard error.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }

    /// Whether standard error holds one line, an error, and standard output nothing.
    var isOneError: Bool {
      output.isEmpty && errorLines.count == 1 && errors.hasPrefix("error: ")
        && errors.hasSuffix("\n")
    }

    var lastErrorLine: String { errorLines.last ?? "" }

    func json() throws -> Any {
      try JSONSerialization.jsonObject(with: Data(output.utf8), options: [.fragmentsAllowed])
    }
  }

  /// The program in the folder of the test bundle, where the build system puts both.
  static func url() throws -> URL {
    let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
    let folders = (bundles + [Bundle.main.executableURL].compactMap { $0 })
      .map { $0.deletingLastPathComponent().appendingPathComponent("soar") }
    return try #require(
      folders.first { FileManager.default.isExecutableFile(atPath: $0.path) },
      "no soar beside the test bundle; looked at \(folders.map(\.path))")
  }

  @discardableResult
  static func run(
    _ arguments: String..., environment: [String: String] = [:], in folder: URL? = nil
  ) throws -> Outcome {
    try run(arguments, environment: environment, in: folder)
  }

  @discardableResult
  static func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil
  ) throws -> Outcome {
    try Running(arguments, environment: environment, in: folder).outcome()
  }

  /// A call that is going on. Both streams go to files, so that neither can fill a pipe.
  final class Running {
    private let process = Process()
    private let streams: TemporaryFolder

    init(
      _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil,
      program: URL? = nil
    ) throws {
      streams = try TemporaryFolder()
      let output = try streams.write("", to: "output")
      let errors = try streams.write("", to: "errors")
      process.executableURL = try program ?? Tool.url()
      process.arguments = arguments
      process.currentDirectoryURL = folder
      let inherited = ProcessInfo.processInfo.environment.filter {
        !$0.key.hasPrefix("SOAR_") && $0.key != "NO_COLOR"
      }
      // No test reads or writes the user's cache.
      process.environment = inherited.merging(["SOAR_CACHE_DIR": "/dev/null/cache"]) { $1 }
        .merging(environment) { $1 }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
    }

    var isRunning: Bool { process.isRunning }

    /// What is on standard output so far.
    var printed: String { (try? streams.text("output")) ?? "" }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits until `condition` holds, or the process has ended, looking every millisecond.
    func wait(until condition: () -> Bool) {
      while isRunning && !condition() { usleep(1000) }
    }

    /// Waits for the end; kills what takes longer than `timeout` seconds.
    func outcome(timeout: TimeInterval = 120) throws -> Outcome {
      let deadline = Date(timeIntervalSinceNow: timeout)
      while isRunning && Date() < deadline { usleep(2000) }
      if isRunning {
        Issue.record("\(process.arguments ?? []) takes longer than \(timeout) s")
        send(SIGKILL)
      }
      process.waitUntilExit()
      let wasKilled = process.terminationReason == .uncaughtSignal
      return Outcome(
        status: process.terminationStatus + (wasKilled ? 128 : 0),
        output: try streams.text("output"), errors: try streams.text("errors"))
    }
  }
}

/// The reference models of LanguageModelTests.
enum ModelFixtures {
  static let names = ["mha-tied", "gqa-untied", "mqa-wide-heads", "gqa-tied-deep"]

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("LanguageModelTests/Fixtures")

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// A copy that a test may damage.
  static func copy(_ name: String, to folder: TemporaryFolder) throws -> URL {
    let copy = folder.file("model")
    try FileManager.default.copyItem(at: self.folder.appendingPathComponent(name), to: copy)
    return copy
  }
}
