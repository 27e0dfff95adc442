// Behaviours locked here:
// - a run whose datasets share questions has the same digest with one worker and with two, and after a
//   kill; promotions and the permuted control work in it, beside a loop with questions of its own
// - every dataset's questions are stored, with their places and copies; shares count each question once
// - `soar show` computes no intraclass correlation of such a loop; reports and comparisons tell the loops
//   apart; classify, analyze, export and import take them
// - a loop that cannot share questions is refused in one line

import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct SharedQuestionRunTests {
  /// At this rate students learn within ten steps, so that nearly every step updates the teacher.
  private static let configuration =
    TinyRun.configuration.components(separatedBy: "soar:")[0]
    .replacing("student: {", with: "student: {learningRate: 0.004, ") + """
      soar:
        outerSteps: 3
        datasets: 4
        questionsPerDataset: 4
        repeats: 2
        rewardQuestions: 16
        window: 1
        threshold: -1
        innerSteps: 10
        extraStepsAfterPromotion: 1
      teachers:
        - {name: SOAR, datasetsPerQuestion: 2}
        - {name: permuted, promotion: false, reward: {scheme: permuted}, datasetsPerQuestion: 2}
        - {name: plain, promotion: false}
      arms:
        - {name: PS, start: promotedStudent}
        - {name: PQ, source: promotionQuestions, mixing: alone, steps: 3}
        - {name: Grounded-T, source: trainedTeacher, sourceCount: 4, mixing: alone, steps: 3}
        - {name: Permuted-T, source: trainedTeacher, teacher: permuted, sourceCount: 4, mixing: alone, steps: 3}
        - {name: Plain-T, source: trainedTeacher, teacher: plain, sourceCount: 4, mixing: alone, steps: 3}
      evaluation: {samples: 4, passAt: [1, 4], greedyEvery: 1, testEvery: 2}

      """

  private static func query(_ folder: TemporaryFolder, _ sql: String) throws -> [[Int]] {
    let outcome = try Tool.Running(
      [
        "-c",
        """
        import json, sqlite3, sys
        print(json.dumps([list(r) for r in sqlite3.connect(sys.argv[1]).execute(sys.argv[2])]))
        """, folder.path("run/run.sqlite"), sql,
      ], program: URL(fileURLWithPath: "/usr/bin/python3")
    ).outcome()
    return try #require(outcome.json() as? [[Int]], "\(outcome.errors)")
  }

  @Test func aRunThatSharesQuestions() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.configuration, to: "shared.yaml")
    let cache = ["SOAR_CACHE_DIR": folder.path("cache")]
    func run(_ name: String, workers: Int) throws -> Tool.Outcome {
      try Tool.run(
        "run", "shared.yaml", "--output", name, "--workers", "\(workers)", environment: cache,
        in: folder.url)
    }
    let one = try run("run", workers: 1)
    try #require(one.status == 0, "\(one.errors)")
    let digest = try TinyRun.digest(folder)
    try #require(try run("again", workers: 2).status == 0)
    #expect(try TinyRun.digest(folder, "again") == digest)

    // Two seeds and three steps of four datasets of four questions.
    let rows = try Self.query(
      folder,
      """
      SELECT count(*), count(DISTINCT pool_position), sum(copy), max(copy)
      FROM question WHERE step IS NOT NULL AND teacher <> 'plain'
      GROUP BY teacher, seed, step
      """)
    #expect(rows.count == 12 && rows.allSatisfy { $0 == [16, 8, 8, 1] }, "\(rows)")
    let documents = try Self.query(
      folder,
      """
      SELECT count(DISTINCT document), count(DISTINCT dataset), count(DISTINCT advantage)
      FROM question WHERE pool_position IS NOT NULL GROUP BY teacher, seed, step, pool_position
      """)
    #expect(documents.count == 96)
    #expect(documents.allSatisfy { $0[0] == 1 && $0[1] == 2 && $0[2] <= 1 })
    #expect(documents.contains { $0[2] == 1 }, "no teacher was updated")
    let plain = try Self.query(
      folder,
      """
      SELECT count(*), count(pool_position), count(copy) FROM question
      WHERE step IS NOT NULL AND teacher = 'plain'
      """)
    #expect(plain == [[96, 0, 0]])
    let steps = try Self.query(
      folder,
      """
      SELECT teacher = 'plain', ifnull(datasets_per_question, 1), count(*) FROM outer_step
      GROUP BY 1, 2 ORDER BY 1
      """)
    #expect(steps == [[0, 2, 12], [1, 1, 6]])
    let shares = try Self.query(
      folder,
      "SELECT DISTINCT teacher = 'plain', questions FROM question_share WHERE step IS NOT NULL ORDER BY 1"
    )
    #expect(shares == [[0, 8], [1, 16]])
    #expect(try Self.query(folder, "SELECT count(*) > 0 FROM promotion") == [[1]])

    let show = try Tool.run("show", "run", in: folder.url)
    #expect(
      show.output.contains("SOAR: 4 x 2 students, each question in 2 datasets"), "\(show.output)")
    #expect(show.output.contains("plain: 4 x 2 students:"), "\(show.output)")
    let report = try folder.text("run/report/report.md")
    #expect(report.contains("each in 2 datasets of SOAR"))
    #expect(report.contains("### What the teachers earned"))
    for command in [
      ["classify", "run"], ["analyze", "run"], ["compare", "run", "-o", "compared"],
    ] {
      let outcome = try Tool.run(command, in: folder.url)
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
    }

    try #require(Tool.run(["export", "run", "-o", "one.jsonl"], in: folder.url).status == 0)
    try #require(Tool.run(["import", "one.jsonl", "-o", "log"], in: folder.url).status == 0)
    let second = try Tool.run("export", "log", in: folder.url)
    #expect(try second.output == folder.text("one.jsonl"))
    #expect(second.output.contains("\"pool_position\""))
  }

  @Test func aKillLosesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.configuration, to: "shared.yaml")
    let cache = ["SOAR_CACHE_DIR": folder.path("cache")]
    try #require(
      Tool.run("run", "shared.yaml", "-o", "whole", environment: cache, in: folder.url).status == 0)
    let going = try Tool.Running(
      ["run", "shared.yaml", "-o", "run"], environment: cache, in: folder.url)
    let state = folder.url.appendingPathComponent("run/checkpoints/seed-1/step-1/state.json")
    going.wait { FileManager.default.fileExists(atPath: state.path) }
    going.send(SIGKILL)
    #expect(try going.outcome().status == 128 + SIGKILL, "the run was over before the kill")
    let resumed = try Tool.run("run", "--resume", "run", environment: cache, in: folder.url)
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(try TinyRun.digest(folder) == TinyRun.digest(folder, "whole"))
  }

  @Test func whatCannotShareIsRefused() throws {
    let folder = try TemporaryFolder()
    func plan(_ loop: String) throws -> Tool.Outcome {
      try folder.write(
        Self.configuration.replacing("{name: SOAR, datasetsPerQuestion: 2}", with: loop),
        to: "shared.yaml")
      return try Tool.run("run", "shared.yaml", "--dry-run", in: folder.url)
    }
    #expect(try plan("{name: SOAR, datasetsPerQuestion: 1}").status == 0)
    for (loop, part) in [
      ("{name: SOAR, datasetsPerQuestion: 3}", "is 3, but must divide soar.datasets = 4"),
      (
        "{name: SOAR, datasetsPerQuestion: 2, reward: {scheme: learnability}}",
        "is 2, but the reward 'learnability' of 'SOAR' rewards each question by itself"
      ),
    ] {
      let outcome = try plan(loop)
      #expect(outcome.status == 78 && outcome.isOneError, "\(outcome.errors)")
      #expect(
        outcome.errors.hasPrefix("error: shared.yaml: teachers[0].datasetsPerQuestion: \(part)"),
        "\(outcome.errors)")
    }
  }
}
