// Behaviours locked here:
// - a frame and a JSON snapshot of a run that is over, of one that goes on, of one that was killed,
//   and of a folder where none has begun
// - two processes never write into one run's folder: the second gets one line and changes nothing
// - a metrics line or a log line that is only half written is normal
// - numbers that are no seeds or cannot be told apart draw a frame all the same
// - a run that is resumed while its store is waited for is not taken for a killed one
// - what a model wrote cannot drive the terminal
// - the time left of the stage is never cut off: bar, detail and name give way to it
// - before a run has measured everything, the time left is by earlier runs in the same folder, and says so
// - on a terminal it follows, and gives the terminal back on Ctrl-C

import Foundation
import TestSupport
import Testing

@Suite struct WatchTests {
  private func snapshot(_ path: String, in folder: TemporaryFolder) throws -> [String: Any] {
    let outcome = try Tool.run("watch", path, "--json", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(try outcome.json() as? [String: Any])
  }

  @Test func ofARunThatIsOver() throws {
    let folder = try TinyRun.finished.get().copy()
    let json = try snapshot("run", in: folder)
    #expect(json["state"] as? String == "finished")
    #expect(json["arms"] as? Int == 18 && json["armsWanted"] as? Int == 18)
    #expect(json["remaining"] == nil && json["stage"] == nil)
    let loops = try #require(json["loops"] as? [[String: Any]])
    #expect(
      loops.compactMap { $0["teacher"] as? String } == [
        "SOAR", "intrinsic", "matched", "SOAR", "intrinsic", "matched",
      ])
    #expect(loops[0]["steps"] as? Int == 4 && loops[0]["stepsWanted"] as? Int == 4)
    #expect((loops[0]["rewards"] as? [Any])?.count == 4)
    #expect(loops[0]["isGrounded"] as? Bool == true && loops[1]["isGrounded"] as? Bool == false)
    #expect((json["questions"] as? [Any])?.count == 4)
    #expect((json["metrics"] as? [String: Double])?["seed"] == 2)
    // Not a terminal: one frame, and no code of a terminal in it.
    let frame = try Tool.run(
      "watch", "run", environment: ["LC_ALL": "C", "TERM": "xterm"], in: folder.url)
    #expect(frame.status == 0 && frame.errors.isEmpty)
    let lines = frame.output.split(separator: "\n")
    #expect(lines[0].hasPrefix("finished  run  preset quick  seeds 1, 2  since "))
    #expect(lines.contains { $0.hasPrefix("R_t  ") } && lines.contains("last questions"))
    #expect(frame.output.unicodeScalars.allSatisfy { $0 == "\n" || (32..<127).contains($0.value) })
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func linesThatAreHalfWritten() throws {
    let folder = try TinyRun.finished.get().copy()
    let metrics = try folder.text("run/metrics.jsonl")
    try folder.write(metrics + #"{"step":99,"seed":7,"soar/re"#, to: "run/metrics.jsonl")
    let log = try folder.text("run/run.log")
    try folder.write(log + "2026-11-21T16:50:4", to: "run/run.log")
    #expect((try snapshot("run", in: folder)["metrics"] as? [String: Double])?["seed"] == 2)
    try folder.write("\u{0}\u{1}not json\n", to: "run/metrics.jsonl")
    #expect((try snapshot("run", in: folder)["metrics"] as? [String: Double])?.isEmpty == true)
    try FileManager.default.removeItem(at: folder.file("run/metrics.jsonl"))
    #expect(try Tool.run("watch", "run", in: folder.url).status == 0)
  }

  @Test(arguments: ["1e300", "-1e300", "9223372036854775808", "1.5", "1e-320", "-0.0", "2"])
  func seedsThatAreNone(_ seed: String) throws {
    let folder = try TinyRun.finished.get().copy()
    let line = #"{"step":1,"seed":\#(seed),"arm/Base/hard_train":1e300}"#
    try folder.write(line + "\n", to: "run/metrics.jsonl")
    let frame = try Tool.run("watch", "run", "--once", in: folder.url)
    #expect(frame.status == 0 && frame.errors.isEmpty, "\(frame.errors)")
    #expect(frame.output.contains("last arm  Base, seed 2: ") == (seed == "2"))
  }

  @Test(arguments: ["5e-324", "-5e-324", "1.7e308"])
  func rewardsOfAllSizes(_ reward: String) throws {
    let folder = try TinyRun.finished.get().copy()
    try python(
      """
      import sqlite3, sys
      c = sqlite3.connect(sys.argv[1] + "/run.sqlite")
      c.execute("UPDATE outer_step SET mean_reward = 0")
      c.execute("UPDATE outer_step SET mean_reward = ? WHERE step = 1", [float(sys.argv[2])])
      c.execute("UPDATE outer_step SET mean_reward = ? WHERE step = 2", [-float(sys.argv[2])])
      c.commit()
      """, folder.path("run"), reward)
    let frame = try Tool.run(
      "watch", "run", "--once", environment: ["LC_ALL": "C"], in: folder.url)
    #expect(frame.status == 0, "\(frame.errors)")
    let expected = reward.hasPrefix("-") ? "R_t       =_#" : "R_t       =#_"
    let row = frame.output.split(separator: "\n").first { $0.hasPrefix("R_t") }
    // Between three values the middle is the fourth or the fifth of eight levels.
    #expect(row?.replacing("+", with: "=").hasPrefix(expected) == true, "\(frame.output)")
  }

  @Test func ofARunThatIsResumedBetweenTwoLooks() throws {
    let folder = try TinyRun.finished.get().copy()
    let holder = try Tool.Running(
      [
        "-c",
        """
        import fcntl, os, sqlite3, struct, sys, time
        c = sqlite3.connect(sys.argv[1] + "/run.sqlite", isolation_level=None)
        c.execute("UPDATE run SET outcome = 'running', ended = NULL")
        c.execute("BEGIN EXCLUSIVE")
        open(sys.argv[1] + "/held", "w").close()
        time.sleep(3)
        f = os.open(sys.argv[1] + "/run.lock", os.O_RDWR | os.O_CREAT, 0o644)
        fcntl.fcntl(f, 37, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 0, 0))
        c.execute("ROLLBACK")
        time.sleep(60)
        """, folder.path("run"),
      ], program: URL(fileURLWithPath: "/usr/bin/python3"))
    holder.wait { folder.exists("run/held") }
    #expect(try snapshot("run", in: folder)["state"] as? String == "running")
    holder.send(SIGKILL)
    _ = try holder.outcome()
    #expect(try snapshot("run", in: folder)["state"] as? String == "killed")
  }

  private func python(_ script: String, _ arguments: String...) throws {
    let outcome = try Tool.Running(
      ["-c", script] + arguments, program: URL(fileURLWithPath: "/usr/bin/python3")
    ).outcome()
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func whereNoRunHasBegun() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.file("empty"), withIntermediateDirectories: false)
    #expect(try snapshot("empty", in: folder)["state"] as? String == "waiting")
    let frame = try Tool.run("watch", "empty", "--once", in: folder.url)
    #expect(frame.output == "waiting  empty\n\nno run has begun here yet; waiting for one\n")
    let grid = try TinyGrid.finished.get().folder
    for (path, folder, status, words) in [
      ("g", grid, 64, "is a grid"), ("grid.yaml", grid, 66, "is not a folder"),
    ] {
      for options in [["--once"], ["--json"], []] {
        let outcome = try Tool.run(["watch", path] + options, in: folder.url)
        #expect(outcome.status == status && outcome.isOneError, "\(outcome.errors)")
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
      }
    }
    let missing = try Tool.run("watch", "none", "--once", in: folder.url)
    #expect(missing.status == 66 && missing.isOneError)
    try folder.write("no database at all", to: "empty/run.sqlite")
    let broken = try Tool.run("watch", "empty", in: folder.url)
    #expect(broken.status == 65 && broken.isOneError)
  }

  @Test func ofARunThatGoesOnAndIsKilled() throws {
    let folder = try TemporaryFolder()
    let running = try Tool.Running(TinyRun.arguments(in: folder), in: folder.url)
    running.wait { folder.exists("run/checkpoints/seed-1/step-1") }
    // Stopped, so that it is the same run at every look.
    running.send(SIGSTOP)
    let json = try snapshot("run", in: folder)
    #expect(json["state"] as? String == "running")
    #expect((json["outerSteps"] as? Int ?? 0) >= 1)
    #expect(json["armsWanted"] as? Int == 18)
    let remaining = try #require(json["remaining"] as? [String: Any])
    #expect(remaining["unmeasured"] as? Int ?? 0 > 0)
    #expect((json["stage"] as? [String: Any])?["name"] is String)
    let log = try folder.text("run/run.log")
    let time = try #require(log.split(separator: "\n").last).prefix { $0 != " " }
    let timing = "17/240 12.5 s each, 46 min 27 s left"
    for name in ["A teacher of a long name, seed 205, student 3 of 8", "SOAR, seed 205"] {
      let line =
        "\(time) \(name): 17/240, 12.5 s each, 46 min 27 s left, reward 0.03, average 0.01\n"
      try folder.write(log + line, to: "run/run.log")
      let frame = try Tool.run("watch", "run", "--once", in: folder.url).output
      let stage = try #require(frame.split(separator: "\n").first { $0.hasPrefix("stage ") })
      #expect(stage.count <= 80 && stage.contains(": \(timing)"), "\(stage)")
    }
    try folder.write(log, to: "run/run.log")
    // Nobody else may write there.
    let before = try Data(contentsOf: folder.file("run/config.yaml"))
    for arguments in [["run", "--resume", "run"], ["run", "--output", "run"]] {
      let second = try Tool.run(arguments + ["--no-cache"], in: folder.url)
      #expect(second.isOneError, "\(second.errors)")
      #expect(second.status == (arguments.contains("--resume") ? 71 : 73))
      if second.status == 71 {
        #expect(second.errors.hasPrefix("error: run: another soar is running here: process "))
      }
    }
    #expect(try Data(contentsOf: folder.file("run/config.yaml")) == before)
    running.send(SIGKILL)
    #expect(try running.outcome().status == 128 + SIGKILL)
    #expect(try snapshot("run", in: folder)["state"] as? String == "killed")
    let frame = try Tool.run("watch", "run", in: folder.url)
    #expect(frame.output.hasPrefix("killed  run  "))
    #expect(frame.output.contains("soar run --resume run"))
    let resumed = try Tool.run("run", "--resume", "run", "--no-cache", in: folder.url)
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(try TinyRun.digest(folder) == TinyRun.finished.get().digest)
  }

  @Test func theTimeLeftIsByEarlierRuns() throws {
    let folder = try TinyRun.finished.get().copy()
    try FileManager.default.moveItem(at: folder.file("run"), to: folder.file("earlier"))
    try python(
      """
      import sqlite3, sys
      c = sqlite3.connect(sys.argv[1] + "/run.sqlite")
      c.execute("UPDATE run SET active_seconds = 100000")
      c.execute("UPDATE arm_run SET seconds = 10000")
      c.commit()
      """, folder.path("earlier"))
    let running = try Tool.Running(TinyRun.arguments(in: folder), in: folder.url)
    running.wait { folder.exists("run/checkpoints/seed-1/step-1") }
    running.send(SIGSTOP)
    let remaining = try #require(try snapshot("run", in: folder)["remaining"] as? [String: Any])
    #expect(remaining["basis"] as? String == "earlier runs")
    #expect(remaining["seconds"] as? Double ?? 0 > 3600)
    let frame = try Tool.run("watch", "run", "--once", in: folder.url).output
    let left = try #require(frame.split(separator: "\n").first { $0.hasPrefix("left ") })
    #expect(left.hasPrefix("left      about ") && left.hasSuffix(" min, by earlier runs"))
    #expect(left.count <= 80)
    running.send(SIGKILL)
    _ = try running.outcome()
  }

  /// A new folder that another process has just taken stays as it is.
  @Test func twoBeginnings() throws {
    let folder = try TemporaryFolder()
    let running = try Tool.Running(TinyRun.arguments(in: folder), in: folder.url)
    running.wait { folder.exists("run/run.log") }
    running.send(SIGSTOP)
    // As if the first had not come to its store yet.
    try FileManager.default.moveItem(
      at: folder.file("run/run.sqlite"), to: folder.file("run/aside"))
    let second = try Tool.run(TinyRun.arguments(in: folder), in: folder.url)
    #expect(second.status == 71 && second.isOneError, "\(second.errors)")
    #expect(folder.exists("run/config.yaml") && !folder.exists("run/run.sqlite"))
    running.send(SIGKILL)
    _ = try running.outcome()
  }

  @Test func generatedTextStaysText() throws {
    let folder = try TemporaryFolder()
    let hostile = #"\u001b]0;owned\u0007\u001b[2J\u009b31m\u202eabc\u200b\r\nx"#
    try folder.write(
      #"{"teacher": "\#(hostile)", "question": "\#(hostile)", "answer": "\#(hostile)"}"# + "\n",
      to: "log.jsonl")
    let imported = try Tool.run("import", "log.jsonl", "-o", "run", in: folder.url)
    #expect(imported.status == 0, "\(imported.errors)")
    for environment in [["LC_ALL": "C"], ["LC_ALL": "C.UTF-8"]] {
      let frame = try Tool.run("watch", "run", environment: environment, in: folder.url)
      #expect(frame.status == 0, "\(frame.errors)")
      #expect(frame.output.contains("\\u{1b}]0;owned"))
      for scalar in frame.output.unicodeScalars where scalar != "\n" {
        #expect(scalar.value >= 32 && scalar.value != 0x9B && scalar.value != 0x202E, "\(scalar)")
      }
    }
  }

  @Test(arguments: [SIGINT, SIGTERM]) func theTerminalIsGivenBack(_ signal: Int32) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.file("run"), withIntermediateDirectories: false)
    let terminal = try PseudoTerminal(columns: 70, rows: 20)
    let watching = try terminal.start(["watch", "run", "--interval", "0.1"], in: folder.url)
    let waits = "no run has begun here yet"
    try terminal.read(from: watching) { $0.contains(waits) }
    watching.interrupt(signal)
    let output = try terminal.read(from: watching) { _ in false }
    #expect(watching.status == 0)
    let parts = output.components(separatedBy: "\u{1B}[?1049l")
    #expect(parts.count == 2)
    #expect(parts[0].hasPrefix("\u{1B}[?1049h\u{1B}[?25l"))
    #expect(parts[0].hasSuffix("\u{1B}[?7h\u{1B}[?25h"))
    // The last frame stays on the page that was there before.
    #expect(parts[1].contains(waits))
  }

  @Test func colorIsForWhoWantsIt() throws {
    let folder = try TinyRun.finished.get().copy()
    let settings: [([String: String], Bool)] = [([:], true), (["NO_COLOR": "1"], false)]
    for (setting, hasColor) in settings {
      let terminal = try PseudoTerminal(columns: 100, rows: 40)
      let watching = try terminal.start(["watch", "run"], in: folder.url, environment: setting)
      let output = try terminal.read(from: watching) { _ in false }
      #expect(watching.status == 0)
      #expect(output.contains("\u{1B}[32mfinished\u{1B}[0m") == hasColor)
    }
  }
}
