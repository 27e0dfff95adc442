public import Foundation
public import LanguageModel

/// A language model that can be sampled and trained, wherever it lives: in this process, or behind
/// a training engine where every call takes seconds. The loops of this project know nothing else
/// of a model.
///
/// Calls on one policy are made one after another; different policies may work at the same time.
public protocol Policy: Sendable {
  /// Samples responses for all requests in one batch, in the requests' order.
  func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters) async throws
    -> [[SampledResponse]]

  /// Adds the gradient of the sequences' loss to what has gathered since the last
  /// `optimizerStep`. The KL term is to the policy's reference.
  func forwardBackward(_ sequences: [TrainingSequence]) async throws -> LossReport

  /// The gradient of the sequences' loss with respect to all weights, in an order that is the same
  /// for all policies of one shape. The policy stays as it is, with what it gathered for its next
  /// `optimizerStep`; only `flops` counts on.
  func gradient(_ sequences: [TrainingSequence]) async throws -> [Float]

  /// One step of the policy's optimizer on the gathered gradient, which it then clears.
  func optimizerStep(learningRate: Double) async throws -> OptimizerReport

  /// An independent policy with the same weights and the same KL reference, and a fresh optimizer.
  func fork(_ optimizer: AdamWParameters) async throws -> any Policy

  /// An independent copy for keeping: weights only, no optimizer, no buffers.
  func snapshot() async throws -> any Policy

  /// The same as `snapshot`, with its own weights as the KL reference of all that is forked from it.
  func anchored() async throws -> any Policy

  /// Floating-point operations of this policy's sampling and training so far, its forks' not
  /// included (`TransformerConfiguration.forwardFLOPs` says what counts). Zero when unknown.
  func flops() async -> FLOPCount

  /// Writes a Hugging Face folder, and the optimizer's moments beside it if there are any.
  func save(to folder: URL) async throws
}
