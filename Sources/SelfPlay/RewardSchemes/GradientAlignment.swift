/// Gradient alignment (the measure of TracIn, arXiv 2002.08484, as a reward): questions that push
/// the student where the hard problems would.
///
///     reward = cos(g_question, g_reference)
///
/// g_question is the baseline student's policy gradient on its completions of the question and
/// g_reference that on its graded rollouts of hard-train problems, both with leave-one-out
/// advantages of the student's graded reward and without a KL term. Range -1...1; 0 for a question
/// whose completions all earn the same.
///
/// Fails: exactly where it is needed. On the plateau all rollouts of hard problems earn the same,
/// so g_reference and every reward are exactly zero, which is reported as
/// ``RewardFlag/zeroReference``; before that, g_reference is about form (boxing any answer) rather
/// than about being right. It reads hard problems, though it trains on none.
public struct GradientAlignment: RewardScheme {
  public static let name = "gradient-alignment"
  public static let explanation =
    "questions whose gradient points where hard problems' would (TracIn)"
  private let completions: Int
  private let referenceProblems: Int

  public init(completions: Int = 32, referenceProblems: Int = 64) {
    self.completions = completions
    self.referenceProblems = referenceProblems
  }

  init(_ c: RewardSchemeConfiguration) {
    self.init(completions: c.completions, referenceProblems: c.referenceProblems)
  }

  public var needs: RewardNeeds {
    RewardNeeds(completions: completions, referenceProblems: referenceProblems)
  }
  public var granularity: RewardGranularity { .question }

  public func rewards(for input: RewardInput) throws -> Rewards {
    .perQuestion(try input.require(\.alignment, "gradient alignment"))
  }
}
