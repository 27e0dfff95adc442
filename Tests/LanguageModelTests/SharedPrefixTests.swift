// Locks: with `sharesPrefixes`, responses that coincide so far and a header of all prompts run once,
// and responses follow the same streams to the same tokens and logprobs up to rounding; merged
// training sequences give the loss, the KL and the gradient of the single ones, even where
// their weights cancel; operations are counted for what was run.

import Foundation
import LanguageModel
import Numerics
import Randomness
import Testing
import Tokenization

@Suite struct SharedPrefixTests {
  static let shapes = GenerationTests.shapes + GenerationTests.otherShapes

  /// Prompts with a header of 11 tokens in common; one is the header and a single token.
  static func requests(_ shape: TransformerConfiguration, streams: Int) -> [SamplingRequest] {
    let root = RandomStream(seed: 12, path: "shared")
    var stream = root
    let header = (0..<11).map { _ in Int32(stream.integer(below: shape.vocabularySize)) }
    return (0..<4).map { index in
      let rest = (0...3 * index).map { _ in Int32(stream.integer(below: shape.vocabularySize)) }
      return SamplingRequest(
        prompt: header + rest, streams: root.family("rollout/\(index)", 0..<streams))
    }
  }

  /// A low temperature makes many responses coincide for a while.
  @Test(arguments: shapes, [0.25, 1])
  func sharedSamplingFollowsTheSameStreams(shape: TransformerConfiguration, temperature: Double) {
    let model = GenerationTests.model(shape)
    let requests = Self.requests(shape, streams: 24)
    func parameters(_ shares: Bool) -> SamplingParameters {
      SamplingParameters(
        temperature: temperature, maximumTokens: 40, stopTokens: [1], sharesPrefixes: shares)
    }
    let single = Generator(model).counted(requests, parameters(false))
    let shared = Generator(model).counted(requests, parameters(true))
    #expect(shared.flops.total < single.flops.total)
    var same = 0
    for (a, b) in zip(single.responses.joined(), shared.responses.joined())
    where a.tokens == b.tokens {
      same += 1
      #expect(a.stopReason == b.stopReason)
      #expect(zip(a.logprobs, b.logprobs).allSatisfy { abs($0 - $1) < 1e-4 })
    }
    // A draw at a boundary can go the other way; hardly any does.
    #expect(same >= 94)
    let learner = Learner(model)
    for (request, group) in zip(requests, shared.responses) {
      for response in group.prefix(6) {
        let tokens = request.prompt + response.tokens
        let scored = learner.score([
          TrainingSequence(tokens: tokens, weights: [Float](repeating: 1, count: tokens.count))
        ]).logprobs.suffix(response.tokens.count)
        for (a, b) in zip(response.logprobs, scored) { #expect(abs(a - b) < 1e-4) }
      }
    }
  }

  @Test func operationsAreThoseOfTheFormula() {
    let shape = GenerationTests.shapes[0]
    let requests = GenerationTests.requests(shape, streams: 5)
    let (responses, flops) = Generator(GenerationTests.model(shape)).counted(
      requests, SamplingParameters(maximumTokens: 30, stopTokens: [1, 2]))
    let expected = zip(requests, responses).reduce(0) {
      $0
        + shape.samplingFLOPs(
          promptLength: $1.0.prompt.count, responseLengths: $1.1.map(\.tokens.count))
    }
    #expect(flops == FLOPCount(forward: expected))
  }

  @Test(arguments: shapes, [2048, 40])
  func mergedTrainingIsThatOfSingleSequences(shape: TransformerConfiguration, limit: Int) {
    let model = GenerationTests.model(shape)
    let reference = GenerationTests.model(shape, seed: 6)
    var stream = RandomStream(seed: 4, path: "merged")
    var sequences: [TrainingSequence] = []
    for request in Self.requests(shape, streams: 0) {
      let replies = [1, 4, 9].map { length in
        (0..<length).map { _ in Int32(stream.integer(below: shape.vocabularySize)) }
      }
      // The second reply's weights cancel exactly, its KL does not.
      for (reply, weight) in [(0, 0.5), (1, 0.25), (2, -0.5), (1, -0.25), (0, 0.125), (0, -1)] {
        sequences.append(.rollout(request.prompt, replies[reply], weight: Float(weight)))
      }
    }
    let single = Learner(model)
    let shared = Learner(model, microBatchTokens: limit, sharesPrefixes: true)
    let a = single.accumulate(sequences, reference: reference)
    let b = shared.accumulate(sequences, reference: reference)
    #expect(abs(a.weightedLoss - b.weightedLoss) < 1e-4)
    #expect(abs(a.kl - b.kl) < 1e-4 * a.kl)
    #expect(a.scoredTokens == b.scoredTokens)
    #expect(b.tokens < a.tokens)
    #expect(relativeError(shared.gradients.array(), single.gradients.array()) < 1e-5)
    if limit == 2048 {
      // The header, each prompt's rest, and each distinct reply but its last token.
      #expect(b.tokens == 11 + (1 + 4 + 7 + 10) + 4 * (0 + 3 + 8))
    }
  }
}
