public import Randomness

/// Percentile intervals by resampling. Scores come as `scores[seed][problem]`: a seed is a whole
/// training run, a problem one row of its test set (its pass@k, say), and seeds may differ in
/// their problems.
public enum Bootstrap {
  /// How much two arms share.
  public enum Pairing: Sendable {
    /// Independent runs: seeds and problems are drawn for each arm on its own.
    case independent
    /// Seed i of one arm goes with seed i of the other (the same world and hard set); problems are
    /// still drawn for each arm on its own.
    case seeds
    /// The same seeds, tested on the same problems in the same order.
    case seedsAndProblems
  }

  /// Resamples seeds, then problems within each drawn seed.
  ///
  /// Both levels being resampled, the interval speaks about new seeds and new problems, and errs to
  /// the wide side. With fewer than about eight seeds it is too narrow nonetheless: show
  /// ``StudentT/interval(_:level:)`` over seeds beside it.
  public static func nested(
    _ scores: [[Double]], replicates: Int = 2000, level: Double = 0.95,
    random: inout RandomStream, statistic: ([[Double]]) -> Double = Bootstrap.meanOfMeans
  ) -> Estimate {
    precondition(!scores.isEmpty && scores.allSatisfy { !$0.isEmpty })
    let values = (0..<replicates).map { _ in
      let drawn = draw(scores.count, random: &random).map { seed in
        draw(scores[seed].count, random: &random).map { scores[seed][$0] }
      }
      return statistic(drawn)
    }
    return percentile(values, around: statistic(scores), level: level)
  }

  /// Resamples within each stratum, strata staying as they are: for scores grouped by something
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

  /// statistic(first) - statistic(second), resampled as ``nested(_:replicates:level:random:statistic:)``
  /// does, with what the arms share drawn once for both.
  public static func difference(
    _ first: [[Double]], _ second: [[Double]], pairing: Pairing, replicates: Int = 2000,
    level: Double = 0.95, random: inout RandomStream,
    statistic: ([[Double]]) -> Double = Bootstrap.meanOfMeans
  ) -> Estimate {
    precondition(!first.isEmpty && !second.isEmpty)
    precondition(first.allSatisfy { !$0.isEmpty } && second.allSatisfy { !$0.isEmpty })
    if pairing != .independent {
      precondition(first.count == second.count, "paired arms have the same seeds")
    }
    if pairing == .seedsAndProblems {
      precondition(
        zip(first, second).allSatisfy { $0.count == $1.count }, "paired arms have the same problems"
      )
    }
    let values = (0..<replicates).map { _ in
      let seeds = draw(first.count, random: &random)
      let otherSeeds =
        pairing == .independent ? draw(second.count, random: &random) : seeds
      var drawn: [[Double]] = []
      var otherDrawn: [[Double]] = []
      for (index, seed) in seeds.enumerated() {
        let problems = draw(first[seed].count, random: &random)
        drawn.append(problems.map { first[seed][$0] })
        if pairing == .seedsAndProblems {
          otherDrawn.append(problems.map { second[otherSeeds[index]][$0] })
        }
      }
      if pairing != .seedsAndProblems {
        otherDrawn = otherSeeds.map { seed in
          draw(second[seed].count, random: &random).map { second[seed][$0] }
        }
      }
      return statistic(drawn) - statistic(otherDrawn)
    }
    return percentile(values, around: statistic(first) - statistic(second), level: level)
  }

  /// Every seed counts the same, however many problems it has.
  public static func meanOfMeans(_ scores: [[Double]]) -> Double { scores.map(\.mean).mean }

  /// The interquartile mean over all scores together.
  public static func pooledInterquartileMean(_ scores: [[Double]]) -> Double {
    scores.flatMap { $0 }.interquartileMean
  }

  /// The interval between the outer quantiles of resampled statistics.
  static func percentile(_ values: [Double], around value: Double, level: Double) -> Estimate {
    precondition(level > 0 && level < 1)
    let sorted = values.sorted()
    return Estimate(
      value: value, lower: sorted.quantileOfSorted((1 - level) / 2),
      upper: sorted.quantileOfSorted((1 + level) / 2), level: level)
  }

  /// `count` indices below `count`, with replacement.
  private static func draw(_ count: Int, random: inout RandomStream) -> [Int] {
    (0..<count).map { _ in random.integer(below: count) }
  }
}
