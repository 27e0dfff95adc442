/// Correlations of two columns after removing other columns from both by least squares.
public enum PartialCorrelation {
  /// Pearson correlation of the residuals of `x` and of `y` on `given` and an intercept, as
  /// pingouin's `partial_corr`. The p-value uses t with n - 2 - k degrees of freedom, the interval
  /// Fisher's with n - 3 - k, where k is the number of linearly independent columns in `given`.
  ///
  /// Nil if undefined: `x` or `y` is constant or a linear combination of `given`, or values are not
  /// finite. The p-value is 1 if no degrees of freedom remain.
  public static func between(
    _ x: [Double], _ y: [Double], given: Predictors, level: Double = 0.95
  ) -> CorrelationTest? {
    precondition(
      x.count == y.count && given.columns.allSatisfy { $0.count == x.count },
      "columns have one value per row")
    guard !x.isDegenerate && !y.isDegenerate && given.columns.allSatisfy(\.allFinite) else {
      return nil
    }
    let data = CompressedColumns(
      given.columns + [x, y], rowCount: x.count, centred: true)
    return test(data, x: given.count, y: given.count + 1, given: 0..<given.count, level: level)
  }

  /// Partial correlation of each column with the outcome, given all other columns. Nil where
  /// undefined, for example for duplicate columns.
  public static func each(
    _ predictors: Predictors, outcome: [Double], level: Double = 0.95
  ) -> [CorrelationTest?] {
    let p = predictors.count
    precondition(
      predictors.columns.allSatisfy { $0.count == outcome.count }, "one outcome per row")
    guard !outcome.isDegenerate && predictors.columns.allSatisfy(\.allFinite) else {
      return Array(repeating: nil, count: p)
    }
    let data = CompressedColumns(
      predictors.columns + [outcome], rowCount: outcome.count, centred: true)
    return (0..<p).map { index in
      test(data, x: index, y: p, given: (0..<p).filter { $0 != index }, level: level)
    }
  }

  private static func test(
    _ data: CompressedColumns, x: Int, y: Int, given: some Sequence<Int>, level: Double
  ) -> CorrelationTest? {
    let others = Array(given)
    let space = Orthogonalization(
      others.map { data.columns[$0] }, tolerances: others.map { data.tolerances[$0] })
    let restX = space.split(data.columns[x]).rest
    let restY = space.split(data.columns[y]).rest
    guard restX.norm > data.tolerances[x] * data.columns[x].norm,
      restY.norm > data.tolerances[y] * data.columns[y].norm
    else { return nil }
    // Residuals of centred columns are centred, so their cosine is their correlation.
    let r = restX.map { $0 / restX.norm }.dot(restY.map { $0 / restY.norm })
    return Correlation.test(
      Correlation.clamped(r), count: data.rowCount, given: space.kept.count, fisherVariance: 1,
      level: level)
  }
}
