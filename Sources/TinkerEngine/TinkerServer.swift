import Diagnostics
import HTTP
import Synchronization

/// One server as an engine uses it: the client, the session, and places for models.
final class TinkerServer: Sendable {
  let client: TinkerClient
  let settings: TinkerSettings
  let usage: UsageMeter
  let session: TinkerSession
  /// One place per adapter that the server can hold.
  let adapters: Semaphore
  /// Checkpoints that are loaded to be sampled, beside the trainers' adapters.
  let loaded: LoadedCheckpoints
  /// Whether checkpoints have to be loaded to be sampled; found out by ``TinkerContract``.
  let samplesLoadedOnly = Mutex(false)

  init(
    _ transport: some HTTPTransport, settings: TinkerSettings, patience: TinkerPatience,
    redact: @escaping @Sendable (String) -> String,
    sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    let usage = UsageMeter()
    self.usage = usage
    self.settings = settings
    client = TinkerClient(
      transport, patience: patience, requestsAtOnce: settings.requestsAtOnce, usage: usage,
      redact: redact, sleep: sleep)
    session = TinkerSession(client, heartbeat: patience.heartbeat)
    adapters = Semaphore(settings.maximumTrainers)
    loaded = LoadedCheckpoints(settings.maximumTrainers)
  }

  /// Refuses what the server would answer with NaN.
  func check(_ tokens: [Int32]) throws {
    guard let stray = tokens.first(where: { $0 < 0 || $0 >= settings.vocabularySize }) else {
      return
    }
    throw UserError(
      .dataError, place: "engine",
      "token \(stray) is outside the vocabulary of \(settings.vocabularySize) tokens",
      hint: "the tokenizer in model.folder belongs to another model")
  }
}

/// The right to one adapter on the server; given back when nothing holds it.
final class AdapterPlace: Sendable {
  private let adapters: Semaphore

  static func take(_ adapters: Semaphore) async throws -> AdapterPlace {
    try await adapters.acquire()
    return AdapterPlace(adapters)
  }

  private init(_ adapters: Semaphore) { self.adapters = adapters }

  deinit { adapters.release() }
}

/// A session on the server, begun when first needed and kept alive.
actor TinkerSession {
  private let client: TinkerClient
  private let heartbeat: Duration
  private var beginning: Task<String, any Error>?
  private var heartbeats: Task<Void, Never>?
  private var lastModel = 0
  private var lastSampler = 0

  init(_ client: TinkerClient, heartbeat: Duration) {
    self.client = client
    self.heartbeat = heartbeat
  }

  deinit { heartbeats?.cancel() }

  /// The number of the next model or sampler of the session.
  func modelNumber() -> Int {
    lastModel += 1
    return lastModel
  }

  func samplerNumber() -> Int {
    lastSampler += 1
    return lastSampler
  }

  /// - Parameter lost: a session that the server does not know any more.
  func id(insteadOf lost: String? = nil) async throws -> String {
    if let beginning {
      let id = try await beginning.value
      if id != lost { return id }
      // Another task may have begun a new one meanwhile.
      if self.beginning == beginning { self.beginning = nil }
      return try await self.id()
    }
    let task = Task { [client] in
      let answer = try await client.call(
        "create_session",
        .object([
          .init("tags", .array([.string("soar-lab")])), .init("user_metadata", .null),
          .init("sdk_version", .string("soar-lab")), .init("type", .string("create_session")),
        ]))
      guard let id = answer["session_id"]?.string else {
        throw TinkerFailure.refused("create_session: no session_id in the answer")
      }
      return id
    }
    beginning = task
    do {
      let id = try await task.value
      keepAlive(id)
      return id
    } catch {
      if beginning == task { beginning = nil }
      throw error
    }
  }

  private func keepAlive(_ id: String) {
    heartbeats?.cancel()
    heartbeats = Task { [client, heartbeat] in
      while !Task.isCancelled {
        try? await Task.sleep(for: heartbeat)
        if Task.isCancelled { return }
        _ = try? await client.call(
          "session_heartbeat",
          .object([
            .init("session_id", .string(id)), .init("type", .string("session_heartbeat")),
          ]))
      }
    }
  }
}
