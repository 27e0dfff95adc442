public import Randomness

/// Probability of improvement: the probability that a run of one arm beats a run of the other, with
/// ties counting half, averaged over tasks (Agarwal et al. 2021). Measures how often, not by how
/// much.
public enum Improvement {
  /// P(x > y) + P(x = y) / 2 over all pairs: the Mann-Whitney statistic over its maximum.
  public static func probability(_ first: [Double], over second: [Double]) -> Double {
    precondition(!first.isEmpty && !second.isEmpty)
    let sorted = second.sorted()
    var wins = 0.0
    for x in first {
      let below = sorted.partitioningIndex { $0 >= x }
      let notAbove = sorted.partitioningIndex { $0 > x }
      wins += Double(below) + 0.5 * Double(notAbove - below)
    }
    return wins / Double(first.count * second.count)
  }

  /// Mean over tasks of `first[task]` against `second[task]`; the interval resamples each arm's
  /// runs within each task.
  public static func probability(
    _ first: [[Double]], over second: [[Double]], replicates: Int = 2000, level: Double = 0.95,
    random: inout RandomStream
  ) -> Estimate {
    precondition(first.count == second.count && !first.isEmpty, "one entry per task in each arm")
    func statistic(_ strata: [[Double]]) -> Double {
      first.indices.map { probability(strata[$0], over: strata[first.count + $0]) }.mean
    }
    return Bootstrap.stratified(
      first + second, replicates: replicates, level: level, random: &random, statistic: statistic)
  }

  /// The same for nested runs, `first[seed][student]`: averages over all pairs of seeds, one from
  /// each arm, the probability for their students. The interval is over seeds, by the placements of
  /// each arm's seeds among the other's and Welch's t (Brunner and Munzel 2000; DeLong, DeLong and
  /// Clarke-Pearson 1988); it is missing where either arm has one seed, or every seed the same place.
  public static func probability(
    nested first: [[Double]], over second: [[Double]], level: Double = 0.95
  ) -> Estimate {
    // [seed of the first][seed of the second]
    let pairs = first.map { seed in second.map { probability(seed, over: $0) } }
    let ofFirst = pairs.map(\.mean)
    let ofSecond = second.indices.map { other in pairs.map { $0[other] }.mean }
    let value = ofFirst.mean
    guard first.count > 1, second.count > 1 else { return Estimate(value: value) }
    let parts = [ofFirst, ofSecond].map { ($0.variance / Double($0.count), Double($0.count - 1)) }
    let variance = parts.reduce(0) { $0 + $1.0 }
    guard !Rounding.isAll(of: variance.squareRoot(), scale: 1) else {
      return Estimate(value: value)
    }
    let freedom = 1 / parts.reduce(0) { $0 + ($1.0 / variance) * ($1.0 / variance) / $1.1 }
    let reach =
      variance.squareRoot() * StudentT.quantile((1 + level) / 2, degreesOfFreedom: freedom)
    return Estimate(
      value: value, lower: max(0, value - reach), upper: min(1, value + reach), level: level)
  }
}

extension Array {
  /// Index of the first element that meets a condition which stays true for all later elements.
  fileprivate func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
