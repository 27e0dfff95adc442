// Locks:
// - a mean over crossed seeds and problems has the error, degrees of freedom and p-value of lmerTest
// - students are averaged within seeds; a contrast of arms is the mean of the contrasts; problems that
//   are not shared leave the t interval over seeds; one seed has an interval over problems, no p-value
// - no interval of zero width: exact bounds where all cells are equal
// - what differs by rounding alone is equal: no error, and no p-value near zero
// - limits of a probability are those of SciPy's beta distribution
// - coverage 92 to 97% (98 where neither seeds nor problems differ) and false verdicts at most 6%, at 3, 5
//   and 8 seeds, for several ratios of variance, of normal scores and of shares
// - verdicts: Holm over a table, at least three seeds, and the least detectable effect

import Coverage
import Foundation
import Randomness
import Statistics
import Testing

@Suite struct CrossedMeanTests {
  struct Row: Decodable {
    var scores: [[Double]]
    var mean: Double
    var standardError: Double
    var degreesOfFreedom: Double
    var pValue: Double
  }

  @Test func balancedDataAreThoseOfLmerTest() throws {
    let rows: [Row] = try Fixtures.load("crossed_means.json")
    #expect(rows.count == 4)
    for row in rows {
      let own = CrossedMean(row.scores, scale: .unbounded)
      // lmerTest maximises numerically.
      for (value, reference) in [
        (own.value, row.mean), (own.standardError, row.standardError),
        (own.degreesOfFreedom, row.degreesOfFreedom), (own.pValue ?? .nan, row.pValue),
      ] {
        #expect(abs(value - reference) < 1e-4 * abs(reference), "\(value) against \(reference)")
      }
    }
  }

  @Test func roundingIsNoVariance() {
    for values in [[0.1 + 0.2, 0.3, 0.3], [1e9 / 3, 1e9 / 3, 1e9 - 2e9 / 3]] {
      let mean = CrossedMean(seeds: values)
      #expect(mean.isConstant && mean.standardError == 0 && mean.detectable() == nil)
      #expect(mean.pValue == 0.25 && mean.estimate().interval == nil)
    }
    // Differences that are rounding have the scale of what they are between, not their own.
    let arms = [[0.1 + 0.2, 0.3, 0.3], [0.3, 0.1 + 0.2, 0.3]].map { $0.map { [[$0, $0]] } }
    let equal = CrossedMean(arms: arms, weights: [1, -1])
    #expect(equal.isConstant && equal.pValue == 1)
    #expect(equal.estimate().lower < -0.5 && equal.estimate().upper > 0.5)
    let differences = CrossedMean(seeds: [5e-17, 0, 0], extent: 0.3)
    #expect(differences.isConstant && differences.pValue == 1)
    // Other problems for every seed, with equal means.
    let unshared = CrossedMean(
      [[0.1, 0.5], [0.3, 0.3], [0.1 + 0.2, 0.3]], sharesProblems: false)
    #expect(unshared.standardError == 0 && unshared.pValue == nil)
    // Small is not rounding.
    let small = CrossedMean(seeds: [1e-9, 2e-9, 4e-9])
    #expect((small.pValue ?? 0) > 0.05 && small.estimate().interval != nil)
  }

  @Test func whatIsAveragedAndShared() throws {
    let first = [[[0.2, 0.4], [0.4, 0.8]], [[0.1, 0.5]], [[0.7, 0.3], [0.5, 0.5]]]
    let second = [[[0.1, 0.1]], [[0.2, 0.6]], [[0.3, 0.3]]]
    let means = [[0.3, 0.6], [0.1, 0.5], [0.6, 0.4]].map { $0.map { $0 } }
    let own = CrossedMean(students: first)
    let flat = CrossedMean(means)
    #expect(
      abs(own.value - flat.value) < 1e-15 && abs(own.standardError - flat.standardError) < 1e-15)
    let difference = CrossedMean(arms: [first, second], weights: [1, -1])
    let byHand = CrossedMean(
      [[0.2, 0.5], [-0.1, -0.1], [0.3, 0.1]], scale: .contrast(-1...1))
    #expect(abs(difference.value - byHand.value) < 1e-15)
    #expect(abs(difference.standardError - byHand.standardError) < 1e-15)
    #expect(difference.scale == .contrast(-1...1))
    // Other problems for every seed: the seeds' means are all that counts.
    let seeds = CrossedMean(
      first[0].indices.map { [means[$0][0]] } + [[0.3, 0.5, 0.9]], sharesProblems: false)
    let t = StudentT.interval([0.3, 0.1, (0.3 + 0.5 + 0.9) / 3])
    #expect(seeds.degreesOfFreedom == 2 && seeds.problems == nil)
    #expect(abs(CrossedMean(seeds: [0.3, 0.1, 1.7 / 3]).estimate().lower - t.lower) < 1e-12)
    // One seed speaks of its problems.
    let one = CrossedMean([[0.1, 0.4, 0.2]], scale: .unbounded)
    #expect(one.pValue == nil && one.detectable() == nil)
    let problems = StudentT.interval([0.1, 0.4, 0.2])
    #expect(abs(one.estimate().upper - problems.upper) < 1e-12)
  }

  @Test func noIntervalHasNoWidth() {
    func zeros(_ value: Double, seeds: Int, problems: Int) -> [[Double]] {
      (0..<seeds).map { _ in (0..<problems).map { _ in value } }
    }
    // None of 128, and all of 20: Clopper and Pearson's limits.
    let none = CrossedMean(zeros(0, seeds: 5, problems: 128)).estimate()
    #expect(none.lower == 0 && abs(none.upper - (1 - pow(0.025, 1.0 / 128))) < 1e-12)
    let all = CrossedMean(zeros(1, seeds: 3, problems: 20)).estimate()
    #expect(all.upper == 1 && abs(all.lower - pow(0.025, 1.0 / 20)) < 1e-12)
    // Two arms that solve nothing may differ by as much either way.
    let equal = CrossedMean(
      arms: [0, 0].map { zeros($0, seeds: 4, problems: 20).map { [$0] } }, weights: [1, -1])
    #expect(equal.pValue == 1)
    #expect(abs(equal.estimate().lower + equal.estimate().upper) < 1e-15)
    #expect(abs(equal.estimate().upper - (1 - pow(0.025, 1.0 / 20))) < 1e-12)
    // One that solves everything against one that solves nothing: the signs of four seeds.
    let whole = CrossedMean(
      arms: [1, 0].map { zeros($0, seeds: 4, problems: 20).map { [$0] } }, weights: [1, -1])
    #expect(whole.pValue == 0.125 && whole.estimate().upper == 1)
    #expect(whole.estimate().lower > 0.6 && whole.estimate().lower < 1)
    // Nothing is known of seeds alone that are all equal.
    #expect(CrossedMean(seeds: [0.3, 0.3, 0.3]).estimate().interval == nil)
    for scores in [
      [[0.0, 0.0], [0.0, 0.5]], [[0.5, 0.5], [0.5, 0.5]], [[0.2, 0.4], [0.2, 0.4]], [[0.3]],
    ] {
      let interval = CrossedMean(scores).estimate().interval
      #expect(interval.map { $0.lower < $0.upper } ?? true, "\(scores)")
    }
  }

  @Test func limitsAreThoseOfSciPy() {
    // scipy.stats.beta.ppf([.025, .975], [x, x + 1], [n - x + 1, n - x])
    for (x, n, lower, upper) in [
      (3.0, 20.0, 0.03207094, 0.37892683), (0.4, 7.3, 0.00000963666, 0.46913627),
      (64.0, 64.0, 0.94399092, 1.0),
    ] {
      let limits = BinomialLimits(successes: x, of: n)
      #expect(abs(limits.lower - lower) < 1e-6, "\(x) of \(n): \(limits)")
      #expect(abs(limits.upper - upper) < 1e-6, "\(x) of \(n): \(limits)")
    }
  }

  // MARK: Simulation

  @Test(.enabled(if: Simulation.isRun), arguments: [3, 5, 8]) func intervalsCover(_ seeds: Int) {
    let study = CoverageStudy(replicates: 600)
    for design in SimulatedScores.all {
      let rate = study.rate("covered/\(design.name)/\(seeds)") {
        design.isCovered(seeds: seeds, random: &$0)
      }
      // 600 replicates have a standard error of .9 points; of 2% solved, few problems tell.
      let bounds =
        design.isNoise
        ? 0.94...1 : design.truth > 0 && design.truth < 0.06 ? 0.88...0.99 : 0.90...0.985
      #expect(bounds.contains(rate), "\(seeds) seeds, \(design.name): \(rate)")
    }
  }

  @Test(.enabled(if: Simulation.isRun), arguments: [3, 5, 8]) func equalArmsAreSeldomDecided(
    _ seeds: Int
  ) {
    let study = CoverageStudy(replicates: 600)
    for design in SimulatedScores.all {
      let rate = study.rate("decided/\(design.name)/\(seeds)") {
        design.isFalselyDecided(seeds: seeds, random: &$0)
      }
      #expect(rate < 0.06 + 3 * 0.0097, "\(seeds) seeds, \(design.name): \(rate)")
    }
  }

  // MARK: Verdicts

  @Test func holmOverATable() {
    struct Line { var effect: Effect? }
    func effect(_ values: [Double]) -> Effect { Effect(CrossedMean(seeds: values)) }
    let strong = effect([1, 1.1, 0.9, 1.05, 1.0])
    let weak = effect([1, 0.2, 0.7, 0.1, 0.6])
    #expect(weak.decision == .above && (weak.pValue ?? 1) > 0.02)
    let two = effect([1, 1.01])
    let table =
      [strong, weak, effect([0.1, -0.2, 0.3, -0.3, 0.1]), two].map { Line(effect: $0) }
      + [Line(effect: nil)]
    let decided = table.decided(\.effect)
    #expect(decided[0].effect?.decision == .above)
    // 3 tests count: two seeds cannot decide, and nothing was measured of the last.
    #expect(decided[1].effect?.adjusted == 2 * (weak.pValue ?? 0))
    #expect(decided[1].effect?.decision == .undecided)
    #expect(decided[3].effect?.decision == .undecided && decided[4].effect == nil)
    #expect(two.decision == .undecided)
    // A family that was fixed beforehand keeps its size: the other two count as p = 1.
    let planned = table.decided(\.effect, familySize: 5)
    #expect(planned[0].effect?.adjusted == 5 * (strong.pValue ?? 0))
    #expect(planned[1].effect?.adjusted == 4 * (weak.pValue ?? 0))
  }

  @Test func leastDetectableEffect() {
    // The power of a test at its least detectable effect is 0.8.
    let truth = CrossedMean(seeds: [1, -1, 0.5, -0.5, 0]).detectable() ?? .nan
    var found = 0
    for replicate in 0..<2000 {
      var random = RandomStream(seed: 3, path: "power/\(replicate)")
      let deviation = [1, -1, 0.5, -0.5, 0].standardDeviation
      let values = (0..<5).map { _ in truth + deviation * random.normal() }
      if (CrossedMean(seeds: values).pValue ?? 1) < 0.05 { found += 1 }
    }
    #expect(abs(Double(found) / 2000 - 0.8) < 0.04, "\(found)")
  }
}
