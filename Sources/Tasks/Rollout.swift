public import Tokenization

/// Everything that a model read and wrote in one rollout, as sampled. Training uses exactly these
/// tokens: they are never rebuilt from a parse.
public struct Rollout: Sendable, Hashable, Codable {
  /// One exchange: tokens that the model was given, then tokens that it sampled.
  public struct Turn: Sendable, Hashable, Codable {
    /// Given to the model: [T given]. In a later turn, the tokens between the model's two
    /// responses.
    public var prompt: [Int32]
    /// Sampled after all turns so far: [T sampled], stop token included.
    public var response: SampledResponse

    public init(prompt: [Int32], response: SampledResponse) {
      self.prompt = prompt
      self.response = response
    }
  }

  /// In order; a student's rollout has one.
  public var turns: [Turn]

  public init(turns: [Turn]) { self.turns = turns }

  public init(prompt: [Int32], response: SampledResponse) {
    self.init(turns: [Turn(prompt: prompt, response: response)])
  }

  /// A text that nobody sampled, such as a designed question. Nothing in it can be trained on.
  public init(given tokens: [Int32]) {
    self.init(
      prompt: tokens, response: SampledResponse(tokens: [], logprobs: [], stopReason: .stop))
  }

  /// Prompts and responses of all turns, end to end: [T].
  public var tokens: [Int32] { turns.flatMap { $0.prompt + $0.response.tokens } }

  /// Whether the model sampled the token at each place: [T].
  public var isSampled: [Bool] {
    turns.flatMap {
      [Bool](repeating: false, count: $0.prompt.count)
        + [Bool](repeating: true, count: $0.response.tokens.count)
    }
  }

  /// log p of each sampled token when it was sampled, 0 at tokens that were given: [T]; nil if a
  /// response is without.
  public var sampledLogprobs: [Float]? {
    guard turns.allSatisfy({ $0.response.logprobs.count == $0.response.tokens.count }) else {
      return nil
    }
    return turns.flatMap { [Float](repeating: 0, count: $0.prompt.count) + $0.response.logprobs }
  }

  /// Number of tokens sampled in all turns.
  public var sampledTokens: Int { turns.reduce(0) { $0 + $1.response.tokens.count } }
}
