public import Randomness
public import Tokenization

/// How tokens are drawn.
public struct SamplingParameters: Sendable, Equatable {
  /// Divisor of the logits; zero means greedy decoding.
  public var temperature: Double
  /// Keeps only the k most likely tokens; zero keeps all.
  public var topK: Int
  /// Longest response, in tokens; a response cut off here ends with ``StopReason/length``.
  public var maximumTokens: Int
  /// Tokens that end a response. The stop token is part of the response.
  public var stopTokens: [Int32]
  /// Texts that end a response too, with the token that completes one.
  public var stopTexts: StopTexts?
  /// Whether the batch runs once what responses have in common: a header of all prompts, and the
  /// tokens of responses to one prompt until they first differ. The same distribution; but batches
  /// of other shapes round differently, so draws near a boundary can change.
  public var sharesPrefixes: Bool

  public init(
    temperature: Double = 1, topK: Int = 0, maximumTokens: Int, stopTokens: [Int32],
    stopTexts: StopTexts? = nil, sharesPrefixes: Bool = false
  ) {
    self.temperature = temperature
    self.topK = topK
    self.maximumTokens = maximumTokens
    self.stopTokens = stopTokens
    self.stopTexts = stopTexts
    self.sharesPrefixes = sharesPrefixes
  }
}

/// A prompt and one random stream per requested response.
public struct SamplingRequest: Sendable {
  public var prompt: [Int32]
  public var streams: StreamFamily

  public init(prompt: [Int32], streams: StreamFamily) {
    self.prompt = prompt
    self.streams = streams
  }
}
