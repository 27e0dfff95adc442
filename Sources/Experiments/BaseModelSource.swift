package import Diagnostics
package import LanguageModel
package import SelfPlay
import Tokenization
package import Worlds

/// Gets a base model: from the cache as far as it goes, the rest by pretraining. Of several
/// processes that want the same one at once, one makes it and the others wait.
package struct BaseModelSource {
  let configuration: RunConfiguration
  let world: EmbeddedWorld
  let cache: BaseModelCache
  let pool: WorkerPool
  let progress: ProgressReporter

  package init(
    configuration: RunConfiguration, world: EmbeddedWorld, cache: BaseModelCache, pool: WorkerPool,
    progress: ProgressReporter
  ) {
    self.configuration = configuration
    self.world = world
    self.cache = cache
    self.pool = pool
    self.progress = progress
  }

  package func model() async throws -> Transformer {
    if let cached = try cached() { return cached }
    let lock = try await lock(.web)
    defer { withExtendedLifetime(lock) {} }
    // It may have been made while this one waited.
    if lock != nil, let cached = try cached() { return cached }
    let plan = Pretraining(
      world: world, model: configuration.model, configuration: configuration.pretraining)
    let model = try await textbookModel(plan)
    try await train(model, .web, plan)
    return model
  }

  private func cached() throws -> Transformer? {
    guard let cached = try cache.load(.web, configuration) else { return nil }
    progress.note("base model from the cache")
    return cached
  }

  /// Worlds that differ in hesitation alone share it.
  private func textbookModel(_ plan: Pretraining) async throws -> Transformer {
    let lock = try await lock(.textbook)
    defer { withExtendedLifetime(lock) {} }
    if let cached = try cache.load(.textbook, configuration) {
      progress.note("textbook phase of the base model from the cache")
      return cached
    }
    let model = plan.initialModel()
    for stage in [PretrainingStage.drill, .textbook] { try await train(model, stage, plan) }
    return model
  }

  private func train(
    _ model: Transformer, _ stage: PretrainingStage, _ plan: Pretraining
  ) async throws {
    progress.begin(stage: "pretraining (\(stage.rawValue))", total: plan.steps(of: stage))
    do {
      try await plan.train(model, stage: stage, on: pool) { point in
        progress.update(point.step, detail: "loss \(point.loss.fixed(3))")
      }
    } catch let failure as PretrainingFailure {
      throw UserError(
        .configuration, place: "pretraining.\(failure.stage.rawValue).learningRate",
        "the loss became infinite at step \(failure.step)", hint: "lower the learning rate")
    }
    progress.end("")
    try cache.store(model, stage, configuration, tokens: world.vocabulary.tokens)
  }

  private func lock(_ stage: PretrainingStage) async throws -> FileLock? {
    try await cache.lock(stage, configuration) { holder in
      progress.note("waiting for \(holder), which pretrains the same base model")
    }
  }
}
