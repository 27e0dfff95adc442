public import Diagnostics
import Foundation
import LanguageModel
public import Randomness
public import ReinforcementLearning
import Worlds

/// The weights that the outer loop carries from step to step.
public struct OuterLoopPolicies: Sendable {
  /// phi.
  public var teacher: any Policy
  /// theta: the baseline student, replaced at promotions.
  public var baseline: any Policy
  /// The promoted student with the best hard-train greedy accuracy so far; the base before any.
  public var best: any Policy

  public init(teacher: any Policy, baseline: any Policy, best: any Policy) {
    self.teacher = teacher
    self.baseline = baseline
    self.best = best
  }
}

/// How long an outer loop goes on.
public enum OuterLoopExtent: Sendable, Equatable {
  case steps(Int)
  /// Until the loop's own floating-point operations reach `flops`. The step that crosses it is the
  /// last.
  case cost(flops: Double, maximumSteps: Int)

  public var maximumSteps: Int {
    switch self {
    case .steps(let steps), .cost(_, let steps): steps
    }
  }

  /// Whether a loop that has used so many operations stops before its maximum of steps.
  public func isSpent(_ flops: Double) -> Bool {
    if case .cost(let limit, _) = self { flops >= limit } else { false }
  }
}

/// Algorithm 1 of the paper. A teacher writes datasets of questions; students train on them; the
/// teacher is rewarded by the students' progress on hard problems that it never sees. Under another
/// `RewardScheme` than the paper's it is rewarded for something else, and only what that needs is
/// done.
public struct OuterLoop: Sendable {
  public let soar: SOARConfiguration
  public let teacher: Teacher
  public let innerLoop: InnerLoop
  public let evaluator: Evaluator
  public let pool: WorkerPool
  /// What the teacher is rewarded for; it decides what is measured.
  public let scheme: any RewardScheme
  /// Whether students are promoted. Only grounded rewards can promote any.
  public let usesPromotion: Bool
  /// Whether each document carries its own question's advantage, under a scheme that rewards
  /// questions, instead of its dataset's.
  public let perQuestionCredit: Bool
  public let extent: OuterLoopExtent
  /// Root of all randomness of this run seed.
  public let stream: RandomStream

  /// - Parameter extent: nil takes `soar.outerSteps`.
  public init(
    soar: SOARConfiguration, teacher: Teacher, innerLoop: InnerLoop, evaluator: Evaluator,
    pool: WorkerPool, stream: RandomStream, scheme: any RewardScheme = Grounded(),
    usesPromotion: Bool = true, perQuestionCredit: Bool = false, extent: OuterLoopExtent? = nil
  ) {
    self.soar = soar
    self.teacher = teacher
    self.innerLoop = innerLoop
    self.evaluator = evaluator
    self.pool = pool
    self.stream = stream
    self.scheme = scheme
    self.usesPromotion = usesPromotion
    self.perQuestionCredit = perQuestionCredit
    self.extent = extent ?? .steps(soar.outerSteps)
  }

  /// Runs outer steps from `state` on.
  ///
  /// - Parameters:
  ///   - spent: floating-point operations of the steps before, summed in their order.
  ///   - commit: called after every step with its result and what to continue from; the step counts
  ///     as done when it returns.
  public func run(
    state initial: OuterLoopState, policies initialPolicies: OuterLoopPolicies, spent: Double = 0,
    commit: (OuterStepResult, OuterLoopState, OuterLoopPolicies) async throws -> Void
  ) async throws -> (state: OuterLoopState, policies: OuterLoopPolicies) {
    var state = initial
    var policies = initialPolicies
    var spent = spent
    if state.promotions > 0 { policies.baseline = try await anchored(policies.baseline) }
    var baselineCounts: EvaluationCounts?
    if scheme.needs.grounded {
      baselineCounts = try await evaluator.greedyOnHardTrain(policies.baseline, pool: pool)
    }

    for step in state.nextStep..<max(state.nextStep, extent.maximumSteps) {
      if extent.isSpent(spent) { break }
      if soar.maximumPromotions > 0 && state.promotions >= soar.maximumPromotions { break }
      try Task.checkCancellation()
      let clock = ContinuousClock.now
      let stream = self.stream.child("outer", step)

      // 1. The teacher writes g datasets of n questions.
      let written = try await teacher.write(
        soar.datasets * soar.questionsPerDataset, with: policies.teacher,
        stream: stream.child("teacher"), pool: pool)
      let datasets = (0..<soar.datasets).map { k in
        Array(written.questions[k * soar.questionsPerDataset..<(k + 1) * soar.questionsPerDataset])
      }

      // 2. For each dataset, r copies of the baseline student train on it; their mean gain on M
      //    hard-train problems is R_k. The scheme decides whether any of this is done, what else
      //    is measured, and what it is worth.
      var trainings: [[TrainedStudent]] = []
      if scheme.needs.trainsStudents {
        trainings = try await trainStudents(
          on: datasets, from: policies.baseline, baselineCounts: baselineCounts,
          promotionQuestions: state.promotionQuestions, stream: stream)
      }
      let measurement = try await measure(
        datasets, trainings: trainings, baseline: policies.baseline, archive: state.archive,
        stream: stream)
      let schemeRewards = try scheme.checkedRewards(for: measurement.input)
      let rewards = schemeRewards.datasetRewards

      // 3. When the moving average of R_t exceeds tau, the median student of the best dataset
      //    becomes the baseline, and the dataset joins the promotion questions.
      let grounded = measurement.input.grounded
      let records = trainings.map { $0.compactMap(\.record) }
      state.rewards.append(mean(grounded ?? rewards))
      let movingAverage = Promotion.movingAverage(state.rewards, window: soar.window)
      var promotion: PromotionOutcome?
      if usesPromotion, let grounded, let before = baselineCounts?.accuracy,
        Promotion.isDue(state.rewards, window: soar.window, threshold: soar.threshold)
      {
        let dataset = Promotion.bestDataset(grounded)
        let student = Promotion.medianStudent(records[dataset].map(\.reward))
        policies.baseline = try await anchored(trainings[dataset][student].student)
        let counts = try await evaluator.greedyOnHardTrain(policies.baseline, pool: pool)
        baselineCounts = counts
        promotion = PromotionOutcome(
          dataset: dataset, student: student, accuracyBefore: before,
          accuracyAfter: counts.accuracy)
        state.promotions += 1
        state.rewards = []
        state.promotionQuestions += datasets[dataset].map(TrainingQuestion.init)
        if counts.accuracy > state.bestAccuracy || state.promotions == 1 {
          state.bestAccuracy = counts.accuracy
          policies.best = policies.baseline
        }
      }

      // 4. Teacher RLOO: every document of dataset k carries R_k, or its own question's reward.
      var update: TeacherUpdate?
      if perQuestionCredit, let questionRewards = schemeRewards.questionRewards {
        update = try await teacher.learn(
          policies.teacher, datasets: datasets, questionRewards: questionRewards,
          learningRate: teacherRate(at: step))
      } else if rewards != grounded || exceedsNoise(records.map { $0.map(\.reward) }) {
        update = try await teacher.learn(
          policies.teacher, datasets: datasets, rewards: rewards,
          learningRate: teacherRate(at: step))
      }

      if scheme.needs.archive { state.archive = archived(datasets, after: state.archive ?? []) }
      state.nextStep = step + 1
      let outcomes = datasets.indices.map { k in
        DatasetOutcome(
          questions: datasets[k], reward: rewards[k], advantage: update?.advantages[k] ?? 0,
          students: trainings.isEmpty ? [] : records[k],
          questionOutcomes: measurement.outcomes(
            dataset: k, rewards: schemeRewards, update: update))
      }
      let result = OuterStepResult(
        step: step, datasets: outcomes, reward: mean(rewards), movingAverage: movingAverage,
        promotion: promotion, baselineAccuracy: baselineCounts?.accuracy ?? 0,
        isMeasuredOnHardTrain: baselineCounts != nil, rejected: written.rejected,
        teacherSampledTokens: written.sampledTokens,
        teacherFLOPs: written.flops + (update?.flops ?? .zero), teacherUpdate: update,
        seconds: (ContinuousClock.now - clock) / .seconds(1), flags: measurement.flags,
        measurementTokens: measurement.sampledTokens, measurementFLOPs: measurement.flops)
      spent += result.flops.total
      try await commit(result, state, policies)
    }
    return (state, policies)
  }

  /// A promoted student, as the KL reference of its successors where the configuration says so.
  private func anchored(_ baseline: any Policy) async throws -> any Policy {
    soar.klReference == .baseline ? try await baseline.anchored() : baseline
  }

  private func teacherRate(at step: Int) -> Double {
    let c = teacher.configuration
    return c.learningRate * min(1, Double(step + 1) / Double(max(1, c.warmupSteps)))
  }

  /// The archive with the questions of one more step, each once.
  private func archived(_ datasets: [[GeneratedQuestion]], after archive: [[Int32]]) -> [[Int32]] {
    var archive = archive
    var known = Set(archive)
    for question in datasets.joined() where known.insert(question.question).inserted {
      archive.append(question.question)
    }
    return archive
  }

  /// Whether the datasets' rewards differ by more than their repeats do: the standard deviation of
  /// R_k against `noiseGate` standard errors of one R_k, pooled over the datasets.
  private func exceedsNoise(_ rewards: [[Double]]) -> Bool {
    let gate = teacher.configuration.noiseGate
    guard gate > 0, soar.repeats > 1, soar.datasets > 1 else { return true }
    let means = rewards.map(mean)
    let within = rewards.map { row in
      row.reduce(0) { $0 + ($1 - mean(row)) * ($1 - mean(row)) } / Double(row.count - 1)
    }
    let standardError = (mean(within) / Double(soar.repeats)).squareRoot()
    let centre = mean(means)
    let spread =
      (means.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(means.count - 1))
      .squareRoot()
    return spread >= gate * standardError
  }
}

func mean(_ values: [Double]) -> Double {
  values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
}
