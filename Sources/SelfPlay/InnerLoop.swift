public import LanguageModel
public import Randomness
public import ReinforcementLearning
public import Worlds

/// What a whole student training saw.
public struct InnerLoopReport: Sendable, Equatable {
  public var steps: [StudentStepReport] = []
  /// Floating-point operations of all sampling and training.
  public var flops = FLOPCount.zero

  public init() {}

  public var sampledTokens: Int { steps.reduce(0) { $0 + $1.sampledTokens } }
  public var trainedTokens: Int { steps.reduce(0) { $0 + $1.trainedTokens } }
  public var rollouts: Int { steps.reduce(0) { $0 + $1.rollouts } }
  /// Mean graded reward over all steps.
  public var meanReward: Double {
    steps.isEmpty ? 0 : steps.reduce(0) { $0 + $1.meanReward } / Double(steps.count)
  }
  /// Steps whose gradient was not finite.
  public var refusedSteps: Int { steps.count { !$0.applied } }
}

/// Trains a student with RLOO on scheduled questions: the inner loop of Algorithm 1, and the same
/// loop for every arm's fresh students.
public struct InnerLoop: Sendable {
  public let world: any World
  public let configuration: StudentConfiguration

  public init(world: any World, configuration: StudentConfiguration) {
    self.world = world
    self.configuration = configuration
  }

  /// Trains a fork of `start`, which is left as it is.
  ///
  /// - Parameters:
  ///   - rateFactor: multiplies the learning rate.
  ///   - groupSize: rollouts per question; nil takes the configuration's.
  ///   - observe: called after each step with the number of steps done and the student.
  /// - Returns: the trained student, without its optimizer, and what its training saw.
  public func train(
    from start: any Policy, on schedule: QuestionSchedule, steps: Int, rateFactor: Double = 1,
    groupSize: Int? = nil, stream: RandomStream,
    observe: (Int, StudentStepReport, any Policy) async throws -> Void = { _, _, _ in }
  ) async throws -> (student: any Policy, report: InnerLoopReport) {
    let student = try await start.fork(configuration.optimizer)
    let update = StudentStep(
      world: world, reward: configuration.reward,
      groupSize: groupSize ?? configuration.groupSize, temperature: configuration.temperature,
      klCoefficient: configuration.klCoefficient)
    let rates = LearningRateSchedule(
      peak: configuration.learningRate * rateFactor, totalSteps: steps,
      decay: configuration.decay)
    var report = InnerLoopReport()
    for step in 0..<steps {
      try Task.checkCancellation()
      let before = await student.flops()
      let stepReport = try await update.run(
        student, on: schedule.batch(step: step, size: configuration.batchQuestions),
        learningRate: rates.rate(at: step), stream: stream.child("step", step))
      report.steps.append(stepReport)
      // Not what `observe` may measure with the student.
      report.flops += await student.flops() - before
      try await observe(step + 1, stepReport, student)
      // The unit in which students that train side by side share the workers.
      await Task.yield()
    }
    return (try await student.snapshot(), report)
  }
}
