import Diagnostics
import Foundation
import HTTP
import LanguageModel
import Numerics
import Randomness
import ReinforcementLearning
import SwiftProtobuf
import TestSupport
import TinkerEngine
import Tokenization

/// A Tinker server in memory that trains and samples a tiny model, all of whose weights it trains.
/// Every request is done when it is answered.
actor FakeServer {
  private struct Model {
    var learner: Learner
    var optimizer: AdamW?
    var sequences = 0
    var requests = 0
    var isPoisoned = false
    /// By number: the body and its future.
    var answered: [Int: (body: Data, future: String)] = [:]
  }

  private struct Checkpoint {
    var weights: Transformer
    /// Nil for weights to sample from, and before the first step.
    var optimizer: TemporaryFolder?
  }

  var behaviour: Behaviour
  private let base: Transformer
  private var sessions: Set<String> = []
  private var models: [String: Model] = [:]
  private var checkpoints: [String: Checkpoint] = [:]
  private var samplers: [String: Transformer] = [:]
  private var futures: [String: HTTPResponse] = [:]
  private var created: [String: (id: String, future: String)] = [:]
  private var last = 0
  private var passes = 0
  private var steps = 0
  private(set) var paths: [String] = []
  private(set) var mostModels = 0
  private(set) var tokensSeen: Set<Int32> = []

  init(_ base: Transformer, _ behaviour: Behaviour = Behaviour()) {
    self.base = base
    self.behaviour = behaviour
  }

  var modelCount: Int { models.count }
  var checkpointCount: Int { checkpoints.count }
  var sampleRequests: Int { paths.count { $0 == "asample" } }

  /// Forgets all that is not on disk.
  func restart() {
    (sessions, models, samplers, futures, created) = ([], [:], [:], [:], [:])
  }

  private func fresh(_ kind: String) -> String {
    last += 1
    return "\(kind)-\(last)"
  }

  // MARK: Requests

  func answer(_ request: HTTPRequest) -> HTTPResponse {
    let path = String(request.path.dropFirst("api/v1/".count))
    paths.append(path)
    do {
      if path.hasPrefix("training_runs/") { return try delete(path) }
      if path == "get_server_capabilities" {
        return reply(#"{"supported_models": [{"model_name": "tiny"}]}"#)
      }
      if path == "forward_backward", request.contentType == "application/x-protobuf" {
        guard behaviour.takesProtobuf else { throw Refusal(status: 415) }
        let wire = try TinkerWire_ForwardBackwardRequest(serializedBytes: request.body ?? Data())
        return try train(
          wire.modelID, Int(wire.seqID), request.body ?? Data(), wire.data.map(FakeDatum.init),
          wire.forwardOnly)
      }
      let body = try JSONParser.parse([UInt8](request.body ?? Data()))
      return try answer(path, body, request)
    } catch let refusal as Refusal {
      return HTTPResponse(
        status: refusal.status,
        headers: ["content-type": "application/json"],
        body: Data(#"{"detail": "\#(refusal.text) \#(behaviour.echo)"}"#.utf8))
    } catch {
      return HTTPResponse(status: 422, body: Data(#"{"detail": "\#(error)"}"#.utf8))
    }
  }

  private func answer(
    _ path: String, _ body: JSONValue, _ request: HTTPRequest
  ) throws -> HTTPResponse {
    let data = request.body ?? Data()
    switch path {
    case "create_session":
      let id = fresh("session")
      sessions.insert(id)
      return reply(#"{"session_id": "\#(id)"}"#)
    case "session_heartbeat":
      guard sessions.contains(try text("session_id", body)) else { throw Refusal(status: 404) }
      return reply("{}")
    case "create_model": return try create(body)
    case "unload_model":
      guard models.removeValue(forKey: try text("model_id", body)) != nil else {
        throw Refusal(status: 404)
      }
      return future(#"{"type": "unload_model"}"#)
    case "retrieve_future":
      guard let result = futures[try text("request_id", body)] else { throw Refusal(status: 404) }
      return result
    case "asample": return try sample(body)
    default: break
    }
    let model = try text("model_id", body)
    guard let number = body["seq_id"]?.integer else { throw Refusal(status: 422) }
    switch path {
    case "forward_backward", "forward":
      let input = body["forward_backward_input"] ?? body["forward_input"]
      let datums = try (input?["data"]?.array ?? []).map(FakeDatum.init)
      return try train(model, number, data, datums, path == "forward")
    case "optim_step": return try numbered(model, number, data) { try self.step(model, body) }
    case "save_weights", "save_weights_for_sampler":
      return try numbered(model, number, data, isNamed: true) {
        try self.save(model, body, forSampler: path != "save_weights")
      }
    case "load_weights":
      return try numbered(model, number, data, isNamed: true) { try self.load(model, body) }
    default: throw Refusal(status: 404)
    }
  }

  private func reply(_ json: String, status: Int = 200) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: ["content-type": "application/json"], body: Data(json.utf8))
  }

  private func future(_ json: String) -> HTTPResponse { future(reply(json)) }

  private func future(_ result: HTTPResponse) -> HTTPResponse {
    let id = fresh("future")
    futures[id] = result
    return reply(#"{"request_id": "\#(id)"}"#)
  }

  private func text(_ name: String, _ body: JSONValue) throws -> String {
    guard let text = body[name]?.string else { throw Refusal(status: 422, text: "no \(name)") }
    return text
  }

  /// Carries a request out once per number of its model.
  private func numbered(
    _ model: String, _ number: Int, _ body: Data, isNamed: Bool = false,
    _ carryOut: () throws -> HTTPResponse
  ) throws -> HTTPResponse {
    guard let known = models[model] else { throw Refusal(status: 404, text: "no such model") }
    let isFinal = isNamed && behaviour.namesAreFinal
    if let (earlier, future) = known.answered[number], !isFinal {
      guard earlier == body else { throw Refusal(status: 409, text: "number reused") }
      return reply(#"{"request_id": "\#(future)"}"#)
    }
    let answer = try carryOut()
    let id = try JSONParser.parse([UInt8](answer.body))["request_id"]?.string ?? ""
    models[model]?.answered[number] = (body, id)
    models[model]?.requests += 1
    return answer
  }

  private func create(_ body: JSONValue) throws -> HTTPResponse {
    let session = try text("session_id", body)
    guard sessions.contains(session) else { throw Refusal(status: 404, text: "no such session") }
    guard try text("base_model", body) == "tiny" else { throw Refusal(status: 400) }
    let key = "\(session)/\(body["model_seq_id"]?.integer ?? 0)"
    if let known = created[key] { return creation(known) }
    let id = fresh("model")
    models[id] = Model(learner: Learner(base.duplicate()))
    mostModels = max(mostModels, models.count)
    let future = fresh("future")
    futures[future] = reply(#"{"model_id": "\#(id)"}"#)
    created[key] = (id, future)
    return creation((id, future))
  }

  private func creation(_ model: (id: String, future: String)) -> HTTPResponse {
    reply(#"{"model_id": "\#(model.id)", "request_id": "\#(model.future)"}"#)
  }

  // MARK: Training

  private func train(
    _ id: String, _ number: Int, _ body: Data, _ datums: [FakeDatum], _ forwardOnly: Bool
  ) throws -> HTTPResponse {
    try numbered(id, number, body) {
      guard var model = models[id] else { throw Refusal(status: 404) }
      passes += 1
      model.isPoisoned = model.isPoisoned || passes >= behaviour.poisonedFrom
      for datum in datums { tokensSeen.formUnion(datum.inputs + datum.targets) }
      let sequences = datums.map { $0.tokens(shifted: behaviour.shiftsTargets) }
      let scored = sequences.map { tokens in
        model.learner.score([TrainingSequence(tokens: tokens, weights: tokens.map { _ in 1 })])
          .logprobs
      }
      if !forwardOnly {
        let weighted = zip(zip(datums, sequences), scored).map { pair, logprobs in
          pair.0.sequence(pair.1, logprobs, behaviour)
        }
        _ = model.learner.accumulate(weighted)
        model.sequences += datums.count
      }
      let isPoisoned = model.isPoisoned
      models[id] = model
      let logprobs = isPoisoned ? scored.map { $0.map { _ in Float.nan } } : scored
      return future(behaviour.takesProtobuf ? wire(logprobs) : json(logprobs))
    }
  }

  private func wire(_ logprobs: [[Float]]) -> HTTPResponse {
    var tensor = TinkerWire_BatchedTensor()
    tensor.dtype = .float32
    tensor.data = Data(littleEndian: logprobs.flatMap { $0 })
    tensor.offsets = Data(
      littleEndian: logprobs.reduce(into: [Int64(0)]) {
        $0.append(($0.last ?? 0) + Int64(4 * $1.count))
      })
    var output = TinkerWire_ForwardBackwardOutput()
    output.lossFnOutputs = [
      .with {
        $0.fields = ["logprobs": tensor]
        $0.numDatums = Int64(logprobs.count)
      }
    ]
    return protobuf(output)
  }

  private func protobuf(_ message: some Message) -> HTTPResponse {
    HTTPResponse(
      status: 200, headers: ["content-type": "application/x-protobuf"],
      body: (try? message.serializedBytes()) ?? Data())
  }

  private func json(_ logprobs: [[Float]]) -> HTTPResponse {
    let outputs = logprobs.map { values in
      #"{"logprobs": {"data": [\#(values.map(jsonNumber).joined(separator: ","))]}}"#
    }
    return reply(#"{"loss_fn_outputs": [\#(outputs.joined(separator: ","))], "metrics": {}}"#)
  }

  private func step(_ id: String, _ body: JSONValue) throws -> HTTPResponse {
    guard var model = models[id], let adam = body["adam_params"],
      let rate = adam["learning_rate"]?.number, let beta1 = adam["beta1"]?.number,
      let beta2 = adam["beta2"]?.number, let epsilon = adam["eps"]?.number,
      adam["weight_decay"]?.number == 0
    else { throw Refusal(status: 422) }
    steps += 1
    let parameters = AdamWParameters(
      beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: 0, clipNorm: 0)
    let optimizer = model.optimizer ?? AdamW(model.learner.model.layout, parameters)
    optimizer.parameters = parameters
    model.optimizer = optimizer
    let gradients = model.learner.gradients
    if behaviour.scaling.dividesBySequences, model.sequences > 0 {
      gradients.write(gradients.array().map { $0 / Float(model.sequences) }, at: 0)
    }
    let report = optimizer.update(model.learner.model, gradients: gradients, learningRate: rate)
    model.learner.zeroGradients()
    model.sequences = 0
    model.isPoisoned = model.isPoisoned || steps == behaviour.poisonsStep
    let norm = model.isPoisoned ? "null" : "\(report.gradientNorm)"
    models[id] = model
    return future(
      behaviour.reportsNorm ? #"{"metrics": {"skyrl.ai/grad_norm": \#(norm)}}"# : "{}")
  }

  // MARK: Checkpoints

  private func save(
    _ id: String, _ body: JSONValue, forSampler: Bool
  ) throws -> HTTPResponse {
    guard let model = models[id] else { throw Refusal(status: 404) }
    guard let name = body["path"]?.string else {
      let sampler = fresh("sampler")
      samplers[sampler] = model.learner.model.duplicate()
      return future(#"{"sampling_session_id": "\#(sampler)"}"#)
    }
    let path = "tinker://\(id)/\(forSampler ? "sampler_weights" : "weights")/\(name)"
    guard checkpoints[path] == nil else { throw Refusal(status: 409, text: "name is taken") }
    var checkpoint = Checkpoint(weights: model.learner.model.duplicate())
    if !forSampler, let optimizer = model.optimizer {
      let folder = try TemporaryFolder()
      try optimizer.save(to: folder.url)
      checkpoint.optimizer = folder
    }
    checkpoints[path] = checkpoint
    let shown = forSampler && behaviour.samplesLoadedOnly ? "tinker://\(id)/\(name)" : path
    return future(#"{"path": "\#(shown)"}"#)
  }

  private func load(_ id: String, _ body: JSONValue) throws -> HTTPResponse {
    guard models[id]?.requests == 0 else { throw Refusal(status: 400, text: "not the first") }
    guard let checkpoint = checkpoints[try text("path", body)] else { throw Refusal(status: 404) }
    var model = Model(learner: Learner(checkpoint.weights.duplicate()))
    if body["optimizer"] == .bool(true), let folder = checkpoint.optimizer {
      model.optimizer = try OptimizerFile(in: folder.url, layout: model.learner.model.layout)
        .read(AdamWParameters())
    }
    models[id] = model
    return future(#"{"type": "load_weights"}"#)
  }

  private func delete(_ path: String) throws -> HTTPResponse {
    let parts = path.split(separator: "/")
    guard checkpoints.removeValue(forKey: "tinker://\(parts[1])/\(parts[3])/\(parts[4])") != nil
    else { throw Refusal(status: 404) }
    return HTTPResponse(status: 204)
  }

  // MARK: Sampling

  private func sample(_ body: JSONValue) throws -> HTTPResponse {
    let model: Transformer
    if body["base_model"] != nil {
      model = base
    } else if let path = body["model_path"]?.string {
      model = try checkpoint(path)
    } else {
      guard let sampler = samplers[try text("sampling_session_id", body)],
        body["seq_id"]?.integer != nil
      else { throw Refusal(status: 404) }
      model = sampler
    }
    guard let count = body["num_samples"]?.integer, let settings = body["sampling_params"],
      let limit = settings["max_tokens"]?.integer, let seed = settings["seed"]?.integer,
      let temperature = settings["temperature"]?.number,
      let tokens = body["prompt"]?["chunks"]?.array?.first?["tokens"]?.array
    else { throw Refusal(status: 422) }
    let prompt = tokens.map { Int32($0.integer ?? 0) }
    tokensSeen.formUnion(prompt)
    let streams = RandomStream(seed: UInt64(seed), path: "fake").family("sample", 0..<count)
    let responses = Generator(model).sample(
      [SamplingRequest(prompt: prompt, streams: streams)],
      SamplingParameters(
        temperature: temperature, maximumTokens: limit,
        stopTokens: (settings["stop"]?.array ?? []).map { Int32($0.integer ?? 0) }))[0]
    var logprobs: [Float]?
    if body["prompt_logprobs"] == .bool(true) {
      let score = Learner(model).score([
        TrainingSequence(tokens: prompt, weights: prompt.map { _ in 1 })
      ])
      logprobs = (behaviour.padsPromptLogprobs ? [.nan] : []) + score.logprobs
    }
    return future(behaviour.takesProtobuf ? wire(responses, logprobs) : json(responses, logprobs))
  }

  private func checkpoint(_ path: String) throws -> Transformer {
    guard behaviour.samplesLoadedOnly else {
      guard let checkpoint = checkpoints[path] else { throw Refusal(status: 404) }
      return checkpoint.weights
    }
    let parts = path.dropFirst("tinker://".count).split(separator: "/").map(String.init)
    guard parts.count == 2, let model = models[parts[0]] else {
      throw Refusal(status: 400, text: "Model \(parts.first ?? "") not loaded")
    }
    guard let checkpoint = checkpoints["tinker://\(parts[0])/sampler_weights/\(parts[1])"] else {
      throw Refusal(status: 404)
    }
    model.learner.model.parameters.copy(from: checkpoint.weights.parameters)
    return model.learner.model
  }

  private func wire(_ responses: [SampledResponse], _ prompt: [Float]?) -> HTTPResponse {
    var output = TinkerWire_SampleResponse()
    output.sequences = responses.map { response in
      .with {
        $0.stopReason = response.stopReason == .stop ? .stop : .length
        $0.tokens = Data(littleEndian: response.tokens)
        $0.logprobs = Data(littleEndian: response.logprobs)
      }
    }
    if let prompt { output.promptLogprobs = Data(littleEndian: prompt) }
    return protobuf(output)
  }

  private func json(_ responses: [SampledResponse], _ prompt: [Float]?) -> HTTPResponse {
    let sequences = responses.map { response in
      #"{"stop_reason": "\#(response.stopReason == .stop ? "stop" : "length")", "tokens": "#
        + "\(response.tokens), \"logprobs\": [\(response.logprobs.map(jsonNumber).joined(separator: ","))]}"
    }
    let scores = prompt.map { "[\($0.map(jsonNumber).joined(separator: ","))]" } ?? "null"
    return reply(
      #"{"sequences": [\#(sequences.joined(separator: ","))], "prompt_logprobs": \#(scores)}"#)
  }
}
