/// Search Self-Play (arXiv 2510.18821): a zero-sum game in which the student's failure is the
/// teacher's gain.
///
///     reward = 1 - s if any completion boxed an answer, else 0
///
/// where s is the share of completions that give the teacher's answer. Range 0...1. In the
/// original, questions whose answer cannot be verified are discarded first; that at least one
/// completion boxed an answer is what is left of it here.
///
/// Fails: without verified answers the best move is a wrong answer to an easy question, which
/// earns 1 for ever. This is the scheme to show that with; a `sum` with `gate` mends ill-posed
/// questions, and nothing here mends wrong answers.
public struct Adversarial: RewardScheme {
  public static let name = "adversarial"
  private let completions: Int

  public init(completions: Int = 32) { self.completions = completions }

  public var needs: RewardNeeds { RewardNeeds(completions: completions) }
  public var granularity: RewardGranularity { .question }

  public func rewards(for input: RewardInput) throws -> Rewards {
    try input.perQuestion { $0.answeredCount > 0 ? 1 - $0.solveRate : 0 }
  }
}
