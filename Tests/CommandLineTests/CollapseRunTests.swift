// Behaviours locked here, of a teacher that one update ruins:
// - its loop ends with an event that names the step at which nothing could be parsed, the one after
//   the last that the store holds
// - the run goes on: its arm trains on what could be written, or is skipped, and the report is made
// - a resumed run has the same bits and no second event

import Foundation
import TestSupport
import Testing

@Suite struct CollapseRunTests {
  private let configuration =
    TinyRun.configuration.components(separatedBy: "teachers:")[0]
    .replacing("[1, 2]", with: "[1]")
    .replacing("samplingLimit: 1000", with: "samplingLimit: 64, learningRate: 1, klCoefficient: 0")
      + """
      teachers:
        - {name: ruined, reward: {scheme: random}}
      arms:
        - {name: Ruined-T, source: trainedTeacher, teacher: ruined, sourceCount: 4, mixing: alone, steps: 1}
        - {name: Base}
      evaluation: {samples: 4, passAt: [1, 4], greedyEvery: 1, testEvery: 0}

      """

  private func facts(_ folder: TemporaryFolder) throws -> [String: Int] {
    let query = try Tool.Running(
      [
        "-c",
        """
        import json, sqlite3, sys
        c = sqlite3.connect(sys.argv[1])
        one = lambda q: c.execute(q).fetchone()[0]
        print(json.dumps({
          "events": one("SELECT count(*) FROM event WHERE kind = 'collapse'"),
          "step": one("SELECT max(step) FROM event WHERE kind = 'collapse'"),
          "last": one("SELECT max(step) FROM outer_step"),
          "base": one("SELECT count(*) FROM arm_run WHERE arm = 'Base' AND status = 'finished'")}))
        """, folder.path("run/run.sqlite"),
      ], program: URL(fileURLWithPath: "/usr/bin/python3")
    ).outcome()
    return try #require(query.json() as? [String: Int], "\(query.errors)")
  }

  @Test func theEventNamesTheStep() throws {
    let folder = try TemporaryFolder()
    try folder.write(configuration, to: "tiny.yaml")
    let outcome = try Tool.run(
      "run", "tiny.yaml", "--output", "run", "--no-cache", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("ruined, seed 1: the teacher collapsed"), "\(outcome.errors)")
    let facts = try facts(folder)
    let last = try #require(facts["last"])
    #expect(last >= 0 && last < 3)
    #expect(facts == ["events": 1, "step": last + 1, "last": last, "base": 1])
    let digest = try TinyRun.digest(folder)
    let again = try Tool.run("run", "--resume", "run", "--no-cache", in: folder.url)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try self.facts(folder) == facts)
    #expect(try TinyRun.digest(folder) == digest)
  }
}
