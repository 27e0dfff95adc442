import ArgumentParser
import Diagnostics
import Foundation
import LanguageModel
import Tokenization

/// `soar model`: inspects a checkpoint.
struct Model: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Look into a checkpoint: any Llama-architecture folder in Hugging Face's layout.",
    discussion: """
      EXAMPLES
        soar model info --model runs/quick-1/checkpoints/base
        soar model logits --model DIR --tokens 1,2,3 --json
        soar model score --model DIR --tokens 1,2,3 --grad --json
        soar model sample --model DIR --tokens 1,2,3 --count 4
        soar model tokenize --model DIR --text "Three red apples"
        soar model detokenize --model DIR 12 7 931
      """,
    subcommands: [
      ModelInfo.self, ModelLogits.self, ModelScore.self, ModelSample.self, ModelTokenize.self,
      ModelDetokenize.self,
    ])
}

/// The option shared by every subcommand.
struct ModelOptions: ParsableArguments {
  @Option(
    name: .customLong("model"),
    help: ArgumentHelp(
      "The checkpoint's folder: config.json and model.safetensors, or shards with an index.",
      valueName: "dir"), completion: .directory)
  var path: String

  func load() throws(UserError) -> LoadedModel {
    try ModelFolder.load(URL(fileURLWithPath: path))
  }

  /// The byte-level tokenizer beside the model; nil if it has a word-level vocabulary or none.
  func textTokenizer() throws(UserError) -> BytePairTokenizer? {
    let file = URL(fileURLWithPath: path).appendingPathComponent(TokenizerFile.name)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return try TokenizerFile.read(file) as? BytePairTokenizer
  }
}

extension LoadedModel {
  /// Token ids from `1,2,3`, checked against the model.
  func tokens(_ list: String, option: String = "--tokens") throws(UserError) -> [Int32] {
    let shape = transformer.configuration
    guard !list.allSatisfy(\.isWhitespace) else {
      throw UserError(
        .usage, place: option, "is empty", hint: "give ids separated by commas, such as 1,2,3")
    }
    var ids: [Int32] = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      let text = part.trimmingCharacters(in: .whitespacesAndNewlines)
      guard let id = Int(text) else {
        throw UserError(
          .usage, place: option, "'\(text)' is not a token id",
          hint: "give ids separated by commas, such as 1,2,3")
      }
      ids.append(try checked(id, option: option))
    }
    guard ids.count <= shape.maximumPositions else {
      throw UserError(
        .usage, place: option, "\(ids.count) tokens are more than the model's context",
        hint: "at most \(shape.maximumPositions)")
    }
    return ids
  }

  /// Token ids of vocabulary words, separated by white space.
  func tokens(words text: String, option: String) throws(UserError) -> [Int32] {
    var ids: [Int32] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      ids.append(try token(word: String(word), option: option))
    }
    guard !ids.isEmpty else { throw UserError(.usage, place: option, "is empty") }
    guard ids.count <= transformer.configuration.maximumPositions else {
      throw UserError(
        .usage, place: option, "\(ids.count) tokens are more than the model's context",
        hint: "at most \(transformer.configuration.maximumPositions)")
    }
    return ids
  }

  /// Stop tokens: ids and words, separated by commas. A word takes precedence over an id with the
  /// same text.
  func tokens(idsOrWords list: String, option: String) throws(UserError) -> [Int32] {
    var ids: [Int32] = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      let text = part.trimmingCharacters(in: .whitespacesAndNewlines)
      if let id = Int(text), !(tokens?.contains(text) ?? false) {
        ids.append(try checked(id, option: option))
      } else {
        ids.append(try token(word: text, option: option))
      }
    }
    return ids
  }

  /// The words of these ids; nil without a word-level vocabulary.
  func text(_ ids: [Int32]) -> String? {
    guard let tokens else { return nil }
    return ids.map { Int($0) < tokens.count ? tokens[Int($0)] : "<\($0)>" }.joined(separator: " ")
  }

  private func token(word: String, option: String) throws(UserError) -> Int32 {
    guard let tokens else {
      throw UserError(
        .usage, place: option, "the model has no word-level vocabulary, so '\(word)' means nothing",
        hint: "give token ids")
    }
    guard let id = tokens.firstIndex(of: word) else {
      let near = word.nearest(among: tokens)
      throw UserError(
        .usage, place: option, "'\(word)' is not a word of the model's vocabulary",
        hint: near.map { "did you mean '\($0)'?" } ?? "soar model info lists them")
    }
    return Int32(id)
  }

  private func checked(_ id: Int, option: String) throws(UserError) -> Int32 {
    let size = transformer.configuration.vocabularySize
    guard id >= 0 && id < size else {
      throw UserError(
        .usage, place: option, "\(id) is not a token of this model",
        hint: "ids run from 0 to \(size - 1)")
    }
    return Int32(id)
  }
}
