import CKernels
import Numerics

// The forward pass of LlamaForCausalLM over N packed tokens:
//
//   x = E[tokens]                                                  [N, C]
//   per block:  x += Wo attention(rotary(Wqkv norm1(x)))
//               x += Wdown (silu(Wgate h) * Wup h),  h = norm2(x)
//   logits = Wout norm(x) at the rows that carry a loss            [M, V]
extension Transformer {
  /// Runs the blocks and the final norm; `activations.finalNorm` holds the result.
  func forward(_ batch: PackedBatch, _ activations: Activations, _ rotary: RotaryTable) {
    precondition(activations.holds(batch), "activations are too small for this batch")
    precondition(
      batch.longest <= configuration.maximumPositions,
      "a sequence of \(batch.longest) tokens exceeds maximumPositions")
    let c = configuration
    let n = batch.count
    let weights = UnsafePointer(parameters.base)
    var x = activations.blocks.first?.input.base ?? activations.final.base
    for (i, token) in batch.tokens.enumerated() {
      precondition(
        token >= 0 && token < c.vocabularySize, "token \(token) is not in the vocabulary")
      (x + i * c.hiddenSize).update(
        from: weights + layout.embedding + Int(token) * c.hiddenSize, count: c.hiddenSize)
    }
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
      rotate(a.queryKeyValue.base, positions: batch.positions, rotary, sign: 1)
      for s in 0..<batch.starts.count - 1 {
        ck_attention_forward(
          a.attention.base + batch.starts[s] * c.queryWidth,
          a.probabilities.base + batch.probabilityStarts[s] * c.headCount,
          a.queryKeyValue.base + batch.starts[s] * qkvWidth, activations.scratch.base,
          Int32(batch.starts[s + 1] - batch.starts[s]), Int32(c.headCount),
          Int32(c.keyValueHeadCount), Int32(c.headDimension), scale)
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

  /// Logits at `rows` of the last forward pass, into `activations.logits`: [rows.count, V].
  func project(rows: [Int], _ activations: Activations) {
    let c = configuration
    for (m, row) in rows.enumerated() {
      (activations.gathered.base + m * c.hiddenSize).update(
        from: activations.finalNorm.base + row * c.hiddenSize, count: c.hiddenSize)
    }
    LinearAlgebra.project(
      activations.logits.base, activations.gathered.base, parameters.base + layout.output,
      rows: rows.count, inputs: c.hiddenSize, outputs: c.vocabularySize)
  }

  /// Rotates queries and keys, which stand side by side at the start of each row.
  func rotate(
    _ queryKeyValue: UnsafeMutablePointer<Float>, positions: [Int32], _ rotary: RotaryTable,
    sign: Float
  ) {
    let c = configuration
    ck_rotary(
      queryKeyValue, rotary.cosines.base, rotary.sines.base, positions, Int32(positions.count),
      Int32(c.headCount + c.keyValueHeadCount), Int32(c.headDimension),
      Int32(c.queryWidth + 2 * c.keyValueWidth), sign)
  }
}
