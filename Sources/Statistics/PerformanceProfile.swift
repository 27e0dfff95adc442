public import Randomness

/// Summaries of normalised scores over tasks and runs, after Agarwal et al. (2021), "Deep
/// reinforcement learning at the edge of the statistical precipice", and their package rliable.
/// Scores are `scores[task][run]`. Unlike in rliable, tasks may have different numbers of runs and
/// count equally.
public enum PerformanceProfile {
  /// Share of runs that score above each threshold, averaged over tasks: a curve from 1 to 0,
  /// higher is better, with pointwise intervals that resample runs within tasks. rliable's
  /// `create_performance_profile`.
  ///
  /// - Returns: one estimate per threshold: [thresholds].
  public static func shares(
    _ scores: [[Double]], above thresholds: [Double], replicates: Int = 2000,
    level: Double = 0.95, random: inout RandomStream
  ) -> [Estimate] {
    precondition(!scores.isEmpty && scores.allSatisfy { !$0.isEmpty }, "a task without runs")
    precondition(replicates > 0)
    let observed = thresholds.map { share(scores, above: $0) }
    var drawn = thresholds.map { _ in [Double]() }
    for _ in 0..<replicates {
      // One resample for all thresholds, so that each curve is that of a possible sample.
      let sample = scores.map { task in
        task.map { _ in task[random.integer(below: task.count)] }
      }
      for (index, threshold) in thresholds.enumerated() {
        drawn[index].append(share(sample, above: threshold))
      }
    }
    return zip(observed, drawn).map { Bootstrap.percentile($1, around: $0, level: level) }
  }

  /// Share of runs above one threshold.
  public static func share(_ scores: [[Double]], above threshold: Double) -> Double {
    scores.map { task in Double(task.count { $0 > threshold }) / Double(task.count) }.mean
  }

  /// Mean shortfall of scores below `target`, with scores above it counting as reaching it; lower
  /// is better. rliable's `aggregate_optimality_gap`, over all pooled scores; a statistic for the
  /// stratified ``Bootstrap``, like ``Bootstrap/pooledInterquartileMean(_:)``.
  public static func optimalityGap(_ scores: [[Double]], target: Double = 1) -> Double {
    target - scores.flatMap { $0 }.map { min($0, target) }.mean
  }
}
