internal import COpenBLAS

/// Eigenvalues in double precision with OpenBLAS's LAPACK, on one thread.
package enum Eigen {
  /// Eigenvalues of a symmetric matrix [n, n], ascending: [n]. Reads only one triangle.
  ///
  /// Accurate to a few ulps of the largest magnitude: a zero eigenvalue comes back as about 1e-16
  /// of it, with either sign. All are NaN if the matrix has a non-finite entry.
  package static func symmetricEigenvalues(_ matrix: [Double], order n: Int) -> [Double] {
    precondition(n >= 0 && matrix.count == n * n, "the matrix is [n, n]")
    LinearAlgebra.useOneThread()
    guard n > 0 else { return [] }
    guard matrix.allSatisfy(\.isFinite) else { return Array(repeating: .nan, count: n) }
    // LAPACK reads column-major, which is the same for a symmetric matrix; it overwrites its input.
    var scratch = matrix
    var values = [Double](repeating: 0, count: n)
    // Minimum workspace for dsyevd without eigenvectors, per its documentation.
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
