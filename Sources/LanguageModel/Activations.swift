import Numerics

/// All intermediates of one forward pass over N packed tokens, kept for the backward pass, plus the
/// scratch of both. Grows to the largest batch seen and is reused: a pass allocates nothing and
/// reads only what it wrote itself.
final class Activations {
  /// What a forward pass keeps of each block. The backward pass computes the rest again, by the same
  /// kernels, so that the results are the same bits.
  enum Kept: Comparable {
    /// Each block's input; the backward pass runs the block again.
    case inputs
    /// What matrix products gave. Norms, gates and attention probabilities are computed again.
    case products
    case everything
  }

  /// Row-major: input, norm1, middle, norm2 [N, C]; rstd1, rstd2 [N]; attention [N, H * D];
  /// queryKeyValue [N, (H + 2K) * D]; gateUp [N, 2F]; activated [N, F]; probabilities: CKernels.h.
  /// Blocks share the buffers that are not kept.
  struct Block {
    let input, norm1, rstd1, queryKeyValue, probabilities, attention, middle, norm2, rstd2, gateUp,
      activated: FloatBuffer
    let headNorms: Transformer.HeadNorms
  }
  let configuration: TransformerConfiguration
  let size: Size
  let kept: Kept
  /// One per layer.
  let blocks: [Block]
  /// final, finalNorm: [N, C]; finalRstd: [N]; gathered: [M, C]; logits: [S, V], where S is the
  /// rows of one slice (`OutputSlices`).
  let final, finalNorm, finalRstd, gathered, logits: FloatBuffer
  /// Transposed keys (in the backward pass also values): [K * D, transposedStride].
  let transposed: FloatBuffer
  let transposedStride: Int
  let backward: Backward?

  /// Extra buffers of the loss and the backward pass: logprobs, divergence [S]; dLogits [S, V].
  struct Backward {
    let logprobs, divergence, dLogits, dResidual, dHidden, dQueryKeyValue, dAttention, dGateUp,
      dActivated, dScores: FloatBuffer
    /// Transposed values where the keys are needed too: [K * D, transposedStride].
    let transposedValues: FloatBuffer
  }

  /// What a pass needs.
  struct Size: Equatable {
    /// N, packed tokens.
    var tokens: Int
    /// M, rows with logits.
    var rows: Int
    /// Floats of attention probabilities per head, summed over all segments.
    var probabilities: Int
    /// Largest such count in a single segment.
    var segment: Int
    /// Floats of probabilities of one query, at most.
    var query: Int

    init(_ batch: PackedBatch, rows: Int) {
      tokens = batch.count
      self.rows = rows
      probabilities = batch.probabilityCount
      segment = batch.largestSegment
      query = batch.widestQuery
    }

    func holds(_ other: Size) -> Bool {
      other.tokens <= tokens && other.rows <= rows && other.probabilities <= probabilities
        && other.segment <= segment && other.query <= query
    }

    /// One third of headroom over `old`, so that batches of similar size stop reallocating at once.
    func grown(from old: Size?) -> Size {
      guard let old else { return self }
      func room(_ needed: Int, _ old: Int) -> Int { needed <= old ? old : needed + needed / 3 }
      var size = self
      size.tokens = room(tokens, old.tokens)
      size.rows = room(rows, old.rows)
      size.probabilities = room(probabilities, old.probabilities)
      size.segment = room(segment, old.segment)
      size.query = room(query, old.query)
      return size
    }
  }

  /// - Parameter backward: what to keep for a backward pass; nil if none follows.
  init(_ configuration: TransformerConfiguration, _ size: Size, backward keeps: Kept?) {
    let c = configuration
    // The kernels read up to one tile past the last row.
    func buffer(_ count: Int) -> FloatBuffer { FloatBuffer(count: count + AttentionLayout.lanes) }
    self.configuration = c
    self.size = size
    let kept = keeps ?? .inputs
    self.kept = kept
    let tokens = size.tokens
    let qkvWidth = c.queryWidth + 2 * c.keyValueWidth
    let isWhole = kept == .everything
    let probabilities =
      isWhole ? size.probabilities * c.headCount : AttentionLayout.rows * size.query
    func block(over shared: Block?) -> Block {
      /// The shared buffer unless at least `level` is kept.
      func own(_ level: Kept, _ old: FloatBuffer?, _ count: Int) -> FloatBuffer {
        if let old, kept < level { return old }
        return buffer(count)
      }
      let all = Kept.everything
      return Block(
        input: own(.inputs, shared?.input, tokens * c.hiddenSize),
        norm1: own(all, shared?.norm1, tokens * c.hiddenSize),
        rstd1: own(.products, shared?.rstd1, tokens),
        queryKeyValue: own(.products, shared?.queryKeyValue, tokens * qkvWidth),
        probabilities: own(all, shared?.probabilities, probabilities),
        attention: own(.products, shared?.attention, tokens * c.queryWidth),
        middle: own(.products, shared?.middle, tokens * c.hiddenSize),
        norm2: own(all, shared?.norm2, tokens * c.hiddenSize),
        rstd2: own(.products, shared?.rstd2, tokens),
        gateUp: own(.products, shared?.gateUp, tokens * 2 * c.intermediateSize),
        activated: own(all, shared?.activated, tokens * c.intermediateSize),
        headNorms: kept >= .products
          ? Transformer.HeadNorms(c, rows: tokens)
          : shared?.headNorms ?? Transformer.HeadNorms(c, rows: tokens))
    }
    let first = block(over: nil)
    let blocks = (0..<c.layerCount).map { index in
      index == 0 || keeps == nil ? first : block(over: first)
    }
    self.blocks = blocks
    final = buffer(tokens * c.hiddenSize)
    finalNorm = buffer(tokens * c.hiddenSize)
    finalRstd = buffer(tokens)
    gathered = buffer(size.rows * c.hiddenSize)
    let slice = OutputSlices.capacity(rows: size.rows, vocabulary: c.vocabularySize)
    logits = buffer(slice * c.vocabularySize)
    let stride = AttentionLayout.padded(tokens) + AttentionLayout.lanes
    transposedStride = stride
    transposed = buffer(c.keyValueWidth * stride)
    let transposedCount = isWhole ? 0 : c.keyValueWidth * stride
    backward = keeps.map { _ in
      Backward(
        logprobs: buffer(slice), divergence: buffer(slice),
        dLogits: buffer(slice * c.vocabularySize),
        dResidual: buffer(tokens * c.hiddenSize), dHidden: buffer(tokens * c.hiddenSize),
        dQueryKeyValue: buffer(tokens * qkvWidth), dAttention: buffer(tokens * c.queryWidth),
        dGateUp: buffer(tokens * 2 * c.intermediateSize),
        dActivated: buffer(tokens * c.intermediateSize),
        dScores: buffer(isWhole ? size.segment : 2 * size.segment),
        transposedValues: buffer(transposedCount))
    }
  }

  /// Bytes of the blocks' intermediates.
  static func bytes(_ c: TransformerConfiguration, _ size: Size, _ kept: Kept) -> Int {
    let products =
      c.queryWidth + 2 * c.keyValueWidth + c.queryWidth + c.hiddenSize + 2 * c.intermediateSize
      + (c.normalizesQueriesAndKeys ? c.queryWidth + 2 * c.keyValueWidth : 0)
    let rest = 2 * c.hiddenSize + c.intermediateSize
    let perBlock =
      switch kept {
      case .inputs: size.tokens * c.hiddenSize
      case .products: size.tokens * (c.hiddenSize + products)
      case .everything:
        size.tokens * (c.hiddenSize + products + rest) + size.probabilities * c.headCount
      }
    return MemoryLayout<Float>.stride * c.layerCount * perBlock
  }

  /// Returns activations that hold the batch: `slot`, replaced by larger ones if it is too small.
  ///
  /// - Parameter trainingBytes: keeps the most that this many bytes hold; nil if no backward pass
  ///   follows.
  static func prepare(
    _ slot: inout Activations?, _ configuration: TransformerConfiguration, _ batch: PackedBatch,
    rows: Int, trainingBytes: Int? = nil
  ) -> Activations {
    let needed = Size(batch, rows: rows)
    func kept(_ size: Size) -> Kept? {
      trainingBytes.map { limit in
        [.everything, .products].first { bytes(configuration, size, $0) <= limit } ?? .inputs
      }
    }
    let old = slot.flatMap { $0.configuration == configuration ? $0 : nil }
    if let old, old.size.holds(needed), trainingBytes == nil || old.kept == kept(old.size) {
      return old
    }
    slot = nil
    var size = needed.grown(from: old?.size)
    // Headroom is not worth a block that is run again.
    if let exact = kept(needed), let roomy = kept(size), roomy < exact { size = needed }
    let fresh = Activations(configuration, size, backward: kept(size))
    slot = fresh
    return fresh
  }
}
