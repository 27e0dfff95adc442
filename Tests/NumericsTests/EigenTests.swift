// Behaviours locked here:
// - eigenvalues of symmetric matrices whose eigenvalues are known in closed form, ascending
// - trace and sum of squares are kept; what is not finite gives what is not a number

import Numerics
import Randomness
import Testing

@Suite struct EigenTests {
  @Test func ofTwoByTwo() {
    let values = Eigen.symmetricEigenvalues([2, 1, 1, 2], order: 2)
    #expect(abs(values[0] - 1) < 1e-14 && abs(values[1] - 3) < 1e-14)
  }

  /// The matrix with 2 on its diagonal and -1 beside it has 2 - 2 cos(pi j / (n + 1)).
  @Test(arguments: [1, 2, 3, 25, 128]) func ofASecondDifference(_ n: Int) {
    var matrix = [Double](repeating: 0, count: n * n)
    for i in 0..<n {
      matrix[i * n + i] = 2
      if i > 0 {
        matrix[i * n + i - 1] = -1
        matrix[(i - 1) * n + i] = -1
      }
    }
    let values = Eigen.symmetricEigenvalues(matrix, order: n)
    for (index, value) in values.enumerated() {
      let angle = Double.pi * Double(index + 1) / Double(n + 1)
      #expect(abs(value - (2 - 2 * cosine(angle))) < 1e-12)
    }
  }

  /// By its series, enough for angles below pi.
  private func cosine(_ angle: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for k in 1..<40 {
      term *= -angle * angle / Double((2 * k - 1) * (2 * k))
      sum += term
    }
    return sum
  }

  @Test func invariantsAreKept() {
    var random = RandomStream(seed: 3, path: "matrix")
    let n = 60
    var matrix = [Double](repeating: 0, count: n * n)
    for i in 0..<n {
      for j in 0...i {
        matrix[i * n + j] = random.normal()
        matrix[j * n + i] = matrix[i * n + j]
      }
    }
    let values = Eigen.symmetricEigenvalues(matrix, order: n)
    #expect(values == values.sorted())
    let trace = (0..<n).reduce(0) { $0 + matrix[$1 * n + $1] }
    #expect(abs(values.reduce(0, +) - trace) < 1e-10)
    let squares = matrix.reduce(0) { $0 + $1 * $1 }
    #expect(abs(values.reduce(0) { $0 + $1 * $1 } - squares) < 1e-8)
    #expect(values == Eigen.symmetricEigenvalues(matrix, order: n))
  }

  @Test func edges() {
    #expect(Eigen.symmetricEigenvalues([], order: 0).isEmpty)
    for (matrix, n) in [([.nan], 1), ([1, .infinity, .infinity, 1], 2)] as [([Double], Int)] {
      let values = Eigen.symmetricEigenvalues(matrix, order: n)
      #expect(values.count == n && values.filter(\.isNaN).count == n)
    }
  }
}
