public import LanguageModel
public import Randomness
public import ReinforcementLearning
public import Tasks

/// What an arm may use from a teacher's run.
public struct TeacherOutcome: Sendable {
  public var promotionQuestions: [TrainingQuestion]
  /// The best promoted student; nil without a promotion.
  public var promotedStudent: (any Sampler)?
  /// The teacher at the end of its run.
  public var teacher: any Sampler
  /// The one with the highest moving average; nil unless the loop kept it.
  public var bestTeacher: (any Sampler)?
  /// Whether arms that do not say take the best one.
  public var prefersBest: Bool

  public init(
    promotionQuestions: [TrainingQuestion], promotedStudent: (any Sampler)?, teacher: any Sampler,
    bestTeacher: (any Sampler)? = nil, prefersBest: Bool = false
  ) {
    self.promotionQuestions = promotionQuestions
    self.promotedStudent = promotedStudent
    self.teacher = teacher
    self.bestTeacher = bestTeacher
    self.prefersBest = prefersBest
  }

  /// The teacher that an arm takes.
  func teacher(at step: ArmConfiguration.TeacherStep) -> any Sampler {
    let takesBest =
      switch step {
      case .kept: prefersBest
      case .last: false
      case .best: true
      }
    return takesBest ? bestTeacher ?? teacher : teacher
  }
}

/// A measurement during an arm's training.
public struct ArmPoint: Sendable {
  /// Student steps done.
  public var step: Int
  /// Mean graded reward of the step's rollouts; nil before training.
  public var trainingReward: Double?
  /// Greedy counts on hard-train, one sample per problem.
  public var train: EvaluationCounts?
  /// Sampled on the test half.
  public var test: EvaluationCounts?
  /// Sampled on the transfer problems, if there are any: the final model only.
  public var transfer: EvaluationCounts?
}

/// The result of an arm.
public struct ArmOutcome: Sendable {
  public var points: [ArmPoint]
  public var report: InnerLoopReport
  /// Questions drawn from a teacher for this arm, or made to measure; or curated ones, with the answers
  /// that were rewarded instead of their own.
  public var questions: [GeneratedQuestion]
  /// What was measured of them, in their order; empty if nothing was.
  public var questionOutcomes: [QuestionOutcome] = []
  /// Requested questions that the teacher could not write within its limit.
  public var missingQuestions = 0
  /// Rejected documents that the teacher wrote for these questions.
  public var rejected: Int
  public var teacherSampledTokens: Int
  /// Floating-point operations of the teacher's sampling; nil if the engine cannot count them.
  public var teacherFLOPs: FLOPCount? = .zero
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
}

/// Trains and measures the student of an arm.
public struct ArmRunner: Sendable {
  public let teacher: Teacher
  public let innerLoop: InnerLoop
  public let evaluator: Evaluator
  public let evaluation: EvaluationConfiguration
  let answers: AnsweredQuestions

  /// - Parameter answers: shared by the arms of a seed, whose questions it may have already.
  public init(
    teacher: Teacher, innerLoop: InnerLoop, evaluator: Evaluator,
    evaluation: EvaluationConfiguration, answers: AnsweredQuestions = AnsweredQuestions()
  ) {
    self.answers = answers
    self.teacher = teacher
    self.innerLoop = innerLoop
    self.evaluator = evaluator
    self.evaluation = evaluation
  }

  /// Runs one arm of one seed. Returns nil if the arm needs a promotion and there was none.
  ///
  /// - Parameters:
  ///   - stream: the student's own stream, below the arm's and the seed's.
  ///   - flops: the cost to match, for an arm that matches one.
  ///   - seedStream: the seed's stream, for draws that its arms share; nil takes `stream`.
  ///   - observe: called with the number of student steps done.
  public func run(
    _ arm: ArmConfiguration, base: any Sampler, teacher outcome: TeacherOutcome?,
    matching flops: Double? = nil, stream: RandomStream, seedStream: RandomStream? = nil,
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
      guard let trained = outcome?.teacher(at: arm.teacherAt) else { return nil }
      start = trained
    }
    guard
      let synthetic = try await questions(
        of: arm, base: base, teacher: outcome, stream: stream, seedStream: seedStream ?? stream,
        result: &result)
    else { return nil }
    result.points.append(
      try await measure(
        arm, start, step: 0, isLast: arm.steps == 0, reward: nil, stream: stream))
    if arm.steps > 0 {
      let schedule = QuestionSchedule(
        synthetic: synthetic, hardTrain: evaluator.hardTrain, mixing: arm.mixing,
        curriculumSteps: arm.curriculumSteps, stream: stream)
      var points: [ArmPoint] = []
      var spent = 0.0
      let trained = try await innerLoop.train(
        from: start, reference: base, on: schedule, steps: arm.steps,
        groupSize: arm.groupSize > 0 ? arm.groupSize : nil, until: flops, stream: stream
      ) { step, report, student in
        spent += report.flops?.total ?? 0
        let isLast = step == arm.steps || flops.map { spent >= $0 } ?? false
        points.append(
          try await measure(
            arm, try await student.freeze(), step: step, isLast: isLast,
            reward: report.meanReward, stream: stream))
        observe(step)
      }
      result.points += points
      result.report = trained.report
    }
    result.seconds = (ContinuousClock.now - clock) / .seconds(1)
    return result
  }

  /// - Parameter weights: evaluated only if this step measures something.
  private func measure(
    _ arm: ArmConfiguration, _ weights: @autoclosure () async throws -> any Sampler, step: Int,
    isLast: Bool,
    reward: Double?, stream: RandomStream
  ) async throws -> ArmPoint {
    var point = ArmPoint(step: step, trainingReward: reward)
    let greedyEvery = arm.measureEvery > 0 ? arm.measureEvery : evaluation.greedyEvery
    let testEvery = arm.measureEvery > 0 ? arm.measureEvery : evaluation.testEvery
    let isTrainDue = isLast || step % greedyEvery == 0
    let isTestDue = isLast || (testEvery > 0 && step % testEvery == 0)
    guard isTrainDue || isTestDue else { return point }
    let student = try await weights()
    if isTrainDue { point.train = try await evaluator.greedyOnHardTrain(student) }
    if isTestDue {
      point.test = try await evaluator.sampledOnTest(
        student, samples: evaluation.samples, exact: evaluation.exact,
        stream: stream.child("test", step))
    }
    if isLast {
      point.transfer = try await evaluator.sampledOnTransfer(
        student, samples: evaluation.samples, stream: stream.child("transfer", step))
    }
    return point
  }
}
