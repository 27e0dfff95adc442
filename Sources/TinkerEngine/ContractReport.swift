import Diagnostics

/// What a server was found to do at the start of a run, to keep with the run.
public struct ContractReport: Sendable, Codable, Equatable {
  /// How losses add up.
  public var scaling: LossScaling
  /// False where the server reports no gradient norm, so that `scaling` is the protocol's.
  public var isScalingMeasured: Bool
  /// Mean difference between a sampled token's log-probability as sampled and as trained on, in nats.
  public var sampledGap: Double
  /// The same between a given text as scored and as trained on.
  public var scoredGap: Double
  /// Norm of the gradient of the test sequence.
  public var gradientNorm: Double?
  /// Change of the mean log-probability of the test sequence's tokens by one step up, in nats.
  public var gain: Double
  /// Whether a response holds the token that stopped it.
  public var keepsStopToken: Bool
  /// Whether a checkpoint has to be loaded into an adapter to be sampled.
  public var samplesLoadedOnly: Bool

  /// One line, for events and logs.
  public var text: String {
    let sum =
      switch (scaling.dividesByTokens, scaling.dividesBySequences) {
      case (false, false): "losses are summed"
      case (true, true): "losses are means over tokens, then over sequences"
      case (true, false): "losses are means over tokens, summed over sequences"
      case (false, true): "losses are sums over tokens, averaged over sequences"
      }
    return sum + (isScalingMeasured ? "" : " (assumed: the server reports no gradient norm)")
      + "; sampling and training differ by \(sampledGap.fixed(4)) nats a token, scoring and "
      + "training by \(scoredGap.fixed(4)); stop tokens are \(keepsStopToken ? "kept" : "dropped")"
      + (samplesLoadedOnly ? "; checkpoints are sampled in adapters of their own" : "")
  }
}
