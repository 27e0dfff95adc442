import Foundation
import LanguageModel
public import Numerics
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

/// Algorithm 1 of the paper. A teacher writes datasets of questions; students train on them; the
/// teacher is rewarded by the students' progress on hard problems that it never sees.
public struct OuterLoop: Sendable {
  public let soar: SOARConfiguration
  public let teacher: Teacher
  public let innerLoop: InnerLoop
  public let evaluator: Evaluator
  public let pool: WorkerPool
  /// Root of all randomness of this run seed.
  public let stream: RandomStream

  public init(
    soar: SOARConfiguration, teacher: Teacher, innerLoop: InnerLoop, evaluator: Evaluator,
    pool: WorkerPool, stream: RandomStream
  ) {
    self.soar = soar
    self.teacher = teacher
    self.innerLoop = innerLoop
    self.evaluator = evaluator
    self.pool = pool
    self.stream = stream
  }

  /// Runs outer steps from `state` on.
  ///
  /// - Parameter commit: called after every step with its result and what to continue from; the
  ///   step counts as done when it returns.
  public func run(
    state initial: OuterLoopState, policies initialPolicies: OuterLoopPolicies,
    commit: (OuterStepResult, OuterLoopState, OuterLoopPolicies) async throws -> Void
  ) async throws -> (state: OuterLoopState, policies: OuterLoopPolicies) {
    var state = initial
    var policies = initialPolicies
    var baselineCounts = try await evaluator.greedyOnHardTrain(policies.baseline, pool: pool)

    for step in state.nextStep..<max(state.nextStep, soar.outerSteps) {
      if soar.maximumPromotions > 0 && state.promotions >= soar.maximumPromotions { break }
      try Task.checkCancellation()
      let clock = ContinuousClock.now
      let stream = self.stream.child("outer", step)

      // 1. The teacher writes g datasets of n questions; M reward questions are drawn.
      let written = try await teacher.write(
        soar.datasets * soar.questionsPerDataset, with: policies.teacher,
        stream: stream.child("teacher"), pool: pool)
      let datasets = (0..<soar.datasets).map { k in
        Array(written.questions[k * soar.questionsPerDataset..<(k + 1) * soar.questionsPerDataset])
      }
      let rewardQuestions = drawRewardQuestions(stream.child("reward-questions"))

      // 2. For each dataset, r copies of the baseline student train on it; R_k is their mean gain.
      let trainings = try await trainStudents(
        on: datasets, from: policies.baseline, baselineCounts: baselineCounts,
        rewardQuestions: rewardQuestions, promoted: state.promotions > 0, stream: stream)
      let rewards = trainings.map { mean($0.map(\.record.reward)) }

      // 3. When the moving average of R_t exceeds tau, the median student of the best dataset
      //    becomes the baseline, and the dataset joins the promotion questions.
      let reward = mean(rewards)
      state.rewards.append(reward)
      let movingAverage = Promotion.movingAverage(state.rewards, window: soar.window)
      var promotion: PromotionOutcome?
      if Promotion.isDue(state.rewards, window: soar.window, threshold: soar.threshold) {
        let dataset = Promotion.bestDataset(rewards)
        let student = Promotion.medianStudent(trainings[dataset].map(\.record.reward))
        policies.baseline = trainings[dataset][student].student
        let before = baselineCounts.accuracy
        baselineCounts = try await evaluator.greedyOnHardTrain(policies.baseline, pool: pool)
        promotion = PromotionOutcome(
          dataset: dataset, student: student, accuracyBefore: before,
          accuracyAfter: baselineCounts.accuracy)
        state.promotions += 1
        state.rewards = []
        state.promotionQuestions += datasets[dataset].map(TrainingQuestion.init)
        if baselineCounts.accuracy > state.bestAccuracy || state.promotions == 1 {
          state.bestAccuracy = baselineCounts.accuracy
          policies.best = policies.baseline
        }
      }

      // 4. Teacher RLOO: every document of dataset k carries R_k.
      var update: TeacherUpdate?
      if exceedsNoise(trainings.map { $0.map(\.record.reward) }) {
        update = try await teacher.learn(
          policies.teacher, datasets: datasets, rewards: rewards,
          learningRate: teacherRate(at: step))
      }

      state.nextStep = step + 1
      let records = datasets.indices.map { k in
        DatasetOutcome(
          questions: datasets[k], reward: rewards[k], advantage: update?.advantages[k] ?? 0,
          students: trainings[k].map(\.record))
      }
      let result = OuterStepResult(
        step: step, datasets: records, reward: reward, movingAverage: movingAverage,
        promotion: promotion, baselineAccuracy: baselineCounts.accuracy,
        rejected: written.rejected, teacherSampledTokens: written.sampledTokens,
        teacherFLOPs: written.flops + (update?.flops ?? .zero),
        teacherUpdate: update, seconds: (ContinuousClock.now - clock) / .seconds(1))
      try await commit(result, state, policies)
    }
    return (state, policies)
  }

  private struct Training: Sendable {
    let student: any Policy
    let record: StudentOutcome
  }

  /// Trains g * r students, each a unit of parallel work. Result: [g][r].
  private func trainStudents(
    on datasets: [[GeneratedQuestion]], from baseline: any Policy,
    baselineCounts: EvaluationCounts, rewardQuestions: [Int], promoted: Bool,
    stream: RandomStream
  ) async throws -> [[Training]] {
    let steps = soar.innerSteps + (promoted ? soar.extraStepsAfterPromotion : 0)
    let before =
      Double(rewardQuestions.reduce(0) { $0 + baselineCounts.successes[$1] })
      / Double(rewardQuestions.count)
    let count = soar.datasets * soar.repeats
    let trainings = try await pool.map(count: count, atOnce: count) { index in
      let k = index / soar.repeats
      let studentStream = stream.child("dataset/\(k)/student", index % soar.repeats)
      let schedule = QuestionSchedule(
        synthetic: datasets[k].map(TrainingQuestion.init), stream: studentStream)
      let (student, report) = try await innerLoop.train(
        from: baseline, on: schedule, steps: steps,
        rateFactor: promoted ? soar.rateFactorAfterPromotion : 1, stream: studentStream)
      let after = try await evaluator.greedyOnHardTrain(student, indices: rewardQuestions).accuracy
      return Training(
        student: student,
        record: StudentOutcome(
          reward: after - before, accuracyBefore: before, accuracyAfter: after,
          meanTrainingReward: report.meanReward, sampledTokens: report.sampledTokens,
          trainedTokens: report.trainedTokens, refusedSteps: report.refusedSteps,
          flops: report.flops + (await student.flops())))
    }
    return (0..<soar.datasets).map {
      Array(trainings[$0 * soar.repeats..<($0 + 1) * soar.repeats])
    }
  }

  /// Indices of M hard-train problems, ascending; all of them when M covers the half.
  private func drawRewardQuestions(_ stream: RandomStream) -> [Int] {
    let all = Array(evaluator.hardTrain.indices)
    guard soar.rewardQuestions < all.count else { return all }
    var stream = stream
    return stream.sample(soar.rewardQuestions, of: all).sorted()
  }

  private func teacherRate(at step: Int) -> Double {
    let c = teacher.configuration
    return c.learningRate * min(1, Double(step + 1) / Double(max(1, c.warmupSteps)))
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
