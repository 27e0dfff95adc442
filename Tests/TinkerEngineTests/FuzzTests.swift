// Locks: whatever bytes a server sends for a result, in JSON or protobuf, reading them ends in a value
// or a user error.

import Diagnostics
import Foundation
import HTTP
import LanguageModel
import Randomness
import ReinforcementLearning
import Synchronization
import Testing
import TinkerEngine

@Suite struct FuzzTests {
  /// A server whose results are mutated, and sometimes its other answers.
  final class MutatingTransport: HTTPTransport {
    private let server: FakeServer
    private let stream: Mutex<RandomStream>
    private let share: Double
    let count = Mutex(0)

    init(_ server: FakeServer, seed: UInt64, share: Double) {
      self.server = server
      self.share = share
      stream = Mutex(RandomStream(seed: seed, path: "fuzz"))
    }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
      var response = await server.answer(request)
      response.body = stream.withLock { stream in
        let rate = request.path.hasSuffix("retrieve_future") ? share : share / 10
        guard !response.body.isEmpty, stream.bernoulli(rate) else { return response.body }
        count.withLock { $0 += 1 }
        return Data(Self.mutated([UInt8](response.body), &stream))
      }
      return response
    }

    private static let pieces = [
      "null", "-1", "1e999", "9223372036854775808", "{", "[[[[", "\"\\ud800\"", "", "true", "\u{0}",
    ]

    static func mutated(_ bytes: [UInt8], _ stream: inout RandomStream) -> [UInt8] {
      var bytes = bytes
      for _ in 0...stream.integer(below: 3) where !bytes.isEmpty {
        let place = stream.integer(below: bytes.count)
        switch stream.integer(below: 6) {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: stream.nextWord())
        case 1: bytes[place] ^= 1 << UInt8(stream.integer(below: 8))
        case 2: bytes.removeSubrange(place...)
        case 3: bytes.insert(contentsOf: Array(stream.element(of: pieces).utf8), at: place)
        case 4:
          bytes.insert(
            contentsOf: [UInt8](repeating: 0xff, count: 1 + stream.integer(below: 12)), at: place)
        default:
          let end = min(bytes.count, place + 1 + stream.integer(below: 8))
          bytes.replaceSubrange(place..<end, with: Array(stream.element(of: pieces).utf8))
        }
      }
      return bytes
    }
  }

  /// SOAR_FUZZ_ROUNDS=100 gives about 10,000 mutations of each kind.
  static var rounds: Int {
    ProcessInfo.processInfo.environment["SOAR_FUZZ_ROUNDS"].flatMap(Int.init) ?? 10
  }

  @Test(arguments: [true, false])
  func mutatedAnswersNeverCrash(_ protobuf: Bool) async throws {
    var mutations = 0
    var errors = 0
    for round in 0..<Self.rounds {
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
    #expect(mutations >= 100 * Self.rounds)
    #expect(errors > Self.rounds)
  }

  /// The readers alone, on bytes that are mutated more.
  @Test func readersThrowWireDefectsAlone() throws {
    var stream = RandomStream(seed: 5, path: "readers")
    let outputs = try WireTests.outputs()
    var defects = 0
    for _ in 0..<Self.rounds * 100 {
      let bytes = MutatingTransport.mutated(stream.element(of: outputs), &stream)
      // Typed throws: nothing but a WireDefect can come out.
      do throws(WireDefect) {
        _ = try ForwardBackwardOutput(protobuf: Data(bytes))
        _ = try SampleOutput(protobuf: Data(bytes))
      } catch {
        defects += 1
      }
      guard let json = try? JSONParser.parse(bytes) else { continue }
      #expect(throws: WireDefect.self) { try ForwardBackwardOutput(json: json) }
      _ = try? SampleOutput(json: json)
    }
    #expect(defects > 100)
  }
}
