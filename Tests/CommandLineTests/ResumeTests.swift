// Behaviours locked here: a run that is killed, interrupted or stopped by a full disk, at any
// point, continues with --resume to the digest of an undisturbed one; damage to what it continues
// from is one line and status 65.

import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct ResumeTests {
  /// Points of a run, by the file that appears there.
  static let points = [
    "run.log", "checkpoints/base", "checkpoints/seed-1/step-0", "checkpoints/seed-1/step-2",
    "checkpoints/seed-1/teacher-intrinsic/step-1", "checkpoints/seed-1/teacher-matched/step-0",
    "checkpoints/seed-1/teacher-matched/step-3", "checkpoints/seed-2",
    "checkpoints/seed-2/.step-1.partial/teacher",
    "checkpoints/seed-2/step-3", "report",
  ]

  /// A run that is told to stop is at other work at each of these.
  static let interruptions: [(String, Int32)] = [
    ("run.log", SIGINT), ("checkpoints/base", SIGINT), ("checkpoints/seed-1/step-1", SIGTERM),
    ("checkpoints/seed-1/teacher-matched/step-0", SIGINT), ("checkpoints/seed-2/step-3", SIGINT),
  ]

  /// A run that a signal reached at a point.
  private struct Stopped {
    var folder: TemporaryFolder
    var outcome: Tool.Outcome
  }

  /// Starts the tiny run, waits for a point and sends a signal. A partial folder is there for
  /// milliseconds, and a busy machine may let the run end before it is seen: then once more.
  private static func stopped(at point: String, by signal: Int32) throws -> Stopped {
    var stopped: Stopped
    var attempts = 0
    repeat {
      let folder = try TemporaryFolder()
      let running = try Tool.Running(TinyRun.arguments(in: folder), in: folder.url)
      running.wait { folder.exists("run/\(point)") }
      running.send(signal)
      stopped = Stopped(folder: folder, outcome: try running.outcome(timeout: 20))
      attempts += 1
    } while stopped.outcome.status == 0 && attempts < 20
    return stopped
  }

  private static let killedInItsLoop: Result<Stopped, any Error> = Result {
    // A static value is never released.
    atexit { if let killed = try? ResumeTests.killedInItsLoop.get() { killed.folder.remove() } }
    return try stopped(at: "checkpoints/seed-1/step-2", by: SIGKILL)
  }

  private func expectResumes(_ folder: TemporaryFolder, after point: String) throws {
    let outcome = try Tool.run(
      "run", "--resume", "run", "--no-cache", "--workers", "1", in: folder.url)
    #expect(outcome.status == 0, "\(point): \(outcome.errors)")
    #expect(try TinyRun.digest(folder) == TinyRun.finished.get().digest, "\(point)")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path("run"))
    #expect(names.contains("report/report.md"))
    #expect(!names.contains { $0.hasSuffix(".partial") }, "\(point)")
  }

  @Test(arguments: points) func killed(_ point: String) throws {
    let stopped = try Self.stopped(at: point, by: SIGKILL)
    let folder = stopped.folder
    #expect(stopped.outcome.status == 128 + SIGKILL, "the run was over before \(point)")
    let show = try Tool.run("show", folder.path("run"))
    #expect(show.status == 0, "\(show.errors)")
    // The report is written when the run is over.
    #expect(show.output.contains(point == "report" ? "finished" : "running, or killed"))
    try expectResumes(folder, after: point)
  }

  @Test func killedAgainAndAgain() throws {
    let folder = try Self.stopped(at: "checkpoints/seed-1/step-1", by: SIGKILL).folder
    for point in ["checkpoints/seed-1/step-3", "checkpoints/seed-2/step-0"] {
      let again = try Tool.Running(["run", "--resume", "run", "--no-cache"], in: folder.url)
      again.wait { folder.exists("run/\(point)") }
      again.send(SIGKILL)
      #expect(try again.outcome().status == 128 + SIGKILL)
    }
    try expectResumes(folder, after: "three kills")
  }

  @Test(arguments: interruptions) func interrupted(_ point: String, _ signal: Int32) throws {
    let stopped = try Self.stopped(at: point, by: signal)
    let (folder, outcome) = (stopped.folder, stopped.outcome)
    #expect(outcome.status == 75, "\(point): \(outcome.errors)")
    #expect(
      outcome.lastErrorLine == "error: interrupted; what was finished is saved "
        + "(continue with soar run --resume run)")
    #expect(outcome.output.isEmpty)
    let show = try Tool.run("show", folder.path("run"))
    #expect(show.output.contains("outcome   interrupted"))
    try expectResumes(folder, after: point)
  }

  @Test func theSecondSignalEndsAtOnce() throws {
    let folder = try TemporaryFolder()
    let running = try Tool.Running(TinyRun.arguments(in: folder), in: folder.url)
    running.wait { folder.exists("run/checkpoints/seed-1/step-0") }
    running.send(SIGSTOP)
    // Both are pending when the process goes on; two different ones, as equal ones merge.
    running.send(SIGINT)
    running.send(SIGTERM)
    running.send(SIGCONT)
    let outcome = try running.outcome(timeout: 20)
    #expect([128 + SIGINT, 128 + SIGTERM].contains(outcome.status), "\(outcome.errors)")
    try expectResumes(folder, after: "two signals")
  }

  @Test(arguments: [
    "base/model.safetensors", "base/config.json", "seed-1/STEP/state.json",
    "seed-1/STEP/teacher/model.safetensors", "seed-1/STEP/teacher/optimizer.safetensors",
    "seed-1/PROMOTION/model.safetensors", "seed-1/PROMOTION/config.json",
  ])
  func damagedCheckpoints(_ name: String) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: try Self.killedInItsLoop.get().folder.path("run"), toPath: folder.path("run"))
    // The step that was committed last: the one of step 2 may be ahead of the store.
    let seed = folder.file("run/checkpoints/seed-1")
    let places = try FileManager.default.contentsOfDirectory(atPath: seed.path)
    let kind = name.contains("PROMOTION") ? "promotion-" : "step-"
    let damaged = places.filter { $0.hasPrefix(kind) }
    #expect(!damaged.isEmpty)
    for place in damaged {
      let path = name.replacing("STEP", with: place).replacing("PROMOTION", with: place)
      try folder.write("{", to: "run/checkpoints/\(path)")
    }
    let digest = try TinyRun.digest(folder)
    let outcome = try Tool.run("run", "--resume", "run", "--no-cache", "--quiet", in: folder.url)
    #expect(outcome.status == 65, "\(outcome.errors)")
    #expect(outcome.isOneError, "\(outcome.errors)")
    #expect(outcome.errors.contains(URL(fileURLWithPath: name).lastPathComponent))
    #expect(try TinyRun.digest(folder) == digest)
  }

  @Test func aDamagedStore() throws {
    let folder = try TinyRun.finished.get().copy()
    let store = folder.file("run/run.sqlite")
    try Data(contentsOf: store).prefix(20_000).write(to: store)
    let before = try Data(contentsOf: store)
    let outcome = try Tool.run("run", "--resume", "run", in: folder.url)
    #expect(outcome.status == 65 && outcome.isOneError, "\(outcome.errors)")
    #expect(try Data(contentsOf: store) == before)
    let missing = try Tool.run("run", "--resume", "elsewhere", in: folder.url)
    #expect(missing.status == 66 && missing.isOneError, "\(missing.errors)")
    #expect(!folder.exists("elsewhere"))
  }
}
