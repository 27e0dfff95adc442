import Diagnostics
import Foundation
import HTTP
import Synchronization

/// What went wrong with a request, as far as it decides what to do next.
enum TinkerFailure: Error, Equatable {
  /// The model, checkpoint or session of the request is not on the server.
  case lost(String)
  /// The request's name or number is taken: an earlier attempt was carried out.
  case taken(String)
  /// The server refuses the request, and would again.
  case refused(String)
}

/// Requests to a Tinker server with the official client's persistence: a request is sent until it is
/// answered, and polled until it is done. Requests carry sequence numbers, so that sending one twice
/// does nothing twice.
final class TinkerClient: Sendable {
  /// As the server's results may be read.
  enum Output: Sendable {
    case json(JSONValue)
    case protobuf(Data)
  }

  private let transport: any HTTPTransport
  private let retrying: any HTTPTransport
  /// The same without 409, which is final where a request takes a name.
  private let named: any HTTPTransport
  private let patience: TinkerPatience
  private let redact: @Sendable (String) -> String
  private let sleep: @Sendable (Duration) async throws -> Void
  let usage: UsageMeter
  /// False once the server answered 415.
  private let takesProtobuf = Mutex(true)
  private let places: Semaphore

  /// - Parameters:
  ///   - redact: blots out the key in texts of the server.
  ///   - sleep: replaceable by tests.
  init(
    _ transport: some HTTPTransport, patience: TinkerPatience, requestsAtOnce: Int,
    usage: UsageMeter, redact: @escaping @Sendable (String) -> String,
    sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.transport = transport
    self.patience = patience
    self.usage = usage
    self.redact = redact
    self.sleep = sleep
    places = Semaphore(requestsAtOnce)
    var policy = patience.retry
    retrying = RetryingTransport(
      transport, policy, onRetry: { _, _ in usage.add { $0.retries += 1 } }, sleep: sleep)
    policy.retriesConflicts = false
    named = RetryingTransport(
      transport, policy, onRetry: { _, _ in usage.add { $0.retries += 1 } }, sleep: sleep)
  }

  // MARK: Requests

  /// Sends a request that is answered at once.
  func call(_ path: String, _ body: JSONValue, isNamed: Bool = false) async throws
    -> JSONValue
  {
    try json(
      try await send(
        HTTPRequest(.post, Self.root + path, body: Data(body.text(indented: false).utf8)),
        isNamed: isNamed),
      path)
  }

  func get(_ path: String) async throws -> JSONValue {
    try json(
      try await send(HTTPRequest(.get, Self.root + path), isNamed: false), path)
  }

  /// - Parameters:
  ///   - path: `tinker://MODEL/KIND/NAME`, or `tinker://MODEL/NAME`.
  ///   - kind: of a path that does not say: `weights` or `sampler_weights`.
  func delete(checkpoint path: String, kind: String) async throws {
    let parts = path.dropFirst("tinker://".count).split(separator: "/")
    guard let model = parts.first, let name = parts.last, 2...3 ~= parts.count,
      parts.allSatisfy({ $0.utf8.allSatisfy(Self.isPlain) })
    else { return }
    let kind = parts.count == 3 ? String(parts[1]) : kind
    _ = try await send(
      HTTPRequest(.delete, Self.root + "training_runs/\(model)/checkpoints/\(kind)/\(name)"),
      isNamed: false)
  }

  /// Letters, digits, `_` and `-`: what servers allow in names.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Sends a request, waits for its result, and sends it again if the server forgot it meanwhile.
  ///
  /// - Returns: the answer to the request itself, and its result.
  func result(
    _ path: String, _ body: JSONValue, isNamed: Bool = false
  ) async throws -> (answer: JSONValue, output: Output) {
    try await places.with {
      try await self.completed(path) {
        try await self.call(path, body, isNamed: isNamed)
      }
    }
  }

  /// Protobuf for `forward_backward`, or JSON if the server takes no other.
  func result(_ request: ForwardBackwardRequest) async throws -> Output {
    try await places.with {
      try await self.completed("forward_backward") { try await self.submit(request) }.output
    }
  }

  private func submit(_ request: ForwardBackwardRequest) async throws -> JSONValue {
    if takesProtobuf.withLock(\.self) {
      let response = try await send(
        HTTPRequest(
          .post, Self.root + "forward_backward", body: try request.protobuf(),
          contentType: Self.protobufType),
        isNamed: false, allows: [415])
      if response.status != 415 { return try json(response, "forward_backward") }
      takesProtobuf.withLock { $0 = false }
    }
    return try await call(request.isForwardOnly ? "forward" : "forward_backward", request.json)
  }

  private func completed(
    _ path: String, _ submit: () async throws -> JSONValue
  ) async throws -> (answer: JSONValue, output: Output) {
    let clock = ContinuousClock.now
    defer {
      let waited = (ContinuousClock.now - clock) / .seconds(1)
      usage.add { $0.waitedSeconds += waited }
    }
    for _ in 0...patience.retry.retries {
      let answer = try await submit()
      guard let id = answer["request_id"]?.string else {
        throw refusal(path, "no request_id in the answer")
      }
      if let output = try await poll(id, path, since: clock) { return (answer, output) }
      usage.add { $0.retries += 1 }
    }
    throw refusal(path, "the server forgets the request each time")
  }

  /// - Returns: nil if the server does not know the request any more.
  private func poll(
    _ id: String, _ path: String, since start: ContinuousClock.Instant
  ) async throws -> Output? {
    let request = HTTPRequest(
      .post, Self.root + "retrieve_future",
      body: Data(JSONValue.object([.init("request_id", .string(id))]).text(indented: false).utf8),
      accept: "\(Self.protobufType), application/json", timeout: patience.poll)
    var failures = 0
    while ContinuousClock.now - start < patience.result {
      let asked = ContinuousClock.now
      let response: HTTPResponse
      do {
        response = try await transport.send(request)
      } catch let failure as TransportFailure {
        // A server holds a poll longer than the client waits.
        guard failure.kind != .timeout else { continue }
        failures += 1
        guard patience.retry.isWorthRetrying(failure), failures <= patience.retry.retries else {
          throw refusal(path, failure.description)
        }
        try await pause(failures - 1, after: nil)
        continue
      }
      switch response.status {
      case 200..<300:
        if response.mediaType == Self.protobufType { return .protobuf(response.body) }
        let value = try json(response, path)
        guard value["type"]?.string == "try_again" || value["status"]?.string == "pending" else {
          if let error = value["error"]?.string { throw refusal(path, error) }
          return .json(value)
        }
        failures = 0
      case 404, 410: return nil
      case 408: failures = 0
      case 429, 500...:
        failures += 1
        guard failures <= patience.retry.retries else { throw failure(response, path) }
        try await pause(failures - 1, after: response)
        continue
      default: throw failure(response, path)
      }
      // A server that does not hold polls is not to be flooded with them.
      if ContinuousClock.now - asked < .milliseconds(200) {
        try await sleep(patience.retry.firstDelay)
      }
    }
    throw refusal(path, "no result after \(patience.result)")
  }

  // MARK: One exchange

  /// - Parameter isNamed: whether the request takes a name, so that a 409 says that an earlier attempt
  ///   took it.
  private func send(
    _ request: HTTPRequest, isNamed: Bool, allows statuses: Set<Int> = []
  ) async throws -> HTTPResponse {
    let response: HTTPResponse
    do {
      response = try await (isNamed ? named : retrying).send(request)
    } catch let failure as TransportFailure {
      throw refusal(request.path, failure.description)
    }
    guard response.isSuccess || statuses.contains(response.status) else {
      throw failure(response, request.path)
    }
    usage.add { $0.requests += 1 }
    return response
  }

  private func pause(_ attempt: Int, after response: HTTPResponse?) async throws {
    usage.add { $0.retries += 1 }
    // Waiting changes no result, so it needs no seeded stream.
    let jitter = Double.random(in: 0..<1)
    try await sleep(patience.retry.delay(attempt: attempt, after: response, jitter: jitter))
  }

  private func json(_ response: HTTPResponse, _ path: String) throws -> JSONValue {
    do {
      return try JSONParser.parse([UInt8](response.body), maximumValueCount: 1 << 24)
    } catch {
      throw refusal(path, "the answer is not valid JSON: \(error.phrase)")
    }
  }

  private func failure(_ response: HTTPResponse, _ path: String) -> any Error {
    let detail = "status \(response.status)" + words(response.body)
    switch response.status {
    case 404: return TinkerFailure.lost(text(path, detail))
    case 409: return TinkerFailure.taken(text(path, detail))
    case 401, 403:
      return UserError(
        .noPermission, place: "engine.keyFrom",
        "the server refuses the key: \(redact(detail).shortened(to: 300))",
        hint: "check the environment variable that it names")
    default: return TinkerFailure.refused(text(path, detail))
    }
  }

  private func refusal(_ path: String, _ detail: String) -> TinkerFailure {
    .refused(text(path, detail))
  }

  private func text(_ path: String, _ detail: String) -> String {
    let name = path.hasPrefix(Self.root) ? String(path.dropFirst(Self.root.count)) : path
    return redact("\(name): \(detail)").shortened(to: 300)
  }

  /// What a server says in an error's body.
  private func words(_ body: Data) -> String {
    guard let value = try? JSONParser.parse([UInt8](body.prefix(1 << 16))) else { return "" }
    guard let detail = value["detail"] ?? value["error"] else { return "" }
    return ": " + (detail.string ?? detail.text(indented: false))
  }

  private static let root = "api/v1/"
  private static let protobufType = "application/x-protobuf"
}

extension TinkerFailure {
  /// The failure as the user sees it.
  var userError: UserError {
    switch self {
    case .lost(let text), .taken(let text), .refused(let text):
      UserError(.unavailable, place: "engine", "the Tinker server failed at \(text)")
    }
  }
}
