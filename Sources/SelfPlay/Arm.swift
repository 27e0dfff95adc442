public import Diagnostics
public import LanguageModel
public import Randomness
public import ReinforcementLearning
public import Worlds

/// What an arm may draw on from a teacher's run.
public struct TeacherOutcome: Sendable {
  public var promotionQuestions: [TrainingQuestion]
  /// The best promoted student; nil without a promotion.
  public var promotedStudent: (any Policy)?
  public var teacher: any Policy

  public init(
    promotionQuestions: [TrainingQuestion], promotedStudent: (any Policy)?, teacher: any Policy
  ) {
    self.promotionQuestions = promotionQuestions
    self.promotedStudent = promotedStudent
    self.teacher = teacher
  }
}

/// A measured point along an arm's training.
public struct ArmPoint: Sendable {
  /// Student steps done.
  public var step: Int
  /// Mean graded reward of the step's rollouts; nil before training.
  public var trainingReward: Double?
  /// Greedy on hard-train, one sample per problem.
  public var train: EvaluationCounts?
  /// Sampled on the test half.
  public var test: EvaluationCounts?
  /// Sampled on the transfer problems: of the final model, where there are any.
  public var transfer: EvaluationCounts?
}

/// What an arm came to.
public struct ArmOutcome: Sendable {
  public var points: [ArmPoint]
  public var report: InnerLoopReport
  /// Questions drawn from a teacher for this arm.
  public var questions: [GeneratedQuestion]
  /// Questions that were asked for and that the teacher could not write within its limit.
  public var missingQuestions = 0
  /// Documents that the teacher wrote in vain for them.
  public var rejected: Int
  public var teacherSampledTokens: Int
  public var teacherFLOPs = FLOPCount.zero
  public var seconds: Double

  package init(
    points: [ArmPoint], report: InnerLoopReport, questions: [GeneratedQuestion], rejected: Int,
    teacherSampledTokens: Int, seconds: Double
  ) {
    self.points = points
    self.report = report
    self.questions = questions
    self.rejected = rejected
    self.teacherSampledTokens = teacherSampledTokens
    self.seconds = seconds
  }

  /// The longest stretch of steps in which no group had a signal.
  public var longestSilence: Int {
    var longest = 0
    var current = 0
    for step in report.steps {
      current = step.silentGroupShare > 1 - 1e-9 ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}

/// Trains and measures the student of an arm.
public struct ArmRunner: Sendable {
  public let teacher: Teacher
  public let innerLoop: InnerLoop
  public let evaluator: Evaluator
  public let evaluation: EvaluationConfiguration
  public let pool: WorkerPool

  public init(
    teacher: Teacher, innerLoop: InnerLoop, evaluator: Evaluator,
    evaluation: EvaluationConfiguration, pool: WorkerPool
  ) {
    self.teacher = teacher
    self.innerLoop = innerLoop
    self.evaluator = evaluator
    self.evaluation = evaluation
    self.pool = pool
  }

  /// Runs one arm of one seed, or returns nil when it needs a promotion and there was none.
  ///
  /// - Parameters:
  ///   - stream: the student's own, below the arm's and the seed's.
  ///   - seedStream: the seed's, for what its arms have in common; nil takes `stream`.
  ///   - observe: called with the number of student steps done.
  public func run(
    _ arm: ArmConfiguration, base: any Policy, teacher outcome: TeacherOutcome?,
    stream: RandomStream, seedStream: RandomStream? = nil,
    observe: @Sendable (Int) -> Void = { _ in }
  ) async throws -> ArmOutcome? {
    let clock = ContinuousClock.now
    var result = ArmOutcome(
      points: [], report: InnerLoopReport(), questions: [], rejected: 0, teacherSampledTokens: 0,
      seconds: 0)
    var start = base
    switch arm.start {
    case .base: break
    case .promotedStudent:
      guard let promoted = outcome?.promotedStudent else { return nil }
      start = promoted
    case .trainedTeacher:
      guard let trained = outcome?.teacher else { return nil }
      start = trained
    }
    guard
      let synthetic = try await questions(
        of: arm, base: base, teacher: outcome, stream: stream, seedStream: seedStream ?? stream,
        result: &result)
    else { return nil }
    result.points.append(
      try await measure(start, step: 0, isLast: arm.steps == 0, reward: nil, stream: stream))
    if arm.steps > 0 {
      let schedule = QuestionSchedule(
        synthetic: synthetic, hardTrain: evaluator.hardTrain, mixing: arm.mixing,
        curriculumSteps: arm.curriculumSteps, stream: stream)
      var points: [ArmPoint] = []
      let trained = try await innerLoop.train(
        from: start, on: schedule, steps: arm.steps,
        groupSize: arm.groupSize > 0 ? arm.groupSize : nil, stream: stream
      ) { step, report, student in
        points.append(
          try await measure(
            student, step: step, isLast: step == arm.steps, reward: report.meanReward,
            stream: stream))
        observe(step)
      }
      result.points += points
      result.report = trained.report
    }
    result.seconds = (ContinuousClock.now - clock) / .seconds(1)
    return result
  }

  private func measure(
    _ student: any Policy, step: Int, isLast: Bool, reward: Double?, stream: RandomStream
  ) async throws -> ArmPoint {
    var point = ArmPoint(step: step, trainingReward: reward)
    if isLast || step % evaluation.greedyEvery == 0 {
      point.train = try await evaluator.greedyOnHardTrain(student, pool: pool)
    }
    if isLast || (evaluation.testEvery > 0 && step % evaluation.testEvery == 0) {
      point.test = try await evaluator.sampledOnTest(
        student, samples: evaluation.samples, stream: stream.child("test", step),
        pool: pool)
    }
    if isLast {
      point.transfer = try await evaluator.sampledOnTransfer(
        student, samples: evaluation.samples, stream: stream.child("transfer", step), pool: pool)
    }
    return point
  }
}
