internal import COpenBLAS

/// Eigenvalues in double precision, by the LAPACK inside OpenBLAS, on one thread.
package enum Eigen {
  /// The eigenvalues of a symmetric matrix [n, n], ascending. Only one triangle is read.
  ///
  /// Accurate to a few ulps of the largest one in magnitude: a zero comes back as about 1e-16 of
  /// it, of either sign. All are not a number when the matrix holds something that is not finite.
  package static func symmetricEigenvalues(_ matrix: [Double], order n: Int) -> [Double] {
    precondition(n >= 0 && matrix.count == n * n, "the matrix is [n, n]")
    LinearAlgebra.useOneThread()
    guard n > 0 else { return [] }
    guard matrix.allSatisfy(\.isFinite) else { return Array(repeating: .nan, count: n) }
    // Column-major, as LAPACK reads it, is the same for a symmetric matrix; it is overwritten.
    var scratch = matrix
    var values = [Double](repeating: 0, count: n)
    // The least that the documentation of dsyevd asks for when no vectors are wanted.
    var work = [Double](repeating: 0, count: 2 * n + 1)
    var integerWork: [blasint] = [0]
    var order = blasint(n)
    var workCount = blasint(work.count)
    var integerWorkCount = blasint(1)
    var status = blasint(0)
    dsyevd_(
      "N", "U", &order, &scratch, &order, &values, &work, &workCount, &integerWork,
      &integerWorkCount, &status, 1, 1)
    precondition(status >= 0, "an argument of dsyevd is out of range")
    return status == 0 ? values : Array(repeating: .nan, count: n)
  }
}
