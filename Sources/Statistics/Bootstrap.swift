public import Randomness

/// Percentile bootstrap intervals. Scores are `scores[seed][problem]` or, nested deeper,
/// `scores[seed][student][problem]`: a seed is a full teacher run, a student is one training in it,
/// a problem is one row of its test set (its pass@k, say). Seeds may have different students, and
/// students different problems.
public enum Bootstrap {
  /// What two arms share.
  public enum Pairing: Sendable {
    /// Independent runs: seeds and problems are drawn separately for each arm.
    case independent
    /// Seed i of one arm is paired with seed i of the other (same world and hard set); students and
    /// problems are drawn separately for each arm.
    case seeds
    /// Same seeds and same test problems in the same order. Students are drawn separately for each
    /// arm; problems are drawn once for all students of a drawn seed.
    case seedsAndProblems
  }

  /// Resamples seeds, then problems within each drawn seed.
  ///
  /// Resampling both levels, the interval covers new seeds and new problems and tends to be wide.
  /// Below about eight seeds it is still too narrow: also show ``StudentT/interval(_:level:)`` over
  /// seeds.
  public static func nested(
    _ scores: [[Double]], replicates: Int = 2000, level: Double = 0.95,
    random: inout RandomStream, statistic: ([[Double]]) -> Double = Bootstrap.meanOfMeans
  ) -> Estimate {
    nested(
      oneStudentEach(scores), replicates: replicates, level: level, random: &random,
      statistic: { statistic($0.map { $0[0] }) })
  }

  /// Resamples seeds, then students within each drawn seed, then problems within each drawn
  /// student. With one student per seed, every number equals the two-level version.
  public static func nested(
    _ scores: [[[Double]]], replicates: Int = 2000, level: Double = 0.95,
    random: inout RandomStream, statistic: ([[[Double]]]) -> Double = Bootstrap.meanOfMeans
  ) -> Estimate {
    requireScores(scores)
    let values = (0..<replicates).map { _ in
      let drawn = draw(scores.count, random: &random).map { seed in
        drawStudents(scores[seed].count, random: &random).map { student in
          let problems = scores[seed][student]
          return draw(problems.count, random: &random).map { problems[$0] }
        }
      }
      return statistic(drawn)
    }
    return percentile(values, around: statistic(scores), level: level)
  }

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

  /// statistic(first) - statistic(second), resampled as in
  /// ``nested(_:replicates:level:random:statistic:)``; draws what the arms share once for both.
  public static func difference(
    _ first: [[Double]], _ second: [[Double]], pairing: Pairing, replicates: Int = 2000,
    level: Double = 0.95, random: inout RandomStream,
    statistic: ([[Double]]) -> Double = Bootstrap.meanOfMeans
  ) -> Estimate {
    difference(
      oneStudentEach(first), oneStudentEach(second), pairing: pairing, replicates: replicates,
      level: level, random: &random, statistic: { statistic($0.map { $0[0] }) })
  }

  /// The same with students within seeds; their numbers may differ between the arms.
  public static func difference(
    _ first: [[[Double]]], _ second: [[[Double]]], pairing: Pairing, replicates: Int = 2000,
    level: Double = 0.95, random: inout RandomStream,
    statistic: ([[[Double]]]) -> Double = Bootstrap.meanOfMeans
  ) -> Estimate {
    requireScores(first)
    requireScores(second)
    if pairing != .independent {
      precondition(first.count == second.count, "paired arms have the same seeds")
    }
    if pairing == .seedsAndProblems {
      precondition(
        zip(first, second).allSatisfy { Set(($0 + $1).map(\.count)).count == 1 },
        "paired arms have the same problems")
    }
    let values = (0..<replicates).map { _ in
      let seeds = draw(first.count, random: &random)
      let otherSeeds =
        pairing == .independent ? draw(second.count, random: &random) : seeds
      var drawn: [[[Double]]] = []
      var otherDrawn: [[[Double]]] = []
      for seed in seeds {
        let students = drawStudents(first[seed].count, random: &random)
        if pairing == .seedsAndProblems {
          let others = drawStudents(second[seed].count, random: &random)
          let problems = draw(first[seed][0].count, random: &random)
          drawn.append(students.map { student in problems.map { first[seed][student][$0] } })
          otherDrawn.append(others.map { student in problems.map { second[seed][student][$0] } })
        } else {
          drawn.append(resampled(students, of: first[seed], random: &random))
        }
      }
      if pairing != .seedsAndProblems {
        otherDrawn = otherSeeds.map { seed in
          let students = drawStudents(second[seed].count, random: &random)
          return resampled(students, of: second[seed], random: &random)
        }
      }
      return statistic(drawn) - statistic(otherDrawn)
    }
    return percentile(values, around: statistic(first) - statistic(second), level: level)
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

  private static func oneStudentEach(_ scores: [[Double]]) -> [[[Double]]] { scores.map { [$0] } }

  private static func requireScores(_ scores: [[[Double]]]) {
    precondition(!scores.isEmpty, "no seed")
    precondition(
      scores.allSatisfy { !$0.isEmpty && $0.allSatisfy { !$0.isEmpty } }, "a seed without scores")
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

  private static func resampled(
    _ students: [Int], of scores: [[Double]], random: inout RandomStream
  ) -> [[Double]] {
    students.map { student in
      draw(scores[student].count, random: &random).map { scores[student][$0] }
    }
  }
}
