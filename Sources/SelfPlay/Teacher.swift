public import Diagnostics
public import LanguageModel
public import Randomness
public import ReinforcementLearning
public import Worlds

/// Questions that a teacher wrote, and what they cost.
public struct TeacherSample: Sendable {
  public var questions: [GeneratedQuestion]
  /// Documents that were rejected because no question and answer could be read from them.
  public var rejected: Int
  public var sampledTokens: Int
  /// Floating-point operations of all sampling, that of documents in excess included.
  public var flops = FLOPCount.zero
}

/// The teacher ran out of its sampling limit before enough documents could be parsed.
public struct TeacherCollapse: Error, Sendable {
  /// What it wrote until then, its cost included.
  public let written: TeacherSample
  public var parsed: Int { written.questions.count }
  public let needed: Int
  public let sampled: Int
}

/// Writes questions and learns from how much they helped. It sees one fixed prompt and scalars:
/// nothing in this type has access to a hard problem.
public struct Teacher: Sendable {
  public let world: any World
  public let configuration: TeacherConfiguration

  public init(world: any World, configuration: TeacherConfiguration) {
    self.world = world
    self.configuration = configuration
  }

  /// Documents per call of the policy and calls per round; fixed, so that results do not depend
  /// on the number of workers.
  static let documentsPerCall = 128
  static let callsPerRound = 4

  /// Samples until `count` documents parse (rejection sampling; Proposition 1 of the paper: it
  /// leaves the RLOO gradient unchanged, so no format reward is added). Accepted documents keep
  /// the order in which they were attempted. With two turns an answer is asked for apart.
  ///
  /// - Throws: ``TeacherCollapse`` after `samplingLimit * count` documents, with two turns questions.
  public func write(
    _ count: Int, with policy: any Policy, stream: RandomStream, pool: WorkerPool
  ) async throws -> TeacherSample {
    let perCall = configuration.turns == 2 ? Self.questionsPerCall : Self.documentsPerCall
    let copies = try await Self.snapshots(of: policy)
    var sample = TeacherSample(questions: [], rejected: 0, sampledTokens: 0)
    var attempts = 0
    while sample.questions.count < count && attempts < configuration.samplingLimit * count {
      let first = attempts
      let calls = try await pool.map(count: Self.callsPerRound) { index in
        let start = first + index * perCall
        let range = start..<start + perCall
        return configuration.turns == 2
          ? try await draftsInTwoTurns(range, with: copies[index], stream: stream)
          : try await drafts(range, with: copies[index], stream: stream)
      }
      attempts += perCall * Self.callsPerRound
      for draft in calls.joined() {
        guard sample.questions.count < count else { break }
        sample.sampledTokens += draft.sampledTokens
        if let question = draft.finished {
          sample.questions.append(question)
        } else {
          sample.rejected += 1
        }
      }
    }
    for copy in copies { sample.flops += await copy.flops() }
    guard sample.questions.count == count else {
      throw TeacherCollapse(written: sample, needed: count, sampled: attempts)
    }
    return sample
  }

  /// What came of one attempt.
  struct Draft: Sendable {
    /// Nil where there is no question with an answer.
    var finished: GeneratedQuestion?
    var sampledTokens: Int
  }

  /// Question, solution and answer as one document.
  private func drafts(
    _ attempts: Range<Int>, with policy: any Policy, stream: RandomStream
  ) async throws -> [Draft] {
    let parameters = SamplingParameters(
      temperature: configuration.temperature,
      maximumTokens: world.maximumDocumentLength - world.teacherPrompt.count,
      stopTokens: world.stopTokens)
    let request = SamplingRequest(
      prompt: world.teacherPrompt, streams: attempts.map { stream.child("attempt", $0) })
    return try await policy.sample([request], parameters)[0].map { response in
      Draft(
        finished: world.parseDocument(world.teacherPrompt + response.tokens),
        sampledTokens: response.tokens.count)
    }
  }

  static func snapshots(of policy: any Policy) async throws -> [any Policy] {
    var copies: [any Policy] = []
    for _ in 0..<callsPerRound { copies.append(try await policy.snapshot()) }
    return copies
  }

  /// Teacher RLOO with dataset-level rewards: every document of dataset k carries the advantage
  /// R_k - mean of the other rewards (Algorithm 1, line 4).
  ///
  /// - Returns: nil when all rewards are equal and there is nothing to learn.
  public func learn(
    _ policy: any Policy, datasets: [[GeneratedQuestion]], rewards: [Double], learningRate: Double
  ) async throws -> TeacherUpdate? {
    let advantages = Advantage.leaveOneOut(rewards)
    return try await update(
      policy, datasets,
      advantages: zip(datasets, advantages).map { dataset, advantage in
        dataset.map { _ in advantage }
      },
      reported: advantages, learningRate: learningRate)
  }

  /// Teacher RLOO with a reward for each question: a document carries the advantage of its own
  /// reward over the mean of the other g n - 1.
  ///
  /// - Returns: nil when all rewards are equal and there is nothing to learn.
  public func learn(
    _ policy: any Policy, datasets: [[GeneratedQuestion]], questionRewards: [[Double]],
    learningRate: Double
  ) async throws -> TeacherUpdate? {
    let flat = Advantage.leaveOneOut(questionRewards.flatMap { $0 })
    var rest = flat[...]
    let advantages = datasets.map { dataset in
      defer { rest = rest.dropFirst(dataset.count) }
      return Array(rest.prefix(dataset.count))
    }
    var update = try await update(
      policy, datasets, advantages: advantages, reported: advantages.map(mean),
      learningRate: learningRate)
    update?.questionAdvantages = advantages
    return update
  }

  /// - Parameters:
  ///   - advantages: one per document, [g][n].
  ///   - reported: one per dataset.
  private func update(
    _ policy: any Policy, _ datasets: [[GeneratedQuestion]], advantages: [[Double]],
    reported: [Double], learningRate: Double
  ) async throws -> TeacherUpdate? {
    guard advantages.joined().contains(where: { $0 != 0 }) else { return nil }
    let documents = datasets.reduce(0) { $0 + $1.count }
    var sequences: [TrainingSequence] = []
    for (dataset, row) in zip(datasets, advantages) {
      for (question, advantage) in zip(dataset, row) {
        let prompt = world.studentPrompt(for: question.question)
        let document = prompt + question.response
        var sequence = TrainingSequence.policyGradient(
          prompt: world.teacherPrompt,
          response: Array(document.dropFirst(world.teacherPrompt.count)),
          advantage: advantage * configuration.rewardScale, weight: 1 / Double(documents),
          klCoefficient: configuration.klCoefficient)
        if configuration.turns == 2 {
          // What asks for the second turn is given, not written.
          for index in question.question.count..<prompt.count { sequence.weights[index] = 0 }
        }
        sequences.append(sequence)
      }
    }
    let loss = try await policy.forwardBackward(sequences)
    let step = try await policy.optimizerStep(learningRate: learningRate)
    return TeacherUpdate(
      advantages: reported, trainedTokens: loss.tokens, loss: loss.weightedLoss,
      divergence: loss.scoredTokens > 0 ? loss.divergence / Double(loss.scoredTokens) : 0,
      gradientNorm: step.gradientNorm, applied: step.applied, flops: loss.flops)
  }
}

/// What one teacher update did.
public struct TeacherUpdate: Sendable, Equatable {
  /// One per dataset; they sum to zero. The means of `questionAdvantages` where there are any.
  public var advantages: [Double]
  /// One per question, [g][n], when questions were given credit of their own.
  public var questionAdvantages: [[Double]]?
  public var trainedTokens: Int
  /// The policy-gradient loss before the update.
  public var loss: Double
  /// Mean KL to the base model per document token, in nats, before the update.
  public var divergence: Double
  public var gradientNorm: Double
  /// False when the gradient was not finite and the step was skipped.
  public var applied: Bool
  public var flops: FLOPCount
}
