import Synchronization

/// What an engine asked of its server so far: what a bill is made of, where floating-point operations
/// are unknown.
public struct RemoteUsage: Sendable, Codable, Equatable {
  /// HTTP requests with an answer, polls left out.
  public var requests = 0
  /// Requests and polls that failed and were sent again.
  public var retries = 0
  /// Prompt tokens, once per request whatever its number of samples.
  public var promptTokens = 0
  public var sampledTokens = 0
  /// Tokens of texts whose probability was asked for.
  public var scoredTokens = 0
  /// Tokens passed forward and backward.
  public var trainedTokens = 0
  public var optimizerSteps = 0
  /// Models that were lost with their server, or poisoned by a gradient that was not finite, and built
  /// up again from their last checkpoint.
  public var rebuiltModels = 0
  /// Seconds spent waiting for results, summed over requests, many of which run at once.
  public var waitedSeconds = 0.0
  /// Largest difference between a token's log-probability when it was sampled and when it was trained
  /// on, in nats: how far the server's sampler and trainer are apart.
  public var largestLogprobGap = 0.0

  public init() {}
}

/// Counts usage from many tasks.
final class UsageMeter: Sendable {
  private let usage = Mutex(RemoteUsage())

  var current: RemoteUsage { usage.withLock { $0 } }

  func add(_ change: (inout RemoteUsage) -> Void) { usage.withLock { change(&$0) } }
}
