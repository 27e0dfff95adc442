import Diagnostics
import FlyingFox
import Foundation
import Synchronization
import TestServer
import Testing

@testable import HTTP

/// Locks: a response arrives as it was sent, whatever its status; its size and its time are bounded;
/// redirects are not followed; the key travels in its header and appears nowhere else. RetryTests lock
/// what is repeated, CertificateTests that certificates are verified.
@Suite struct TransportTests {
  @Test func responsesArriveWhole() async throws {
    try await LocalServer.run { request in
      let sent = try await request.bodyData
      return FlyingFox.HTTPResponse(
        statusCode: HTTPStatusCode(418, phrase: "Teapot"),
        headers: HTTPHeaders([
          HTTPHeader("Content-Type"): "Application/X-Thing; a=b",
          HTTPHeader("X-Way"): "\(request.method.rawValue) \(request.path)",
        ]),
        body: sent + sent)
    } _: { address in
      let transport = try URLSessionTransport(base: address + "/v1")
      let body = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0) })
      let response = try await transport.send(HTTP.HTTPRequest(.post, "things/7", body: body))
      #expect(response.status == 418)
      #expect(response.body == body + body)
      #expect(response.mediaType == "application/x-thing")
      #expect(response.headers["x-way"] == "POST /v1/things/7")
    }
  }

  @Test func aKeyTravelsInItsHeaderOnly() async throws {
    let key = try APIKey(environmentVariable: "K", in: ["K": "s3cret"])
    #expect(
      "\(key) \(String(reflecting: key)) \(String(describing: [key]))".contains("s3") == false)
    var dumped = ""
    dump(key, to: &dumped)
    #expect(!dumped.contains("s3"))
    #expect(key.redacting("bad key s3cret") == "bad key <redacted>")
    let seen = Mutex<[String?]>([])
    try await LocalServer.run { request in
      seen.withLock {
        $0 += [
          request.headers[HTTPHeader("Authorization")], request.headers[HTTPHeader("X-API-Key")],
        ]
      }
      return FlyingFox.HTTPResponse(statusCode: .ok)
    } _: { address in
      for header in [APIKey.Header.bearer, .named("X-API-Key")] {
        let transport = try URLSessionTransport(base: address, key: key, header: header)
        _ = try await transport.send(HTTP.HTTPRequest(.get, "x"))
      }
    }
    let found = seen.withLock { $0 }
    #expect(found == ["Bearer s3cret", nil, nil, "s3cret"])
  }

  @Test func unusableKeysAndAddressesAreRefused() throws {
    for environment in [[:], ["K": ""], ["K": "a b"], ["K": "a\n"]] {
      #expect(throws: UserError.self) { try APIKey(environmentVariable: "K", in: environment) }
    }
    let key = try APIKey(environmentVariable: "K", in: ["K": "s3cret"])
    for address in ["", "host", "ftp://host", "http://", "http://h/?a=b", "http://u:p@127.0.0.1"] {
      #expect(throws: UserError.self, "\(address)") { try URLSessionTransport(base: address) }
    }
    #expect(throws: UserError.self) {
      try URLSessionTransport(base: "http://example.org", key: key)
    }
    _ = try URLSessionTransport(base: "http://127.0.0.1:1", key: key)
    _ = try URLSessionTransport(base: "https://example.org", key: key)
  }

  @Test func redirectsAreNotFollowed() async throws {
    let requests = Mutex(0)
    try await LocalServer.run { _ in
      requests.withLock { $0 += 1 }
      return FlyingFox.HTTPResponse(
        statusCode: .found, headers: HTTPHeaders([HTTPHeader("Location"): "/elsewhere"]))
    } _: { address in
      let response = try await URLSessionTransport(base: address).send(HTTP.HTTPRequest(.get, "x"))
      #expect(response.status == 302)
    }
    #expect(requests.withLock { $0 } == 1)
  }

  @Test func sizesAndTimesAreBounded() async throws {
    try await LocalServer.run { request in
      if request.path == "/slow" { try await Task.sleep(for: .seconds(30)) }
      return FlyingFox.HTTPResponse(statusCode: .ok, body: Data(count: 100_000))
    } _: { address in
      let transport = try URLSessionTransport(base: address, maximumBytes: 99_999)
      #expect(
        await failure { try await transport.send(HTTP.HTTPRequest(.get, "big")) } == .tooLarge)
      let slow = HTTP.HTTPRequest(.get, "slow", timeout: .milliseconds(300))
      #expect(await failure { try await transport.send(slow) } == .timeout)
      let task = Task { try await transport.send(HTTP.HTTPRequest(.get, "slow")) }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
    }
    let nobody = try URLSessionTransport(base: "http://127.0.0.1:1")
    #expect(await failure { try await nobody.send(HTTP.HTTPRequest(.get, "x")) } == .connection)
  }

  private func failure(_ body: () async throws -> HTTP.HTTPResponse) async -> TransportFailure.Kind?
  {
    do {
      _ = try await body()
    } catch {
      return (error as? TransportFailure)?.kind
    }
    return nil
  }
}
