public import Randomness

/// Statistics of equal-sized subsamples, to compare sets of different size.
public enum Subsampling {
  /// Mean of a statistic over subsamples without replacement, averaged over the sets (the seeds of
  /// one teacher, say), with a t interval over the sets: each set has one mean. One set has no
  /// interval. Diversity depends on the number of items, so compare sets only at equal size; the SOAR
  /// paper takes 100 subsamples of 128 questions.
  ///
  /// A set of at most `size` items has one subsample, itself.
  public static func estimate<Item>(
    sets: [[Item]], size: Int = 128, replicates: Int = 100, level: Double = 0.95,
    random: inout RandomStream, statistic: ([Item]) -> Double
  ) -> Estimate {
    precondition(!sets.isEmpty && sets.allSatisfy { !$0.isEmpty } && size > 0 && replicates > 0)
    let means = sets.map { set in
      set.count <= size
        ? statistic(set)
        : (0..<replicates).map { _ in statistic(random.sample(size, of: set)) }.mean
    }
    return CrossedMean(seeds: means).estimate(level: level)
  }
}
