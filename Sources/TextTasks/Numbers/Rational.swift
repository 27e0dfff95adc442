/// A fraction in lowest terms.
struct Rational: Hashable, Sendable {
  let numerator: BigInteger
  /// Positive.
  let denominator: BigNatural

  /// - Precondition: the denominator is not zero.
  init(_ numerator: BigInteger, over denominator: BigNatural = .one) {
    precondition(!denominator.isZero, "a denominator is not zero")
    guard denominator != .one else {
      (self.numerator, self.denominator) = (numerator, denominator)
      return
    }
    let divisor = BigNatural.greatestCommonDivisor(numerator.magnitude, denominator)
    self.numerator = BigInteger(
      numerator.magnitude.quotientAndRemainder(dividingBy: divisor).quotient,
      isNegative: numerator.isNegative)
    self.denominator = denominator.quotientAndRemainder(dividingBy: divisor).quotient
  }

  init(_ value: Int) { self.init(BigInteger(value)) }

  /// The number that a finite value's shortest decimal notation writes: 0.1 is a tenth here, and not
  /// the double next to it.
  ///
  /// - Precondition: the value is finite.
  init(decimal value: Double) {
    guard let read = Rational(reading: "\(value)") else {
      preconditionFailure("a finite value is a decimal number")
    }
    self = read
  }

  var isInteger: Bool { denominator == .one }
  var isZero: Bool { numerator.isZero }

  /// `-3/4`, or `12` without a denominator.
  var text: String { isInteger ? numerator.text : "\(numerator.text)/\(denominator.text)" }

  /// Decimal notation such as `-0.75` if it is finite; otherwise as ``text``.
  var decimalText: String {
    var rest = denominator
    var places = 0
    for prime in [2, 5].map(BigNatural.init) {
      var power = 0
      while true {
        let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: prime)
        guard remainder.isZero else { break }
        rest = quotient
        power += 1
      }
      places = max(places, power)
    }
    guard rest == .one, places > 0 else { return text }
    let scaled = numerator.magnitude * BigNatural.powerOfTen(places)
    var digits = scaled.quotientAndRemainder(dividingBy: denominator).quotient.digits
    digits = [UInt8](repeating: 0, count: max(0, places + 1 - digits.count)) + digits
    let written = digits.map { $0 + 0x30 }
    return (numerator.isNegative ? "-" : "")
      + String(decoding: written.dropLast(places) + [0x2E] + written.suffix(places), as: UTF8.self)
  }

  /// Decimal digits of the longer of both parts.
  var size: Int { max(numerator.magnitude.digits.count, denominator.digits.count) }

  var magnitude: Rational { Rational(lowest: BigInteger(numerator.magnitude), denominator) }

  private init(lowest numerator: BigInteger, _ denominator: BigNatural) {
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  static prefix func - (value: Self) -> Self {
    Rational(lowest: -value.numerator, value.denominator)
  }

  static func + (one: Self, other: Self) -> Self {
    Rational(
      one.numerator * BigInteger(other.denominator) + other.numerator * BigInteger(one.denominator),
      over: one.denominator * other.denominator)
  }

  static func - (one: Self, other: Self) -> Self { one + -other }

  static func * (one: Self, other: Self) -> Self {
    Rational(one.numerator * other.numerator, over: one.denominator * other.denominator)
  }

  /// - Precondition: the divisor is not zero.
  static func / (one: Self, other: Self) -> Self {
    Rational(
      one.numerator
        * BigInteger(other.denominator, isNegative: other.numerator.isNegative),
      over: one.denominator * other.numerator.magnitude)
  }

  static func <= (one: Self, other: Self) -> Bool {
    one.numerator * BigInteger(other.denominator)
      <= other.numerator * BigInteger(one.denominator)
  }
}
