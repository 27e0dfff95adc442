// Locks: what is sampled carries the loss and what was given carries none, in every turn of a rollout; a
// frozen model's gradient is that of the learner, zero without a signal and linear in the weights;
// freezing is a copy; the KL term is to the reference that a trainer was made with.

import Diagnostics
import LanguageModel
import Numerics
import Randomness
import ReinforcementLearning
import Tasks
import Testing
import Tokenization

@Suite struct PolicyGradientTests {
  static let model = Transformer(
    TransformerConfiguration(
      vocabularySize: 16, hiddenSize: 8, intermediateSize: 16, layerCount: 1, headCount: 2,
      keyValueHeadCount: 2, headDimension: 4, maximumPositions: 16), seed: 3)

  static let engine = LocalEngine(pool: WorkerPool(workers: 1), vocabulary: [])

  static func response(_ tokens: [Int32]) -> SampledResponse {
    SampledResponse(tokens: tokens, logprobs: tokens.map { _ in -1 }, stopReason: .stop)
  }

  static func sequence(_ advantage: Double, kl: Double = 0) -> TrainingSequence {
    .policyGradient(
      Rollout(prompt: [1, 2, 3], response: response([4, 5, 6])), advantage: advantage, weight: 1,
      klCoefficient: kl)
  }

  @Test func onlyWhatWasSampledCarriesALoss() {
    let rollout = Rollout(turns: [
      Rollout.Turn(prompt: [1, 2], response: Self.response([3, 4])),
      Rollout.Turn(prompt: [5], response: Self.response([6])),
    ])
    let sequence = TrainingSequence.policyGradient(
      rollout, advantage: 2, weight: 0.25, klCoefficient: 0.5)
    #expect(sequence.tokens == [1, 2, 3, 4, 5, 6])
    #expect(sequence.weights == [0, 0, 0.5, 0.5, 0, 0.5])
    #expect(sequence.klWeight == 0.125)
    #expect(rollout.sampledTokens == 3)
    let given = TrainingSequence.policyGradient(
      Rollout(given: [1, 2, 3]), advantage: 2, weight: 1, klCoefficient: 1)
    #expect(given.weights == [0, 0, 0])
  }

  @Test func theGradientIsTheLearners() async {
    let weights = LocalSampler(Self.model)
    let (gradient, flops) = await weights.gradient([Self.sequence(1)])
    let learner = Learner(Self.model)
    _ = learner.accumulate([Self.sequence(1)])
    #expect(gradient == learner.gradients.array())
    let doubled = await weights.gradient([Self.sequence(2)]).gradient
    for (one, two) in zip(gradient, doubled) { #expect(abs(two - 2 * one) < 1e-5) }
    let nothing = await weights.gradient([Self.sequence(0)]).gradient
    #expect(nothing.count == gradient.count && nothing.allSatisfy { $0 == 0 })
    #expect((flops?.total ?? 0) > 0)
  }

  @Test func theKLTermIsToTheReferenceOfTheTrainer() async throws {
    let base = LocalSampler(Self.model)
    let first = Self.engine.makeTrainer(
      from: base, reference: base, optimizer: AdamWParameters())
    #expect(try await first.forwardBackward([Self.sequence(1, kl: 1)]).kl == 0)
    _ = try await first.optimizerStep(learningRate: 0.1)
    let moved = try await first.freeze()
    func kl(reference: any Sampler) async throws -> Double {
      let trainer = Self.engine.makeTrainer(
        from: moved, reference: reference, optimizer: AdamWParameters())
      return try await trainer.forwardBackward([Self.sequence(1, kl: 1)]).kl
    }
    #expect(try await kl(reference: base) > 0)
    #expect(try await kl(reference: moved) == 0)
  }
}
