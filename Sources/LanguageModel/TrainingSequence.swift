/// One training sequence. `Learner` minimises
/// sum over t >= 1 of  weights[t] * -log p(tokens[t] | tokens[..<t])  +  kl * KL(p || reference).
/// Cross entropy uses equal positive weights; a policy gradient uses the advantage on sampled
/// tokens and zero on the prompt.
///
/// Consecutive sequences with the same unscored beginning, such as the rollouts of one prompt, run
/// it through the network once.
public struct TrainingSequence: Sendable {
  public var tokens: [Int32]
  /// One weight per token: [T]; the first is ignored because nothing predicts its token.
  public var weights: [Float]
  /// Weight of the KL divergence to the reference at positions with non-zero `weights`; zero
  /// disables it. A sequence with all-zero weights is skipped entirely, including its KL term.
  public var klWeight: Float
  /// log p of each token when it was sampled, any number for those that were not: [T]. Engines that
  /// see their model from afar need it; those with the model at hand do not.
  public var sampledLogprobs: [Float]?

  public init(
    tokens: [Int32], weights: [Float], klWeight: Float = 0, sampledLogprobs: [Float]? = nil
  ) {
    precondition(tokens.count == weights.count, "one weight per token")
    precondition(sampledLogprobs.map { $0.count == tokens.count } ?? true, "one logprob per token")
    self.tokens = tokens
    self.weights = weights
    self.klWeight = klWeight
    self.sampledLogprobs = sampledLogprobs
  }
}

/// Sequences with the same tokens as one, to run them through the network once: at each position
/// the sum of their weights, the sum of their KL weights and the number that scores it.
struct ScoredSequence {
  let tokens: [Int32]
  private(set) var weights: [Float]
  /// Per token: [T].
  private(set) var klWeights: [Float]
  /// Number of sequences that score each token: [T]. Weights can cancel where this is not zero.
  private(set) var counts: [Int32]
  /// Index of the first scored token; the tokens before it are the sequence's head.
  private(set) var headLength: Int
  /// Index of the last scored token. It and later tokens are never inputs.
  private(set) var inputLength: Int

  init(_ sequence: TrainingSequence) {
    tokens = sequence.tokens
    weights = sequence.weights
    counts = sequence.weights.map { $0 != 0 ? 1 : 0 }
    if !counts.isEmpty { counts[0] = 0 }
    klWeights = counts.map { $0 != 0 ? sequence.klWeight : 0 }
    headLength = counts.firstIndex { $0 != 0 } ?? sequence.tokens.count
    inputLength = counts.lastIndex { $0 != 0 } ?? sequence.tokens.count
  }

  /// Adds the weights of another sequence with the same tokens.
  mutating func merge(_ other: ScoredSequence) {
    precondition(other.tokens == tokens, "only sequences with the same tokens are one")
    for t in tokens.indices where other.counts[t] != 0 {
      weights[t] = (counts[t] == 0 ? 0 : weights[t]) + other.weights[t]
      klWeights[t] += other.klWeights[t]
      counts[t] += other.counts[t]
    }
    headLength = min(headLength, other.headLength)
    inputLength = max(inputLength, other.inputLength)
  }

  /// Merges sequences with the same tokens, in the order of their first.
  static func merging(_ sequences: [ScoredSequence]) -> [ScoredSequence] {
    var places: [[Int32]: Int] = [:]
    var merged: [ScoredSequence] = []
    for sequence in sequences {
      if let place = places[sequence.tokens] {
        merged[place].merge(sequence)
      } else {
        places[sequence.tokens] = merged.count
        merged.append(sequence)
      }
    }
    return merged
  }

  /// Whether the rollouts of one prompt: the same head, long enough to be worth sharing.
  func sharesHead(with other: ScoredSequence) -> Bool {
    headLength >= PackedBatch.shortestSharedHead && headLength < tokens.count
      && other.headLength == headLength && tokens[..<headLength] == other.tokens[..<headLength]
  }
}
