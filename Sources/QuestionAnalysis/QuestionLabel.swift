public import Worlds

/// Everything known about a generated question by itself: the verdict in the paper's terms, and the
/// finer kinds behind it.
public struct QuestionLabel: Sendable, Hashable, Codable {
  /// Name of the classifier.
  public let classifier: String
  /// Its version; do not compare labels of different versions.
  public let version: Int
  public let verdict: Verdict
  public let posedness: Posedness
  /// What the parser found, finer than `posedness`.
  public let diagnosis: QuestionDiagnosis.Kind
  /// How the question is malformed, if the diagnosis is malformed.
  public let malformation: QuestionDiagnosis.Malformation?
  /// Defects that leave the question well-posed.
  public let notes: [QuestionDiagnosis.Note]
  /// See ``QuestionDiagnosis/duplicateChangesAnswer``.
  public let duplicateChangesAnswer: Bool?
  /// The kind of answer; shared errors are those of the world's misconceptions.
  public let answerKind: AnswerKind
  /// Whether the answer is wrong and equals the result of all misconceptions together.
  public let matchesMisconceptions: Bool
  public let solution: SolutionSummary
  public let structure: QuestionStructure
  /// Numbers for `soar analyze` beside those that follow from the rest.
  public var measures: [QuestionFeature: Double] = [:]

  public init(
    classifier: String, version: Int, verdict: Verdict, posedness: Posedness,
    diagnosis: QuestionDiagnosis, matchesMisconceptions: Bool, solution: SolutionSummary,
    structure: QuestionStructure
  ) {
    self.classifier = classifier
    self.version = version
    self.verdict = verdict
    self.posedness = posedness
    self.diagnosis = diagnosis.kind
    malformation = diagnosis.malformation
    notes = diagnosis.notes
    duplicateChangesAnswer = diagnosis.duplicateChangesAnswer
    self.matchesMisconceptions = matchesMisconceptions
    answerKind = AnswerKind(
      verdict: verdict, isShared: matchesMisconceptions, slippedDigits: solution.slippedDigits)
    self.solution = solution
    self.structure = structure
  }

  /// The kind of answer; shared errors are those of this student's own samples.
  public func answerKind(measured shared: SharedAnswers) -> AnswerKind {
    AnswerKind(
      verdict: verdict, isShared: shared.isShared, slippedDigits: solution.slippedDigits)
  }

  public var isWellPosed: Bool { verdict.isWellPosed }
  public var isCorrect: Bool { verdict.isCorrect }
  public var errorType: ErrorType { verdict.errorType }
  /// What is wrong with the worked solution, whether or not its answer is right.
  public var solutionFaults: [SolutionVerification.Fault] { solution.faults }
  /// Whether a step of the solution has the wrong digits of a misconception.
  public var showsMisconception: Bool { solution.showsMisconception }
  /// Operations on the way to the answer; nil when the question is ill-posed.
  public var operationsNeeded: Int? { structure.operationsNeeded }
  /// Share of the question's definitions that use a target operation, 0...1.
  public var targetShare: Double { structure.targetShare }
}

/// The worked solution in numbers.
public struct SolutionSummary: Sendable, Hashable, Codable {
  public let faults: [SolutionVerification.Fault]
  public let showsMisconception: Bool
  /// Definitions worked.
  public let steps: Int
  /// Definitions worked without a fault, judged by what the solution had reached.
  public let validSteps: Int
  /// Wrong digits that a misconception explains, counted where they first occur.
  public let misconceivedDigits: Int
  /// Wrong digits that no misconception explains, including those of a miscopied given value or
  /// answer.
  public let slippedDigits: Int

  public init(_ verification: SolutionVerification) {
    faults = verification.faults
    showsMisconception = verification.steps.contains(where: \.isMisconception)
    steps = verification.workedCount
    validSteps = verification.validWorkedCount
    misconceivedDigits = verification.misconceivedDigits
    slippedDigits = verification.slippedDigits
  }
}
