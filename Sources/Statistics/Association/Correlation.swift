import Foundation

/// A correlation with its interval and the two-sided p-value for no association.
public struct CorrelationTest: Sendable, Equatable {
  /// The coefficient, -1...1, and the interval around it.
  public var estimate: Estimate
  /// 0...1.
  public var pValue: Double
  /// Number of pairs.
  public var count: Int

  public init(estimate: Estimate, pValue: Double, count: Int) {
    self.estimate = estimate
    self.pValue = pValue
    self.count = count
  }

  public var coefficient: Double { estimate.value }
}

/// Correlations of two columns of equal length. Nil for fewer than two pairs, a constant column or
/// non-finite values. Assumes independent rows; if rows come from few runs, ``PermutationTest``
/// gives a p-value that respects the runs.
public enum Correlation {
  /// Pearson's r, as in `scipy.stats.pearsonr`. The p-value is exact for normal values; the
  /// interval is Fisher's, tanh(atanh r +- z / sqrt(n - 3)), and -1...1 for n <= 3.
  public static func pearson(
    _ x: [Double], _ y: [Double], level: Double = 0.95
  ) -> CorrelationTest? {
    guard let r = coefficient(x, y) else { return nil }
    return test(r, count: x.count, given: 0, fisherVariance: 1, level: level)
  }

  /// Spearman's rho: Pearson's r of the ranks, with ties sharing their mean rank. The p-value
  /// follows `scipy.stats.spearmanr`: t with n - 2 degrees of freedom, an approximation below n of
  /// about 20. The interval is Fisher's with the standard error of Bonett and Wright (2000),
  /// sqrt((1 + rho^2 / 2) / (n - 3)), and -1...1 for n <= 3.
  public static func spearman(
    _ x: [Double], _ y: [Double], level: Double = 0.95
  ) -> CorrelationTest? {
    guard !x.isDegenerate && !y.isDegenerate,
      let r = coefficient(Ranks.average(x), Ranks.average(y))
    else { return nil }
    return test(r, count: x.count, given: 0, fisherVariance: 1 + r * r / 2, level: level)
  }

  /// Pearson's r without a test.
  static func coefficient(_ x: [Double], _ y: [Double]) -> Double? {
    precondition(x.count == y.count, "columns have one value per row")
    guard let u = x.unitDeviations, let v = y.unitDeviations else { return nil }
    return clamped(u.dot(v))
  }

  static func clamped(_ r: Double) -> Double { min(max(r, -1), 1) }

  /// Tests a correlation after partialling out `given` other columns: t with n - 2 - given degrees
  /// of freedom, and p = 1 if none remain.
  static func test(
    _ r: Double, count: Int, given: Int, fisherVariance: Double, level: Double
  ) -> CorrelationTest {
    let freedom = Double(count - 2 - given)
    var p = 1.0
    if freedom > 0 {
      // r^2 is t^2 / (t^2 + df), so the beta distribution behind Student's t needs no t.
      p = SpecialFunctions.incompleteBeta(
        freedom / 2, 0.5, x: (1 - r) * (1 + r), complement: r * r)
    }
    let spare = Double(count - 3 - given)
    let error = spare > 0 ? (fisherVariance / spare).squareRoot() : .infinity
    return CorrelationTest(
      estimate: fisherInterval(r, standardError: error, level: level), pValue: p, count: count)
  }

  /// An interval symmetric on the atanh scale; none around 1 and -1.
  static func fisherInterval(_ r: Double, standardError: Double, level: Double) -> Estimate {
    precondition(level > 0 && level < 1)
    guard standardError < .infinity else {
      return Estimate(value: r, lower: -1, upper: 1, level: level)
    }
    let reach = standardError * StandardNormal.quantile((1 + level) / 2)
    let centre = atanh(r)
    return Estimate(
      value: r, between: tanh(centre - reach), and: tanh(centre + reach), level: level)
  }
}

extension Array where Element == Double {
  func dot(_ other: [Double]) -> Double {
    precondition(count == other.count)
    var sum = 0.0
    for i in indices { sum += self[i] * other[i] }
    return sum
  }
}
