import Diagnostics
import Foundation
import LanguageModel
import Randomness
import ReinforcementLearning
import Tasks
import Tokenization

/// A teacher that chooses its questions from a pool of easier problems with true answers
/// (`teacher.poolSize`): it decides what is asked, and nothing else.
///
/// Its policy is the softmax over the pool of the model's log-probability of each problem's text after
/// the teacher's prompt, divided by the temperature. Problems are drawn with replacement, and each is
/// a rollout whose sampled tokens are the problem's. The gradient of the softmax's normaliser is the
/// same for every draw; leave-one-out advantages sum to zero over a step, so that it cancels. What
/// remains is, up to the factor 1 / temperature, the gradient of the sequences' log-probability that
/// every other teacher uses.
extension Teacher {
  /// - Throws: ``UserError`` if the task has no easier problems or the author cannot score texts.
  func choose(_ count: Int, with author: any Sampler, stream: RandomStream) async throws
    -> TeacherSample
  {
    guard let task = task as? any EasierProblems else {
      throw UserError(
        .configuration, place: "teacher.poolSize",
        "needs easier problems, and task '\(task.name)' has none")
    }
    guard let author = author as? any ScoringSampler else {
      throw UserError(
        .configuration, place: "teacher.poolSize",
        "needs the probability of given texts, and engine '\(engine.name)' does not tell it")
    }
    let pool = pool(of: task)
    guard !pool.isEmpty else {
      throw UserError(
        .configuration, place: "teacher.poolSize",
        "finds no easier problem that a teacher of task '\(task.name)' could write",
        hint: "give task.format.document as a pattern")
    }
    // Fixed parts, so that results do not depend on the number of workers.
    let size = 64
    let parts = try await engine.map(count: (pool.count + size - 1) / size) { part in
      try await author.score(
        pool[part * size..<min((part + 1) * size, pool.count)].map {
          ScoringRequest(prompt: task.teacherPrompt, response: $0.tokens)
        })
    }
    let scores = parts.flatMap(\.scores)
    var sample = TeacherSample()
    for part in parts { sample.flops += part.flops }
    let highest = scores.map(\.total).max() ?? 0
    let weights = scores.map { exp(($0.total - highest) / configuration.temperature) }
    for index in 0..<count {
      var stream = stream.child("choice", index)
      let chosen = stream.categorical(weights)
      let rollout = Rollout(
        prompt: task.teacherPrompt,
        response: SampledResponse(
          tokens: pool[chosen].tokens, logprobs: scores[chosen].logprobs, stopReason: .stop))
      sample.questions.append(
        GeneratedQuestion(
          question: pool[chosen].problem.question, answer: pool[chosen].problem.answer,
          rollout: rollout))
    }
    return sample
  }

  /// Distinct problems, the same for all teachers of a run that choose among as many. Fewer than
  /// `poolSize` if the task has no more.
  private func pool(of task: any EasierProblems) -> [(problem: TrainingQuestion, tokens: [Int32])] {
    var stream = RandomStream(seed: 0, path: "pool")
    var seen = Set<ExactText>()
    var pool: [(problem: TrainingQuestion, tokens: [Int32])] = []
    var misses = 0
    while pool.count < configuration.poolSize && misses < 1000 {
      let problem = task.easierProblem(using: &stream)
      guard seen.insert(problem.question.exact).inserted,
        let tokens = task.teacherText(of: problem),
        !tokens.isEmpty
      else {
        misses += 1
        continue
      }
      misses = 0
      pool.append((problem, tokens))
    }
    return pool
  }
}
