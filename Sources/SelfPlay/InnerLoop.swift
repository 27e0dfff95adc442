public import LanguageModel
public import Randomness
public import ReinforcementLearning
public import Tasks
import Tokenization

/// Trains a student with RLOO on scheduled questions: the inner loop of Algorithm 1, also used for
/// every arm's fresh students. This file holds everything from sampling to the optimizer step.
public struct InnerLoop: Sendable {
  public let task: any ProblemTask
  public let engine: any Engine
  public let configuration: StudentConfiguration

  public init(task: any ProblemTask, engine: any Engine, configuration: StudentConfiguration) {
    self.task = task
    self.engine = engine
    self.configuration = configuration
  }

  /// Trains a student that starts from frozen weights.
  ///
  /// - Parameters:
  ///   - reference: the model of the KL term.
  ///   - rateFactor: multiplies the learning rate.
  ///   - groupSize: rollouts per question; nil takes the configuration's.
  ///   - flops: ends the training with the step at which its floating-point operations reach this;
  ///     nil ends it after `steps`.
  ///   - observe: called after each step with the number of steps done and the student.
  /// - Returns: the trained student, without its optimizer, and what its training saw.
  public func train(
    from start: any Sampler, reference: any Sampler, on schedule: QuestionSchedule, steps: Int,
    rateFactor: Double = 1, groupSize: Int? = nil, until flops: Double? = nil,
    stream: RandomStream,
    observe: (Int, StudentStepReport, any Trainer) async throws -> Void = { _, _, _ in }
  ) async throws -> (student: any Sampler, report: InnerLoopReport) {
    let student = try await engine.makeTrainer(
      from: start, reference: reference, optimizer: configuration.optimizer)
    let update = StudentStep(
      task: task, reward: configuration.reward, groupSize: groupSize ?? configuration.groupSize,
      temperature: configuration.temperature, klCoefficient: configuration.klCoefficient)
    let rates = LearningRateSchedule(
      peak: configuration.learningRate * rateFactor, totalSteps: steps, decay: configuration.decay)
    var report = InnerLoopReport()
    var spent = 0.0
    for step in 0..<steps {
      if let flops, spent >= flops { break }
      try Task.checkCancellation()
      let stepReport = try await update.run(
        student, on: schedule.batch(step: step, size: configuration.batchQuestions),
        learningRate: rates.rate(at: step), stream: stream.child("step", step))
      report.steps.append(stepReport)
      spent += stepReport.flops?.total ?? 0
      try await observe(step + 1, stepReport, student)
      // Students that train side by side take turns on the workers, one step each.
      await Task.yield()
    }
    return (try await student.freeze(), report)
  }
}

/// One on-policy RLOO step of a student on a batch of questions (paper, Table 3 and B.7).
public struct StudentStep: Sendable {
  public let task: any ProblemTask
  public var reward: GradedReward
  /// G: rollouts per question.
  public var groupSize: Int
  public var temperature: Double
  /// Weight of KL(student || reference) per token, relative to a reward of 1.
  public var klCoefficient: Double

  public init(
    task: any ProblemTask, reward: GradedReward, groupSize: Int, temperature: Double,
    klCoefficient: Double
  ) {
    self.task = task
    self.reward = reward
    self.groupSize = groupSize
    self.temperature = temperature
    self.klCoefficient = klCoefficient
  }

  /// Samples G rollouts for each of n questions, grades them, and takes one optimizer step down
  ///
  ///     loss = 1/(nG) sum over rollouts of
  ///              (-A log p(response) + klCoefficient sum over tokens of KL)
  ///
  /// where A is a rollout's reward minus the mean reward of the G - 1 others of its question.
  /// Zero-variance groups are left out, including their KL term; if all groups are, there is no
  /// step.
  public func run(
    _ student: any Trainer, on questions: [TrainingQuestion], learningRate: Double,
    stream: RandomStream
  ) async throws -> StudentStepReport {
    // Sample: [n][G] responses.
    let requests = questions.enumerated().map { index, question in
      SamplingRequest(
        prompt: task.studentPrompt(for: question.question),
        streams: stream.family("question/\(index)/rollout", 0..<groupSize))
    }
    let sampled = try await student.sample(
      requests, SamplingParameters(task.studentLimits, temperature: temperature))

    // Grade: [n][G] rewards.
    let graded = try await task.grade(
      zip(questions, sampled.responses).map(GradingRequest.init))

    // Advantages within each group, and the loss of each rollout.
    var report = StudentStepReport(rollouts: questions.count * groupSize, flops: sampled.flops)
    let weight = 1 / Double(report.rollouts)
    var sequences: [TrainingSequence] = []
    for ((request, responses), grades) in zip(zip(requests, sampled.responses), graded) {
      let rewards = grades.map { reward($0.grade) }
      report.meanReward += rewards.reduce(0, +) * weight
      report.correctShare += Double(grades.count { $0.grade == .correct }) * weight
      report.sampledTokens += responses.reduce(0) { $0 + $1.tokens.count }
      let advantages = Advantage.leaveOneOut(rewards)
      let isZeroVariance = advantages.allSatisfy { $0 == 0 }
      report.groups.append(
        GroupReport(
          correct: grades.count { $0.grade == .correct }, isZeroVariance: isZeroVariance))
      if isZeroVariance {
        report.zeroVarianceGroupShare += 1 / Double(questions.count)
        continue
      }
      for (response, advantage) in zip(responses, advantages) {
        sequences.append(
          .policyGradient(
            Rollout(prompt: request.prompt, response: response), advantage: advantage,
            weight: weight, klCoefficient: klCoefficient))
      }
    }
    guard !sequences.isEmpty else { return report }

    // Learn.
    let loss = try await student.forwardBackward(sequences)
    let step = try await student.optimizerStep(learningRate: learningRate)
    report.trainedTokens = loss.tokens
    report.kl = loss.meanKL
    report.gradientNorm = step.gradientNorm
    report.applied = step.applied
    report.flops += loss.flops
    return report
  }
}

/// Report of one question's rollouts within a step.
public struct GroupReport: Sendable, Equatable {
  /// Rollouts whose boxed answer equals the reference.
  public var correct: Int
  /// Whether all rewards are equal, so that the group teaches nothing.
  public var isZeroVariance: Bool
}

/// Report of one RLOO step of a student.
public struct StudentStepReport: Sendable, Equatable {
  /// Mean graded reward over all rollouts, 0...1.
  public var meanReward = 0.0
  /// Share of rollouts whose boxed answer equals the reference.
  public var correctShare = 0.0
  /// Share of zero-variance groups: their rewards are all equal, so they teach nothing.
  public var zeroVarianceGroupShare = 0.0
  /// One per question of the batch, [n].
  public var groups: [GroupReport] = []
  public var rollouts: Int
  public var sampledTokens = 0
  public var trainedTokens = 0
  /// Mean KL to the reference per trained token, in nats; zero when no KL term is used.
  public var kl = 0.0
  public var gradientNorm = 0.0
  /// False when the gradient was not finite and the step was skipped.
  public var applied = true
  /// FLOPs of sampling and training; nil if the engine cannot count them.
  public var flops: FLOPCount?

  public init(rollouts: Int, flops: FLOPCount?) {
    self.rollouts = rollouts
    self.flops = flops
  }
}

/// Report of a whole student training.
public struct InnerLoopReport: Sendable, Equatable {
  public var steps: [StudentStepReport] = []

  public init() {}

  public var sampledTokens: Int { steps.reduce(0) { $0 + $1.sampledTokens } }
  public var trainedTokens: Int { steps.reduce(0) { $0 + $1.trainedTokens } }
  public var rollouts: Int { steps.reduce(0) { $0 + $1.rollouts } }
  /// Floating-point operations of all sampling and training; nil if the engine cannot count them.
  public var flops: FLOPCount? { steps.reduce(FLOPCount.zero as FLOPCount?) { $0 + $1.flops } }
  /// Mean graded reward over all steps.
  public var meanReward: Double { mean(steps.map(\.meanReward)) }
  /// Steps skipped because their gradient was not finite.
  public var refusedSteps: Int { steps.count { !$0.applied } }

  /// Longest run of consecutive steps in which all groups had zero variance.
  public var longestSilence: Int {
    var longest = 0
    var current = 0
    for step in steps {
      current = step.zeroVarianceGroupShare > 1 - 1e-9 ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}

extension SamplingParameters {
  /// Sampling parameters within a task's limits.
  public init(_ limits: ResponseLimits, temperature: Double) {
    self.init(
      temperature: temperature, maximumTokens: limits.maximumTokens,
      stopTokens: limits.stopTokens, stopTexts: limits.stopTexts)
  }
}
