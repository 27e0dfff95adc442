import CKernels

/// Sequences concatenated without padding: N tokens, M rows with a loss. Sequences that share a
/// head form one segment for the head and one for each sequence's remaining inputs. A header is a
/// beginning that all heads have in common, such as worked examples; it is one segment too.
struct PackedBatch {
  /// Consecutive packed tokens with causal attention among themselves and full attention to a
  /// header and a prefix, both of which may be empty.
  struct Segment {
    let range: Range<Int>
    let prefix: Range<Int>
    let header: Range<Int>
    /// Offset of its attention probabilities, in floats within one head.
    let probabilityStart: Int

    var rows: ck_attention_rows {
      ck_attention_rows(
        start: Int32(range.lowerBound), length: Int32(range.count),
        prefix_start: Int32(prefix.lowerBound), prefix_length: Int32(prefix.count),
        header_start: Int32(header.lowerBound), header_length: Int32(header.count))
    }
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
  /// Number of sequences that score each target: [M].
  private(set) var counts: [Int32] = []
  /// Floats of attention probabilities per head.
  private(set) var probabilityCount = 0
  /// Largest such count in one segment.
  private(set) var largestSegment = 0
  /// Largest such count of one query.
  private(set) var widestQuery = 0
  /// Number of (query, key) pairs in attention, each token's pair with itself included.
  private(set) var attendedPairs = 0

  /// For training: every scored token is a target.
  ///
  /// - Parameter headerLength: tokens that all sequences begin with, fewer than any head has.
  init(_ sequences: ArraySlice<ScoredSequence>, headerLength: Int = 0) {
    let header = appendHeader(sequences.first?.tokens, headerLength)
    var index = sequences.startIndex
    while index < sequences.endIndex {
      var end = index + 1
      while end < sequences.endIndex, sequences[end - 1].sharesHead(with: sequences[end]) {
        end += 1
      }
      let first = sequences[index]
      let head = first.headLength
      if end == index + 1 {
        let start = append(
          first.tokens[header.count..<first.inputLength], at: header.count, header: header)
        score(first, headStart: start - header.count, start: start - header.count + head)
      } else {
        let headStart = append(
          first.tokens[header.count..<head], at: header.count, header: header)
        for sequence in sequences[index..<end] {
          let start = append(
            sequence.tokens[head..<max(head, sequence.inputLength)], at: head,
            prefix: headStart..<headStart + head - header.count, header: header)
          score(sequence, headStart: headStart - header.count, start: start)
        }
      }
      index = end
    }
  }

  /// For evaluation: reads all tokens; every token except the first of each sequence is a target.
  init(reading sequences: [[Int32]]) {
    for tokens in sequences {
      let start = append(tokens[...], at: 0)
      lossRows += (0..<max(0, tokens.count - 1)).map { Int32(start + $0) }
      targets += tokens.dropFirst()
    }
    weights = [Float](repeating: 0, count: targets.count)
    klWeights = weights
  }

  /// For sampling: the prompts' tokens, a common header once; no targets. The segments are the
  /// header's, if there is one, and each prompt's.
  init(prompts: ArraySlice<[Int32]>, headerLength: Int) {
    let header = appendHeader(prompts.first, headerLength)
    for prompt in prompts {
      _ = append(prompt[header.count...], at: header.count, header: header)
    }
  }

  var count: Int { tokens.count }
  /// Highest position plus one.
  var longest: Int { Int(positions.max() ?? -1) + 1 }

  /// Tokens added by `sequence` to a batch that ends with `previous`.
  static func addedTokens(
    _ sequence: ScoredSequence, after previous: ScoredSequence?, headerLength: Int
  ) -> Int {
    guard let previous, previous.sharesHead(with: sequence) else {
      return sequence.inputLength - headerLength
    }
    return sequence.inputLength - sequence.headLength
  }

  /// Tokens that several beginnings have in common, fewer than any of them has; 0 if that is not
  /// worth a segment.
  static func commonHeader(_ beginnings: some Sequence<ArraySlice<Int32>>) -> Int {
    var common: ArraySlice<Int32>?
    var differ = false
    for beginning in beginnings {
      guard let old = common else {
        common = beginning.dropLast()
        continue
      }
      let length = zip(old, beginning.dropLast()).prefix { $0 == $1 }.count
      differ = differ || length < old.count || beginning.count != old.count + 1
      common = old.prefix(length)
    }
    let length = common?.count ?? 0
    return differ && length >= shortestSharedHead ? length : 0
  }

  private mutating func appendHeader(_ tokens: [Int32]?, _ length: Int) -> Range<Int> {
    guard let tokens, length > 0 else { return 0..<0 }
    return append(tokens[..<length], at: 0)..<length
  }

  private mutating func append(
    _ piece: ArraySlice<Int32>, at position: Int, prefix: Range<Int> = 0..<0,
    header: Range<Int> = 0..<0
  ) -> Int {
    let start = tokens.count
    guard !piece.isEmpty else { return start }
    tokens += piece
    positions += (position..<position + piece.count).map(Int32.init)
    segments.append(
      Segment(
        range: start..<tokens.count, prefix: prefix, header: header,
        probabilityStart: probabilityCount))
    let width = AttentionLayout.rowWidth(
      header: header.count, prefix: prefix.count, own: piece.count)
    let size = piece.count * width
    probabilityCount += size
    largestSegment = max(largestSegment, size)
    widestQuery = max(widestQuery, width)
    attendedPairs +=
      piece.count * (header.count + prefix.count) + piece.count * (piece.count + 1) / 2
    return start
  }

  /// Adds the scored tokens of a sequence whose token t before the end of its head is at packed
  /// index `headStart` + t, and whose other tokens start at `start`.
  private mutating func score(_ sequence: ScoredSequence, headStart: Int, start: Int) {
    let head = sequence.headLength
    for t in sequence.tokens.indices.dropFirst(max(head, 1)) where sequence.counts[t] != 0 {
      lossRows.append(Int32(t == head ? headStart + head - 1 : start + t - 1 - head))
      targets.append(sequence.tokens[t])
      weights.append(sequence.weights[t])
      klWeights.append(sequence.klWeights[t])
      counts.append(sequence.counts[t])
    }
  }
}

/// The kernels' layout of attention probabilities (CKernels.h).
enum AttentionLayout {
  static let lanes = 16
  /// Queries at a time.
  static let rows = 6

  static func padded(_ count: Int) -> Int { (count + lanes - 1) / lanes * lanes }

  /// Floats per query (CK_ATTENTION_LD).
  static func rowWidth(header: Int = 0, prefix: Int, own: Int) -> Int {
    padded(header) + padded(prefix) + padded(own)
  }
}
