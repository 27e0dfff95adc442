/// Result of one gradient accumulation.
public struct LossReport: Sendable, Equatable {
  /// Sum over scored tokens of weight * -logprob.
  public var weightedLoss: Double = 0
  /// Sum over scored tokens of KL(model || reference), in nats; unweighted.
  public var kl: Double = 0
  /// Number of scored tokens.
  public var scoredTokens = 0
  /// Number of tokens passed through the network, counting a shared beginning once.
  public var tokens = 0
  /// Floating-point operations of the matrix products (see
  /// `TransformerConfiguration.forwardFLOPs`); nil where an engine cannot report them.
  public var flops: FLOPCount? = FLOPCount.zero
  /// Log-probability of each scored token, in order: [scoredTokens]; filled only by `score`.
  public var logprobs: [Float] = []

  public init() {}

  /// KL per scored token, in nats; 0 if none were scored.
  public var meanKL: Double { scoredTokens > 0 ? kl / Double(scoredTokens) : 0 }

  public static func += (sum: inout LossReport, other: LossReport) {
    sum.weightedLoss += other.weightedLoss
    sum.kl += other.kl
    sum.scoredTokens += other.scoredTokens
    sum.tokens += other.tokens
    sum.flops += other.flops
    sum.logprobs += other.logprobs
  }
}
