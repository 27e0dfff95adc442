import Foundation
import HTTP
import TestSupport
import Testing

/// Locks: a server whose certificate nobody trusts gets no request and no key; the failure names the
/// certificate, and is not worth repeating.
@Suite struct CertificateTests {
  private static let openssl: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { URL(fileURLWithPath: "\($0)/openssl") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  private static func start(
    _ arguments: [String], in folder: TemporaryFolder, output: String
  ) throws -> Process {
    let process = Process()
    process.executableURL = openssl
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    // Stays open: the server ends with its input.
    process.standardInput = Pipe()
    let file = try FileHandle(forWritingTo: try folder.write("", to: output))
    process.standardOutput = file
    process.standardError = file
    try process.run()
    return process
  }

  /// The port that `openssl s_server` says it listens on.
  private static func port(of server: Process, _ folder: TemporaryFolder) async throws -> Int {
    for _ in 0..<3000 where server.isRunning {
      let words = try folder.text("server").split(whereSeparator: \.isNewline)
        .first { $0.hasPrefix("ACCEPT ") }?.split(separator: ":").last
      if let port = words.flatMap({ Int($0) }) { return port }
      try await Task.sleep(for: .milliseconds(10))
    }
    let output = try folder.text("server")
    return try #require(nil as Int?, "openssl s_server does not listen: \(output)")
  }

  @Test(.enabled(if: openssl != nil, "needs openssl")) func aSelfSignedServerIsRefused()
    async throws
  {
    let folder = try TemporaryFolder()
    let request = try Self.start(
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-keyout", "key.pem", "-out", "certificate.pem", "-days", "1", "-subj", "/CN=127.0.0.1",
        "-addext", "subjectAltName=IP:127.0.0.1",
      ], in: folder, output: "request")
    request.waitUntilExit()
    let words = try folder.text("request")
    try #require(request.terminationStatus == 0, "\(words)")

    // Prints what it is sent.
    let server = try Self.start(
      ["s_server", "-accept", "127.0.0.1:0", "-key", "key.pem", "-cert", "certificate.pem"],
      in: folder, output: "server")
    defer {
      // Not terminate(): children inherit that SIGTERM is blocked.
      kill(server.processIdentifier, SIGKILL)
      server.waitUntilExit()
    }
    let port = try await Self.port(of: server, folder)
    let transport = try URLSessionTransport(
      base: "https://127.0.0.1:\(port)",
      key: try APIKey(environmentVariable: "K", in: ["K": "s3cret"]))
    let failure = await #expect(throws: TransportFailure.self) {
      try await transport.send(HTTPRequest(.post, "things", body: Data("{}".utf8)))
    }
    let refusal = try #require(failure)
    #expect(refusal.kind == .insecure)
    #expect(refusal.description.contains("certificate"))
    #expect(!RetryPolicy().isWorthRetrying(refusal))
    let printed = try folder.text("server")
    #expect(!printed.contains("POST") && !printed.contains("s3cret"))
  }
}
