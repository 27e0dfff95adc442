import Diagnostics
import LanguageModel
import Randomness
import ReinforcementLearning
import Tokenization

extension TinkerServer {
  /// One request per prompt, all at once: n samples of a prompt share it.
  func sample(
    _ requests: [SamplingRequest], _ parameters: SamplingParameters, from target: SamplingTarget
  ) async throws -> SampledBatch {
    for request in requests { try check(request.prompt) }
    let responses = try await concurrently(requests.count) { index -> [SampledResponse] in
      let request = requests[index]
      guard request.streams.count > 0 else { return [] }
      let output = try await self.sample(
        request.prompt, count: request.streams.count, parameters, seed: request.streams.seed,
        from: target)
      self.usage.add { usage in
        usage.promptTokens += request.prompt.count
        usage.sampledTokens += output.sequences.reduce(0) { $0 + $1.tokens.count }
      }
      return try output.sequences.map {
        // Servers take stop tokens or stop texts, not both.
        try self.response($0, limit: parameters.maximumTokens).ending(at: parameters.stopTexts)
      }
    }
    return SampledBatch(responses: responses, flops: nil)
  }

  /// log p of each token of given texts after the first, by the prompt's log-probabilities: [T - 1].
  func logprobs(_ texts: [[Int32]], from target: SamplingTarget) async throws -> [[Float]] {
    for text in texts { try check(text) }
    return try await concurrently(texts.count) { index in
      let text = texts[index]
      guard text.count > 1 else { return [] }
      // Servers sample at least one token.
      let output = try await self.sample(
        text, count: 1, SamplingParameters(maximumTokens: 1, stopTokens: []), seed: 0,
        from: target, scoresPrompt: true)
      self.usage.add { $0.scoredTokens += text.count }
      // SkyRL over JAX leaves out the first, which has none.
      guard let logprobs = output.promptLogprobs,
        (text.count - 1...text.count).contains(logprobs.count)
      else { throw TinkerFailure.refused("asample: not one log-probability per prompt token") }
      return logprobs.suffix(text.count - 1)
    }
  }

  private func sample(
    _ prompt: [Int32], count: Int, _ parameters: SamplingParameters, seed: UInt64,
    from target: SamplingTarget, scoresPrompt: Bool = false
  ) async throws -> SampleOutput {
    var members: [JSONValue.Member] = [
      .init("num_samples", .integer(count)),
      .init("prompt", .object([.init("chunks", .array([.tokens(prompt)]))])),
      .init(
        "sampling_params",
        .object([
          .init("max_tokens", .integer(parameters.maximumTokens)),
          .init("temperature", .real(parameters.temperature)), .init("top_p", .real(1)),
          .init("top_k", .integer(parameters.topK > 0 ? parameters.topK : -1)),
          // Servers keep seeds as 32-bit integers, and add the sample's number.
          .init("seed", .integer(Int(seed & 0x3fff_ffff))),
          .init("stop", .array(parameters.stopTokens.map { .integer(Int($0)) })),
        ])),
      .init("type", .string("sample")),
    ]
    if scoresPrompt { members.append(.init("prompt_logprobs", .bool(true))) }
    switch target {
    case .base: members.append(.init("base_model", .string(settings.baseModel)))
    case .path(let path): members.append(.init("model_path", .string(path)))
    case .session(let id, let counter):
      members += [
        .init("sampling_session_id", .string(id)), .init("seq_id", .integer(counter.next())),
      ]
    }
    let output = try TinkerModel.read(
      try await client.result("asample", .object(members)).output, "asample",
      SampleOutput.init(protobuf:), SampleOutput.init(json:))
    guard output.sequences.count == count else {
      throw TinkerFailure.refused(
        "asample: \(output.sequences.count) samples where \(count) were asked for")
    }
    return output
  }

  /// A response as the loops know it; cut before the first number that is not finite.
  private func response(_ sequence: SampleOutput.Sequence, limit: Int) throws -> SampledResponse {
    guard sequence.tokens.count == sequence.logprobs.count, sequence.tokens.count <= limit,
      sequence.tokens.allSatisfy({ $0 >= 0 && $0 < settings.vocabularySize })
    else { throw TinkerFailure.refused("asample: a sample that cannot be") }
    if let end = sequence.logprobs.firstIndex(where: { !$0.isFinite }) {
      return SampledResponse(
        tokens: Array(sequence.tokens[..<end]), logprobs: Array(sequence.logprobs[..<end]),
        stopReason: .notFinite)
    }
    return SampledResponse(
      tokens: sequence.tokens, logprobs: sequence.logprobs,
      stopReason: sequence.isStopped ? .stop : .length)
  }
}

/// `body(0)...body(count - 1)` with their results in order; after a failure no further one starts.
///
/// - Parameter width: how many at once; nil starts all.
func concurrently<Result: Sendable>(
  _ count: Int, width: Int? = nil, _ body: @escaping @Sendable (Int) async throws -> Result
) async throws -> [Result] {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    let width = min(count, max(1, width ?? count))
    var results: [(Int, Result)] = []
    for index in 0..<width { group.addTask { (index, try await body(index)) } }
    for index in width..<max(width, count) {
      if let result = try await group.next() { results.append(result) }
      group.addTask { (index, try await body(index)) }
    }
    for try await result in group { results.append(result) }
    return results.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
