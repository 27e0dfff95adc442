import Tasks

/// Novelty (after novelty search; Lehman and Stanley 2011): questions unlike all earlier ones.
///
///     reward = 1 - highest similarity to any question of earlier steps or earlier in this step
///
/// where the similarity of two questions is the Jaccard index of their sets of n-grams of tokens, n
/// = 4. Range 0...1; a repeated question earns 0, and the very first earns 1. Meant as an additive
/// bonus in a `sum`; alone it is the control that rewards only variety.
///
/// Fails: alone it rewards any noise that still parses; names and digits count as much as
/// structure, so renaming is novel; a growing archive leaves less and less to earn.
public struct Diversity: RewardScheme {
  public static let name = "diversity"
  public static let explanation = "questions unlike all earlier ones (novelty search)"
  private let shingle: Int

  public init(shingle: Int = 4) { self.shingle = shingle }

  public var needs: RewardNeeds { RewardNeeds(archive: true) }
  public var granularity: RewardGranularity { .question }

  public func rewards(for input: RewardInput) throws -> Rewards {
    var seen = try input.require(\.archive, "archive").map {
      NGrams(input.tokens(of: $0), length: shingle)
    }
    return .perQuestion(
      input.datasets.map { dataset in
        dataset.map { question in
          let grams = NGrams(input.tokens(of: question.question), length: shingle)
          defer { seen.append(grams) }
          return 1 - seen.reduce(0) { max($0, grams.jaccard(with: $1)) }
        }
      })
  }
}
