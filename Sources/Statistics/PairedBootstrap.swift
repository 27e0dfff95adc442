public import Randomness

/// Intervals for statistics of several arms that share seeds and problems.
public enum PairedBootstrap {
  /// A statistic of the arms' means, resampled on three levels. Seeds are drawn once for all arms,
  /// pairing seed i across arms; students within a seed are drawn separately for each arm;
  /// problems, which are the same everywhere, are drawn once for all arms and seeds.
  ///
  /// - Parameters:
  ///   - arms: `[arm][seed][student][problem]`, with the same seeds and the same problems, each in
  ///     the same order.
  ///   - statistic: function of one mean per arm: [arms]. Each mean weights every seed equally, and
  ///     every student within a seed.
  public static func estimate(
    _ arms: [[[[Double]]]], replicates: Int = 2000, level: Double = 0.95,
    random: inout RandomStream, statistic: ([Double]) -> Double
  ) -> Estimate {
    let seeds = arms.first?.count ?? 0
    let problems = arms.first?.first?.first?.count ?? 0
    precondition(seeds > 0 && problems > 0, "there is nothing to resample")
    precondition(
      arms.allSatisfy { arm in
        arm.count == seeds
          && arm.allSatisfy { seed in
            !seed.isEmpty && seed.allSatisfy { $0.count == problems }
          }
      }, "arms share seeds and problems")
    let values = (0..<replicates).map { _ in
      let drawnSeeds = (0..<seeds).map { _ in random.integer(below: seeds) }
      var weights = [Double](repeating: 0, count: problems)
      for _ in 0..<problems { weights[random.integer(below: problems)] += 1 }
      let means = arms.map { arm in
        drawnSeeds.map { seed in
          (0..<arm[seed].count).map { _ in
            let student = arm[seed][random.integer(below: arm[seed].count)]
            return zip(student, weights).reduce(0) { $0 + $1.0 * $1.1 } / Double(problems)
          }.mean
        }.mean
      }
      return statistic(means)
    }
    let observed = arms.map { arm in arm.map { seed in seed.map(\.mean).mean }.mean }
    return Bootstrap.percentile(values, around: statistic(observed), level: level)
  }
}
