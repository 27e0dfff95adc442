// Locks: what a loop earned beyond the permuted control is paired by seed, over the steps that both
// have, and decided by the rule; loops in other units and steps without a number are left out; a run
// without the control says so.

import Reporting
import RunStore
import Statistics
import Testing

@Suite struct LoopRewardsTests {
  private static func steps(
    _ teacher: String, _ scheme: String?, seed: Int, _ rewards: [Double]
  ) -> [OuterStepRecord] {
    rewards.enumerated().map { step, reward in
      OuterStepRecord(
        teacher: teacher, seed: seed, step: step, scheme: scheme, meanReward: reward,
        movingAverage: reward, threshold: 0.01, rejected: 0, tokensSampled: 0, tokensTrained: 0,
        teacherLoss: 0, teacherKL: 0, teacherGradientNorm: 0)
    }
  }

  @Test func whatIsBeyondTheControlIsPairedBySeed() throws {
    var steps: [OuterStepRecord] = []
    for (seed, gain) in [(1, 0.03), (2, 0.032), (3, 0.028), (4, 0.031)] {
      // The last two steps have no partner.
      steps += Self.steps("SOAR", nil, seed: seed, [0.01, 0.02 + gain, 0.5, .nan])
      steps += Self.steps("shuffled", "permuted", seed: seed, [0.01, 0.02])
    }
    steps += Self.steps("random", "random", seed: 1, [0.5, 0.5])
    let rewards = LoopRewards(steps)
    #expect(rewards.loops.map(\.teacher) == ["SOAR", "shuffled"])
    let learned = try #require(rewards.loops[0].learned)
    #expect(abs(learned.estimate.value - 0.03025 / 2) < 1e-12)
    #expect(learned.seeds == 4 && rewards.loops[0].seedsAbove == 4)
    #expect(learned.decision == .above)
    #expect(rewards.loops[1].learned == nil)
    #expect(abs(rewards.loops[1].mean.value - 0.015) < 1e-12)
    #expect(abs(rewards.loops[0].last.value - 0.5) < 1e-12)
  }

  /// A teacher whose answers an oracle gives is no control of one that answers by itself.
  @Test func aControlHasQuestionsOfTheSameKind() {
    let steps =
      Self.steps("own", "grounded", seed: 1, [0.01])
      + Self.steps("told", "grounded", seed: 1, [0.3])
      + Self.steps("shuffled", "permuted", seed: 1, [0.1])
    let kinds = ["own": "own", "told": "oracle", "shuffled": "oracle"]
    let rewards = LoopRewards(steps, kinds: kinds)
    #expect(rewards.loops.map { $0.learned != nil } == [false, true, false])
    #expect(LoopRewards(steps).loops.map { $0.learned != nil } == [true, true, false])
    let figure = ControlledRewardFigure(steps: steps, kinds: kinds)
    #expect(figure?.caption.contains("of the loops own, told beside shuffled") == true)
    #expect(ControlledRewardFigure(steps: steps, kinds: ["shuffled": "oracle"]) == nil)
  }

  @Test func aRunWithoutTheControlSaysNothingOfLearning() {
    let rewards = LoopRewards(Self.steps("SOAR", "grounded", seed: 1, [0.01, 0.02]))
    #expect(rewards.loops.count == 1 && rewards.loops[0].learned == nil)
    #expect(rewards.loops[0].mean.interval == nil, "one seed has no interval over seeds")
    #expect(LoopRewards([]).loops.isEmpty)
  }
}
