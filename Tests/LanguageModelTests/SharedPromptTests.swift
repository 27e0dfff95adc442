// Locks: rollouts that share a prompt give the loss and gradient of rollouts trained one by one, with
// the prompt run once, however they are cut into micro-batches; a target outside the vocabulary stops
// the program; results never depend on what earlier
// work left in the workspaces; the FLOP count is that of the formula, on a case counted by hand.

import Foundation
import LanguageModel
import Numerics
import Randomness
import Testing
import Tokenization

@Suite struct SharedPromptTests {
  static let shape = GenerationTests.shapes[1]

  /// Rollouts of prompts of the given lengths; responses from one token up.
  static func rollouts(prompts: [Int]) -> [TrainingSequence] {
    var stream = RandomStream(seed: 3, path: "rollouts")
    func tokens(_ count: Int) -> [Int32] {
      (0..<count).map { _ in Int32(stream.integer(below: shape.vocabularySize)) }
    }
    return prompts.flatMap { length in
      let prompt = tokens(length)
      return [1, 7, 20, 2].map { response in
        TrainingSequence.rollout(prompt, tokens(response), weight: Float(stream.uniform() - 0.5))
      }
    }
  }

  static func gradients(_ learner: Learner, _ calls: [[TrainingSequence]], _ reference: Transformer)
    -> (LossReport, [Float])
  {
    var report = LossReport()
    for call in calls { report += learner.accumulate(call, reference: reference) }
    return (report, learner.gradients.array())
  }

  @Test(arguments: [2048, 60, 25, 9]) func sharingChangesNothing(microBatchTokens: Int) {
    let model = GenerationTests.model(Self.shape)
    let reference = GenerationTests.model(Self.shape, seed: 6)
    // The second prompt is too short to be shared; one group has a prompt of its own length only.
    let sequences = Self.rollouts(prompts: [12, 5, 8, 33])
    let (shared, a) = Self.gradients(
      Learner(model, microBatchTokens: microBatchTokens), [sequences], reference)
    let (single, b) = Self.gradients(Learner(model), sequences.map { [$0] }, reference)
    #expect(abs(shared.weightedLoss - single.weightedLoss) < 1e-4)
    #expect(abs(shared.kl - single.kl) < 1e-4)
    #expect(shared.scoredTokens == single.scoredTokens)
    let size = b.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    for (x, y) in zip(a, b) { #expect(Double(abs(x - y)) < 2e-5 * size) }
    if microBatchTokens == 2048 {
      // Inputs end before the last target: a response of n tokens adds n - 1.
      let responses = [0, 6, 19, 1].reduce(0, +)
      #expect(shared.tokens == 12 + 8 + 33 + 4 * 5 + 4 * responses)
      #expect(single.tokens == 4 * (12 + 5 + 8 + 33) + 4 * responses)
      #expect((shared.flops?.total ?? .infinity) < (single.flops?.total ?? 0))
    }
  }

  @Test func sequencesThatOnlyLookAlikeAreNotMerged() {
    let model = GenerationTests.model(Self.shape)
    let prompt: [Int32] = Array(0..<10)
    let other: [Int32] = Array(0..<9) + [20]
    let sequences = [
      TrainingSequence.rollout(prompt, [1, 2, 3], weight: 0.5),
      TrainingSequence.rollout(other, [1, 2, 3], weight: -0.25),
      // The same tokens, scored from an earlier place on.
      TrainingSequence.rollout(Array(prompt.dropLast()), [9, 1, 2, 3], weight: 0.75),
    ]
    let (together, a) = Self.gradients(Learner(model), [sequences], model)
    let (apart, b) = Self.gradients(Learner(model), sequences.map { [$0] }, model)
    #expect(together.tokens == apart.tokens)
    for (x, y) in zip(a, b) { #expect(abs(x - y) < 1e-5) }
  }

  @Test func workspacesCarryNothingOver() {
    let model = GenerationTests.model(Self.shape)
    let sequences = Self.rollouts(prompts: [12, 20])
    let requests = GenerationTests.requests(Self.shape, streams: 5)
    let parameters = SamplingParameters(maximumTokens: 40, stopTokens: [1, 2])
    func work() -> ([Float], [[SampledResponse]]) {
      (
        Self.gradients(Learner(model), [sequences], model).1,
        Generator(model).sample(requests, parameters)
      )
    }
    let before = work()
    // A broken model of the same shape, on more and longer sequences, fills every buffer with NaN.
    let broken = Transformer(Self.shape)
    broken.parameters.write([Float](repeating: .nan, count: broken.parameters.count), at: 0)
    _ = Learner(broken).accumulate(Self.rollouts(prompts: [40, 30, 20, 50]), reference: broken)
    let failed = Generator(broken).sample(requests, parameters)
    #expect(failed.joined().allSatisfy { $0.stopReason == .notFinite })
    let after = work()
    #expect(before.0 == after.0)
    #expect(before.1 == after.1)
    #expect(before.0.allSatisfy { $0.isFinite })
  }

  @Test func tokensOutsideTheVocabularyStopTheProgram() async {
    // The last token is a target alone: it never enters the network.
    await #expect(processExitsWith: .failure) {
      let model = Transformer(SharedPromptTests.shape, seed: 1)
      _ = Learner(model).accumulate([
        TrainingSequence(tokens: [1, 2, 9_000_000], weights: [0, 1, 1])
      ])
    }
  }

  @Test func operationsAreCountedAsDocumented() {
    let c = TransformerConfiguration(
      vocabularySize: 7, hiddenSize: 4, intermediateSize: 6, layerCount: 2, headCount: 2,
      keyValueHeadCount: 1, headDimension: 2, maximumPositions: 16)
    // Per token and layer: q 4x4, k and v 4x2 each, o 4x4; gate, up and down 4x6 each.
    let perToken = 2 * (16 + 8 + 8 + 16 + 3 * 24)
    // Per attended pair and layer: scores and values over two heads of width 2.
    let perPair = 2 * 2 * 4
    let expected = 2 * (5 * perToken + 15 * perPair) + 2 * 3 * 4 * 7
    #expect(c.forwardFLOPs(tokens: 5, attendedPairs: 15, rows: 3) == Double(expected))
    // A prompt of 3 and a response of 3, whose last token is never read: 5 tokens, 3 logits.
    #expect(c.samplingFLOPs(promptLength: 3, responseLengths: [3]) == Double(expected))
    let report = Learner(Transformer(c, seed: 1)).accumulate([
      TrainingSequence.rollout([1, 2, 3], [4, 5, 6], weight: 1)
    ])
    #expect(report.flops == FLOPCount(forward: Double(expected), backward: Double(2 * expected)))
  }
}

extension TrainingSequence {
  static func rollout(_ prompt: [Int32], _ response: [Int32], weight: Float) -> TrainingSequence {
    TrainingSequence(
      tokens: prompt + response,
      weights: [Float](repeating: 0, count: prompt.count)
        + [Float](repeating: weight, count: response.count), klWeight: 0.01)
  }
}
