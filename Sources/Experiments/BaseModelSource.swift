public import Diagnostics
public import LanguageModel
public import SelfPlay
public import Tasks
import Tokenization
import Worlds

/// Provides a base model: from the cache as far as possible, pretraining the rest. When several
/// processes want the same model at once, one makes it and the others wait.
public struct BaseModelSource: Sendable {
  let configuration: RunConfiguration
  let task: any PretrainingCorpus
  let cache: BaseModelCache
  let pool: WorkerPool
  let progress: ProgressReporter

  public init(
    configuration: RunConfiguration, task: any PretrainingCorpus, cache: BaseModelCache,
    pool: WorkerPool, progress: ProgressReporter
  ) {
    self.configuration = configuration
    self.task = task
    // The cache keys worlds by configuration and knows nothing of another task's corpus.
    self.cache = task is EmbeddedWorld ? cache : BaseModelCache(folder: nil)
    self.pool = pool
    self.progress = progress
  }

  /// The pretrained model.
  ///
  /// - Throws: ``UserError`` if the loss becomes infinite; `CancellationError`.
  public func model() async throws -> Transformer {
    if let cached = try cached() { return cached }
    let lock = try await lock(.web)
    defer { withExtendedLifetime(lock) {} }
    // Another process may have made it during the wait.
    if lock != nil, let cached = try cached() { return cached }
    let plan = Pretraining(
      task: task, model: configuration.model, configuration: configuration.pretraining)
    let model = try await textbookModel(plan)
    try await train(model, .web, plan)
    return model
  }

  private func cached() throws -> Transformer? {
    guard let cached = try cache.load(.web, configuration) else { return nil }
    progress.note("base model from the cache")
    return cached
  }

  /// Shared by worlds that differ only in hesitation.
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
    try cache.store(model, stage, configuration, tokens: task.tokenizer.tokens)
  }

  private func lock(_ stage: PretrainingStage) async throws -> FileLock? {
    try await cache.lock(stage, configuration) { holder in
      progress.note("waiting for \(holder), which pretrains the same base model")
    }
  }
}
