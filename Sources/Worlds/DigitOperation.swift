/// An operation on a value of D digits (D >= 1). Nine operations act on each digit separately,
/// modulo 10; three reorder the digits. All are bijections, so that applying more of them never
/// makes a wrong value right again.
public enum DigitOperation: String, Codable, CaseIterable, Sendable {
  case plus1, plus3, plus5
  case minus2, minus4
  case times3, times7, times9
  /// Each digit d becomes 9 - d.
  case mirror
  /// The digits in reverse order.
  case rev
  /// The first digit moves to the end.
  case rot
  /// The first two digits change places; a single digit stays.
  case swap

  /// Whether every digit of the result depends only on the digit in the same place.
  public var isDigitwise: Bool {
    switch self {
    case .rev, .rot, .swap: false
    default: true
    }
  }

  /// The operation applied to a value.
  ///
  /// - Parameter digits: D digits in 0...9, most significant first.
  public func apply(_ digits: [Int]) -> [Int] {
    switch self {
    case .rev: return digits.reversed()
    case .rot: return digits.isEmpty ? [] : Array(digits.dropFirst()) + [digits[0]]
    case .swap:
      var result = digits
      if result.count >= 2 { result.swapAt(0, 1) }
      return result
    default: return digits.map(apply)
    }
  }

  /// The operation applied to one digit in 0...9; reordering leaves a digit as it is.
  public func apply(_ digit: Int) -> Int {
    switch self {
    case .plus1: (digit + 1) % 10
    case .plus3: (digit + 3) % 10
    case .plus5: (digit + 5) % 10
    case .minus2: (digit + 8) % 10
    case .minus4: (digit + 6) % 10
    case .times3: digit * 3 % 10
    case .times7: digit * 7 % 10
    case .times9: digit * 9 % 10
    case .mirror: 9 - digit
    case .rev, .rot, .swap: digit
    }
  }

  /// The place in the value whose digit ends up at `place` of the result.
  ///
  /// - Parameter count: digits of the value, more than `place`.
  func source(of place: Int, count: Int) -> Int {
    switch self {
    case .rev: count - 1 - place
    case .rot: (place + 1) % count
    case .swap: count >= 2 && place < 2 ? 1 - place : place
    default: place
    }
  }
}
