import CKernels
import Numerics

// The forward pass over N packed tokens, of Llama; QueryKeyValue.swift says what Qwen adds:
//
//   x = E[tokens]                                                  [N, C]
//   per block:  x += Wo attention(rotary(Wqkv norm1(x)))
//               x += Wdown (silu(Wgate h) * Wup h),  h = norm2(x)
//   logits = Wout norm(x) at the rows that carry a loss            [M, V]
//
// Any of the projections may have a bias, except the output's.
extension Transformer {
  /// Runs the blocks and the final norm; leaves the result [N, C] in `activations.finalNorm`.
  ///
  /// - Parameter observe: called per layer with rotated queries, keys and values [N, (H + 2K) * D].
  func forward(
    _ batch: PackedBatch, _ activations: Activations,
    observe: (Int, UnsafePointer<Float>) -> Void = { _, _ in }
  ) {
    precondition(
      activations.size.holds(Activations.Size(batch, rows: 0)),
      "activations are too small for this batch")
    precondition(
      batch.longest <= configuration.maximumPositions,
      "a sequence of \(batch.longest) tokens exceeds maximumPositions")
    let c = configuration
    precondition(
      batch.tokens.allSatisfy { $0 >= 0 && $0 < c.vocabularySize },
      "a token is not in the vocabulary")
    let n = batch.count
    let weights = UnsafePointer(parameters.base)
    let table = rotary.rows(batch.longest)
    let blocks = activations.blocks
    let input = blocks.first?.input ?? activations.final
    ck_gather_rows(
      input.base, weights + layout.embedding, batch.tokens, Int32(n), Int32(c.hiddenSize))
    for index in layout.blocks.indices {
      let output = index + 1 < blocks.count ? blocks[index + 1].input : activations.final
      forwardBlock(index, batch, activations, table, output: output)
      observe(index, blocks[index].queryKeyValue.base)
    }
    ck_rmsnorm_forward(
      activations.finalNorm.base, activations.finalRstd.base, activations.final.base,
      weights + layout.finalNorm, Int32(n), Int32(c.hiddenSize), Float(c.rmsNormEpsilon))
  }

  /// One block, from its input in `activations` to `output` [N, C]; without an output, only what the
  /// block's backward pass needs.
  func forwardBlock(
    _ index: Int, _ batch: PackedBatch, _ activations: Activations, _ table: RotaryTable.Rows,
    output: FloatBuffer?
  ) {
    let c = configuration
    let n = batch.count
    let a = activations.blocks[index]
    let offsets = layout.blocks[index]
    let weights = UnsafePointer(parameters.base)
    let epsilon = Float(c.rmsNormEpsilon)
    ck_rmsnorm_forward(
      a.norm1.base, a.rstd1.base, a.input.base, weights + offsets.inputNorm, Int32(n),
      Int32(c.hiddenSize), epsilon)
    queryKeyValueForward(
      a.queryKeyValue.base, a.norm1.base, offsets, a.headNorms, positions: batch.positions, table)
    attentionForward(batch, activations, a)
    LinearAlgebra.project(
      a.middle.base, a.attention.base, weights + offsets.attentionOutput, rows: n,
      inputs: c.queryWidth, outputs: c.hiddenSize)
    addBias(a.middle.base, offsets.attentionOutputBias, rows: n, width: c.hiddenSize)
    ck_add(a.middle.base, a.input.base, Int64(n * c.hiddenSize))
    ck_rmsnorm_forward(
      a.norm2.base, a.rstd2.base, a.middle.base, weights + offsets.postNorm, Int32(n),
      Int32(c.hiddenSize), epsilon)
    LinearAlgebra.project(
      a.gateUp.base, a.norm2.base, weights + offsets.gateUp, rows: n, inputs: c.hiddenSize,
      outputs: 2 * c.intermediateSize)
    addBias(a.gateUp.base, offsets.gateUpBias, rows: n, width: 2 * c.intermediateSize)
    ck_swiglu_forward(a.activated.base, a.gateUp.base, Int32(n), Int32(c.intermediateSize))
    guard let output else { return }
    LinearAlgebra.project(
      output.base, a.activated.base, weights + offsets.down, rows: n, inputs: c.intermediateSize,
      outputs: c.hiddenSize)
    addBias(output.base, offsets.downBias, rows: n, width: c.hiddenSize)
    ck_add(output.base, a.middle.base, Int64(n * c.hiddenSize))
  }

  private func attentionForward(
    _ batch: PackedBatch, _ activations: Activations, _ a: Activations.Block
  ) {
    let c = configuration
    let keys = activations.transposed.base
    let stride = Int64(activations.transposedStride)
    let keeps = activations.kept == .everything
    ck_transpose(
      keys, stride, a.queryKeyValue.base + c.queryWidth,
      Int64(c.queryWidth + 2 * c.keyValueWidth), Int32(batch.count), Int32(c.keyValueWidth))
    for segment in batch.segments {
      let start = keeps ? segment.probabilityStart * c.headCount : 0
      ck_attention_forward(
        a.attention.base, a.probabilities.base + start, keeps ? 1 : 0, a.queryKeyValue.base, keys,
        stride, segment.rows, Int32(c.headCount), Int32(c.keyValueHeadCount),
        Int32(c.headDimension), attentionScale)
    }
  }

  /// Gathers the last forward pass's results at `rows` into `activations.gathered`: [M, C].
  func gather(rows: [Int32], _ activations: Activations) {
    precondition(rows.count <= activations.size.rows, "activations hold too few rows")
    ck_gather_rows(
      activations.gathered.base, activations.finalNorm.base, rows, Int32(rows.count),
      Int32(configuration.hiddenSize))
  }

  /// Computes the logits of a slice of the gathered rows into `activations.logits`: [S, V].
  func project(_ slice: Range<Int>, _ activations: Activations) {
    let c = configuration
    LinearAlgebra.project(
      activations.logits.base, activations.gathered.base + slice.lowerBound * c.hiddenSize,
      parameters.base + layout.output, rows: slice.count, inputs: c.hiddenSize,
      outputs: c.vocabularySize)
  }

  /// Factor of the products of queries and keys.
  var attentionScale: Float { 1 / Float(configuration.headDimension).squareRoot() }

  /// y[N, width] += the bias at `offset`, if there is one.
  func addBias(_ y: UnsafeMutablePointer<Float>, _ offset: Int?, rows: Int, width: Int) {
    guard let offset else { return }
    ck_bias_forward(y, parameters.base + offset, Int32(rows), Int32(width))
  }
}
