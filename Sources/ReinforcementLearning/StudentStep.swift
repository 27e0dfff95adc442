public import LanguageModel
public import Randomness
public import Worlds

/// A question and the answer that the student is rewarded for: the teacher's, which may be wrong,
/// or the true one of a real problem.
public struct TrainingQuestion: Sendable, Hashable, Codable {
  public let question: [Int32]
  public let answer: [Int32]

  public init(question: [Int32], answer: [Int32]) {
    self.question = question
    self.answer = answer
  }

  public init(_ generated: GeneratedQuestion) {
    self.init(question: generated.question, answer: generated.answer)
  }
}

/// What one RLOO step of a student saw and did.
public struct StudentStepReport: Sendable, Equatable {
  /// Mean graded reward over all rollouts, 0...1.
  public var meanReward: Double
  /// Share of rollouts whose boxed answer equals the reference.
  public var correctShare: Double
  /// Share of groups whose advantages are all zero and which therefore teach nothing.
  public var silentGroupShare: Double
  public var rollouts: Int
  public var sampledTokens: Int
  public var trainedTokens: Int
  /// Mean KL to the reference per trained token, in nats; zero when no KL term is used.
  public var divergence: Double
  public var gradientNorm: Double
  /// False when the gradient was not finite and the step was skipped.
  public var applied: Bool
}

/// One on-policy RLOO step of a student on a batch of questions (paper, Table 3 and B.7).
public struct StudentStep: Sendable {
  public let world: any World
  public var reward: GradedReward
  /// G: rollouts per question.
  public var groupSize: Int
  public var temperature: Double
  /// Weight of KL(student || reference) per token, relative to a reward of 1.
  public var klCoefficient: Double

  public init(
    world: any World, reward: GradedReward, groupSize: Int, temperature: Double,
    klCoefficient: Double
  ) {
    self.world = world
    self.reward = reward
    self.groupSize = groupSize
    self.temperature = temperature
    self.klCoefficient = klCoefficient
  }

  /// Samples G rollouts per question, grades them, and moves the policy one optimizer step along
  /// the mean over rollouts of advantage * grad log p(response), less the KL term.
  public func run(
    _ policy: any Policy, on questions: [TrainingQuestion], learningRate: Double,
    stream: RandomStream
  ) async throws -> StudentStepReport {
    let requests = questions.enumerated().map { index, question in
      SamplingRequest(
        prompt: world.studentPrompt(for: question.question),
        streams: (0..<groupSize).map { stream.child("question/\(index)/rollout", $0) })
    }
    let responses = try await policy.sample(
      requests,
      SamplingParameters(
        temperature: temperature, maximumTokens: world.maximumResponseLength,
        stopTokens: world.stopTokens))

    var report = StudentStepReport(
      meanReward: 0, correctShare: 0, silentGroupShare: 0, rollouts: questions.count * groupSize,
      sampledTokens: 0, trainedTokens: 0, divergence: 0, gradientNorm: 0, applied: true)
    var sequences: [TrainingSequence] = []
    let rolloutWeight = 1 / Double(report.rollouts)
    for ((question, request), group) in zip(zip(questions, requests), responses) {
      let grades = group.map { world.grade(response: $0.tokens, reference: question.answer) }
      let rewards = grades.map { reward($0) }
      report.meanReward += rewards.reduce(0, +) * rolloutWeight
      report.correctShare += Double(grades.count { $0 == .correct }) * rolloutWeight
      report.sampledTokens += group.reduce(0) { $0 + $1.tokens.count }
      let advantages = Advantage.leaveOneOut(rewards)
      if advantages.allSatisfy({ $0 == 0 }) {
        report.silentGroupShare += 1 / Double(questions.count)
        continue
      }
      for (response, advantage) in zip(group, advantages) {
        sequences.append(
          .policyGradient(
            prompt: request.prompt, response: response.tokens, advantage: advantage,
            weight: rolloutWeight, klCoefficient: klCoefficient))
      }
    }
    guard !sequences.isEmpty else { return report }
    let loss = try await policy.forwardBackward(sequences)
    let step = try await policy.optimizerStep(learningRate: learningRate)
    report.trainedTokens = loss.tokens
    report.divergence = loss.scoredTokens > 0 ? loss.divergence / Double(loss.scoredTokens) : 0
    report.gradientNorm = step.gradientNorm
    report.applied = step.applied
    return report
  }
}

extension TrainingSequence {
  /// The sequence whose loss is -weight * advantage * log p(response | prompt), plus
  /// weight * klCoefficient * KL at each token of the response.
  public static func policyGradient(
    prompt: [Int32], response: [Int32], advantage: Double, weight: Double, klCoefficient: Double
  ) -> TrainingSequence {
    TrainingSequence(
      tokens: prompt + response,
      weights: [Float](repeating: 0, count: prompt.count)
        + [Float](repeating: Float(advantage * weight), count: response.count),
      klWeight: Float(klCoefficient * weight))
  }
}
