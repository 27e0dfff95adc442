/// How an answer relates to the right one: the first kind that fits, in this order.
enum ArithmeticAnswerKind: String, Sendable, CaseIterable {
  /// The question is ill-posed, so that no answer is right or wrong.
  case undecidable
  case correct
  /// The right size with the wrong sign.
  case wrongSign = "wrong-sign"
  /// A carry or borrow dropped, in one step or throughout: the classic misconception.
  case droppedCarry = "dropped-carry"
  /// The value with one operation, or all, replaced by another.
  case wrongOperation = "wrong-operation"
  /// A number of the question.
  case operandRepeated = "operand-repeated"
  /// The right digits from last to first.
  case reversed
  /// The right number of digits, one of them wrong.
  case oneDigitOff = "one-digit-off"
  /// Within a tenth of the right answer.
  case near
  case other

  /// - Parameters:
  ///   - answer: nil if it is no number.
  ///   - isCorrect: by the verifier.
  init(_ answer: Rational?, to reading: ArithmeticReading, isCorrect: Bool) {
    guard let expression = reading.expression, let value = reading.value else {
      self = .undecidable
      return
    }
    if isCorrect {
      self = .correct
      return
    }
    guard let answer else {
      self = .other
      return
    }
    let number = answer.isInteger ? answer.numerator : nil
    self =
      if answer == -value {
        .wrongSign
      } else if let number, Slips.droppedCarries(expression).contains(number) {
        .droppedCarry
      } else if let number, Slips.otherOperations(expression).contains(number) {
        .wrongOperation
      } else if let number, expression.numbers.contains(number) {
        .operandRepeated
      } else if let number, value.isInteger, Self.isReversed(number, value.numerator) {
        .reversed
      } else if let number, value.isInteger, Self.wrongDigits(number, value.numerator) == 1 {
        .oneDigitOff
      } else if (answer - value).magnitude * Rational(10) <= value.magnitude {
        .near
      } else {
        .other
      }
  }

  private static func isReversed(_ answer: BigInteger, _ value: BigInteger) -> Bool {
    answer.isNegative == value.isNegative
      && answer.magnitude == BigNatural(digits: value.magnitude.digits.reversed())
  }

  /// Nil if the numbers differ in length or sign.
  private static func wrongDigits(_ answer: BigInteger, _ value: BigInteger) -> Int? {
    let (one, other) = (answer.magnitude.digits, value.magnitude.digits)
    guard answer.isNegative == value.isNegative, one.count == other.count else { return nil }
    return zip(one, other).count { $0 != $1 }
  }
}
