/// Texts that end a response and that several tokens can form together, so that no id marks the end.
/// Searches a response in bytes, token by token: tokens may part a character, and a stop text may
/// begin and end within tokens.
///
/// A response ends with the token that completes the first stop text, as with a stop token. That
/// token stays whole, with what it may hold after the stop text.
///
/// Two are equal if their texts are: a comparison tells nothing of their tokenizers.
public struct StopTexts: Sendable, Hashable {
  public let texts: [String]
  private let tokenizer: any Tokenizer
  /// Ids that no stop text spans, because reading ends at them.
  private let breaks: Set<Int32>
  private let stops: [[UInt8]]
  /// Bytes of a response that can be the start of a stop text: all but one of the longest.
  private let reach: Int

  /// Nil if there are no texts.
  ///
  /// - Parameters:
  ///   - texts: not empty ones.
  ///   - tokenizer: that of the model. Where it does not tell the bytes of its ids
  ///     (``Tokenizer/bytes(of:)``), no text is found.
  ///   - breaks: ids that no stop text spans, such as special tokens.
  public init?(_ texts: [String], tokenizer: any Tokenizer, breaks: Set<Int32> = []) {
    precondition(texts.allSatisfy { !$0.isEmpty }, "an empty text would end every response")
    guard let longest = texts.map(\.utf8.count).max() else { return nil }
    self.texts = texts
    self.tokenizer = tokenizer
    self.breaks = breaks
    stops = texts.map { Array($0.utf8) }
    reach = longest - 1
  }

  /// Adds a token to a response.
  ///
  /// - Parameter tail: the response's last bytes, which this keeps up to date; empty at its start.
  /// - Returns: whether a stop text is complete with the token.
  public func isComplete(with token: Int32, after tail: inout [UInt8]) -> Bool {
    guard !breaks.contains(token), let bytes = tokenizer.bytes(of: token) else {
      tail.removeAll(keepingCapacity: true)
      return false
    }
    tail += bytes
    let isComplete = stops.contains { tail.firstRange(of: $0) != nil }
    tail.removeFirst(max(0, tail.count - reach))
    return isComplete
  }

  /// The number of tokens up to the one that completes a stop text; nil if none does.
  public func end(of tokens: [Int32]) -> Int? {
    var tail: [UInt8] = []
    return tokens.firstIndex { isComplete(with: $0, after: &tail) }.map { $0 + 1 }
  }

  public static func == (one: Self, other: Self) -> Bool {
    one.stops == other.stops
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(stops) }
}

extension SampledResponse {
  /// The response up to the token that completes a stop text; itself if none does.
  ///
  /// For engines that cannot stop there while they sample.
  public func ending(at stops: StopTexts?) -> SampledResponse {
    guard let end = stops?.end(of: tokens) else { return self }
    return SampledResponse(
      tokens: Array(tokens[..<end]), logprobs: Array(logprobs.prefix(end)), stopReason: .stop)
  }
}
