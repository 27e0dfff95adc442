/// Wrong values that misconceptions lead to.
enum Slips {
  /// Most numbers of a question, and most digits of each, for which slips are looked for.
  static let maximumNumbers = 16
  static let maximumDigits = 20

  /// The value of someone who never carries or borrows: of each column but the highest only the last
  /// digit is written, the smaller digit is taken from the larger, and partial products of several
  /// digits are added up unshifted. Nil for divisions and numbers too long.
  static func withoutCarries(_ expression: Expression) -> BigInteger? {
    guard isInReach(expression) else { return nil }
    let value = try? expression.value { (operation, left, right) throws(Expression.Failure) in
      guard let slipped = withoutCarries(operation, left, right) else { throw .tooLarge }
      return Rational(slipped)
    }
    return value?.numerator
  }

  /// The values of those who drop a carry or a borrow in one step, or all of them in it or in every
  /// step.
  static func droppedCarries(_ expression: Expression) -> Set<BigInteger> {
    guard isInReach(expression) else { return [] }
    var values = Set<BigInteger>()
    if let value = withoutCarries(expression) { values.insert(value) }
    for changed in oneStepOff(expression) {
      if let value = try? changed.value(), value.isInteger { values.insert(value.numerator) }
    }
    return values
  }

  /// The values with one operation, or all, replaced by another, where every step's value is an
  /// integer.
  static func otherOperations(_ expression: Expression) -> Set<BigInteger> {
    guard isInReach(expression) else { return [] }
    var values = Set<BigInteger>()
    func insert(_ changed: Expression) {
      let value = try? changed.value { (operation, left, right) throws(Expression.Failure) in
        let value = try Expression.exactly(operation, left, right)
        guard value.isInteger else { throw .tooLarge }
        return value
      }
      guard let value else { return }
      values.formUnion([value.numerator, BigInteger(value.numerator.magnitude)])
    }
    for operation in Operator.allCases {
      insert(expression.replacingAll(by: operation))
      for changed in expression.replacingOne(by: operation) { insert(changed) }
    }
    return values
  }

  private static func isInReach(_ expression: Expression) -> Bool {
    let numbers = expression.numbers
    return numbers.count <= maximumNumbers
      && numbers.allSatisfy { $0.magnitude.digits.count <= maximumDigits }
  }

  // MARK: - Steps

  private static func withoutCarries(
    _ operation: Operator, _ left: Rational, _ right: Rational
  ) -> BigInteger? {
    guard left.isInteger, right.isInteger, !left.numerator.isNegative, !right.numerator.isNegative
    else { return nil }
    let (a, b) = columns(left.numerator, right.numerator)
    switch operation {
    case .add: return written(zip(a, b).map { $0 + $1 })
    case .subtract: return number(zip(a, b).map { UInt8(abs(Int($0) - Int($1))) })
    case .multiply:
      let (one, other) = (left.numerator.magnitude.digits, right.numerator.magnitude.digits)
      if one.count == 1 || other.count == 1 {
        let (digits, factor) = other.count == 1 ? (one, other[0]) : (other, one[0])
        return written(digits.map { $0 * factor })
      }
      let parts = other.map { BigInteger(left.numerator.magnitude * BigNatural(Int($0))) }
      return parts.reduce(.zero, +)
    case .divide: return nil
    }
  }

  /// The expression with one step replaced by a wrong value of it.
  private static func oneStepOff(_ expression: Expression) -> [Expression] {
    guard case .binary(let operation, let left, let right) = expression else {
      if case .negated(let operand) = expression { return oneStepOff(operand).map { .negated($0) } }
      return []
    }
    var changed =
      oneStepOff(left).map { Expression.binary(operation, $0, right) }
      + oneStepOff(right).map { Expression.binary(operation, left, $0) }
    if let one = try? left.value(), let other = try? right.value() {
      changed += slips(operation, one, other).map { .number($0) }
    }
    return changed
  }

  private static func slips(
    _ operation: Operator, _ left: Rational, _ right: Rational
  ) -> [BigInteger] {
    guard let whole = withoutCarries(operation, left, right) else { return [] }
    var slips = [whole]
    guard operation == .add || operation == .subtract,
      let value = try? Expression.exactly(operation, left, right), !value.numerator.isNegative
    else { return slips }
    let isSum = operation == .add
    let (a, b) = columns(left.numerator, right.numerator)
    var carry = 0
    for (place, (top, bottom)) in zip(a, b).reversed().enumerated() {
      let column = isSum ? Int(top) + Int(bottom) + carry : Int(top) - Int(bottom) - carry
      carry = isSum ? column / 10 : (column < 0 ? 1 : 0)
      guard carry > 0 else { continue }
      let unit = BigInteger(BigNatural.powerOfTen(place + 1))
      slips.append(isSum ? value.numerator - unit : value.numerator + unit)
    }
    return slips
  }

  /// Digits of both, from the highest place of the longer.
  private static func columns(_ left: BigInteger, _ right: BigInteger) -> ([UInt8], [UInt8]) {
    let (a, b) = (left.magnitude.digits, right.magnitude.digits)
    let width = max(a.count, b.count)
    func padded(_ digits: [UInt8]) -> [UInt8] {
      [UInt8](repeating: 0, count: width - digits.count) + digits
    }
    return (padded(a), padded(b))
  }

  /// The number that the last digits of columns make, after the whole value of the highest.
  private static func written(_ columns: [UInt8]) -> BigInteger {
    number([columns[0] / 10] + columns.map { $0 % 10 })
  }

  private static func number(_ digits: [UInt8]) -> BigInteger {
    BigInteger(BigNatural(digits: digits))
  }
}

extension Expression {
  fileprivate func replacingAll(by operation: Operator) -> Expression {
    switch self {
    case .number: self
    case .negated(let operand): .negated(operand.replacingAll(by: operation))
    case .binary(_, let left, let right):
      .binary(operation, left.replacingAll(by: operation), right.replacingAll(by: operation))
    }
  }

  fileprivate func replacingOne(by other: Operator) -> [Expression] {
    switch self {
    case .number: []
    case .negated(let operand): operand.replacingOne(by: other).map { .negated($0) }
    case .binary(let operation, let left, let right):
      (operation == other ? [] : [.binary(other, left, right)])
        + left.replacingOne(by: other).map { .binary(operation, $0, right) }
        + right.replacingOne(by: other).map { .binary(operation, left, $0) }
    }
  }
}
