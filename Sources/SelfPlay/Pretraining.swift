public import Diagnostics
public import LanguageModel
import Numerics
import Randomness
public import Tasks
import Tokenization

/// One point of the pretraining curve.
public struct PretrainingProgress: Sendable, Equatable {
  public var phase: PretrainingStage
  public var step: Int
  /// Tokens seen so far in the phase.
  public var tokens: Int
  /// Mean weighted cross entropy per unit of weight, in nats, over the steps since the last point.
  public var loss: Double
  public var learningRate: Double
}

/// Pretrains the base model: a copying drill, then the task's corpus, first textbook, then web.
public struct Pretraining: Sendable {
  public let task: any PretrainingCorpus
  public let model: ModelConfiguration
  public let configuration: PretrainingConfiguration

  public init(
    task: any PretrainingCorpus, model: ModelConfiguration,
    configuration: PretrainingConfiguration
  ) {
    self.task = task
    self.model = model
    self.configuration = configuration
  }

  public func steps(of stage: PretrainingStage) -> Int { plan(stage).steps }

  /// An untrained model.
  public func initialModel() -> Transformer {
    Transformer(
      model.transformer(vocabularySize: task.tokenizer.vocabularySize),
      seed: UInt64(configuration.seed))
  }

  /// Trains a model through one stage, in place. Each stage starts with fresh optimizer moments, as
  /// a change of corpus and rate would in practice, and depends only on the model it is given.
  ///
  /// - Parameter observe: called every 50 steps with the loss since the last call.
  /// - Throws: `CancellationError`, or ``PretrainingFailure`` when the loss is not finite.
  public func train(
    _ transformer: Transformer, stage: PretrainingStage, on pool: WorkerPool,
    observe: @Sendable (PretrainingProgress) -> Void
  ) async throws {
    let plan = plan(stage)
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
      let batch = documents(stage, step: step, questionWeight: plan.questionWeight)
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
      guard outcome.applied else { throw PretrainingFailure(stage: stage, step: step) }
      if lossSteps == 50 || step + 1 == plan.steps {
        observe(
          PretrainingProgress(
            phase: stage, step: step + 1, tokens: tokens, loss: lossSum / Double(lossSteps),
            learningRate: rate))
        lossSum = 0
        lossSteps = 0
      }
    }
  }

  private func plan(_ stage: PretrainingStage) -> PretrainingPhase {
    switch stage {
    case .drill: configuration.drill
    case .textbook: configuration.textbook
    case .web: configuration.web
    }
  }

  /// The documents of one step, with token weights that sum to one.
  private func documents(_ stage: PretrainingStage, step: Int, questionWeight: Double)
    -> [TrainingSequence]
  {
    var stream = RandomStream(
      seed: UInt64(configuration.seed), path: "pretraining/\(stage.rawValue)/step/\(step)")
    let documents = (0..<configuration.batchDocuments).map { _ in
      task.pretrainingDocument(stage, using: &stream)
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
  public let stage: PretrainingStage
  public let step: Int
}
