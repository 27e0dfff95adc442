import Randomness

/// The control: uniform noise in 0...1 per question. A teacher under any other scheme must beat a
/// teacher under this one, which drifts.
///
/// Fails: never, by design; what it "learns" is the chance effect of updates of this size.
public struct RandomReward: RewardScheme {
  public static let name = "random"
  public static let explanation = "uniform noise: the control"

  public init() {}

  public var needs: RewardNeeds { RewardNeeds() }
  public var granularity: RewardGranularity { .question }

  public func rewards(for input: RewardInput) throws -> Rewards {
    var stream = input.stream.child(Self.name)
    return .perQuestion(input.datasets.map { $0.map { _ in stream.uniform() } })
  }
}
