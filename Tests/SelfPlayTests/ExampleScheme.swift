import SelfPlay
import Tasks

/// The worked example of docs/extending.md, complete: rewards questions for being solved about as
/// often as not, and for being short.
///
///     reward = (1 - 2 |s - 1/2|) / (1 + length / 100)
///
/// where s is the share of completions that give the teacher's answer, and length the number of
/// the question's characters. Range 0...1.
struct ShortAndHalfSolved: RewardScheme {
  static let name = "short-and-half-solved"
  let completions: Int

  /// This is all that it costs: completions, and no student is trained.
  var needs: RewardNeeds { RewardNeeds(completions: completions) }
  var granularity: RewardGranularity { .question }

  func rewards(for input: RewardInput) throws -> Rewards {
    let rollouts = try input.require(\.rollouts, "completions")
    return .perQuestion(
      zip(input.datasets, rollouts).map { questions, results in
        zip(questions, results).map { question, result in
          let halfSolved = 1 - 2 * abs(result.solveRate - 0.5)
          return halfSolved / (1 + Double(question.question.count) / 100)
        }
      })
  }
}

extension RewardSchemeRegistry {
  /// The registry of this project with the example: the one registration.
  static let withExample: RewardSchemeRegistry = {
    var registry = RewardSchemeRegistry.standard
    registry.register(ShortAndHalfSolved.name) { configuration, _ in
      ShortAndHalfSolved(completions: configuration.completions)
    }
    return registry
  }()
}
