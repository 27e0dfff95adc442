internal import COpenBLAS

/// Triangular factor R of a tall matrix that arrives in blocks of rows (Demmel et al. 2012,
/// "Communication-optimal parallel and sequential QR"). Each block is stacked below the current R
/// and factored again, so a million rows need the memory of one block and avoid the squared
/// condition number of a Gram matrix. R^T R = A^T A; diagonal signs are arbitrary.
///
/// Double precision, LAPACK's dgeqrf, one thread.
package struct StreamingQR {
  package let columns: Int
  /// [columns, columns], column-major, zero below the diagonal.
  package private(set) var triangle: [Double]
  private var work: [Double]
  private var tau: [Double]

  package init(columns: Int) {
    precondition(columns > 0, "a matrix has columns")
    LinearAlgebra.useOneThread()
    self.columns = columns
    triangle = Array(repeating: 0, count: columns * columns)
    work = Array(repeating: 0, count: columns * 64)
    tau = Array(repeating: 0, count: columns)
  }

  /// Adds rows.
  ///
  /// - Parameter block: [rows, columns], column-major and finite.
  package mutating func append(_ block: [Double], rows: Int) {
    precondition(rows >= 0 && block.count == rows * columns, "the block is [rows, columns]")
    guard rows > 0 else { return }
    let height = columns + rows
    var stacked = [Double](repeating: 0, count: height * columns)
    for column in 0..<columns {
      for row in 0...column { stacked[column * height + row] = triangle[column * columns + row] }
      let start = column * height + columns
      for row in 0..<rows { stacked[start + row] = block[column * rows + row] }
    }
    var m = blasint(height)
    var n = blasint(columns)
    var workCount = blasint(work.count)
    var status = blasint(0)
    dgeqrf_(&m, &n, &stacked, &m, &tau, &work, &workCount, &status)
    precondition(status == 0, "an argument of dgeqrf is out of range")
    for column in 0..<columns {
      for row in 0...column { triangle[column * columns + row] = stacked[column * height + row] }
    }
  }
}
