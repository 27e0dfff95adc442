import CKernels
import Numerics

// The forward pass of LlamaForCausalLM over N packed tokens:
//
//   x = E[tokens]                                                  [N, C]
//   per block:  x += Wo attention(rotary(Wqkv norm1(x)))
//               x += Wdown (silu(Wgate h) * Wup h),  h = norm2(x)
//   logits = Wout norm(x) at the rows that carry a loss            [M, V]
extension Transformer {
  /// Runs the blocks and the final norm; leaves the result [N, C] in `activations.finalNorm`.
  ///
  /// - Parameter observe: called per layer with rotated queries, keys and values [N, (H + 2K) * D].
  func forward(
    _ batch: PackedBatch, _ activations: Activations,
    observe: (Int, UnsafePointer<Float>) -> Void = { _, _ in }
  ) {
    precondition(activations.holds(batch, rows: 0), "activations are too small for this batch")
    precondition(
      batch.longest <= configuration.maximumPositions,
      "a sequence of \(batch.longest) tokens exceeds maximumPositions")
    let c = configuration
    let n = batch.count
    let weights = UnsafePointer(parameters.base)
    var x = activations.blocks.first?.input.base ?? activations.final.base
    precondition(
      batch.tokens.allSatisfy { $0 >= 0 && $0 < c.vocabularySize },
      "a token is not in the vocabulary")
    ck_gather_rows(x, weights + layout.embedding, batch.tokens, Int32(n), Int32(c.hiddenSize))
    let epsilon = Float(c.rmsNormEpsilon)
    let qkvWidth = c.queryWidth + 2 * c.keyValueWidth
    let scale = 1 / Float(c.headDimension).squareRoot()
    for (index, offsets) in layout.blocks.enumerated() {
      let a = activations.blocks[index]
      ck_rmsnorm_forward(
        a.norm1.base, a.rstd1.base, x, weights + offsets.inputNorm, Int32(n), Int32(c.hiddenSize),
        epsilon)
      LinearAlgebra.project(
        a.queryKeyValue.base, a.norm1.base, weights + offsets.queryKeyValue, rows: n,
        inputs: c.hiddenSize, outputs: qkvWidth)
      rotate(a.queryKeyValue.base, positions: batch.positions, sign: 1)
      observe(index, a.queryKeyValue.base)
      let keys = activations.transposed.base
      let stride = Int64(activations.transposedStride)
      ck_transpose(
        keys, stride, a.queryKeyValue.base + c.queryWidth, Int64(qkvWidth), Int32(n),
        Int32(c.keyValueWidth))
      for segment in batch.segments {
        ck_attention_forward(
          a.attention.base, a.probabilities.base + segment.probabilityStart * c.headCount,
          a.queryKeyValue.base, keys, stride, Int32(segment.range.lowerBound),
          Int32(segment.range.count), Int32(segment.prefix.lowerBound),
          Int32(segment.prefix.count), Int32(c.headCount), Int32(c.keyValueHeadCount),
          Int32(c.headDimension), scale)
      }
      LinearAlgebra.project(
        a.middle.base, a.attention.base, weights + offsets.attentionOutput, rows: n,
        inputs: c.queryWidth, outputs: c.hiddenSize)
      ck_add(a.middle.base, x, Int64(n * c.hiddenSize))
      ck_rmsnorm_forward(
        a.norm2.base, a.rstd2.base, a.middle.base, weights + offsets.postNorm, Int32(n),
        Int32(c.hiddenSize), epsilon)
      LinearAlgebra.project(
        a.gateUp.base, a.norm2.base, weights + offsets.gateUp, rows: n, inputs: c.hiddenSize,
        outputs: 2 * c.intermediateSize)
      ck_swiglu_forward(a.activated.base, a.gateUp.base, Int32(n), Int32(c.intermediateSize))
      x =
        index + 1 < layout.blocks.count
        ? activations.blocks[index + 1].input.base : activations.final.base
      LinearAlgebra.project(
        x, a.activated.base, weights + offsets.down, rows: n, inputs: c.intermediateSize,
        outputs: c.hiddenSize)
      ck_add(x, a.middle.base, Int64(n * c.hiddenSize))
    }
    ck_rmsnorm_forward(
      activations.finalNorm.base, activations.finalRstd.base, x, weights + layout.finalNorm,
      Int32(n), Int32(c.hiddenSize), epsilon)
  }

  /// Computes the last forward pass's logits at `rows` into `activations.logits`: [rows.count, V].
  func project(rows: [Int32], _ activations: Activations) {
    let c = configuration
    precondition(rows.count <= activations.rowCapacity, "activations hold too few rows")
    ck_gather_rows(
      activations.gathered.base, activations.finalNorm.base, rows, Int32(rows.count),
      Int32(c.hiddenSize))
    LinearAlgebra.project(
      activations.logits.base, activations.gathered.base, parameters.base + layout.output,
      rows: rows.count, inputs: c.hiddenSize, outputs: c.vocabularySize)
  }

  /// Rotates queries and keys, which are adjacent at the start of each row [N, (H + 2K) * D].
  func rotate(_ queryKeyValue: UnsafeMutablePointer<Float>, positions: [Int32], sign: Float) {
    let c = configuration
    ck_rotary(
      queryKeyValue, rotary.cosines.base, rotary.sines.base, positions, Int32(positions.count),
      Int32(c.headCount + c.keyValueHeadCount), Int32(c.headDimension),
      Int32(c.queryWidth + 2 * c.keyValueWidth), sign)
  }
}
