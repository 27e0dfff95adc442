// Behaviours locked here:
// - nominal 95% intervals cover the truth in 90-98% of simulated experiments
// - the same stream gives the same interval; another stream gives nearly the same
// - pairing narrows the interval of a difference between arms that share seeds and problems
// - a statistic that does not vary has an interval of no width
import Randomness
import Statistics
import Testing

@Suite struct BootstrapTests {
  /// Scores of `seeds` runs on `problems` problems around a true mean of 0.3, with variation of
  /// both kinds.
  func simulate(
    seeds: Int, problems: Int, shift: Double = 0, random: inout RandomStream
  ) -> [[Double]] {
    (0..<seeds).map { _ in
      let level = 0.3 + shift + 0.1 * random.normal()
      return (0..<problems).map { _ in level + 0.3 * random.normal() }
    }
  }

  func coverage(
    experiments: Int = 400, _ covers: (inout RandomStream) -> Bool
  ) -> Double {
    let hits = (0..<experiments).count { index in
      var random = RandomStream(seed: 11, path: "experiment/\(index)")
      return covers(&random)
    }
    return Double(hits) / Double(experiments)
  }

  @Test func nestedIntervalsCoverTheTruth() {
    let rate = coverage { random in
      let scores = simulate(seeds: 15, problems: 12, random: &random)
      return Bootstrap.nested(scores, replicates: 300, random: &random).covers(0.3)
    }
    #expect((0.90...0.98).contains(rate), "\(rate)")
  }

  @Test func stratifiedIntervalsCoverTheTruth() {
    let rate = coverage { random in
      let strata = (0..<4).map { task in
        (0..<15).map { _ in Double(task) + random.normal() }
      }
      return Bootstrap.stratified(strata, replicates: 300, random: &random).covers(1.5)
    }
    #expect((0.90...0.98).contains(rate), "\(rate)")
  }

  @Test func differencesCoverTheTruth() {
    let rate = coverage { random in
      let first = simulate(seeds: 15, problems: 8, shift: 0.2, random: &random)
      let second = simulate(seeds: 12, problems: 8, random: &random)
      return Bootstrap.difference(
        first, second, pairing: .independent, replicates: 300, random: &random
      ).covers(0.2)
    }
    #expect((0.90...0.98).contains(rate), "\(rate)")
  }

  @Test func studentIntervalsCoverTheTruth() {
    let rate = coverage(experiments: 2000) { random in
      StudentT.interval((0..<3).map { _ in random.normal() }).covers(0)
    }
    #expect((0.93...0.97).contains(rate), "\(rate)")
  }

  @Test func intervalsAreAFunctionOfTheStream() {
    var source = RandomStream(seed: 1, path: "scores")
    let scores = simulate(seeds: 6, problems: 10, random: &source)
    func interval(_ path: String) -> Estimate {
      var random = RandomStream(seed: 1, path: path)
      return Bootstrap.nested(scores, random: &random)
    }
    #expect(interval("a") == interval("a"))
    #expect(interval("a") != interval("b"))
    #expect(abs(interval("a").lower - interval("b").lower) < 0.02)
    #expect(interval("a").value == Bootstrap.meanOfMeans(scores))
  }

  @Test func pairingNarrowsTheDifference() {
    var random = RandomStream(seed: 2, path: "pairs")
    let first = simulate(seeds: 10, problems: 20, random: &random)
    let second = first.map { seed in seed.map { $0 - 0.05 + 0.01 * random.normal() } }
    func width(_ pairing: Bootstrap.Pairing) -> Double {
      var stream = RandomStream(seed: 3, path: "bootstrap")
      let interval = Bootstrap.difference(first, second, pairing: pairing, random: &stream)
      #expect(abs(interval.value - 0.05) < 0.005)
      return interval.upper - interval.lower
    }
    let widths = [width(.seedsAndProblems), width(.seeds), width(.independent)]
    #expect(widths[0] < 0.2 * widths[1])
    #expect(widths[1] < widths[2])
  }

  @Test func constantScoresHaveNoWidth() {
    var random = RandomStream(seed: 4, path: "constant")
    let interval = Bootstrap.nested(
      [[0.5, 0.5], [0.5]], random: &random, statistic: Bootstrap.pooledInterquartileMean)
    #expect(interval == Estimate(value: 0.5, lower: 0.5, upper: 0.5, level: 0.95))
  }

  @Test func improvementOverTasksCountsTasksAlike() {
    var random = RandomStream(seed: 5, path: "improvement")
    let estimate = Improvement.probability(
      [[1, 2, 3], [0, 0]], over: [[0, 0, 0], [0, 0, 0]], random: &random)
    #expect(estimate.value == 0.75)
    #expect(estimate.covers(0.75))
  }
}
