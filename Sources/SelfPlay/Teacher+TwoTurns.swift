import Diagnostics
import LanguageModel
import Randomness
import ReinforcementLearning
import Tasks
import Tokenization

/// Question and answer in two turns. In one turn a document is kept or rejected whole, which biases
/// the kept questions towards those that the teacher can finish. Here the teacher writes a
/// question, which is kept if valid, and then has several attempts at an answer; this reduces the
/// bias.
extension Teacher {
  /// Questions per call of the sampler; fewer than documents in one turn, as each has several
  /// attempts at an answer. Fixed, so that results do not depend on the number of workers.
  static let questionsPerCall = 32

  /// Leaves drafts unfinished that are not questions or have no answer after `answerAttempts`.
  func draftsInTwoTurns(
    _ attempts: Range<Int>, with author: any Sampler, stream: RandomStream
  ) async throws -> (drafts: [Draft], flops: FLOPCount?) {
    guard let task = task as? any TwoTurnTeaching else {
      throw UserError(
        .configuration, place: "teacher.turns",
        "is 2, but task \(task.name) has teachers of one turn")
    }
    // First turn: from the fixed prompt to the end of the question.
    let sampled = try await author.sample(
      [SamplingRequest(prompt: task.teacherPrompt, streams: stream.family("attempt", attempts))],
      SamplingParameters(task.questionLimits, temperature: configuration.temperature))
    var flops = sampled.flops
    var drafts = sampled.responses[0].map {
      Draft(rollout: Rollout(prompt: task.teacherPrompt, response: $0))
    }
    // Second turn: the same question until there is an answer.
    let questions = drafts.map(\.rollout)
    let answerPrompts = questions.map { task.answerPrompt(after: $0.tokens) }
    let parameters = SamplingParameters(task.studentLimits, temperature: configuration.temperature)
    for attempt in 0..<configuration.answerAttempts {
      let open = drafts.indices.filter { drafts[$0].finished == nil && answerPrompts[$0] != nil }
      guard !open.isEmpty else { break }
      let sampled = try await author.sample(
        open.map { index in
          SamplingRequest(
            prompt: questions[index].tokens + (answerPrompts[index] ?? []),
            streams: stream.family(
              "attempt/\(attempts.lowerBound + index)/answer", attempt..<attempt + 1))
        }, parameters)
      flops += sampled.flops
      for (index, responses) in zip(open, sampled.responses) {
        if attempt > 0, let last = drafts[index].rollout.turns.last {
          drafts[index].discardedTokens += last.response.tokens.count
        }
        drafts[index].rollout.turns =
          questions[index].turns
          + [Rollout.Turn(prompt: answerPrompts[index] ?? [], response: responses[0])]
        drafts[index].finished = task.parse(drafts[index].rollout)
      }
    }
    return (drafts, flops)
  }
}
