import Diagnostics
import Randomness

/// Several schemes combined, with an optional gate.
///
///     reward = gate * sum over terms of weight * reward of the term
///
/// The gate is 1 for a well-posed question and 0 otherwise, by the injected classifier. A term that
/// rewards datasets counts for each of the dataset's questions; a sum of only such terms, without a
/// gate, rewards datasets itself. Each term draws from its own stream.
///
/// Fails: terms have different scales, and the one that varies most dominates, so compare their
/// spreads before weighting them; the gate raises a negative total to zero, so with terms below
/// zero ill-posed questions are a refuge.
public struct WeightedSum: RewardScheme {
  public static let name = "sum"
  public static let explanation = "several schemes, weighted, with an optional gate on validity"
  private let terms: [(weight: Double, scheme: any RewardScheme)]
  private let gate: QuestionValidity?

  /// - Parameter gate: decides which questions count; nil counts all.
  public init(_ terms: [(weight: Double, scheme: any RewardScheme)], gate: QuestionValidity? = nil)
  {
    precondition(!terms.isEmpty, "a sum has terms")
    self.terms = terms
    self.gate = gate
  }

  static func make(_ c: RewardSchemeConfiguration, _ context: RewardSchemeContext) throws
    -> any RewardScheme
  {
    guard !c.terms.isEmpty else {
      throw UserError(
        .configuration, place: "\(context.place).terms", "is empty: a sum needs at least one term")
    }
    return WeightedSum(
      try c.terms.enumerated().map { index, term in
        (term.weight, try context.scheme(term, term: index))
      },
      gate: c.gate ? try context.requiredValidity(for: "gate") : nil)
  }

  public var needs: RewardNeeds { terms.reduce(RewardNeeds()) { $0.union($1.scheme.needs) } }

  public var granularity: RewardGranularity {
    gate == nil && terms.allSatisfy { $0.scheme.granularity == .dataset } ? .dataset : .question
  }

  public func rewards(for input: RewardInput) throws -> Rewards {
    let parts = try terms.enumerated().map { index, term in
      var ownInput = input
      ownInput.stream = input.stream.child("term", index)
      return (weight: term.weight, rewards: try term.scheme.rewards(for: ownInput))
    }
    if granularity == .dataset {
      return .perDataset(
        input.datasets.indices.map { k in
          parts.reduce(0) { $0 + $1.weight * $1.rewards.datasetRewards[k] }
        })
    }
    return .perQuestion(
      input.datasets.enumerated().map { k, questions in
        questions.indices.map { i in
          let total = parts.reduce(0) { sum, part in
            let reward = part.rewards.questionRewards?[k][i] ?? part.rewards.datasetRewards[k]
            return sum + part.weight * reward
          }
          return gate.map { $0(questions[i]) } ?? true ? total : 0
        }
      })
  }
}
