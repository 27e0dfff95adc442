/// Converts text to a model's token ids and back.
public protocol Tokenizer: Sendable {
  /// Number of ids; they run from 0 to `vocabularySize` - 1.
  var vocabularySize: Int { get }

  /// The text of each id, in id order, for files and for people: [vocabularySize].
  var tokens: [String] { get }

  /// The ids of `text`; nil if part of it has no token.
  func encode(_ text: String) -> [Int32]?

  /// The text of `tokens`. Accepts any id; ids outside the vocabulary are marked in the text.
  func decode(_ tokens: [Int32]) -> String
}
