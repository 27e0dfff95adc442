import Numerics

/// Score of each row (its residual times its terms), in coordinates of Q = X R^-1, where
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

  /// - Parameter fitted: the fit in coordinates of Q: [terms].
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

  /// Vectors whose outer products sum to `correction` times those of the rows' scores: the rows of
  /// the R of their QR factorisation, [part][term].
  func parts(correction: Double) -> [[Double]] {
    var factor = StreamingQR(columns: frame.count)
    forEachBlock { block, rows in factor.append(block, rows: rows.count) }
    return rows(of: factor, correction: correction)
  }

  /// The same for the sums of scores within each group.
  func parts(within groups: Grouping, correction: Double) -> [[Double]] {
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
    var factor = StreamingQR(columns: k)
    factor.append(sums, rows: g)
    return rows(of: factor, correction: correction)
  }

  /// Each cluster's sum of scores, and of the outer products of its rows of Q.
  ///
  /// - Parameter weights: of the rows in the least squares that Q belongs to; nil if all are 1.
  func moments(
    within groups: Grouping, weights: [Double]? = nil
  ) -> (scores: [[Double]], grams: [[[Double]]]) {
    precondition(groups.rowCount == residuals.count, "one group per row")
    let k = frame.count
    let indices = groups.indices
    var scores = [[Double]](
      repeating: [Double](repeating: 0, count: k), count: groups.count)
    var grams = [[Double]](
      repeating: [Double](repeating: 0, count: k * k), count: groups.count)
    blocks.forEach(rowCount: residuals.count) { block, rows in
      Triangular.divide(&block, rows: rows.count, by: frame.triangle)
      for i in 0..<k {
        let base = i * rows.count - rows.lowerBound
        for row in rows { scores[indices[row]][i] += block[base + row] * residuals[row] }
        for j in 0...i {
          let other = j * rows.count - rows.lowerBound
          for row in rows {
            grams[indices[row]][i * k + j] +=
              block[base + row] * block[other + row] * (weights?[row] ?? 1)
          }
        }
      }
    }
    return (
      scores,
      grams.map { flat in
        (0..<k).map { i in (0..<k).map { flat[max(i, $0) * k + min(i, $0)] } }
      }
    )
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

  private func rows(of factor: StreamingQR, correction: Double) -> [[Double]] {
    let k = factor.columns
    let scale = correction.squareRoot()
    return (0..<k).map { row in (0..<k).map { factor.triangle[$0 * k + row] * scale } }
  }
}
