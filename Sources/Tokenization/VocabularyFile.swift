package import Diagnostics
package import Foundation

/// `tokenizer.json` and `tokenizer_config.json` of a word-level vocabulary: text is split at white
/// space, with one token per word.
package enum VocabularyFile {
  package static let name = "tokenizer.json"
  package static let configurationName = "tokenizer_config.json"
  /// Largest vocabulary file accepted, in bytes.
  static let maximumSize = 1 << 25
  /// The largest tokenizers in use, of other kinds, have about two million JSON values.
  static let maximumValueCount = 1 << 22
  /// Placeholder for words outside the vocabulary, which are an error; no token has this text.
  static let unknown = "<unk>"

  /// Tokens indexed by id; nil if the file is missing or holds another kind of tokenizer.
  package static func read(_ url: URL, vocabularySize: Int) throws(UserError) -> [String]? {
    guard FileManager.default.fileExists(atPath: url.path),
      try InputFile(url).size <= maximumSize
    else { return nil }
    let document = try InputFile.json(
      url, maximumSize: maximumSize, maximumValueCount: maximumValueCount)
    guard let model = document["model"], model["type"]?.string == "WordLevel" else { return nil }
    func defect(_ place: String, _ message: String) -> UserError {
      UserError(.dataError, file: url.path, place: place, message)
    }
    guard let words = model["vocab"]?.members else {
      throw defect("model.vocab", "is missing")
    }
    var pairs = words.map { (text: $0.key, id: $0.value.integer) }
    for token in document["added_tokens"]?.array ?? [] {
      guard let text = token["content"]?.string else {
        throw defect("added_tokens", "a token has no content")
      }
      pairs.append((text, token["id"]?.integer))
    }
    var tokens = [String?](repeating: nil, count: min(vocabularySize, pairs.count))
    for (text, id) in pairs {
      guard let id, id >= 0, id < vocabularySize else {
        throw defect(
          "model.vocab", "'\(text.shortened())' needs an id from 0 to \(vocabularySize - 1)")
      }
      guard id < tokens.count else {
        throw defect("model.vocab", "ids below \(id) are missing")
      }
      if let other = tokens[id], !other.utf8.elementsEqual(text.utf8) {
        throw defect(
          "model.vocab", "'\(other.shortened())' and '\(text.shortened())' have the same id \(id)")
      }
      tokens[id] = text
    }
    let count = tokens.lastIndex { $0 != nil }.map { $0 + 1 } ?? 0
    let known = tokens.prefix(count).compactMap { $0 }
    guard known.count == count else {
      throw defect("model.vocab", "ids below \(count - 1) are missing")
    }
    return known
  }

  package static func document(_ tokens: [String], specialTokens: SpecialTokens) -> JSONValue {
    let added = specialTokens.all.filter { $0 < tokens.count }.map { id in
      JSONValue.object([
        JSONValue.Member("id", .integer(id)),
        JSONValue.Member("content", .string(tokens[id])),
        JSONValue.Member("single_word", .bool(true)),
        JSONValue.Member("lstrip", .bool(false)),
        JSONValue.Member("rstrip", .bool(false)),
        JSONValue.Member("normalized", .bool(false)),
        JSONValue.Member("special", .bool(true)),
      ])
    }
    let vocabulary = tokens.enumerated().map { JSONValue.Member($1, .integer($0)) }
    return .object([
      JSONValue.Member("version", .string("1.0")),
      JSONValue.Member("truncation", .null),
      JSONValue.Member("padding", .null),
      JSONValue.Member("added_tokens", .array(added)),
      JSONValue.Member("normalizer", .null),
      JSONValue.Member("pre_tokenizer", .object([.init("type", .string("WhitespaceSplit"))])),
      JSONValue.Member("post_processor", .null),
      JSONValue.Member("decoder", .null),
      JSONValue.Member(
        "model",
        .object([
          JSONValue.Member("type", .string("WordLevel")),
          JSONValue.Member("vocab", .object(vocabulary)),
          JSONValue.Member("unk_token", .string(unknown)),
        ])),
    ])
  }

  package static func configurationDocument(
    _ tokens: [String], specialTokens: SpecialTokens, maximumPositions: Int
  ) -> JSONValue {
    func text(_ id: Int?) -> JSONValue {
      guard let id, id < tokens.count else { return .null }
      return .string(tokens[id])
    }
    return .object([
      JSONValue.Member("bos_token", text(specialTokens.beginning)),
      JSONValue.Member("clean_up_tokenization_spaces", .bool(false)),
      JSONValue.Member("eos_token", text(specialTokens.end.first)),
      JSONValue.Member("model_max_length", .integer(maximumPositions)),
      JSONValue.Member("pad_token", text(specialTokens.padding)),
      JSONValue.Member("tokenizer_class", .string("PreTrainedTokenizerFast")),
    ])
  }
}
