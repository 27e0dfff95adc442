public import Diagnostics
public import Foundation
import LanguageModel
import Numerics
import ReinforcementLearning
public import SelfPlay
import Tasks
import Tokenization

/// Screens for problems that a base model never solves.
public struct HardSetScreening {
  public var configuration: RunConfiguration
  /// A checkpoint's folder; nil uses the configured base model, cached or pretrained.
  public var model: URL?
  public var cache: BaseModelCache
  /// Threads.
  public var workers: Int
  public var progress: ProgressReporter

  public init(
    configuration: RunConfiguration, model: URL? = nil, cache: BaseModelCache, workers: Int,
    progress: ProgressReporter
  ) {
    self.configuration = configuration
    self.model = model
    self.cache = cache
    self.workers = workers
    self.progress = progress
  }

  /// - Parameter saved: a new folder for the screened model, if it is to be kept.
  /// - Throws: ``UserError`` if the model's vocabulary differs from the world's.
  public func run(savingModel saved: URL? = nil) async throws -> (set: HardSet, file: ScreeningFile)
  {
    guard configuration.engine.kind == .local else {
      throw UserError(
        .configuration, place: "engine.kind",
        "is \(configuration.engine.kind.rawValue), and this screens with a model in this process",
        hint: "soar run screens with the engine's")
    }
    let subject = try await RunSubject(configuration)
    let pool = WorkerPool(workers: workers)
    let base = try await base(subject, pool)
    progress.begin(
      stage: "screening",
      total: try HardSet.candidateCount(of: subject.task, configuration.hardSet))
    let counter = ProgressCounter(progress)
    let set = try await HardSet.build(
      task: subject.task,
      base: LocalSampler(base, sharesPrefixes: configuration.compute.sharesPrefixes),
      configuration: configuration.hardSet,
      engine: LocalEngine(pool: pool, vocabulary: subject.task.tokenizer.tokens),
      cache: HardSetCache(
        cache, base: base, sharesPrefixes: configuration.compute.sharesPrefixes,
        progress: progress), confirming: progress.confirming
    ) { counter.add($0) }
    progress.end("")
    if let saved {
      try ModelFolder.save(
        base, tokens: subject.task.tokenizer.tokens, specialTokens: subject.specialTokens, to: saved
      )
    }
    let identity = try HardSet.screeningIdentity(of: subject.task, configuration.hardSet)
    return (set, try ScreeningFile(set, model: base, identity: identity))
  }

  private func base(_ subject: RunSubject, _ pool: WorkerPool) async throws -> Transformer {
    guard let model = model ?? subject.model else {
      guard let corpus = subject.task as? any PretrainingCorpus else {
        preconditionFailure("a task without a model's folder has a corpus")
      }
      return try await BaseModelSource(
        configuration: configuration, task: corpus, cache: cache, pool: pool, progress: progress
      ).model()
    }
    let base = try ModelFolder.load(model).transformer
    let (has, needs) = (base.configuration.vocabularySize, subject.task.tokenizer.vocabularySize)
    // A pretrained model's embedding may have rows to spare.
    guard subject.model == nil ? has == needs : has >= needs else {
      throw UserError(
        .configuration, file: model.relativePath, place: "vocab_size",
        "is \(has), but the \(subject.model == nil ? "world" : "tokenizer") has \(needs) tokens",
        hint: "give the configuration that the model was trained with")
    }
    return base
  }
}

extension ProgressReporter {
  /// Begins the stage in which a screening's survivors are sampled again.
  ///
  /// - Returns: counts the problems of finished batches.
  func confirming(_ problems: Int) -> @Sendable (Int) -> Void {
    end("\(problems) to confirm")
    begin(stage: "confirming hard problems", total: problems)
    let counter = ProgressCounter(self)
    return { counter.add($0) }
  }
}
