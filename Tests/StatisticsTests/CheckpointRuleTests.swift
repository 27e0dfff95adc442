// Behaviours locked here, by hand:
// - the checkpoint is the first step after the steepest one at which the centred average gains less
//   than the share of its greatest gain
// - a slow start is no end; a curve that never flattens, or is too short to have a slope, ends at its
//   last step; one that never rises at its first
// - the scale of the rewards does not matter; the span is the checkpoint and the horizon after it
import Statistics
import Testing

@Suite struct CheckpointRuleTests {
  let rule = CheckpointRule(window: 3, slopeShare: 0.15, horizon: 5)

  @Test func whereTheRewardLevelsOff() {
    // Averages of three at indices 1...7: 0 1 3 6 8 9 9; gains into 2...7: 1 2 3 2 1 0.
    let rewards: [Double] = [0, 0, 0, 3, 6, 9, 9, 9, 9]
    #expect(rule.index(rewards: rewards) == 7)
    // A third of the greatest gain, 1, is not below a third; of 0.34 it is.
    #expect(CheckpointRule(window: 3, slopeShare: 1.0 / 3, horizon: 0).index(rewards: rewards) == 7)
    #expect(CheckpointRule(window: 3, slopeShare: 0.34, horizon: 0).index(rewards: rewards) == 6)
    // Without smoothing: gains into 1...8 are 0 0 3 3 3 0 0 0. The first of equals is the steepest.
    #expect(CheckpointRule(window: 1, slopeShare: 0.15, horizon: 0).index(rewards: rewards) == 6)
  }

  @Test func theScaleDoesNotMatter() {
    let rewards: [Double] = [0, 0, 0, 3, 6, 9, 9, 9, 9]
    #expect(rule.index(rewards: rewards.map { 10 + 0.25 * $0 }) == 7)
  }

  @Test func aSlowStartIsNoEnd() {
    let rewards = [Double](repeating: 1, count: 10) + [1, 4, 7, 10, 10, 10, 10]
    // Averages from index 9 on: 1 2 4 7 9 10 10; gains into 10...15: 1 2 3 2 1 0.
    #expect(rule.index(rewards: rewards) == 15)
    // Up, flat, and up again: the end of the steepest rise counts, not that of the first.
    let twice: [Double] = [0, 1, 1, 1, 1, 7, 13, 13, 13, 13]
    // Averages at 1...8: 2/3 1 1 3 7 11 13 13; gains into 2...8: 1/3 0 2 4 4 2 0.
    #expect(rule.index(rewards: twice) == 8)
  }

  @Test func whatHasNoEndEndsAtItsLastStep() {
    #expect(rule.index(rewards: (0..<9).map(Double.init)) == 8)
    #expect(rule.index(rewards: [0, 5, 9]) == 2)
    #expect(rule.index(rewards: [4]) == 0)
    #expect(rule.index(rewards: []) == nil)
    #expect(rule.index(rewards: [0, 1, 2, .nan, 4, 4, 4, 4, 4]) == 8)
    // One step more than the window: one gain, after which nothing is seen.
    #expect(rule.index(rewards: [0, 1, 2, 3]) == 3)
  }

  @Test func whatNeverRisesEndsAtItsFirstStep() {
    #expect(rule.index(rewards: [Double](repeating: 0.1, count: 30)) == 0)
    #expect(rule.index(rewards: [9, 8, 7, 6, 5, 4]) == 0)
  }

  @Test func theSpanStartsAtTheCheckpoint() {
    let rewards: [Double] = [0, 0, 0, 3, 6, 9, 9, 9, 9]
    #expect(rule.span(steps: Array(1...9), rewards: rewards) == 8...13)
    #expect(rule.span(steps: [], rewards: []) == nil)
  }
}
