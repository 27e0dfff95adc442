import LanguageModel
import Numerics
import Randomness
import ReinforcementLearning
import Worlds

/// Question and answer in two turns. In one turn a document is kept or rejected whole, so that the
/// questions kept lean to those that the teacher can finish. Here a question is written first and
/// kept if it is one, and has several attempts at an answer, so that less of it depends on the answer.
extension Teacher {
  /// Questions per call of the policy; fewer than documents in one turn, as each has several attempts
  /// at an answer. Fixed, so that results do not depend on the number of workers.
  static let questionsPerCall = 32

  /// Those that are no questions, and those without an answer after `answerAttempts`, stay unfinished.
  func draftsInTwoTurns(
    _ attempts: Range<Int>, with policy: any Policy, stream: RandomStream
  ) async throws -> [Draft] {
    // First turn: from the fixed prompt to the question mark.
    let questions = SamplingParameters(
      temperature: configuration.temperature,
      maximumTokens: world.maximumDocumentLength - world.teacherPrompt.count,
      stopTokens: world.stopTokens + world.questionStopTokens)
    let request = SamplingRequest(
      prompt: world.teacherPrompt, streams: attempts.map { stream.child("attempt", $0) })
    let written = try await policy.sample([request], questions)[0].map {
      world.teacherPrompt + $0.tokens
    }
    var drafts = written.map { text in
      Draft(sampledTokens: text.count - world.teacherPrompt.count)
    }
    // Second turn: the same question until there is an answer.
    let answers = SamplingParameters(
      temperature: configuration.temperature, maximumTokens: world.maximumResponseLength,
      stopTokens: world.stopTokens)
    for attempt in 0..<configuration.answerAttempts {
      let open = drafts.indices.filter {
        drafts[$0].finished == nil && world.isQuestion(written[$0])
      }
      guard !open.isEmpty else { break }
      let prompts = open.map { world.studentPrompt(for: written[$0]) }
      let responses = try await policy.sample(
        zip(open, prompts).map { index, prompt in
          let name = "attempt/\(attempts.lowerBound + index)/answer"
          return SamplingRequest(prompt: prompt, streams: [stream.child(name, attempt)])
        }, answers)
      for ((index, prompt), group) in zip(zip(open, prompts), responses) {
        drafts[index].sampledTokens += group[0].tokens.count
        drafts[index].finished = world.parseDocument(prompt + group[0].tokens)
      }
    }
    return drafts
  }
}
