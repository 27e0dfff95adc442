import Foundation
import Numerics

/// A linear model with a random intercept per group (run), y = X b + u_group + e, by restricted
/// maximum likelihood: differences between groups count as a separate noise term, and differences
/// within groups contribute most to the coefficients.
///
/// Profiles the likelihood over the ratio of the two variances and finds the root of its
/// derivative. Standard errors come from the observed information, as in `statsmodels.MixedLM`:
/// those of generalised least squares (reported by R's lme4) plus the uncertainty of the ratio.
/// Statistics are z, which is overconfident with few groups; ``WithinGroups`` and
/// ``PermutationTest`` are not.
public struct RandomInterceptModel: Sendable, Equatable {
  /// The intercept first, then the kept columns.
  public let coefficients: [Coefficient]
  /// [coefficient][coefficient]
  public let covariance: [[Double]]
  /// Names of columns that are linear combinations of those before them.
  public let aliased: [String]
  /// Variance of u. Zero if groups differ no more than expected from their rows.
  public let groupVariance: Double
  /// Variance of e.
  public let residualVariance: Double
  /// Restricted log likelihood, including constants.
  public let logLikelihood: Double

  /// Share of the variance between groups, 0...1.
  public var intraclassCorrelation: Double {
    groupVariance / (groupVariance + residualVariance)
  }

  public subscript(name: String) -> Coefficient? { coefficients.first { $0.name == name } }

  /// Fits `outcome`, one value per row, with an intercept.
  ///
  /// - Returns: nil if nothing can be estimated: a constant outcome, non-finite values, no more
  ///   rows than coefficients, a single group, groups of one row each, or no variation left
  ///   unexplained by groups and columns.
  public static func fit(
    _ predictors: Predictors, outcome: [Double], groups: Grouping, level: Double = 0.95
  ) -> RandomInterceptModel? {
    let n = outcome.count
    precondition(
      predictors.columns.allSatisfy { $0.count == n } && groups.rowCount == n, "one value per row")
    guard !outcome.isDegenerate, predictors.columns.allSatisfy(\.allFinite), groups.count > 1,
      groups.count < n
    else { return nil }
    let data = CompressedColumns(predictors.columns + [outcome], rowCount: n, centred: true)
    let design = Orthogonalization(Array(data.columns.dropLast()), tolerances: data.tolerances)
    let indices = design.kept + [predictors.count]
    let profile = VarianceProfile(
      indices.map { (predictors.columns + [outcome])[$0] }, means: indices.map { data.means[$0] },
      groups: groups)
    guard n > indices.count, profile.varies(outcomeNorm: data.columns[predictors.count].norm) else {
      return nil
    }
    let point = profile.at(profile.bestRatio())
    let freedom = Double(n - indices.count)
    let variance = point.residualSquares / freedom
    let frame = CoefficientFrame(
      triangle: point.triangle, means: design.kept.map { data.means[$0] },
      scales: design.kept.map { _ in 1 }, intercept: true)
    var computed = point.coefficients
    computed[0] += data.means[predictors.count]
    var covariance = frame.covariance(parts: frame.parts(variance: variance))
    let slope = frame.values(point.coefficientSlopes)
    for i in slope.indices {
      for j in slope.indices { covariance[i][j] += slope[i] * slope[j] * point.ratioVariance }
    }
    return RandomInterceptModel(
      coefficients: frame.coefficients(
        names: design.kept.map { predictors.names[$0] }, values: frame.values(computed),
        covariance: covariance, standardized: nil, reference: .normal, level: level),
      covariance: covariance, aliased: design.aliased.map { predictors.names[$0] },
      groupVariance: point.ratio * variance, residualVariance: variance,
      logLikelihood: -0.5
        * (point.criterion + freedom * (1 + log(2 * .pi) - log(freedom))))
  }
}

/// Minus twice the profiled restricted log likelihood, up to a constant, as a function of the ratio
/// of the variance between groups to that within. Rows enter only through the triangle of the
/// variation within groups and through the group means.
private struct VarianceProfile {
  struct Point {
    var ratio: Double
    var criterion: Double
    /// Derivative of the criterion with respect to the ratio.
    var derivative: Double
    var coefficients: [Double]
    /// Derivatives of the coefficients with respect to the ratio: [terms].
    var coefficientSlopes: [Double]
    /// Variance of the ratio, from the curvature of the likelihood; 0 if the ratio is 0, its bound.
    var ratioVariance: Double
    var residualSquares: Double
    var triangle: [[Double]]
  }

  let rowCount: Int
  /// Number of columns including the intercept, excluding the outcome.
  let width: Int
  let sizes: [Double]
  /// [group][intercept, columns, outcome]
  let means: [[Double]]
  /// QR of the intercept, columns and outcome within groups.
  let within: StreamingQR

  init(_ columns: [[Double]], means centres: [Double], groups: Grouping) {
    rowCount = groups.rowCount
    width = columns.count
    sizes = groups.sizes.map(Double.init)
    let columnMeans = columns.map { groups.means($0) }
    means = (0..<groups.count).map { group in
      [1] + columns.indices.map { columnMeans[$0][group] - centres[$0] }
    }
    let parts = WithinGroups(groups)
    let residuals = columns.map(parts.centred)
    var factor = StreamingQR(columns: columns.count + 1)
    // The intercept does not vary within groups, so its column is zero.
    RowBlocks(residuals, shifts: columns.map { _ in 0 }, intercept: true)
      .forEach(rowCount: rowCount) { block, rows in
        for row in rows.indices { block[row - rows.lowerBound] = 0 }
        factor.append(block, rows: rows.count)
      }
    within = factor
  }

  /// Whether the outcome varies within groups beyond the part explained by the columns.
  func varies(outcomeNorm: Double) -> Bool {
    let squares = at(0).residualSquares
    guard squares > 0 && squares.isFinite else { return false }
    let rest = squares.squareRoot()
    let inner = within.triangle[(width + 1) * (width + 1) - 1]
    return abs(inner) > 1e-12 * outcomeNorm && rest > 1e-12 * outcomeNorm
  }

  func at(_ ratio: Double) -> Point {
    var factor = within
    let g = sizes.count
    var block = [Double](repeating: 0, count: g * (width + 1))
    for (group, mean) in means.enumerated() {
      let weight = (sizes[group] / (1 + sizes[group] * ratio)).squareRoot()
      for column in 0...width { block[column * g + group] = weight * mean[column] }
    }
    factor.append(block, rows: g)
    let stride = width + 1
    let triangle = (0..<width).map {
      Array(factor.triangle[$0 * stride..<$0 * stride + $0 + 1])
    }
    let right = Array(factor.triangle[width * stride..<width * stride + width])
    let rest = factor.triangle[stride * stride - 1]
    let coefficients = Triangular.solve(triangle, right)
    var criterion = Double(rowCount - width) * log(rest * rest)
    for column in 0..<width { criterion += 2 * log(abs(triangle[column][column])) }
    let freedom = Double(rowCount - width)
    let shrinkage = sizes.map { $0 / (1 + $0 * ratio) }
    for (size, shrunk) in zip(sizes, shrinkage) { criterion += log(size / shrunk) }
    // Each group's leverage on the coefficients, and the residual of its mean.
    let terms = means.map { Array($0.dropLast()) }
    let pulls = zip(terms, shrinkage).map { term, shrunk in
      Triangular.solveTransposed(triangle, term.map { $0 * shrunk })
    }
    let offs = means.indices.map {
      (means[$0][width] - coefficients.dot(terms[$0])) * shrinkage[$0] / rest
    }
    let lean = (0..<width).map { column in
      -pulls.indices.reduce(0) { $0 + pulls[$1][column] * offs[$1] * rest }
    }
    let slopes = Triangular.solve(triangle, lean)
    let squares = offs.dot(offs)
    let derivative =
      shrinkage.reduce(0, +) - pulls.reduce(0) { $0 + $1.dot($1) } - freedom * squares
    return Point(
      ratio: ratio, criterion: criterion, derivative: derivative, coefficients: coefficients,
      coefficientSlopes: slopes,
      ratioVariance: ratio > 0
        ? 2
          / curvature(
            shrinkage: shrinkage, pulls: pulls, offs: offs,
            leans: pulls.map { $0.dot(lean) / rest }) : 0,
      residualSquares: rest * rest, triangle: triangle)
  }

  /// Second derivative of the criterion, from its parts at one ratio.
  private func curvature(
    shrinkage: [Double], pulls: [[Double]], offs: [Double], leans: [Double]
  ) -> Double {
    let freedom = Double(rowCount - width)
    let squares = offs.dot(offs)
    var result = -shrinkage.dot(shrinkage) - freedom * squares * squares
    for i in 0..<width {
      for j in 0..<width {
        let product = pulls.reduce(0) { $0 + $1[i] * $1[j] }
        result -= product * product
      }
    }
    for group in pulls.indices {
      result += 2 * shrinkage[group] * pulls[group].dot(pulls[group])
      result += 2 * freedom * offs[group] * (shrinkage[group] * offs[group] + leans[group])
    }
    return result
  }

  /// The ratio that minimises the criterion: takes the best point of a grid, since there may be
  /// several minima, then the adjacent root of the derivative.
  func bestRatio() -> Double {
    let grid = [0] + (-32...40).map { pow(10, Double($0) / 4) }
    let points = grid.map(at)
    guard let best = points.indices.min(by: { points[$0].criterion < points[$1].criterion }) else {
      return 0
    }
    if best == 0 && points[0].derivative >= 0 { return 0 }
    var low = points[best].derivative < 0 ? grid[best] : grid[best - 1]
    var high = points[best].derivative < 0 ? grid[min(best + 1, grid.count - 1)] : grid[best]
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return middle }
      if at(middle).derivative < 0 { low = middle } else { high = middle }
    }
  }
}
