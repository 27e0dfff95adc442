import Diagnostics
import LanguageModel
import Randomness
import ReinforcementLearning
import Worlds

/// Samples completions of questions, shared out to workers in portions that do not depend on how
/// many workers there are.
struct CompletionSampling: Sendable {
  let world: any World
  let temperature: Double
  let pool: WorkerPool

  /// Questions for one policy. Completion j of question i draws from
  /// `stream/question/i/completion/j`.
  struct Request: Sendable {
    var policy: any Policy
    var questions: [TrainingQuestion]
    var stream: RandomStream
  }

  struct Result: Sendable {
    /// One list per request, one entry per question.
    var rollouts: [[QuestionRollouts]] = []
    var sampledTokens = 0
    var flops = FLOPCount.zero
  }

  func sample(_ requests: [Request], completions: Int) async throws -> Result {
    let size = Screening.batchProblems(samples: completions)
    let portions = requests.indices.flatMap { r in
      stride(from: 0, to: requests[r].questions.count, by: size).map { start in
        (request: r, range: start..<min(start + size, requests[r].questions.count))
      }
    }
    let parameters = SamplingParameters(
      temperature: temperature, maximumTokens: world.maximumResponseLength,
      stopTokens: world.stopTokens)
    let parts = try await pool.map(count: portions.count) { index in
      let (r, range) = portions[index]
      let questions = requests[r].questions
      let prompts = range.map { i in
        SamplingRequest(
          prompt: world.studentPrompt(for: questions[i].question),
          streams: (0..<completions).map {
            requests[r].stream.child("question/\(i)/completion", $0)
          })
      }
      // A copy, since calls on one policy are made one after another.
      let policy = try await requests[r].policy.snapshot()
      let responses = try await policy.sample(prompts, parameters)
      let rollouts = zip(range, responses).map { i, group in
        QuestionRollouts(group.map(\.tokens), reference: questions[i].answer, world: world)
      }
      return (rollouts: rollouts, flops: await policy.flops())
    }
    var result = Result(rollouts: requests.map { _ in [] })
    for (portion, part) in zip(portions, parts) {
      result.rollouts[portion.request] += part.rollouts
      result.flops += part.flops
      result.sampledTokens += part.rollouts.reduce(0) { sum, question in
        sum + question.responses.reduce(0) { $0 + $1.count }
      }
    }
    return result
  }
}
