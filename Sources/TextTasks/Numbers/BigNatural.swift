/// A natural number of any size: answers and calculations are exact, and texts from models may hold
/// numbers far beyond `Int`. Schoolbook algorithms: callers bound the digits.
struct BigNatural: Hashable, Comparable, Sendable {
  /// Nine decimal digits each, least first, without zeros at the end: reading and writing decimals
  /// takes no division.
  private var limbs: [UInt32]

  private static let base: UInt64 = 1_000_000_000

  private init(limbs: [UInt32]) {
    self.limbs = limbs
    trim()
  }

  init(_ value: Int) {
    precondition(value >= 0, "a natural number is not negative")
    var rest = UInt64(value)
    limbs = []
    while rest > 0 {
      limbs.append(UInt32(rest % Self.base))
      rest /= Self.base
    }
  }

  /// - Parameter digits: values 0...9, most significant first; leading zeros are allowed.
  init(digits: some BidirectionalCollection<UInt8>) {
    limbs = []
    var (limb, factor): (UInt32, UInt32) = (0, 1)
    for digit in digits.reversed() {
      limb += UInt32(digit) * factor
      factor *= 10
      if UInt64(factor) == Self.base {
        limbs.append(limb)
        (limb, factor) = (0, 1)
      }
    }
    limbs.append(limb)
    trim()
  }

  static func powerOfTen(_ exponent: Int) -> BigNatural {
    BigNatural(digits: [1] + [UInt8](repeating: 0, count: exponent))
  }

  static let zero = BigNatural(0)
  static let one = BigNatural(1)

  var isZero: Bool { limbs.isEmpty }

  /// Decimal digits 0...9, most significant first; [0] for zero.
  var digits: [UInt8] {
    guard let top = limbs.last else { return [0] }
    var result: [UInt8] = []
    result.reserveCapacity(limbs.count * 9)
    for limb in limbs.dropLast() {
      var rest = limb
      for _ in 0..<9 {
        result.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    var rest = top
    while rest > 0 {
      result.append(UInt8(rest % 10))
      rest /= 10
    }
    result.reverse()
    return result
  }

  /// Decimal notation.
  var text: String {
    limbs.count <= 1
      ? "\(limbs.first ?? 0)" : String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }

  private mutating func trim() { while limbs.last == 0 { limbs.removeLast() } }

  static func < (one: Self, other: Self) -> Bool {
    guard one.limbs.count == other.limbs.count else {
      return one.limbs.count < other.limbs.count
    }
    for (a, b) in zip(one.limbs.reversed(), other.limbs.reversed()) where a != b { return a < b }
    return false
  }

  static func + (one: Self, other: Self) -> Self {
    var sum: [UInt32] = []
    var carry: UInt64 = 0
    for index in 0..<max(one.limbs.count, other.limbs.count) {
      let total =
        carry + (index < one.limbs.count ? UInt64(one.limbs[index]) : 0)
        + (index < other.limbs.count ? UInt64(other.limbs[index]) : 0)
      sum.append(UInt32(total % base))
      carry = total / base
    }
    if carry > 0 { sum.append(UInt32(carry)) }
    return BigNatural(limbs: sum)
  }

  /// - Precondition: `other` is not larger.
  static func - (one: Self, other: Self) -> Self {
    precondition(other <= one, "a natural number is not negative")
    var difference = one.limbs
    var borrow: Int64 = 0
    for index in difference.indices {
      var value =
        Int64(difference[index]) - borrow
        - (index < other.limbs.count ? Int64(other.limbs[index]) : 0)
      borrow = value < 0 ? 1 : 0
      value += borrow * Int64(base)
      difference[index] = UInt32(value)
    }
    return BigNatural(limbs: difference)
  }

  static func * (one: Self, other: Self) -> Self {
    guard !one.isZero, !other.isZero else { return .zero }
    var product = [UInt32](repeating: 0, count: one.limbs.count + other.limbs.count)
    for (i, a) in one.limbs.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in other.limbs.enumerated() {
        let total = UInt64(a) * UInt64(b) + UInt64(product[i + j]) + carry
        product[i + j] = UInt32(total % base)
        carry = total / base
      }
      product[i + other.limbs.count] = UInt32(carry)
    }
    return BigNatural(limbs: product)
  }

  /// - Precondition: the divisor is not zero.
  func quotientAndRemainder(dividingBy divisor: Self) -> (quotient: Self, remainder: Self) {
    precondition(!divisor.isZero, "a divisor is not zero")
    guard divisor <= self else { return (.zero, self) }
    if divisor.limbs.count == 1 { return dividedByLimb(divisor.limbs[0]) }
    return dividedAtLength(by: divisor)
  }

  private func dividedByLimb(_ divisor: UInt32) -> (quotient: Self, remainder: Self) {
    var quotient = limbs
    var rest: UInt64 = 0
    for index in limbs.indices.reversed() {
      let part = rest * Self.base + UInt64(limbs[index])
      quotient[index] = UInt32(part / UInt64(divisor))
      rest = part % UInt64(divisor)
    }
    return (BigNatural(limbs: quotient), BigNatural(Int(rest)))
  }

  /// Knuth's algorithm D: scaled so that the divisor's top limb is at least half the base, each
  /// estimate of a quotient limb is at most two too high.
  private func dividedAtLength(by divisor: Self) -> (quotient: Self, remainder: Self) {
    let base = Self.base
    let scale = BigNatural(Int(base / (UInt64(divisor.limbs[divisor.limbs.count - 1]) + 1)))
    var rest = (self * scale).limbs
    let divisor = (divisor * scale).limbs
    let length = divisor.count
    rest += [UInt32](repeating: 0, count: max(0, limbs.count + 1 - rest.count))
    var quotient = [UInt32](repeating: 0, count: rest.count - length)
    for place in quotient.indices.reversed() {
      let top = UInt64(rest[place + length]) * base + UInt64(rest[place + length - 1])
      var estimate = top / UInt64(divisor[length - 1])
      var left = top % UInt64(divisor[length - 1])
      while estimate >= base
        || estimate * UInt64(divisor[length - 2]) > left * base + UInt64(rest[place + length - 2])
      {
        estimate -= 1
        left += UInt64(divisor[length - 1])
        if left >= base { break }
      }
      if Self.subtract(divisor, times: estimate, from: &rest, at: place) {
        estimate -= 1
        Self.add(divisor, to: &rest, at: place)
      }
      quotient[place] = UInt32(estimate)
    }
    let remainder = BigNatural(limbs: rest).quotientAndRemainder(dividingBy: scale).quotient
    return (BigNatural(limbs: quotient), remainder)
  }

  /// - Returns: whether the result is negative, as its complement.
  private static func subtract(
    _ divisor: [UInt32], times factor: UInt64, from rest: inout [UInt32], at place: Int
  ) -> Bool {
    var carry: UInt64 = 0
    var borrow: Int64 = 0
    for index in 0...divisor.count {
      let product = carry + (index < divisor.count ? UInt64(divisor[index]) * factor : 0)
      carry = product / base
      var value = Int64(rest[place + index]) - Int64(product % base) - borrow
      borrow = value < 0 ? 1 : 0
      value += borrow * Int64(base)
      rest[place + index] = UInt32(value)
    }
    return borrow > 0
  }

  private static func add(_ divisor: [UInt32], to rest: inout [UInt32], at place: Int) {
    var carry: UInt64 = 0
    for index in 0...divisor.count {
      let total =
        UInt64(rest[place + index]) + carry
        + (index < divisor.count ? UInt64(divisor[index]) : 0)
      rest[place + index] = UInt32(total % base)
      carry = total / base
    }
  }

  /// The greatest common divisor; the other number if one is zero.
  static func greatestCommonDivisor(_ one: Self, _ other: Self) -> Self {
    var (a, b) = (one, other)
    while !b.isZero { (a, b) = (b, a.quotientAndRemainder(dividingBy: b).remainder) }
    return a
  }
}
