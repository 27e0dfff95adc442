// Locks: classes of questions by phase, with means per seed first; the step of the first promotion is
// before it; zero-variance groups are split only where the solve rate tells; a class's share of the
// groups with a gradient; the sentence names the largest; older runs, unlabelled questions and arms
// give nothing; the report and its JSON have it.

import Foundation
import Reporting
import RunStore
import Statistics
import TestSupport
import Testing

@Suite struct TrainingSignalTests {
  private typealias Kind = TrainingSignal.QuestionClass

  private static func step(
    _ step: Int, seed: Int, teacher: String = "SOAR", isPromoted: Bool = false
  ) -> OuterStepRecord {
    OuterStepRecord(
      teacher: teacher, seed: seed, step: step, meanReward: 0, movingAverage: 0, threshold: 0,
      isPromoted: isPromoted, rejected: 0, tokensSampled: 0, tokensTrained: 0, teacherLoss: 0,
      teacherKL: 0, teacherGradientNorm: 0)
  }

  private static func question(
    _ kind: Kind, step: Int?, seed: Int, teacher: String = "SOAR", solved: Double?,
    zeroVariance: Double?, isLabelled: Bool = true
  ) -> StoredQuestion {
    let label = LabelRecord(
      classifier: "exact", version: 1, created: SyntheticReport.created,
      isWellPosed: kind != .illPosed, isCorrect: kind == .illPosed ? nil : kind == .correct,
      errorType: "None")
    return StoredQuestion(
      place: .init(seed: seed, teacher: teacher, step: step, dataset: step.map { _ in 0 }),
      question: QuestionRecord(
        position: 0, question: "Q", answer: "1", document: "", tokenCount: 1,
        trainingSolveRate: solved, zeroVarianceShare: zeroVariance,
        labels: isLabelled ? [label] : []))
  }

  /// Three seeds that promote at step 1: right answers carry the gradient before, and are all solved
  /// after; wrong answers, out of reach before, then carry all of it but for one seed's ill-posed
  /// question.
  private static var stalled: TrainingSignal {
    var steps: [OuterStepRecord] = []
    var questions: [StoredQuestion] = []
    for seed in 1...3 {
      steps += (0...3).map { step($0, seed: seed, isPromoted: $0 == 1 || $0 == 3) }
      for step in 0...1 {
        questions += [
          question(.correct, step: step, seed: seed, solved: 0.5, zeroVariance: 0.25),
          question(.wrong, step: step, seed: seed, solved: 0, zeroVariance: 1),
        ]
      }
      for step in 2...3 {
        questions += [
          question(.correct, step: step, seed: seed, solved: 1, zeroVariance: 1),
          question(.correct, step: step, seed: seed, solved: 1, zeroVariance: 1),
          question(.wrong, step: step, seed: seed, solved: 0.25, zeroVariance: 0.5),
        ]
      }
    }
    questions.append(question(.illPosed, step: 2, seed: 3, solved: 0.5, zeroVariance: 0))
    return TrainingSignal(steps, questions: questions)
  }

  private func row(
    _ signal: TrainingSignal, _ phase: TrainingSignal.Phase, _ kind: Kind
  ) throws -> TrainingSignal.Row {
    try #require(signal.rows.first { $0.phase == phase && $0.questionClass == kind })
  }

  @Test func phasesAndClasses() throws {
    let signal = Self.stalled
    #expect(signal.rows.count == 6)
    let early = try row(signal, .beforePromotion, .correct)
    #expect(early.seeds == 3 && early.questions == 6 && early.share.value == 0.5)
    #expect(early.solveRate?.value == 0.5 && early.gradientShare?.value == 1)
    #expect(early.zeroVariance?.value == 0.25)
    #expect(early.allSolved?.value == 0 && early.noneSolved?.value == 0)
    let outOfReach = try row(signal, .beforePromotion, .wrong)
    #expect(outOfReach.noneSolved?.value == 1 && outOfReach.gradientShare?.value == 0)
    let none = try row(signal, .beforePromotion, .illPosed)
    #expect(none.questions == 0 && none.share.value == 0 && none.solveRate == nil)
    let late = try row(signal, .afterPromotion, .correct)
    #expect(late.allSolved?.value == 1 && late.gradientShare?.value == 0)
  }

  /// Two seeds give wrong answers all of the gradient, the third half of it.
  @Test func seedsCountAlike() throws {
    let late = try row(Self.stalled, .afterPromotion, .wrong)
    let share = try #require(late.gradientShare)
    #expect(abs(share.value - 2.5 / 3) < 1e-12)
    let expected = StudentT.interval([1, 1, 0.5])
    #expect(abs(share.lower - max(0, expected.lower)) < 1e-12)
    #expect(share.upper == 1, "a share has no end above 1")
    let rare = try row(Self.stalled, .afterPromotion, .illPosed)
    #expect(abs(rare.share.value - 1.0 / 7 / 3) < 1e-12)
    #expect(rare.solveRate?.value == 0.5 && rare.solveRate?.interval == nil)
  }

  @Test func theSentenceNamesTheLargestClass() throws {
    var data = SyntheticReport.data
    data.trainingSignal = Self.stalled
    let report = MarkdownReport(data)
    #expect(
      report.text.contains(
        "- SOAR, after promotions: well-posed and wrong questions make up the largest part of the "
          + "groups with a gradient, 83.3 [11.6, 100.0]%, before 0.0%, and 31.7"))
    let outerLoop = try #require(report.text.range(of: "## The outer loop"))
    let section = try #require(report.text.range(of: "### What students could learn from"))
    let training = try #require(report.text.range(of: "## Training"))
    #expect(outerLoop.upperBound < section.lowerBound && section.upperBound < training.lowerBound)
  }

  @Test func oneSeedWithoutAPromotion() throws {
    let signal = TrainingSignal(
      [Self.step(0, seed: 7, teacher: "a|b")],
      questions: [
        Self.question(
          .illPosed, step: 0, seed: 7, teacher: "a|b", solved: 0, zeroVariance: 0.75)
      ])
    #expect(signal.rows.map(\.phase) == [.noPromotion, .noPromotion, .noPromotion])
    #expect(try row(signal, .noPromotion, .illPosed).gradientShare == Estimate(value: 1))
    var data = SyntheticReport.data
    data.trainingSignal = signal
    #expect(
      MarkdownReport(data).text.contains(
        "- a&#124;b, no promotion: ill-posed questions make up the largest part of the groups with "
          + "a gradient, 100.0%, and 100.0% of the questions; one seed, no interval."))
  }

  @Test func withoutAGradientThereIsNoShare() throws {
    let signal = TrainingSignal(
      [Self.step(0, seed: 1)],
      questions: [Self.question(.wrong, step: 0, seed: 1, solved: 0, zeroVariance: 1)])
    #expect(signal.rows.allSatisfy { $0.gradientShare == nil })
    var data = SyntheticReport.data
    data.trainingSignal = signal
    #expect(MarkdownReport(data).text.contains("no promotion: no group had a gradient."))
  }

  @Test func olderRunsArmsAndUnlabelledQuestionsGiveNothing() {
    let steps = [Self.step(0, seed: 1)]
    let questions = [
      Self.question(.correct, step: 0, seed: 1, solved: nil, zeroVariance: nil),
      Self.question(.correct, step: nil, seed: 1, solved: 0.5, zeroVariance: 0),
      Self.question(.correct, step: 0, seed: 1, solved: 0.5, zeroVariance: 0, isLabelled: false),
    ]
    #expect(TrainingSignal(steps, questions: questions).rows.isEmpty)
    #expect(!MarkdownReport(SyntheticReport.data).text.contains("What students could learn from"))
  }
}
