import Diagnostics
import LanguageModel
import Randomness
import ReinforcementLearning
import Tasks

/// Samples and grades completions of questions, in portions that do not depend on the concurrency.
struct CompletionSampling: Sendable {
  let task: any ProblemTask
  let engine: any Engine
  let temperature: Double

  /// Questions for one model. Completion j of question i draws from
  /// `stream/question/i/completion/j`.
  struct Request: Sendable {
    var model: any Sampler
    var questions: [TrainingQuestion]
    var stream: RandomStream
  }

  struct Result: Sendable {
    /// [request][question].
    var rollouts: [[QuestionRollouts]] = []
    var sampledTokens = 0
    /// FLOPs of the sampling; nil if the engine cannot count them.
    var flops: FLOPCount? = .zero
  }

  func sample(_ requests: [Request], completions: Int) async throws -> Result {
    let size = Screening.batchProblems(samples: completions)
    let portions = requests.indices.flatMap { r in
      stride(from: 0, to: requests[r].questions.count, by: size).map { start in
        (request: r, range: start..<min(start + size, requests[r].questions.count))
      }
    }
    let parameters = SamplingParameters(task.studentLimits, temperature: temperature)
    let parts = try await engine.map(count: portions.count) { index in
      let (r, range) = portions[index]
      let questions = requests[r].questions[range]
      let prompts = questions.map { task.studentPrompt(for: $0.question) }
      let sampled = try await requests[r].model.sample(
        zip(range, prompts).map { i, prompt in
          SamplingRequest(
            prompt: prompt,
            streams: requests[r].stream.family("question/\(i)/completion", 0..<completions))
        }, parameters)
      let graded = try await task.grade(
        zip(questions, sampled.responses).map(GradingRequest.init))
      let rollouts = zip(zip(prompts, sampled.responses), graded).map { sample, grades in
        QuestionRollouts(
          sample.1.map { Rollout(prompt: sample.0, response: $0) }, graded: grades)
      }
      return (rollouts: rollouts, flops: sampled.flops)
    }
    var result = Result(rollouts: requests.map { _ in [] })
    for (portion, part) in zip(portions, parts) {
      result.rollouts[portion.request] += part.rollouts
      result.flops += part.flops
      result.sampledTokens += part.rollouts.reduce(0) { sum, question in
        sum + question.rollouts.reduce(0) { $0 + $1.sampledTokens }
      }
    }
    return result
  }
}
