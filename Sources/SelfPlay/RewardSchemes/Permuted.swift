import Randomness

/// The control for what a teacher learns from grounded rewards: they are measured, and then shuffled
/// among the datasets of their step. Rewards have the same values, so that updates are as large and
/// as frequent, at the same cost; but which dataset earned which is lost. What a grounded teacher
/// does beyond a permuted one, it learned.
///
/// Fails: never, by design; its teacher drifts.
public struct Permuted: RewardScheme {
  public static let name = "permuted"
  public static let explanation = "grounded rewards, shuffled among datasets: the control"

  public init() {}

  public var needs: RewardNeeds { RewardNeeds(grounded: true) }
  public var granularity: RewardGranularity { .dataset }

  public func rewards(for input: RewardInput) throws -> Rewards {
    var stream = input.stream.child(Self.name)
    return .perDataset(stream.shuffled(try input.require(\.grounded, "grounded rewards")))
  }
}
