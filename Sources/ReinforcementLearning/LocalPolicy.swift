public import Foundation
public import LanguageModel
import Numerics

/// A policy whose model is in this process. As an actor it runs on the executor of the task that
/// calls it, which for compute is a `WorkerPool`.
public actor LocalPolicy: Policy {
  private let model: Transformer
  private let reference: Transformer
  private let vocabulary: [String]
  private let optimizerParameters: AdamWParameters
  private var optimizer: AdamW?
  /// Gradients and activations; made when training begins.
  private var learner: Learner?
  private var spent = FLOPCount.zero

  /// - Parameters:
  ///   - model: the weights; the policy owns them from now on.
  ///   - reference: the model of the KL term, shared and never written.
  ///   - vocabulary: the token texts, saved with the weights.
  ///   - restored: an optimizer to continue with, else a fresh one.
  public init(
    _ model: Transformer, reference: Transformer, vocabulary: [String],
    optimizer: AdamWParameters = AdamWParameters(), restored: AdamW? = nil
  ) {
    self.model = model
    self.reference = reference
    self.vocabulary = vocabulary
    optimizerParameters = optimizer
    self.optimizer = restored
  }

  public func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters)
    -> [[SampledResponse]]
  {
    let responses = Generator(model).sample(requests, parameters)
    for (request, group) in zip(requests, responses) {
      spent.forward += model.configuration.samplingFLOPs(
        promptLength: request.prompt.count, responseLengths: group.map(\.tokens.count))
    }
    return responses
  }

  public func flops() -> FLOPCount { spent }

  public func forwardBackward(_ sequences: [TrainingSequence]) -> LossReport {
    let learner = self.learner ?? Learner(model)
    self.learner = learner
    let report = learner.accumulate(sequences, reference: reference)
    spent += report.flops
    return report
  }

  public func gradient(_ sequences: [TrainingSequence]) -> [Float] {
    let learner = Learner(model)
    spent += learner.accumulate(sequences, reference: reference).flops
    return learner.gradients.array()
  }

  public func optimizerStep(learningRate: Double) -> OptimizerReport {
    let learner = self.learner ?? Learner(model)
    self.learner = learner
    let optimizer = self.optimizer ?? AdamW(model.layout, optimizerParameters)
    self.optimizer = optimizer
    defer { learner.zeroGradients() }
    return optimizer.update(model, gradients: learner.gradients, learningRate: learningRate)
  }

  public func fork(_ optimizer: AdamWParameters) -> any Policy {
    LocalPolicy(
      model.duplicate(), reference: reference, vocabulary: vocabulary, optimizer: optimizer)
  }

  public func snapshot() -> any Policy { fork(optimizerParameters) }

  public func anchored() -> any Policy {
    let weights = model.duplicate()
    return LocalPolicy(
      weights, reference: weights, vocabulary: vocabulary, optimizer: optimizerParameters)
  }

  public func save(to folder: URL) throws {
    try ModelFolder.save(model, tokens: vocabulary, to: folder)
    guard let optimizer else { return }
    try optimizer.save(to: folder)
  }

  /// Loads what `save` wrote.
  ///
  /// - Parameter restoringOptimizer: whether the moments are read too, when they are there.
  public static func load(
    from folder: URL, reference: Transformer, vocabulary: [String], optimizer: AdamWParameters,
    restoringOptimizer: Bool
  ) throws -> LocalPolicy {
    let loaded = try ModelFolder.load(folder)
    let restored =
      restoringOptimizer
      ? try AdamW.load(from: folder, layout: loaded.transformer.layout, parameters: optimizer) : nil
    return LocalPolicy(
      loaded.transformer, reference: reference, vocabulary: vocabulary, optimizer: optimizer,
      restored: restored)
  }
}
