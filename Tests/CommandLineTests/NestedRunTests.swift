// Behaviours locked here, on the tiny run with two students per seed and transfer problems:
// - the first students are those of the run with one; the second ones differ
// - any number of workers, and a kill between the students of an arm, give the same digest
// - reports, show and compare know students, transfer and the checkpoint rule
// - arms in two turns, curricula and groups of 128 are written in YAML

import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct NestedRunTests {
  private func arguments(in folder: TemporaryFolder, _ more: String...) throws -> [String] {
    try TinyRun.arguments(in: folder) + ["--set", "studentsPerSeed=2"] + more
  }

  private func arms(_ run: String) throws -> [[String: Any]] {
    let document = try Tool.run("show", run, "--json").json() as? [String: Any]
    return document?["arms"] as? [[String: Any]] ?? []
  }

  private func text(_ arms: [[String: Any]]) throws -> [String] {
    try arms.map {
      String(
        decoding: try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys),
        as: UTF8.self)
    }
  }

  @Test func studentsWithinSeeds() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(arguments(in: folder), in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let digest = try TinyRun.digest(folder)
    #expect(try digest != TinyRun.finished.get().digest)
    let all = try arms(folder.path("run"))
    // Six arms train, three do not.
    #expect(all.count == 2 * (3 + 2 * 6))
    let first = all.filter { $0["student"] as? Int == 0 }
    #expect(try text(first) == text(arms(TinyRun.finished.get().run)))
    let second = all.filter { $0["student"] as? Int == 1 }
    #expect(Set(second.compactMap { $0["arm"] as? String }).count == 6)
    for arm in all {
      let passAtK = try #require(arm["transferPassAtK"] as? [String: Double])
      #expect(Set(passAtK.keys) == ["1", "4"])
    }
    let report = try folder.text("run/report/report.md")
    for part in [
      "2 (4 students)", "### On other problems (transfer)", "### At the paper's checkpoint",
      "95% intervals over seeds and the test problems that they share",
    ] { #expect(report.contains(part), "\(part)") }
    let listing = try Tool.run("ls", folder.url.path)
    #expect(listing.output.contains("30/30"))

    // A kill after some students of the first seed, and one worker for the rest.
    let other = try TemporaryFolder()
    let running = try Tool.Running(
      arguments(in: other, "--workers", "1"), in: other.url)
    running.wait {
      guard other.exists("run/checkpoints/seed-1/step-3") else { return false }
      return ((try? arms(other.path("run")))?.count ?? 0) >= 2
    }
    running.send(SIGKILL)
    #expect(try running.outcome().status == 128 + SIGKILL)
    let stored = try arms(other.path("run")).count
    #expect(stored >= 2 && stored < 30)
    let resumed = try Tool.run(
      "run", "--resume", "run", "--no-cache", "--quiet", in: other.url)
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(try TinyRun.digest(other) == digest)

    try comparing(folder)
  }

  private func comparing(_ folder: TemporaryFolder) throws {
    let json = try Tool.run(
      "compare", "run", "--json", "--checkpoint", "rule", "--output", "out", in: folder.url
    ).json()
    let document = try #require(json as? [String: Any])
    #expect(document["checkpoint"] as? String == "rule")
    #expect((document["unmeasured"] as? [String])?.isEmpty == true)
    let rows = try #require(document["arms"] as? [[String: Any]])
    for row in rows {
      let isTrained = !["Base", "PS", "Solver"].contains(row["arm"] as? String ?? "")
      #expect(row["seeds"] as? Int == 2 && row["students"] as? Int == (isTrained ? 4 : 2))
      #expect((row["transferPassAtK"] as? [Any])?.count == 2)
    }
    #expect(try folder.text("out/report.md").contains("On the transfer problems"))
    let text = try Tool.run("compare", "run", "--output", "out", in: folder.url)
    #expect(text.output.contains("2 (4 students)") && text.output.contains("transfer problems"))
    #expect(!text.output.contains("checkpoint of the paper's rule"))
    let wrong = try Tool.run("compare", "run", "--checkpoint", "first", in: folder.url)
    #expect(wrong.status == 64 && wrong.errors.contains("'last' and 'rule'"))
  }

  @Test func trainingsWithoutATestAtTheirCheckpoint() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(
      TinyRun.arguments(in: folder) + [
        "--quiet", "--set", "evaluation.testEvery=0", "--set", "evaluation.checkpoint.window=1",
        "--set", "evaluation.checkpoint.horizon=0", "--set", "evaluation.checkpoint.slopeShare=1",
        "--set", "soar.outerSteps=1", "--set", "transfer.size=0",
      ], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let report = try folder.text("run/report/report.md")
    #expect(
      report.contains("was not measured on hard&#45;test from step")
        || report.contains("was not measured on hard-test from step"))
    #expect(!report.contains("### On other problems"))
    let text = try Tool.run("compare", "run", "--checkpoint", "rule", in: folder.url)
    #expect(text.status == 0, "\(text.errors)")
    #expect(text.output.contains("left out: ") && text.output.contains("evaluation.testEvery"))
    #expect(!text.output.contains("transfer problems"))
  }

  @Test func thePapersArms() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      TinyRun.configuration.replacing(
        /(?m)^arms:\n(  - .*\n)+/,
        with: """
          arms:
            - {name: Hard-Only, steps: 3}
            - {name: Hard-Only g128, steps: 2, groupSize: 128}
            - {name: PQ curriculum, source: promotionQuestions, mixing: curriculum, curriculumSteps: 2, steps: 4}
            - {name: Base-T, source: untrainedTeacher, sourceCount: 4, mixing: alone, steps: 2}
            - {name: Base-T two-turn, source: untrainedTeacher, teacher: apart, sourceCount: 4, mixing: alone, steps: 2}
            - {name: Grounded-T two-turn, source: trainedTeacher, teacher: grounded-apart, sourceCount: 4, mixing: mixed, steps: 2}

          """
      ).replacing(
        "teachers:\n",
        with: "teachers:\n  - {name: apart, turns: 2}\n"
          + "  - {name: grounded-apart, turns: 2}\n"), to: "arms.yaml")
    let outcome = try Tool.run(
      "run", "arms.yaml", "--output", "run", "--no-cache", "--quiet", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let report = try folder.text("run/report/report.md")
    #expect(report.contains("2 steps of 2 x 128 rollouts"))
    #expect(
      report.contains("then hard&#45;train from step 2")
        || report.contains("then hard-train from step 2"))
    #expect(report.contains("4 questions of the untrained teacher, written in two turns"))
    // The entry that only an untrained teacher names is not run; the other one is.
    let document = try Tool.run("show", folder.path("run"), "--json").json() as? [String: Any]
    let steps = document?["outerSteps"] as? [[String: Any]] ?? []
    #expect(Set(steps.compactMap { $0["teacher"] as? String }) == ["SOAR", "grounded-apart"])
  }
}
