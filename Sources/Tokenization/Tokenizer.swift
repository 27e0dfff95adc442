/// Turns text into the token ids of a model, and back.
public protocol Tokenizer: Sendable {
  /// Ids run from 0 up to but not including this.
  var vocabularySize: Int { get }

  /// The ids of `text`; nil when it holds something that the tokenizer has no token for.
  func encode(_ text: String) -> [Int32]?

  /// The text of `tokens`. Any id is allowed: one outside the vocabulary shows as such.
  func decode(_ tokens: [Int32]) -> String
}
