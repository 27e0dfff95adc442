// Behaviours locked here:
// - `ls` lists runs, and broken ones with their error; an empty folder is no error, a missing one is
// - `show` tells provenance, hard set, outer loop, arms with pass@k, and events; both print JSON
// - `digest` prints one SHA-256
// - a store that is missing, damaged, foreign or tampered with: one line, status 65 or 66

import Foundation
import TestSupport
import Testing

@Suite struct RunsCommandTests {
  @Test func listing() throws {
    let run = try TinyRun.finished.get()
    let folder = try run.copy()
    try FileManager.default.moveItem(at: folder.file("run"), to: folder.file("b"))
    try FileManager.default.createDirectory(
      at: folder.file("a"), withIntermediateDirectories: false)
    try folder.write("no database", to: "a/run.sqlite")
    try FileManager.default.createDirectory(
      at: folder.file("c"), withIntermediateDirectories: false)
    let text = try Tool.run("ls", folder.url.path)
    #expect(text.status == 0 && text.errors.isEmpty)
    let lines = text.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("run "))
    #expect(lines[1].hasPrefix(folder.path("b")) && lines[1].contains("finished"))
    #expect(lines[1].hasSuffix("18/18"))
    #expect(lines[2].hasPrefix("broken: \(folder.path("a"))/run.sqlite: "))
    let json = try Tool.run("ls", ".", "--json", in: folder.url).json()
    let rows = try #require(json as? [[String: Any]])
    #expect(rows.map { $0["folder"] as? String } == ["a", "b"])
    #expect(rows[0]["error"] is String)
    #expect(rows[1]["outcome"] as? String == "finished")
    #expect(rows[1]["seeds"] as? [Int] == [1, 2])
    // Two loops of four steps in two seeds, and one that takes as many as its cost allows.
    #expect((rows[1]["outerSteps"] as? Int ?? 0) > 16)
    #expect(rows[1]["arms"] as? Int == 18)
  }

  @Test func listingNothing() throws {
    let folder = try TemporaryFolder()
    let empty = try Tool.run("ls", folder.url.path)
    #expect(empty.status == 0)
    #expect(empty.output == "no runs in \(folder.url.path)\n")
    #expect(try Tool.run("ls", folder.url.path, "--json").output == "[]\n")
    let missing = try Tool.run("ls", in: folder.url)
    #expect(missing.status == 66 && missing.isOneError)
    #expect(missing.errors.hasPrefix("error: runs: there is no such folder"))
    try folder.write("", to: "file")
    let file = try Tool.run("ls", "file", in: folder.url)
    #expect(file.status == 66 && file.isOneError)
  }

  @Test func showing() throws {
    let run = try TinyRun.finished.get()
    let text = try Tool.run("show", run.run)
    #expect(text.status == 0 && text.errors.isEmpty)
    for part in ["outcome   finished", "hard set  48 screened", "outer loop", "pass@4", "PQ"] {
      #expect(text.output.contains(part), "\(part)")
    }
    let json = try Tool.run("show", run.run, "--json").json()
    let document = try #require(json as? [String: Any])
    let provenance = try #require(document["run"] as? [String: Any])
    #expect((provenance["commandLine"] as? String)?.hasSuffix("--no-cache --workers 2") == true)
    #expect(provenance["workers"] as? Int == 2)
    let hardSet = try #require(document["hardSet"] as? [String: Any])
    #expect(hardSet["screened"] as? Int == 48)
    #expect(hardSet["train"] as? Int == hardSet["test"] as? Int)
    let steps = try #require(document["outerSteps"] as? [[String: Any]])
    for (teacher, promotes) in [("SOAR", true), ("intrinsic", false)] {
      let own = steps.filter { $0["teacher"] as? String == teacher }
      #expect(own.map { $0["step"] as? Int } == [0, 1, 2, 3, 0, 1, 2, 3])
      #expect(own.allSatisfy { $0["isPromoted"] as? Bool == promotes && $0["reward"] is Double })
      // An intrinsic teacher's loop never looks at the hard set.
      #expect(own.allSatisfy { ($0["baselineAccuracy"] is Double) == promotes })
    }
    let arms = try #require(document["arms"] as? [[String: Any]])
    // In the order of the configuration, each with its seeds.
    let expected = TinyRun.arms.flatMap { [$0, $0] }
    #expect(arms.map { $0["arm"] as? String } == expected)
    for arm in arms {
      let passAtK = try #require(arm["passAtK"] as? [String: Double])
      let one = try #require(passAtK["1"])
      let four = try #require(passAtK["4"])
      #expect(passAtK.count == 2 && 0 <= one && one <= four && four <= 1)
    }
    #expect((document["events"] as? [Any])?.isEmpty == false)
  }

  @Test func digests() throws {
    let run = try TinyRun.finished.get()
    let outcome = try Tool.run("digest", run.run)
    #expect(outcome.output.wholeMatch(of: /[0-9a-f]{64}\n/) != nil)
    #expect(outcome.output == run.digest + "\n")
  }

  @Test(arguments: ["show", "digest", "report", "compare"]) func storesThatCannotBeRead(
    _ command: String
  )
    throws
  {
    let folder = try TinyRun.finished.get().copy()
    func fails(with status: Int32, _ directory: String, _ what: String) throws {
      let outcome = try Tool.run(command, directory)
      #expect(outcome.status == status, "\(what): \(outcome.errors)")
      #expect(outcome.isOneError, "\(what): \(outcome.errors)")
    }
    try fails(with: 66, folder.path("absent"), "no folder")
    try fails(with: 66, folder.url.path, "a folder that is no run")
    let store = folder.file("run/run.sqlite")
    let bytes = try Data(contentsOf: store)
    try bytes.prefix(bytes.count / 2).write(to: store)
    try fails(with: 65, folder.path("run"), "cut short")
    try Data("SQLite format 3, or so".utf8).write(to: store)
    try fails(with: 65, folder.path("run"), "no database")
    var damaged = bytes
    for index in stride(from: 4096, to: bytes.count, by: 512) { damaged[index] ^= 0x5a }
    try damaged.write(to: store)
    try fails(with: 65, folder.path("run"), "bits flipped")
    try Data().write(to: store)
    try fails(with: 65, folder.path("run"), "empty")
    try FileManager.default.removeItem(at: store)
    try FileManager.default.createDirectory(at: store, withIntermediateDirectories: false)
    let outcome = try Tool.run(command, folder.path("run"))
    #expect((64...78).contains(outcome.status) && outcome.isOneError, "\(outcome.errors)")
  }

  @Test(arguments: [
    "UPDATE evaluation_problem SET successes = 1000",
    "UPDATE evaluation_problem SET successes = -1",
    "UPDATE run SET config = '{'", "UPDATE run SET started = 'yesterday'",
    "UPDATE arm_run SET status = 'fine'", "DELETE FROM run",
    "UPDATE evaluation SET samples_per_problem = 0",
    "UPDATE arm_run SET arm = arm || char(27) || '[2J' || char(10)",
  ])
  func storesThatWereTamperedWith(_ change: String) throws {
    let folder = try TinyRun.finished.get().copy()
    let edit = try Tool.Running(
      [
        "-c",
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()",
      ]
        + [folder.path("run/run.sqlite"), change],
      program: URL(fileURLWithPath: "/usr/bin/python3")
    ).outcome()
    try #require(edit.status == 0, "\(edit.errors)")
    for command in ["show", "digest", "ls", "report", "compare"] {
      let target = command == "ls" ? folder.url.path : folder.path("run")
      let outcome = try Tool.run(command, target)
      #expect(outcome.status == 0 || outcome.status == 65, "\(command): \(outcome.errors)")
      #expect(outcome.status == 0 || outcome.isOneError, "\(command): \(outcome.errors)")
      #expect(!outcome.output.contains("\u{1B}") && !outcome.errors.contains("\u{1B}"))
    }
  }
}
