// Locks: the value is the statistic of plain means; arms that are equal problem by problem differ by
// nothing in every resample, however much seeds and problems vary; seeds go in pairs; the same stream
// gives the same interval.

import Randomness
import Statistics
import Testing

@Suite struct PairedBootstrapTests {
  private func random() -> RandomStream { RandomStream(seed: 1, path: "paired") }

  @Test func equalArmsDoNotDiffer() {
    let arm = [[[0.0, 1, 0.5]], [[1, 1, 0]], [[0, 0, 0.25]]]
    var random = random()
    let estimate = PairedBootstrap.estimate([arm, arm], random: &random) { $0[0] - $0[1] }
    #expect(estimate.value == 0 && estimate.lower == 0 && estimate.upper == 0)
  }

  @Test func seedsGoInPairs() {
    // Seeds differ by 10, arms by 1 at every seed and problem.
    let low = [[[0.0, 0]], [[10, 10]], [[20, 20]]]
    let high = low.map { $0.map { $0.map { $0 + 1 } } }
    var random = random()
    let estimate = PairedBootstrap.estimate([high, low], random: &random) { $0[0] - $0[1] }
    for value in [estimate.value, estimate.lower, estimate.upper] {
      #expect(abs(value - 1) < 1e-12)
    }
  }

  @Test func everySeedAndStudentCountsTheSame() {
    // Seed means 0.5 (of students 0 and 1) and 0.
    let arm = [[[0.0, 0], [1, 1]], [[0, 0]]]
    var random = random()
    let estimate = PairedBootstrap.estimate([arm], random: &random) { $0[0] }
    #expect(estimate.value == 0.25)
    #expect(estimate.lower == 0 && estimate.upper > 0.4 && estimate.upper <= 1)
  }

  @Test func intervalsAreTheSameEachTime() {
    let arms = [[[[0.0, 1]], [[1, 0.5]]], [[[0.5, 0]], [[0, 0]]]]
    var first = random()
    var second = random()
    #expect(
      PairedBootstrap.estimate(arms, random: &first) { $0[0] - $0[1] }
        == PairedBootstrap.estimate(arms, random: &second) { $0[0] - $0[1] })
  }
}
