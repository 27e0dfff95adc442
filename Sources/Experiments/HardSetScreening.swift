public import Diagnostics
public import Foundation
import LanguageModel
import Numerics
import ReinforcementLearning
public import SelfPlay
import Tokenization
import Worlds

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

  /// - Throws: ``UserError`` if the model's vocabulary differs from the world's.
  public func run() async throws -> HardSet {
    let world = try EmbeddedWorld(configuration.world)
    let pool = WorkerPool(workers: workers)
    let base = try await base(world, pool)
    progress.begin(stage: "screening", total: configuration.hardSet.candidates)
    let counter = ProgressCounter(progress)
    let set = try await HardSet.build(
      task: world, base: LocalSampler(base), configuration: configuration.hardSet,
      engine: LocalEngine(pool: pool, vocabulary: world.vocabulary.tokens),
      cache: HardSetCache(cache, base: base, progress: progress)
    ) { counter.add($0) }
    progress.end("")
    return set
  }

  private func base(_ world: EmbeddedWorld, _ pool: WorkerPool) async throws -> Transformer {
    guard let model else {
      return try await BaseModelSource(
        configuration: configuration, task: world, cache: cache, pool: pool, progress: progress
      ).model()
    }
    let base = try ModelFolder.load(model).transformer
    guard base.configuration.vocabularySize == world.vocabulary.vocabularySize else {
      throw UserError(
        .configuration, file: model.relativePath, place: "vocab_size",
        "is \(base.configuration.vocabularySize), but the world has \(world.vocabulary.vocabularySize) "
          + "tokens", hint: "give the configuration that the model was trained with")
    }
    return base
  }
}
