public import Randomness
import Tokenization

/// A task that can draw easier problems than the hard ones, with true answers: the paper's curated
/// questions (arm source `curated`).
public protocol EasierProblems: ProblemTask {
  func easierProblem(using stream: inout RandomStream) -> TrainingQuestion

  /// What a teacher would write after ``ProblemTask/teacherPrompt`` to ask this problem, without the
  /// answer: [T]; nil if it has no such text.
  func teacherText(of problem: TrainingQuestion) -> [Int32]?
}

extension EasierProblems {
  /// The question's tokens, without the teacher's prompt if they begin with it.
  public func teacherText(of problem: TrainingQuestion) -> [Int32]? {
    guard let tokens = tokenizer.encodeLiterally(problem.question) else { return nil }
    return tokens.starts(with: teacherPrompt)
      ? Array(tokens.dropFirst(teacherPrompt.count)) : tokens
  }
}

/// A task that knows the right answer to any question (arm filters and corrected answers).
public protocol AnswerOracle: ProblemTask {
  /// Nil when the question is ill-posed or the oracle cannot tell.
  func trueAnswer(to question: String) -> String?
}

/// A task that can decide whether a question is well-posed (reward schemes `solve-rate` and a gated
/// `sum`).
public protocol QuestionValidator: ProblemTask {
  func isWellPosed(_ question: GeneratedQuestion) -> Bool
}

/// A task that makes questions to a design, to find out which properties of a question teach (arm
/// source `designed`).
public protocol QuestionDesigner: ProblemTask {
  /// - Parameters:
  ///   - index: the question's number, which selects the defect in turn.
  ///   - stream: the question's own. Designs that differ only in form or answer get the same
  ///     problem from the same stream.
  func designedQuestion(_ design: QuestionDesign, index: Int, stream: RandomStream)
    -> GeneratedQuestion

  /// A question of a form that is like the task's others in all else, with the answer of the problem
  /// behind it: right if the question is well-posed.
  ///
  /// - Parameters:
  ///   - lengths: numbers of operations, one drawn at random.
  ///   - index: selects the defect in turn.
  ///   - stream: the question's own.
  func plainQuestion(
    _ form: QuestionDesign.Form, lengths: [Int], index: Int, stream: RandomStream
  ) -> GeneratedQuestion

  /// A question with another answer to reward, as a document that nobody sampled.
  func question(_ question: String, answeredBy answer: String) -> GeneratedQuestion
}

/// A task whose teacher can write a question first and its answer in a second turn
/// (`teacher.turns: 2`).
public protocol TwoTurnTeaching: ProblemTask {
  /// Limits of the first turn, which ends with the question.
  var questionLimits: ResponseLimits { get }

  /// The teacher's prompt for the answer, after its question; nil if its text, prompt included, is
  /// not a question that can be answered.
  func answerPrompt(after question: [Int32]) -> [Int32]?
}

/// Pretraining stages, in order.
public enum PretrainingStage: String, Sendable, Codable, CaseIterable {
  /// Random words, repeated once. The model learns copying from context here within seconds; from
  /// the textbook alone it learns it late or not at all (docs/LAB-NOTES.md).
  case drill
  case textbook
  case web
}

/// A document to pretrain on.
public struct PretrainingDocument: Sendable, Hashable {
  /// [T]
  public let tokens: [Int32]
  /// Index of the first token of the solution: tokens before it have the question's loss weight.
  public let solutionStart: Int

  public init(tokens: [Int32], solutionStart: Int) {
    self.tokens = tokens
    self.solutionStart = solutionStart
  }
}

/// A task with a corpus, so that its base model can be pretrained from scratch.
public protocol PretrainingCorpus: ProblemTask {
  func pretrainingDocument(_ stage: PretrainingStage, using stream: inout RandomStream)
    -> PretrainingDocument
}

/// A task that labels questions by calculation, without a judge's errors.
public protocol ExactLabels: ProblemTask {
  /// Name and version of the classifier, stored with every label.
  var classifier: (name: String, version: Int) { get }

  /// Nil when the question is in a language that the task cannot read, so that nothing is known of it.
  func label(_ question: GeneratedQuestion) -> ExactLabel?
}

/// What a calculation finds about a question and its answer.
public struct ExactLabel: Sendable, Hashable {
  /// A way to a wrong answer.
  public enum Slip: String, Sendable, Hashable {
    /// A wrong rule that others follow too, such as a forgotten carry.
    case systematic
    /// One wrong digit.
    case digit
  }

  /// Whether the question has exactly one answer.
  public var isWellPosed: Bool
  /// For an ill-posed question: whether no further text could make it well-posed.
  public var isImpossible: Bool
  /// The kind of defect, in the task's words; `well-posed` if there is none.
  public var posedness: String
  /// Whether the question's own answer is right; false for ill-posed questions.
  public var isCorrect: Bool
  /// The kind of answer, in the task's words, such as `correct` or `one-digit-off`.
  public var answerKind: String
  /// For a wrong answer: how it came about, if that can be told.
  public var slip: Slip?
  /// The right answer; nil for ill-posed questions.
  public var verifiedAnswer: String?
  /// Operations from the question to its answer; 0 if it has none.
  public var operations: Int
  /// The question with its numbers replaced by their sizes, such as `ddd + dd`: equal for questions of
  /// one structure.
  public var structure: String
  /// Share of the features of hard problems that the question has, 0...1; nil if unknown.
  public var targetShare: Double?

  public init(
    isWellPosed: Bool, isImpossible: Bool = false, posedness: String, isCorrect: Bool,
    answerKind: String, slip: Slip? = nil, verifiedAnswer: String?, operations: Int,
    structure: String, targetShare: Double?
  ) {
    self.isWellPosed = isWellPosed
    self.isImpossible = isImpossible
    self.slip = slip
    self.posedness = posedness
    self.isCorrect = isCorrect
    self.answerKind = answerKind
    self.verifiedAnswer = verifiedAnswer
    self.operations = operations
    self.structure = structure
    self.targetShare = targetShare
  }
}

/// A task whose answers need no work to be written, so that the probability of a right response can be
/// calculated (`hardSet.by: probability`, `evaluation.exact`).
public protocol ShortAnswers: ProblemTask {
  /// The bare response with this answer: its tokens, and those of which one ends it. Other responses
  /// may be right too, so that its probability is a lower bound. Nil if it cannot be written.
  func shortestResponse(to question: String, answer: String) -> (
    tokens: [Int32], endings: [Int32]
  )?
}
