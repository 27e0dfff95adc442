public import Worlds

/// Whether a question is well-posed, and if not, why. Finer than the paper's two kinds of ill-posed
/// questions, each of which is a family here.
public enum Posedness: String, Sendable, Codable, CaseIterable {
  case wellPosed
  /// The asked name, or a name that the answer depends on, is never defined.
  case undefinedName
  /// No value is given, so that the chain has no start.
  case missingQuantity
  /// Nothing is asked.
  case noQuestion
  /// Two definitions give a name different values, and the answer depends on which holds.
  case duplicateDefinition
  /// A name is stated to have a value, and another value is stated or follows for it.
  case contradiction
  /// Names are defined by each other, and several values satisfy the definitions.
  case cycle
  /// Names are defined by each other, and no values satisfy the definitions.
  case noSolution
  /// The question does not fit the form.
  case malformed

  public enum Family: String, Sendable, Codable, CaseIterable {
    case wellPosed
    /// Something is missing or left open: more text could make the question well-posed.
    case ambiguous
    /// The statements contradict each other: more text could not make it well-posed.
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
