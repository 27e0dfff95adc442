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

  public init(tokens: [Int32], weights: [Float], klWeight: Float = 0) {
    precondition(tokens.count == weights.count, "one weight per token")
    self.tokens = tokens
    self.weights = weights
    self.klWeight = klWeight
  }

  /// Index of the first scored token; the tokens before it are the sequence's head.
  var headLength: Int { weights.indices.dropFirst().first { weights[$0] != 0 } ?? tokens.count }

  /// Index of the last scored token. It and later tokens are never inputs.
  var inputLength: Int { weights.indices.dropFirst().last { weights[$0] != 0 } ?? tokens.count }
}

/// Sequences concatenated without padding: N tokens, M rows with a loss. Sequences that share a
/// head form one segment for the head and one for each sequence's remaining inputs.
struct PackedBatch {
  /// Consecutive packed tokens with causal attention among themselves and full attention to an
  /// optional prefix.
  struct Segment {
    let range: Range<Int>
    let prefix: Range<Int>
    /// Offset of its attention probabilities, in floats within one head.
    let probabilityStart: Int
  }
  /// Shorter heads are repeated: padding the prefix's columns would cost as much as sharing saves.
  static let shortestSharedHead = 8

  private(set) var tokens: [Int32] = []
  /// Position of each token in its own sequence: [N].
  private(set) var positions: [Int32] = []
  private(set) var segments: [Segment] = []
  /// Packed index of the row that predicts each scored token: [M]. The last row of a shared head
  /// appears once per sequence.
  private(set) var lossRows: [Int32] = []
  private(set) var targets: [Int32] = []
  private(set) var weights: [Float] = []
  private(set) var klWeights: [Float] = []
  /// Floats of attention probabilities per head.
  private(set) var probabilityCount = 0
  /// Largest such count in one segment.
  private(set) var largestSegment = 0
  /// Number of (query, key) pairs in attention, each token's pair with itself included.
  private(set) var attendedPairs = 0

  /// For training: every scored token is a target.
  init(_ sequences: ArraySlice<TrainingSequence>) {
    var index = sequences.startIndex
    while index < sequences.endIndex {
      var end = index + 1
      while end < sequences.endIndex, Self.sharesHead(sequences[end - 1], sequences[end]) {
        end += 1
      }
      let head = sequences[index].headLength
      if end == index + 1 {
        let sequence = sequences[index]
        let start = append(sequence.tokens[..<sequence.inputLength], at: 0, prefix: 0..<0)
        score(sequence, headStart: start, start: start + head, head: head)
      } else {
        let headStart = append(sequences[index].tokens[..<head], at: 0, prefix: 0..<0)
        for sequence in sequences[index..<end] {
          let start = append(
            sequence.tokens[head..<max(head, sequence.inputLength)], at: head,
            prefix: headStart..<headStart + head)
          score(sequence, headStart: headStart, start: start, head: head)
        }
      }
      index = end
    }
  }

  /// For evaluation: reads all tokens; every token except the first of each sequence is a target.
  init(reading sequences: [[Int32]]) {
    for tokens in sequences {
      let start = append(tokens[...], at: 0, prefix: 0..<0)
      lossRows += (0..<max(0, tokens.count - 1)).map { Int32(start + $0) }
      targets += tokens.dropFirst()
    }
    weights = [Float](repeating: 0, count: targets.count)
    klWeights = weights
  }

  var count: Int { tokens.count }
  /// Highest position plus one.
  var longest: Int { Int(positions.max() ?? -1) + 1 }

  /// Tokens added by `sequence` to a batch that ends with `previous`.
  static func addedTokens(_ sequence: TrainingSequence, after previous: TrainingSequence?) -> Int {
    guard let previous, sharesHead(previous, sequence) else { return sequence.inputLength }
    return sequence.inputLength - sequence.headLength
  }

  private static func sharesHead(_ a: TrainingSequence, _ b: TrainingSequence) -> Bool {
    let head = a.headLength
    return head >= shortestSharedHead && head < a.tokens.count && b.headLength == head
      && a.tokens[..<head] == b.tokens[..<head]
  }

  private mutating func append(
    _ piece: ArraySlice<Int32>, at position: Int, prefix: Range<Int>
  ) -> Int {
    let start = tokens.count
    guard !piece.isEmpty else { return start }
    tokens += piece
    positions += (position..<position + piece.count).map(Int32.init)
    segments.append(
      Segment(
        range: start..<tokens.count, prefix: prefix, probabilityStart: probabilityCount))
    let size = piece.count * AttentionLayout.rowWidth(prefix: prefix.count, own: piece.count)
    probabilityCount += size
    largestSegment = max(largestSegment, size)
    attendedPairs += piece.count * prefix.count + piece.count * (piece.count + 1) / 2
    return start
  }

  /// Adds the scored tokens of a sequence whose first `head` tokens start at packed index
  /// `headStart` and whose other tokens start at `start`.
  private mutating func score(
    _ sequence: TrainingSequence, headStart: Int, start: Int, head: Int
  ) {
    for t in sequence.tokens.indices.dropFirst(max(head, 1)) where sequence.weights[t] != 0 {
      lossRows.append(Int32(t == head ? headStart + head - 1 : start + t - 1 - head))
      targets.append(sequence.tokens[t])
      weights.append(sequence.weights[t])
      klWeights.append(sequence.klWeight)
    }
  }
}

/// The kernels' layout of attention probabilities (CKernels.h).
enum AttentionLayout {
  static let lanes = 16

  static func padded(_ count: Int) -> Int { (count + lanes - 1) / lanes * lanes }

  /// Floats per query (CK_ATTENTION_LD).
  static func rowWidth(prefix: Int, own: Int) -> Int { padded(prefix) + padded(own) }
}
