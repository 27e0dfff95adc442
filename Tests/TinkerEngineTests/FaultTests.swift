// Locks: whatever fails between client and server, and however often, training and sampling give
// exactly the results of an undisturbed run; a server that is gone for good ends in a user error;
// cancellation ends a wait.

import Diagnostics
import Foundation
import HTTP
import LanguageModel
import Randomness
import ReinforcementLearning
import TestSupport
import Testing
import TinkerEngine
import Tokenization

/// A network that fails in every way, on a seeded schedule.
actor FaultyTransport: HTTPTransport {
  enum Fault: CaseIterable {
    case timeout, connection, timeoutAfterwards, droppedAfterwards
    case requestTimeout, conflict, tooMany, internalError, unavailable
    case duplicated, slow, tryAgain, gone, restart
  }

  private let server: FakeServer
  private let share: Double
  private let mostPerRequest: Int
  /// The server restarts only once this was asked for; nil lets it at any time.
  private var restartsAfter: String?
  private var stream: RandomStream
  private var left: Int
  /// Faults by path and body.
  private var faults: [String: [Data: Int]] = [:]
  private(set) var injected: [Fault] = []

  /// - Parameters:
  ///   - faults: in all.
  ///   - share: of the exchanges that fail, until then.
  ///   - mostPerRequest: fewer than the client's attempts, so that none fails for good by chance.
  init(
    _ server: FakeServer, seed: UInt64, faults: Int, share: Double = 0.45,
    mostPerRequest: Int = .max, restartsAfter: String? = nil
  ) {
    self.server = server
    self.share = share
    self.mostPerRequest = mostPerRequest
    self.restartsAfter = restartsAfter
    stream = RandomStream(seed: seed, path: "faults")
    left = faults
  }

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    if let path = restartsAfter, request.path.hasSuffix(path) { restartsAfter = nil }
    let body = request.body ?? Data()
    guard left > 0, faults[request.path]?[body] ?? 0 < mostPerRequest, stream.bernoulli(share)
    else { return await server.answer(request) }
    left -= 1
    faults[request.path, default: [:]][body, default: 0] += 1
    let fault = stream.element(of: Fault.allCases)
    injected.append(fault)
    let isPoll = request.path.hasSuffix("retrieve_future")
    switch fault {
    case .timeout: throw TransportFailure(.timeout, "no answer")
    case .connection: throw TransportFailure(.connection, "no connection")
    case .timeoutAfterwards:
      _ = await server.answer(request)
      throw TransportFailure(.timeout, "no answer")
    case .droppedAfterwards:
      _ = await server.answer(request)
      throw TransportFailure(.connection, "dropped")
    case .requestTimeout, .slow: return HTTPResponse(status: 408)
    case .conflict: return HTTPResponse(status: isPoll ? 503 : 409)
    case .tooMany: return HTTPResponse(status: 429, headers: ["retry-after": "1"])
    case .internalError: return HTTPResponse(status: 500, body: Data("<html>".utf8))
    case .unavailable: return HTTPResponse(status: 503)
    case .duplicated:
      _ = await server.answer(request)
      return await server.answer(request)
    case .tryAgain where isPoll:
      return HTTPResponse(
        status: 200, headers: ["content-type": "application/json"],
        body: Data(#"{"type": "try_again", "queue_state": "paused_capacity"}"#.utf8))
    case .gone where isPoll: return HTTPResponse(status: 410)
    case .restart where restartsAfter == nil:
      await server.restart()
      return await server.answer(request)
    case .tryAgain, .gone, .restart: return HTTPResponse(status: 502)
    }
  }
}

@Suite struct FaultTests {
  /// Everything that a small experiment sees.
  struct Outcome: Equatable {
    var losses: [LossReport] = []
    var steps: [OptimizerReport] = []
    var responses: [[[SampledResponse]]] = []
    var scores: [[Float]] = []
  }

  /// A teacher and a student in turns; freezing, saving and restoring between.
  static func experiment(_ engine: TinkerEngine) async throws -> Outcome {
    var outcome = Outcome()
    try await TemporaryFolder.with { folder in
      var teacher = try engine.makeTrainer(
        from: engine.base, reference: engine.base, optimizer: Setup.optimizer)
      var start: any Sampler = engine.base
      for index in 0..<5 {
        let student = try engine.makeTrainer(
          from: start, reference: engine.base, optimizer: Setup.optimizer)
        for trainer in [teacher, student] {
          for part in 0..<2 {
            let (loss, step, responses) = try await Setup.step(
              trainer, 2 * index + part, klCoefficient: index % 2 == 0 ? 0 : 0.1)
            outcome.losses.append(loss)
            outcome.steps.append(step)
            outcome.responses.append(responses)
          }
        }
        start = try await student.freeze()
        outcome.scores.append(try await Setup.score(start))
        let saved = folder.appendingPathComponent("step-\(index)")
        try await teacher.save(to: saved)
        teacher = try engine.restoreTrainer(
          from: saved, reference: engine.base, optimizer: Setup.optimizer)
      }
    }
    return outcome
  }

  @Test(arguments: [(UInt64(1), false), (2, false), (3, true)])
  func faultsChangeNoResult(_ seed: UInt64, _ namesAreFinal: Bool) async throws {
    let behaviour = FakeServer.Behaviour(namesAreFinal: namesAreFinal)
    let undisturbed = try await Self.experiment(Setup.engine(behaviour).engine)
    let transport = FaultyTransport(
      FakeServer(Setup.model, behaviour), seed: seed, faults: 200)
    let engine = Setup.engine(transport)
    let disturbed = try await Self.experiment(engine)
    #expect(disturbed == undisturbed)
    let injected = await transport.injected
    #expect(injected.count == 200)
    #expect(Set(injected).count == FaultyTransport.Fault.allCases.count)
    #expect(engine.usage.rebuiltModels > 0)
    #expect(engine.usage.retries > 50)
  }

  @Test func aServerThatIsGoneEndsInAUserError() async throws {
    struct Gone: HTTPTransport {
      var status: Int?
      func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard let status else { throw TransportFailure(.connection, "no connection") }
        return HTTPResponse(status: status)
      }
    }
    for status in [nil, 400, 401, 404, 408, 409, 410, 429, 500, 302] {
      let engine = Setup.engine(Gone(status: status))
      await #expect(throws: UserError.self) { try await Setup.score(engine.base) }
      let trainer = try engine.makeTrainer(
        from: engine.base, reference: engine.base, optimizer: Setup.optimizer)
      await #expect(throws: UserError.self) { try await Setup.step(trainer, 0) }
      await #expect(throws: UserError.self) { try await engine.models() }
    }
  }

  @Test func cancellationEndsAWait() async throws {
    /// Never done.
    struct Busy: HTTPTransport {
      func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        try Task.checkCancellation()
        return request.path.hasSuffix("retrieve_future")
          ? HTTPResponse(status: 408)
          : HTTPResponse(status: 200, body: Data(#"{"request_id": "1"}"#.utf8))
      }
    }
    let engine = TinkerEngine(transport: Busy(), settings: Setup.settings())
    let waiting = Task { try await Setup.score(engine.base) }
    try await Task.sleep(for: .milliseconds(20))
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
  }
}
