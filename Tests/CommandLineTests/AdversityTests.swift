// Behaviours locked here:
// - on a disk without write access what only reads works, and what writes ends with one line and
//   status 77, leaving all as it was
// - a grid whose disk is full ends with one line; with room again it goes on to the same digests
// - clocks that were set back or forward spoil neither watch nor grid nor results
// - half a line at the end of metrics.jsonl is dropped by the run that goes on

import Foundation
import TestSupport
import Testing

@Suite(.serialized, .enabled(if: SmallDisk.isAvailable, "may not mount a tmpfs"))
struct AdversityTests {
  @Test func withoutWriteAccess() throws {
    let disk = try SmallDisk(kilobytes: 50_000)
    let home = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: TinyRun.finished.get().run, toPath: disk.folder.path("run"))
    try FileManager.default.copyItem(
      atPath: TinyGrid.finished.get().folder.path("g"), toPath: disk.folder.path("g"))
    try TinyGrid.write(into: disk.folder)
    try disk.folder.write("```soar\nsoar show run\n```\n", to: "n.md")
    let files = try FileManager.default.subpathsOfDirectory(atPath: disk.folder.url.path).sorted()
    try disk.setWritable(false)
    for reading in [
      ["show", "run"], ["digest", "run"], ["ls", "."], ["watch", "run", "--once"],
      ["compare", "run", "-o", home.path("comparison")],
      ["report", "run", "-o", home.path("report")],
      ["plot", "run", "--kind", "reward", "-o", home.path("plots")],
      ["export", "run", "--format", "csv", "-o", home.path("csv")], ["analyze", "run"],
      ["grid", "status", "g"], ["grid", "collect", "g", "-o", home.path("cells")],
      ["grid", "run", "grid.yaml", "--output", "g", "--dry-run"],
    ] {
      let outcome = try Tool.run(reading, in: disk.folder.url)
      #expect(outcome.status == 0, "\(reading): \(outcome.errors)")
    }
    for writing in [
      ["run", "tiny.yaml", "--output", "new", "--no-cache"], ["run", "--resume", "run"],
      ["notebook", "run", "n.md"], ["classify", "run"], ["report", "run"], ["compare", "run"],
      ["plot", "run", "--kind", "reward"],
      ["grid", "run", "grid.yaml", "--output", "g"],
      ["grid", "run", "grid.yaml", "--output", "new"],
      ["grid", "retry", "g"], ["grid", "collect", "g"],
    ] {
      let outcome = try Tool.run(writing, in: disk.folder.url)
      #expect(outcome.status == 77 && outcome.isOneError, "\(writing): \(outcome.errors)")
      #expect(outcome.errors.contains("cannot be written"), "\(writing): \(outcome.errors)")
    }
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: disk.folder.url.path).sorted() == files)
  }

  /// As a writer that was killed leaves it: the results are in the log beside the store, or the
  /// store waits for its journal.
  @Test(arguments: ["wal", "journal"]) func aLogLeftOnReadOnlyMedia(kind: String) throws {
    let disk = try SmallDisk(kilobytes: 50_000)
    let home = try TemporaryFolder()
    try home.write(OutputPlaceTests.log, to: "log.jsonl")
    try #require(try Tool.run("import", "log.jsonl", "-o", "r", in: home.url).status == 0)
    let script = """
      import os, sqlite3
      s = sqlite3.connect("r/run.sqlite", isolation_level=None)
      s.execute("PRAGMA journal_mode = \(kind == "wal" ? "wal" : "delete")")
      s.execute("PRAGMA wal_autocheckpoint = 0")
      s.execute("PRAGMA cache_size = 1")
      s.execute("BEGIN")
      s.execute("UPDATE question SET answer = answer || 'x'")
      s.execute("UPDATE label SET detail = hex(zeroblob(30000))")
      \(kind == "wal" ? "s.execute('COMMIT')" : "")
      os._exit(0)
      """
    let left = try Tool.Running(
      ["-c", script], in: home.url, program: URL(fileURLWithPath: "/usr/bin/python3")
    ).outcome()
    try #require(left.status == 0, "\(left.errors)")
    try #require(home.exists("r/run.sqlite-\(kind)"))
    try? FileManager.default.removeItem(at: home.file("r/run.sqlite-shm"))
    try FileManager.default.copyItem(at: home.file("r"), to: disk.folder.file("r"))
    try disk.setWritable(false)
    for reading in [
      ["show", "r"], ["digest", "r"], ["ls", "."], ["watch", "r", "--once"], ["analyze", "r"],
      ["export", "r", "-o", home.path("questions")],
    ] {
      let outcome = try Tool.run(reading, in: disk.folder.url)
      #expect(outcome.status == 0, "\(reading): \(outcome.errors)")
      #expect(!outcome.output.contains("broken"), "\(outcome.output)")
    }
    #expect(try home.text("questions").contains(#""answer":"2x""#) == (kind == "wal"))
    let outcome = try Tool.run("classify", "r", "--preset", "quick", in: disk.folder.url)
    #expect(outcome.status == 77 && outcome.isOneError, "\(outcome.errors)")
  }

  @Test(arguments: [16, 60, 400, 1500]) func aGridOnAFullDisk(kilobytes: Int) throws {
    let disk = try SmallDisk(kilobytes: kilobytes)
    let home = try TinyGrid.finished.get().copy()
    func run() throws -> Tool.Outcome {
      try TinyGrid.call(
        "run", "grid.yaml", "--output", disk.folder.path("g"), "-q", in: home)
    }
    let full = try run()
    // Of the grid's own files, or of its cells'.
    #expect(full.status == 74 || full.status == 75, "\(full.errors)")
    #expect(full.lastErrorLine.hasPrefix("error: "), "\(full.errors)")
    try disk.setSize(kilobytes: 100_000)
    let more = try run()
    #expect(more.status == 0, "\(more.errors)")
    #expect(
      try TinyGrid.status(home, disk.folder.path("g")).digests == TinyGrid.finished.get().digests)
  }

  @Test(arguments: [-400, 400]) func clocksThatJump(days: Int) throws {
    let folder = try TinyGrid.finished.get().copy()
    let then = Date(timeIntervalSinceNow: Double(days) * 86_400)
    let name = try #require(try TinyGrid.status(folder).rows.first?.name)
    // A cell that was killed while the clock was wrong, with files of that time.
    let state = try folder.text("g/state/\(name).json")
    let started = try #require(state.firstMatch(of: #/"started" *: *"([^"]+)"/#)?.1)
    try folder.write(
      state.replacing("\"finished\"", with: "\"running\"")
        .replacing(started, with: then.formatted(.iso8601)), to: "g/state/\(name).json")
    let run = "g/cells/\(name)"
    try sqlite(
      folder.path("\(run)/run.sqlite"),
      "UPDATE run SET outcome = 'running', ended = NULL, started = '\(then.formatted(.iso8601).replacing("Z", with: ".000Z"))'"
    )
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path(run)) {
      try FileManager.default.setAttributes(
        [.modificationDate: then], ofItemAtPath: folder.path("\(run)/\(file)"))
    }
    let watch = try Tool.run("watch", run, "--once", in: folder.url)
    #expect(watch.status == 0 && watch.output.hasPrefix("killed"), "\(watch.output)\(watch.errors)")
    let snapshot = try Tool.run("watch", run, "--json", in: folder.url).json() as? [String: Any]
    #expect(try #require(snapshot?["quietSeconds"] as? Double) >= 0)
    let row = try #require(try TinyGrid.status(folder).rows.first)
    #expect(row.status == "interrupted")
    let again = try TinyGrid.call("run", "grid.yaml", "--output", "g", "-q", in: folder)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try TinyGrid.status(folder).digests == TinyGrid.finished.get().digests)
  }

  @Test func halfALineOfMetrics() throws {
    let folder = try TemporaryFolder()
    let running = try Tool.Running(TinyRun.arguments(in: folder), in: folder.url)
    running.wait { folder.exists("run/checkpoints/seed-1/step-1") }
    running.send(SIGKILL)
    _ = try running.outcome()
    let before = try folder.text("run/metrics.jsonl")
    try folder.write(before + #"{"step":1,"seed":1,"soar/rew"#, to: "run/metrics.jsonl")
    let outcome = try Tool.run("run", "--resume", "run", "--no-cache", "-q", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = try folder.text("run/metrics.jsonl").split(separator: "\n")
    #expect(lines.count > before.split(separator: "\n").count)
    for line in lines {
      #expect(throws: Never.self, "\(line)") {
        try JSONDecoder().decode([String: Double].self, from: Data(line.utf8))
      }
    }
  }

  private func sqlite(_ file: String, _ statement: String) throws {
    let outcome = try Tool.Running(
      [
        "-c",
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()",
        file, statement,
      ],
      program: URL(fileURLWithPath: "/usr/bin/python3")
    ).outcome()
    try #require(outcome.status == 0, "\(outcome.errors)")
  }
}
