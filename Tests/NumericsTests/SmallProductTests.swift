// Locks:
// - products in parts are those that OpenBLAS computes in one call, bit for bit with the version and kernels
//   that they were measured on and within rounding with others, on both sides of each boundary
// - parts are taken where they pay, and have the lengths that OpenBLAS gives its blocks
// - nothing past the result is written, and what it held counts only where products are added

import COpenBLAS
import Randomness
import Testing

@testable import Numerics

@Suite struct SmallProductTests {
  /// Rows, inputs and outputs of a projection.
  struct Shape: CustomTestStringConvertible {
    var (rows, inputs, outputs): (Int, Int, Int)
    init(_ rows: Int, _ inputs: Int, _ outputs: Int) {
      (self.rows, self.inputs, self.outputs) = (rows, inputs, outputs)
    }
    var testDescription: String { "\(rows) x \(inputs) x \(outputs)" }
  }

  static let shapes = [
    Shape(15, 64, 384), Shape(16, 64, 384), Shape(16, 128, 64), Shape(19, 128, 64),
    Shape(40, 64, 384), Shape(41, 64, 384), Shape(512, 64, 384), Shape(512, 128, 64),
    // The inner dimension of the weights' gradient within a block, halved, and in several blocks.
    Shape(320, 64, 112), Shape(333, 64, 112), Shape(449, 64, 112), Shape(700, 64, 112),
    Shape(1000, 64, 112),
    // Remainders of columns.
    Shape(300, 64, 100), Shape(300, 64, 104), Shape(300, 64, 105), Shape(300, 64, 129),
    Shape(300, 100, 64), Shape(300, 105, 64),
    // Inputs or outputs beyond a block, and weights too large for parts.
    Shape(100, 500, 70), Shape(100, 70, 500), Shape(100, 496, 80), Shape(100, 80, 496),
    Shape(60, 96, 1008), Shape(40, 300, 400), Shape(100, 256, 256),
  ]

  /// Where the blocks' depths were measured.
  private static let isExact =
    BLASInfo.configuration.contains("OpenBLAS 0.3.21 ")
    && ["SkylakeX", "Cooperlake", "SapphireRapids"].contains(BLASInfo.coreName)

  /// Whether the forward product, the inputs' gradient and the weights' one go in parts.
  private func parts(_ shape: Shape) -> [Bool] {
    let (rows, inputs, outputs) = (shape.rows, shape.inputs, shape.outputs)
    let x = buffer(rows * inputs, "x")
    let w = buffer(outputs * inputs, "w")
    let y = buffer(rows * outputs, "y")
    defer { withExtendedLifetime((x, w, y)) {} }
    return [
      SmallProducts.project(
        y.base, x.base, w.base, rows: rows, inputs: inputs, outputs: outputs),
      SmallProducts.multiply(
        x.base, y.base, isTransposed: false, w.base, rows: rows, columns: inputs, inner: outputs,
        accumulate: false),
      SmallProducts.multiply(
        w.base, y.base, isTransposed: true, x.base, rows: outputs, columns: inputs, inner: rows,
        accumulate: true),
    ]
  }

  @Test(.enabled(if: SmallProducts.depth != nil, "OpenBLAS has no kernels for small products here"))
  func partsAreTakenWhereTheyPay() {
    #expect(parts(Shape(512, 64, 384)) == [true, true, true])
    #expect(parts(Shape(15, 64, 384)) == [false, false, false], "small as they are")
    #expect(parts(Shape(300, 64, 100)) == [false, true, true], "four columns left")
    #expect(parts(Shape(100, 256, 256)) == [false, false, true], "few rows in a part")
  }

  @Test func partsAndBlocks() {
    #expect(
      [1, 320, 321, 333, 639, 640, 1000].map { SmallProducts.blockLength($0, depth: 320) }
        == [1, 320, 160, 176, 320, 320, 320])
    #expect(SmallProducts.partRows(columns: 384, inner: 64) == 40)
    #expect(SmallProducts.partRows(columns: 112, inner: 448) == 16)
    #expect(
      [16, 17, 24, 25, 32].map(SmallProducts.hasOneOrder) == [true, false, false, true, true])
  }

  private func buffer(_ count: Int, _ name: String) -> FloatBuffer {
    FloatBuffer(KernelTests.random(count, name))
  }

  private func expectEqual(_ result: FloatBuffer, _ expected: FloatBuffer, _ name: String) {
    var unequal = 0
    for index in 0..<expected.count {
      let (a, b) = (result[index], expected[index])
      let isEqual =
        Self.isExact ? a.bitPattern == b.bitPattern : KernelTests.close(a, Double(b), 1e-4)
      if !isEqual { unequal += 1 }
    }
    #expect(unequal == 0, "\(name): \(unequal) of \(expected.count)")
    #expect(result[expected.count].isNaN, "\(name): past the end")
  }

  @Test(arguments: shapes) func partsAreTheWhole(_ shape: Shape) {
    let (rows, inputs, outputs) = (shape.rows, shape.inputs, shape.outputs)
    let x = buffer(rows * inputs, "x")
    let w = buffer(outputs * inputs, "w")
    let dy = buffer(rows * outputs, "dy")
    defer { withExtendedLifetime((x, w, dy)) {} }
    let (n, i, o) = (blasint(rows), blasint(inputs), blasint(outputs))

    func withGuard(_ start: FloatBuffer) -> FloatBuffer {
      let result = FloatBuffer(count: start.count + 1)
      for index in 0..<start.count { result[index] = start[index] }
      result[start.count] = .nan
      return result
    }
    let blank = FloatBuffer([Float](repeating: .nan, count: rows * outputs))
    let y = withGuard(blank)
    LinearAlgebra.project(y.base, x.base, w.base, rows: rows, inputs: inputs, outputs: outputs)
    let wholeY = FloatBuffer(count: rows * outputs)
    cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasTrans, n, o, i, 1, x.base, i, w.base, i, 0, wholeY.base, o)
    expectEqual(y, wholeY, "x W^T")

    for accumulate in [false, true] {
      let start = buffer(rows * inputs, "dx")
      let dx = withGuard(
        accumulate ? start : FloatBuffer([Float](repeating: .nan, count: rows * inputs)))
      LinearAlgebra.projectBackwardInput(
        dx.base, dy.base, w.base, rows: rows, inputs: inputs, outputs: outputs,
        accumulate: accumulate)
      cblas_sgemm(
        CblasRowMajor, CblasNoTrans, CblasNoTrans, n, i, o, 1, dy.base, o, w.base, i,
        accumulate ? 1 : 0, start.base, i)
      expectEqual(dx, start, "dy W, accumulate \(accumulate)")
    }

    let start = buffer(outputs * inputs, "dw")
    let dw = withGuard(start)
    LinearAlgebra.projectBackwardWeight(
      dw.base, dy.base, x.base, rows: rows, inputs: inputs, outputs: outputs)
    cblas_sgemm(
      CblasRowMajor, CblasTrans, CblasNoTrans, o, i, n, 1, dy.base, o, x.base, i, 1, start.base, i)
    expectEqual(dw, start, "dy^T x")
  }
}
