/// SOAR (arXiv 2601.18778, Algorithm 1): the students' progress on hard problems.
///
///     R_k = mean over the r students of dataset k of
///             greedy accuracy after training - greedy accuracy of the baseline student
///
/// on M hard-train problems. Range -1...1, mostly within a few hundredths of zero.
///
/// Fails: it is noisy, since r students decide and accuracy moves in steps of 1/M; it is zero
/// everywhere when the inner loop is too short for any dataset to help; and it is by far the most
/// expensive scheme.
public struct Grounded: RewardScheme {
  public static let name = "grounded"
  public static let explanation = "what students gain on hard problems by training on them (SOAR)"

  public init() {}

  public var needs: RewardNeeds { RewardNeeds(grounded: true) }
  public var granularity: RewardGranularity { .dataset }

  public func rewards(for input: RewardInput) throws -> Rewards {
    .perDataset(try input.require(\.grounded, "grounded rewards"))
  }
}
