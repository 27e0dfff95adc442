/// SeRL's difficulty filter (arXiv 2505.20347) as a reward: neither too easy nor too hard.
///
///     reward = 1 if lower <= p <= upper, else 0
///
/// where p is the share of completions that give the teacher's answer, or the majority answer as in
/// SeRL, which has no teacher's answer. Bounds 0.2 and 0.8.
///
/// Fails: the reward is flat inside and outside the band, so a teacher far away learns only from
/// lucky questions; against the majority, unanswerable questions with one favourite wrong answer
/// fall inside the band.
public struct Band: RewardScheme {
  public static let name = "band"
  public static let explanation = "1 where the solve rate is between two bounds (SeRL)"
  private let completions: Int
  private let range: ClosedRange<Double>
  private let reference: RewardSchemeConfiguration.Reference

  public init(
    completions: Int = 32, range: ClosedRange<Double> = 0.2...0.8,
    reference: RewardSchemeConfiguration.Reference = .teacher
  ) {
    self.completions = completions
    self.range = range
    self.reference = reference
  }

  init(_ c: RewardSchemeConfiguration) {
    self.init(completions: c.completions, range: c.lower...c.upper, reference: c.reference)
  }

  public var needs: RewardNeeds { RewardNeeds(completions: completions) }
  public var granularity: RewardGranularity { .question }

  public func rewards(for input: RewardInput) throws -> Rewards {
    try input.perQuestion { question in
      let share =
        switch reference {
        case .teacher: question.solveRate
        case .majority: question.majorityShare
        }
      return range.contains(share) ? 1 : 0
    }
  }
}
