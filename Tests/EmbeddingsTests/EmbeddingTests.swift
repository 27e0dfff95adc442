// Locks:
// - texts are embedded in batches, in order, as unit vectors, and asked for once
// - what a server sends is checked: its status, its count, its indices, its dimensions, its numbers
// - whatever bytes it sends give unit vectors, one per text, or a user error
// - the cache survives damage, and belongs to one server and model
// - the key goes into its header, and into no message

import Diagnostics
import Embeddings
import FlyingFox
import Foundation
import HTTP
import Synchronization
import TestServer
import Testing

@Suite struct EmbeddingTests {
  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("soar-embeddings-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// A server whose embedding of a text is its length and its first byte.
  private static func answer(_ body: Data) throws -> Data {
    let request = try #require(try JSONSerialization.jsonObject(with: body) as? [String: Any])
    let texts = try #require(request["input"] as? [String])
    let items = texts.enumerated().reversed().map { index, text in
      ["index": index, "embedding": [Double(text.utf8.count), Double(text.utf8.first ?? 0)]]
        as [String: Any]
    }
    return try JSONSerialization.data(withJSONObject: ["data": items])
  }

  private func client(_ address: String) throws -> EmbeddingClient {
    EmbeddingClient(
      model: "m",
      transport: RetryingTransport(
        try URLSessionTransport(base: address + "/v1"), RetryPolicy(retries: 0)))
  }

  @Test func textsAreEmbeddedOnceAndInOrder() async throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let asked = Mutex<[Int]>([])
    let texts = (0..<150).map { String(repeating: "x", count: $0 % 100 + 1) }
    try await LocalServer.run { request in
      #expect(request.path == "/v1/embeddings")
      let body = try await request.bodyData
      let count = try JSONSerialization.jsonObject(with: body) as? [String: Any]
      asked.withLock { $0.append((count?["input"] as? [String])?.count ?? 0) }
      return FlyingFox.HTTPResponse(statusCode: .ok, body: try Self.answer(body))
    } _: { address in
      let file = folder.appendingPathComponent("e.jsonl")
      var cache = try EmbeddingCache(file: file, model: "m")
      let vectors = try await cache.embeddings(of: texts, from: client(address))
      for (text, vector) in zip(texts, vectors) {
        let length = Double(text.utf8.count)
        let norm = (length * length + 120 * 120).squareRoot()
        #expect(abs(Double(vector[0]) - length / norm) < 1e-6)
        #expect(abs(Double(vector[1]) - 120 / norm) < 1e-6)
      }
      #expect(asked.withLock { $0 } == [64, 36])
      var again = try EmbeddingCache(file: file, model: "m")
      #expect(try await again.embeddings(of: texts, from: client(address)) == vectors)
      #expect(asked.withLock { $0 } == [64, 36])
      var other = try EmbeddingCache(file: file, model: "another")
      _ = try await other.embeddings(of: ["x"], from: client(address))
      #expect(asked.withLock { $0 } == [64, 36, 1])
    }
  }

  @Test func damagedLinesAreAskedForAgain() async throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("e.jsonl")
    try await LocalServer.run { request in
      FlyingFox.HTTPResponse(statusCode: .ok, body: try Self.answer(await request.bodyData))
    } _: { address in
      var cache = try EmbeddingCache(file: file, model: "m")
      let whole = try await cache.embeddings(of: ["a", "bb", "ccc"], from: client(address))
      var lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        .map(String.init)
      for damage in [
        "", "{", #"{"text":"x","embedding":[1,2]}"#,
        lines[2].replacing("\"embedding\":[", with: "\"embedding\":[1e300,"),
        lines[2].replacing("\"embedding\":[", with: "\"embedding\":[3,"), "\u{0}\u{FF}",
      ] {
        lines[2] = damage
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        var mended = try EmbeddingCache(file: file, model: "m")
        #expect(
          try await mended.embeddings(of: ["a", "bb", "ccc"], from: client(address)) == whole)
      }
    }
  }

  @Test(arguments: [
    ("{}", "no array 'data'"), ("x", "no JSON"), (#"{"data": []}"#, "0 embeddings for 2 texts"),
    (#"{"data": [{"embedding": [1]}, {"embedding": [1, 2]}]}"#, "2 dimensions, and 1 before"),
    (#"{"data": [{"embedding": [1]}, {"embedding": []}]}"#, "0 dimensions, and 1 before"),
    (#"{"data": [{"embedding": [1]}, {"embedding": [null]}]}"#, "no direction"),
    (#"{"data": [{"embedding": [1]}, {"embedding": [0]}]}"#, "no direction"),
    (#"{"data": [{"embedding": [1]}, {"embedding": [1e999]}]}"#, "no JSON: a number out of range"),
    (#"{"data": [{"embedding": [1]}, {"embedding": ["1"]}]}"#, "no direction"),
    (#"{"data": [{"embedding": [1]}, {"embedding": "AAAA"}]}"#, "no array 'embedding'"),
    (
      #"{"data": [{"index": 0, "embedding": [1]}, {"index": 0, "embedding": [1]}]}"#,
      "the index 0 twice"
    ),
    (
      #"{"data": [{"index": 9223372036854775807, "embedding": [1]}, {"embedding": [1]}]}"#,
      "out of range"
    ),
    (#"{"data": [[], 1]}"#, "no array 'embedding'"),
  ])
  func whatAServerSendsIsChecked(_ body: String, _ message: String) async throws {
    try await LocalServer.run { _ in
      FlyingFox.HTTPResponse(statusCode: .ok, body: Data(body.utf8))
    } _: { address in
      let error = await #expect(throws: UserError.self) {
        _ = try await client(address).embeddings(of: ["a", "b"])
      }
      #expect(error?.status == .dataError)
      #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }
  }

  /// A server whose responses are damaged.
  private final class Mutated: HTTPTransport {
    private let mutator = Mutex(ResponseMutator(seed: 3, path: "embeddings"))

    func send(_ request: HTTP.HTTPRequest) async throws -> HTTP.HTTPResponse {
      let body = try EmbeddingTests.answer(request.body ?? Data())
      return HTTP.HTTPResponse(status: 200, body: mutator.withLock { $0.mutated(body) })
    }
  }

  @Test func mutatedResponsesNeverCrash() async throws {
    let client = EmbeddingClient(model: "m", transport: Mutated())
    var errors = 0
    for _ in 0..<ResponseMutator.rounds * 100 {
      do {
        let vectors = try await client.embeddings(of: ["a", "bb", "ccc"])
        #expect(vectors.count == 3 && Set(vectors.map(\.count)).count == 1)
        for vector in vectors {
          let norm = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
          #expect(abs(norm - 1) < 1e-5)
        }
      } catch is UserError {
        errors += 1
      }
    }
    #expect(errors > 10 * ResponseMutator.rounds)
  }

  @Test func hugeNumbersAreScaled() async throws {
    try await LocalServer.run { _ in
      FlyingFox.HTTPResponse(
        statusCode: .ok, body: Data(#"{"data": [{"embedding": [3e300, 4e300, 1e-320]}]}"#.utf8))
    } _: { address in
      let vectors = try await client(address).embeddings(of: ["a"])
      #expect(vectors == [[0.6, 0.8, 0]])
    }
  }

  @Test func failuresAreOneLineWithoutTheKey() async throws {
    let key = try APIKey(environmentVariable: "K", in: ["K": "s3cret"])
    try await LocalServer.run { request in
      let sent = request.headers[HTTPHeader("Authorization")] ?? ""
      return FlyingFox.HTTPResponse(
        statusCode: .unauthorized, body: Data("bad key\n\(sent)\u{1B}[2J".utf8))
    } _: { address in
      let error = await #expect(throws: UserError.self) {
        _ = try await EmbeddingClient(base: address + "/v1", model: "m", key: key)
          .embeddings(of: ["a"])
      }
      let text = error?.description ?? ""
      #expect(text.hasPrefix("embeddings: the server answered 401: bad key"), "\(text)")
      #expect(!text.contains("s3cret") && !text.contains("\n") && !text.contains("\u{1B}"))
      #expect(text.hasSuffix("(--embeddings-key names the environment variable with its key)"))
    }
  }
}
