// Locks: planned comparisons pair seeds over the problems that both arms share, students within
// seeds; they are one family whose size the plan fixes, with or without data; what is missing is
// named, with its reason; a report opens with them and its JSON has them; without a plan there is no
// section.

import Experiments
import Foundation
import Reporting
import RunStore
import SelfPlay
import Statistics
import TestSupport
import Testing

@Suite struct PlannedComparisonsTests {
  private static let rows = SyntheticPlan.planned.rows

  @Test func differencesArePairedBySeed() throws {
    let row = Self.rows[0]
    #expect(row.measure == "pass@8 on hard-test" && row.step == 0)
    let effect = try #require(row.difference)
    #expect(effect.seeds == 5 && row.seedsAhead == 5 && effect.decision == .above)
    let means = try #require(row.armMean.flatMap { a in row.referenceMean.map { (a, $0) } })
    #expect(abs(means.0 - means.1 - effect.estimate.value) < 1e-12)
    // By hand: every seed counts the same, and every student within it.
    let scores = SyntheticPlan.configuration.seeds.map { seed in
      SyntheticPlan.armRuns.filter { $0.arm == "Base-T" && $0.seed == seed }.map { run in
        run.evaluations.last { $0.split == .test && $0.step == nil }?.passAtK(8)?.mean ?? .nan
      }.mean
    }
    #expect(abs(means.1 - scores.mean) < 1e-12)
    #expect(Self.rows[2].measure == "greedy on hard-train" && Self.rows[2].step == 40)
    #expect(Self.rows[2].missing.isEmpty && Self.rows[2].difference != nil)
  }

  @Test func aStepIsThatOfBothArms() {
    let row = Self.rows[1]
    #expect((row.armMean ?? 1) < (Self.rows[0].armMean ?? 0))
    var configuration = SyntheticPlan.configuration
    configuration.plan = [60, 0].map {
      PlannedComparison(arm: "SOAR-T", reference: "Base-T", step: $0)
    }
    let rows = PlannedComparisons(
      configuration, armRuns: SyntheticPlan.armRuns, events: []
    ).rows
    #expect(rows[0].difference == rows[1].difference, "the last step is the end")
  }

  @Test func thePlanFixesTheFamily() throws {
    let raw = Self.rows.map { $0.difference?.pValue ?? 1 }
    #expect(raw.count == 4 && raw[3] == 1)
    #expect(
      Self.rows.prefix(3).map { $0.difference?.adjusted }
        == MultipleTesting.holm(raw).prefix(3).map { $0 })
    let least = try #require(raw.min())
    #expect(Self.rows.contains { $0.difference?.adjusted == 4 * least })
  }

  @Test func whatIsMissingIsNamed() {
    let missing = Self.rows[3]
    #expect(missing.difference == nil && missing.armMean == nil && missing.seedsAhead == 0)
    #expect(
      missing.missing[0] == "PQ, seeds 1, 2, 3, 4 and 5: skipped, needs a promotion, and its "
        + "teacher's run of this seed had none")
    #expect(
      Self.rows[0].missing == ["Base-T, seed 3: 1 of 2 students; others: not in the store"])

    var configuration = SyntheticPlan.configuration
    var runs = SyntheticPlan.armRuns.filter { $0.arm != "permuted-T" || $0.seed > 2 }
    for index in runs.indices where runs[index].arm == "SOAR-T" && runs[index].seed == 4 {
      runs[index].steps = 15
      runs[index].evaluations.removeAll { $0.step != nil }
    }
    configuration.plan = [
      PlannedComparison(arm: "SOAR-T", reference: "permuted-T", step: 20)
    ]
    let row = PlannedComparisons(configuration, armRuns: runs, events: []).rows[0]
    #expect(row.difference?.seeds == 2 && row.difference?.decision == .undecided)
    #expect(
      row.missing == [
        "SOAR-T, seed 4: its training ended before step 20",
        "permuted-T, seeds 1 and 2: not in the store",
      ])
  }

  @Test func aCostThatWasNotReachedIsSaid() {
    let message = "the training ended at its limit of 20 steps with 74% of the operations"
    let event = EventRecord(
      arm: "Base-T", seed: 4, student: 0, kind: "cost-not-reached", message: message)
    let rows = PlannedComparisons(
      SyntheticPlan.configuration, armRuns: SyntheticPlan.armRuns,
      events: SyntheticPlan.skipped + [event]
    ).rows
    #expect(rows[0].missing.last == "Base-T, seed 4: \(message)")
    #expect(rows[2].missing.isEmpty)
  }

  @Test func aReportHasThemAllInOneTable() throws {
    let text = MarkdownReport(SyntheticPlan.data).text
    #expect(text.contains("\n## Planned comparisons\n"))
    #expect(text.contains("| **SOAR-T** | **Base-T** | pass@8 on hard-test, end of training |"))
    #expect(text.contains("| 5 of 5 | 5 |"))
    #expect(text.contains("over all 4 planned comparisons"))
    #expect(text.contains("- PQ against Base-T, pass@8 on hard-test, end of training: PQ, seeds"))
    #expect(!MarkdownReport(SyntheticReport.data).text.contains("## Planned"))
  }

  @Test func theDocumentHasThem() throws {
    func planned(_ data: ReportData) throws -> [[String: Any]] {
      let folder = try TemporaryFolder()
      try MarkdownReport(data).write(to: folder.url, gnuplot: Gnuplot.locate())
      let json = try JSONSerialization.jsonObject(
        with: Data(contentsOf: folder.url.appendingPathComponent("report.json")))
      return try #require((json as? [String: Any])?["planned"] as? [[String: Any]])
    }
    let rows = try planned(SyntheticPlan.data)
    #expect(rows.map { $0["arm"] as? String } == ["SOAR-T", "SOAR-T", "SOAR-T", "PQ"])
    let effect = try #require(rows[0]["difference"] as? [String: Any])
    #expect(effect["verdict"] as? String == "above" && effect["holm"] is Double)
    #expect(rows[3]["difference"] == nil && (rows[3]["missing"] as? [String])?.isEmpty == false)
    #expect(try planned(SyntheticReport.data).isEmpty)
  }
}
