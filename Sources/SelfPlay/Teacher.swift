public import LanguageModel
public import Randomness
public import ReinforcementLearning
public import Tasks

/// Questions that a teacher wrote, and their cost.
public struct TeacherSample: Sendable {
  public var questions: [GeneratedQuestion] = []
  /// Documents that were rejected because no question and answer could be read from them.
  public var rejected = 0
  public var sampledTokens = 0
  /// Floating-point operations of all sampling, including surplus documents; nil if the engine
  /// cannot count them.
  public var flops: FLOPCount? = .zero
}

/// The teacher reached its sampling limit before enough documents could be parsed.
public struct TeacherCollapse: Error, Sendable {
  /// What it had written until then, including the cost.
  public let written: TeacherSample
  public var parsed: Int { written.questions.count }
  public let needed: Int
  public let sampled: Int
}

/// Writes questions and learns from how much they helped. It sees only one fixed prompt and
/// scalars: nothing in this type can access a hard problem.
public struct Teacher: Sendable {
  public let task: any ProblemTask
  public let engine: any Engine
  public let configuration: TeacherConfiguration

  public init(task: any ProblemTask, engine: any Engine, configuration: TeacherConfiguration) {
    self.task = task
    self.engine = engine
    self.configuration = configuration
  }

  /// Calls of the sampler per round; fixed, so that results do not depend on the number of workers.
  package static let callsPerRound = 4

  /// Documents sampled at once (questions with two turns).
  package static func documentsPerRound(_ configuration: TeacherConfiguration) -> Int {
    callsPerRound
      * (configuration.turns == 2
        ? questionsPerCall : configuration.documentsPerRound / callsPerRound)
  }

  /// Samples until `count` documents parse (rejection sampling; Proposition 1 of the paper: it
  /// leaves the RLOO gradient unchanged, so no format reward is added). Accepted documents keep the
  /// order of the attempts. With two turns the answer is sampled separately.
  ///
  /// - Throws: ``TeacherCollapse`` after `samplingLimit * count` documents (questions with two
  ///   turns).
  public func write(_ count: Int, with author: any Sampler, stream: RandomStream) async throws
    -> TeacherSample
  {
    if configuration.poolSize > 0 { return try await choose(count, with: author, stream: stream) }
    let perCall = Self.documentsPerRound(configuration) / Self.callsPerRound
    var sample = TeacherSample()
    var attempts = 0
    while sample.questions.count < count && attempts < configuration.samplingLimit * count {
      let first = attempts
      let calls = try await engine.map(count: Self.callsPerRound) { index in
        let start = first + index * perCall
        let range = start..<start + perCall
        return configuration.turns == 2
          ? try await draftsInTwoTurns(range, with: author, stream: stream)
          : try await drafts(range, with: author, stream: stream)
      }
      attempts += perCall * Self.callsPerRound
      for call in calls { sample.flops += call.flops }
      for draft in calls.map(\.drafts).joined() {
        guard sample.questions.count < count else { break }
        sample.sampledTokens += draft.rollout.sampledTokens + draft.discardedTokens
        if let question = draft.finished {
          sample.questions.append(answered(question))
        } else {
          sample.rejected += 1
        }
      }
    }
    guard sample.questions.count == count else {
      throw TeacherCollapse(written: sample, needed: count, sampled: attempts)
    }
    return sample
  }

  /// The question with the answer that students are rewarded for.
  private func answered(_ question: GeneratedQuestion) -> GeneratedQuestion {
    guard configuration.answers == .oracle, let oracle = task as? any AnswerOracle,
      let truth = oracle.trueAnswer(to: question.question)
    else { return question }
    return GeneratedQuestion(
      question: question.question, answer: truth, rollout: question.rollout)
  }

  /// Result of one attempt.
  struct Draft: Sendable {
    var rollout: Rollout
    /// Nil unless there is a question with an answer.
    var finished: GeneratedQuestion?
    /// Tokens of earlier attempts at an answer.
    var discardedTokens = 0
  }

  /// Question, solution and answer as one document.
  private func drafts(
    _ attempts: Range<Int>, with author: any Sampler, stream: RandomStream
  ) async throws -> (drafts: [Draft], flops: FLOPCount?) {
    let prompt = task.teacherPrompt
    let sampled = try await author.sample(
      [SamplingRequest(prompt: prompt, streams: stream.family("attempt", attempts))],
      SamplingParameters(task.teacherLimits, temperature: configuration.temperature))
    let drafts = sampled.responses[0].map { response in
      let rollout = Rollout(prompt: prompt, response: response)
      return Draft(rollout: rollout, finished: task.parse(rollout))
    }
    return (drafts, sampled.flops)
  }

  /// Teacher RLOO with dataset-level rewards: every document of dataset k carries the advantage
  /// R_k - mean of the other rewards (Algorithm 1, line 4).
  ///
  /// - Returns: nil if all rewards are equal: there is nothing to learn.
  public func learn(
    _ trainer: any Trainer, datasets: [[GeneratedQuestion]], rewards: [Double],
    learningRate: Double
  ) async throws -> TeacherUpdate? {
    let advantages = Advantage.leaveOneOut(rewards)
    return try await update(
      trainer, datasets,
      advantages: zip(datasets, advantages).map { dataset, advantage in
        dataset.map { _ in advantage }
      },
      reported: advantages, learningRate: learningRate)
  }

  /// Teacher RLOO with one reward per question: each document carries its own reward minus the mean
  /// of the other g n - 1.
  ///
  /// - Returns: nil if all rewards are equal: there is nothing to learn.
  public func learn(
    _ trainer: any Trainer, datasets: [[GeneratedQuestion]], questionRewards: [[Double]],
    learningRate: Double
  ) async throws -> TeacherUpdate? {
    let flat = Advantage.leaveOneOut(questionRewards.flatMap { $0 })
    var rest = flat[...]
    let advantages = datasets.map { dataset in
      defer { rest = rest.dropFirst(dataset.count) }
      return Array(rest.prefix(dataset.count))
    }
    var update = try await update(
      trainer, datasets, advantages: advantages, reported: advantages.map(mean),
      learningRate: learningRate)
    update?.questionAdvantages = advantages
    return update
  }

  /// Teacher RLOO with dataset-level rewards and questions that several datasets share: each document
  /// carries its own question's advantage (``QuestionDeal/advantages(of:)``).
  ///
  /// - Parameters:
  ///   - questions: of the step, as they were written.
  ///   - rewards: one per dataset, [g].
  /// - Returns: nil if all rewards are equal: there is nothing to learn.
  public func learn(
    _ trainer: any Trainer, questions: [GeneratedQuestion], dealtAs deal: QuestionDeal,
    rewards: [Double], learningRate: Double
  ) async throws -> TeacherUpdate? {
    let own = deal.advantages(of: rewards)
    let advantages = deal.datasets(of: own)
    var update = try await update(
      trainer, [questions], advantages: [own], reported: advantages.map(mean),
      learningRate: learningRate)
    update?.questionAdvantages = advantages
    return update
  }

  /// Learns from the documents as they were sampled.
  ///
  /// - Parameters:
  ///   - datasets: each document once.
  ///   - advantages: one per document, as they stand in `datasets`.
  ///   - reported: one per dataset, [g].
  private func update(
    _ trainer: any Trainer, _ datasets: [[GeneratedQuestion]], advantages: [[Double]],
    reported: [Double], learningRate: Double
  ) async throws -> TeacherUpdate? {
    guard advantages.joined().contains(where: { $0 != 0 }) else { return nil }
    let documents = datasets.reduce(0) { $0 + $1.count }
    let sequences = zip(datasets.joined(), advantages.joined()).map { question, advantage in
      TrainingSequence.policyGradient(
        question.rollout, advantage: advantage * configuration.rewardScale,
        weight: 1 / Double(documents), klCoefficient: configuration.klCoefficient)
    }
    let loss = try await trainer.forwardBackward(sequences)
    let step = try await trainer.optimizerStep(learningRate: learningRate)
    return TeacherUpdate(
      advantages: reported, trainedTokens: loss.tokens, loss: loss.weightedLoss,
      kl: loss.meanKL, gradientNorm: step.gradientNorm, applied: step.applied, flops: loss.flops)
  }
}

/// Report of one teacher update.
public struct TeacherUpdate: Sendable, Equatable {
  /// One per dataset, [g], summing to zero; the means of `questionAdvantages` if present.
  public var advantages: [Double]
  /// One per question, [g][n], with per-question credit or questions that datasets share.
  public var questionAdvantages: [[Double]]?
  public var trainedTokens: Int
  /// The policy-gradient loss before the update.
  public var loss: Double
  /// Mean KL to the base model per document token, in nats, before the update.
  public var kl: Double
  public var gradientNorm: Double
  /// False when the gradient was not finite and the step was skipped.
  public var applied: Bool
  /// FLOPs of the update; nil if the engine cannot count them.
  public var flops: FLOPCount?
}
