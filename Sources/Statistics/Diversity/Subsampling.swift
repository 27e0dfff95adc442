public import Randomness

/// Statistics of equal-sized parts of sets that differ in size.
public enum Subsampling {
  /// The mean of a statistic over subsamples without replacement, itself averaged over the sets
  /// (the seeds of one teacher, say), with a percentile interval. Diversities grow or fall with the
  /// number of items, so that sets can be compared at one size only; the paper of SOAR takes 100
  /// subsamples of 128 questions.
  ///
  /// A set of at most `size` items has one subsample, itself, and an interval of no width. With
  /// `size` at half of the set the subsamples vary about as much as resampling with replacement
  /// does, without its repeated items, which would lower a diversity.
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
