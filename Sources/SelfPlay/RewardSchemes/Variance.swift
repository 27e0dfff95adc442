import Foundation

/// SPICE (arXiv 2510.24684): success as uncertain as a coin toss.
///
///     reward = exp(-(Var - target)^2 / (2 * bandwidth)),  Var = p (1 - p)
///
/// where p is the share of completions that give the teacher's answer, target is 0.25 and
/// bandwidth 0.01. Range 0.044...1 with these: a question solved never or always still earns
/// exp(-3.125) = 0.044.
///
/// Fails: the bell is flat at its top, so p = 0.35 and p = 0.5 earn nearly the same; as with every
/// solve rate, a guessable wrong answer looks like a difficulty; nothing rewards variety.
public struct Variance: RewardScheme {
  public static let name = "variance"
  public static let explanation = "a solve rate near one half (SPICE)"
  private let completions: Int
  private let target: Double
  private let bandwidth: Double

  public init(completions: Int = 32, target: Double = 0.25, bandwidth: Double = 0.01) {
    self.completions = completions
    self.target = target
    self.bandwidth = bandwidth
  }

  init(_ c: RewardSchemeConfiguration) {
    self.init(completions: c.completions, target: c.targetVariance, bandwidth: c.bandwidth)
  }

  public var needs: RewardNeeds { RewardNeeds(completions: completions) }
  public var granularity: RewardGranularity { .question }

  public func rewards(for input: RewardInput) throws -> Rewards {
    try input.perQuestion { question in
      let gap = question.solveRate * (1 - question.solveRate) - target
      return exp(-gap * gap / (2 * bandwidth))
    }
  }
}
