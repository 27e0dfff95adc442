/// Comparisons within groups (runs): what differs between groups, and with a time what drifts within
/// them, is taken out of every column, so that a trend shared by label and outcome does not pass for
/// an effect. The same as a dummy for each group (and its product with time) in the regression.
public struct WithinGroups: Sendable, Equatable {
  public let groups: Grouping
  /// Parameters that are taken out: one per group, and one more per group whose time varies.
  public let absorbed: Int
  /// Time less its group's mean, and for each group the sum of its squares.
  private let time: [Double]?
  private let timeSquares: [Double]

  /// - Parameter time: of each row, such as its outer step, if a linear trend of each group's own is
  ///   to be taken out as well; finite.
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
    // A group whose times are all the same has no trend, whatever rounding left of them.
    timeSquares = rows.map { rows in
      rows.allSatisfy { time[$0] == time[rows[0]] }
        ? 0 : rows.reduce(0) { $0 + centred[$1] * centred[$1] }
    }
    self.time = centred
    absorbed = groups.count + timeSquares.count { $0 > 0 }
  }

  /// A column less its mean in each group, and less its trend if times were given. What rounding
  /// leaves of a column that does not vary within groups comes out as zeros.
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

  /// Least squares on centred columns, with the degrees of freedom and the corrections of
  /// heteroscedastic and clustered errors counting what was taken out, as the regression with dummies
  /// has them (`areg` in Stata; `xtreg, fe` does not count them when clusters are the groups). There
  /// is no intercept; R^2 is that within groups. Columns that do not vary within groups are aliased.
  ///
  /// - Returns: nil as ``OrdinaryLeastSquares/fit(_:outcome:intercept:errors:reference:level:)``.
  public func fit(
    _ predictors: Predictors, outcome: [Double],
    errors: OrdinaryLeastSquares.Errors = .classical, reference: Coefficient.Reference? = nil,
    level: Double = 0.95
  ) -> OrdinaryLeastSquares? {
    guard outcome.allFinite && predictors.columns.allSatisfy(\.allFinite) else { return nil }
    return OrdinaryLeastSquares.fit(
      Predictors(names: predictors.names, columns: predictors.columns.map(centred)),
      outcome: centred(outcome), intercept: false, absorbed: absorbed, errors: errors,
      reference: reference, level: level)
  }

  /// The Pearson correlation within groups, with the degrees of freedom that are left: p by t with
  /// n - 1 - absorbed of them. Nil where a column does not vary within groups.
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
