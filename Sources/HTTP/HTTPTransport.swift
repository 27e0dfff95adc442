import Diagnostics
public import Foundation

/// A request relative to a server's base address.
public struct HTTPRequest: Sendable, Equatable {
  public enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case delete = "DELETE"
  }

  public var method: Method
  /// Below the base address, without a leading slash: `chat/completions`.
  public var path: String
  /// Of which ``contentType`` is the type.
  public var body: Data?
  public var contentType: String
  /// The `Accept` header; any type if nil.
  public var accept: String?
  /// Longest wait for the whole response.
  public var timeout: Duration

  public init(
    _ method: Method, _ path: String, body: Data? = nil, contentType: String = "application/json",
    accept: String? = nil, timeout: Duration = .seconds(60)
  ) {
    self.method = method
    self.path = path
    self.body = body
    self.contentType = contentType
    self.accept = accept
    self.timeout = timeout
  }
}

/// What a server answered, whatever its status.
public struct HTTPResponse: Sendable, Equatable {
  public var status: Int
  /// By lowercase name.
  public var headers: [String: String]
  public var body: Data

  public init(status: Int, headers: [String: String] = [:], body: Data = Data()) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  public var isSuccess: Bool { (200..<300).contains(status) }

  /// The beginning of the body as text on one line, for errors; the key is taken out first, since half
  /// a key would not be found.
  public func excerpt(_ redacting: (String) -> String) -> String {
    redacting(String(decoding: body.prefix(8192), as: UTF8.self)).blankingControlCharacters
      .trimmingCharacters(in: .whitespaces).shortened(to: 300)
  }

  /// The media type without parameters, in lowercase; empty if the server named none.
  public var mediaType: String {
    let type = headers["content-type"]?.split(separator: ";").first ?? ""
    return type.trimmingCharacters(in: .whitespaces).lowercased()
  }
}

/// No response: nothing is known of what the server did.
public struct TransportFailure: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Kind: Sendable, Equatable {
    /// No connection, a dropped connection, or a name that does not resolve.
    case connection
    case timeout
    /// The response is larger than the transport takes.
    case tooLarge
    /// The certificate is not valid for the host, or TLS failed.
    case insecure
  }

  public var kind: Kind
  public var description: String

  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}

/// Carries one request to a server. May be called concurrently.
public protocol HTTPTransport: Sendable {
  /// - Throws: ``TransportFailure`` if there is no response; `CancellationError`.
  func send(_ request: HTTPRequest) async throws -> HTTPResponse
}
