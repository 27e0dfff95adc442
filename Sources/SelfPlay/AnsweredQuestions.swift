import LanguageModel
import Randomness
import ReinforcementLearning
import Tasks

/// Plain questions with the answers that the base student gives them, so that an arm can pick those
/// whose answer has a success rate. The arms of a seed share them: every form and length is sampled
/// once, and arms that differ in reach alone pick from the same questions.
public actor AnsweredQuestions {
  /// Questions of one form and length, and samples of each.
  let questions: Int
  let samples: Int

  struct Answered: Sendable {
    let question: GeneratedQuestion
    /// Every answer that was given, with its share of all samples, in the order of first use. The
    /// samples themselves are not kept: there are hundreds of thousands.
    let answers: [(answer: String, share: Double)]

    init(_ question: GeneratedQuestion, _ rollouts: QuestionRollouts) {
      self.question = question
      answers = rollouts.answers.tally.map {
        ($0.answer, Double($0.count) / Double(rollouts.count))
      }
    }
  }

  struct Kind: Hashable {
    var form: QuestionDesign.Form
    var lengths: [Int]
  }

  private var made: [Kind: Task<[Answered], any Error>] = [:]

  public init(questions: Int = 1024, samples: Int = 256) {
    self.questions = questions
    self.samples = samples
  }

  func all(
    _ kind: Kind, make: @escaping @Sendable () async throws -> [Answered]
  ) async throws -> [Answered] {
    let task = made[kind] ?? Task { try await make() }
    made[kind] = task
    return try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      task.cancel()
    }
  }
}

extension ArmRunner {
  /// Questions to `arm`'s design whose rewarded answer the base student gives at a rate within the
  /// arm's reach, in the order of drawing; nil if there is none.
  func reachable(
    _ arm: ArmConfiguration, _ designer: any QuestionDesigner, base: any Sampler,
    seedStream: RandomStream, result: inout ArmOutcome
  ) async throws -> [TrainingQuestion]? {
    let design = arm.designs[0]
    let kind = AnsweredQuestions.Kind(form: design.form, lengths: design.lengths)
    let stream = seedStream.child("answered/\(design.form.rawValue)/\(design.lengths)")
    let sampling = CompletionSampling(
      task: teacher.task, engine: innerLoop.engine,
      temperature: innerLoop.configuration.temperature)
    let (count, samples) = (answers.questions, answers.samples)
    let all = try await answers.all(kind) {
      let questions = (0..<count).map { index in
        designer.plainQuestion(
          design.form, lengths: design.lengths, index: index,
          stream: stream.child("question", index))
      }
      let sampled = try await sampling.sample(
        [
          .init(
            model: base, questions: questions.map(TrainingQuestion.init),
            stream: stream.child("samples"))
        ], completions: samples)
      return zip(questions, sampled.rollouts[0]).map(AnsweredQuestions.Answered.init)
    }
    for (index, answered) in all.enumerated() where result.questions.count < arm.sourceCount {
      guard
        let (answer, rate) = rewarded(
          arm, answered, designer, index: index, stream: stream.child("other", index))
      else { continue }
      result.questions.append(designer.question(answered.question.question, answeredBy: answer))
      result.questionOutcomes.append(QuestionOutcome(solveRate: rate))
    }
    result.missingQuestions += arm.sourceCount - result.questions.count
    return result.questions.isEmpty ? nil : result.questions.map(TrainingQuestion.init)
  }

  /// The answer to reward and the base student's rate on it; nil if no answer is within reach. Of
  /// several wrong ones the most frequent, and of equals the first given.
  private func rewarded(
    _ arm: ArmConfiguration, _ answered: AnsweredQuestions.Answered,
    _ designer: any QuestionDesigner, index: Int, stream: RandomStream
  ) -> (answer: String, rate: Double)? {
    let design = arm.designs[0]
    let (low, high) = (arm.reach[0], arm.reach[1])
    let truth = design.form == .wellPosed ? answered.question.answer : nil
    func isTrue(_ answer: String) -> Bool {
      truth.map { designer.areEqual($0, answer) } ?? false
    }
    if design.answer == .correct {
      let rate = answered.answers.first { isTrue($0.answer) }?.share ?? 0
      return low...high ~= rate ? truth.map { ($0, rate) } : nil
    }
    let wrong = answered.answers.filter { !isTrue($0.answer) }
    if high == 0 {
      let other = designer.designedQuestion(
        QuestionDesign(answer: .random, lengths: design.lengths), index: index, stream: stream
      ).answer
      let isNew = !isTrue(other) && !wrong.contains { designer.areEqual($0.answer, other) }
      return isNew ? (other, 0) : nil
    }
    let within = wrong.filter { low...high ~= $0.share }
    guard let most = within.map(\.share).max() else { return nil }
    return within.first { $0.share == most }.map { ($0.answer, $0.share) }
  }
}
