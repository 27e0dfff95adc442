import Numerics

/// All intermediates of one forward pass over N packed tokens, kept for the backward pass, plus the
/// scratch of both. Grows to the largest batch seen and is reused: a pass allocates nothing and
/// reads only what it wrote itself.
final class Activations {
  /// Row-major: input, norm1, middle, norm2 [N, C]; rstd1, rstd2 [N]; attention [N, H * D];
  /// queryKeyValue [N, (H + 2K) * D]; gateUp [N, 2F]; activated [N, F]; probabilities: CKernels.h.
  struct Block {
    let input, norm1, rstd1, queryKeyValue, probabilities, attention, middle, norm2, rstd2, gateUp,
      activated: FloatBuffer
  }
  let configuration: TransformerConfiguration
  let tokenCapacity: Int
  let rowCapacity: Int
  let probabilityCapacity: Int
  let segmentCapacity: Int
  /// One per layer; without a backward pass, all layers share a single block.
  let blocks: [Block]
  /// final, finalNorm: [N, C]; finalRstd: [N]; gathered: [M, C]; logits: [M, V].
  let final, finalNorm, finalRstd, gathered, logits: FloatBuffer
  /// Transposed keys (in the backward pass also values): [K * D, transposedStride].
  let transposed: FloatBuffer
  let transposedStride: Int
  let backward: Backward?

  /// Extra buffers of the loss and the backward pass.
  struct Backward {
    let probabilities, logprobs, divergence, dLogits, dResidual, dHidden, dQueryKeyValue,
      dAttention, dGateUp, dActivated, dScores: FloatBuffer
  }

  /// - Parameters:
  ///   - tokens: N, packed tokens.
  ///   - rows: M, rows with logits.
  ///   - probabilities: floats of attention probabilities per head, summed over all segments.
  ///   - segment: largest such count in a single segment.
  ///   - backward: whether a backward pass follows.
  init(
    _ configuration: TransformerConfiguration, tokens: Int, rows: Int, probabilities: Int,
    segment: Int, backward keeps: Bool
  ) {
    let c = configuration
    // The kernels read up to one tile past the last row.
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

  /// Returns activations that hold the batch: `slot`, replaced by larger ones if it is too small.
  static func prepare(
    _ slot: inout Activations?, _ configuration: TransformerConfiguration, _ batch: PackedBatch,
    rows: Int, backward: Bool
  ) -> Activations {
    if let slot, slot.configuration == configuration, slot.holds(batch, rows: rows) { return slot }
    let old = slot.flatMap { $0.configuration == configuration ? $0 : nil }
    slot = nil
    // One third of headroom, so that batches of similar size stop reallocating at once.
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
