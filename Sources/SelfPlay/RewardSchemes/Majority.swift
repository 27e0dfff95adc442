/// Self-Questioning Language Models (SQLM, arXiv 2508.03682): the student must not always agree
/// with itself.
///
///     reward = 1 if 0 < c < N, else 0
///
/// where c of N completions agree with the majority answer. c = N is too easy; at c = 0 nothing was
/// boxed.
///
/// Fails: any disagreement suffices, so with 32 completions nearly all but the easiest questions
/// earn 1 and nonsense earns as much as difficulty; the teacher's answer is ignored.
public struct Majority: RewardScheme {
  public static let name = "majority"
  public static let explanation = "1 where the student does not always agree with itself (SQLM)"
  private let completions: Int

  public init(completions: Int = 32) { self.completions = completions }

  public var needs: RewardNeeds { RewardNeeds(completions: completions) }
  public var granularity: RewardGranularity { .question }

  public func rewards(for input: RewardInput) throws -> Rewards {
    try input.perQuestion { $0.majorityCount > 0 && $0.majorityCount < $0.count ? 1 : 0 }
  }
}
