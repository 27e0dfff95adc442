/// Maps the terms used in the computation (an intercept and centred, scaled columns) back to
/// coefficients of the original columns.
struct CoefficientFrame {
  /// R of the computed terms, `triangle[column][row]`; the intercept first, if any.
  let triangle: [[Double]]
  /// Mean of each column: [columns].
  let means: [Double]
  let scales: [Double]
  let intercept: Bool

  init(triangle: [[Double]], means: [Double], scales: [Double], intercept: Bool) {
    self.triangle = triangle
    self.means = means
    self.scales = scales
    self.intercept = intercept
  }

  /// Frame of centred columns with their own R; the intercept is orthogonal to them.
  init(slopes: [[Double]], means: [Double], rowCount: Int, intercept: Bool) {
    let first = intercept ? [[Double(rowCount).squareRoot()]] : []
    self.init(
      triangle: first + slopes.map { (intercept ? [0] : []) + $0 }, means: means,
      scales: means.map { _ in 1 }, intercept: intercept)
  }

  var count: Int { triangle.count }

  /// Coefficients of the original columns.
  func values(_ computed: [Double]) -> [Double] { transform(computed) }

  /// Covariance of the coefficients, if in coordinates of Q = X R^-1 it is the sum of the outer
  /// products of `parts` [part][term] with themselves.
  ///
  /// Maps such a root of the covariance rather than the covariance itself: where large coefficients
  /// cancel, their squares would lose half the digits.
  func covariance(parts: [[Double]]) -> [[Double]] {
    let moved = parts.map { transform(Triangular.solve(triangle, $0)) }
    return (0..<count).map { i in
      (0..<count).map { j in moved.reduce(0) { $0 + $1[i] * $1[j] } }
    }
  }

  /// The coefficients as combinations of coordinates of Q: [coefficient][term].
  var combinations: [[Double]] {
    let moved = (0..<count).map { term in
      transform(Triangular.solve(triangle, (0..<count).map { $0 == term ? 1 : 0 }))
    }
    return (0..<count).map { coefficient in moved.map { $0[coefficient] } }
  }

  /// The parts of a covariance that is equal for all coordinates of Q: [term][term].
  func parts(variance: Double) -> [[Double]] {
    let deviation = variance.squareRoot()
    return (0..<count).map { i in (0..<count).map { $0 == i ? deviation : 0 } }
  }

  func coefficients(
    names: [String], values: [Double], covariance: [[Double]], standardized: [Double]?,
    references: [Coefficient.Reference?], level: Double, scales: [Double]? = nil
  ) -> [Coefficient] {
    let all = (intercept ? [Coefficient.interceptName] : []) + names
    return all.indices.map { index in
      let column = index - (intercept ? 1 : 0)
      return Coefficient(
        name: all[index], value: values[index], variance: covariance[index][index],
        reference: references[index], level: level, scale: scales?[index] ?? 0,
        standardized: column < 0 ? nil : standardized?[column])
    }
  }

  private func transform(_ computed: [Double]) -> [Double] {
    guard intercept else { return zip(computed, scales).map { $0 / $1 } }
    let slopes = zip(computed.dropFirst(), scales).map { $0 / $1 }
    return [computed[0] - slopes.dot(means)] + slopes
  }
}
