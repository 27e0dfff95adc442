import Diagnostics
import Foundation
import LanguageModel
import QuestionAnalysis
import ReinforcementLearning
import RunStore
import SelfPlay
import Statistics
import Tasks
import Tokenization
import Worlds

/// Turns the loops' results into rows of the store.
struct Recorder: Sendable {
  let store: RunStore
  let task: any ProblemTask
  let metrics: MetricsFile
  /// Nil for tasks whose questions are not classified while they are recorded.
  let labeller: QuestionLabeller?
  /// Names of the run's teachers.
  let teachers: [String]
  let rewardBy: SOARConfiguration.RewardMeasure

  init(
    store: RunStore, task: any ProblemTask, metrics: MetricsFile, teachers: [String],
    rewardBy: SOARConfiguration.RewardMeasure
  ) {
    self.teachers = teachers
    self.rewardBy = rewardBy
    self.store = store
    self.task = task
    self.metrics = metrics
    labeller = QuestionLabeller(task)
  }

  // MARK: Outer loop

  func record(
    _ result: OuterStepResult, teacher run: TeacherRunConfiguration, seed: Int
  ) throws {
    let teacher = run.name
    let trainings = result.datasets.flatMap(\.students) + (result.confirmation?.students ?? [])
    var events: [EventRecord] = []
    func event(_ kind: String, _ message: String) {
      events.append(
        EventRecord(
          teacher: teacher, seed: seed, step: result.step, kind: kind, message: message))
    }
    if let promotion = result.promotion {
      event(
        "promotion",
        "student \(promotion.student) of dataset \(promotion.dataset) became the baseline: "
          + "hard-train \(rewardBy.words) \(promotion.accuracyBefore.fixed(3)) to "
          + promotion.accuracyAfter.fixed(3)
          + (result.confirmation.map {
            "; \($0.students.count) fresh students gained \($0.reward.fixed(4))"
          } ?? ""))
    }
    if let refusal = result.confirmation, refusal.isRefusal {
      event(
        "promotion-refused",
        "\(refusal.students.count) fresh students gained \(refusal.reward.fixed(4)), not above "
          + result.threshold.fixed(4))
    }
    if result.datasets.allSatisfy({ $0.reward == result.datasets.first?.reward }) {
      event("zero-signal", "every dataset's reward is \(result.reward.fixed(4))")
    }
    if result.flags.contains(.zeroReference) {
      event("zero-reference", "the gradient on hard-train is zero: there is nothing to align with")
    }
    let refused = trainings.reduce(0) { $0 + $1.refusedSteps }
    if refused > 0 { event("not-finite", "\(refused) student steps had a gradient not finite") }
    if let update = result.teacherUpdate, !update.applied {
      event("not-finite", "the teacher's gradient was not finite; its step was skipped")
    }
    let asked = questions(of: result)
    try store.commit(
      outerStep: OuterStepRecord(
        teacher: teacher, seed: seed, step: result.step, scheme: run.reward.scheme,
        meanReward: result.reward, movingAverage: result.movingAverage,
        threshold: result.threshold,
        isPromoted: result.promotion != nil, chosenDataset: result.promotion?.dataset,
        chosenRepeat: result.promotion?.student, rejected: result.rejected,
        tokensSampled: result.teacherSampledTokens + trainings.reduce(0) { $0 + $1.sampledTokens }
          + result.measurementTokens,
        tokensTrained: (result.teacherUpdate?.trainedTokens ?? 0)
          + trainings.reduce(0) { $0 + $1.trainedTokens },
        forwardFLOPs: result.flops?.forward, backwardFLOPs: result.flops?.backward,
        teacherLoss: result.teacherUpdate?.loss ?? 0,
        teacherKL: result.teacherUpdate?.kl ?? 0,
        teacherGradientNorm: result.teacherUpdate?.gradientNorm ?? 0,
        baselineAccuracy: result.isMeasuredOnHardTrain ? result.baselineAccuracy : nil,
        datasetsPerQuestion: result.datasetsPerQuestion > 1 ? result.datasetsPerQuestion : nil,
        seconds: result.seconds,
        datasets: result.datasets.enumerated().map { k, dataset in
          DatasetRecord(
            index: k, reward: dataset.reward, advantage: dataset.advantage,
            isPromoted: result.promotion?.dataset == k,
            questions: asked[k],
            trainings: dataset.students.enumerated().map { j, student in
              StudentTrainingRecord(
                repeatIndex: j, reward: student.reward, accuracyBefore: student.accuracyBefore,
                accuracyAfter: student.accuracyAfter,
                meanTrainingReward: student.meanTrainingReward,
                tokensSampled: student.sampledTokens, tokensTrained: student.trainedTokens,
                accuracyAt: Dictionary(
                  uniqueKeysWithValues: student.accuracyAt.map { ("\($0)", $1) }))
            })
        },
        promotion: result.promotion.map {
          PromotionRecord(
            dataset: $0.dataset, repeatIndex: $0.student, accuracyBefore: $0.accuracyBefore,
            accuracyAfter: $0.accuracyAfter, confirmedReward: result.confirmation?.reward)
        },
        confirmations: result.confirmation.map { confirmation in
          confirmation.students.enumerated().map { index, student in
            ConfirmationRecord(
              dataset: confirmation.dataset, repeatIndex: index, reward: student.reward,
              accuracyBefore: student.accuracyBefore, accuracyAfter: student.accuracyAfter,
              tokensSampled: student.sampledTokens, tokensTrained: student.trainedTokens)
          }
        } ?? [],
        events: events))
    let tags = MetricTags.Loop(teacher, among: teachers)
    metrics.append(
      step: result.step, seed: seed,
      [
        (tags.reward, result.reward), (tags.movingAverage, result.movingAverage),
        (tags.baselineAccuracy, result.isMeasuredOnHardTrain ? result.baselineAccuracy : nil),
        (tags.rejected, Double(result.rejected)), (tags.seconds, result.seconds),
        (tags.kl, result.teacherUpdate?.kl),
        (tags.gradientNorm, result.teacherUpdate?.gradientNorm),
      ])
  }

  /// Whether an earlier session saw this teacher collapse.
  func hasCollapsed(_ teacher: String, seed: Int) throws -> Bool {
    try store.events().contains {
      $0.kind == "collapse" && $0.teacher == teacher && $0.seed == seed
    }
  }

  func recordCollapse(
    _ collapse: TeacherCollapse, teacher: String, seed: Int, step: Int
  ) throws {
    try store.record(
      EventRecord(
        teacher: teacher, seed: seed, step: step, kind: "collapse",
        message: "only \(collapse.parsed) of \(collapse.needed) documents could be parsed after "
          + "\(collapse.sampled) samples"))
  }

  /// Floating-point operations of an outer loop's stored steps, summed in their order.
  func spentFLOPs(_ teacher: String, seed: Int) throws -> Double {
    try store.outerStepFLOPs(teacher: teacher, seed: seed).reduce(0, +)
  }

  /// Notes, once, after which step a loop kept its best teacher.
  func recordBestTeacher(_ state: OuterLoopState, teacher: String, seed: Int) throws {
    guard let step = state.bestTeacherStep else { return }
    let isKnown = try store.events().contains {
      $0.kind == "best-teacher" && $0.teacher == teacher && $0.seed == seed
    }
    guard !isKnown else { return }
    try store.record(
      EventRecord(
        teacher: teacher, seed: seed, step: step, kind: "best-teacher",
        message: "the teacher after \(step + 1) of \(state.nextStep) steps is kept as the best one"
          + (state.bestTeacherAverage.map { ": moving average \($0.fixed(4))" }
            ?? ", from before the last promotion")))
  }

  /// Notes, once, that a loop hit its maximum of steps below the cost it was to match.
  func recordShortfall(
    of extent: OuterLoopExtent, spent: Double, _ state: OuterLoopState, teacher: String, seed: Int
  ) throws {
    guard case .cost(let flops, let maximum) = extent, spent < flops, state.nextStep >= maximum
    else { return }
    let isKnown = try store.events().contains {
      $0.kind == "cost-not-reached" && $0.teacher == teacher && $0.seed == seed
    }
    guard !isKnown else { return }
    try store.record(
      EventRecord(
        teacher: teacher, seed: seed, step: maximum - 1, kind: "cost-not-reached",
        message: "the loop ended at its limit of \(maximum) outer steps with "
          + "\((100 * spent / flops).fixed(1))% of the operations that it was to match"))
  }

  /// The questions of each dataset, [g][n]; those that datasets share say where they came from.
  private func questions(of result: OuterStepResult) -> [[QuestionRecord]] {
    var copies: [Int: Int] = [:]
    return result.datasets.map { dataset in
      var records = questions(dataset.questions, dataset.questionOutcomes)
      for (index, position) in dataset.poolPositions.enumerated() {
        records[index].poolPosition = position
        records[index].copy = copies[position, default: 0]
        copies[position, default: 0] += 1
      }
      return records
    }
  }

  /// - Parameter outcomes: a scheme's measurements of each question; empty if it made none.
  func questions(
    _ generated: [GeneratedQuestion], _ outcomes: [QuestionOutcome] = []
  ) -> [QuestionRecord] {
    let now = Date()
    return generated.enumerated().map { position, question in
      let document = question.rollout.tokens
      let outcome = position < outcomes.count ? outcomes[position] : nil
      return QuestionRecord(
        position: position, question: question.question, answer: question.answer,
        document: task.tokenizer.decode(document), tokenCount: document.count,
        solveRate: outcome?.solveRate, majorityShare: outcome?.majorityShare,
        questionReward: outcome?.reward, advantage: outcome?.advantage,
        solveRateAfter: outcome?.solveRateAfter, alignment: outcome?.alignment,
        trainingSolveRate: outcome?.trainingSolveRate,
        zeroVarianceShare: outcome?.zeroVarianceShare,
        labels: (labeller?.label(question, created: now)).map { [$0] } ?? [])
    }
  }
}
