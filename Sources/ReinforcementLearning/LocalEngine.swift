public import Diagnostics
public import Foundation
public import LanguageModel
import Numerics
public import Tokenization

/// Models in this process, on their own threads with one BLAS thread each. The same seed gives the
/// same bits for any number of workers.
public struct LocalEngine: Engine {
  public let pool: WorkerPool
  /// One text per token id, saved beside weights.
  private let vocabulary: [String]
  /// Saved beside weights in place of a word-level vocabulary.
  private let tokenizerFile: Data?
  /// Saved beside weights: what ends a response, and what pads a batch.
  private let specialTokens: SpecialTokens
  /// Whether rollouts that coincide are computed once.
  private let sharesPrefixes: Bool

  /// - Parameters:
  ///   - vocabulary: one text per token id, to save with weights; empty for models that are never
  ///     saved.
  ///   - tokenizerFile: a `tokenizer.json` to save with weights instead.
  ///   - sharesPrefixes: computes once what rollouts have in common, in sampling and in training
  ///     (``SamplingParameters/sharesPrefixes``). The same up to rounding; worth it where answers are
  ///     short and models large.
  public init(
    pool: WorkerPool, vocabulary: [String], tokenizerFile: Data? = nil,
    specialTokens: SpecialTokens = SpecialTokens(), sharesPrefixes: Bool = false
  ) {
    self.pool = pool
    self.vocabulary = vocabulary
    self.tokenizerFile = tokenizerFile
    self.specialTokens = specialTokens
    self.sharesPrefixes = sharesPrefixes
  }

  public var name: String { "local" }
  public var maximumTrainers: Int? { nil }
  public var countsFLOPs: Bool { true }

  /// Parameters from which a training in progress, with its moments, is worth saving: 256 MB.
  private static let large = 16 << 20

  private func isLarge(_ model: Transformer) -> Bool { model.layout.count >= Self.large }

  /// All at once, so that none is left for the end; of a large model one per worker, because a
  /// training in progress takes four times its weights.
  public func trainingsAtOnce(_ count: Int, from weights: any Sampler) -> Int {
    isLarge(transformer(of: weights)) ? min(count, pool.workers) : count
  }

  public func makeTrainer(
    from weights: any Sampler, reference: any Sampler, optimizer: AdamWParameters
  ) -> any Trainer {
    LocalTrainer(
      transformer(of: weights).duplicate(), reference: transformer(of: reference),
      vocabulary: vocabulary, tokenizerFile: tokenizerFile, optimizer: optimizer,
      sharesPrefixes: sharesPrefixes,
      leavesMomentsInFile: isLarge(transformer(of: weights)))
  }

  public func restoreTrainer(
    from folder: URL, reference: any Sampler, optimizer: AdamWParameters
  ) throws -> any Trainer {
    let model = try ModelFolder.load(folder).transformer
    let moments = folder.appendingPathComponent(AdamW.fileName)
    let restored =
      FileManager.default.fileExists(atPath: moments.path)
      ? try OptimizerFile(in: folder, layout: model.layout) : nil
    return LocalTrainer(
      model, reference: transformer(of: reference), vocabulary: vocabulary,
      tokenizerFile: tokenizerFile, optimizer: optimizer, restored: restored,
      sharesPrefixes: sharesPrefixes, leavesMomentsInFile: isLarge(model))
  }

  public func save(_ weights: any Sampler, to folder: URL) throws {
    try ModelFolder.save(
      transformer(of: weights), tokens: tokenizerFile == nil ? vocabulary : nil,
      tokenizerFile: tokenizerFile, specialTokens: specialTokens, to: folder)
  }

  public func load(from folder: URL) throws -> any Sampler {
    LocalSampler(try ModelFolder.load(folder).transformer, sharesPrefixes: sharesPrefixes)
  }

  public func map<Result: Sendable>(
    count: Int, atOnce: Int?, _ body: @escaping @Sendable (Int) async throws -> Result
  ) async throws -> [Result] {
    try await pool.map(count: count, atOnce: atOnce, body)
  }

  private func transformer(of weights: any Sampler) -> Transformer {
    guard let local = weights as? LocalSampler else {
      preconditionFailure("the weights are of another engine")
    }
    return local.model
  }
}

/// A model that is never written to.
public struct LocalSampler: GradientSampler, ScoringSampler {
  public let model: Transformer
  private let sharesPrefixes: Bool

  /// - Parameters:
  ///   - model: must not be written to from now on.
  ///   - sharesPrefixes: as in ``LocalEngine``.
  public init(_ model: Transformer, sharesPrefixes: Bool = false) {
    self.model = model
    self.sharesPrefixes = sharesPrefixes
  }

  public func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters) async
    -> SampledBatch
  {
    model.sample(requests, parameters, sharesPrefixes: sharesPrefixes)
  }

  public func score(_ requests: [ScoringRequest]) async -> (
    scores: [ResponseScore], flops: FLOPCount?
  ) {
    let (scores, flops) = model.score(requests)
    return (scores, flops)
  }

  public func gradient(_ sequences: [TrainingSequence]) async -> (
    gradient: [Float], flops: FLOPCount?
  ) {
    let learner = Learner(model, sharesPrefixes: sharesPrefixes)
    let report = learner.accumulate(sequences)
    return (learner.gradients.array(), report.flops)
  }
}

/// A model in training. As an actor it runs on the executor of the task that calls it, which for
/// compute is a `WorkerPool`.
public actor LocalTrainer: Trainer {
  private let model: Transformer
  private let reference: Transformer
  private let vocabulary: [String]
  private let tokenizerFile: Data?
  private let sharesPrefixes: Bool
  private let optimizerParameters: AdamWParameters
  private let leavesMomentsInFile: Bool
  private var moments: Moments
  /// Gradients, from the first `forwardBackward` to the step that uses them: between steps, while
  /// others train, their memory is free.
  private var learner: Learner?

  /// - Parameters:
  ///   - model: the weights; the trainer owns them from now on.
  ///   - reference: the model of the KL term, shared and never written.
  ///   - vocabulary: the token texts, saved with the weights.
  ///   - tokenizerFile: a `tokenizer.json` to save with the weights instead.
  ///   - restored: an optimizer to continue with; nil starts a fresh one.
  ///   - sharesPrefixes: as in ``LocalEngine``.
  ///   - leavesMomentsInFile: from each `save` to the next step, while students train, the
  ///     optimizer's moments take no memory: the step reads them from the file. It may be moved or
  ///     deleted, but not changed.
  public init(
    _ model: Transformer, reference: Transformer, vocabulary: [String] = [],
    tokenizerFile: Data? = nil, optimizer: AdamWParameters = AdamWParameters(),
    restored: OptimizerFile? = nil, sharesPrefixes: Bool = false, leavesMomentsInFile: Bool = false
  ) {
    self.model = model
    self.reference = reference
    self.vocabulary = vocabulary
    self.tokenizerFile = tokenizerFile
    self.sharesPrefixes = sharesPrefixes
    self.leavesMomentsInFile = leavesMomentsInFile
    optimizerParameters = optimizer
    moments = restored.map { .inFile($0) } ?? .none
  }

  public func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters)
    -> SampledBatch
  {
    model.sample(requests, parameters, sharesPrefixes: sharesPrefixes)
  }

  public func forwardBackward(_ sequences: [TrainingSequence]) -> LossReport {
    let learner = self.learner ?? Learner(model, sharesPrefixes: sharesPrefixes)
    self.learner = learner
    return learner.accumulate(sequences, reference: reference)
  }

  public func optimizerStep(learningRate: Double) throws -> OptimizerReport {
    let optimizer = try optimizer() ?? AdamW(model.layout, optimizerParameters)
    let learner = self.learner ?? Learner(model, sharesPrefixes: sharesPrefixes)
    self.learner = nil
    moments = .inMemory(optimizer)
    return optimizer.update(model, gradients: learner.gradients, learningRate: learningRate)
  }

  public func freeze() -> any Sampler {
    LocalSampler(model.duplicate(), sharesPrefixes: sharesPrefixes)
  }

  public func save(to folder: URL) throws {
    try ModelFolder.save(
      model, tokens: tokenizerFile == nil ? vocabulary : nil, tokenizerFile: tokenizerFile,
      to: folder)
    guard let optimizer = try optimizer() else { return }
    try optimizer.save(to: folder)
    moments =
      leavesMomentsInFile
      ? .inFile(try OptimizerFile(in: folder, layout: model.layout)) : .inMemory(optimizer)
  }

  /// Whether moments take memory now.
  package var holdsMoments: Bool { if case .inMemory = moments { true } else { false } }

  /// Nil before the first step.
  private func optimizer() throws -> AdamW? {
    switch moments {
    case .none: nil
    case .inMemory(let optimizer): optimizer
    case .inFile(let file): try file.read(optimizerParameters)
    }
  }
}

/// Where an optimizer's moments are.
private enum Moments {
  /// Nowhere: there was no step.
  case none
  case inMemory(AdamW)
  case inFile(OptimizerFile)
}

extension Transformer {
  fileprivate func sample(
    _ requests: [SamplingRequest], _ parameters: SamplingParameters, sharesPrefixes: Bool
  ) -> SampledBatch {
    var parameters = parameters
    parameters.sharesPrefixes = parameters.sharesPrefixes || sharesPrefixes
    let (responses, flops) = Generator(self).counted(requests, parameters)
    return SampledBatch(responses: responses, flops: flops)
  }
}
