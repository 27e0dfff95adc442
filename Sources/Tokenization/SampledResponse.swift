/// Why a response ended.
public enum StopReason: String, Sendable, Codable {
  /// A stop token was drawn, or the token that completes a stop text.
  case stop
  /// The token limit or the model's last position was reached.
  case length
  /// The model's logits were not finite.
  case notFinite
}

/// One sampled response.
public struct SampledResponse: Sendable, Hashable, Codable {
  /// Response tokens without the prompt, including the token that ended it: [T].
  public var tokens: [Int32]
  /// log p(token) under the model at temperature 1 and without top-k, in nats: [T].
  public var logprobs: [Float]
  public var stopReason: StopReason

  public init(tokens: [Int32], logprobs: [Float], stopReason: StopReason) {
    self.tokens = tokens
    self.logprobs = logprobs
    self.stopReason = stopReason
  }
}
