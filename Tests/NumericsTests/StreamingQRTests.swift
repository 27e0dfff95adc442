// Behaviours locked here:
// - R^T R is A^T A, in whatever blocks the rows come, also with fewer rows than columns
// - R is upper triangular, and keeps small differences between columns that A^T A would lose
import Numerics
import Randomness
import Testing

@Suite struct StreamingQRTests {
  /// [rows, columns], column-major.
  private func matrix(rows: Int, columns: Int) -> [Double] {
    var random = RandomStream(seed: 3, path: "matrix/\(rows)")
    return (0..<rows * columns).map { _ in random.normal() }
  }

  /// Rows `range` of a matrix.
  private func block(_ a: [Double], rows: Int, columns: Int, _ range: Range<Int>) -> [Double] {
    (0..<columns).flatMap { column in range.map { a[column * rows + $0] } }
  }

  @Test(arguments: [1, 2, 7, 40]) func theTriangleHasTheInnerProducts(_ blockRows: Int) {
    let columns = 5
    for rows in [2, 5, 40] {
      let a = matrix(rows: rows, columns: columns)
      var factor = StreamingQR(columns: columns)
      for start in stride(from: 0, to: rows, by: blockRows) {
        let range = start..<min(start + blockRows, rows)
        factor.append(block(a, rows: rows, columns: columns, range), rows: range.count)
      }
      let expected = LinearAlgebra.gram(a, rows: rows, columns: columns)
      let product = LinearAlgebra.gram(factor.triangle, rows: columns, columns: columns)
      for (one, other) in zip(product, expected) { #expect(abs(one - other) < 1e-12) }
      for column in 0..<columns {
        for row in column + 1..<columns { #expect(factor.triangle[column * columns + row] == 0) }
      }
    }
  }

  @Test func gramIsTheSumOfProducts() {
    let a = matrix(rows: 6, columns: 3)
    let product = LinearAlgebra.gram(a, rows: 6, columns: 3)
    for i in 0..<3 {
      for j in 0..<3 {
        let sum = (0..<6).reduce(0) { $0 + a[i * 6 + $1] * a[j * 6 + $1] }
        #expect(abs(product[i * 3 + j] - sum) < 1e-12)
      }
    }
  }

  @Test func nearlyEqualColumnsStayApart() {
    // The squared difference, 1e-20 of the squares, is beyond the digits of a Gram matrix.
    let first = matrix(rows: 30, columns: 1)
    let second = first.enumerated().map { $1 + ($0 % 2 == 0 ? 1e-10 : -1e-10) }
    var factor = StreamingQR(columns: 2)
    factor.append(first + second, rows: 30)
    #expect((3e-10...6e-10).contains(abs(factor.triangle[3])))
  }
}
