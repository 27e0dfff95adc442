// Behaviours locked here:
// - a loop with matchCostOf ends with the first outer step at which its operations reach those of
//   the loop that it names, which runs although no arm draws on it
// - at the limit of steps it ends below that, with an event
// - a name that is not there fails before anything is written
// That such loops resume to the same bits is locked in ResumeTests.

import Foundation
import TestSupport
import Testing

@Suite struct MatchedCostRunTests {
  /// FLOPs of each outer step, by teacher and seed.
  private func costs(_ folder: TemporaryFolder) throws -> [String: [[Double]]] {
    let query = try Tool.Running(
      [
        "-c",
        """
        import json, sqlite3, sys
        c = sqlite3.connect(sys.argv[1])
        costs = {}
        for teacher, seed, flops in c.execute(
            "SELECT teacher, seed, forward_flops + backward_flops FROM outer_step "
            "ORDER BY teacher, seed, step"):
          costs.setdefault(teacher, {}).setdefault(seed, []).append(flops)
        print(json.dumps({t: [s[k] for k in sorted(s)] for t, s in costs.items()}))
        """, folder.path("run/run.sqlite"),
      ], program: URL(fileURLWithPath: "/usr/bin/python3")
    ).outcome()
    return try #require(query.json() as? [String: [[Double]]], "\(query.errors)")
  }

  @Test func theCostIsReached() throws {
    let run = try TinyRun.finished.get()
    let costs = try costs(run.folder)
    let wanted = try #require(costs["SOAR"])
    let matched = try #require(costs["matched"])
    #expect(wanted.count == 2 && matched.count == 2)
    for (wanted, steps) in zip(wanted, matched) {
      let cost = wanted.reduce(0, +)
      #expect(steps.reduce(0, +) >= cost)
      #expect(steps.dropLast().reduce(0, +) < cost)
      #expect(steps.count > wanted.count)
    }
    #expect(run.outcome.errors.contains("matched, seed 1 (percent of the FLOPs of SOAR)"))
    #expect(run.outcome.errors.contains("promotions"))
  }

  private func configuration(_ teachers: String, inner: Int) -> String {
    let head = TinyRun.configuration.components(separatedBy: "teachers:")[0]
    return head.replacing("innerSteps: 4", with: "innerSteps: \(inner)")
      .replacing("outerSteps: 4", with: "outerSteps: 1").replacing("[1, 2]", with: "[1]") + """
        teachers:
        \(teachers)
        arms:
          - {name: Matched-T, source: trainedTeacher, teacher: matched, sourceCount: 4, mixing: alone, steps: 1}
        evaluation: {samples: 4, passAt: [1, 4], greedyEvery: 1, testEvery: 0}

        """
  }

  @Test func atTheLimitOfSteps() throws {
    let folder = try TemporaryFolder()
    let teachers = """
        - {name: SOAR}
        - {name: matched, matchCostOf: SOAR, reward: {scheme: random}}
      """
    // One outer step whose students train that long costs more than 100 of the other's.
    try folder.write(configuration(teachers, inner: 3000), to: "tiny.yaml")
    let outcome = try Tool.run(
      "run", "tiny.yaml", "--output", "run", "--no-cache", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let costs = try costs(folder)
    #expect(costs["SOAR"]?.first?.count == 1 && costs["matched"]?.first?.count == 100)
    let show = try Tool.run("show", "run", in: folder.url)
    #expect(show.output.contains("cost-not-reached"), "\(show.output)")
    let digest = try TinyRun.digest(folder)
    let again = try Tool.run("run", "--resume", "run", "--no-cache", in: folder.url)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try TinyRun.digest(folder) == digest)
  }

  @Test func aNameThatIsNotThere() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      configuration("  - {name: SOAR}\n  - {name: matched, matchCostOf: SOAP}", inner: 1),
      to: "bad.yaml")
    let outcome = try Tool.run("run", "bad.yaml", in: folder.url)
    #expect(outcome.status == 78 && outcome.isOneError, "\(outcome.errors)")
    #expect(outcome.errors.contains("bad.yaml: teachers[1].matchCostOf: names 'SOAP'"))
    #expect(outcome.errors.contains("did you mean SOAR?"))
    #expect(try folder.contents == ["bad.yaml"])
  }
}
