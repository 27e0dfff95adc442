import Diagnostics
import LanguageModel
public import Randomness
public import ReinforcementLearning
import Tasks

/// The weights that the outer loop carries from step to step.
public struct OuterLoopPolicies: Sendable {
  /// phi: the teacher.
  public var teacher: any Trainer
  /// The initial model: the KL reference of students, unless promotions move it.
  public let base: any Sampler
  /// theta: the baseline student, replaced at promotions.
  public var baseline: any Sampler
  /// The promoted student with the best hard-train greedy accuracy so far; the base before any.
  public var best: any Sampler
  /// The best teacher so far, if the loop keeps it and has a whole window of rewards.
  public var bestTeacher: (any Sampler)?

  /// - Parameters:
  ///   - baseline: nil takes the base, as before any promotion.
  ///   - best: nil takes the base, as before any promotion.
  public init(
    teacher: any Trainer, base: any Sampler, baseline: (any Sampler)? = nil,
    best: (any Sampler)? = nil, bestTeacher: (any Sampler)? = nil
  ) {
    self.teacher = teacher
    self.base = base
    self.baseline = baseline ?? base
    self.best = best ?? base
    self.bestTeacher = bestTeacher
  }
}

/// How long an outer loop runs.
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

  /// Whether a loop that has used this many operations stops before its maximum of steps.
  public func isSpent(_ flops: Double) -> Bool {
    if case .cost(let limit, _) = self { flops >= limit } else { false }
  }
}

/// Algorithm 1 of the paper. A teacher writes datasets of questions; students train on them; the
/// teacher is rewarded by the students' progress on hard problems that it never sees. Another
/// `RewardScheme` rewards something else, and the loop then does only what that scheme needs.
public struct OuterLoop: Sendable {
  public let soar: SOARConfiguration
  public let teacher: Teacher
  public let innerLoop: InnerLoop
  public let evaluator: Evaluator
  public let engine: any Engine
  /// The teacher's reward, which decides what is measured.
  public let scheme: any RewardScheme
  /// Whether students are promoted. Only grounded rewards can promote any.
  public let usesPromotion: Bool
  /// Whether each document carries its own question's advantage instead of its dataset's, under a
  /// scheme that rewards questions.
  public let perQuestionCredit: Bool
  public let extent: OuterLoopExtent
  /// Root of all randomness of this run seed.
  public let stream: RandomStream

  /// - Parameter extent: nil takes `soar.outerSteps`.
  public init(
    soar: SOARConfiguration, teacher: Teacher, innerLoop: InnerLoop, evaluator: Evaluator,
    engine: any Engine, stream: RandomStream, scheme: any RewardScheme = Grounded(),
    usesPromotion: Bool = true, perQuestionCredit: Bool = false, extent: OuterLoopExtent? = nil
  ) {
    self.soar = soar
    self.teacher = teacher
    self.innerLoop = innerLoop
    self.evaluator = evaluator
    self.engine = engine
    self.stream = stream
    self.scheme = scheme
    self.usesPromotion = usesPromotion
    self.perQuestionCredit = perQuestionCredit
    self.extent = extent ?? .steps(soar.outerSteps)
  }

  /// Runs outer steps from `state` on.
  ///
  /// - Parameters:
  ///   - spent: floating-point operations of the steps before, summed in order; read only if the
  ///     loop's extent is a cost.
  ///   - commit: called after every step with its result and the state to continue from; the step
  ///     counts as done when it returns.
  public func run(
    state initial: OuterLoopState, policies initialPolicies: OuterLoopPolicies, spent: Double = 0,
    commit: (OuterStepResult, OuterLoopState, OuterLoopPolicies) async throws -> Void
  ) async throws -> (state: OuterLoopState, policies: OuterLoopPolicies) {
    var state = initial
    var policies = initialPolicies
    var spent = spent
    var baselineCounts: EvaluationCounts?
    if scheme.needs.grounded {
      baselineCounts = try await evaluator.onHardTrain(policies.baseline, by: soar.rewardBy)
    }

    for step in state.nextStep..<max(state.nextStep, extent.maximumSteps) {
      if extent.isSpent(spent) { break }
      if soar.maximumPromotions > 0 && state.promotions >= soar.maximumPromotions { break }
      try Task.checkCancellation()
      let clock = ContinuousClock.now
      let stream = self.stream.child("outer", step)

      // 1. The teacher writes g datasets of n questions, or fewer questions that datasets share.
      let deal = QuestionDeal(soar, stream: stream.child("deal"))
      let written = try await teacher.write(
        deal.count, with: try await policies.teacher.freeze(), stream: stream.child("teacher"))
      let datasets = deal.datasets(of: written.questions)

      // 2. For each dataset, r copies of the baseline student train on it; their mean gain on M
      //    hard-train problems is R_k. The scheme decides whether this happens, what else is
      //    measured, and the reward.
      let students = StudentTraining(
        policies: policies, baselineCounts: baselineCounts,
        promotionQuestions: state.promotionQuestions,
        rewardQuestions: drawRewardQuestions(stream.child("reward-questions")))
      var trainings: [[TrainedStudent]] = []
      if scheme.needs.trainsStudents {
        trainings = try await train(
          students, on: datasets, repeats: soar.repeats,
          keepsStudents: keepsStudents(after: state.rewards), stream: stream)
      }
      let measurement = try await measure(
        datasets, trainings: trainings, baseline: policies.baseline, archive: state.archive,
        stream: stream)
      let schemeRewards = try scheme.checkedRewards(for: measurement.input)
      let rewards = schemeRewards.datasetRewards

      // 3. When the moving average of R_t exceeds tau, the median student of the best dataset
      //    becomes the baseline, and the dataset joins the promotion questions. Fresh students may
      //    have to confirm it.
      let grounded = measurement.input.grounded
      let records = trainings.map { $0.compactMap(\.record) }
      state.rewards.append(mean(grounded ?? rewards))
      let movingAverage = Promotion.movingAverage(state.rewards, window: soar.window)
      noteFirstReward(in: &state)
      let threshold = Promotion.threshold(soar, firstRewards: state.firstRewards)
      var candidate: PromotionCandidate?
      if usesPromotion, let grounded,
        Promotion.isDue(
          state.rewards, window: soar.window, threshold: threshold, patience: soar.patience)
      {
        candidate = try await self.candidate(
          Promotion.bestDataset(grounded), trainings: trainings, datasets: datasets,
          students: students, threshold: threshold, stream: stream)
      }
      var promotion: PromotionOutcome?
      if let candidate, candidate.confirmation?.isRefusal != true,
        let before = baselineCounts?.accuracy
      {
        policies.baseline = candidate.student
        let counts = try await evaluator.onHardTrain(policies.baseline, by: soar.rewardBy)
        baselineCounts = counts
        promotion = PromotionOutcome(
          dataset: candidate.dataset, student: candidate.index,
          accuracyBefore: before,
          accuracyAfter: counts.accuracy)
        state.promotions += 1
        state.rewards = []
        state.bestTeacherAverage = nil
        state.promotionQuestions += datasets[candidate.dataset].map(TrainingQuestion.init)
        if counts.accuracy > state.bestAccuracy || state.promotions == 1 {
          state.bestAccuracy = counts.accuracy
          state.bestPromotion = state.promotions
          policies.best = policies.baseline
        }
      }

      // 4. Teacher RLOO: every document of dataset k carries R_k, or its own question's reward, or, if
      //    datasets share questions, its question's part in the rewards of their datasets.
      var update: TeacherUpdate?
      if perQuestionCredit, let questionRewards = schemeRewards.questionRewards {
        update = try await teacher.learn(
          policies.teacher, datasets: datasets, questionRewards: questionRewards,
          learningRate: teacherRate(at: step))
      } else if rewards != grounded || exceedsNoise(records.map { $0.map(\.reward) }) {
        update =
          deal.isShared
          ? try await teacher.learn(
            policies.teacher, questions: written.questions, dealtAs: deal, rewards: rewards,
            learningRate: teacherRate(at: step))
          : try await teacher.learn(
            policies.teacher, datasets: datasets, rewards: rewards,
            learningRate: teacherRate(at: step))
      }

      try await keepBestTeacher(movingAverage, step: step, state: &state, policies: &policies)
      if scheme.needs.archive { state.archive = archived(datasets, after: state.archive ?? []) }
      state.nextStep = step + 1
      let outcomes = datasets.indices.map { k in
        DatasetOutcome(
          questions: datasets[k], reward: rewards[k], advantage: update?.advantages[k] ?? 0,
          students: trainings.isEmpty ? [] : records[k],
          poolPositions: deal.isShared ? deal.members[k] : [],
          questionOutcomes: measurement.outcomes(
            dataset: k, rewards: schemeRewards, update: update,
            students: trainings.isEmpty ? [] : trainings[k]))
      }
      let result = OuterStepResult(
        step: step, datasets: outcomes, datasetsPerQuestion: soar.datasetsPerQuestion,
        reward: mean(rewards), movingAverage: movingAverage,
        threshold: threshold, promotion: promotion,
        confirmation: candidate?.confirmation,
        baselineAccuracy: baselineCounts?.accuracy ?? 0,
        isMeasuredOnHardTrain: baselineCounts != nil, rejected: written.rejected,
        teacherSampledTokens: written.sampledTokens,
        teacherFLOPs: written.flops + (update.map(\.flops) ?? FLOPCount.zero),
        teacherUpdate: update,
        seconds: (ContinuousClock.now - clock) / .seconds(1), flags: measurement.flags,
        measurementTokens: measurement.sampledTokens, measurementFLOPs: measurement.flops)
      spent += try cost(of: result)
      try await commit(result, state, policies)
    }
    return (state, policies)
  }

  /// The operations that a step adds to a cost to match.
  private func cost(of result: OuterStepResult) throws -> Double {
    if let flops = result.flops { return flops.total }
    guard case .steps = extent else {
      throw UserError(
        .configuration, place: "teachers.matchCostOf",
        "needs floating-point operations, and the engine '\(engine.name)' counts none",
        hint: "give the loop a number of outer steps")
    }
    return 0
  }

  private func teacherRate(at step: Int) -> Double {
    let c = teacher.configuration
    return c.learningRate * min(1, Double(step + 1) / Double(max(1, c.warmupSteps)))
  }

  /// The archive plus the questions of one more step, without repeats.
  private func archived(_ datasets: [[GeneratedQuestion]], after archive: [String]) -> [String] {
    var archive = archive
    var known = Set(archive.map(\.exact))
    for question in datasets.joined() where known.insert(question.question.exact).inserted {
      archive.append(question.question)
    }
    return archive
  }

  /// Whether the rewards [g][r] differ between datasets by more than noise: the standard deviation
  /// of R_k against `noiseGate` standard errors of one R_k, pooled over the datasets.
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
