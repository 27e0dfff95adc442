// Behaviours locked here:
// - nominal 95% intervals of stratified scores and of t cover the truth in 90-98% of simulated
//   experiments
// - the same stream gives the same interval; another stream gives nearly the same
// - tasks count alike in the probability of improvement
import Randomness
import Statistics
import Testing

@Suite struct BootstrapTests {
  func coverage(
    experiments: Int = 400, _ covers: (inout RandomStream) -> Bool
  ) -> Double {
    let hits = (0..<experiments).count { index in
      var random = RandomStream(seed: 11, path: "experiment/\(index)")
      return covers(&random)
    }
    return Double(hits) / Double(experiments)
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

  @Test func studentIntervalsCoverTheTruth() {
    let rate = coverage(experiments: 2000) { random in
      StudentT.interval((0..<3).map { _ in random.normal() }).covers(0)
    }
    #expect((0.93...0.97).contains(rate), "\(rate)")
  }

  @Test func intervalsAreAFunctionOfTheStream() {
    var source = RandomStream(seed: 1, path: "scores")
    let scores = (0..<6).map { _ in (0..<10).map { _ in source.normal() } }
    func interval(_ path: String) -> Estimate {
      var random = RandomStream(seed: 1, path: path)
      return Bootstrap.stratified(scores, random: &random)
    }
    #expect(interval("a") == interval("a"))
    #expect(interval("a") != interval("b"))
    #expect(abs(interval("a").lower - interval("b").lower) < 0.05)
    #expect(interval("a").value == Bootstrap.meanOfMeans(scores))
  }

  @Test func improvementOverTasksCountsTasksAlike() {
    var random = RandomStream(seed: 5, path: "improvement")
    let estimate = Improvement.probability(
      [[1, 2, 3], [0, 0]], over: [[0, 0, 0], [0, 0, 0]], random: &random)
    #expect(estimate.value == 0.75)
    #expect(estimate.covers(0.75))
  }
}
