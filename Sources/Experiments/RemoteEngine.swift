import Diagnostics
package import HTTP
import RunStore
import SelfPlay
import Tasks
import TinkerEngine
import Tokenization

/// What stands in for the network to a run's server. Tests set it, and wait for nothing.
package struct RemoteNetwork: Sendable {
  var transport: any HTTPTransport
  var sleep: @Sendable (Duration) async throws -> Void

  package init(
    _ transport: any HTTPTransport, sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.transport = transport
    self.sleep = sleep
  }
}

/// The server that a run trains on, checked at the start of each session.
struct RemoteEngine {
  let engine: TinkerEngine

  /// - Throws: ``UserError`` if the server does not have the model, or breaks its contract.
  init(
    _ configuration: EngineConfiguration, network: RemoteNetwork?, task: any ProblemTask,
    store: RunStore, progress: ProgressReporter
  ) async throws {
    let engine = try Self.engine(
      configuration, network: network, vocabularySize: task.tokenizer.vocabularySize)
    let models = try await engine.models()
    guard models.isEmpty || models.contains(where: { $0.exact == configuration.baseModel.exact })
    else {
      throw UserError(
        .configuration, place: "engine.baseModel",
        "is '\(configuration.baseModel.shortened())', which the server does not have",
        hint: "it has \(models.prefix(5).map { $0.shortened(to: 60) }.joined(separator: ", "))")
    }
    let report = try await TinkerContract.check(engine, prompt: task.teacherPrompt)
    try store.record(EventRecord(kind: "engine", message: report.text, isResult: false))
    progress.note("engine tinker: \(report.text)")
    self.engine = engine.adapted(to: report)
  }

  /// - Parameter network: nil connects to the configuration's address.
  /// - Throws: ``UserError`` if the address is none, or the key's variable is unset.
  static func engine(
    _ configuration: EngineConfiguration, network: RemoteNetwork? = nil, vocabularySize: Int
  ) throws -> TinkerEngine {
    let settings = TinkerSettings(
      baseModel: configuration.baseModel, loraRank: configuration.loraRank,
      maximumTrainers: configuration.maximumTrainers, vocabularySize: vocabularySize)
    do {
      let key = try APIKey(environmentVariable: configuration.keyFrom)
      guard let network else {
        return try TinkerEngine(url: configuration.url, key: key, settings: settings)
      }
      return TinkerEngine(
        transport: network.transport, settings: settings, redact: key.redacting,
        sleep: network.sleep)
    } catch var error as UserError {
      error.place = error.place ?? "engine"
      throw error
    }
  }

  /// What runs on the server start from.
  var base: BaseModel { .given(engine.base) }

  /// Stores what the session asked of the server.
  func recordUsage(in store: RunStore) throws {
    let usage = engine.usage
    try store.record(
      EventRecord(kind: "remote-usage", message: try jsonText(usage), isResult: false))
  }
}
