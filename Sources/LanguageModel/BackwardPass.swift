import CKernels
import Numerics

extension Transformer {
  /// Adds the gradient of the loss to `gradients`, given d loss / d rows in `activations.gathered`
  /// [M, C], the final norm's results at the batch's loss rows. Mirrors `forward` in reverse;
  /// `activations` must hold that forward pass.
  func backward(
    _ batch: PackedBatch, _ activations: Activations, _ scratch: Activations.Backward,
    gradients: FloatBuffer
  ) {
    precondition(gradients.count == layout.count, "gradients have another layout")
    let c = configuration
    let n = batch.count
    let weights = UnsafePointer(parameters.base)
    let g = gradients.base
    let dx = scratch.dResidual.base
    let dHidden = scratch.dHidden.base
    dHidden.update(repeating: 0, count: n * c.hiddenSize)
    ck_scatter_add_rows(
      dHidden, activations.gathered.base, batch.lossRows, Int32(batch.lossRows.count),
      Int32(c.hiddenSize))
    dx.update(repeating: 0, count: n * c.hiddenSize)
    ck_rmsnorm_backward(
      dx, g + layout.finalNorm, dHidden, activations.final.base, weights + layout.finalNorm,
      activations.finalRstd.base, Int32(n), Int32(c.hiddenSize))
    let table = rotary.rows(batch.longest)
    for index in layout.blocks.indices.reversed() {
      restore(index, batch, activations, table)
      feedForwardBackward(index, activations, scratch, rows: n, gradients: g)
      attentionBackward(index, batch, activations, scratch, table, gradients: g)
    }
    ck_scatter_add_rows(
      g + layout.embedding, dx, batch.tokens, Int32(n), Int32(c.hiddenSize))
  }

  /// Computes again what the forward pass of a block did not keep, except attention probabilities,
  /// which the kernel computes.
  private func restore(
    _ index: Int, _ batch: PackedBatch, _ activations: Activations, _ table: RotaryTable.Rows
  ) {
    let c = configuration
    let a = activations.blocks[index]
    let offsets = layout.blocks[index]
    let weights = UnsafePointer(parameters.base)
    switch activations.kept {
    case .everything: break
    case .inputs: forwardBlock(index, batch, activations, table, output: nil)
    case .products:
      for (out, rstd, x, gain) in [
        (a.norm1, a.rstd1, a.input, offsets.inputNorm),
        (a.norm2, a.rstd2, a.middle, offsets.postNorm),
      ] {
        ck_rmsnorm_forward(
          out.base, rstd.base, x.base, weights + gain, Int32(batch.count), Int32(c.hiddenSize),
          Float(c.rmsNormEpsilon))
      }
      ck_swiglu_forward(
        a.activated.base, a.gateUp.base, Int32(batch.count), Int32(c.intermediateSize))
    }
  }

  /// x = middle + down(swiglu(gateUp(norm2(middle)))), with dx in `scratch.dResidual`.
  private func feedForwardBackward(
    _ index: Int, _ activations: Activations, _ scratch: Activations.Backward, rows: Int,
    gradients g: UnsafeMutablePointer<Float>
  ) {
    let c = configuration
    let a = activations.blocks[index]
    let offsets = layout.blocks[index]
    let weights = UnsafePointer(parameters.base)
    let dx = scratch.dResidual.base
    let dHidden = scratch.dHidden.base
    addBiasGradient(g, offsets.downBias, dx, rows: rows, width: c.hiddenSize)
    LinearAlgebra.projectBackwardWeight(
      g + offsets.down, dx, a.activated.base, rows: rows, inputs: c.intermediateSize,
      outputs: c.hiddenSize)
    LinearAlgebra.projectBackwardInput(
      scratch.dActivated.base, dx, weights + offsets.down, rows: rows,
      inputs: c.intermediateSize, outputs: c.hiddenSize)
    ck_swiglu_backward(
      scratch.dGateUp.base, scratch.dActivated.base, a.gateUp.base, Int32(rows),
      Int32(c.intermediateSize))
    addBiasGradient(
      g, offsets.gateUpBias, scratch.dGateUp.base, rows: rows, width: 2 * c.intermediateSize)
    LinearAlgebra.projectBackwardWeight(
      g + offsets.gateUp, scratch.dGateUp.base, a.norm2.base, rows: rows, inputs: c.hiddenSize,
      outputs: 2 * c.intermediateSize)
    LinearAlgebra.projectBackwardInput(
      dHidden, scratch.dGateUp.base, weights + offsets.gateUp, rows: rows, inputs: c.hiddenSize,
      outputs: 2 * c.intermediateSize)
    ck_rmsnorm_backward(
      dx, g + offsets.postNorm, dHidden, a.middle.base, weights + offsets.postNorm, a.rstd2.base,
      Int32(rows), Int32(c.hiddenSize))
  }

  /// middle = x + o(attention(rotary(qkv(norm1(x))))), with dmiddle in `scratch.dResidual`.
  private func attentionBackward(
    _ index: Int, _ batch: PackedBatch, _ activations: Activations,
    _ scratch: Activations.Backward, _ table: RotaryTable.Rows,
    gradients g: UnsafeMutablePointer<Float>
  ) {
    let c = configuration
    let n = batch.count
    let a = activations.blocks[index]
    let offsets = layout.blocks[index]
    let weights = UnsafePointer(parameters.base)
    let dx = scratch.dResidual.base
    let dHidden = scratch.dHidden.base
    addBiasGradient(g, offsets.attentionOutputBias, dx, rows: n, width: c.hiddenSize)
    LinearAlgebra.projectBackwardWeight(
      g + offsets.attentionOutput, dx, a.attention.base, rows: n, inputs: c.queryWidth,
      outputs: c.hiddenSize)
    LinearAlgebra.projectBackwardInput(
      scratch.dAttention.base, dx, weights + offsets.attentionOutput, rows: n,
      inputs: c.queryWidth, outputs: c.hiddenSize)
    let isKept = activations.kept == .everything
    let stride = Int64(activations.transposedStride)
    let keys = activations.transposed.base
    let values = isKept ? keys : scratch.transposedValues.base
    func transpose(_ target: UnsafeMutablePointer<Float>, from column: Int) {
      ck_transpose(
        target, stride, a.queryKeyValue.base + column, Int64(c.queryWidth + 2 * c.keyValueWidth),
        Int32(n), Int32(c.keyValueWidth))
    }
    if !isKept { transpose(keys, from: c.queryWidth) }
    transpose(values, from: c.queryWidth + c.keyValueWidth)
    for segment in batch.segments {
      ck_attention_backward(
        scratch.dQueryKeyValue.base, scratch.dAttention.base,
        isKept ? a.probabilities.base + segment.probabilityStart * c.headCount : nil,
        a.queryKeyValue.base, keys, values, stride, scratch.dScores.base, segment.rows,
        Int32(c.headCount), Int32(c.keyValueHeadCount), Int32(c.headDimension), attentionScale)
    }
    queryKeyValueBackward(
      dHidden, scratch.dQueryKeyValue.base, a.norm1.base, offsets, a.headNorms,
      positions: batch.positions, table, gradients: g)
    ck_rmsnorm_backward(
      dx, g + offsets.inputNorm, dHidden, a.input.base, weights + offsets.inputNorm, a.rstd1.base,
      Int32(n), Int32(c.hiddenSize))
  }

  /// Adds the columns' sums of dy [N, width] to the bias's gradient at `offset`, if there is one.
  private func addBiasGradient(
    _ g: UnsafeMutablePointer<Float>, _ offset: Int?, _ dy: UnsafePointer<Float>, rows: Int,
    width: Int
  ) {
    guard let offset else { return }
    ck_bias_backward(g + offset, dy, Int32(rows), Int32(width))
  }
}
