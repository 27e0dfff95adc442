import Foundation
import Synchronization
import Testing

@testable import HTTP

/// Locks: only failures that can pass are repeated, with growing and bounded waits, as often as the
/// policy allows; what the server says about it counts.
@Suite struct RetryTests {
  /// Answers in the order given; the last again and again.
  private final class Script: HTTPTransport {
    private let steps: [Result<HTTPResponse, TransportFailure>]
    private let count = Mutex(0)
    var sent: Int { count.withLock { $0 } }

    init(_ steps: [Result<HTTPResponse, TransportFailure>]) { self.steps = steps }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
      let place = count.withLock { count in
        defer { count += 1 }
        return min(count, steps.count - 1)
      }
      return try steps[place].get()
    }
  }

  private func status(_ code: Int, _ headers: [String: String] = [:])
    -> Result<HTTPResponse, TransportFailure>
  {
    .success(HTTPResponse(status: code, headers: headers))
  }

  @Test func whatPassesIsRepeated() async throws {
    let script = Script([
      .failure(TransportFailure(.connection, "dropped")), .failure(TransportFailure(.timeout, "")),
      status(408), status(409), status(429), status(500), status(503), status(200),
    ])
    let waits = Mutex<[Duration]>([])
    let reasons = Mutex<[String]>([])
    let transport = RetryingTransport(
      script, onRetry: { _, reason in reasons.withLock { $0.append(reason) } },
      sleep: { wait in waits.withLock { $0.append(wait) } })
    let response = try await transport.send(HTTPRequest(.get, "x"))
    #expect(response.status == 200)
    #expect(script.sent == 8)
    let limits: [Double] = [0.5, 1, 2, 4, 8, 10, 10]
    #expect(
      zip(waits.withLock { $0 }, limits).allSatisfy { wait, limit in
        wait <= .seconds(limit) && wait >= .seconds(limit * 0.75)
      })
    #expect(reasons.withLock { $0.first } == "dropped")
    #expect(reasons.withLock { $0.last } == "status 503")
  }

  @Test func whatDoesNotPassIsNot() async throws {
    for code in [200, 302, 400, 401, 404, 410, 413] {
      let script = Script([status(code)])
      let response = try await retrying(script).send(HTTPRequest(.get, "x"))
      #expect(response.status == code)
      #expect(script.sent == 1)
    }
    for kind in [TransportFailure.Kind.tooLarge, .insecure] {
      let script = Script([.failure(TransportFailure(kind, ""))])
      await #expect(throws: TransportFailure.self) {
        try await retrying(script).send(HTTPRequest(.get, "x"))
      }
      #expect(script.sent == 1)
    }
  }

  @Test func theServerDecides() async throws {
    let never = Script([status(500, ["x-should-retry": "false"])])
    #expect(try await retrying(never).send(HTTPRequest(.get, "x")).status == 500)
    #expect(never.sent == 1)
    let always = Script([status(400, ["x-should-retry": "true"]), status(200)])
    #expect(try await retrying(always).send(HTTPRequest(.get, "x")).status == 200)
    let policy = RetryPolicy()
    let later = HTTPResponse(status: 429, headers: ["retry-after": "7"])
    #expect(policy.delay(attempt: 0, after: later, jitter: 0.9) == .seconds(7))
    for nonsense in ["-1", "nan", "1e9", "Thu, 01 Jan 1970 00:00:00 GMT"] {
      let response = HTTPResponse(status: 429, headers: ["retry-after": nonsense])
      #expect(policy.delay(attempt: 0, after: response, jitter: 0) == .milliseconds(500))
    }
  }

  @Test func aConflictMayBeFinal() async throws {
    let script = Script([status(409)])
    let transport = RetryingTransport(
      script, RetryPolicy(retriesConflicts: false), sleep: { _ in })
    #expect(try await transport.send(HTTPRequest(.post, "x")).status == 409)
    #expect(script.sent == 1)
  }

  @Test func retriesEnd() async throws {
    let broken = Script([status(503)])
    #expect(try await retrying(broken).send(HTTPRequest(.get, "x")).status == 503)
    #expect(broken.sent == 11)
    let gone = Script([.failure(TransportFailure(.connection, "refused"))])
    await #expect(throws: TransportFailure(.connection, "refused")) {
      try await retrying(gone).send(HTTPRequest(.get, "x"))
    }
    #expect(gone.sent == 11)
  }

  private func retrying(_ script: Script) -> RetryingTransport {
    RetryingTransport(script, sleep: { _ in })
  }
}
