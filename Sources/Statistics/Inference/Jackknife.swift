/// Statistics that are no mean, over few seeds.
public enum Jackknife {
  /// Pseudo-values (Tukey 1958), n theta - (n - 1) theta without one: their mean estimates theta and
  /// their variance its error, as if they were a sample. [indices]
  ///
  /// - Parameter statistic: of the seeds that are kept; with a single seed it is the only value.
  public static func pseudoValues(
    _ indices: Range<Int>, statistic: ([Int]) -> Double
  ) -> [Double] {
    let all = statistic(Array(indices))
    let n = Double(indices.count)
    guard indices.count > 1 else { return [all] }
    return indices.map { left in n * all - (n - 1) * statistic(indices.filter { $0 != left }) }
  }

  /// A statistic with a t interval from its values without each of G clusters: the error is
  /// sqrt((G - 1) / G sum (theta_(g) - their mean)^2), with G - 1 degrees of freedom (Tukey 1958;
  /// Efron and Tibshirani 1993, chapter 11). The interval is around the statistic itself.
  ///
  /// - Parameter values: the statistic without each cluster. Fewer than ``Effect/leastSeeds``, or one
  ///   that is undefined, leave the statistic without interval and p-value; so does an error that is
  ///   rounding.
  /// - Parameter extent: magnitude of what a difference is between; nil takes the statistic's.
  static func effect(
    _ value: Double, leavingOut values: [Double?], level: Double, extent: Double? = nil
  ) -> Effect {
    let count = values.count
    let left = values.compactMap { $0 }.filter(\.isFinite)
    let bare = Effect(estimate: Estimate(value: value), seeds: count, pValue: nil)
    guard count >= Effect.leastSeeds, left.count == count else { return bare }
    let freedom = Double(count - 1)
    let error = freedom * left.standardError
    let scale = max(extent ?? 0, abs(value), left.extent)
    guard !Rounding.isAll(of: error, scale: scale) else { return bare }
    func t(_ probability: Double) -> Double {
      StudentT.quantile(probability, degreesOfFreedom: freedom)
    }
    let reach = error * t((1 + level) / 2)
    return Effect(
      estimate: Estimate(value: value, lower: value - reach, upper: value + reach, level: level),
      seeds: count, pValue: StudentT.twoSided(value / error, degreesOfFreedom: freedom),
      detectable: error * (t(1 - Effect.significance / 2) + t(Effect.power)))
  }
}
