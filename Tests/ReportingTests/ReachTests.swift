// Locks, on a made-up experiment:
// - each effect is the mean over the reaches that both sides have; cells that found fewer than half of
//   their questions enter none
// - a seed in which a reach found nothing counts as one, and takes no seed from the other cells
// - the measured rate, the number of questions and the target share are those of the stored questions
// - arms with a reach are no cells of the experiment on structure and correctness
// - the section, its figure and its numbers come with them

import Diagnostics
import Foundation
import Reporting
import RunStore
import SelfPlay
import Statistics
import Tasks
import TestSupport
import Testing

@Suite struct ReachTests {
  private struct Design {
    var name: String
    var form: QuestionDesign.Form
    var answer: QuestionDesign.Answer
    var reach: [Double]
    /// Of eight test problems, by seeds 1, 2, 3.
    var solved: [Int]
    /// Of eight questions.
    var found = 8
  }

  private static let designs: [Design] = [
    Design(
      name: "right low", form: .wellPosed, answer: .correct, reach: [0.05, 0.1], solved: [3, 4, 4]),
    Design(
      name: "right | high", form: .wellPosed, answer: .correct, reach: [0.5, 0.9],
      solved: [8, 8, 8],
      found: 3),
    Design(
      name: "wrong never", form: .wellPosed, answer: .random, reach: [0, 0], solved: [0, 0, 1]),
    Design(
      name: "wrong low", form: .wellPosed, answer: .random, reach: [0.05, 0.1], solved: [3, 3, 4]),
    Design(
      name: "wrong high", form: .wellPosed, answer: .random, reach: [0.5, 0.9], solved: [5, 6, 6]),
    Design(
      name: "ill-posed low", form: .illPosed, answer: .random, reach: [0.05, 0.1],
      solved: [1, 1, 1]
    ),
  ]

  private static func run() -> ComparedRun {
    let arms = designs.map { design in
      RunDesign.Arm(
        name: design.name, startsFromBase: true, questions: .designed, mixing: .alone, count: 8,
        steps: 4, groupSize: 4,
        cells: [QuestionDesign(form: design.form, answer: design.answer, lengths: [1])],
        reach: design.reach)
    }
    func problems(_ count: Int, of whole: Int) -> [ProblemSuccesses] {
      (0..<8).map { ProblemSuccesses(problem: $0, successes: $0 < count ? whole : 0) }
    }
    let armRuns = designs.flatMap { design in
      design.solved.enumerated().map { index, solved in
        ArmRunRecord(
          arm: design.name, seed: index + 1, questionsSource: "designed", mixing: "alone", steps: 4,
          rollouts: 8, tokensSampled: 8, tokensTrained: 8, forwardFLOPs: 1, backwardFLOPs: 1,
          seconds: 1,
          evaluations: [
            EvaluationRecord(
              split: .train, kind: .greedy, step: 0, samplesPerProblem: 1,
              problems: problems(0, of: 1)),
            EvaluationRecord(
              split: .train, kind: .greedy, samplesPerProblem: 1, problems: problems(solved, of: 1)),
            EvaluationRecord(
              split: .test, kind: .sampled, samplesPerProblem: 4, problems: problems(solved, of: 4)),
          ])
      }
    }
    let questions = designs.flatMap { design in
      (1...3).flatMap { seed in
        (0..<design.found).map { position in
          StoredQuestion(
            place: .init(run: "run", seed: seed, teacher: design.name),
            question: QuestionRecord(
              position: position, question: "q", answer: "a", document: "", tokenCount: 1,
              solveRate: Double(position) / 10,
              labels: [
                LabelRecord(
                  classifier: "exact", version: 1, created: Date(timeIntervalSince1970: 0),
                  isWellPosed: true, isCorrect: false, errorType: "None",
                  targetShare: position % 2 == 0 ? 1 : 0)
              ]))
        }
      }
    }
    return ComparedRun(
      name: "run", identity: "", passAt: [1, 4], armOrder: arms.map(\.name), draws: [:],
      operations: [], classifier: "exact", run: SyntheticReport.data.run, armRuns: armRuns,
      outerSteps: [], questions: questions, design: RunDesign(arms: arms))
  }

  private func text(of report: InterventionReport) -> String {
    let part = WhatTeaches(experiment: report)
    return part.summary + "\n\n" + part.details
  }

  @Test func effectsAreMeansOverSharedReaches() throws {
    let effects = try #require(ReachEffects(Self.run(), k: 4))
    func value(_ contrast: ReachEffects.Difference.Contrast) -> Double? {
      effects.difference(contrast, .testPass)?.effect.estimate.value
    }
    // (3 3 4) and (5 6 6) of eight, less (0 0 1).
    let never = 1.0 / 24
    #expect(abs((value(.wrongWithinReach) ?? 0) - ((10.0 / 24 + 17.0 / 24) / 2 - never)) < 1e-12)
    // Few right answers were found at the high reach.
    #expect(abs((value(.rightAtReach) ?? 0) - (11.0 / 24 - 10.0 / 24)) < 1e-12)
    #expect(abs((value(.posedAtReach) ?? 0) - (10.0 / 24 - 3.0 / 24)) < 1e-12)
    #expect(value(.illPosedWithinReach) == nil)
    #expect(effects.difference(.posedAtReach, .trainGain)?.effect.seeds == 3)
  }

  @Test func cellsSayWhatWasFound() throws {
    let effects = try #require(ReachEffects(Self.run(), k: 4))
    let few = try #require(effects.cells.first { $0.arm == "right | high" })
    #expect(!few.counts && few.questions == 3 && few.foundShare == 3.0 / 8)
    #expect(few.rate.map { abs($0 - 0.1) < 1e-12 } == true)
    #expect(few.targetShare.map { abs($0 - 2.0 / 3) < 1e-12 } == true)
    #expect(effects.cells.filter(\.counts).allSatisfy { $0.questions == 8 && $0.seeds == 3 })
    #expect(few.seedTestPasses == [1, 1, 1])
  }

  @Test func sparseReachesTakeNoSeedsFromOthers() throws {
    var run = Self.run()
    run.armRuns.removeAll { $0.arm == "right | high" && $0.seed > 1 }
    run.questions.removeAll { $0.teacher == "right | high" && $0.seed > 1 }
    let sparse = try #require(ReachEffects(run, k: 4))
    let few = try #require(sparse.cells.first { $0.arm == "right | high" })
    #expect(few.seeds == 1 && few.questions == 3 && abs(few.foundShare - 1.0 / 8) < 1e-12)
    #expect(few.seedTestPasses == [1])
    let all = try #require(ReachEffects(Self.run(), k: 4))
    #expect(sparse.differences == all.differences && !all.differences.isEmpty)
  }

  @Test func theReportShowsThem() throws {
    let report = try #require(InterventionReport(Self.run()))
    #expect(report.effects == nil, "structure and correctness are not crossed here")
    let text = text(of: report)
    #expect(text.contains("#### An experiment"))
    #expect(text.contains("**By reach**"))
    #expect(text.contains("wrong answers that the student gives by itself"))
    #expect(text.contains("figures/reach"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: report.json) as? [String: Any])
    let reach = try #require(object["reach"] as? [String: Any])
    #expect((reach["cells"] as? [Any])?.count == 6)
    try TemporaryFolder.with(keptAs: "reach") { folder in
      let gnuplot = try Gnuplot.locate()
      for figure in report.figures { try gnuplot.draw(figure, in: folder) }
      #expect(
        FileManager.default.fileExists(atPath: folder.appendingPathComponent("reach.svg").path))
    }
  }
}
