import CKernels
import Numerics

extension Transformer {
  /// Adds the gradient of the loss to `gradients`, given d loss / d logits in
  /// `activations.dLogits` for the batch's loss rows. Mirrors `forward` from the last line to the
  /// first; `activations` must hold that forward pass.
  func backward(
    _ batch: PackedBatch, _ activations: Activations, _ rotary: RotaryTable,
    gradients: FloatBuffer
  ) {
    precondition(gradients.count == layout.count, "gradients have another layout")
    let c = configuration
    let n = batch.count
    let rows = batch.lossRows.count
    let weights = UnsafePointer(parameters.base)
    let g = gradients.base
    let dx = activations.dResidual.base
    let dHidden = activations.dHidden.base
    let qkvWidth = c.queryWidth + 2 * c.keyValueWidth
    let scale = 1 / Float(c.headDimension).squareRoot()

    LinearAlgebra.projectBackwardWeight(
      g + layout.output, activations.dLogits.base, activations.gathered.base, rows: rows,
      inputs: c.hiddenSize, outputs: c.vocabularySize)
    // The gathered rows are not needed any more: their buffer takes their gradient.
    LinearAlgebra.projectBackwardInput(
      activations.gathered.base, activations.dLogits.base, weights + layout.output, rows: rows,
      inputs: c.hiddenSize, outputs: c.vocabularySize)
    dHidden.update(repeating: 0, count: n * c.hiddenSize)
    for (m, row) in batch.lossRows.enumerated() {
      (dHidden + row * c.hiddenSize).update(
        from: activations.gathered.base + m * c.hiddenSize, count: c.hiddenSize)
    }
    dx.update(repeating: 0, count: n * c.hiddenSize)
    ck_rmsnorm_backward(
      dx, g + layout.finalNorm, dHidden, activations.final.base, weights + layout.finalNorm,
      activations.finalRstd.base, Int32(n), Int32(c.hiddenSize))

    for (index, offsets) in layout.blocks.enumerated().reversed() {
      let a = activations.blocks[index]
      // Feed-forward: x = middle + down(swiglu(gateUp(norm2(middle)))).
      LinearAlgebra.projectBackwardWeight(
        g + offsets.down, dx, a.activated.base, rows: n, inputs: c.intermediateSize,
        outputs: c.hiddenSize)
      LinearAlgebra.projectBackwardInput(
        activations.dActivated.base, dx, weights + offsets.down, rows: n,
        inputs: c.intermediateSize, outputs: c.hiddenSize)
      ck_swiglu_backward(
        activations.dGateUp.base, activations.dActivated.base, a.gateUp.base, Int32(n),
        Int32(c.intermediateSize))
      LinearAlgebra.projectBackwardWeight(
        g + offsets.gateUp, activations.dGateUp.base, a.norm2.base, rows: n, inputs: c.hiddenSize,
        outputs: 2 * c.intermediateSize)
      LinearAlgebra.projectBackwardInput(
        dHidden, activations.dGateUp.base, weights + offsets.gateUp, rows: n,
        inputs: c.hiddenSize, outputs: 2 * c.intermediateSize)
      ck_rmsnorm_backward(
        dx, g + offsets.postNorm, dHidden, a.middle.base, weights + offsets.postNorm, a.rstd2.base,
        Int32(n), Int32(c.hiddenSize))

      // Attention: middle = x + o(attention(rotary(qkv(norm1(x))))).
      LinearAlgebra.projectBackwardWeight(
        g + offsets.attentionOutput, dx, a.attention.base, rows: n, inputs: c.queryWidth,
        outputs: c.hiddenSize)
      LinearAlgebra.projectBackwardInput(
        activations.dAttention.base, dx, weights + offsets.attentionOutput, rows: n,
        inputs: c.queryWidth, outputs: c.hiddenSize)
      for s in 0..<batch.starts.count - 1 {
        ck_attention_backward(
          activations.dQueryKeyValue.base + batch.starts[s] * qkvWidth,
          activations.dAttention.base + batch.starts[s] * c.queryWidth,
          a.probabilities.base + batch.probabilityStarts[s] * c.headCount,
          a.queryKeyValue.base + batch.starts[s] * qkvWidth, activations.scratch.base,
          Int32(batch.starts[s + 1] - batch.starts[s]), Int32(c.headCount),
          Int32(c.keyValueHeadCount), Int32(c.headDimension), scale)
      }
      rotate(activations.dQueryKeyValue.base, positions: batch.positions, rotary, sign: -1)
      LinearAlgebra.projectBackwardWeight(
        g + offsets.queryKeyValue, activations.dQueryKeyValue.base, a.norm1.base, rows: n,
        inputs: c.hiddenSize, outputs: qkvWidth)
      LinearAlgebra.projectBackwardInput(
        dHidden, activations.dQueryKeyValue.base, weights + offsets.queryKeyValue, rows: n,
        inputs: c.hiddenSize, outputs: qkvWidth)
      ck_rmsnorm_backward(
        dx, g + offsets.inputNorm, dHidden, a.input.base, weights + offsets.inputNorm,
        a.rstd1.base, Int32(n), Int32(c.hiddenSize))
    }
    for (i, token) in batch.tokens.enumerated() {
      ck_add(
        g + layout.embedding + Int(token) * c.hiddenSize, dx + i * c.hiddenSize,
        Int64(c.hiddenSize))
    }
  }
}
