/// Converts text to a model's token ids and back.
public protocol Tokenizer: Sendable {
  /// Number of ids; they run from 0 to `vocabularySize` - 1.
  var vocabularySize: Int { get }

  /// The text of each id, in id order, for files and for people: [vocabularySize].
  var tokens: [String] { get }

  /// The ids of `text`; nil if part of it has no token.
  func encode(_ text: String) -> [Int32]?

  /// The ids of text from others, such as a question that a model wrote: what reads like a special
  /// token in it is mere text. Nil if part of it has no token.
  func encodeLiterally(_ text: String) -> [Int32]?

  /// The id of a special token such as `<|im_end|>`; nil if there is none of this text.
  func specialToken(_ text: String) -> Int32?

  /// The text of `tokens`. Accepts any id; ids outside the vocabulary are marked in the text.
  func decode(_ tokens: [Int32]) -> String

  /// The text of `tokens` without special tokens, such as the end of a response.
  func decodeText(_ tokens: [Int32]) -> String

  /// What an id adds to a text: bytes, of which several ids may make one character. Nil for an id
  /// without a token, and for all ids if a text is not its tokens' bytes end to end.
  func bytes(of id: Int32) -> [UInt8]?
}

extension Tokenizer {
  public func encodeLiterally(_ text: String) -> [Int32]? { encode(text) }

  public func specialToken(_ text: String) -> Int32? { nil }

  public func decodeText(_ tokens: [Int32]) -> String { decode(tokens) }

  public func bytes(of id: Int32) -> [UInt8]? { nil }
}
