public import Randomness

/// Statistics of equal-sized subsamples, to compare sets of different size.
public enum Subsampling {
  /// Mean of a statistic over subsamples without replacement, averaged over the sets (the seeds of
  /// one teacher, say), with a percentile interval. Diversity depends on the number of items, so
  /// compare sets only at equal size; the SOAR paper takes 100 subsamples of 128 questions.
  ///
  /// A set of at most `size` items has one subsample, itself, and a zero-width interval. If `size`
  /// is half the set, subsamples vary about as much as in resampling with replacement, but without
  /// duplicate items, which would lower a diversity.
  public static func estimate<Item>(
    sets: [[Item]], size: Int = 128, replicates: Int = 100, level: Double = 0.95,
    random: inout RandomStream, statistic: ([Item]) -> Double
  ) -> Estimate {
    precondition(!sets.isEmpty && sets.allSatisfy { !$0.isEmpty } && size > 0 && replicates > 0)
    let whole = sets.map { $0.count <= size ? statistic($0) : nil }
    let count = whole.contains(nil) ? replicates : 1
    let means = (0..<count).map { _ in
      zip(sets, whole).map { set, known in
        known ?? statistic(random.sample(size, of: set))
      }.mean
    }
    return Bootstrap.percentile(means, around: means.mean, level: level)
  }
}
