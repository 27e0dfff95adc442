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

  /// What came of one question.
  private struct Draft: Sendable {
    /// From the prompt through the question mark; nil when it is no question.
    var question: [Int32]?
    /// With an answer; nil when no attempt boxed one.
    var finished: GeneratedQuestion?
    var sampledTokens: Int
  }

  /// Samples questions until `count` of them are answered. Those that are no questions, and those
  /// without an answer after `answerAttempts`, are rejected.
  ///
  /// - Throws: ``TeacherCollapse`` after `samplingLimit * count` questions.
  func writeInTwoTurns(
    _ count: Int, with policy: any Policy, stream: RandomStream, pool: WorkerPool
  ) async throws -> TeacherSample {
    var sample = TeacherSample(questions: [], rejected: 0, sampledTokens: 0)
    let forks = try await Self.snapshots(of: policy)
    var attempts = 0
    while sample.questions.count < count {
      guard attempts < configuration.samplingLimit * count else {
        for fork in forks { sample.flops += await fork.flops() }
        throw TeacherCollapse(written: sample, needed: count, sampled: attempts)
      }
      let first = attempts
      let rounds = try await pool.map(count: Self.chunksPerRound) { index in
        let start = first + index * Self.questionsPerCall
        return try await drafts(
          start..<start + Self.questionsPerCall, with: forks[index], stream: stream)
      }
      attempts += Self.questionsPerCall * Self.chunksPerRound
      for draft in rounds.joined() {
        guard sample.questions.count < count else { break }
        sample.sampledTokens += draft.sampledTokens
        if let question = draft.finished {
          sample.questions.append(question)
        } else {
          sample.rejected += 1
        }
      }
    }
    for fork in forks { sample.flops += await fork.flops() }
    return sample
  }

  private func drafts(
    _ attempts: Range<Int>, with policy: any Policy, stream: RandomStream
  ) async throws -> [Draft] {
    // First turn: from the fixed prompt to the question mark.
    let questions = SamplingParameters(
      temperature: configuration.temperature,
      maximumTokens: world.maximumDocumentLength - world.teacherPrompt.count,
      stopTokens: world.stopTokens + world.questionStopTokens)
    let request = SamplingRequest(
      prompt: world.teacherPrompt, streams: attempts.map { stream.child("attempt", $0) })
    var drafts = try await policy.sample([request], questions)[0].map { response in
      let text = world.teacherPrompt + response.tokens
      return Draft(
        question: world.isQuestion(text) ? text : nil, sampledTokens: response.tokens.count)
    }
    // Second turn: the same question until there is an answer.
    let answers = SamplingParameters(
      temperature: configuration.temperature, maximumTokens: world.maximumResponseLength,
      stopTokens: world.stopTokens)
    for attempt in 0..<configuration.answerAttempts {
      let open = drafts.indices.filter {
        drafts[$0].question != nil && drafts[$0].finished == nil
      }
      guard !open.isEmpty else { break }
      let prompts = open.map { world.studentPrompt(for: drafts[$0].question ?? []) }
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
