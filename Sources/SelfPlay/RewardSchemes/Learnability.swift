/// Absolute Zero (arXiv 2505.03335), and the paper's Intrinsic-T (B.4): as hard as can be solved.
///
///     reward = 0 if s = 0, else 1 - s
///
/// where s is the share of completions that give the teacher's answer. Range 0...1; 1 is never
/// reached, and N completions allow 1 - 1/N at most.
///
/// Fails: a wrong answer that the student occasionally hits earns most, so ill-posed questions with
/// a guessable answer are attractive; nothing rewards variety, and the paper's Intrinsic-T teachers
/// lose two thirds of theirs; s = 0 and s = 1/N differ much in reward and little in truth, so the
/// reward is noisy with few completions.
public struct Learnability: RewardScheme {
  public static let name = "learnability"
  public static let explanation = "1 - solve rate, and 0 for never solved (Absolute Zero)"
  private let completions: Int

  public init(completions: Int = 32) { self.completions = completions }

  public var needs: RewardNeeds { RewardNeeds(completions: completions) }
  public var granularity: RewardGranularity { .question }

  public func rewards(for input: RewardInput) throws -> Rewards {
    try input.perQuestion { $0.correctCount == 0 ? 0 : 1 - $0.solveRate }
  }
}
