import Diagnostics
import LanguageModel
import Randomness
import ReinforcementLearning
import Tasks

extension ArmRunner {
  /// Samples of the base student per question, for its majority answers.
  package static var answerSamples: Int { 64 }

  /// The questions with the answers that the arm rewards instead of their own; the cost of finding
  /// those is added to `result`.
  ///
  /// - Parameter stream: of the questions, so that arms on one question set get the same answers.
  func answered(
    _ questions: [TrainingQuestion], for arm: ArmConfiguration, base: any Sampler,
    stream: RandomStream, result: inout ArmOutcome
  ) async throws -> [TrainingQuestion] {
    switch arm.answers {
    case .own, .corrected: return questions
    case .shuffled:
      // A rotation of a random order gives no question its own answer, unless answers repeat.
      var stream = stream.child("shuffled-answers")
      let order = stream.shuffled(Array(questions.indices))
      var dealt = questions
      for (place, index) in order.enumerated() {
        dealt[index] = TrainingQuestion(
          question: questions[index].question,
          answer: questions[order[(place + 1) % order.count]].answer)
      }
      return dealt
    case .majority, .otherMajority:
      let sampled = try await CompletionSampling(
        task: teacher.task, engine: innerLoop.engine,
        temperature: innerLoop.configuration.temperature
      ).sample(
        [.init(model: base, questions: questions, stream: stream.child("majority-answers"))],
        completions: Self.answerSamples)
      result.teacherSampledTokens += sampled.sampledTokens
      result.teacherFLOPs += sampled.flops
      return zip(questions, sampled.rollouts[0]).compactMap { question, rollouts in
        let answers =
          arm.answers == .majority
          ? rollouts.answers
          : rollouts.answers.map { answer in
            answer.flatMap { teacher.task.areEqual($0, question.answer) ? nil : $0 }
          }
        return Self.majority(of: answers).map {
          TrainingQuestion(question: question.question, answer: $0.answer)
        }
      }
    }
  }
}
