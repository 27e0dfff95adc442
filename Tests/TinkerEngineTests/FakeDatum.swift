import Diagnostics
import Foundation
import HTTP
import LanguageModel
import TinkerEngine

extension FakeServer {
  /// What servers do in different ways, and what a broken one does.
  struct Behaviour: Sendable {
    var scaling = LossScaling.sum
    /// -1 climbs the loss.
    var sign: Float = 1
    /// Whether each target is scored one place too late.
    var shiftsTargets = false
    var takesProtobuf = true
    var reportsNorm = true
    /// Whether the log-probabilities of a prompt begin with one for its first token, which is none.
    var padsPromptLogprobs = true
    /// Whether a request to save under a name that is there is refused, even if repeated, as SkyRL
    /// does; and a repeated load too.
    var namesAreFinal = false
    /// Whether a checkpoint can be sampled only while the model that saved it is loaded, and then takes
    /// the place of its weights; and its path does not name its kind: SkyRL over JAX.
    var samplesLoadedOnly = false
    /// Answers forward and backward with NaN from this request on.
    var poisonedFrom = Int.max
    /// Answers this optimizer step with a norm of null, and is poisoned by it.
    var poisonsStep = Int.max
    /// What a server may say of itself in errors.
    var echo = ""
  }
}

extension FakeServer {
  struct Refusal: Error {
    var status: Int
    var text = "refused"
  }
}

/// A datum as the server reads it.
struct FakeDatum {
  var inputs: [Int32]
  var targets: [Int32]
  var advantages: [Float]
  var logprobs: [Float]

  init(json: JSONValue) throws {
    func data(_ name: String) -> [JSONValue] {
      json["loss_fn_inputs"]?[name]?["data"]?.array ?? []
    }
    inputs = (json["model_input"]?["chunks"]?.array?.first?["tokens"]?.array ?? [])
      .map { Int32($0.integer ?? 0) }
    targets = data("target_tokens").map { Int32($0.integer ?? 0) }
    advantages = data("advantages").map { Float($0.number ?? 0) }
    logprobs = data("logprobs").map { Float($0.number ?? 0) }
  }

  init(_ datum: TinkerWire_Datum) throws {
    inputs = try datum.modelInput[0].encodedText.tokens.int32s()
    targets = try (datum.lossFnInputs["target_tokens"]?.dense ?? Data()).int64s()
      .map { Int32(truncatingIfNeeded: $0) }
    advantages = try (datum.lossFnInputs["advantages"]?.dense ?? Data()).floats()
    logprobs = try (datum.lossFnInputs["logprobs"]?.dense ?? Data()).floats()
  }

  func tokens(shifted: Bool) -> [Int32] {
    let tokens = inputs.prefix(1) + targets
    // Scored one place too late: each target stands where the next one should.
    return shifted ? [tokens[0]] + tokens.dropLast() : Array(tokens)
  }

  func sequence(
    _ tokens: [Int32], _ scored: [Float], _ behaviour: FakeServer.Behaviour
  ) -> TrainingSequence {
    let share = behaviour.sign / (behaviour.scaling.dividesByTokens ? Float(targets.count) : 1)
    let weights = zip(advantages, zip(scored, logprobs)).map { advantage, pair in
      advantage == 0 ? 0 : advantage * share * exp(pair.0 - pair.1)
    }
    return TrainingSequence(tokens: tokens, weights: [0] + weights)
  }
}

/// The server in place of a network.
struct FakeTransport: HTTPTransport {
  let server: FakeServer
  func send(_ request: HTTPRequest) async throws -> HTTPResponse { await server.answer(request) }
}
