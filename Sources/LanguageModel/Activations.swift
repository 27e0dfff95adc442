import Numerics

/// Every intermediate of one forward pass over N packed tokens, kept for the backward pass, and
/// the scratch of both. Grows to the largest batch seen and is reused; nothing is allocated inside
/// a pass.
final class Activations {
  struct Block {
    let input, norm1, rstd1, queryKeyValue, probabilities, attention, middle, norm2, rstd2, gateUp,
      activated: FloatBuffer
  }
  let configuration: TransformerConfiguration
  let tokenCapacity: Int
  let probabilityCapacity: Int
  let blocks: [Block]
  let final, finalNorm, finalRstd, gathered, logits, probabilities: FloatBuffer
  let logprobs, divergence: FloatBuffer
  // Backward scratch.
  let dResidual, dHidden, dQueryKeyValue, dAttention, dGateUp, dActivated, dLogits: FloatBuffer
  let scratch: FloatBuffer

  /// - Parameters:
  ///   - tokens: N, packed tokens.
  ///   - squares: sum over sequences of T^2.
  ///   - longest: longest sequence.
  init(_ configuration: TransformerConfiguration, tokens: Int, squares: Int, longest: Int) {
    let c = configuration
    self.configuration = c
    tokenCapacity = tokens
    probabilityCapacity = max(squares, longest * longest)
    let qkvWidth = c.queryWidth + 2 * c.keyValueWidth
    blocks = (0..<c.layerCount).map { [probabilityCapacity] _ in
      Block(
        input: FloatBuffer(count: tokens * c.hiddenSize),
        norm1: FloatBuffer(count: tokens * c.hiddenSize), rstd1: FloatBuffer(count: tokens),
        queryKeyValue: FloatBuffer(count: tokens * qkvWidth),
        probabilities: FloatBuffer(count: probabilityCapacity * c.headCount),
        attention: FloatBuffer(count: tokens * c.queryWidth),
        middle: FloatBuffer(count: tokens * c.hiddenSize),
        norm2: FloatBuffer(count: tokens * c.hiddenSize), rstd2: FloatBuffer(count: tokens),
        gateUp: FloatBuffer(count: tokens * 2 * c.intermediateSize),
        activated: FloatBuffer(count: tokens * c.intermediateSize))
    }
    final = FloatBuffer(count: tokens * c.hiddenSize)
    finalNorm = FloatBuffer(count: tokens * c.hiddenSize)
    finalRstd = FloatBuffer(count: tokens)
    gathered = FloatBuffer(count: tokens * c.hiddenSize)
    logits = FloatBuffer(count: tokens * c.vocabularySize)
    probabilities = FloatBuffer(count: tokens * c.vocabularySize)
    logprobs = FloatBuffer(count: tokens)
    divergence = FloatBuffer(count: tokens)
    dResidual = FloatBuffer(count: tokens * c.hiddenSize)
    dHidden = FloatBuffer(count: tokens * c.hiddenSize)
    dQueryKeyValue = FloatBuffer(count: tokens * qkvWidth)
    dAttention = FloatBuffer(count: tokens * c.queryWidth)
    dGateUp = FloatBuffer(count: tokens * 2 * c.intermediateSize)
    dActivated = FloatBuffer(count: tokens * c.intermediateSize)
    dLogits = FloatBuffer(count: tokens * c.vocabularySize)
    scratch = FloatBuffer(count: (2 * c.headDimension + 2) * (tokens + 64))
  }

  func holds(_ batch: PackedBatch) -> Bool {
    batch.count <= tokenCapacity && (batch.probabilityStarts.last ?? 0) <= probabilityCapacity
  }
}
