/// An integer of any size.
struct BigInteger: Hashable, Comparable, Sendable {
  /// Never set for zero.
  let isNegative: Bool
  let magnitude: BigNatural

  init(_ magnitude: BigNatural, isNegative: Bool = false) {
    self.magnitude = magnitude
    self.isNegative = isNegative && !magnitude.isZero
  }

  init(_ value: Int) {
    precondition(value > .min, "a literal in reach")
    self.init(BigNatural(abs(value)), isNegative: value < 0)
  }

  static let zero = BigInteger(0)

  var isZero: Bool { magnitude.isZero }

  /// Decimal notation, such as `-12`.
  var text: String { (isNegative ? "-" : "") + magnitude.text }

  static prefix func - (value: Self) -> Self {
    BigInteger(value.magnitude, isNegative: !value.isNegative)
  }

  static func < (one: Self, other: Self) -> Bool {
    if one.isNegative != other.isNegative { return one.isNegative }
    return one.isNegative ? other.magnitude < one.magnitude : one.magnitude < other.magnitude
  }

  static func + (one: Self, other: Self) -> Self {
    if one.isNegative == other.isNegative {
      return BigInteger(one.magnitude + other.magnitude, isNegative: one.isNegative)
    }
    return one.magnitude < other.magnitude
      ? BigInteger(other.magnitude - one.magnitude, isNegative: other.isNegative)
      : BigInteger(one.magnitude - other.magnitude, isNegative: one.isNegative)
  }

  static func - (one: Self, other: Self) -> Self { one + -other }

  static func * (one: Self, other: Self) -> Self {
    BigInteger(
      one.magnitude * other.magnitude, isNegative: one.isNegative != other.isNegative)
  }
}
