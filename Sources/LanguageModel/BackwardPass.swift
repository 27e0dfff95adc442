import CKernels
import Numerics

extension Transformer {
  /// Adds the gradient of the loss to `gradients`, given d loss / d logits [M, V] of the batch's
  /// loss rows in `scratch.dLogits`. Mirrors `forward` in reverse; `activations` must hold that
  /// forward pass.
  func backward(
    _ batch: PackedBatch, _ activations: Activations, _ scratch: Activations.Backward,
    gradients: FloatBuffer
  ) {
    precondition(gradients.count == layout.count, "gradients have another layout")
    let c = configuration
    let n = batch.count
    let rows = batch.lossRows.count
    let weights = UnsafePointer(parameters.base)
    let g = gradients.base
    let dx = scratch.dResidual.base
    let dHidden = scratch.dHidden.base
    let qkvWidth = c.queryWidth + 2 * c.keyValueWidth
    let scale = 1 / Float(c.headDimension).squareRoot()

    LinearAlgebra.projectBackwardWeight(
      g + layout.output, scratch.dLogits.base, activations.gathered.base, rows: rows,
      inputs: c.hiddenSize, outputs: c.vocabularySize)
    // The gathered rows are no longer needed, so their buffer receives their gradient.
    LinearAlgebra.projectBackwardInput(
      activations.gathered.base, scratch.dLogits.base, weights + layout.output, rows: rows,
      inputs: c.hiddenSize, outputs: c.vocabularySize)
    dHidden.update(repeating: 0, count: n * c.hiddenSize)
    ck_scatter_add_rows(
      dHidden, activations.gathered.base, batch.lossRows, Int32(rows), Int32(c.hiddenSize))
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
        scratch.dActivated.base, dx, weights + offsets.down, rows: n,
        inputs: c.intermediateSize, outputs: c.hiddenSize)
      ck_swiglu_backward(
        scratch.dGateUp.base, scratch.dActivated.base, a.gateUp.base, Int32(n),
        Int32(c.intermediateSize))
      LinearAlgebra.projectBackwardWeight(
        g + offsets.gateUp, scratch.dGateUp.base, a.norm2.base, rows: n, inputs: c.hiddenSize,
        outputs: 2 * c.intermediateSize)
      LinearAlgebra.projectBackwardInput(
        dHidden, scratch.dGateUp.base, weights + offsets.gateUp, rows: n,
        inputs: c.hiddenSize, outputs: 2 * c.intermediateSize)
      ck_rmsnorm_backward(
        dx, g + offsets.postNorm, dHidden, a.middle.base, weights + offsets.postNorm, a.rstd2.base,
        Int32(n), Int32(c.hiddenSize))

      // Attention: middle = x + o(attention(rotary(qkv(norm1(x))))).
      LinearAlgebra.projectBackwardWeight(
        g + offsets.attentionOutput, dx, a.attention.base, rows: n, inputs: c.queryWidth,
        outputs: c.hiddenSize)
      LinearAlgebra.projectBackwardInput(
        scratch.dAttention.base, dx, weights + offsets.attentionOutput, rows: n,
        inputs: c.queryWidth, outputs: c.hiddenSize)
      let values = activations.transposed.base
      let stride = Int64(activations.transposedStride)
      ck_transpose(
        values, stride, a.queryKeyValue.base + c.queryWidth + c.keyValueWidth, Int64(qkvWidth),
        Int32(n), Int32(c.keyValueWidth))
      for segment in batch.segments {
        ck_attention_backward(
          scratch.dQueryKeyValue.base, scratch.dAttention.base,
          a.probabilities.base + segment.probabilityStart * c.headCount, a.queryKeyValue.base,
          values, stride, scratch.dScores.base, Int32(segment.range.lowerBound),
          Int32(segment.range.count), Int32(segment.prefix.lowerBound),
          Int32(segment.prefix.count), Int32(c.headCount), Int32(c.keyValueHeadCount),
          Int32(c.headDimension), scale)
      }
      rotate(scratch.dQueryKeyValue.base, positions: batch.positions, sign: -1)
      LinearAlgebra.projectBackwardWeight(
        g + offsets.queryKeyValue, scratch.dQueryKeyValue.base, a.norm1.base, rows: n,
        inputs: c.hiddenSize, outputs: qkvWidth)
      LinearAlgebra.projectBackwardInput(
        dHidden, scratch.dQueryKeyValue.base, weights + offsets.queryKeyValue, rows: n,
        inputs: c.hiddenSize, outputs: qkvWidth)
      ck_rmsnorm_backward(
        dx, g + offsets.inputNorm, dHidden, a.input.base, weights + offsets.inputNorm,
        a.rstd1.base, Int32(n), Int32(c.hiddenSize))
    }
    ck_scatter_add_rows(
      g + layout.embedding, dx, batch.tokens, Int32(n), Int32(c.hiddenSize))
  }
}
