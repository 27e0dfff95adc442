/// How far scores that were each measured several times tell items apart: the one-way random-effects
/// intraclass correlations of Shrout and Fleiss (1979), their ICC(1,1) and ICC(1,k), as pingouin's
/// `ICC(1,1)` and `ICC(1,k)` (older releases: `ICC1`, `ICC1k`).
public struct Reliability: Sendable, Equatable {
  /// Of one measurement: the share of the variance that lies between items, at most 1. Negative
  /// where items differ less than their repeats make one expect.
  public var single: Estimate
  /// Of the mean of an item's measurements. Minus infinity where all items have the same mean.
  public var average: Estimate
  /// Mean square between items over mean square within them; infinite without variation within.
  public var f: Double
  /// Of the hypothesis that items do not differ.
  public var pValue: Double
  /// Measurements per item; where items differ in theirs, the size that makes the expected mean
  /// squares balance (Searle et al. 1992), somewhat below the mean.
  public var repeats: Double

  /// - Parameter scores: `scores[item][repeat]`; items without a repeat are left out. With unequal
  ///   numbers of repeats the estimates are those of the analysis of variance, and the intervals,
  ///   exact for normal balanced data, are approximate.
  /// - Returns: nil for fewer than two items, for items of one measurement each, for scores that do
  ///   not vary at all, and for scores that are not finite.
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
        value: single(f), lower: single(lower), upper: single(upper), level: level),
      average: Estimate(
        value: average(f), lower: average(lower), upper: average(upper), level: level),
      f: f, pValue: FisherF.upperTail(f, numerator: d1, denominator: d2), repeats: k)
  }

  /// A correlation as it would be without noise in what was measured (Spearman 1904): the observed
  /// one over the square root of the product of the reliabilities, its interval scaled alike.
  ///
  /// The interval takes the reliabilities for known, and is too narrow for it. The result may exceed
  /// 1 in magnitude, by chance or because the errors of the two columns are not independent; it is
  /// not cut off. Nil when a reliability is not positive: noise alone then explains how the items
  /// differ, and no correction can be had.
  ///
  /// - Parameters:
  ///   - reliability: of one column, such as ``average`` for a mean over repeats.
  ///   - other: of the other column; 1 where it is known exactly, as a label's share is.
  public static func disattenuated(
    _ observed: Estimate, reliability: Double, other: Double = 1
  ) -> Estimate? {
    guard reliability > 0 && other > 0 && reliability <= 1 && other <= 1 else { return nil }
    return observed.scaled(by: 1 / (reliability * other).squareRoot())
  }
}
