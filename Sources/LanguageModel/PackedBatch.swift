/// One sequence to learn from. The loss that `Learner` minimises is
/// sum over t >= 1 of  weights[t] * -log p(tokens[t] | tokens[..<t])  +  kl * KL(p || reference).
/// Cross entropy has equal positive weights; a policy gradient has its advantage as weight on the
/// sampled tokens and zero on the prompt.
public struct TrainingSequence: Sendable {
  public var tokens: [Int32]
  /// One weight per token; the first is ignored, nothing predicts it.
  public var weights: [Float]
  /// Weight of the KL divergence to the reference at the positions whose `weights` are non-zero;
  /// zero switches it off. A sequence that teaches nothing is skipped, its KL term included.
  public var klWeight: Float

  public init(tokens: [Int32], weights: [Float], klWeight: Float = 0) {
    precondition(tokens.count == weights.count, "one weight per token")
    self.tokens = tokens
    self.weights = weights
    self.klWeight = klWeight
  }
}

/// Sequences laid end to end without padding: N tokens, M <= N rows that carry a loss.
struct PackedBatch {
  let tokens: [Int32]
  /// Position of each token in its own sequence.
  let positions: [Int32]
  /// Start of each sequence, and N at the end.
  let starts: [Int]
  /// Offset of each sequence's attention probabilities, in units of one head: sum of T^2.
  let probabilityStarts: [Int]
  /// Packed index of each row that predicts a scored token.
  let lossRows: [Int]
  let targets: [Int32]
  let weights: [Float]
  let klWeights: [Float]

  /// - Parameter scoresEverything: whether rows of zero weight are evaluated too (for scoring).
  init(_ sequences: ArraySlice<TrainingSequence>, scoresEverything: Bool = false) {
    var tokens: [Int32] = []
    var positions: [Int32] = []
    var starts = [0]
    var probabilityStarts = [0]
    var lossRows: [Int] = []
    var targets: [Int32] = []
    var weights: [Float] = []
    var klWeights: [Float] = []
    for sequence in sequences {
      let base = tokens.count
      tokens += sequence.tokens
      positions += (0..<Int32(sequence.tokens.count))
      for t in sequence.tokens.indices.dropFirst()
      where scoresEverything || sequence.weights[t] != 0 {
        lossRows.append(base + t - 1)
        targets.append(sequence.tokens[t])
        weights.append(sequence.weights[t])
        klWeights.append(sequence.klWeight)
      }
      starts.append(tokens.count)
      let square = sequence.tokens.count * sequence.tokens.count
      probabilityStarts.append((probabilityStarts.last ?? 0) + square)
    }
    self.tokens = tokens
    self.positions = positions
    self.starts = starts
    self.probabilityStarts = probabilityStarts
    self.lossRows = lossRows
    self.targets = targets
    self.weights = weights
    self.klWeights = klWeights
  }

  var count: Int { tokens.count }
  var longest: Int { zip(starts.dropFirst(), starts).map { $0 - $1 }.max() ?? 0 }
}
