import ArgumentParser
import Diagnostics
import Experiments
import Foundation
import Grids
import SelfPlay
import Synchronization

/// `soar watch`.
struct Watch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Follow a run until it ends.",
    discussion: """
      Shows stage, rates, time left, the teacher's reward, promotions, hard-train accuracy and \
      the last questions. It only reads the run's folder. If there is no run yet, it waits for \
      one.

      A process that writes to a run holds the lock run.lock, which the system releases when the \
      process dies; this is how a killed run is recognised. A run has stalled if it has written \
      nothing for two minutes and for ten times its longest pause before.

      EXAMPLES
        soar watch runs/quick-1
        soar watch runs/quick-1 --interval 10
        soar watch runs/quick-1 --once
        soar watch runs/quick-1 --json | jq .remaining.seconds
      """)

  @Argument(help: "The run's folder.", completion: .directory)
  var directory: String

  @Option(help: ArgumentHelp("Seconds between updates.", valueName: "seconds"))
  var interval = 2.0

  @Flag(help: "Print one frame; the default when there is no terminal.")
  var once = false

  @Flag(help: "Print one snapshot as JSON.")
  var json = false

  func validate() throws {
    guard interval >= 0.1, interval <= 86_400 else {
      throw ValidationError("--interval takes 0.1 to 86400 seconds.")
    }
  }

  func run() async throws {
    var isFolder = ObjCBool(false)
    if FileManager.default.fileExists(atPath: directory, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw UserError(.noInput, file: directory, "is not a folder")
      }
      guard !GridFolder.isGrid(URL(fileURLWithPath: directory)) else {
        throw UserError(
          .usage, file: directory, "is a grid, of several runs",
          hint: "soar grid status \(directory) shows them; watch takes one of its cells/NAME")
      }
    }
    if json || once || !Terminal.isDrawable {
      guard FileManager.default.fileExists(atPath: directory) else {
        throw UserError(.noInput, file: directory, "there is no such folder")
      }
      let snapshot = try snapshot()
      if json { return try printJSON(snapshot) }
      return try Console.print(frame(snapshot, columns: 80).joined(separator: "\n"))
    }
    let last = try await follow()
    try Console.print(
      frame(last, columns: Terminal.size(of: STDOUT_FILENO)?.columns ?? 80)
        .joined(separator: "\n"))
  }

  /// Draws until the run is over or until Ctrl-C, which is not an error here.
  private func follow() async throws -> RunSnapshot {
    Interruption.manner.withLock {
      $0 = Interruption.Manner(announces: false, beforeExit: Screen.leave)
    }
    let stops = Self.restoringAcrossStops()
    Screen.enter()
    defer {
      Screen.leave()
      stops.cancel()
    }
    var expected: ExpectedDuration??
    while true {
      let snapshot = try RunSnapshot(folder: directory) { configuration, workers in
        // Once: it reads the stores of other runs.
        let known = expected ?? expectation(configuration, workers)
        expected = .some(known)
        return known
      }
      let size = Terminal.size(of: STDOUT_FILENO) ?? (80, 24)
      try Screen.draw(frame(snapshot, columns: size.columns), rows: size.rows)
      if snapshot.state.isOver || Task.isCancelled { return snapshot }
      try? await Task.sleep(for: .seconds(interval))
    }
  }

  private func snapshot() throws -> RunSnapshot {
    try RunSnapshot(folder: directory, expecting: expectation)
  }

  private func expectation(_ configuration: RunConfiguration, _ workers: Int) -> ExpectedDuration? {
    RunForecast.duration(
      of: configuration, in: URL(fileURLWithPath: directory), workers: workers)
  }

  private func frame(_ snapshot: RunSnapshot, columns: Int) -> [String] {
    WatchFrame(
      snapshot: snapshot, columns: columns, unicode: Terminal.isUnicode, color: Terminal.hasColor
    ).lines
  }

  /// On Ctrl-Z, restores the terminal until the process continues.
  private static func restoringAcrossStops() -> any DispatchSourceSignal {
    signal(SIGTSTP, SIG_IGN)
    let source = DispatchSource.makeSignalSource(
      signal: SIGTSTP, queue: DispatchQueue(label: "soar.stops"))
    source.setEventHandler {
      Screen.leave()
      kill(getpid(), SIGSTOP)
      Screen.enter()
    }
    source.resume()
    return source
  }
}
