public import Worlds

/// Everything that is known about a generated question by itself: the verdict in the paper's
/// terms, and the finer kinds that it was made from.
public struct QuestionLabel: Sendable, Hashable, Codable {
  /// Name of the classifier.
  public let classifier: String
  /// Its version: labels of different versions are not to be compared.
  public let version: Int
  public let verdict: Verdict
  public let posedness: Posedness
  /// What the parser found, finer than `posedness`.
  public let diagnosis: QuestionDiagnosis.Kind
  /// How the form was lost, when the diagnosis is malformed.
  public let malformation: QuestionDiagnosis.Malformation?
  /// Defects that leave the question well-posed.
  public let notes: [QuestionDiagnosis.Note]
  /// See ``QuestionDiagnosis/duplicateChangesAnswer``.
  public let duplicateChangesAnswer: Bool?
  /// With misconceptions as the notion of a shared error: the world's own.
  public let answerKind: AnswerKind
  /// Whether the answer is wrong and is what all misconceptions together lead to.
  public let matchesMisconceptions: Bool
  public let solution: SolutionSummary
  public let structure: QuestionStructure

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

  /// With this student's own samples as the notion of a shared error.
  public func answerKind(measured shared: SharedAnswers) -> AnswerKind {
    AnswerKind(
      verdict: verdict, isShared: shared.isShared, slippedDigits: solution.slippedDigits)
  }

  public var isWellPosed: Bool { verdict.isWellPosed }
  public var isCorrect: Bool { verdict.isCorrect }
  public var errorType: ErrorType { verdict.errorType }
  /// What is wrong with the worked solution, whether or not its answer is right.
  public var solutionFaults: [SolutionVerification.Fault] { solution.faults }
  /// Whether a step of the solution has the wrong digits that a misconception gives.
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
  /// Of these, without a fault, judged by what the solution had reached.
  public let validSteps: Int
  /// Wrong digits that a misconception explains, counted where they are made.
  public let misconceivedDigits: Int
  /// Wrong digits that none explains, those of a miscopied given value or answer included.
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
