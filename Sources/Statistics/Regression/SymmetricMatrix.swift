/// A small symmetric matrix by its eigenvectors (cyclic Jacobi rotations, to machine precision).
struct SymmetricMatrix {
  private(set) var eigenvalues: [Double]
  /// [eigenvalue][row]
  private(set) var eigenvectors: [[Double]]

  init(_ matrix: [[Double]]) {
    let n = matrix.count
    var a = matrix
    var v = (0..<n).map { i in (0..<n).map { $0 == i ? 1.0 : 0.0 } }
    let size = matrix.flatMap { $0 }.norm
    for _ in 0..<60 {
      var off = 0.0
      for i in 0..<n { for j in 0..<i { off += a[i][j] * a[i][j] } }
      if off.squareRoot() <= 1e-17 * size { break }
      for p in 0..<n {
        for q in (p + 1)..<max(n, p + 1) where a[p][q] != 0 {
          let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
          let t = (theta >= 0 ? 1 : -1) / (abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<n {
            (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q])
          }
          for k in 0..<n {
            (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k])
            (v[p][k], v[q][k]) = (c * v[p][k] - s * v[q][k], s * v[p][k] + c * v[q][k])
          }
        }
      }
    }
    eigenvalues = (0..<n).map { a[$0][$0] }
    eigenvectors = v
  }

  /// The matrix with f(eigenvalue) in place of each eigenvalue.
  func function(_ f: (Double) -> Double) -> [[Double]] {
    let n = eigenvalues.count
    var result = (0..<n).map { _ in [Double](repeating: 0, count: n) }
    for (value, vector) in zip(eigenvalues.map(f), eigenvectors) where value != 0 {
      for i in 0..<n { for j in 0..<n { result[i][j] += value * vector[i] * vector[j] } }
    }
    return result
  }
}
