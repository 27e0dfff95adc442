import Tasks

// The arithmetic's own kinds in the terms that labels of all tasks share.

extension ArithmeticPosedness {
  /// Whether no further text could make the question well-posed.
  var isImpossible: Bool {
    switch self {
    case .divisionByZero, .notAnInteger, .impossible, .contradiction: true
    case .wellPosed, .incomplete, .missingOperator, .unbalanced, .undefinedSymbol, .noOperation,
      .severalQuestions, .noQuestion:
      false
    }
  }
}

extension ArithmeticAnswerKind {
  var slip: ExactLabel.Slip? {
    switch self {
    case .droppedCarry, .wrongOperation: .systematic
    case .oneDigitOff: .digit
    case .undecidable, .correct, .wrongSign, .operandRepeated, .reversed, .near, .other: nil
    }
  }
}

extension TextTask {
  /// The name under which the built-in arithmetic's labels are stored.
  public static var classifierName: String { Arithmetic.classifier.name }
}
