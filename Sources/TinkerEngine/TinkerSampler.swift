import Diagnostics
import Foundation
public import LanguageModel
public import ReinforcementLearning
import Synchronization

/// Frozen weights on a server: the base model, or a saved checkpoint. A checkpoint that no folder
/// refers to is deleted from the server with the last sampler of it.
public final class TinkerSampler: ScoringSampler {
  let server: TinkerServer
  /// Nil for the base model.
  let checkpoint: TinkerCheckpoint?
  /// The weights as a KL reference.
  let scorer: ReferenceScorer

  init(_ server: TinkerServer, _ checkpoint: TinkerCheckpoint? = nil) {
    self.server = server
    self.checkpoint = checkpoint
    scorer = ReferenceScorer(server, checkpoint)
  }

  public func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters) async throws
    -> SampledBatch
  {
    try await reportingFailures {
      try await server.sampling(from: checkpoint) { [server] target in
        try await server.sample(requests, parameters, from: target)
      }
    }
  }

  /// One request per ending, which is what the protocol can be asked.
  public func score(_ requests: [ScoringRequest]) async throws -> (
    scores: [ResponseScore], flops: FLOPCount?
  ) {
    let texts = requests.flatMap { request in
      request.endings.isEmpty
        ? [request.prompt + request.response]
        : request.endings.map { request.prompt + request.response + [$0] }
    }
    let logprobs = try await reportingFailures {
      try await server.sampling(from: checkpoint) { [server] target in
        try await server.logprobs(texts, from: target)
      }
    }
    var rest = logprobs[...]
    let scores = requests.map { request in
      let own = rest.prefix(max(1, request.endings.count))
      rest = rest.dropFirst(own.count)
      // Of T tokens, T - 1 have a log-probability: the first token of the response has number
      // prompt.count - 1.
      let response = (own.first ?? []).dropFirst(request.prompt.count - 1)
        .prefix(request.response.count)
      let ending =
        request.endings.isEmpty
        ? 0 : log(own.reduce(0.0) { $0 + exp(Double($1.last ?? -.infinity)) })
      return ResponseScore(logprobs: Array(response), endingLogprob: ending)
    }
    return (scores, nil)
  }
}

/// Weights saved on a server, to train from and to sample from. They are deleted there when nothing
/// refers to them any more, unless they are kept: each student of each step leaves some.
final class TinkerCheckpoint: Sendable {
  /// `tinker://MODEL/weights/NAME`
  let weights: String
  /// `tinker://MODEL/sampler_weights/NAME`, or `tinker://MODEL/NAME` on SkyRL.
  let sampler: String
  private let server: TinkerServer
  private let isKept: Mutex<Bool>

  init(_ server: TinkerServer, weights: String, sampler: String, isKept: Bool = false) {
    self.server = server
    self.weights = weights
    self.sampler = sampler
    self.isKept = Mutex(isKept)
  }

  /// Leaves the checkpoint on the server for good.
  func keep() { isKept.withLock { $0 = true } }

  deinit {
    let isKept = isKept.withLock(\.self)
    Task { [server, weights, sampler] in
      await server.loaded.drop(weights)
      guard !isKept else { return }
      for (path, kind) in [(weights, "weights"), (sampler, "sampler_weights")] {
        try? await server.client.delete(checkpoint: path, kind: kind)
      }
    }
  }
}

/// Runs `body` with its failures as user errors.
func reportingFailures<Value>(
  isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Value
) async throws -> Value {
  do {
    return try await body()
  } catch let failure as TinkerFailure {
    throw failure.userError
  }
}
