import Diagnostics
import LanguageModel
package import Randomness
package import ReinforcementLearning
import Tokenization
import Worlds

extension ArmRunner {
  /// The synthetic questions of an arm, with what they cost added to `result`; nil when its teacher
  /// had no promotion to take them from, or can write none, or none is left by the filter.
  package func questions(
    of arm: ArmConfiguration, base: any Policy, teacher outcome: TeacherOutcome?,
    stream: RandomStream, seedStream: RandomStream, result: inout ArmOutcome
  ) async throws -> [TrainingQuestion]? {
    guard
      let drawn = try await draw(
        for: arm, base: base, teacher: outcome, stream: stream, seedStream: seedStream,
        result: &result)
    else { return nil }
    guard arm.filter != .all || arm.answers != .own else { return drawn }
    let kept = drawn.compactMap { question -> TrainingQuestion? in
      let truth = teacher.world.trueAnswer(to: question.question)
      let isKept =
        switch arm.filter {
        case .all: true
        case .illPosed: truth == nil
        case .wellPosed: truth != nil
        case .correct: truth == question.answer
        case .wrong: truth != nil && truth != question.answer
        }
      guard isKept else { return nil }
      return arm.answers == .own
        ? question
        : TrainingQuestion(question: question.question, answer: truth ?? question.answer)
    }
    return kept.isEmpty ? nil : kept
  }

  private func draw(
    for arm: ArmConfiguration, base: any Policy, teacher outcome: TeacherOutcome?,
    stream: RandomStream, seedStream: RandomStream, result: inout ArmOutcome
  ) async throws -> [TrainingQuestion]? {
    let stream =
      arm.questionSet.isEmpty ? stream : seedStream.child("questions/\(arm.questionSet)")
    switch arm.source {
    case .none: return []
    case .promotionQuestions:
      guard let questions = outcome?.promotionQuestions, !questions.isEmpty else { return nil }
      return questions
    case .untrainedTeacher, .trainedTeacher:
      let author = arm.source == .untrainedTeacher ? base : outcome?.teacher ?? base
      let written = try await write(
        arm.sourceCount, with: author, stream: stream, result: &result)
      return written.isEmpty ? nil : written.map(TrainingQuestion.init)
    case .curated:
      let count =
        arm.sourceCount > 0
        ? arm.sourceCount : arm.steps * innerLoop.configuration.batchQuestions
      var stream = stream.child("curated")
      return (0..<count).map { _ in
        let problem = teacher.world.sampleEasierProblem(using: &stream)
        return TrainingQuestion(question: problem.question, answer: problem.answer)
      }
    case .designed:
      // Of the seed, not of the arm: arms that differ in design have the same problems.
      let made = (0..<arm.sourceCount).map { index in
        let made = teacher.world.designedQuestion(
          arm.designs[index % arm.designs.count], index: index,
          stream: seedStream.child("designed", index))
        return GeneratedQuestion(
          question: made.question, response: [Lexicon.box] + made.answer + [Vocabulary.end],
          answer: made.answer)
      }
      result.questions += made
      return made.map { TrainingQuestion(question: $0.question, answer: $0.answer) }
    case .majorityVoted:
      return try await majorityVoted(arm.sourceCount, base: base, stream: stream, result: &result)
    }
  }

  /// Fewer than `count` questions when the author has collapsed: a result, and no fault.
  private func write(
    _ count: Int, with author: any Policy, stream: RandomStream, result: inout ArmOutcome
  ) async throws -> [GeneratedQuestion] {
    let written: TeacherSample
    do {
      written = try await teacher.write(
        count, with: author, stream: stream.child("teacher"), pool: pool)
    } catch let collapse as TeacherCollapse {
      written = collapse.written
      result.missingQuestions += count - collapse.parsed
    }
    result.questions += written.questions
    result.rejected += written.rejected
    result.teacherSampledTokens += written.sampledTokens
    result.teacherFLOPs += written.flops
    return written.questions
  }

  /// Samples of the base student per question, and the shares of agreement between which a question
  /// is neither too easy nor too hard (SeRL's settings).
  private static var votes: Int { 32 }
  private static var band: ClosedRange<Double> { 0.2...0.8 }
  /// Rounds of writing after which a short set is taken as it is.
  private static var rounds: Int { 8 }

  /// Questions of the untrained teacher with the base student's majority answers.
  private func majorityVoted(
    _ count: Int, base: any Policy, stream: RandomStream, result: inout ArmOutcome
  ) async throws -> [TrainingQuestion]? {
    let world = teacher.world
    let student = innerLoop.configuration
    let parameters = SamplingParameters(
      temperature: student.temperature, maximumTokens: world.maximumResponseLength,
      stopTokens: world.stopTokens)
    var kept: [TrainingQuestion] = []
    for round in 0..<Self.rounds where kept.count < count {
      let stream = stream.child("vote", round)
      let questions = try await write(count, with: base, stream: stream, result: &result)
      // Fixed parts, so that the answers do not depend on the number of workers.
      let part = 16
      let voted = try await pool.map(count: (questions.count + part - 1) / part) { index in
        let range = index * part..<min((index + 1) * part, questions.count)
        let policy = try await base.snapshot()
        let responses = try await policy.sample(
          range.map { position in
            SamplingRequest(
              prompt: world.studentPrompt(for: questions[position].question),
              streams: (0..<Self.votes).map {
                stream.child("question/\(position)/vote", $0)
              })
          }, parameters)
        return (
          answers: responses.map { group in group.map { world.boxedAnswer(of: $0.tokens) } },
          tokens: responses.joined().reduce(0) { $0 + $1.tokens.count },
          flops: await policy.flops()
        )
      }
      for part in voted {
        result.teacherSampledTokens += part.tokens
        result.teacherFLOPs += part.flops
      }
      for (question, answers) in zip(questions, voted.flatMap(\.answers)) {
        guard kept.count < count, let majority = Self.majority(of: answers) else { continue }
        if Self.band.contains(majority.share) {
          kept.append(TrainingQuestion(question: question.question, answer: majority.answer))
        }
      }
    }
    return kept.isEmpty ? nil : kept
  }

  /// The answer that most samples box, and its share of all samples; of several, the one that comes
  /// first.
  package static func majority(of answers: [[Int32]?]) -> (answer: [Int32], share: Double)? {
    var order: [[Int32]] = []
    var counts: [[Int32]: Int] = [:]
    for answer in answers.compactMap({ $0 }) {
      if counts[answer] == nil { order.append(answer) }
      counts[answer, default: 0] += 1
    }
    guard let most = order.map({ counts[$0] ?? 0 }).max(),
      let answer = order.first(where: { counts[$0] == most })
    else { return nil }
    return (answer, Double(most) / Double(answers.count))
  }
}
