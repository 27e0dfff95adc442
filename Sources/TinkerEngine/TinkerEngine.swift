import Diagnostics
public import Foundation
public import HTTP
public import LanguageModel
public import ReinforcementLearning
import Synchronization

/// Models on a server that speaks the Tinker REST API: the Tinker cloud, SkyRL and others. Adapters
/// (LoRA) are trained on one base model.
///
/// What differs from an engine in this process: costs in floating-point operations are unknown, see
/// ``usage``; the KL term is estimated from the sampled tokens; gradients are not clipped, because
/// servers ignore the limit; and a seed promises no bits. Results are as reproducible as the server.
public struct TinkerEngine: Engine {
  /// Sequences in one `forward_backward`: the official client's limit.
  package static let sequencesPerRequest = 128
  /// Gradients and steps of a trainer after which a checkpoint is saved, so that a lost adapter is soon
  /// built up again.
  package static let operationsPerCheckpoint = 64

  let server: TinkerServer
  let scaling: LossScaling

  /// - Parameters:
  ///   - url: the server's address, without `/api/v1`.
  ///   - key: sent as `X-API-Key`.
  ///   - scaling: how the server adds up losses; see ``TinkerContract``.
  /// - Throws: ``UserError`` if the address is none, or would carry the key unencrypted.
  public init(
    url: String, key: APIKey, settings: TinkerSettings, patience: TinkerPatience = TinkerPatience(),
    scaling: LossScaling = .sum
  ) throws {
    self.init(
      transport: try URLSessionTransport(
        base: url, key: key, header: .named("X-API-Key"),
        connections: 2 * settings.requestsAtOnce),
      settings: settings, patience: patience, scaling: scaling, redact: key.redacting)
  }

  /// - Parameters:
  ///   - redact: blots out the key in texts of the server.
  ///   - sleep: replaceable by tests.
  public init(
    transport: some HTTPTransport, settings: TinkerSettings,
    patience: TinkerPatience = TinkerPatience(), scaling: LossScaling = .sum,
    redact: @escaping @Sendable (String) -> String = { $0 },
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.init(
      TinkerServer(
        transport, settings: settings, patience: patience, redact: redact, sleep: sleep),
      scaling)
  }

  private init(_ server: TinkerServer, _ scaling: LossScaling) {
    self.server = server
    self.scaling = scaling
  }

  /// The same server, used as its contract was found to be.
  public func adapted(to report: ContractReport) -> TinkerEngine {
    server.samplesLoadedOnly.withLock { $0 = report.samplesLoadedOnly }
    return TinkerEngine(server, report.scaling)
  }

  public var name: String { "tinker" }
  public var maximumTrainers: Int? { server.settings.maximumTrainers }
  public var countsFLOPs: Bool { false }
  /// What the server was asked for so far.
  public var usage: RemoteUsage { server.usage.current }

  /// The base model, as every run starts from it.
  public var base: TinkerSampler { TinkerSampler(server) }

  /// Names of the models that the server has.
  ///
  /// - Throws: ``UserError`` if there is no such server, or the key is wrong.
  public func models() async throws -> [String] {
    try await reportingFailures {
      let answer = try await server.client.get("get_server_capabilities")
      return (answer["supported_models"]?.array ?? []).compactMap { $0["model_name"]?.string }
    }
  }

  /// Refuses what would mean something else on a server.
  ///
  /// - Parameter place: the setting, for errors.
  public static func check(_ optimizer: AdamWParameters, at place: String) throws {
    guard optimizer.weightDecay == 0 else {
      throw UserError(
        .configuration, place: "\(place).weightDecay",
        "is \(optimizer.weightDecay), and a Tinker server would decay other models' adapters too",
        hint: "set it to 0")
    }
    guard optimizer.clipNorm <= 0 else {
      throw UserError(
        .configuration, place: "\(place).clipNorm",
        "is \(optimizer.clipNorm), and a Tinker server ignores it", hint: "set it to 0")
    }
  }

  public func makeTrainer(
    from weights: any Sampler, reference: any Sampler, optimizer: AdamWParameters
  ) throws -> any Trainer {
    try trainer(
      from: sampler(weights), hasOptimizer: false, reference: reference, optimizer: optimizer)
  }

  public func restoreTrainer(
    from folder: URL, reference: any Sampler, optimizer: AdamWParameters
  ) throws -> any Trainer {
    let saved = try TinkerFolder(folder, on: server)
    return try trainer(
      from: saved.sampler(on: server), hasOptimizer: saved.hasOptimizer, reference: reference,
      optimizer: optimizer)
  }

  private func trainer(
    from start: TinkerSampler, hasOptimizer: Bool, reference: any Sampler,
    optimizer: AdamWParameters
  ) throws -> TinkerTrainer {
    try Self.check(optimizer, at: "optimizer")
    return TinkerTrainer(
      server, from: start, hasOptimizer: hasOptimizer, reference: sampler(reference),
      optimizer: optimizer, scaling: scaling)
  }

  public func save(_ weights: any Sampler, to folder: URL) throws {
    try TinkerFolder(sampler(weights), hasOptimizer: false).write(to: folder)
  }

  public func load(from folder: URL) throws -> any Sampler {
    try TinkerFolder(folder, on: server).sampler(on: server)
  }

  /// Bodies wait for the server, not for a processor, so that they run on Swift's own threads.
  /// Trainers queue for adapters.
  public func map<Result: Sendable>(
    count: Int, atOnce: Int?, _ body: @escaping @Sendable (Int) async throws -> Result
  ) async throws -> [Result] {
    try await concurrently(count, width: atOnce ?? server.settings.requestsAtOnce, body)
  }

  private func sampler(_ weights: any Sampler) -> TinkerSampler {
    guard let sampler = weights as? TinkerSampler else {
      preconditionFailure("the weights are of another engine")
    }
    return sampler
  }
}
