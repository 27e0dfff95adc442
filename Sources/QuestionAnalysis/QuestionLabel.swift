public import Worlds

/// The five error types of the SOAR paper's judge (arXiv 2601.18778, appendix C.4), by the names
/// that its JSON has.
public enum ErrorType: String, Sendable, Codable, CaseIterable {
  /// Well-posed, and the answer is right.
  case none = "None"
  /// Well-posed; the answer is wrong although every step is a right one: digits are.
  case arithmetic = "Arithmetic"
  /// Well-posed; the answer is wrong because a step is missing, out of place or made up.
  case logicalFallacy = "Logical_Fallacy"
  /// The question's statements exclude each other, or are defined by each other.
  case illPosed = "Ill_Posed"
  /// The question lacks a definition, a value, a question or a readable form.
  case ambiguous = "Ambiguous"
}

/// What any judge says of a question with its proposed answer, coded as the paper's JSON:
/// `is_well_posed`, `is_correct`, `error_type`, `verified_answer`.
public struct Verdict: Sendable, Hashable, Codable {
  /// Whether the question is complete and has an answer; nothing missing is ever assumed.
  public let isWellPosed: Bool
  /// Whether the proposed answer is right; false when the question is ill-posed.
  public let isCorrect: Bool
  public let errorType: ErrorType
  /// The right answer, as written; nil (`null`) when the question is ill-posed.
  public let verifiedAnswer: String?

  public init(
    isWellPosed: Bool, isCorrect: Bool, errorType: ErrorType, verifiedAnswer: String?
  ) {
    self.isWellPosed = isWellPosed
    self.isCorrect = isCorrect
    self.errorType = errorType
    self.verifiedAnswer = verifiedAnswer
  }

  private enum CodingKeys: String, CodingKey {
    case isWellPosed = "is_well_posed"
    case isCorrect = "is_correct"
    case errorType = "error_type"
    case verifiedAnswer = "verified_answer"
  }

  /// Writes all four keys, `null` included.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(isWellPosed, forKey: .isWellPosed)
    try container.encode(isCorrect, forKey: .isCorrect)
    try container.encode(errorType, forKey: .errorType)
    try container.encode(verifiedAnswer, forKey: .verifiedAnswer)
  }
}

/// How a proposed answer stands to the right one.
public enum AnswerKind: String, Sendable, Codable, CaseIterable {
  case correct
  /// Wrong, and what anyone arrives at who holds all of the world's misconceptions: an error that
  /// a student shares.
  case wrongShared
  /// Wrong in a way of its own.
  case wrongOther
  /// The question is ill-posed, so that no answer is right or wrong.
  case undecidable
}

/// Everything that is known about a generated question: the verdict in the paper's terms, and the
/// finer kinds that it was made from.
public struct QuestionLabel: Sendable, Hashable, Codable {
  /// Name of the classifier.
  public let classifier: String
  /// Its version: labels of different versions are not to be compared.
  public let version: Int
  public let verdict: Verdict
  /// What the question is, exactly.
  public let diagnosis: QuestionDiagnosis.Kind
  /// How the form was lost, when the diagnosis is malformed.
  public let malformation: QuestionDiagnosis.Malformation?
  /// Defects that leave the question well-posed.
  public let notes: [QuestionDiagnosis.Note]
  /// See ``QuestionDiagnosis/duplicateChangesAnswer``.
  public let duplicateChangesAnswer: Bool?
  public let answerKind: AnswerKind
  /// What is wrong with the worked solution, whether or not its answer is right.
  public let solutionFaults: [SolutionVerification.Fault]
  /// Whether a step of the solution has the wrong digits that a misconception gives.
  public let showsMisconception: Bool
  public let structure: QuestionStructure

  public init(
    classifier: String, version: Int, verdict: Verdict, diagnosis: QuestionDiagnosis.Kind,
    malformation: QuestionDiagnosis.Malformation?, notes: [QuestionDiagnosis.Note],
    duplicateChangesAnswer: Bool?, answerKind: AnswerKind,
    solutionFaults: [SolutionVerification.Fault], showsMisconception: Bool,
    structure: QuestionStructure
  ) {
    self.classifier = classifier
    self.version = version
    self.verdict = verdict
    self.diagnosis = diagnosis
    self.malformation = malformation
    self.notes = notes
    self.duplicateChangesAnswer = duplicateChangesAnswer
    self.answerKind = answerKind
    self.solutionFaults = solutionFaults
    self.showsMisconception = showsMisconception
    self.structure = structure
  }

  public var isWellPosed: Bool { verdict.isWellPosed }
  public var isCorrect: Bool { verdict.isCorrect }
  public var errorType: ErrorType { verdict.errorType }
  /// Operations on the way to the answer; nil when the question is ill-posed.
  public var operationsNeeded: Int? { structure.operationsNeeded }
  /// Share of the question's definitions that use a target operation, 0...1.
  public var targetShare: Double { structure.targetShare }
}
