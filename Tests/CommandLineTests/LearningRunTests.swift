// Behaviours locked here:
// - a run with horizons, hard-train steps, confirmed promotions, the best teacher kept and told, the permuted
//   control, an arm that matches a loop's cost and arms of questions within reach has the same digest
//   with one worker and with two, and after kills
// - its store holds the horizons' accuracies and the confirming students; a promoted student may be
//   one of those
// - screenings are cached by content: the second run counts nothing and has the same digest; a damaged
//   entry is noted and made anew
// - reports open with the planned comparisons, draw the curves of fresh students and the loop beside its
//   control, and give what it earned beyond that; `soar show` gives the allocation of students

import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct LearningRunTests {
  private static let configuration =
    TinyRun.configuration.components(separatedBy: "soar:")[0] + """
      soar:
        outerSteps: 3
        datasets: 3
        questionsPerDataset: 4
        repeats: 2
        rewardQuestions: 16
        window: 1
        threshold: -1
        confirmationStudents: 3
        innerSteps: 3
        hardSteps: 1
        rewardAt: [2, 4]
        extraStepsAfterPromotion: 1
        keepsBestTeacher: true
      teachers:
        - {name: SOAR, learningRate: 0.002}
        - {name: permuted, promotion: false, reward: {scheme: permuted}, klCoefficient: 0.1}
      arms:
        - {name: PS, start: promotedStudent}
        - {name: Hard-Only, steps: 500, matchCostOf: SOAR, measureEvery: 40}
        - {name: Grounded-T, source: trainedTeacher, sourceCount: 4, mixing: alone, steps: 3}
        - {name: Permuted-T, source: trainedTeacher, teacher: permuted, sourceCount: 4, mixing: alone, steps: 3}
        - {name: Permuted-last-T, source: trainedTeacher, teacher: permuted, teacherAt: last, sourceCount: 4, mixing: alone, steps: 3}
        - {name: never, source: designed, sourceCount: 4, mixing: alone, steps: 3, reach: [0, 0], designs: [{answer: random, lengths: [1]}]}
        - {name: often, source: designed, sourceCount: 4, mixing: alone, steps: 3, reach: [0.3, 1], designs: [{answer: correct, lengths: [1]}]}
        - {name: wrong, source: designed, sourceCount: 4, mixing: alone, steps: 3, reach: [0.05, 0.5], designs: [{answer: random, lengths: [1]}]}
      evaluation: {samples: 4, passAt: [1, 4], greedyEvery: 1, testEvery: 2, reachQuestions: 48, reachSamples: 16}
      plan:
        - {arm: Grounded-T, reference: Permuted-T, step: 2}
        - {arm: PS, reference: Hard-Only, measure: trainGreedy}

      """

  private static func query(_ folder: TemporaryFolder, _ sql: String) throws -> [[Any]] {
    let outcome = try Tool.Running(
      [
        "-c",
        """
        import json, sqlite3, sys
        print(json.dumps([list(r) for r in sqlite3.connect(sys.argv[1]).execute(sys.argv[2])]))
        """, folder.path("run/run.sqlite"), sql,
      ], program: URL(fileURLWithPath: "/usr/bin/python3")
    ).outcome()
    return try #require(outcome.json() as? [[Any]], "\(outcome.errors)")
  }

  @Test func aRunWithAllOfIt() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.configuration, to: "learning.yaml")
    let cache = ["SOAR_CACHE_DIR": folder.path("cache")]
    func run(_ name: String, workers: Int) throws -> Tool.Outcome {
      try Tool.run(
        "run", "learning.yaml", "--output", name, "--workers", "\(workers)", environment: cache,
        in: folder.url)
    }
    let one = try run("run", workers: 1)
    try #require(one.status == 0, "\(one.errors)")
    #expect(!one.errors.contains("from the cache"))
    let digest = try TinyRun.digest(folder)

    let horizons = try Self.query(
      folder, "SELECT count(*), count(accuracy_at), min(accuracy_at) FROM student_training")
    #expect(horizons[0][0] as? Int == 2 * 2 * 3 * 6 && horizons[0][1] as? Int == 2 * 2 * 3 * 6)
    #expect((horizons[0][2] as? String)?.hasPrefix("{\"") == true)
    let confirmations = try Self.query(
      folder,
      """
      SELECT (SELECT count(*) FROM confirmation WHERE repeat = 2),
        (SELECT count(*) FROM promotion WHERE confirmed_reward IS NOT NULL),
        (SELECT count(*) FROM promotion), (SELECT count(*) FROM event WHERE kind = 'promotion-refused')
      """)[0].compactMap { $0 as? Int }
    // Every due promotion has three fresh students, and was made or refused.
    #expect(confirmations[0] == confirmations[2] + confirmations[3] && confirmations[0] > 0)
    #expect(confirmations[1] == confirmations[2])
    let rates = try Self.query(
      folder,
      "SELECT arm, solve_rate FROM (SELECT teacher AS arm, solve_rate FROM question WHERE step IS NULL)"
    )
    let bounds = ["never": 0...0, "often": 0.3...1, "wrong": 0.05...0.5]
    for (arm, range) in bounds {
      let found = rates.filter { $0[0] as? String == arm }.compactMap { $0[1] as? Double }
      #expect(found.count <= 8 && found.allSatisfy(range.contains), "\(arm): \(found)")
    }
    #expect(rates.contains { $0[0] as? String == "never" })
    // SOAR is promoted at each step, so that no window of its rewards is ever whole.
    let kept = try Self.query(
      folder, "SELECT teacher, seed, step, message FROM event WHERE kind = 'best-teacher'")
    #expect(kept.map { $0[0] as? String } == ["permuted", "permuted"])
    for row in kept {
      let message = try #require(row[3] as? String)
      let step = try #require(row[2] as? Int)
      let words = "the teacher after \(step + 1) of 3 steps is kept as the best one: "
      #expect(message.hasPrefix(words), "\(message)")
    }
    let hardOnly = try Self.query(
      folder,
      """
      SELECT steps, forward_flops + backward_flops, (SELECT sum(forward_flops + backward_flops)
        FROM outer_step WHERE teacher = 'SOAR' AND outer_step.seed = arm_run.seed)
      FROM arm_run WHERE arm = 'Hard-Only'
      """)
    #expect(hardOnly.count == 2)
    for row in hardOnly {
      let (steps, spent, wanted) = (
        row[0] as? Int ?? 0, row[1] as? Double ?? 0, row[2] as? Double ?? 0
      )
      #expect(steps < 500 ? spent >= wanted : spent < wanted, "\(row)")
    }

    let report = try folder.text("run/report/report.md")
    #expect(report.contains("### What the teachers earned"))
    #expect(report.contains("seeds above the control"))
    #expect(report.contains("| **Grounded-T** | **Permuted-T** | pass@4 on hard-test, step 2 |"))
    #expect(report.contains("Dotted: where the plan compares arms, step 2."))
    #expect(report.contains(" beside permuted, whose rewards are shuffled"))
    #expect(report.contains("questions of the trained teacher of permuted after its last step;"))
    let show = try Tool.run("show", "run", in: folder.url)
    #expect(show.output.contains("SOAR: 3 x 2 students:"), "\(show.output)")

    let two = try run("again", workers: 2)
    try #require(two.status == 0, "\(two.errors)")
    #expect(two.errors.contains("results of the screening from the cache"))
    #expect(try TinyRun.digest(folder, "again") == digest)

    // Damaged, it is made anew.
    let entries = try FileManager.default.contentsOfDirectory(atPath: folder.path("cache")).filter {
      $0.hasPrefix("screening-")
    }
    #expect(entries.count == 2, "the hard set's and the transfer set's")
    for entry in entries {
      try folder.write("{\"samples\": 4, \"successes\": [99]}", to: "cache/\(entry)")
    }
    let three = try run("third", workers: 1)
    #expect(three.status == 0 && three.errors.contains("is damaged; screening anew"))
    #expect(try TinyRun.digest(folder, "third") == digest)
  }

  @Test func killsLoseNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.configuration, to: "learning.yaml")
    let cache = ["SOAR_CACHE_DIR": folder.path("cache")]
    try #require(
      Tool.run("run", "learning.yaml", "-o", "whole", environment: cache, in: folder.url).status
        == 0)
    let going = try Tool.Running(
      ["run", "learning.yaml", "-o", "run"], environment: cache, in: folder.url)
    let state = folder.url.appendingPathComponent("run/checkpoints/seed-1/step-1/state.json")
    going.wait { FileManager.default.fileExists(atPath: state.path) }
    going.send(SIGKILL)
    _ = try going.outcome()
    let resumed = try Tool.run("run", "--resume", "run", environment: cache, in: folder.url)
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(try TinyRun.digest(folder) == TinyRun.digest(folder, "whole"))
  }
}
