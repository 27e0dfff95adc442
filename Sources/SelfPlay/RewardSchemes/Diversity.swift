import Worlds

/// Novelty (after novelty search; Lehman and Stanley 2011): questions unlike all that were asked.
///
///     reward = 1 - highest similarity to any question of earlier steps or earlier in this step
///
/// where the similarity of two questions is the Jaccard index of their sets of n-grams of tokens,
/// n = 4. Range 0...1; a repeated question earns 0, and the first of all earns 1. Meant as an
/// additive bonus in a `sum`; alone it is the control that asks for variety and nothing else.
///
/// Fails: alone it rewards any noise that still parses; names and digits count as much as
/// structure, so that renaming is novel; an archive that grows leaves less and less to earn.
public struct Diversity: RewardScheme {
  public static let name = "diversity"
  private let shingle: Int

  public init(shingle: Int = 4) { self.shingle = shingle }

  public var needs: RewardNeeds { RewardNeeds(archive: true) }
  public var granularity: RewardGranularity { .question }

  public func rewards(for input: RewardInput) throws -> Rewards {
    var seen = try input.require(\.archive, "archive").map { NGrams($0, length: shingle) }
    return .perQuestion(
      input.datasets.map { dataset in
        dataset.map { question in
          let grams = NGrams(question.question, length: shingle)
          defer { seen.append(grams) }
          return 1 - seen.reduce(0) { max($0, grams.jaccard(with: $1)) }
        }
      })
  }
}
