/// How well repeated scores distinguish items: the one-way random-effects intraclass correlations
/// ICC(1,1) and ICC(1,k) of Shrout and Fleiss (1979), as pingouin's `ICC(1,1)` and `ICC(1,k)`
/// (older releases: `ICC1`, `ICC1k`).
public struct Reliability: Sendable, Equatable {
  /// Reliability of one measurement: the share of variance between items, at most 1. Negative if
  /// items differ less than expected from their repeats.
  public var single: Estimate
  /// Reliability of an item's mean score. Minus infinity if all items have the same mean.
  public var average: Estimate
  /// Mean square between items over mean square within; infinite without variation within.
  public var f: Double
  /// P-value for the hypothesis that items do not differ.
  public var pValue: Double
  /// Measurements per item; if unequal, the size that balances the expected mean squares (Searle et
  /// al. 1992), slightly below the mean.
  public var repeats: Double

  /// - Parameter scores: `scores[item][repeat]`; items without a repeat are skipped. With unequal
  ///   numbers of repeats, estimates come from the analysis of variance and intervals, exact for
  ///   normal balanced data, are approximate.
  /// Repeats that agree perfectly leave the estimates, 1, without intervals.
  ///
  /// - Returns: nil for fewer than two items, one measurement per item, constant scores or
  ///   non-finite scores.
  public static func estimate(_ scores: [[Double]], level: Double = 0.95) -> Reliability? {
    let items = scores.filter { !$0.isEmpty }
    let all = items.flatMap { $0 }
    let itemCount = Double(items.count)
    let total = Double(all.count)
    guard items.count > 1 && all.count > items.count && !all.isDegenerate else { return nil }
    let centre = all.refinedMean
    let means = items.map(\.refinedMean)
    var between = 0.0
    var within = 0.0
    for (item, mean) in zip(items, means) {
      between += Double(item.count) * (mean - centre) * (mean - centre)
      if item.contains(where: { $0 != item[0] }) {
        within += item.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      }
    }
    let d1 = itemCount - 1
    let d2 = total - itemCount
    let squares = items.reduce(0) { $0 + Double($1.count) * Double($1.count) }
    let k = (total - squares / total) / d1
    let f = within > 0 ? (between / d1) / (within / d2) : .infinity
    precondition(level > 0 && level < 1)
    let lower =
      f / FisherF.quantile((1 + level) / 2, numerator: d1, denominator: d2)
    let upper =
      f * FisherF.quantile((1 + level) / 2, numerator: d2, denominator: d1)
    func single(_ ratio: Double) -> Double {
      ratio == .infinity ? 1 : (ratio - 1) / (ratio + k - 1)
    }
    func average(_ ratio: Double) -> Double { 1 - 1 / ratio }
    return Reliability(
      single: Estimate(
        value: single(f), between: single(lower), and: single(upper), level: level),
      average: Estimate(
        value: average(f), between: average(lower), and: average(upper), level: level),
      f: f, pValue: FisherF.upperTail(f, numerator: d1, denominator: d2), repeats: k)
  }

  /// Correlation corrected for measurement noise (Spearman 1904): the observed correlation over the
  /// square root of the product of the reliabilities, with its interval scaled alike.
  ///
  /// The interval treats the reliabilities as known and is therefore too narrow. The result may
  /// exceed 1 in magnitude, by chance or because the columns' errors are dependent; it is not
  /// clipped. Nil if a reliability is not positive: noise alone then explains the differences
  /// between items, so no correction exists.
  ///
  /// - Parameters:
  ///   - reliability: reliability of one column, such as ``average`` for a mean over repeats.
  ///   - other: reliability of the other column; 1 if it is known exactly, like a label's share.
  public static func disattenuated(
    _ observed: Estimate, reliability: Double, other: Double = 1
  ) -> Estimate? {
    guard reliability > 0 && other > 0 && reliability <= 1 && other <= 1 else { return nil }
    return observed.scaled(by: 1 / (reliability * other).squareRoot())
  }
}
