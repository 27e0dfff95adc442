/// Comparisons within groups (runs). Removes differences between groups and, if a time is given,
/// linear trends within groups from every column, so that a trend shared by label and outcome does
/// not count as an effect. Equivalent to a dummy for each group (and its product with time) in the
/// regression.
public struct WithinGroups: Sendable, Equatable {
  public let groups: Grouping
  /// Number of removed parameters: one per group, plus one per group whose time varies.
  public let absorbed: Int
  /// Time minus its group's mean: [rows]; and for each group the sum of its squares: [groups].
  private let time: [Double]?
  private let timeSquares: [Double]

  /// - Parameter time: time of each row, such as its outer step, to also remove a linear trend per
  ///   group; finite.
  public init(_ groups: Grouping, time: [Double]? = nil) {
    self.groups = groups
    guard let time else {
      self.time = nil
      timeSquares = []
      absorbed = groups.count
      return
    }
    precondition(time.count == groups.rowCount && time.allFinite, "a finite time per row")
    let means = groups.means(time)
    let rows = groups.rows
    let centred = time.indices.map { time[$0] - means[groups.indices[$0]] }
    // A group with constant times has no trend, despite rounding errors.
    timeSquares = rows.map { rows in
      rows.allSatisfy { time[$0] == time[rows[0]] }
        ? 0 : rows.reduce(0) { $0 + centred[$1] * centred[$1] }
    }
    self.time = centred
    absorbed = groups.count + timeSquares.count { $0 > 0 }
  }

  /// A column minus its group means and, if times were given, its group trends: [rows]. Sets the
  /// result to zero if only rounding errors remain within groups.
  public func centred(_ values: [Double]) -> [Double] {
    let means = groups.means(values)
    let indices = groups.indices
    var result = values.indices.map { values[$0] - means[indices[$0]] }
    if let time {
      var slopes = [Double](repeating: 0, count: groups.count)
      for row in result.indices { slopes[indices[row]] += time[row] * result[row] }
      for group in slopes.indices {
        slopes[group] = timeSquares[group] > 0 ? slopes[group] / timeSquares[group] : 0
      }
      for row in result.indices { result[row] -= slopes[indices[row]] * time[row] }
    }
    let size = values.reduce(0) { max($0, abs($1)) }
    let left = result.reduce(0) { max($0, abs($1)) }
    return left > 16 * Double.ulpOfOne * size ? result : result.map { _ in 0 }
  }

  /// Least squares on centred columns. Degrees of freedom and the corrections for heteroscedastic
  /// and clustered errors count the removed parameters, as the regression with dummies does (`areg`
  /// in Stata; `xtreg, fe` does not count them if the clusters are the groups). There is no
  /// intercept; R^2 is within groups, and standardized coefficients use the standard deviations of all
  /// rows. Columns that are constant within groups are aliased.
  ///
  /// - Returns: nil under the conditions of
  ///   ``OrdinaryLeastSquares/fit(_:outcome:intercept:errors:reference:level:)``.
  public func fit(
    _ predictors: Predictors, outcome: [Double],
    errors: OrdinaryLeastSquares.Errors = .classical, reference: Coefficient.Reference? = nil,
    level: Double = 0.95
  ) -> OrdinaryLeastSquares? {
    guard outcome.allFinite && predictors.columns.allSatisfy(\.allFinite) else { return nil }
    return OrdinaryLeastSquares.fit(
      Predictors(names: predictors.names, columns: predictors.columns.map(centred)),
      outcome: centred(outcome), intercept: false, absorbed: absorbed, errors: errors,
      reference: reference, level: level,
      spreads: (predictors.columns + [outcome]).map(\.standardDeviation))
  }

  /// The correlation within groups as a slope of ``fit``: its error and test, in units of the
  /// correlation. Nil if undefined.
  ///
  /// - Parameter slope: of the outcome on the column alone.
  public func correlation(_ x: [Double], _ y: [Double], slope: Coefficient) -> CorrelationTest? {
    let sizes = (centred(x).norm, centred(y).norm)
    guard sizes.0 > 0, sizes.1 > 0 else { return nil }
    let scaled = slope.estimate.scaled(by: sizes.0 / sizes.1)
    return CorrelationTest(
      estimate: Estimate(
        value: Correlation.clamped(scaled.value),
        interval: scaled.interval.map {
          .init(
            lower: Correlation.clamped($0.lower), upper: Correlation.clamped($0.upper),
            level: $0.level)
        }), pValue: slope.pValue ?? .nan, count: x.count)
  }

  /// Pearson correlation within groups; the p-value uses t with the remaining n - 1 - absorbed
  /// degrees of freedom. Nil if a column is constant within groups.
  public func correlation(
    _ x: [Double], _ y: [Double], level: Double = 0.95
  ) -> CorrelationTest? {
    guard x.allFinite && y.allFinite,
      let r = Correlation.coefficient(centred(x), centred(y))
    else { return nil }
    return Correlation.test(
      r, count: x.count, given: absorbed - 1, fisherVariance: 1, level: level)
  }
}
