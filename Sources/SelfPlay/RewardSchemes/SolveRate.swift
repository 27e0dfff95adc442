/// Self-play SWE-RL (SSR, arXiv 2512.18552): valid, and solved as rarely as possible but not never.
///
///     reward = -1                  if the question is not well-posed
///              -alpha              if s = 0 or s = 1
///              1 - (1 + alpha) s   otherwise
///
/// where s is the share of completions that give the teacher's answer and alpha is 0.8. Range
/// -1...1. Validity comes from outside: here an exact classifier, where SSR runs consistency checks
/// on its bugs.
///
/// Fails: it needs a judge of questions, which real worlds lack; wrong answers to well-posed
/// questions pass it; the jump from -alpha at s = 0 to nearly 1 at s = 1/N is noise for few
/// completions.
public struct SolveRate: RewardScheme {
  public static let name = "solve-rate"
  public static let explanation = "valid, and solved as rarely as possible but not never (SSR)"
  private let completions: Int
  private let alpha: Double
  private let isValid: QuestionValidity

  public init(completions: Int = 32, alpha: Double = 0.8, isValid: @escaping QuestionValidity) {
    self.completions = completions
    self.alpha = alpha
    self.isValid = isValid
  }

  init(_ c: RewardSchemeConfiguration, isValid: @escaping QuestionValidity) {
    self.init(completions: c.completions, alpha: c.alpha, isValid: isValid)
  }

  public var needs: RewardNeeds { RewardNeeds(completions: completions) }
  public var granularity: RewardGranularity { .question }

  public func rewards(for input: RewardInput) throws -> Rewards {
    let rollouts = try input.require(\.rollouts, "completions")
    return .perQuestion(
      zip(input.datasets, rollouts).map { questions, results in
        zip(questions, results).map { question, result in
          guard isValid(question) else { return -1 }
          guard result.correctCount > 0 && result.correctCount < result.count else {
            return -alpha
          }
          return 1 - (1 + alpha) * result.solveRate
        }
      })
  }
}
