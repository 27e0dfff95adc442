/// Learning progress (Oudeyer and Kaplan 2007; Graves et al., arXiv 1704.03003): questions on which
/// training changes the student.
///
///     reward = |s_after - s_before|
///
/// where s is the share of completions that give the teacher's answer: before, by the baseline
/// student; after, by the students trained on the question's dataset, pooled. Range 0...1.
///
/// Fails: it pays for the inner loops without measuring their goal; memorizing a wrong answer
/// counts as progress, and so does forgetting; with N completions two equal solve rates differ by
/// about sqrt(2 s (1 - s) / N) from sampling alone, a floor that favours s near 1/2.
public struct LearningProgress: RewardScheme {
  public static let name = "learning-progress"
  public static let explanation = "change of the solve rate by training on the question"
  private let completions: Int

  public init(completions: Int = 32) { self.completions = completions }

  public var needs: RewardNeeds {
    RewardNeeds(completions: completions, completionsAfter: completions)
  }
  public var granularity: RewardGranularity { .question }

  public func rewards(for input: RewardInput) throws -> Rewards {
    let before = try input.require(\.rollouts, "completions")
    let after = try input.require(\.rolloutsAfter, "completions after training")
    return .perQuestion(
      zip(before, after).map { zip($0, $1).map { abs($1.solveRate - $0.solveRate) } })
  }
}
