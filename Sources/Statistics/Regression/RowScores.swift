import Numerics

/// What each row pulls a fit by: its residual times its terms, in coordinates of Q = X R^-1, where
/// ill-conditioned columns do no harm.
struct RowScores {
  let blocks: RowBlocks
  let frame: CoefficientFrame
  let residuals: [Double]

  init(columns: [[Double]], frame: CoefficientFrame, residuals: [Double]) {
    blocks = RowBlocks(
      columns, shifts: frame.means, scales: frame.scales, intercept: frame.intercept)
    self.frame = frame
    self.residuals = residuals
  }

  /// - Parameter fitted: the fitted values in coordinates of Q.
  init(columns: [[Double]], frame: CoefficientFrame, fitted: [Double], outcome: [Double]) {
    let blocks = RowBlocks(
      columns, shifts: frame.means, scales: frame.scales, intercept: frame.intercept)
    var residuals = outcome
    blocks.forEach(rowCount: outcome.count) { block, rows in
      Triangular.divide(&block, rows: rows.count, by: frame.triangle)
      for (index, part) in fitted.enumerated() {
        let base = index * rows.count - rows.lowerBound
        for row in rows { residuals[row] -= part * block[base + row] }
      }
    }
    self.init(columns: columns, frame: frame, residuals: residuals)
  }

  /// The sum over rows of the outer product of their scores.
  func products(correction: Double) -> [[Double]] {
    let k = frame.count
    var sum = [Double](repeating: 0, count: k * k)
    forEachBlock { block, rows in
      let product = LinearAlgebra.gram(block, rows: rows.count, columns: k)
      for i in sum.indices { sum[i] += product[i] }
    }
    return matrix(sum, correction: correction)
  }

  /// The same of the sums of scores over each group.
  func products(within groups: Grouping, correction: Double) -> [[Double]] {
    precondition(groups.rowCount == residuals.count, "one group per row")
    let k = frame.count
    let g = groups.count
    let indices = groups.indices
    var sums = [Double](repeating: 0, count: k * g)
    forEachBlock { block, rows in
      for column in 0..<k {
        let base = column * rows.count - rows.lowerBound
        for row in rows { sums[column * g + indices[row]] += block[base + row] }
      }
    }
    return matrix(LinearAlgebra.gram(sums, rows: g, columns: k), correction: correction)
  }

  private func forEachBlock(_ body: ([Double], Range<Int>) -> Void) {
    let k = frame.count
    blocks.forEach(rowCount: residuals.count) { block, rows in
      Triangular.divide(&block, rows: rows.count, by: frame.triangle)
      for column in 0..<k {
        let base = column * rows.count - rows.lowerBound
        for row in rows { block[base + row] *= residuals[row] }
      }
      body(block, rows)
    }
  }

  private func matrix(_ values: [Double], correction: Double) -> [[Double]] {
    let k = frame.count
    return (0..<k).map { i in (0..<k).map { values[i * k + $0] * correction } }
  }
}
