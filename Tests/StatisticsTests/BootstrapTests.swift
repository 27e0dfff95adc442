// Behaviours locked here:
// - nominal 95% intervals cover the truth in 90-98% of simulated experiments
// - the same stream gives the same interval; another stream gives nearly the same
// - pairing narrows the interval of a difference between arms that share seeds and problems
// - a statistic that does not vary has an interval of no width
// - three levels (seeds, students, problems): coverage, worked by hand where only one level varies,
//   and with one student per seed the numbers of two levels
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

  /// With students within the seeds, who vary too.
  func simulateStudents(
    seeds: Int, students: Int, problems: Int, random: inout RandomStream
  ) -> [[[Double]]] {
    (0..<seeds).map { _ in
      let level = 0.3 + 0.1 * random.normal()
      return (0..<students).map { _ in
        let student = level + 0.1 * random.normal()
        return (0..<problems).map { _ in student + 0.3 * random.normal() }
      }
    }
  }

  @Test func threeLevelsCoverTheTruth() {
    let rate = coverage { random in
      let scores = simulateStudents(seeds: 15, students: 3, problems: 8, random: &random)
      return Bootstrap.nested(scores, replicates: 300, random: &random).covers(0.3)
    }
    #expect((0.90...0.98).contains(rate), "\(rate)")
    // Taken for seeds of their own, students of one seed promise more than they hold.
    let flat = coverage { random in
      let scores = simulateStudents(seeds: 8, students: 8, problems: 4, random: &random)
      return Bootstrap.nested(scores.flatMap { $0 }, replicates: 300, random: &random).covers(0.3)
    }
    #expect(flat < 0.85, "\(flat)")
  }

  @Test func eachLevelIsResampledByItself() {
    // Two values, a half each, at one level alone: a mean of two draws is 0, 0.5 or 1 with
    // probability 1/4, 1/2 and 1/4, so that the 95% interval is the whole range.
    for scores in [
      [[[0.0]], [[1.0]]], [[[0.0], [1.0]]], [[[0.0, 1.0]]],
    ] {
      var random = RandomStream(seed: 6, path: "levels")
      let interval = Bootstrap.nested(scores, random: &random)
      #expect(interval == Estimate(value: 0.5, lower: 0, upper: 1, level: 0.95))
      random = RandomStream(seed: 6, path: "levels")
      let middle = Bootstrap.nested(scores, level: 0.4, random: &random)
      #expect(middle == Estimate(value: 0.5, lower: 0.5, upper: 0.5, level: 0.4))
    }
    // A seed counts as one, whatever its number of students.
    var random = RandomStream(seed: 6, path: "uneven")
    #expect(Bootstrap.nested([[[1]], [[0], [0], [0]]], random: &random).value == 0.5)
  }

  @Test func oneStudentPerSeedChangesNothing() {
    var source = RandomStream(seed: 1, path: "scores")
    let first = simulate(seeds: 6, problems: 10, random: &source)
    let second = simulate(seeds: 6, problems: 10, random: &source)
    func random() -> RandomStream { RandomStream(seed: 1, path: "same") }
    var (a, b) = (random(), random())
    #expect(
      Bootstrap.nested(first, random: &a) == Bootstrap.nested(first.map { [$0] }, random: &b))
    for pairing in [Bootstrap.Pairing.independent, .seeds, .seedsAndProblems] {
      (a, b) = (random(), random())
      #expect(
        Bootstrap.difference(first, second, pairing: pairing, random: &a)
          == Bootstrap.difference(
            first.map { [$0] }, second.map { [$0] }, pairing: pairing, random: &b))
    }
    (a, b) = (random(), random())
    let flat = Improvement.probability([first[0]], over: [second[0]], random: &a)
    let nested = Improvement.probability(
      nested: first[0].map { [$0] }, over: second[0].map { [$0] }, random: &b)
    #expect(flat == nested)
  }

  @Test func differencesShareProblemsButNotStudents() {
    // The same problems are hard for everyone: with problems drawn once per seed nothing varies.
    let problems = [0.0, 0.2, 0.9]
    let many = [[problems, problems, problems]]
    let one = [[problems.map { $0 + 0.1 }]]
    var random = RandomStream(seed: 8, path: "pairs")
    let paired = Bootstrap.difference(one, many, pairing: .seedsAndProblems, random: &random)
    #expect(abs(paired.lower - 0.1) < 1e-12 && abs(paired.upper - 0.1) < 1e-12)
    let loose = Bootstrap.difference(one, many, pairing: .seeds, random: &random)
    #expect(loose.upper - loose.lower > 0.3)
  }

  @Test func improvementOverNestedSeedsCountsSeedsAlike() {
    var random = RandomStream(seed: 5, path: "nested")
    // Against one student with 0: the first seed's students win once and lose once, the second's
    // only one wins: (1/2 + 1) / 2.
    let estimate = Improvement.probability(
      nested: [[1, -1], [1]], over: [[0]], random: &random)
    #expect(estimate.value == 0.75)
    #expect(estimate.lower < 0.5 && estimate.upper == 1)
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
