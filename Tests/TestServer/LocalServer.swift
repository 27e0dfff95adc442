public import FlyingFox
import FlyingSocks

/// An HTTP server on a free port of this machine, for the time of a test.
public enum LocalServer {
  /// Starts a server, calls `body` with its address, such as `http://127.0.0.1:40123`, and stops it.
  public static func run(
    _ answer: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse,
    _ body: (_ address: String) async throws -> Void
  ) async throws {
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled,
      handler: ClosureHTTPHandler(answer))
    let running = Task { try await server.run() }
    defer { running.cancel() }
    // Other tests may keep all of Swift's threads busy meanwhile.
    try await server.waitUntilListening(timeout: 600)
    guard case .ip4(_, let port)? = await server.listeningAddress else { throw NoAddress() }
    try await body("http://127.0.0.1:\(port)")
  }

  private struct NoAddress: Error {}
}
