// Locks: leave-one-out advantages sum to zero, match hand-computed cases, and are exactly zero for
// equal rewards; the graded reward's levels; rejection sampling leaves the RLOO gradient unchanged
// (Proposition 1).

import Foundation
import LanguageModel
import Numerics
import Randomness
import ReinforcementLearning
import Tasks
import Testing
import Tokenization

@Suite struct AdvantageTests {
  @Test func leaveOneOutMatchesHandComputedCases() {
    #expect(Advantage.leaveOneOut([1, 0, 0]) == [1, -0.5, -0.5])
    #expect(Advantage.leaveOneOut([3, 1]) == [2, -2])
    #expect(Advantage.leaveOneOut([0.7]) == [0])
    #expect(Advantage.leaveOneOut([]).isEmpty)
  }

  @Test func leaveOneOutSumsToZeroAndVanishesForEqualRewards() {
    var stream = RandomStream(seed: 1, path: "advantages")
    for _ in 0..<200 {
      let rewards = (0..<(2 + stream.integer(below: 40))).map { _ in stream.uniform() }
      let advantages = Advantage.leaveOneOut(rewards)
      #expect(abs(advantages.reduce(0, +)) < 1e-9)
      // A_i = r_i - mean of the others.
      let others = rewards.dropFirst().reduce(0, +) / Double(rewards.count - 1)
      #expect(abs(advantages[0] - (rewards[0] - others)) < 1e-12)
    }
    #expect(Advantage.leaveOneOut([0.1, 0.1, 0.1, 0.1]) == [0, 0, 0, 0])
  }

  @Test func gradedRewardHasThePapersLevels() {
    let reward = GradedReward()
    #expect(reward(.correct) == 1)
    #expect(reward(.wrongButMentionsReference) == 20.0 / 120)
    #expect(reward(.wrong) == 10.0 / 120)
    #expect(reward(.gaveUp) == reward(.wrong))
    #expect(reward(.unboxed) == 0)
  }

  /// The policy is conditioned on acceptance: log p(x | accepted) = log p(x) - log Z. Its RLOO
  /// gradient, by finite differences, equals the one computed without Z.
  @Test func rejectionSamplingLeavesTheGradientUnchanged() {
    let shape = TransformerConfiguration(
      vocabularySize: 11, hiddenSize: 16, intermediateSize: 24, layerCount: 2, headCount: 2,
      keyValueHeadCount: 2, headDimension: 8, maximumPositions: 16)
    let model = Transformer(shape, seed: 3)
    let prompt: [Int32] = [2, 5]
    let accepted: [Int32] = [3, 4, 7, 9]
    let samples: [Int32] = [3, 7, 9, 4, 3]
    let advantages = Advantage.leaveOneOut([0.3, 0.9, 0.1, 0.2, 0.6])

    let learner = Learner(model)
    _ = learner.accumulate(
      zip(samples, advantages).map {
        .policyGradient(
          Rollout(
            prompt: prompt,
            response: SampledResponse(tokens: [$0], logprobs: [-1], stopReason: .stop)),
          advantage: $1, weight: 1, klCoefficient: 0)
      })
    let gradients = learner.gradients.array()

    func conditionalObjective() -> Double {
      let row = Learner(model).logits(prompt)[1].map(Double.init)
      let logZ = log(accepted.reduce(0) { $0 + exp(row[Int($1)]) })
      return -zip(samples, advantages).reduce(0) { $0 + $1.1 * (row[Int($1.0)] - logZ) }
    }
    var stream = RandomStream(seed: 4, path: "directions")
    for tensor in model.layout.tensors {
      let direction = (0..<tensor.count).map { _ in Float(stream.normal()) }
      let original = model.parameters.array(tensor.range)
      let step: Float = 1e-2 / Float(tensor.count).squareRoot()
      func objective(at t: Float) -> Double {
        model.parameters.write(
          zip(original, direction).map { $0 + t * step * $1 }, at: tensor.offset)
        return conditionalObjective()
      }
      let numeric = (objective(at: 1) - objective(at: -1)) / (2 * Double(step))
      model.parameters.write(original, at: tensor.offset)
      let analytic = zip(gradients[tensor.range], direction).reduce(0.0) {
        $0 + Double($1.0) * Double($1.1)
      }
      let norm = gradients[tensor.range].reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
      #expect(abs(numeric - analytic) < 2e-2 * norm + 1e-3, "\(tensor.name)")
    }
  }
}
