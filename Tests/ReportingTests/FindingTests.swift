// Locks:
// - a verdict follows from the decisions alone
// - planned comparisons are the evidence where there are any; a comparison without data decides nothing
// - an arm's role follows from its configuration, not from its name
// - what the teacher was rewarded for leads: questions alone, at the reward's horizon; if that is undecided and
//   the finding holds in part, a decided comparison follows
// - a line on practice says whether the rival may use what the loop cost
// - what a loop leaves besides its teacher meets the untrained teacher's questions, outside the verdict
// - the report opens with one line per tested finding, then one line for all others; so does the run's end
// - a finding that is not tested has no section; what the run shows of it has a heading that claims nothing

import Foundation
import RunStore
import SelfPlay
import Statistics
import TestSupport
import Testing

@testable import Reporting

@Suite struct FindingTests {
  @Test(
    arguments: [
      ([], Finding.Verdict.notTested), ([.above], .holds), ([.above, .above], .holds),
      ([.above, .undecided], .holdsInPart), ([.above, .below], .holdsInPart),
      ([.below], .doesNotHold), ([.below, .undecided], .doesNotHold), ([.undecided], .undecided),
    ] as [([Decision], Finding.Verdict)])
  func verdictsFollowFromDecisions(_ decisions: [Decision], _ verdict: Finding.Verdict) {
    #expect(Finding.Verdict(decisions) == verdict)
  }

  private func effect(_ value: Double, p: Double) -> Effect {
    Effect(
      estimate: Estimate(value: value, lower: value - 0.1, upper: value + 0.1), seeds: 5, pValue: p,
      detectable: 0.1)
  }

  private var configuration: RunConfiguration {
    var c = RunConfiguration.preset("standard") ?? RunConfiguration()
    c.teachers = [
      TeacherRunConfiguration(name: "A"),
      TeacherRunConfiguration(
        name: "B", promotion: false, reward: RewardSchemeConfiguration("permuted")),
      TeacherRunConfiguration(
        name: "C", promotion: false, reward: RewardSchemeConfiguration("learnability")),
    ]
    c.arms = [
      ArmConfiguration(name: "zero"), ArmConfiguration(name: "direct", steps: 8),
      ArmConfiguration(name: "best", start: .promotedStudent, teacher: "A"),
      ArmConfiguration(
        name: "of A", source: .trainedTeacher, mixing: .mixed, steps: 8, teacher: "A"),
      ArmConfiguration(
        name: "of B", source: .trainedTeacher, mixing: .mixed, steps: 8, teacher: "B"),
      ArmConfiguration(
        name: "of C", source: .trainedTeacher, mixing: .mixed, steps: 8, teacher: "C"),
      ArmConfiguration(name: "fresh", source: .untrainedTeacher, mixing: .mixed, steps: 8),
      ArmConfiguration(name: "real", source: .curated, mixing: .mixed, steps: 8),
    ]
    return c
  }

  @Test func rolesFollowFromTheConfiguration() {
    let c = configuration
    #expect(
      c.arms.map { ArmRole($0, c) } == [
        .base, .hardOnly, .grounded, .grounded, .drift, .intrinsic, .untrained, .other,
      ])
    // What a loop leaves counts by the reward of the loop, whichever it is.
    for (teacher, role) in [("A", ArmRole.grounded), ("B", .drift), ("C", .intrinsic)] {
      let left = [
        ArmConfiguration(name: "promoted", start: .promotedStudent, teacher: teacher),
        ArmConfiguration(
          name: "asked", source: .promotionQuestions, mixing: .mixed, steps: 8, teacher: teacher),
      ]
      #expect(left.map { ArmRole($0, c) } == [role, role])
    }
    func question(_ role: ArmRole, against reference: ArmRole) -> Finding.Question? {
      let arms = [role, reference].compactMap { role in c.arms.first { ArmRole($0, c) == role } }
      return arms.count == 2 ? ArmRole.question(arms[0], against: arms[1], c) : nil
    }
    #expect(question(.grounded, against: .hardOnly) == .practice)
    #expect(question(.grounded, against: .untrained) == .sharpening)
    #expect(question(.grounded, against: .drift) == .learning)
    #expect(question(.grounded, against: .intrinsic) == .grounding)
    #expect(question(.untrained, against: .hardOnly) == nil)
    #expect(question(.grounded, against: .grounded) == nil)
  }

  @Test func plannedComparisonsAreTheEvidence() {
    var c = configuration
    c.plan = [
      PlannedComparison(arm: "of A", reference: "fresh"),
      PlannedComparison(arm: "of A", reference: "of B"),
      PlannedComparison(arm: "real", reference: "direct"),
    ]
    var planned = PlannedComparisons(c, armRuns: [], events: [])
    planned.rows[0].difference = effect(0.2, p: 0.001)
    let found = Findings(
      configuration: c, planned: planned,
      comparisons: [
        ArmComparison(arm: "best", reference: "direct", k: 32, difference: effect(0.3, p: 0.01)),
        ArmComparison(arm: "best", reference: "direct", k: 1, difference: effect(0.3, p: 0.01)),
        ArmComparison(arm: "real", reference: "direct", k: 32, difference: effect(0.3, p: 0.01)),
      ], answers: nil
    ).all
    #expect(found.map(\.question) == [.practice, .sharpening, .learning, .grounding])
    #expect(found.map(\.verdict) == [.holds, .holds, .undecided, .notTested])
    #expect(found.map(\.isPlanned) == [false, true, true, false])
    #expect(found.map(\.evidence.count) == [1, 1, 1, 0])
    #expect(found[2].evidence[0].effect == nil)
  }

  /// Only a grounded teacher whose students were never promoted is the rival of what promotions leave.
  @Test func promotionsAreAFindingWhereTheyAreCompared() {
    var c = configuration
    c.teachers.append(TeacherRunConfiguration(name: "D", promotion: false))
    c.arms += [
      ArmConfiguration(
        name: "of D", source: .trainedTeacher, mixing: .alone, steps: 8, teacher: "D"),
      ArmConfiguration(
        name: "asked", source: .promotionQuestions, mixing: .alone, steps: 8, teacher: "A"),
    ]
    c.plan = ["best", "asked", "of A", "of B", "of D"].map {
      PlannedComparison(arm: $0, reference: "of D")
    }
    var planned = PlannedComparisons(c, armRuns: [], events: [])
    planned.rows[1].difference = effect(-0.2, p: 0.001)
    let found = Findings(configuration: c, planned: planned, comparisons: [], answers: nil).all
      .first { $0.question == .promotion }
    #expect(found?.evidence.map(\.subject) == ["best", "asked", "of A"])
    #expect(found?.verdict == .doesNotHold)
    #expect(found.map { FindingText(finding: $0).line.contains("Do promotions help?") } == true)
  }

  @Test func aFindingThatHoldsInPartNamesWhatIsDecided() {
    func line(_ first: Double, _ second: Double) -> String {
      let evidence = [("A", first), ("B", second)].map { name, p in
        Finding.Evidence(
          subject: name, rival: "C", measure: "pass@32", effect: effect(0.2, p: p))
      }
      return FindingText(finding: Finding(.sharpening, isPlanned: true, evidence)).line
    }
    #expect(line(0.3, 0.001).contains("**Holds in part**: A is 20.0 points above C (pass@32"))
    #expect(line(0.3, 0.001).contains(" Decided: B is 20.0 points above C (pass@32"))
    #expect(!line(0.001, 0.3).contains("Decided:") && !line(0.3, 0.3).contains("Decided:"))
    let after = [effect(-0.2, p: 0.001), nil].map { first in
      let evidence = [("A", first), ("B", effect(0.2, p: 0.001))].map {
        Finding.Evidence(subject: $0, rival: "C", measure: "pass@32", effect: $1)
      }
      return FindingText(finding: Finding(.practice, isPlanned: true, evidence)).line
    }
    #expect(after.allSatisfy { $0.contains("Decided: B is 20.0 points above C (pass@32") })
    #expect(after[1].components(separatedBy: "The loop's own cost").count == 2, "not for no data")
  }

  @Test func practiceSaysWhetherCostIsMatched() {
    var c = configuration
    func line() -> String {
      c.plan = [PlannedComparison(arm: "best", reference: "direct")]
      var planned = PlannedComparisons(c, armRuns: [], events: [])
      planned.rows[0].difference = effect(0.2, p: 0.001)
      let found = Findings(configuration: c, planned: planned, comparisons: [], answers: nil).all
      return FindingText(finding: found[0]).line
    }
    #expect(line().contains("The loop's own cost is not counted."))
    for index in c.arms.indices where c.arms[index].name == "direct" {
      c.arms[index].matchCostOf = "B"
    }
    #expect(
      line().contains(
        "direct may use as many floating-point operations as the whole loop B, within its steps."))
  }

  @Test func equalArmsAreNamedWithTheirLevel() {
    func line(_ level: Double?) -> String {
      let evidence = Finding.Evidence(
        subject: "A", rival: "B", measure: "pass@32", effect: effect(0, p: 1), level: level)
      return FindingText(finding: Finding(.practice, isPlanned: true, [evidence])).line
    }
    #expect(line(0).contains("A and B are both at 0.0% (pass@32"))
    #expect(line(nil).contains("A and B differ by less than a tenth of a point"))
  }

  /// The promoted student and the promotion questions always meet the untrained teacher's questions,
  /// and leave the verdict alone.
  @Test func whatALoopLeavesBesidesItsTeacherIsShown() {
    var c = configuration
    c.arms += [
      ArmConfiguration(name: "fresh alone", source: .untrainedTeacher, mixing: .alone, steps: 24),
      ArmConfiguration(
        name: "asked", source: .promotionQuestions, mixing: .mixed, steps: 8, teacher: "A"),
      ArmConfiguration(
        name: "asked then", source: .promotionQuestions, mixing: .curriculum, steps: 8,
        teacher: "A"),
    ]
    c.plan = [PlannedComparison(arm: "asked", reference: "fresh")]
    let pairs = Findings.pairsWithUntrained(c)
    #expect(pairs.map(\.arm) == ["best", "asked"])
    #expect(pairs.map(\.reference) == ["fresh alone", "fresh"])
    let findings = Findings(
      configuration: c, planned: PlannedComparisons(c, armRuns: [], events: []), comparisons: [],
      withUntrained: pairs.map {
        ArmComparison(arm: $0.arm, reference: $0.reference, k: 32, difference: effect(0.3, p: 0.01))
      }, answers: nil)
    let sharpening = findings.all[1]
    #expect(sharpening.also.map(\.subject) == ["best"], "the other one was planned")
    #expect(sharpening.verdict == .undecided, "what was planned has no data")
    #expect(findings.all.allSatisfy { $0.question == .sharpening || $0.also.isEmpty })
    let body = FindingText(finding: sharpening).body
    #expect(body.contains("without a part in the verdict") && body.contains("30.0"))
  }

  @Test func whatTheTeacherWasRewardedForLeads() {
    var c = configuration
    c.soar.innerSteps = 16
    c.arms += [
      ArmConfiguration(
        name: "A alone", source: .trainedTeacher, mixing: .alone, steps: 24, teacher: "A"),
      ArmConfiguration(name: "fresh alone", source: .untrainedTeacher, mixing: .alone, steps: 24),
    ]
    let mixed = PlannedComparison(arm: "of A", reference: "fresh")
    func alone(_ step: Int) -> PlannedComparison {
      PlannedComparison(arm: "A alone", reference: "fresh alone", step: step)
    }
    func subjects(_ plan: [PlannedComparison]) -> [String] {
      c.plan = plan
      return Findings(
        configuration: c, planned: PlannedComparisons(c, armRuns: [], events: []), comparisons: [],
        answers: nil
      ).all[1].evidence.map { "\($0.subject) \($0.measure.split(separator: " ").last ?? "")" }
    }
    #expect(
      subjects([mixed, alone(8), alone(16)]) == ["A alone 16", "of A training", "A alone 8"])
    // Neither at another step nor at the end of a longer training.
    #expect(subjects([mixed, alone(8), alone(0)]).first == "of A training")
    c.soar.rewardAt = [8, 16]
    #expect(subjects([mixed, alone(8), alone(16)]).first == "A alone 8")
    c.soar.rewardAt = []
    c.soar.innerSteps = 24
    #expect(subjects([mixed, alone(0)]).first == "A alone training")
  }

  @Test func theReportOpensWithThem() throws {
    var data = SyntheticReport.data
    data.findings = [
      Finding(
        .practice, isPlanned: false,
        [
          Finding.Evidence(
            subject: "PS|", rival: "Hard-Only", measure: "pass@32", effect: effect(0.2, p: 0.001)),
          Finding.Evidence(
            subject: "PQ", rival: "Hard-Only", measure: "pass@32", effect: effect(0.01, p: 0.8)),
        ]),
      Finding(
        .sharpening, isPlanned: true,
        [Finding.Evidence(subject: "T", rival: "Base-T", measure: "pass@32", effect: nil)]),
      Finding(.learning, isPlanned: false, []),
    ]
    let text = MarkdownReport(data).text
    let lines = text.components(separatedBy: "\n")
    let start = try #require(lines.firstIndex(of: "## What was found"))
    #expect(
      lines[start + 2]
        == "1. **Does self-written practice beat training on the hard problems alone?** "
        + "**Holds in part**: PS&#124; is 20.0 points above Hard-Only (pass@32: +20.0 [+10.0, +30.0], "
        + "p 0.0010 after Holm, 5 seeds). The loop's own cost is not counted. *Exploratory.* Decided in favour: 1 "
        + "of 2 comparisons; against: 0.", "\(lines[start + 2])")
    #expect(lines[start + 3].contains("**Undecided**: T against Base-T (pass@32) was planned, and"))
    #expect(
      lines[start + 5]
        == "Not tested here: Is that learning, or drift? (no comparison with a loop whose rewards are "
        + "permuted or random); Does structure matter more than correctness? (no experiment with "
        + "designed questions)."
    )
    #expect(
      MarkdownReport(data).headline.contains(
        "and there are no data.\n\nNot tested here: Is that learning, or drift? (no comparison with a "
          + "loop whose rewards are permuted or random); Does structure matter more than correctness? (no "
          + "experiment with designed questions).\n\n"))
    // What the run does not test has no section of its own; the rewards have a heading that claims nothing.
    #expect(!text.contains("## Is that learning") && !text.contains("**Not tested**"))
    #expect(!text.contains("## Does structure matter"))
    #expect(text.contains("\n## The teachers' rewards\n\n![teacher-reward]"))
    var unmeasured = data
    for index in unmeasured.outerSteps.indices { unmeasured.outerSteps[index].meanReward = .nan }
    #expect(!MarkdownReport(unmeasured).text.contains("## The teachers' rewards"))
    unmeasured.outerSteps = []
    #expect(!MarkdownReport(unmeasured).text.contains("teacher-reward"))
    data.findings.swapAt(0, 2)
    #expect(
      MarkdownReport(data).text.contains("\n1. **Does grounded reward sharpen the teacher?**"))
    #expect(MarkdownReport(data).text.contains("\n## 1. Does grounded reward sharpen"))
    #expect(text.contains("\n## 1. Does self-written practice beat"))
    #expect(text.contains("| PS&#124; | Hard-Only | pass@32 | 5 |"))
  }
}
