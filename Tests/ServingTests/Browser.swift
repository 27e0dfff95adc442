import Foundation
import Serving
import TestSupport
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A server for the time of a test, and requests to it.
struct Browser: Sendable {
  let address: String

  struct Reply {
    var status: Int
    var text: String
    fileprivate var response: HTTPURLResponse

    func header(_ name: String) -> String? { response.value(forHTTPHeaderField: name) }

    var json: [String: Any] {
      get throws {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      }
    }
  }

  static func with(
    _ directories: URL..., expecting: @escaping RunServer.Expectation = { _, _, _ in nil },
    body: @Sendable (Browser) async throws -> Void
  ) async throws {
    let server = try RunServer(
      directories: directories.map(\.path), port: 0, expecting: expecting)
    let (addresses, found) = AsyncStream.makeStream(of: String.self)
    let running = Task { try await server.run { found.yield($0) } }
    defer { running.cancel() }
    var iterator = addresses.makeAsyncIterator()
    let address = try #require(await iterator.next())
    try await body(Browser(address: address))
    running.cancel()
    // Being stopped is no error.
    try await running.value
  }

  func get(
    _ path: String, _ query: [(String, String)] = [], method: String = "GET",
    host: String? = nil
  ) async throws -> Reply {
    var components = try #require(URLComponents(string: address + path))
    if !query.isEmpty {
      components.queryItems = query.map { URLQueryItem(name: $0.0, value: $0.1) }
    }
    var request = URLRequest(url: try #require(components.url))
    request.httpMethod = method
    if let host { request.setValue(host, forHTTPHeaderField: "Host") }
    let (data, response) = try await URLSession.shared.data(for: request)
    let received = try #require(response as? HTTPURLResponse)
    return Reply(
      status: received.statusCode, text: String(decoding: data, as: UTF8.self),
      response: received)
  }

  func json(_ path: String, _ query: (String, String)...) async throws -> [String: Any] {
    let reply = try await get(path, query)
    #expect(reply.status == 200, "\(reply.text)")
    return try reply.json
  }
}
