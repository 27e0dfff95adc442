import Diagnostics
import FlyingFox
import Foundation

/// Answers requests: guards them, then finds the page or the data.
struct Site: Sendable {
  private let endpoints: Endpoints
  private let page = Page()
  private let work = BlockingWork(threads: 8)

  init(runs: ServedRuns) { endpoints = Endpoints(runs: runs) }

  func answer(_ request: HTTPRequest) async -> HTTPResponse {
    // Another site's page that points its own name at 127.0.0.1 sends its own name here.
    guard Self.isLocal(request.headers[.host]) else {
      return response(.error(403, "only localhost is served here"), to: request)
    }
    guard request.method == .GET || request.method == .HEAD else {
      var refusal = response(.error(405, "only GET and HEAD are served here"), to: request)
      refusal.headers[HTTPHeader("Allow")] = "GET, HEAD"
      return refusal
    }
    if Page.paths.contains(request.path) { return response(.html(page.html), to: request) }
    let query = request.query.map { QueryItem(name: $0.name, value: $0.value) }
    let path = request.path
    do {
      let json = try await work.run { [endpoints] in try endpoints.json(path, query) }
      return response(.json(json), to: request)
    } catch let refusal as Refusal {
      return response(.error(refusal.status, refusal.message), to: request)
    } catch let error as UserError {
      return response(.error(500, error.description), to: request)
    } catch {
      return response(.error(500, "\(error)".escapingControlCharacters), to: request)
    }
  }

  /// Whether a Host header names this machine, with any port: a tunnel has another one.
  static func isLocal(_ host: String?) -> Bool {
    guard let host else { return false }
    return host.wholeMatch(of: /(?i)(localhost|127\.0\.0\.1)(:[0-9]{1,5})?/) != nil
  }

  private enum Content {
    case html(String)
    case json(String)
    case error(Int, String)
  }

  private func response(_ content: Content, to request: HTTPRequest) -> HTTPResponse {
    let (status, type, text): (HTTPStatusCode, String, String) =
      switch content {
      case .html(let text): (.ok, "text/html", text)
      case .json(let text): (.ok, "application/json", text)
      case .error(let code, let message):
        (
          HTTPStatusCode(code, phrase: Self.phrases[code] ?? "Error"), "application/json",
          Endpoints.json(error: message)
        )
      }
    let body = Data(text.utf8)
    let headers: HTTPHeaders = [
      .contentType: "\(type); charset=utf-8",
      .contentLength: "\(body.count)",
      .cacheControl: "no-store",
      HTTPHeader("Content-Security-Policy"): page.policy,
      HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      HTTPHeader("Referrer-Policy"): "no-referrer",
    ]
    return HTTPResponse(
      statusCode: status, headers: headers, body: request.method == .HEAD ? Data() : body)
  }

  private static let phrases = [
    400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    500: "Internal Server Error",
  ]
}

/// Reading a store blocks. Swift's few cooperative threads stay free for connections.
struct BlockingWork: Sendable {
  private let queue: OperationQueue

  init(threads: Int) {
    queue = OperationQueue()
    queue.maxConcurrentOperationCount = threads
  }

  func run<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.addOperation { continuation.resume(with: Result(catching: body)) }
    }
  }
}
