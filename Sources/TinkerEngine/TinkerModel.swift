import Diagnostics
import Foundation
import LanguageModel
import Synchronization

/// An adapter on the server. It is unloaded when nothing holds it any more.
///
/// Every request has the next number of its model, so that repeating one is safe.
final class TinkerModel: Sendable {
  let id: String
  private let server: TinkerServer
  private let place: AdapterPlace?
  private let lastNumber = Mutex(0)
  private let isUnloaded = Mutex(false)

  private init(_ id: String, _ server: TinkerServer, _ place: AdapterPlace?) {
    self.id = id
    self.server = server
    self.place = place
  }

  deinit {
    guard !isUnloaded.withLock(\.self) else { return }
    Task { [id, server, place] in
      try? await Self.unload(id, from: server)
      withExtendedLifetime(place) {}
    }
  }

  /// Gives the adapter back at once; nothing can be asked of the model after.
  func unload() async throws {
    isUnloaded.withLock { $0 = true }
    do {
      try await Self.unload(id, from: server)
    } catch TinkerFailure.lost {
      // An earlier attempt was carried out, and its answer lost.
    }
  }

  private static func unload(_ id: String, from server: TinkerServer) async throws {
    _ = try await server.client.result(
      "unload_model",
      .object([.init("model_id", .string(id)), .init("type", .string("unload_model"))]))
  }

  /// A fresh adapter of the base model.
  ///
  /// - Parameter place: among the trainers; nil for one that does not train.
  static func create(_ server: TinkerServer, in place: AdapterPlace?) async throws -> TinkerModel {
    let number = await server.session.modelNumber()
    var session = try await server.session.id()
    for attempt in 0... {
      do {
        let (answer, output) = try await server.client.result(
          "create_model",
          .object([
            .init("session_id", .string(session)), .init("model_seq_id", .integer(number)),
            .init("base_model", .string(server.settings.baseModel)),
            .init(
              "lora_config",
              .object([
                .init("rank", .integer(server.settings.loraRank)),
                .init("seed", .integer(server.settings.loraSeed)),
              ])),
            .init("type", .string("create_model")),
          ]))
        guard
          let id = try member("model_id", of: output, "create_model")?.string
            ?? answer["model_id"]?.string
        else { throw TinkerFailure.refused("create_model: no model_id in the answer") }
        return TinkerModel(id, server, place)
      } catch TinkerFailure.lost where attempt < 3 {
        session = try await server.session.id(insteadOf: session)
      }
    }
    preconditionFailure("the loop ends by returning or throwing")
  }

  private func request(_ path: String, _ members: [JSONValue.Member], isNamed: Bool = false)
    async throws -> TinkerClient.Output
  {
    let number = nextNumber()
    return try await server.client.result(
      path,
      .object(
        [.init("model_id", .string(id)), .init("seq_id", .integer(number))] + members
          + [.init("type", .string(path))]), isNamed: isNamed
    ).output
  }

  private func nextNumber() -> Int {
    lastNumber.withLock { number in
      number += 1
      return number
    }
  }

  /// Takes over a checkpoint. Servers allow it as a model's first request alone.
  func load(_ path: String, optimizer: Bool) async throws {
    _ = try await request(
      "load_weights", [.init("path", .string(path)), .init("optimizer", .bool(optimizer))])
  }

  /// Log-probabilities of the targets, and their gradient unless `isForwardOnly`, in parts that fit
  /// into a request.
  func forwardBackward(
    _ data: [TrainingDatum], isForwardOnly: Bool = false
  ) async throws -> ForwardBackwardOutput {
    var whole = ForwardBackwardOutput(logprobs: [])
    for start in stride(from: 0, to: data.count, by: TinkerEngine.sequencesPerRequest) {
      let part = Array(data[start..<min(start + TinkerEngine.sequencesPerRequest, data.count)])
      let request = ForwardBackwardRequest(
        model: id, sequence: nextNumber(), data: part, isForwardOnly: isForwardOnly)
      let output = try Self.read(
        try await server.client.result(request), "forward_backward",
        ForwardBackwardOutput.init(protobuf:), ForwardBackwardOutput.init(json:))
      guard output.logprobs.count == part.count,
        zip(output.logprobs, part).allSatisfy({ $0.count >= $1.targets.count })
      else { throw TinkerFailure.refused("forward_backward: not one log-probability per target") }
      whole.logprobs += zip(output.logprobs, part).map { Array($0.prefix($1.targets.count)) }
      whole.metrics += output.metrics
    }
    return whole
  }

  /// - Returns: the gradient's norm as the server sees it: nil if it reports none, NaN if it reports
  ///   that it has none.
  func optimizerStep(
    _ adam: AdamWParameters, learningRate: Double
  ) async throws -> Double? {
    let output = try await request(
      "optim_step",
      [
        .init(
          "adam_params",
          .object([
            .init("learning_rate", .real(learningRate)), .init("beta1", .real(adam.beta1)),
            .init("beta2", .real(adam.beta2)), .init("eps", .real(adam.epsilon)),
            // Above zero it would decay the adapters of other models too.
            .init("weight_decay", .real(0)),
          ]))
      ])
    let metrics = try Self.member("metrics", of: output, "optim_step")?.members ?? []
    let norm = metrics.first { member in
      ["grad_norm", "grad_l2", "gradient_norm"].contains { member.key.contains($0) }
    }
    return norm.map { $0.value.number ?? .nan }
  }

  /// Saves weights and optimizer.
  ///
  /// - Returns: the checkpoint's path.
  func save() async throws -> String { try await saved("save_weights") }

  /// Saves weights to sample from.
  func saveForSampler() async throws -> String { try await saved("save_weights_for_sampler") }

  /// A name is taken if an earlier attempt to save was carried out and its answer lost.
  private func saved(_ path: String) async throws -> String {
    for attempt in 0... {
      let name = "soar-\(lastNumber.withLock(\.self) + 1)"
      do {
        let output = try await request(path, [.init("path", .string(name))], isNamed: true)
        guard let place = try Self.member("path", of: output, path)?.string,
          place.hasPrefix("tinker://"), place.utf8.count < 1024
        else { throw TinkerFailure.refused("\(path): no tinker:// path in the answer") }
        return place
      } catch TinkerFailure.taken where attempt < 10 {
        continue
      }
    }
    preconditionFailure("the loop ends by returning or throwing")
  }

  /// The present weights as a sampling session that ends with the server's session.
  func samplingSession() async throws -> SamplingTarget {
    for attempt in 0... {
      let number = await server.session.samplerNumber()
      do {
        let output = try await request(
          "save_weights_for_sampler", [.init("sampling_session_seq_id", .integer(number))],
          isNamed: true)
        guard
          let id = try Self.member(
            "sampling_session_id", of: output, "save_weights_for_sampler")?.string
        else {
          throw TinkerFailure.refused("save_weights_for_sampler: no sampling_session_id")
        }
        return .session(id, SequenceCounter())
      } catch TinkerFailure.taken where attempt < 10 {
        continue
      }
    }
    preconditionFailure("the loop ends by returning or throwing")
  }

  private static func member(
    _ name: String, of output: TinkerClient.Output, _ path: String
  ) throws -> JSONValue? {
    guard case .json(let value) = output else {
      throw TinkerFailure.refused("\(path): protobuf in place of JSON")
    }
    return value[name]
  }

  static func read<Value>(
    _ output: TinkerClient.Output, _ path: String,
    _ protobuf: (Data) throws(WireDefect) -> Value,
    _ json: (JSONValue) throws(WireDefect) -> Value
  ) throws -> Value {
    do throws(WireDefect) {
      switch output {
      case .protobuf(let data): return try protobuf(data)
      case .json(let value): return try json(value)
      }
    } catch {
      throw TinkerFailure.refused("\(path): the result cannot be read: \(error.message)")
    }
  }
}

/// What to sample from.
enum SamplingTarget: Sendable {
  case base
  case path(String)
  case session(String, SequenceCounter)
}

/// 1, 2, 3, ...
final class SequenceCounter: Sendable {
  private let last = Mutex(0)

  func next() -> Int {
    last.withLock { last in
      last += 1
      return last
    }
  }
}
