// Behaviours locked here:
// - one run, or several of other seeds: a table, JSON that parses, report.md with figures
// - made again, the report is the same bit for bit; what fails on the way leaves nothing, and a
//   report that was there stays as it was
// - runs of other base models or hard sets are refused with the key that differs, unless forced
// - a run given twice counts once, and that is said
// - an arm or a k that is not there: one line, a status, nothing written

import Foundation
import TestSupport
import Testing

@Suite struct CompareTests {
  @Test func oneRun() throws {
    let folder = try TinyRun.finished.get().copy()
    let outcome = try Tool.run("compare", "run", "--reach", "4:1", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for part in [
      "pass@4", "chance that a seed beats one of Hard-Only", "with teacher", "to pass@4 of 1.0%",
      "report: run/compare/report.md",
    ] { #expect(outcome.output.contains(part), "\(part)") }
    for name in [
      "pass-at-k-by-cost", "performance-profiles", "trajectories", "questions-by-teacher",
      "collapse",
    ] {
      for type in ["png", "svg", "gnuplot", "dat"] {
        #expect(folder.exists("run/compare/figures/\(name).\(type)"))
      }
    }
    let text = try folder.text("run/compare/report.md")
    #expect(text.hasPrefix("# Arms of 1 run\n"))
  }

  @Test func asJSON() throws {
    let folder = try TinyRun.finished.get().copy()
    let json = try Tool.run(
      "compare", "run", "--json", "--by", "flops", "--baseline", "PQ", "--at", "1", "--output",
      "out", in: folder.url
    ).json()
    let document = try #require(json as? [String: Any])
    #expect(document["baseline"] as? String == "PQ")
    #expect(document["by"] as? String == "flops")
    #expect(document["report"] as? String == "out/report.md")
    let arms = try #require(document["arms"] as? [[String: Any]])
    #expect(arms.map { $0["arm"] as? String } == TinyRun.arms)
    for arm in arms {
      let name = arm["arm"] as? String ?? ""
      #expect(arm["seeds"] as? Int == 2)
      let own = try #require(arm["own"] as? [String: Any])
      #expect(own["flops"] is Double)
      // These draw on an outer loop, whose operations are counted.
      let whole = arm["withTeacher"] as? [String: Any]
      #expect(
        (whole != nil) == ["PS", "PQ", "Intrinsic-T", "Matched-T", "Solver"].contains(name),
        "\(name)")
      if let whole {
        #expect((whole["flops"] as? Double ?? 0) > (own["flops"] as? Double ?? 0))
      }
    }
    let teachers = try #require(document["teachers"] as? [[String: Any]])
    #expect((teachers.first?["points"] as? [Any])?.count == 4)
    #expect(folder.exists("out/figures/trajectories.png"))
    #expect(!folder.exists("run/compare"))
  }

  private func files(_ folder: TemporaryFolder, _ name: String) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path(name)).sorted()
    return try Dictionary(
      uniqueKeysWithValues: names.filter { $0 != "figures" }.map {
        ($0, try Data(contentsOf: folder.file("\(name)/\($0)")))
      })
  }

  @Test func theReportIsTheSameEachTime() throws {
    let folder = try TinyRun.finished.get().copy()
    #expect(try Tool.run("compare", "run", "-o", "out", in: folder.url).status == 0)
    let first = try files(folder, "out")
    #expect(first["report.md"] != nil && first["report.json"] != nil)
    #expect(first.keys.count { $0.hasSuffix(".svg") } == 5)
    #expect(try Tool.run("compare", "run", "-o", "out", in: folder.url).status == 0)
    #expect(try files(folder, "out") == first)
    let text = String(decoding: first["report.md"] ?? Data(), as: UTF8.self)
    for heading in [
      "## The arms", "## Answers", "### Does the grounded reward beat each other scheme per outer",
      "### Does it per FLOP?", "### Which schemes collapse, how, and when?",
      "### Where does mixing with hard-train hide the difference?", "### Promotions",
    ] { #expect(text.contains(heading), "\(heading)") }
    // No arm of this run trains on fresh questions of its grounded teacher.
    #expect(text.contains("no arm trains on fresh questions of SOAR"))
    #expect(text.contains("| matched | learnability | "))
    #expect(text.contains("world tiny (seed 11)"))
  }

  /// A gnuplot that knows its terminals and draws nothing.
  @Test func whatFailsLeavesNothing() throws {
    let folder = try TinyRun.finished.get().copy()
    #expect(try Tool.run("compare", "run", "-o", "kept", in: folder.url).status == 0)
    let before = try files(folder, "kept")
    try FileManager.default.createDirectory(
      at: folder.file("bin"), withIntermediateDirectories: true)
    try folder.writeProgram(
      """
      #!/bin/sh
      if /bin/grep -q multiplot; then exit 1; fi
      echo ' pngcairo  svg ' >&2
      """, to: "bin/gnuplot")
    let contents = try folder.contents
    for output in ["new", "kept"] {
      let outcome = try Tool.run(
        ["compare", "run", "-o", output], environment: ["PATH": folder.path("bin")],
        in: folder.url)
      #expect(outcome.status == 70 && outcome.isOneError, "\(outcome.errors)")
      #expect(outcome.errors.contains("could not draw"))
    }
    // Somebody's kill is no fault of anything.
    try folder.write(
      """
      #!/bin/sh
      if /bin/grep -q multiplot; then kill -KILL $$; fi
      echo ' pngcairo  svg ' >&2
      """, to: "bin/gnuplot")
    let killed = try Tool.run(
      ["compare", "run", "-o", "new"], environment: ["PATH": folder.path("bin")], in: folder.url)
    #expect(killed.status == 75 && killed.isOneError, "\(killed.errors)")
    #expect(killed.errors.contains("was ended by signal 9"))
    #expect(try folder.contents == contents)
    #expect(try files(folder, "kept") == before)
  }

  /// The finished run with its configuration altered, beside the run itself.
  private func altered(_ old: String, _ new: String) throws -> TemporaryFolder {
    let folder = try TinyRun.finished.get().copy()
    try FileManager.default.copyItem(atPath: folder.path("run"), toPath: folder.path("other"))
    let edit = try Tool.Running(
      [
        "-c",
        """
        import sqlite3, sys
        c = sqlite3.connect(sys.argv[1])
        (config,) = c.execute("SELECT config FROM run").fetchone()
        assert sys.argv[2] in config
        c.execute("UPDATE run SET config = ?", (config.replace(sys.argv[2], sys.argv[3], 1),))
        c.commit()
        """, folder.path("other/run.sqlite"), old, new,
      ], program: URL(fileURLWithPath: "/usr/bin/python3")
    ).outcome()
    try #require(edit.status == 0, "\(edit.errors)")
    return folder
  }

  @Test func runsMustAgree() throws {
    let folder = try altered("lengthDecay: 0.5", "lengthDecay: 0.6")
    let refused = try Tool.run("compare", "run", "other", in: folder.url)
    #expect(refused.status == 78 && refused.isOneError, "\(refused.errors)")
    #expect(
      refused.errors.hasPrefix("error: other: world.lengthDecay: is 0.6, but 0.5 in run"))
    #expect(!folder.exists("run/compare"))
    let forced = try Tool.run("compare", "run", "other", "--force", in: folder.url)
    #expect(forced.status == 0, "\(forced.errors)")
    let text = try folder.text("run/compare/report.md")
    #expect(text.contains("differs from <code>run</code> in world&#46;lengthDecay"))
    #expect(text.contains("counted once"))
  }

  @Test func settingsOfTheLoopMayDiffer() throws {
    let folder = try altered("threshold: -1", "threshold: -2")
    let outcome = try Tool.run("compare", "run", "other", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.text("run/compare/report.md").contains("soar&#46;threshold"))
  }

  @Test func copiesCountOnce() throws {
    let folder = try TinyRun.finished.get().copy()
    try FileManager.default.copyItem(atPath: folder.path("run"), toPath: folder.path("copy"))
    let once = try Tool.run("compare", "run", "-o", "once", in: folder.url)
    for (arguments, name) in [(["run", "copy"], "copy"), (["run", "run"], "run")] {
      let twice = try Tool.run(["compare"] + arguments + ["-o", "twice"], in: folder.url)
      #expect(twice.status == 0, "\(twice.errors)")
      #expect(
        twice.errors.contains("\(name) holds seeds 1, 2 of run once more; copies count once"),
        "\(twice.errors)")
      #expect(
        twice.output.replacing("twice/", with: "") == once.output.replacing("once/", with: ""))
      #expect(try folder.text("twice/report.md").contains("copies count once"))
    }
  }

  @Test func mistakes() throws {
    let folder = try TinyRun.finished.get().copy()
    func fails(_ status: Int32, _ arguments: String..., words: String) throws {
      let outcome = try Tool.run(["compare"] + arguments, in: folder.url)
      #expect(outcome.status == status, "\(outcome.errors)")
      #expect(outcome.isOneError && outcome.errors.contains(words), "\(outcome.errors)")
      #expect(!folder.exists("run/compare"))
    }
    try fails(66, "absent", words: "no such file")
    try fails(64, "run", "--baseline", "Hard-Onyl", words: "did you mean Hard-Only?")
    try fails(64, "run", "--at", "32", words: "they have k = 1, 4")
    try folder.write("", to: "file")
    let blocked = try Tool.run("compare", "run", "--output", "file/x", in: folder.url)
    #expect((73...77).contains(blocked.status) && blocked.isOneError, "\(blocked.errors)")
  }
}
