import Diagnostics
import LanguageModel
import RunStore
import SelfPlay
import Statistics

extension Recorder {
  /// Notes, once, that an arm could not run.
  func recordSkipped(_ arm: ArmConfiguration, seed: Int, student: Int) throws {
    let isKnown = try store.events().contains {
      $0.kind == "skipped" && $0.arm == arm.name && $0.seed == seed
        && $0.student ?? 0 == student
    }
    guard !isKnown else { return }
    try store.record(
      EventRecord(
        arm: arm.name, seed: seed, student: student, kind: "skipped",
        message: arm.start == .promotedStudent || arm.source == .promotionQuestions
          ? "needs a promotion, and its teacher's run of this seed had none"
          : "its teacher wrote no question that could be read"))
  }

  func record(
    _ outcome: ArmOutcome, of arm: ArmConfiguration, seed: Int, student: Int,
    problems: EvaluatedProblems, matching cost: Double? = nil
  ) throws {
    var evaluations: [EvaluationRecord] = []
    var curve: [ArmCurvePoint] = []
    for (index, point) in outcome.points.enumerated() {
      let isLast = index == outcome.points.count - 1
      var row = ArmCurvePoint(step: point.step, trainingReward: point.trainingReward)
      if let counts = point.train {
        row.trainAccuracy = counts.accuracy
        evaluations.append(
          evaluation(.train, .greedy, counts, problems.train, step: isLast ? nil : point.step))
      }
      if let counts = point.test {
        let record = evaluation(
          .test, .sampled, counts, problems.test, step: isLast ? nil : point.step)
        row.testPass1 = record.passAtK(1)?.mean
        row.testPass32 = record.passAtK(32)?.mean
        evaluations.append(record)
      }
      if let counts = point.transfer {
        evaluations.append(
          evaluation(
            .transfer, .sampled, counts, problems.transfer, step: isLast ? nil : point.step))
      }
      curve.append(row)
    }
    var events: [EventRecord] = []
    if outcome.report.longestSilence >= 10 {
      events.append(
        EventRecord(
          arm: arm.name, seed: seed, student: student, kind: "zero-signal",
          message:
            "\(outcome.report.longestSilence) steps in a row in which no group had a signal, of "
            + "\(outcome.report.steps.count)"))
    }
    if let cost, let spent = outcome.report.flops?.total, spent < cost {
      events.append(
        EventRecord(
          arm: arm.name, seed: seed, student: student, kind: "cost-not-reached",
          message: "the training ended at its limit of \(arm.steps) steps with "
            + "\((100 * spent / cost).fixed(1))% of the operations that it was to match"))
    }
    if outcome.missingQuestions > 0 && arm.source == .designed {
      events.append(
        EventRecord(
          arm: arm.name, seed: seed, student: student, kind: "too-few-questions",
          message: "\(outcome.questions.count) of "
            + "\(outcome.questions.count + outcome.missingQuestions) questions within reach were "
            + "found; the student trained on those"))
    } else if outcome.missingQuestions > 0 {
      events.append(
        EventRecord(
          arm: arm.name, seed: seed, student: student, kind: "collapse",
          message: "the teacher wrote \(outcome.questions.count) of "
            + "\(outcome.questions.count + outcome.missingQuestions) questions within its limit; "
            + "the student trained on those"))
    }
    if outcome.report.refusedSteps > 0 {
      events.append(
        EventRecord(
          arm: arm.name, seed: seed, student: student, kind: "not-finite",
          message: "\(outcome.report.refusedSteps) steps had a gradient not finite"))
    }
    let run = ArmRunRecord(
      arm: arm.name, seed: seed, student: student, questionsSource: arm.sourceText,
      mixing: arm.mixingText, steps: outcome.report.steps.count, rollouts: outcome.report.rollouts,
      tokensSampled: outcome.report.sampledTokens + outcome.teacherSampledTokens,
      tokensTrained: outcome.report.trainedTokens,
      forwardFLOPs: (outcome.report.flops + outcome.teacherFLOPs)?.forward,
      backwardFLOPs: outcome.report.flops?.backward, seconds: outcome.seconds,
      status: outcome.report.refusedSteps > 0 ? .diverged : .finished, curve: curve,
      evaluations: evaluations,
      questions: questions(outcome.questions, outcome.questionOutcomes), events: events)
    try store.commit(armRun: run)
    if let last = curve.last {
      let tags = MetricTags.Arm(arm.name)
      metrics.append(
        step: last.step, seed: seed, student: student,
        [
          (tags.trainGreedy, last.trainAccuracy), (tags.testPass(1), last.testPass1),
          (tags.testPass(32), last.testPass32),
        ])
    }
  }

  private func evaluation(
    _ split: Split, _ kind: EvaluationKind, _ counts: EvaluationCounts, _ problems: [Int],
    step: Int?
  ) -> EvaluationRecord {
    EvaluationRecord(
      split: split, kind: kind, step: step, samplesPerProblem: counts.samples,
      problems: problems.indices.map {
        ProblemSuccesses(
          problem: problems[$0], successes: counts.successes[$0],
          probability: counts.probabilities?[$0])
      })
  }
}

extension ArmConfiguration {
  var sourceText: String {
    let text = source == .none && steps == 0 ? "none" : source.title
    return needsTeacherRun && teacher != TeacherRunConfiguration.soar ? "\(text), \(teacher)" : text
  }

  var mixingText: String { steps == 0 || source == .none ? "none" : mixing.rawValue }
}
