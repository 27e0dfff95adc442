import Tasks

/// R-Zero (arXiv 2508.05004): questions on which the student is undecided.
///
///     reward = 1 - 2 |p - 1/2| - repetitionWeight * |C| / B
///
/// where p is the share of completions that agree with the majority answer, and C is the question's
/// cluster among the B questions of the whole step. ``QuestionClusters`` makes the clusters:
/// average linkage on 1 - BLEU, cut at `similarityThreshold`. Range -repetitionWeight...1. There is
/// no floor at zero, so that repeated questions still differ.
///
/// Fails: with many possible answers p stays small on unanswerable questions, which earn as little
/// as solved ones; two favourite wrong answers earn as much as a real difficulty; the teacher's own
/// answer is ignored; in worlds of short sentences with few words all questions are similar, and
/// one big cluster costs all of them the same.
public struct Uncertainty: RewardScheme {
  public static let name = "uncertainty"
  public static let explanation = "solved by half of the samples' majority, not repeated (R-Zero)"
  private let completions: Int
  private let similarityThreshold: Double
  private let repetitionWeight: Double

  public init(
    completions: Int = 32, similarityThreshold: Double = 0.5, repetitionWeight: Double = 1
  ) {
    self.completions = completions
    self.similarityThreshold = similarityThreshold
    self.repetitionWeight = repetitionWeight
  }

  init(_ c: RewardSchemeConfiguration) {
    self.init(
      completions: c.completions, similarityThreshold: c.similarityThreshold,
      repetitionWeight: c.repetitionWeight)
  }

  public var needs: RewardNeeds { RewardNeeds(completions: completions) }
  public var granularity: RewardGranularity { .question }

  public func rewards(for input: RewardInput) throws -> Rewards {
    let rollouts = try input.require(\.rollouts, "completions")
    let questions = input.datasets.joined().map { input.tokens(of: $0.question) }
    let sizes = QuestionClusters.sizes(of: questions, threshold: similarityThreshold)
    var next = 0
    return .perQuestion(
      rollouts.map { dataset in
        dataset.map { question in
          defer { next += 1 }
          let penalty = Double(sizes[next]) / Double(questions.count)
          return 1 - 2 * abs(question.majorityShare - 0.5) - repetitionWeight * penalty
        }
      })
  }
}
