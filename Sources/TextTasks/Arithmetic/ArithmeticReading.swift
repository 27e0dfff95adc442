/// Whether an arithmetic question has exactly one answer, and if not, why.
enum ArithmeticPosedness: String, Error, Sendable, CaseIterable {
  case wellPosed = "well-posed"
  /// A number is missing: `3 +`, or a story of some apples.
  case incomplete
  /// Two numbers without an operation between them: `3 4`.
  case missingOperator = "missing-operator"
  /// A parenthesis is not closed, or closed twice.
  case unbalanced
  /// Something stands for a number that is nowhere given: `3 + x`, or pears in a story of apples.
  case undefinedSymbol = "undefined-symbol"
  case divisionByZero = "division-by-zero"
  /// The value is not an integer, and the verifier reads integers only.
  case notAnInteger = "not-an-integer"
  /// A number alone: a question whose answer it states itself.
  case noOperation = "no-operation"
  /// Two or more questions at once.
  case severalQuestions = "several-questions"
  /// A story that asks nothing.
  case noQuestion = "no-question"
  /// A story that gives away more than there is.
  case impossible
  /// A story that states a number twice.
  case contradiction
}

/// What reading a question found.
struct ArithmeticReading: Sendable {
  var posedness: ArithmeticPosedness
  /// Only of well-posed questions.
  var expression: Expression?
  var value: Rational?
  /// The question with its numbers as sizes, such as `ddd + dd`.
  var structure: String

  static func illPosed(_ defect: ArithmeticPosedness, _ structure: String) -> Self {
    ArithmeticReading(posedness: defect, structure: structure)
  }

  /// `ddd` for a number of three digits.
  static func size(_ digits: Int) -> String {
    digits <= 12 ? String(repeating: "d", count: digits) : "d{\(digits)}"
  }

  /// Longest question that is read, in bytes.
  static let maximumBytes = 2_000

  /// Reads a question in the language of the built-in arithmetic.
  ///
  /// - Parameter integersOnly: whether an answer must be an integer.
  /// - Returns: nil if the question is in another language.
  init?(_ question: String, integersOnly: Bool) {
    guard question.utf8.count <= Self.maximumBytes else { return nil }
    guard var reading = ExpressionReader.read(question) ?? StoryReader.read(question) else {
      return nil
    }
    if let expression = reading.expression, reading.posedness == .wellPosed {
      do throws(Expression.Failure) {
        let value = try expression.value()
        if integersOnly, !value.isInteger {
          reading = .illPosed(.notAnInteger, reading.structure)
        } else {
          reading.value = value
        }
      } catch {
        switch error {
        case .divisionByZero: reading = .illPosed(.divisionByZero, reading.structure)
        case .tooLarge: return nil
        }
      }
    }
    self = reading
  }

  init(
    posedness: ArithmeticPosedness, expression: Expression? = nil, value: Rational? = nil,
    structure: String
  ) {
    self.posedness = posedness
    self.expression = expression
    self.value = value
    self.structure = structure
  }
}
