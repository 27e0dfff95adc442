import Diagnostics
import Foundation
import FoundationNetworking
import Synchronization

/// Requests over Foundation's URL loading system. TLS certificates are verified; redirects are not
/// followed, so that a key reaches no other host; nothing is cached, and no cookie is kept.
public final class URLSessionTransport: HTTPTransport, CustomReflectable {
  /// Ends in a slash.
  private let base: URL
  private let key: (name: String, value: String)?
  private let session: URLSession
  private let tasks: ResponseCollector

  /// - Parameters:
  ///   - base: the address that paths are relative to, such as `https://host/v1`.
  ///   - maximumBytes: of a response's body; a larger one fails while it arrives.
  ///   - connections: most connections at once.
  /// - Throws: ``UserError`` if the address is none, is no http(s) address, or would carry the key
  ///   across a network without TLS.
  public init(
    base address: String, key: APIKey? = nil, header: APIKey.Header = .bearer,
    maximumBytes: Int = 256 << 20, connections: Int = 64
  ) throws {
    guard let url = URL(string: address.hasSuffix("/") ? address : address + "/"),
      let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
      let host = url.host, !host.isEmpty, url.query == nil, url.fragment == nil
    else {
      throw UserError(
        .configuration, "'\(address.shortened())' is no server address",
        hint: "such as http://127.0.0.1:8000/v1")
    }
    guard url.user == nil, url.password == nil else {
      throw UserError(
        .configuration, "the server address holds a user name or password",
        hint: "put the key into an environment variable")
    }
    guard key == nil || scheme == "https" || Self.isLocal(host) else {
      throw UserError(
        .configuration, "the key would go to \(host) unencrypted", hint: "use https://")
    }
    base = url
    self.key = key?.field(header)
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpMaximumConnectionsPerHost = connections
    configuration.httpShouldSetCookies = false
    configuration.httpCookieAcceptPolicy = .never
    configuration.urlCache = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    tasks = ResponseCollector(maximumBytes: maximumBytes)
    session = URLSession(configuration: configuration, delegate: tasks, delegateQueue: nil)
  }

  deinit { session.invalidateAndCancel() }

  /// Nothing, so that no dump shows the key.
  public var customMirror: Mirror { Mirror(self, children: []) }

  private static func isLocal(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host == "[::1]" || host.hasPrefix("127.")
  }

  public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard let url = URL(string: request.path, relativeTo: base) else {
      throw TransportFailure(.connection, "no address can be made of '\(request.path)'")
    }
    var message = URLRequest(url: url)
    message.httpMethod = request.method.rawValue
    message.timeoutInterval = request.timeout / .seconds(1)
    if let body = request.body {
      message.httpBody = body
      message.setValue(request.contentType, forHTTPHeaderField: "Content-Type")
    }
    if let accept = request.accept { message.setValue(accept, forHTTPHeaderField: "Accept") }
    if let key { message.setValue(key.value, forHTTPHeaderField: key.name) }
    let task = session.dataTask(with: message)
    return try await withTaskCancellationHandler {
      try Task.checkCancellation()
      return try await withTimeout(request.timeout, of: task)
    } onCancel: {
      task.cancel()
    }
  }

  /// The system's own limit starts anew with every byte that arrives; this one does not.
  private func withTimeout(
    _ limit: Duration, of task: URLSessionDataTask
  ) async throws -> HTTPResponse {
    let hasExpired = Mutex(false)
    let watch = Task {
      try await Task.sleep(for: limit)
      hasExpired.withLock { $0 = true }
      task.cancel()
    }
    defer { watch.cancel() }
    do {
      return try await tasks.response(of: task)
    } catch {
      if hasExpired.withLock({ $0 }) {
        throw TransportFailure(.timeout, "no complete response within \(limit)")
      }
      throw error
    }
  }
}

/// Gathers the parts of responses, bounded in size.
private final class ResponseCollector: NSObject, URLSessionDataDelegate {
  private struct Pending {
    var continuation: CheckedContinuation<HTTPResponse, any Error>
    var body = Data()
    var isTooLarge = false
  }

  private let maximumBytes: Int
  private let pending = Mutex<[Int: Pending]>([:])

  init(maximumBytes: Int) { self.maximumBytes = maximumBytes }

  func response(of task: URLSessionDataTask) async throws -> HTTPResponse {
    try await withCheckedThrowingContinuation { continuation in
      pending.withLock { $0[task.taskIdentifier] = Pending(continuation: continuation) }
      task.resume()
    }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLarge = pending.withLock { pending in
      guard let gathered = pending[dataTask.taskIdentifier]?.body.count else { return false }
      guard gathered + data.count <= maximumBytes else {
        pending[dataTask.taskIdentifier]?.isTooLarge = true
        return true
      }
      pending[dataTask.taskIdentifier]?.body.append(data)
      return false
    }
    if isTooLarge { dataTask.cancel() }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    guard let done = pending.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else {
      return
    }
    if done.isTooLarge {
      done.continuation.resume(
        throwing: TransportFailure(.tooLarge, "the response exceeds \(maximumBytes) bytes"))
    } else if let error {
      done.continuation.resume(throwing: failure(error))
    } else if let response = task.response as? HTTPURLResponse {
      let headers = response.allHeaderFields.compactMap { name, value in
        (name as? String).flatMap { name in (value as? String).map { (name.lowercased(), $0) } }
      }
      done.continuation.resume(
        returning: HTTPResponse(
          status: response.statusCode, headers: Dictionary(headers) { first, _ in first },
          body: done.body))
    } else {
      done.continuation.resume(throwing: TransportFailure(.connection, "no HTTP response"))
    }
  }

  private func failure(_ error: any Error) -> any Error {
    guard let error = error as? URLError else {
      return TransportFailure(.connection, error.localizedDescription)
    }
    return switch error.code {
    case .cancelled: CancellationError()
    case .timedOut: TransportFailure(.timeout, "the server did not answer in time")
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected:
      TransportFailure(.insecure, error.localizedDescription)
    // As Foundation on Linux passes on what curl says of a certificate.
    case .unknown where error.localizedDescription.contains("certificate"):
      TransportFailure(.insecure, error.localizedDescription)
    default: TransportFailure(.connection, error.localizedDescription)
    }
  }
}
