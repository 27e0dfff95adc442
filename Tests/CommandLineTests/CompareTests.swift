// Behaviours locked here:
// - one run, or several of other seeds: a table, JSON that parses, compare.md with figures
// - runs of other base models or hard sets are refused with the key that differs, unless forced
// - a run given twice, an arm or a k that is not there: one line, a status, nothing written

import Foundation
import Testing

@Suite struct CompareTests {
  @Test func oneRun() throws {
    let folder = try TinyRun.finished.get().copy()
    let outcome = try Tool.run("compare", "run", "--reach", "4:1", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for part in [
      "pass@4", "chance that a seed beats one of Hard-Only", "with teacher", "to pass@4 of 1.0%",
      "report: run/compare/compare.md",
    ] { #expect(outcome.output.contains(part), "\(part)") }
    for name in ["pass-at-k-by-cost", "trajectories", "questions-by-teacher"] {
      for type in ["png", "svg", "gp"] {
        #expect(folder.exists("run/compare/figures/\(name).\(type)"))
      }
    }
    let text = try folder.text("run/compare/compare.md")
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
    #expect(document["report"] as? String == "out/compare.md")
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
    let text = try folder.text("run/compare/compare.md")
    #expect(text.contains("differs from the first run in world&#46;lengthDecay"))
    #expect(text.contains("counted once"))
  }

  @Test func settingsOfTheLoopMayDiffer() throws {
    let folder = try altered("threshold: -1", "threshold: -2")
    let outcome = try Tool.run("compare", "run", "other", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.text("run/compare/compare.md").contains("soar&#46;threshold"))
  }

  @Test func mistakes() throws {
    let folder = try TinyRun.finished.get().copy()
    func fails(_ status: Int32, _ arguments: String..., words: String) throws {
      let outcome = try Tool.run(["compare"] + arguments, in: folder.url)
      #expect(outcome.status == status, "\(outcome.errors)")
      #expect(outcome.isOneError && outcome.errors.contains(words), "\(outcome.errors)")
      #expect(!folder.exists("run/compare"))
    }
    try fails(65, "run", "run", words: " is in run too, with the same configuration")
    try fails(66, "absent", words: "no such file")
    try fails(64, "run", "--baseline", "Hard-Onyl", words: "did you mean Hard-Only?")
    try fails(64, "run", "--at", "32", words: "they have k = 1, 4")
    try folder.write("", to: "file")
    let blocked = try Tool.run("compare", "run", "--output", "file/x", in: folder.url)
    #expect((73...77).contains(blocked.status) && blocked.isOneError, "\(blocked.errors)")
  }
}
