public import Randomness

/// Percentile bootstrap intervals, for scores of many runs on fixed tasks, `scores[task][run]`. They are too
/// narrow over a handful of seeds: see ``CrossedMean``.
public enum Bootstrap {
  /// Resamples within each stratum and keeps the strata fixed, for scores grouped by something
  /// fixed, such as `scores[task][run]` over a given list of tasks.
  public static func stratified(
    _ strata: [[Double]], replicates: Int = 2000, level: Double = 0.95,
    random: inout RandomStream, statistic: ([[Double]]) -> Double = Bootstrap.meanOfMeans
  ) -> Estimate {
    precondition(!strata.isEmpty && strata.allSatisfy { !$0.isEmpty })
    let values = (0..<replicates).map { _ in
      statistic(strata.map { stratum in draw(stratum.count, random: &random).map { stratum[$0] } })
    }
    return percentile(values, around: statistic(strata), level: level)
  }

  /// Weights every task equally, regardless of its number of runs.
  public static func meanOfMeans(_ scores: [[Double]]) -> Double { scores.map(\.mean).mean }

  /// Interquartile mean over all pooled scores.
  public static func pooledInterquartileMean(_ scores: [[Double]]) -> Double {
    scores.flatMap { $0 }.interquartileMean
  }

  /// Percentile interval of the resampled statistics.
  static func percentile(_ values: [Double], around value: Double, level: Double) -> Estimate {
    precondition(level > 0 && level < 1)
    let sorted = values.sorted()
    return Estimate(
      value: value, lower: sorted.quantileOfSorted((1 - level) / 2),
      upper: sorted.quantileOfSorted((1 + level) / 2), level: level)
  }

  /// Draws `count` indices below `count`, with replacement.
  private static func draw(_ count: Int, random: inout RandomStream) -> [Int] {
    (0..<count).map { _ in random.integer(below: count) }
  }
}
