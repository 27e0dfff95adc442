public import Worlds

/// Whether a question is well-posed, and if not, why not: finer than the paper's two kinds of
/// ill-posed questions, each of which is a family here.
public enum Posedness: String, Sendable, Codable, CaseIterable {
  case wellPosed
  /// A name that the answer depends on, or the one asked for, is nowhere defined.
  case undefinedName
  /// No value is given, so that the chain hangs in the air.
  case missingQuantity
  /// Nothing is asked.
  case noQuestion
  /// Two definitions give a name different values, and the answer depends on which holds.
  case duplicateDefinition
  /// A name is stated to have a value, and another value is stated or follows for it.
  case contradiction
  /// Names are defined by each other, and several values would do.
  case cycle
  /// Names are defined by each other, and no values would do.
  case noSolution
  /// The form is lost.
  case malformed

  public enum Family: String, Sendable, Codable, CaseIterable {
    case wellPosed
    /// Something is missing or left open: more text could make the question well-posed.
    case ambiguous
    /// The statements exclude each other: more text could not.
    case impossible
    case malformed
  }

  public var family: Family {
    switch self {
    case .wellPosed: .wellPosed
    case .undefinedName, .missingQuantity, .noQuestion, .duplicateDefinition: .ambiguous
    case .contradiction, .cycle, .noSolution: .impossible
    case .malformed: .malformed
    }
  }

  public init(_ diagnosis: QuestionDiagnosis) {
    self =
      switch diagnosis.kind {
      case .wellPosed: .wellPosed
      case .undefinedParent, .undefinedAsked: .undefinedName
      case .missingGiven: .missingQuantity
      case .noQuestion: .noQuestion
      // The parser reports only what changes the answer; a second definition that agrees is a note.
      case .duplicateDefinition: .duplicateDefinition
      case .contradiction: .contradiction
      case .cycle: diagnosis.cycleHasSolution == false ? .noSolution : .cycle
      case .malformed: .malformed
      }
  }
}
