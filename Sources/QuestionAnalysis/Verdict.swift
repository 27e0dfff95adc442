/// The five error types of the SOAR paper's judge (arXiv 2601.18778, appendix C.4), named as in its
/// JSON.
public enum ErrorType: String, Sendable, Codable, CaseIterable {
  /// Well-posed, and the answer is right.
  case none = "None"
  /// Well-posed; every step is right, but wrong digits make the answer wrong.
  case arithmetic = "Arithmetic"
  /// Well-posed; the answer is wrong because a step is missing, out of place or made up.
  case logicalFallacy = "Logical_Fallacy"
  /// Impossible: the question's statements contradict each other, or are defined by each other.
  case illPosed = "Ill_Posed"
  /// The question lacks a definition, a value, a question or a readable form, or leaves open which
  /// of two definitions holds.
  case ambiguous = "Ambiguous"
}

/// A judge's verdict on a question and its proposed answer, coded as the paper's JSON:
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

  /// Maps the refined labels to the paper's terms: the table of `docs/labels.md`, row by row.
  ///
  /// - Parameters:
  ///   - isCorrect: whether the proposed answer is right; ignored if the question is ill-posed.
  ///   - onlyDigitsAreWrong: whether the solution's only faults are wrong digits.
  public init(
    _ posedness: Posedness, isCorrect: Bool, onlyDigitsAreWrong: Bool, verifiedAnswer: String?
  ) {
    let errorType: ErrorType =
      switch posedness.family {
      case .wellPosed: isCorrect ? .none : onlyDigitsAreWrong ? .arithmetic : .logicalFallacy
      case .impossible: .illPosed
      case .ambiguous, .malformed: .ambiguous
      }
    self.init(
      isWellPosed: posedness == .wellPosed, isCorrect: errorType == .none, errorType: errorType,
      verifiedAnswer: posedness == .wellPosed ? verifiedAnswer : nil)
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
