public import Foundation
public import LanguageModel
public import Tokenization

/// Frozen weights that can be sampled. May be called concurrently.
public protocol Sampler: Sendable {
  /// Samples responses for all requests in one batch, in the requests' order.
  ///
  /// - Returns: [request][response].
  func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters) async throws
    -> SampledBatch
}

/// Sampled responses and their cost.
public struct SampledBatch: Sendable, Equatable {
  /// [request][response]
  public var responses: [[SampledResponse]]
  /// FLOPs as defined by
  /// ``TransformerConfiguration/forwardFLOPs(tokens:attendedPairs:rows:)``; nil if the engine
  /// cannot count them.
  public var flops: FLOPCount?

  public init(responses: [[SampledResponse]], flops: FLOPCount?) {
    self.responses = responses
    self.flops = flops
  }
}

/// Weights that learn. As a ``Sampler`` it samples from its current weights; unlike frozen weights
/// it serves one call at a time.
public protocol Trainer: Sampler {
  /// Adds the gradient of the sequences' loss to that accumulated since the last `optimizerStep`.
  /// The KL term is to the trainer's reference model.
  func forwardBackward(_ sequences: [TrainingSequence]) async throws -> LossReport

  /// One optimizer step on the accumulated gradient, which it then clears.
  func optimizerStep(learningRate: Double) async throws -> OptimizerReport

  /// The current weights: independent of the trainer, without optimizer and buffers.
  func freeze() async throws -> any Sampler

  /// Writes weights and optimizer to a folder, for
  /// ``Engine/restoreTrainer(from:reference:optimizer:)``.
  func save(to folder: URL) async throws
}

/// Weights that tell the probability of a given response. Screening by probability and teachers that
/// choose their questions need it.
public protocol ScoringSampler: Sampler {
  /// - Returns: one score per request, in their order.
  func score(_ requests: [ScoringRequest]) async throws -> (
    scores: [ResponseScore], flops: FLOPCount?
  )
}

/// Frozen weights that expose their policy gradient. The reward scheme `gradient-alignment` needs
/// it; an engine across a network does not offer it.
public protocol GradientSampler: Sampler {
  /// The gradient of the sequences' loss with respect to all weights, [parameters], without a KL
  /// term. The order is the same for all models of one shape.
  func gradient(_ sequences: [TrainingSequence]) async throws -> (
    gradient: [Float], flops: FLOPCount?
  )
}

/// Where models live: makes trainers, stores weights, and decides the concurrency. The loops of
/// this project know nothing else about a model.
public protocol Engine: Sendable {
  /// Name for reports and errors, such as `local`.
  var name: String { get }

  /// Most trainers alive at once; nil is unlimited.
  var maximumTrainers: Int? { get }

  /// How many of `count` trainings that start from `weights`, beside a teacher, are in progress at once.
  func trainingsAtOnce(_ count: Int, from weights: any Sampler) -> Int

  /// Whether costs are counted in floating-point operations. If not, costs are nil, and what needs
  /// them is rejected.
  var countsFLOPs: Bool { get }

  /// A trainer that starts from frozen weights of this engine, with a fresh optimizer.
  ///
  /// - Parameter reference: the model of the KL term.
  func makeTrainer(
    from weights: any Sampler, reference: any Sampler, optimizer: AdamWParameters
  ) async throws -> any Trainer

  /// Restores the trainer that ``Trainer/save(to:)`` wrote, including its optimizer if it had one.
  func restoreTrainer(
    from folder: URL, reference: any Sampler, optimizer: AdamWParameters
  ) async throws -> any Trainer

  /// Writes frozen weights to a folder, for `load`.
  func save(_ weights: any Sampler, to folder: URL) async throws

  func load(from folder: URL) async throws -> any Sampler

  /// Runs `body(0)...body(count - 1)`, as many at once as the engine can serve, and returns the
  /// results in order. After a failure no further index starts, and the failure is thrown.
  ///
  /// - Parameter atOnce: starts this many at a time, whatever the engine would choose. Bodies that
  ///   yield (`Task.yield`) between their parts then take turns, and equal ones end together.
  func map<Result: Sendable>(
    count: Int, atOnce: Int?, _ body: @escaping @Sendable (Int) async throws -> Result
  ) async throws -> [Result]
}

extension Engine {
  /// All of them, unless the engine has a limit, of which the teacher takes one.
  public func trainingsAtOnce(_ count: Int, from weights: any Sampler) -> Int {
    min(count, maximumTrainers.map { max(1, $0 - 1) } ?? count)
  }

  public func map<Result: Sendable>(
    count: Int, _ body: @escaping @Sendable (Int) async throws -> Result
  ) async throws -> [Result] {
    try await map(count: count, atOnce: nil, body)
  }
}
