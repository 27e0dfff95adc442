// Locks: logprobs returned by the sampler equal the training forward's; greedy decoding picks the
// arg max of the full forward; finished sequences leave the batch without disturbing the others;
// responses depend on their streams, not on their neighbours; a response ends with the token that
// completes a stop text, and one that never comes changes no bit.

import LanguageModel
import Numerics
import Randomness
import Testing
import Tokenization

@Suite struct GenerationTests {
  static let shapes = [
    TransformerConfiguration(
      vocabularySize: 19, hiddenSize: 16, intermediateSize: 24, layerCount: 2, headCount: 4,
      keyValueHeadCount: 4, headDimension: 4, maximumPositions: 64),
    TransformerConfiguration(
      vocabularySize: 23, hiddenSize: 24, intermediateSize: 40, layerCount: 3, headCount: 6,
      keyValueHeadCount: 2, headDimension: 8, ropeTheta: 500, tiesEmbeddings: false,
      maximumPositions: 96),
  ]
  /// With the parts that only some architectures have.
  static let otherShapes = [
    TransformerConfiguration(
      vocabularySize: 19, hiddenSize: 16, intermediateSize: 24, layerCount: 2, headCount: 4,
      keyValueHeadCount: 2, headDimension: 4, maximumPositions: 64, attentionBias: true,
      feedForwardBias: true),
    TransformerConfiguration(
      vocabularySize: 23, hiddenSize: 24, intermediateSize: 40, layerCount: 2, headCount: 6,
      keyValueHeadCount: 2, headDimension: 8, tiesEmbeddings: false, maximumPositions: 96,
      architecture: .qwen3,
      rotaryScaling: .llama3(
        factor: 4, lowFrequencyFactor: 1, highFrequencyFactor: 4, originalPositions: 24)),
  ]

  /// A model with weights large enough that its distributions are far from uniform.
  static func model(_ shape: TransformerConfiguration, seed: UInt64 = 5) -> Transformer {
    let model = Transformer(shape, seed: seed)
    for tensor in model.layout.tensors {
      let values = model.parameters.array(tensor.range)
      if tensor.decays {
        model.parameters.write(values.map { $0 * 1.5 }, at: tensor.offset)
      } else if tensor.name.hasSuffix(".bias") {
        model.parameters.write(values.indices.map { 0.1 * Float($0 % 7 - 3) }, at: tensor.offset)
      }
    }
    return model
  }

  static func requests(_ shape: TransformerConfiguration, streams: Int) -> [SamplingRequest] {
    let root = RandomStream(seed: 11, path: "generation")
    return (0..<5).map { index in
      var stream = root.child("prompt", index)
      let length = 1 + 9 * index
      return SamplingRequest(
        prompt: (0..<length).map { _ in Int32(stream.integer(below: shape.vocabularySize)) },
        streams: root.family("rollout/\(index)", 0..<streams))
    }
  }

  @Test(arguments: shapes + otherShapes) func sampledLogprobsEqualTheTrainingForward(
    shape: TransformerConfiguration
  ) {
    let model = Self.model(shape)
    let requests = Self.requests(shape, streams: 7)
    let responses = Generator(model).sample(
      requests, SamplingParameters(maximumTokens: 40, stopTokens: [1, 2]))
    let learner = Learner(model)
    var lengths = Set<Int>()
    for (request, group) in zip(requests, responses) {
      #expect(group.count == 7)
      for response in group {
        lengths.insert(response.tokens.count)
        let tokens = request.prompt + response.tokens
        let weights = [Float](repeating: 1, count: tokens.count)
        let scored = learner.score([TrainingSequence(tokens: tokens, weights: weights)])
        let expected = scored.logprobs.suffix(response.tokens.count)
        for (sampled, trained) in zip(response.logprobs, expected) {
          #expect(abs(sampled - trained) < 1e-4)
        }
        #expect(response.stopReason == ([1, 2].contains(response.tokens.last) ? .stop : .length))
      }
    }
    #expect(lengths.count > 3, "the test needs responses that end at different times")
  }

  @Test(arguments: shapes) func greedyDecodingIsTheArgMax(shape: TransformerConfiguration) {
    let model = Self.model(shape)
    let requests = Self.requests(shape, streams: 1)
    let responses = Generator(model).sample(
      requests, SamplingParameters(temperature: 0, maximumTokens: 12, stopTokens: [1]))
    let learner = Learner(model)
    for (request, group) in zip(requests, responses) {
      var tokens = request.prompt
      for token in group[0].tokens {
        let last = learner.logits(tokens)[tokens.count - 1]
        #expect(Int(token) == last.indices.max { last[$0] < last[$1] })
        tokens.append(token)
      }
    }
  }

  /// Token 3 is the letter d.
  struct Letters: Tokenizer {
    let vocabularySize: Int
    var tokens: [String] { (0..<Int32(vocabularySize)).map { decode([$0]) } }
    func encode(_ text: String) -> [Int32]? { text.utf8.map { Int32($0) - 97 } }
    func decode(_ ids: [Int32]) -> String {
      String(decoding: ids.flatMap { bytes(of: $0) ?? [] }, as: UTF8.self)
    }
    func bytes(of id: Int32) -> [UInt8]? { [UInt8(97 + id)] }
  }

  @Test(arguments: shapes, [false, true]) func stopTextsEndResponses(
    shape: TransformerConfiguration, shares: Bool
  ) throws {
    let model = Self.model(shape)
    let requests = Self.requests(shape, streams: 24)
    let letters = Letters(vocabularySize: shape.vocabularySize)
    func sample(_ texts: [String]) -> (responses: [[SampledResponse]], flops: FLOPCount) {
      Generator(model).counted(
        requests,
        SamplingParameters(
          maximumTokens: 40, stopTokens: [1], stopTexts: StopTexts(texts, tokenizer: letters),
          sharesPrefixes: shares))
    }
    let whole = sample([])
    // The pairs in the middle of some responses occur in others too.
    let pairs = whole.responses.joined().filter { $0.tokens.count > 12 }.prefix(6).map {
      letters.decode(Array($0.tokens[6..<8]))
    }
    #expect(pairs.count == 6)
    let texts = try #require(StopTexts(pairs, tokenizer: letters))
    let ended = sample(pairs)
    var (early, same) = (0, 0)
    for (response, before) in zip(ended.responses.joined(), whole.responses.joined()) {
      let end = texts.end(of: response.tokens)
      #expect(end == nil || end == response.tokens.count)
      #expect(response.logprobs.count == response.tokens.count)
      #expect(
        response.stopReason == (end != nil || response.tokens.last == 1 ? .stop : .length))
      early += response.tokens.count < before.tokens.count ? 1 : 0
      same += response.tokens == before.ending(at: texts).tokens ? 1 : 0
    }
    #expect(early >= 6)
    // A draw at a boundary can go the other way in a smaller batch; few do.
    #expect(same >= 100)
    #expect(ended.flops.total < whole.flops.total)
    let never = sample(["zzzz", "!"])
    #expect(never.responses == whole.responses && never.flops == whole.flops)
  }

  @Test func samplingFollowsTheModelsDistribution() {
    let shape = Self.shapes[0]
    let model = Self.model(shape)
    let root = RandomStream(seed: 2, path: "frequency")
    let count = 20_000
    let request = SamplingRequest(
      prompt: [3, 4, 5], streams: root.family("r", 0..<count))
    for (temperature, topK) in [(1.0, 0), (0.7, 0), (1.0, 4)] {
      let responses = Generator(model).sample(
        [request],
        SamplingParameters(
          temperature: temperature, topK: topK, maximumTokens: 1, stopTokens: []))[0]
      let logits = Learner(model).logits([3, 4, 5])[2].map(Double.init)
      let cut = topK == 0 ? -Double.infinity : logits.sorted(by: >)[topK - 1]
      let weights = logits.map { $0 < cut ? 0 : exponential($0 / temperature) }
      let total = weights.reduce(0, +)
      for token in 0..<shape.vocabularySize {
        let p = weights[token] / total
        let seen =
          Double(responses.filter { $0.tokens == [Int32(token)] }.count) / Double(count)
        #expect(abs(seen - p) <= 5 * (p * (1 - p) / Double(count)).squareRoot() + 1e-6)
      }
    }
  }
}
