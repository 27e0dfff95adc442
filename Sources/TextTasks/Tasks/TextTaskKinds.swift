import Diagnostics
import Randomness
import Tasks
import Tokenization

/// The parts of a text task that its source of problems does not change.
protocol TextProblemTask: VerifiedTask, ShortAnswers {
  var core: TextTaskCore { get }
}

extension TextProblemTask {
  var name: String { TextTask.name }
  var tokenizer: any Tokenizer { core.format.tokenizer }
  var verifier: any Verifier { core.verifier }

  /// - Precondition: the tokenizer has tokens for the question, as for all that this task made, read
  ///   or parsed.
  func studentPrompt(for question: String) -> [Int32] {
    guard let prompt = core.format.studentPrompt(for: question) else {
      preconditionFailure("the tokenizer has no tokens for part of the question: \(question)")
    }
    return prompt
  }

  var studentLimits: ResponseLimits {
    core.format.studentStop.limits(core.format.configuration.studentTokens)
  }

  var teacherPrompt: [Int32] { core.format.teacherPrompt }

  var teacherLimits: ResponseLimits {
    core.format.teacherStop.limits(core.format.configuration.teacherTokens)
  }

  func parse(_ document: Rollout) -> GeneratedQuestion? { core.parse(document) }

  func canonical(_ answer: String) -> String? { core.verifier.canonical(answer) }

  func grade(_ requests: [GradingRequest]) async throws -> [[GradedResponse]] {
    try await core.grade(requests)
  }
}

/// Problems of a file.
protocol FileProblemTask: TextProblemTask {
  var problems: FileProblems { get }
}

extension FileProblemTask {
  func hardCandidates(
    _ count: Int, using stream: inout RandomStream
  ) -> [CandidateProblem] {
    problems.hardCandidates(count, using: &stream)
  }
}

/// Problems of a file with easier levels.
protocol LevelledFileProblemTask: FileProblemTask, EasierProblems {}

extension LevelledFileProblemTask {
  func easierProblem(using stream: inout RandomStream) -> TrainingQuestion {
    problems.easierProblem(using: &stream)
  }
}

/// The built-in arithmetic.
protocol ArithmeticProblemTask: TextProblemTask, EasierProblems, AnswerOracle, QuestionValidator,
  QuestionDesigner, ExactLabels
{
  var arithmetic: Arithmetic { get }
}

extension ArithmeticProblemTask {
  func hardCandidates(
    _ count: Int, using stream: inout RandomStream
  ) throws -> [CandidateProblem] {
    let candidates = try arithmetic.hardCandidates(count, using: &stream)
    for candidate in candidates {
      try core.format.check(candidate.question.question, at: "task.arithmetic.hard")
    }
    return candidates
  }

  func easierProblem(using stream: inout RandomStream) -> TrainingQuestion {
    arithmetic.easierProblem(using: &stream)
  }

  func trueAnswer(to question: String) -> String? { arithmetic.trueAnswer(to: question) }

  func isWellPosed(_ question: GeneratedQuestion) -> Bool {
    arithmetic.reading(of: question.question)?.posedness == .wellPosed
  }

  func designedQuestion(
    _ design: QuestionDesign, index: Int, stream: RandomStream
  ) -> GeneratedQuestion {
    let made = arithmetic.designedQuestion(design, index: index, stream: stream)
    return question(made.question, answeredBy: made.answer)
  }

  func plainQuestion(
    _ form: QuestionDesign.Form, lengths: [Int], index: Int, stream: RandomStream
  ) -> GeneratedQuestion {
    let made = arithmetic.plainQuestion(form, lengths: lengths, index: index, stream: stream)
    return question(made.question, answeredBy: made.answer)
  }

  func question(_ question: String, answeredBy answer: String) -> GeneratedQuestion {
    GeneratedQuestion(
      question: question, answer: answer, rollout: core.format.document(question, answer))
  }

  var classifier: (name: String, version: Int) { Arithmetic.classifier }

  func label(_ question: GeneratedQuestion) -> ExactLabel? { arithmetic.label(question) }
}

/// A text task whose documents tell where a question ends.
protocol TwoTurnTextTask: TextProblemTask, TwoTurnTeaching {}

extension TwoTurnTextTask {
  var questionLimits: ResponseLimits {
    (core.twoTurns?.questionRule ?? core.format.teacherStop)
      .limits(core.format.configuration.teacherTokens)
  }

  func answerPrompt(after question: [Int32]) -> [Int32]? {
    core.twoTurns?.answerPrompt(after: question, core.format)
  }
}

// Capabilities are protocols, so that each combination is a type.

struct FileTask: FileProblemTask {
  let core: TextTaskCore
  let problems: FileProblems
}

struct LevelledFileTask: LevelledFileProblemTask {
  let core: TextTaskCore
  let problems: FileProblems
}

struct ArithmeticTask: ArithmeticProblemTask {
  let core: TextTaskCore
  let arithmetic: Arithmetic
}

struct TwoTurnFileTask: FileProblemTask, TwoTurnTextTask {
  let core: TextTaskCore
  let problems: FileProblems
}

struct TwoTurnLevelledFileTask: LevelledFileProblemTask, TwoTurnTextTask {
  let core: TextTaskCore
  let problems: FileProblems
}

struct TwoTurnArithmeticTask: ArithmeticProblemTask, TwoTurnTextTask {
  let core: TextTaskCore
  let arithmetic: Arithmetic
}
