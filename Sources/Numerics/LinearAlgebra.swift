internal import CKernels
internal import COpenBLAS

/// Matrix products on OpenBLAS, or on the project's own kernel for few rows, one thread each. Students
/// run in parallel, not the products, which also keeps results bitwise independent of the number of
/// workers.
package enum LinearAlgebra {
  static func useOneThread() { BLASKernels.areChosen }

  /// Floats of weights from which few rows do not repay packing them. Below, OpenBLAS has kernels for
  /// small products.
  package static let largeWeights = 1 << 17
  private static let fewRows = Int(ck_project_rows())

  /// y[N, O] = x[N, I] w[O, I]^T: forward pass of a projection in Hugging Face's weight layout.
  package static func project(
    _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ w: UnsafePointer<Float>,
    rows: Int, inputs: Int, outputs: Int
  ) {
    BLASKernels.areChosen
    guard rows > 0 else { return }
    if rows <= fewRows && inputs * outputs >= largeWeights {
      ck_project(y, x, w, Int32(rows), Int32(inputs), Int32(outputs))
      return
    }
    if SmallProducts.project(y, x, w, rows: rows, inputs: inputs, outputs: outputs) { return }
    cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasTrans, blasint(rows), blasint(outputs), blasint(inputs), 1,
      x, blasint(inputs), w, blasint(inputs), 0, y, blasint(outputs))
  }

  /// dx[N, I] = dy[N, O] w[O, I]; added to dx when `accumulate`.
  package static func projectBackwardInput(
    _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ w: UnsafePointer<Float>,
    rows: Int, inputs: Int, outputs: Int, accumulate: Bool = false
  ) {
    BLASKernels.areChosen
    guard rows > 0 else { return }
    if SmallProducts.multiply(
      dx, dy, isTransposed: false, w, rows: rows, columns: inputs, inner: outputs,
      accumulate: accumulate)
    {
      return
    }
    cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasNoTrans, blasint(rows), blasint(inputs), blasint(outputs),
      1, dy, blasint(outputs), w, blasint(inputs), accumulate ? 1 : 0, dx, blasint(inputs))
  }

  /// dw[O, I] += dy[N, O]^T x[N, I].
  package static func projectBackwardWeight(
    _ dw: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>,
    rows: Int, inputs: Int, outputs: Int
  ) {
    BLASKernels.areChosen
    guard rows > 0 else { return }
    if SmallProducts.multiply(
      dw, dy, isTransposed: true, x, rows: outputs, columns: inputs, inner: rows, accumulate: true)
    {
      return
    }
    cblas_sgemm(
      CblasRowMajor, CblasTrans, CblasNoTrans, blasint(outputs), blasint(inputs), blasint(rows), 1,
      dy, blasint(outputs), x, blasint(inputs), 1, dw, blasint(inputs))
  }

  /// a^T a [columns, columns] for a [rows, columns], column-major, in double precision.
  package static func gram(_ a: [Double], rows: Int, columns: Int) -> [Double] {
    precondition(a.count == rows * columns, "the matrix is [rows, columns]")
    BLASKernels.areChosen
    guard rows > 0 && columns > 0 else { return Array(repeating: 0, count: columns * columns) }
    var product = [Double](repeating: 0, count: columns * columns)
    cblas_dsyrk(
      CblasColMajor, CblasUpper, CblasTrans, blasint(columns), blasint(rows), 1, a, blasint(rows),
      0, &product, blasint(columns))
    for column in 0..<columns {
      for row in 0..<column { product[row * columns + column] = product[column * columns + row] }
    }
    return product
  }
}
