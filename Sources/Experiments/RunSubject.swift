import Diagnostics
public import Foundation
import LanguageModel
public import SelfPlay
public import Tasks
import TextTasks
public import Tokenization
import Worlds

/// What the runs of a configuration work on: its problems, and what its model is made of.
public struct RunSubject: Sendable {
  public let task: any ProblemTask
  /// Where the pretrained model is; nil if the run pretrains its own.
  public let model: URL?
  public let specialTokens: SpecialTokens

  /// - Throws: ``UserError`` if the model's folder or the problems are not as they should be.
  public init(_ configuration: RunConfiguration) async throws {
    switch configuration.task.kind {
    case .world:
      task = try EmbeddedWorld(configuration.world)
      model =
        try configuration.model.folder.isEmpty
        ? nil : Self.worldModel(configuration.model.folder, tokens: task.tokenizer.vocabularySize)
      specialTokens = .embeddedWorld
    case .text:
      let folder = URL(fileURLWithPath: configuration.model.folder)
      let (text, specialTokens) = try Self.textModel(folder)
      task = try await TextTask.make(
        configuration.task, tokenizer: text.tokenizer, endTokens: text.endTokens,
        contextLength: text.contextLength)
      model = folder
      self.specialTokens = specialTokens
    }
  }

  /// The folder of a model for the embedded world.
  private static func worldModel(_ path: String, tokens: Int) throws -> URL {
    let folder = URL(fileURLWithPath: path)
    let rows = try ModelFolder.describe(folder).configuration.vocabularySize
    guard rows == tokens else {
      throw UserError(
        .configuration, file: folder.relativePath, place: "vocab_size",
        "is \(rows), but the world has \(tokens) tokens",
        hint: "give the configuration that the model was trained with")
    }
    return folder
  }

  /// What text tasks must know of the model in a folder.
  static func textModel(_ folder: URL) throws -> (TextTask.Model, SpecialTokens) {
    let description = try ModelFolder.describe(folder)
    let tokenizer = try TokenizerFile.read(folder)
    let (ids, rows) = (tokenizer.vocabularySize, description.configuration.vocabularySize)
    guard ids <= rows else {
      throw UserError(
        .dataError, file: folder.appendingPathComponent(TokenizerFile.name).relativePath,
        "has \(ids) tokens, more than the \(rows) of config.json's vocab_size",
        hint: "the tokenizer belongs to another model")
    }
    let model = TextTask.Model(
      tokenizer: tokenizer, endTokens: description.specialTokens.end.map(Int32.init),
      contextLength: description.configuration.maximumPositions)
    return (model, description.specialTokens)
  }
}
