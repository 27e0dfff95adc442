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

  /// The same share where seeds answer the same problems, `[seed][student][problem]`, with the interval of
  /// ``CrossedMean``: resampling runs within tasks forgets that a lucky seed is lucky on every problem.
  public static func share(
    students scores: [[[Double]]], above threshold: Double, sharesProblems: Bool = true
  ) -> CrossedMean {
    CrossedMean(
      students: scores.map { seed in
        seed.map { student in student.map { $0 > threshold ? 1 : 0 } }
      }, sharesProblems: sharesProblems)
  }

  /// Interquartile mean over all pooled scores, `[seed][student][problem]`, with a t interval within 0...1.
  /// Its variance is the jackknife's over seeds plus the jackknife's over the problems that they share; no
  /// interval where leaving out any of them changes nothing.
  public static func interquartileMean(
    students scores: [[[Double]]], sharesProblems: Bool = true, level: Double = 0.95
  ) -> Estimate {
    func mean(_ scores: [[[Double]]]) -> Double { scores.joined().flatMap { $0 }.interquartileMean }
    let value = mean(scores)
    let bySeed = scores.indices.map { left in
      scores.count > 1 ? mean(scores.indices.filter { $0 != left }.map { scores[$0] }) : value
    }
    let count = scores.first?.first?.count ?? 0
    let isShared =
      sharesProblems && count > 1 && scores.allSatisfy { $0.allSatisfy { $0.count == count } }
    let byProblem = (0..<(isShared ? count : 0)).map { left in
      mean(
        scores.map { seed in
          seed.map { student in Array(student[..<left] + student[(left + 1)...]) }
        })
    }
    let parts = [bySeed, byProblem].filter { $0.count > 1 }.map { values in
      let freedom = Double(values.count - 1)
      let error = freedom * values.standardError
      return (variance: error * error, freedom: freedom)
    }
    let variance = parts.reduce(0) { $0 + $1.variance }
    let scale = scores.joined().joined().extent
    guard !Rounding.isAll(of: variance.squareRoot(), scale: scale) else {
      return Estimate(value: value)
    }
    let spread = parts.reduce(0) {
      $0 + ($1.variance / variance) * ($1.variance / variance) / $1.freedom
    }
    let t = StudentT.quantile((1 + level) / 2, degreesOfFreedom: max(1, 1 / spread))
    let reach = t * variance.squareRoot()
    return Estimate(
      value: value, lower: max(0, value - reach), upper: min(1, value + reach), level: level)
  }

  /// Mean shortfall of scores below `target`, with scores above it counting as reaching it; lower
  /// is better. rliable's `aggregate_optimality_gap`, over all pooled scores; a statistic for the
  /// stratified ``Bootstrap``, like ``Bootstrap/pooledInterquartileMean(_:)``.
  public static func optimalityGap(_ scores: [[Double]], target: Double = 1) -> Double {
    target - scores.flatMap { $0 }.map { min($0, target) }.mean
  }
}
