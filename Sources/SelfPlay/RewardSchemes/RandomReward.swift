import Randomness

/// The control: uniform noise in 0...1 per question, whatever the question. A teacher under any
/// other scheme has to beat a teacher under this one, which drifts.
///
/// Fails: never, and that is its use; what it "learns" is what updates of this size do by chance.
public struct RandomReward: RewardScheme {
  public static let name = "random"

  public init() {}

  public var needs: RewardNeeds { RewardNeeds() }
  public var granularity: RewardGranularity { .question }

  public func rewards(for input: RewardInput) throws -> Rewards {
    var stream = input.stream.child(Self.name)
    return .perQuestion(input.datasets.map { $0.map { _ in stream.uniform() } })
  }
}
