import Diagnostics
import LanguageModel
package import Randomness
package import ReinforcementLearning
package import Tasks
import Tokenization

extension ArmRunner {
  /// The synthetic questions of an arm; their cost is added to `result`. Nil if its teacher had no
  /// promotion to take them from or cannot write any, or if the filter leaves none.
  package func questions(
    of arm: ArmConfiguration, base: any Sampler, teacher outcome: TeacherOutcome?,
    stream: RandomStream, seedStream: RandomStream, result: inout ArmOutcome
  ) async throws -> [TrainingQuestion]? {
    guard
      let drawn = try await draw(
        for: arm, base: base, teacher: outcome, stream: stream, seedStream: seedStream,
        result: &result)
    else { return nil }
    let kept = try filtered(drawn, for: arm)
    let questions =
      arm.questionSet.isEmpty ? stream : seedStream.child("questions/\(arm.questionSet)")
    let answered = try await answered(
      kept, for: arm, base: base, stream: questions, result: &result)
    if arm.source == .curated && arm.answers != .own {
      result.questions = answered.map(document(of:))
    }
    return answered.isEmpty && !drawn.isEmpty ? nil : answered
  }

  /// A question as a document that nobody sampled; without one if the task makes no documents.
  private func document(of question: TrainingQuestion) -> GeneratedQuestion {
    (teacher.task as? any QuestionDesigner)?
      .question(question.question, answeredBy: question.answer)
      ?? GeneratedQuestion(
        question: question.question, answer: question.answer, rollout: Rollout(given: []))
  }

  /// The questions that the arm's filter keeps, with the right answers if it corrects them.
  private func filtered(
    _ drawn: [TrainingQuestion], for arm: ArmConfiguration
  ) throws -> [TrainingQuestion] {
    guard arm.filter != .all || arm.answers == .corrected else { return drawn }
    let oracle = try capability((any AnswerOracle).self, for: arm, "filter or answers")
    return drawn.compactMap { question -> TrainingQuestion? in
      let truth = oracle.trueAnswer(to: question.question)
      let isRight = truth.map { oracle.areEqual($0, question.answer) } ?? false
      let isKept =
        switch arm.filter {
        case .all: true
        case .illPosed: truth == nil
        case .wellPosed: truth != nil
        case .correct: isRight
        case .wrong: truth != nil && !isRight
        }
      guard isKept else { return nil }
      return arm.answers == .corrected
        ? TrainingQuestion(question: question.question, answer: truth ?? question.answer)
        : question
    }
  }

  private func draw(
    for arm: ArmConfiguration, base: any Sampler, teacher outcome: TeacherOutcome?,
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
      let author =
        arm.source == .untrainedTeacher ? base : outcome?.teacher(at: arm.teacherAt) ?? base
      let written = try await write(
        arm.sourceCount, with: author, stream: stream, result: &result)
      return written.isEmpty ? nil : written.map(TrainingQuestion.init)
    case .curated:
      let count =
        arm.sourceCount > 0
        ? arm.sourceCount : arm.steps * innerLoop.configuration.batchQuestions
      let problems = try capability((any EasierProblems).self, for: arm, "source")
      var stream = stream.child("curated")
      return (0..<count).map { _ in problems.easierProblem(using: &stream) }
    case .designed:
      let designer = try capability((any QuestionDesigner).self, for: arm, "source")
      if !arm.reach.isEmpty {
        return try await reachable(
          arm, designer, base: base, seedStream: seedStream, result: &result)
      }
      // The seed's stream, not the arm's: arms that differ in design have the same problems.
      let made = (0..<arm.sourceCount).map { index in
        designer.designedQuestion(
          arm.designs[index % arm.designs.count], index: index,
          stream: seedStream.child("designed", index))
      }
      result.questions += made
      return made.map(TrainingQuestion.init)
    case .majorityVoted:
      return try await majorityVoted(arm.sourceCount, base: base, stream: stream, result: &result)
    }
  }

  /// Returns fewer than `count` questions if the author has collapsed: a result, not an error.
  private func write(
    _ count: Int, with author: any Sampler, stream: RandomStream, result: inout ArmOutcome
  ) async throws -> [GeneratedQuestion] {
    let written: TeacherSample
    do {
      written = try await teacher.write(
        count, with: author, stream: stream.child("teacher"))
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

  /// Samples of the base student per question, and the range of agreement in which a question is
  /// neither too easy nor too hard (SeRL's settings).
  package static var votes: Int { 32 }
  private static var band: ClosedRange<Double> { 0.2...0.8 }
  /// Most rounds of writing; after these a short set is used as it is.
  package static var rounds: Int { 8 }

  /// Questions of the untrained teacher with the base student's majority answers.
  private func majorityVoted(
    _ count: Int, base: any Sampler, stream: RandomStream, result: inout ArmOutcome
  ) async throws -> [TrainingQuestion]? {
    let task = teacher.task
    let parameters = SamplingParameters(
      task.studentLimits, temperature: innerLoop.configuration.temperature)
    var kept: [TrainingQuestion] = []
    for round in 0..<Self.rounds where kept.count < count {
      let stream = stream.child("vote", round)
      let questions = try await write(count, with: base, stream: stream, result: &result).map(
        TrainingQuestion.init)
      // Fixed part size, so that the answers do not depend on the number of workers.
      let part = 16
      let parts = (questions.count + part - 1) / part
      let voted = try await innerLoop.engine.map(count: parts) { index in
        let range = index * part..<min((index + 1) * part, questions.count)
        let sampled = try await base.sample(
          range.map { position in
            SamplingRequest(
              prompt: task.studentPrompt(for: questions[position].question),
              streams: stream.family("question/\(position)/vote", 0..<Self.votes))
          }, parameters)
        let graded = try await task.grade(
          zip(questions[range], sampled.responses).map(GradingRequest.init))
        return (
          answers: graded.map { $0.map(\.answer) },
          tokens: sampled.responses.joined().reduce(0) { $0 + $1.tokens.count },
          flops: sampled.flops
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

  /// The most frequent boxed answer and its share of all samples. Ties go to the answer that comes
  /// first.
  ///
  /// - Parameter answers: one per sample, in canonical form; nil where nothing was boxed.
  package static func majority(of answers: [String?]) -> (answer: String, share: Double)? {
    let tally = answers.tally
    guard let most = tally.map(\.count).max(), let first = tally.first(where: { $0.count == most })
    else { return nil }
    return (first.answer, Double(most) / Double(answers.count))
  }

  private func capability<Capability>(
    _ capability: Capability.Type, for arm: ArmConfiguration, _ key: String
  ) throws -> Capability {
    guard let task = teacher.task as? Capability else {
      throw UserError(
        .configuration, place: "arms.\(arm.name).\(key)",
        "needs a task with \(Capability.self), and '\(teacher.task.name)' has none")
    }
    return task
  }
}
