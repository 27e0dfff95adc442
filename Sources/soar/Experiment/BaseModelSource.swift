import Diagnostics
import LanguageModel
import Numerics
import SelfPlay
import Worlds

/// Gets a base model: from the cache as far as it goes, the rest by pretraining.
struct BaseModelSource {
  let configuration: RunConfiguration
  let world: EmbeddedWorld
  let cache: BaseModelCache
  let pool: WorkerPool
  let progress: Progress

  func model() async throws -> Transformer {
    if let cached = try cache.load(.web, configuration) {
      progress.note("base model from the cache")
      return cached
    }
    let plan = Pretraining(
      world: world, model: configuration.model, configuration: configuration.pretraining)
    let textbook = try cache.load(.textbook, configuration)
    if textbook != nil { progress.note("textbook phase of the base model from the cache") }
    let model = textbook ?? plan.initialModel()
    for stage in textbook == nil ? PretrainingStage.allCases : [.web] {
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
    return model
  }
}
