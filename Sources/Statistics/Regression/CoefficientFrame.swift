/// The way from the terms that a model is computed in, an intercept and centred, scaled columns, to
/// the coefficients of the columns as they came.
struct CoefficientFrame {
  /// R of the computed terms, the intercept first if there is one.
  let triangle: [[Double]]
  /// Of the columns.
  let means: [Double]
  let scales: [Double]
  let intercept: Bool

  init(triangle: [[Double]], means: [Double], scales: [Double], intercept: Bool) {
    self.triangle = triangle
    self.means = means
    self.scales = scales
    self.intercept = intercept
  }

  /// Of centred columns with their own R, to which the intercept is orthogonal.
  init(slopes: [[Double]], means: [Double], rowCount: Int, intercept: Bool) {
    let first = intercept ? [[Double(rowCount).squareRoot()]] : []
    self.init(
      triangle: first + slopes.map { (intercept ? [0] : []) + $0 }, means: means,
      scales: means.map { _ in 1 }, intercept: intercept)
  }

  var count: Int { triangle.count }

  /// Coefficients of the columns as they came.
  func values(_ computed: [Double]) -> [Double] { transform(computed) }

  /// Their covariance, from that of the scores in coordinates of Q = X R^-1.
  func covariance(middle: [[Double]]) -> [[Double]] {
    // T C T^T, one side after the other; C is symmetric, and so is the result.
    let half = Triangular.sandwich(triangle, middle).map(transform)
    return (0..<count).map { i in half.map { $0[i] } }.map(transform)
  }

  func coefficients(
    names: [String], values: [Double], covariance: [[Double]], standardized: [Double]?,
    reference: Coefficient.Reference, level: Double
  ) -> [Coefficient] {
    let all = (intercept ? [Coefficient.interceptName] : []) + names
    return all.indices.map { index in
      let column = index - (intercept ? 1 : 0)
      return Coefficient(
        name: all[index], value: values[index], variance: covariance[index][index],
        reference: reference, level: level,
        standardized: column < 0 ? nil : standardized?[column])
    }
  }

  private func transform(_ computed: [Double]) -> [Double] {
    guard intercept else { return zip(computed, scales).map { $0 / $1 } }
    let slopes = zip(computed.dropFirst(), scales).map { $0 / $1 }
    return [computed[0] - slopes.dot(means)] + slopes
  }
}
