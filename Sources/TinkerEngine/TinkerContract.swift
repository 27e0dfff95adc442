import Diagnostics
import Foundation
import LanguageModel
import Randomness
import ReinforcementLearning
import Tokenization

/// Checks what a run's results rest on before it starts: the server trains on the targets that it
/// gets, a step with positive advantages makes them likelier, and its losses add up in a known way.
/// Needs one adapter for a few seconds.
public enum TinkerContract {
  /// Mean difference of log-probabilities that rounding and different kernels explain, in nats.
  private static let largestGap = 0.1
  /// Relative difference of gradient norms that counts as equal.
  private static let normTolerance = 0.1

  /// - Parameter prompt: any text of the run's task, at least two tokens.
  /// - Throws: ``UserError`` if the server breaks the contract.
  public static func check(_ engine: TinkerEngine, prompt: [Int32]) async throws -> ContractReport {
    precondition(prompt.count > 1, "the contract needs a prompt of two tokens")
    return try await reportingFailures {
      let response = try await sampledResponse(engine, prompt)
      let server = engine.server
      let model = try await TinkerModel.create(
        server, in: try await AdapterPlace.take(server.adapters))
      let text = Sequence(prompt: prompt, response: response.tokens)

      let trained = try await model.forwardBackward([text.datum()], isForwardOnly: true).logprobs[0]
      let scored = try await server.logprobs([text.tokens], from: .base)[0]
      let sampledGap = gap(trained.suffix(response.tokens.count), response.logprobs[...])
      let scoredGap = gap(trained[...], scored[...])
      guard max(sampledGap, scoredGap) <= largestGap else {
        throw broken(
          "log-probabilities in training differ from those in "
            + (sampledGap > largestGap ? "sampling" : "scoring")
            + " by \(max(sampledGap, scoredGap).fixed(2)) nats a token",
          hint: "targets may be shifted, or sampler and trainer hold different weights")
      }
      let (scaling, norm) = try await scaling(of: model, text, trained)
      let gain = try await gain(of: model, text, trained)
      guard gain > 0 else {
        throw broken(
          "a step that should make tokens likelier changed their log-probability by "
            + "\(gain.fixed(6)) nats", hint: "the sign of the loss is reversed")
      }
      let keepsStopToken = try await keepsStopToken(engine, prompt)
      return ContractReport(
        scaling: scaling ?? .sum, isScalingMeasured: scaling != nil, sampledGap: sampledGap,
        scoredGap: scoredGap, gradientNorm: norm, gain: gain, keepsStopToken: keepsStopToken,
        samplesLoadedOnly: try await samplesLoadedOnly(model, server, prompt))
    }
  }

  private static func broken(_ message: String, hint: String) -> UserError {
    UserError(
      .unavailable, place: "engine", "the Tinker server breaks the contract: \(message)", hint: hint
    )
  }

  /// Prompt and response as a datum.
  private struct Sequence {
    var prompt: [Int32]
    var response: [Int32]
    var tokens: [Int32] { prompt + response }

    /// - Parameters:
    ///   - places: those of the response that have an advantage, of 1.
    ///   - logprobs: of all targets.
    ///   - padding: tokens without one that are added behind.
    func datum(
      _ places: Range<Int>? = nil, logprobs: [Float]? = nil, padding: Int = 0
    ) -> TrainingDatum {
      let text = tokens + [Int32](repeating: prompt[0], count: padding)
      var advantages = [Float](repeating: 0, count: text.count - 1)
      var given = advantages
      for place in places ?? 0..<response.count {
        advantages[prompt.count - 1 + place] = 1
        if let logprobs { given[prompt.count - 1 + place] = logprobs[prompt.count - 1 + place] }
      }
      return TrainingDatum(
        inputs: Array(text.dropLast()), targets: Array(text.dropFirst()), advantages: advantages,
        logprobs: given)
    }
  }

  /// The longest of a few responses: at least two tokens.
  private static func sampledResponse(
    _ engine: TinkerEngine, _ prompt: [Int32]
  ) async throws -> SampledResponse {
    let streams = RandomStream(seed: 0, path: "contract").family("sample", 0..<2)
    let batch = try await engine.server.sample(
      [SamplingRequest(prompt: prompt, streams: streams)],
      SamplingParameters(maximumTokens: 8, stopTokens: []), from: .base)
    let longest = batch.responses[0].max { $0.tokens.count < $1.tokens.count }
    guard let longest, longest.tokens.count > 1 else {
      throw broken("samples of up to 8 tokens have fewer than 2", hint: "try another prompt")
    }
    return longest
  }

  private static func gap(_ a: ArraySlice<Float>, _ b: ArraySlice<Float>) -> Double {
    let sum = zip(a, b).reduce(0.0) { $0 + Double(abs($1.0 - $1.1)) }
    return sum.isFinite ? sum / Double(max(1, min(a.count, b.count))) : .infinity
  }

  // MARK: How losses add up

  /// - Returns: nil if the server reports no gradient norm.
  private static func scaling(
    of model: TinkerModel, _ text: Sequence, _ logprobs: [Float]
  ) async throws -> (scaling: LossScaling?, norm: Double?) {
    /// The gradient's norm, found by a step of length zero.
    func norm(_ data: [TrainingDatum]) async throws -> Double? {
      _ = try await model.forwardBackward(data)
      return try await model.optimizerStep(still, learningRate: 0)
    }
    let datum = text.datum(logprobs: logprobs)
    let padding = text.tokens.count - 1
    guard let one = try await norm([datum]) else { return (nil, nil) }
    guard one.isFinite, one > 0 else {
      throw broken("the gradient of a sequence has norm \(one)", hint: "nothing is trained")
    }
    let half = text.response.count / 2
    guard let two = try await norm([datum, datum]),
      let padded = try await norm([text.datum(logprobs: logprobs, padding: padding)]),
      let parts = try await norm([
        text.datum(0..<half, logprobs: logprobs),
        text.datum(half..<text.response.count, logprobs: logprobs),
      ])
    else { return (nil, one) }
    let sequences = try choice(two / one, of: [2, 1], "twice the same sequence")
    // The padding doubles the tokens.
    let tokens = try choice(padded / one, of: [1, 0.5], "a sequence with unweighted tokens behind")
    // A mean over the weighted tokens alone would make the two halves twice as large.
    _ = try choice(parts / one * (sequences == 1 ? 2 : 1), of: [1], "a sequence in two parts")
    return (LossScaling(dividesByTokens: tokens == 0.5, dividesBySequences: sequences == 1), one)
  }

  private static func choice(
    _ ratio: Double, of values: [Double], _ what: String
  ) throws -> Double {
    guard let value = values.first(where: { abs(ratio / $0 - 1) <= normTolerance }) else {
      throw broken(
        "\(what) has \(ratio.fixed(2)) times the gradient", hint: "losses add up in an unknown way")
    }
    return value
  }

  private static var still: AdamWParameters { AdamWParameters(weightDecay: 0, clipNorm: 0) }

  // MARK: Direction and samples

  /// How much likelier the response is after one step up.
  private static func gain(
    of model: TinkerModel, _ text: Sequence, _ before: [Float]
  ) async throws -> Double {
    _ = try await model.forwardBackward([text.datum(logprobs: before)])
    _ = try await model.optimizerStep(still, learningRate: 1e-3)
    let after = try await model.forwardBackward([text.datum()], isForwardOnly: true).logprobs[0]
    let change = zip(after, before).suffix(text.response.count)
      .reduce(0.0) { $0 + Double($1.0) - Double($1.1) }
    return change / Double(text.response.count)
  }

  /// Whether a checkpoint cannot be sampled once the model that saved it is unloaded.
  private static func samplesLoadedOnly(
    _ model: TinkerModel, _ server: TinkerServer, _ prompt: [Int32]
  ) async throws -> Bool {
    let path = try await model.saveForSampler()
    try await model.unload()
    let streams = RandomStream(seed: 0, path: "contract").family("checkpoint", 0..<1)
    var isRefused = false
    do {
      _ = try await server.sample(
        [SamplingRequest(prompt: prompt, streams: streams)],
        SamplingParameters(maximumTokens: 1, stopTokens: []), from: .path(path))
    } catch is TinkerFailure {
      isRefused = true
    }
    try? await server.client.delete(checkpoint: path, kind: "sampler_weights")
    return isRefused
  }

  private static func keepsStopToken(
    _ engine: TinkerEngine, _ prompt: [Int32]
  ) async throws -> Bool {
    func greedy(_ stops: [Int32]) async throws -> [Int32] {
      let streams = RandomStream(seed: 0, path: "contract").family("greedy", 0..<1)
      return try await engine.server.sample(
        [SamplingRequest(prompt: prompt, streams: streams)],
        SamplingParameters(temperature: 0, maximumTokens: 1, stopTokens: stops), from: .base
      ).responses[0][0].tokens
    }
    let first = try await greedy([])
    return try await greedy(first) == first
  }
}
