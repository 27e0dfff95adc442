// Locks: a policy's gradient is that of the learner, zero without a signal and linear in the
// weights; asking for it leaves the weights and the gathered gradient as they are. An anchored policy
// is its own KL reference, and so are those forked from it.

import LanguageModel
import Numerics
import Randomness
import ReinforcementLearning
import Testing
import Worlds

@Suite struct PolicyGradientTests {
  static let model = Transformer(
    TransformerConfiguration(
      vocabularySize: 16, hiddenSize: 8, intermediateSize: 16, layerCount: 1, headCount: 2,
      keyValueHeadCount: 2, headDimension: 4, maximumPositions: 16), seed: 3)

  static func policy() -> LocalPolicy {
    LocalPolicy(model.duplicate(), reference: model, vocabulary: [])
  }

  static func sequence(_ advantage: Double) -> TrainingSequence {
    .policyGradient(
      prompt: [1, 2, 3], response: [4, 5, 6], advantage: advantage, weight: 1, klCoefficient: 0)
  }

  @Test func theGradientIsTheLearners() async {
    let policy = Self.policy()
    let gradient = await policy.gradient([Self.sequence(1)])
    let learner = Learner(Self.model)
    _ = learner.accumulate([Self.sequence(1)])
    #expect(gradient == learner.gradients.array())
    let doubled = await policy.gradient([Self.sequence(2)])
    for (one, two) in zip(gradient, doubled) { #expect(abs(two - 2 * one) < 1e-5) }
    let nothing = await policy.gradient([Self.sequence(0)])
    #expect(nothing.count == gradient.count && nothing.allSatisfy { $0 == 0 })
    #expect(await policy.flops().total > 0)
  }

  @Test func askingChangesNothing() async {
    func step(asking: Bool) async -> [[SampledResponse]] {
      let policy = Self.policy()
      _ = await policy.forwardBackward([Self.sequence(1)])
      if asking { _ = await policy.gradient([Self.sequence(-3)]) }
      _ = await policy.optimizerStep(learningRate: 0.1)
      let stream = RandomStream(seed: 1, path: "rollout")
      return await policy.sample(
        [SamplingRequest(prompt: [1, 2, 3], streams: [stream])],
        SamplingParameters(maximumTokens: 8, stopTokens: []))
    }
    #expect(await step(asking: false) == step(asking: true))
  }

  @Test func anchoredPoliciesAreTheirOwnReference() async throws {
    let policy = Self.policy()
    _ = await policy.forwardBackward([Self.sequence(1)])
    _ = await policy.optimizerStep(learningRate: 0.1)
    func divergence(_ policy: any Policy) async throws -> Double {
      try await policy.forwardBackward([
        .policyGradient(
          prompt: [1, 2, 3], response: [4, 5, 6], advantage: 1, weight: 1, klCoefficient: 1)
      ]).divergence
    }
    #expect(try await divergence(await policy.snapshot()) > 0)
    let anchored = await policy.anchored()
    #expect(try await divergence(anchored.fork(AdamWParameters())) == 0)
    let successor = try await anchored.fork(AdamWParameters())
    _ = try await successor.forwardBackward([Self.sequence(1)])
    _ = try await successor.optimizerStep(learningRate: 0.1)
    #expect(try await divergence(successor) > 0)
    #expect(try await divergence(await anchored.snapshot()) == 0)
  }
}
