import LanguageModel
public import SelfPlay
import Tasks
import Tokenization

extension WorkPlan {
  /// The plan of a configuration whose problems and model are at hand. Runs, trains and contacts nothing.
  ///
  /// - Parameters:
  ///   - subject: what the configuration describes.
  ///   - cache: where a pretrained base model may be.
  /// - Throws: ``UserError`` for what would refuse the run.
  public init(
    _ configuration: RunConfiguration, subject: RunSubject, cache: BaseModelCache
  ) throws {
    try configuration.validate(for: subject.task)
    let isRemote = configuration.engine.kind == .tinker
    if isRemote { try configuration.rejectMatchedCosts(engine: "tinker") }
    // What a server computes is not known.
    var model: TransformerConfiguration?
    if let folder = subject.model {
      model = isRemote ? nil : try ModelFolder.describe(folder).configuration
    } else {
      model = configuration.model.transformer(
        vocabularySize: subject.task.tokenizer.vocabularySize)
    }
    try self.init(
      configuration,
      limits: TokenLimits(of: subject.task, hardSet: configuration.hardSet, model: model),
      hasBaseModel: cache.holds(.web, configuration))
  }
}
