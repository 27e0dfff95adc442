public import Diagnostics
public import Foundation
import LanguageModel
import Numerics
import ReinforcementLearning
public import SelfPlay
import Worlds

/// Screens problems for those that a base model never solves.
public struct HardSetScreening {
  public var configuration: RunConfiguration
  /// A checkpoint's folder; nil takes the configured base model from the cache, or pretrains it.
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

  /// - Throws: ``UserError`` for a model of another vocabulary than the world's.
  public func run() async throws -> HardSet {
    let world = try EmbeddedWorld(configuration.world)
    let pool = WorkerPool(workers: workers)
    let base = try await base(world, pool)
    progress.begin(stage: "screening", total: configuration.hardSet.candidates)
    let counter = ProgressCounter(progress)
    let set = try await HardSet.build(
      world: world,
      base: LocalPolicy(base, reference: base, vocabulary: world.vocabulary.tokens),
      configuration: configuration.hardSet, pool: pool
    ) { counter.add($0) }
    progress.end("")
    return set
  }

  private func base(_ world: EmbeddedWorld, _ pool: WorkerPool) async throws -> Transformer {
    guard let model else {
      return try await BaseModelSource(
        configuration: configuration, world: world, cache: cache, pool: pool, progress: progress
      ).model()
    }
    let base = try ModelFolder.load(model).transformer
    guard base.configuration.vocabularySize == world.vocabulary.count else {
      throw UserError(
        .configuration, file: model.relativePath, place: "vocab_size",
        "is \(base.configuration.vocabularySize), but the world has \(world.vocabulary.count) "
          + "tokens", hint: "give the configuration that the model was trained with")
    }
    return base
  }
}
