public import Randomness

/// Percentile bootstrap intervals. Scores are `scores[seed][problem]` or, nested deeper,
/// `scores[seed][student][problem]`: a seed is a full teacher run, a student is one training in it,
/// a problem is one row of its test set (its pass@k, say). Seeds may have different students, and
/// students different problems.
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

  /// As ``stratified(_:replicates:level:random:statistic:)``, with groups within each stratum, such
  /// as `strata[arm][seed][student]`: draws groups, then their elements.
  public static func stratified(
    _ strata: [[[Double]]], replicates: Int = 2000, level: Double = 0.95,
    random: inout RandomStream, statistic: ([[[Double]]]) -> Double = Bootstrap.meanOfMeans
  ) -> Estimate {
    precondition(
      !strata.isEmpty && strata.allSatisfy { !$0.isEmpty && $0.allSatisfy { !$0.isEmpty } })
    let values = (0..<replicates).map { _ in
      statistic(
        strata.map { stratum in
          draw(stratum.count, random: &random).map { group in
            drawStudents(stratum[group].count, random: &random).map { stratum[group][$0] }
          }
        })
    }
    return percentile(values, around: statistic(strata), level: level)
  }

  /// Weights every seed equally, regardless of its number of problems.
  public static func meanOfMeans(_ scores: [[Double]]) -> Double { scores.map(\.mean).mean }

  /// Weights every seed equally, and every student within a seed, regardless of their numbers.
  public static func meanOfMeans(_ scores: [[[Double]]]) -> Double {
    scores.map { meanOfMeans($0) }.mean
  }

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

  /// The same, but without drawing for a single student, so that unnested seeds consume the same
  /// random numbers as on two levels.
  private static func drawStudents(_ count: Int, random: inout RandomStream) -> [Int] {
    count == 1 ? [0] : draw(count, random: &random)
  }
}
