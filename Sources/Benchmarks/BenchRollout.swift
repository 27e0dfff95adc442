import LanguageModel
import Randomness
import Tokenization
import Worlds

/// Sampling with the key-value cache: 8 prompts x 32 responses of 48 tokens each; none ends early,
/// so the batch stays at 256.
package struct BenchRollout {
  let shape: BenchShape
  static let groups = 8
  static let groupSize = 32
  static let length = 48

  package init(_ shape: BenchShape) { self.shape = shape }

  package func run(_ clock: BenchClock) async throws -> [BenchResult] {
    let model = Transformer(shape.transformer, seed: 1)
    let root = RandomStream(seed: 1, path: "bench/rollout")
    var stream = root
    let requests = (0..<Self.groups).map { index in
      let problem = shape.world.sampleProblem(
        length: 1 + index % 4, operations: shape.world.operations, using: &stream)
      return SamplingRequest(
        prompt: shape.world.studentPrompt(for: problem.tokens),
        streams: root.family("rollout/\(index)", 0..<Self.groupSize))
    }
    let parameters = SamplingParameters(maximumTokens: Self.length, stopTokens: [])
    let verified = try verify(model, requests, parameters)
    let timing = await clock.time { _ = Generator(model).sample(requests, parameters) }
    let flops = requests.reduce(0.0) {
      $0
        + shape.transformer.samplingFLOPs(
          promptLength: $1.prompt.count,
          responseLengths: [Int](repeating: Self.length, count: Self.groupSize))
    }
    return [
      BenchResult(
        .rollout, model: shape.name, "batch \(Self.groups * Self.groupSize)", verified: verified,
        count: Double(Self.groups * Self.groupSize * Self.length), flops: flops, timing: timing)
    ]
  }

  /// Compares logprobs of sampled tokens with those of the training forward pass.
  private func verify(
    _ model: Transformer, _ requests: [SamplingRequest], _ parameters: SamplingParameters
  ) throws -> String {
    let responses = Generator(model).sample(requests, parameters)
    let learner = Learner(model)
    var worst: Float = 0
    for (request, group) in zip(requests, responses) {
      try benchRequire(
        group.allSatisfy { $0.tokens.count == Self.length }, "a response ended early")
      for response in group.prefix(2) {
        let tokens = request.prompt + response.tokens
        let scored = learner.score([
          TrainingSequence(tokens: tokens, weights: [Float](repeating: 1, count: tokens.count))
        ]).logprobs.suffix(response.tokens.count)
        for (a, b) in zip(response.logprobs, scored) {
          try benchRequire(abs(a - b) < 1e-3, "a sampled logprob is \(a), and \(b) in training")
          worst = max(worst, abs(a - b))
        }
      }
    }
    return "logprobs equal the training forward's (worst difference \(short(Double(worst))))"
  }
}
