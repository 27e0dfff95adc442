public import HTTP

/// Where a Tinker server is and what it is to train.
public struct TinkerSettings: Sendable, Equatable {
  /// The model's name on the server.
  public var baseModel: String
  /// Rank of the adapters that are trained.
  public var loraRank: Int
  /// Seed of an adapter's initial weights; copies of one student start equal.
  public var loraSeed: Int
  /// Most adapters on the server at once, the teacher's included.
  public var maximumTrainers: Int
  /// Tokens of the vocabulary. A larger id is refused before it is sent: servers answer it with NaN,
  /// and the next optimizer step makes the adapter NaN for good.
  public var vocabularySize: Int
  /// Most requests at work on the server at once.
  public var requestsAtOnce: Int

  public init(
    baseModel: String, loraRank: Int = 32, loraSeed: Int = 0, maximumTrainers: Int = 4,
    vocabularySize: Int, requestsAtOnce: Int = 64
  ) {
    self.baseModel = baseModel
    self.loraRank = loraRank
    self.loraSeed = loraSeed
    self.maximumTrainers = maximumTrainers
    self.vocabularySize = vocabularySize
    self.requestsAtOnce = requestsAtOnce
  }
}

/// How long a client tries. The defaults are the official client's.
public struct TinkerPatience: Sendable {
  public var retry: RetryPolicy
  /// Longest wait for one answer to "is it done?"; without one the client asks again.
  public var poll: Duration
  /// Longest wait for a result, in all.
  public var result: Duration
  /// Between two signs of life of a session, which servers end after 300 s without one.
  public var heartbeat: Duration

  public init(
    retry: RetryPolicy = RetryPolicy(), poll: Duration = .seconds(45),
    result: Duration = .seconds(6 * 3600), heartbeat: Duration = .seconds(30)
  ) {
    self.retry = retry
    self.poll = poll
    self.result = result
    self.heartbeat = heartbeat
  }
}
