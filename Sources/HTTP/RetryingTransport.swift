import Foundation

/// When a request that failed is sent again. The defaults are those of the official Tinker and
/// OpenAI clients: up to 10 retries after 408, 409, 429, 5xx or no response, waiting 0.5 s, doubled
/// each time up to 10 s, with a quarter of it random; a server's `retry-after` and `x-should-retry`
/// are obeyed.
public struct RetryPolicy: Sendable, Equatable {
  public var retries: Int
  public var firstDelay: Duration
  public var longestDelay: Duration
  /// Whether a 409 is tried again: not where it says that a name is taken for good.
  public var retriesConflicts: Bool

  public init(
    retries: Int = 10, firstDelay: Duration = .milliseconds(500),
    longestDelay: Duration = .seconds(10), retriesConflicts: Bool = true
  ) {
    self.retries = retries
    self.firstDelay = firstDelay
    self.longestDelay = longestDelay
    self.retriesConflicts = retriesConflicts
  }

  public func isWorthRetrying(_ response: HTTPResponse) -> Bool {
    switch response.headers["x-should-retry"]?.lowercased() {
    case "true": true
    case "false": false
    default:
      [408, 429].contains(response.status) || response.status >= 500
        || (response.status == 409 && retriesConflicts)
    }
  }

  public func isWorthRetrying(_ failure: TransportFailure) -> Bool {
    failure.kind == .connection || failure.kind == .timeout
  }

  /// - Parameters:
  ///   - attempt: 0 after the first failure.
  ///   - response: what the server answered, if anything.
  ///   - jitter: in 0 ..< 1.
  public func delay(
    attempt: Int, after response: HTTPResponse?, jitter: Double
  ) -> Duration {
    if let text = response?.headers["retry-after"], let seconds = Double(text),
      seconds >= 0, seconds <= 60
    {
      return .seconds(seconds)
    }
    let doubled = firstDelay * (1 << min(attempt, 20))
    return min(doubled, longestDelay) * (1 - 0.25 * jitter)
  }
}

/// A transport that sends again what failed for a while. The caller sees the last response, whatever
/// its status. Requests must be safe to repeat: over Tinker that is what sequence numbers are for.
public struct RetryingTransport: HTTPTransport {
  public let wrapped: any HTTPTransport
  public let policy: RetryPolicy
  private let sleep: @Sendable (Duration) async throws -> Void
  private let onRetry: @Sendable (HTTPRequest, String) -> Void

  /// - Parameters:
  ///   - onRetry: called with each failure, such as `status 503`, before the wait.
  ///   - sleep: replaceable by tests.
  public init(
    _ wrapped: any HTTPTransport, _ policy: RetryPolicy = RetryPolicy(),
    onRetry: @escaping @Sendable (HTTPRequest, String) -> Void = { _, _ in },
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.wrapped = wrapped
    self.policy = policy
    self.onRetry = onRetry
    self.sleep = sleep
  }

  public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    for attempt in 0... {
      let isLast = attempt >= policy.retries
      let reason: String
      var response: HTTPResponse?
      do {
        let answer = try await wrapped.send(request)
        guard policy.isWorthRetrying(answer), !isLast else { return answer }
        response = answer
        reason = "status \(answer.status)"
      } catch let failure as TransportFailure
        where policy.isWorthRetrying(failure) && !isLast
      {
        reason = failure.description
      }
      onRetry(request, reason)
      // Waiting changes no result, so it needs no seeded stream.
      let jitter = Double.random(in: 0..<1)
      try await sleep(policy.delay(attempt: attempt, after: response, jitter: jitter))
    }
    preconditionFailure("the loop only ends by returning or throwing")
  }
}
