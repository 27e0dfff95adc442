/// Search Self-Play (arXiv 2510.18821): a zero-sum game in which the student's failure is the
/// teacher's gain.
///
///     reward = 1 - s if any completion boxed an answer, else 0
///
/// where s is the share of completions that give the teacher's answer. Range 0...1. The original
/// first discards questions with an unverifiable answer; here, requiring that at least one
/// completion boxed an answer replaces that.
///
/// Fails: without verified answers the best move is a wrong answer to an easy question, which earns
/// 1 forever. Use this scheme to demonstrate that. A `sum` with `gate` fixes ill-posed questions,
/// but nothing here fixes wrong answers.
public struct Adversarial: RewardScheme {
  public static let name = "adversarial"
  public static let explanation = "questions that the student fails (Search Self-Play)"
  private let completions: Int

  public init(completions: Int = 32) { self.completions = completions }

  public var needs: RewardNeeds { RewardNeeds(completions: completions) }
  public var granularity: RewardGranularity { .question }

  public func rewards(for input: RewardInput) throws -> Rewards {
    try input.perQuestion { $0.answeredCount > 0 ? 1 - $0.solveRate : 0 }
  }
}
