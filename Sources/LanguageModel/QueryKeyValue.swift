import CKernels
import Numerics

// Queries, keys and values of one block, [N, (H + 2K) * D]:
//
//   y = Wqkv x + b        the bias in Qwen2, and in Llama where `attention_bias` is set
//   y = norm(y)           queries and keys, per head over its D numbers; Qwen3
//   y = rotary(y)         queries and keys
extension Transformer {
  /// What the backward pass needs of the heads' norms; without these norms nothing is stored.
  struct HeadNorms {
    /// Queries and keys before the norms: [N, (H + 2K) * D].
    let input: FloatBuffer
    /// Their inverse root mean squares: of queries [N, H], then of keys [N, K].
    let rstd: FloatBuffer

    init(_ c: TransformerConfiguration, rows: Int) {
      let stores = c.normalizesQueriesAndKeys
      input = FloatBuffer(count: stores ? rows * (c.queryWidth + 2 * c.keyValueWidth) : 0)
      rstd = FloatBuffer(count: stores ? rows * (c.headCount + c.keyValueHeadCount) : 0)
    }
  }

  func queryKeyValueForward(
    _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ offsets: ParameterLayout.Block,
    _ norms: HeadNorms, positions: [Int32], _ table: RotaryTable.Rows
  ) {
    let c = configuration
    let weights = UnsafePointer(parameters.base)
    let rows = positions.count
    let stride = c.queryWidth + 2 * c.keyValueWidth
    LinearAlgebra.project(
      y, x, weights + offsets.queryKeyValue, rows: rows, inputs: c.hiddenSize, outputs: stride)
    if let bias = offsets.queryKeyValueBias {
      ck_bias_forward(y, weights + bias, Int32(rows), Int32(stride))
    }
    if let gain = offsets.queryNorm {
      let keys = c.queryWidth
      ck_head_norm_forward(
        y, norms.input.base, norms.rstd.base, weights + gain, Int32(rows), Int32(c.headCount),
        Int32(c.headDimension), Int32(stride), Float(c.rmsNormEpsilon))
      ck_head_norm_forward(
        y + keys, norms.input.base + keys, norms.rstd.base + rows * c.headCount,
        weights + gain + c.headDimension, Int32(rows), Int32(c.keyValueHeadCount),
        Int32(c.headDimension), Int32(stride), Float(c.rmsNormEpsilon))
    }
    rotate(y, positions: positions, table, sign: 1)
  }

  /// Given dy, which it overwrites, sets dx [N, C] and adds to the gradients of the parameters.
  func queryKeyValueBackward(
    _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafeMutablePointer<Float>,
    _ x: UnsafePointer<Float>, _ offsets: ParameterLayout.Block, _ norms: HeadNorms,
    positions: [Int32], _ table: RotaryTable.Rows, gradients g: UnsafeMutablePointer<Float>
  ) {
    let c = configuration
    let weights = UnsafePointer(parameters.base)
    let rows = positions.count
    let stride = c.queryWidth + 2 * c.keyValueWidth
    rotate(dy, positions: positions, table, sign: -1)
    if let gain = offsets.queryNorm {
      let keys = c.queryWidth
      ck_head_norm_backward(
        dy, g + gain, norms.input.base, weights + gain, norms.rstd.base, Int32(rows),
        Int32(c.headCount), Int32(c.headDimension), Int32(stride))
      ck_head_norm_backward(
        dy + keys, g + gain + c.headDimension, norms.input.base + keys,
        weights + gain + c.headDimension, norms.rstd.base + rows * c.headCount, Int32(rows),
        Int32(c.keyValueHeadCount), Int32(c.headDimension), Int32(stride))
    }
    if let bias = offsets.queryKeyValueBias {
      ck_bias_backward(g + bias, dy, Int32(rows), Int32(stride))
    }
    LinearAlgebra.projectBackwardWeight(
      g + offsets.queryKeyValue, dy, x, rows: rows, inputs: c.hiddenSize, outputs: stride)
    LinearAlgebra.projectBackwardInput(
      dx, dy, weights + offsets.queryKeyValue, rows: rows, inputs: c.hiddenSize, outputs: stride)
  }

  /// Rotates queries and keys, which are adjacent at the start of each row [N, (H + 2K) * D].
  private func rotate(
    _ queryKeyValue: UnsafeMutablePointer<Float>, positions: [Int32], _ table: RotaryTable.Rows,
    sign: Float
  ) {
    let c = configuration
    ck_rotary(
      queryKeyValue, table.cosines.base, table.sines.base, positions, Int32(positions.count),
      Int32(c.headCount + c.keyValueHeadCount), Int32(c.headDimension),
      Int32(c.queryWidth + 2 * c.keyValueWidth), sign)
  }
}
