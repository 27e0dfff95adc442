import Diagnostics

/// A word-level vocabulary. Ids are indices into `tokens`; a text is words joined by single spaces.
public struct Vocabulary: Tokenizer, Hashable {
  /// Pads a batch row at its end; never part of a text.
  public static let padding: Int32 = 0
  /// Ends every document and every complete response.
  public static let end: Int32 = 1

  /// One word per id.
  public let tokens: [String]
  private let ids: [ExactText: Int32]

  /// - Parameter tokens: distinct words without white space; the first two are the padding word
  ///   and the end word.
  public init(tokens: [String]) {
    precondition(tokens.count >= 2, "a vocabulary starts with padding and end")
    self.tokens = tokens
    ids = Dictionary(
      tokens.enumerated().map { ($1.exact, Int32($0)) }, uniquingKeysWith: { first, _ in first })
  }

  public var vocabularySize: Int { tokens.count }

  public func id(of token: String) -> Int32? { ids[token.exact] }

  /// The words of `ids` joined by spaces; an id outside the vocabulary becomes `<id 99>`.
  public func decode(_ ids: [Int32]) -> String {
    ids.map(word).joined(separator: " ")
  }

  /// The ids of the words in `text`; nil if a word is unknown.
  public func encode(_ text: String) -> [Int32]? {
    var result: [Int32] = []
    result.reserveCapacity(text.utf8.count / 2)
    // Compares bytes when all text is ASCII: splitting by characters takes ten times as long.
    let isEncoded = text.utf8.withContiguousStorageIfAvailable { bytes -> Bool? in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      for word in bytes.split(whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }) {
        guard let id = ids[String(decoding: word, as: UTF8.self).exact] else { return false }
        result.append(id)
      }
      return true
    }
    if let isEncoded = isEncoded ?? nil { return isEncoded ? result : nil }
    result = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      guard let id = ids[String(word).exact] else { return nil }
      result.append(id)
    }
    return result
  }

  package func word(_ id: Int32) -> String {
    tokens.indices.contains(Int(id)) ? tokens[Int(id)] : "<id \(id)>"
  }
}
