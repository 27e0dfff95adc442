import Numerics

/// Every intermediate of one forward pass over N packed tokens, kept for the backward pass, and
/// the scratch of both. Grows to the largest batch seen and is reused; nothing is allocated inside
/// a pass, and nothing is read that the pass did not write.
final class Activations {
  struct Block {
    let input, norm1, rstd1, queryKeyValue, probabilities, attention, middle, norm2, rstd2, gateUp,
      activated: FloatBuffer
  }
  let configuration: TransformerConfiguration
  let tokenCapacity: Int
  let rowCapacity: Int
  let probabilityCapacity: Int
  let segmentCapacity: Int
  /// One per layer; when the backward pass is not to follow, the same one for all.
  let blocks: [Block]
  let final, finalNorm, finalRstd, gathered, logits: FloatBuffer
  /// Keys, and in the backward pass values, transposed: [K * D, transposedStride].
  let transposed: FloatBuffer
  let transposedStride: Int
  let backward: Backward?

  /// What the loss and the backward pass need beside the activations.
  struct Backward {
    let probabilities, logprobs, divergence, dLogits, dResidual, dHidden, dQueryKeyValue,
      dAttention, dGateUp, dActivated, dScores: FloatBuffer
  }

  /// - Parameters:
  ///   - tokens: N, packed tokens.
  ///   - rows: M, rows with logits.
  ///   - probabilities: floats of attention probabilities per head, over all segments.
  ///   - segment: the most of them in one segment.
  ///   - backward: whether the pass is kept for a backward pass.
  init(
    _ configuration: TransformerConfiguration, tokens: Int, rows: Int, probabilities: Int,
    segment: Int, backward keeps: Bool
  ) {
    let c = configuration
    // The kernels read up to a tile beyond the last row.
    func buffer(_ count: Int) -> FloatBuffer { FloatBuffer(count: count + AttentionLayout.lanes) }
    self.configuration = c
    tokenCapacity = tokens
    rowCapacity = rows
    probabilityCapacity = probabilities
    segmentCapacity = segment
    let qkvWidth = c.queryWidth + 2 * c.keyValueWidth
    func block() -> Block {
      Block(
        input: buffer(tokens * c.hiddenSize), norm1: buffer(tokens * c.hiddenSize),
        rstd1: buffer(tokens), queryKeyValue: buffer(tokens * qkvWidth),
        probabilities: buffer(probabilities * c.headCount),
        attention: buffer(tokens * c.queryWidth), middle: buffer(tokens * c.hiddenSize),
        norm2: buffer(tokens * c.hiddenSize), rstd2: buffer(tokens),
        gateUp: buffer(tokens * 2 * c.intermediateSize),
        activated: buffer(tokens * c.intermediateSize))
    }
    blocks =
      keeps
      ? (0..<c.layerCount).map { _ in block() }
      : [Block](repeating: block(), count: c.layerCount)
    final = buffer(tokens * c.hiddenSize)
    finalNorm = buffer(tokens * c.hiddenSize)
    finalRstd = buffer(tokens)
    gathered = buffer(rows * c.hiddenSize)
    logits = buffer(rows * c.vocabularySize)
    transposedStride = AttentionLayout.padded(tokens) + AttentionLayout.lanes
    transposed = buffer(c.keyValueWidth * transposedStride)
    backward =
      keeps
      ? Backward(
        probabilities: buffer(rows * c.vocabularySize), logprobs: buffer(rows),
        divergence: buffer(rows), dLogits: buffer(rows * c.vocabularySize),
        dResidual: buffer(tokens * c.hiddenSize), dHidden: buffer(tokens * c.hiddenSize),
        dQueryKeyValue: buffer(tokens * qkvWidth), dAttention: buffer(tokens * c.queryWidth),
        dGateUp: buffer(tokens * 2 * c.intermediateSize),
        dActivated: buffer(tokens * c.intermediateSize), dScores: buffer(segment)) : nil
  }

  /// Whether a pass over `batch` with logits at `rows` rows fits.
  func holds(_ batch: PackedBatch, rows: Int) -> Bool {
    batch.count <= tokenCapacity && rows <= rowCapacity
      && batch.probabilityCount <= probabilityCapacity && batch.largestSegment <= segmentCapacity
  }

  /// Activations that hold the batch: those in `slot`, or larger ones, which then take their place.
  static func prepare(
    _ slot: inout Activations?, _ configuration: TransformerConfiguration, _ batch: PackedBatch,
    rows: Int, backward: Bool
  ) -> Activations {
    if let slot, slot.configuration == configuration, slot.holds(batch, rows: rows) { return slot }
    let old = slot.flatMap { $0.configuration == configuration ? $0 : nil }
    slot = nil
    // A third more than needed, so that batches of about one size settle at once.
    func room(_ needed: Int, _ had: Int?) -> Int { max(needed + needed / 3, had ?? 0) }
    let fresh = Activations(
      configuration, tokens: room(batch.count, old?.tokenCapacity),
      rows: room(rows, old?.rowCapacity),
      probabilities: room(batch.probabilityCount, old?.probabilityCapacity),
      segment: room(batch.largestSegment, old?.segmentCapacity), backward: backward)
    slot = fresh
    return fresh
  }
}
