public import LanguageModel
public import Numerics
import Randomness
public import Worlds

/// One point of the pretraining curve.
public struct PretrainingProgress: Sendable, Equatable {
  public var phase: CorpusPhase
  public var step: Int
  /// Tokens seen so far in the phase.
  public var tokens: Int
  /// Mean weighted cross entropy per unit of weight, in nats, over the steps since the last point.
  public var loss: Double
  public var learningRate: Double
}

/// Pretrains the base model on the world's corpus, textbook first and then web.
public struct Pretraining: Sendable {
  public let world: EmbeddedWorld
  public let model: ModelConfiguration
  public let configuration: PretrainingConfiguration

  public init(
    world: EmbeddedWorld, model: ModelConfiguration, configuration: PretrainingConfiguration
  ) {
    self.world = world
    self.model = model
    self.configuration = configuration
  }

  public func steps(of phase: CorpusPhase) -> Int { plan(phase).steps }

  /// An untrained model.
  public func initialModel() -> Transformer {
    Transformer(
      model.transformer(vocabularySize: world.vocabulary.count), seed: UInt64(configuration.seed))
  }

  /// Trains a model through one phase, in place. Each phase starts with fresh moments, as a change
  /// of corpus and rate would in practice, and depends on nothing but the model it is given.
  ///
  /// - Parameter observe: called every 50 steps with the loss since the last call.
  /// - Throws: `CancellationError`, or ``PretrainingFailure`` when the loss is not finite.
  public func train(
    _ transformer: Transformer, phase: CorpusPhase, on pool: WorkerPool,
    observe: @Sendable (PretrainingProgress) -> Void
  ) async throws {
    let plan = plan(phase)
    let learners = (0..<configuration.shards).map { _ in Learner(transformer) }
    let optimizer = AdamW(transformer.layout, configuration.optimizer)
    let schedule = LearningRateSchedule(
      peak: plan.learningRate, warmupSteps: plan.warmupSteps, totalSteps: plan.steps,
      decay: .linear, decayStart: configuration.decayStart)
    var tokens = 0
    var lossSum = 0.0
    var lossSteps = 0
    for step in 0..<plan.steps {
      try Task.checkCancellation()
      let batch = documents(phase: phase, step: step, questionWeight: plan.questionWeight)
      let reports = try await pool.map(count: learners.count) { shard in
        learners[shard].zeroGradients()
        return learners[shard].accumulate(
          stride(from: shard, to: batch.count, by: learners.count).map { batch[$0] })
      }
      let gradients = learners[0].gradients
      for learner in learners.dropFirst() { gradients.add(learner.gradients) }
      for report in reports {
        lossSum += report.weightedLoss
        tokens += report.tokens
      }
      lossSteps += 1
      let rate = schedule.rate(at: step)
      let outcome = optimizer.update(transformer, gradients: gradients, learningRate: rate)
      guard outcome.applied else { throw PretrainingFailure(phase: phase, step: step) }
      if lossSteps == 50 || step + 1 == plan.steps {
        observe(
          PretrainingProgress(
            phase: phase, step: step + 1, tokens: tokens, loss: lossSum / Double(lossSteps),
            learningRate: rate))
        lossSum = 0
        lossSteps = 0
      }
    }
  }

  private func plan(_ phase: CorpusPhase) -> PretrainingPhase {
    phase == .textbook ? configuration.textbook : configuration.web
  }

  /// The documents of one step, with token weights that sum to one.
  private func documents(phase: CorpusPhase, step: Int, questionWeight: Double)
    -> [TrainingSequence]
  {
    var stream = RandomStream(
      seed: UInt64(configuration.seed), path: "pretraining/\(phase.rawValue)/step/\(step)")
    let documents = (0..<configuration.batchDocuments).map { _ in
      world.sampleCorpusDocument(phase: phase, using: &stream)
    }
    var total = 0.0
    for document in documents {
      total += questionWeight * Double(document.solutionStart - 1)
      total += Double(document.tokens.count - document.solutionStart)
    }
    return documents.map { document in
      TrainingSequence(
        tokens: document.tokens,
        weights: document.tokens.indices.map {
          Float(($0 < document.solutionStart ? questionWeight : 1) / total)
        })
    }
  }
}

/// The loss or gradient became infinite or not a number.
public struct PretrainingFailure: Error, Sendable {
  public let phase: CorpusPhase
  public let step: Int
}
