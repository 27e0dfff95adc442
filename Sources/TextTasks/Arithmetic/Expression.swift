/// An operation of the language of arithmetic.
enum Operator: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"

  init(_ operation: ArithmeticFamily.Operation) {
    switch operation {
    case .add: self = .add
    case .subtract: self = .subtract
    case .multiply: self = .multiply
    }
  }

  /// As the families name it; division is in none.
  var familyOperation: ArithmeticFamily.Operation? {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: nil
    }
  }

  var isProduct: Bool { self == .multiply || self == .divide }
}

/// A calculation with integers.
indirect enum Expression: Hashable, Sendable {
  case number(BigInteger)
  case negated(Expression)
  case binary(Operator, Expression, Expression)

  /// Terms with operations between them: products first, or from left to right.
  ///
  /// - Precondition: one more term than operations.
  init(_ terms: [BigInteger], _ operations: [Operator], leftToRight: Bool) {
    precondition(terms.count == operations.count + 1, "an operation between each two terms")
    var sum: (Expression, Operator)?
    var product = Expression.number(terms[0])
    for (operation, term) in zip(operations, terms.dropFirst()) {
      if leftToRight || operation.isProduct {
        product = .binary(operation, product, .number(term))
      } else {
        sum = (Self.joined(sum, product), operation)
        product = .number(term)
      }
    }
    self = Self.joined(sum, product)
  }

  private static func joined(_ sum: (Expression, Operator)?, _ term: Expression) -> Expression {
    sum.map { .binary($0.1, $0.0, term) } ?? term
  }

  enum Failure: Error {
    case divisionByZero
    /// A value of more than ``maximumDigits``.
    case tooLarge
  }

  /// Most digits of a value, numerator or denominator, along the way.
  static let maximumDigits = 2_000

  /// - Parameter apply: calculates a step.
  func value(
    _ apply: (Operator, Rational, Rational) throws(Failure) -> Rational = Self.exactly
  ) throws(Failure) -> Rational {
    switch self {
    case .number(let number): return Rational(number)
    case .negated(let operand): return -(try operand.value(apply))
    case .binary(let operation, let left, let right):
      let result = try apply(operation, try left.value(apply), try right.value(apply))
      guard result.size <= Self.maximumDigits else { throw .tooLarge }
      return result
    }
  }

  static func exactly(
    _ operation: Operator, _ left: Rational, _ right: Rational
  ) throws(Failure) -> Rational {
    switch operation {
    case .add: return left + right
    case .subtract: return left - right
    case .multiply: return left * right
    case .divide:
      guard !right.isZero else { throw .divisionByZero }
      return left / right
    }
  }

  /// The steps, in the order in which ``value(_:)`` takes them.
  var operations: [Operator] {
    switch self {
    case .number: []
    case .negated(let operand): operand.operations
    case .binary(let operation, let left, let right):
      left.operations + right.operations + [operation]
    }
  }

  /// The numbers from left to right.
  var numbers: [BigInteger] {
    switch self {
    case .number(let number): [number]
    case .negated(let operand): operand.numbers
    case .binary(_, let left, let right): left.numbers + right.numbers
    }
  }
}
