// Locks: what the backward pass computes again gives the bits of what it would have kept, so that a
// limit on memory changes nothing; gradients of a vocabulary that takes several slices equal those of
// one row at a time; log-probabilities over real vocabularies are right to 1e-6 nats.

import Foundation
import LanguageModel
import Numerics
import Randomness
import Testing
import Tokenization

@Suite struct MemoryTests {
  static let shapes = GenerationTests.shapes + GenerationTests.otherShapes

  @Test(arguments: shapes) func limitsOnMemoryChangeNoBit(shape: TransformerConfiguration) {
    let model = GenerationTests.model(shape)
    let reference = GenerationTests.model(shape, seed: 6)
    var stream = RandomStream(seed: 3, path: "memory")
    let prompt = (0..<20).map { _ in Int32(stream.integer(below: shape.vocabularySize)) }
    let sequences = [1, 17, 30].map { length in
      TrainingSequence.rollout(
        prompt, (0..<length).map { _ in Int32(stream.integer(below: shape.vocabularySize)) },
        weight: Float(stream.uniform() - 0.5))
    }
    func work(_ bytes: Int) -> (LossReport, [Float]) {
      let learner = Learner(model, activationBytes: bytes)
      return (learner.accumulate(sequences, reference: reference), learner.gradients.array())
    }
    let whole = work(1 << 30)
    // The products of these shapes take 0.08 to 0.3 MB, everything half as much again or more.
    for bytes in [0, Self.productBytes(shape, tokens: 90)] {
      let limited = work(bytes)
      #expect(limited.0 == whole.0)
      #expect(limited.1 == whole.1)
    }
  }

  /// About what the products of so many tokens take.
  static func productBytes(_ c: TransformerConfiguration, tokens: Int) -> Int {
    4 * c.layerCount * tokens
      * (2 * c.hiddenSize + 2 * c.queryWidth + 2 * c.keyValueWidth + 2 * c.intermediateSize
        + (c.architecture == .qwen3 ? c.queryWidth + 2 * c.keyValueWidth : 0))
  }

  /// 151,936 tokens are 111 rows a slice: three slices.
  @Test func slicesSumToTheWhole() {
    let shape = TransformerConfiguration(
      vocabularySize: 151_936, hiddenSize: 4, intermediateSize: 8, layerCount: 1, headCount: 1,
      keyValueHeadCount: 1, headDimension: 4, maximumPositions: 256)
    let model = Transformer(shape, seed: 3)
    let reference = Transformer(shape, seed: 4)
    var stream = RandomStream(seed: 5, path: "slices")
    let tokens = (0..<240).map { _ in Int32(stream.integer(below: shape.vocabularySize)) }
    func sequence(_ scored: Range<Int>) -> TrainingSequence {
      TrainingSequence(
        tokens: tokens, weights: tokens.indices.map { scored.contains($0) ? 0.1 : 0 }, klWeight: 0.1
      )
    }
    let whole = Learner(model)
    let report = whole.accumulate([sequence(1..<240)], reference: reference)
    let parts = Learner(model)
    var sum = LossReport()
    for start in stride(from: 1, to: 240, by: 100) {
      sum += parts.accumulate([sequence(start..<min(240, start + 100))], reference: reference)
    }
    #expect(abs(report.weightedLoss - sum.weightedLoss) < 1e-6 * sum.weightedLoss)
    #expect(abs(report.kl - sum.kl) < 1e-6 * sum.kl)
    #expect(report.scoredTokens == 239)
    #expect(
      relativeError(whole.gradients.array(), parts.gradients.array()) < 1e-5)
    // Rows of the first slice, in double precision.
    let logits = Learner(model).logits(Array(tokens[..<6]))
    let scored = Learner(model).score([sequence(1..<240)])
    for (row, found) in zip(logits.indices, scored.logprobs) {
      let expected = GradientTests.logSoftmax(logits[row])[Int(tokens[row + 1])]
      #expect(abs(Double(found) - expected) < 2e-6)
    }
    #expect(abs(scored.weightedLoss - report.weightedLoss) < 1e-6 * report.weightedLoss)
  }
}
