// Locks: whatever bytes a server sends for a result, in JSON or protobuf, reading them ends in a value
// or a user error.

import Diagnostics
import Foundation
import HTTP
import LanguageModel
import ReinforcementLearning
import Synchronization
import TestServer
import Testing
import TinkerEngine

@Suite struct FuzzTests {
  /// A server whose results are mutated, and sometimes its other answers.
  final class MutatingTransport: HTTPTransport {
    private let server: FakeServer
    private let mutator: Mutex<ResponseMutator>
    private let share: Double
    let count = Mutex(0)

    init(_ server: FakeServer, seed: UInt64, share: Double) {
      self.server = server
      self.share = share
      mutator = Mutex(ResponseMutator(seed: seed, path: "fuzz"))
    }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
      var response = await server.answer(request)
      response.body = mutator.withLock { mutator in
        let rate = request.path.hasSuffix("retrieve_future") ? share : share / 10
        guard !response.body.isEmpty, mutator.chooses(rate) else { return response.body }
        count.withLock { $0 += 1 }
        return mutator.mutated(response.body)
      }
      return response
    }
  }

  @Test(arguments: [true, false])
  func mutatedAnswersNeverCrash(_ protobuf: Bool) async throws {
    var mutations = 0
    var errors = 0
    for round in 0..<ResponseMutator.rounds {
      let transport = MutatingTransport(
        FakeServer(Setup.model, FakeServer.Behaviour(takesProtobuf: protobuf)),
        seed: UInt64(round), share: 0.5)
      let engine = Setup.engine(
        transport, patience: TinkerPatience(retry: RetryPolicy(retries: 2), result: .seconds(2)))
      while transport.count.withLock(\.self) < 100 {
        let trainer = try engine.makeTrainer(
          from: engine.base, reference: engine.base, optimizer: Setup.optimizer)
        do {
          _ = try await Setup.step(trainer, round, klCoefficient: 0.1)
          _ = try await trainer.freeze()
        } catch is UserError {
          errors += 1
        }
      }
      mutations += transport.count.withLock(\.self)
    }
    #expect(mutations >= 100 * ResponseMutator.rounds)
    #expect(errors > ResponseMutator.rounds)
  }

  /// The readers alone, on bytes that are mutated more.
  @Test func readersThrowWireDefectsAlone() throws {
    var mutator = ResponseMutator(seed: 5, path: "readers")
    let outputs = try WireTests.outputs()
    var defects = 0
    for _ in 0..<ResponseMutator.rounds * 100 {
      let bytes = mutator.mutated(Data(mutator.element(of: outputs)))
      // Typed throws: nothing but a WireDefect can come out.
      do throws(WireDefect) {
        _ = try ForwardBackwardOutput(protobuf: bytes)
        _ = try SampleOutput(protobuf: bytes)
      } catch {
        defects += 1
      }
      guard let json = try? JSONParser.parse([UInt8](bytes)) else { continue }
      #expect(throws: WireDefect.self) { try ForwardBackwardOutput(json: json) }
      _ = try? SampleOutput(json: json)
    }
    #expect(defects > 100)
  }
}
