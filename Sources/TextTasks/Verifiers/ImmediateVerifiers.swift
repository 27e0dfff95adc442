import Diagnostics

/// The same bytes, apart from white space at the ends. The canonical form has none there.
public struct ExactVerifier: ImmediateVerifier {
  static let maximumBytes = 10_000

  public init() {}

  public var description: String { "exact" }

  public func canonical(_ answer: String) -> String? {
    guard answer.utf8.count <= Self.maximumBytes else { return nil }
    let text = answer.trimmed
    return text.isEmpty ? nil : text
  }
}

/// The same integer. The canonical form is its digits, without leading zeros, plus sign or
/// separators: `-12`.
public struct IntegerVerifier: ImmediateVerifier {
  static let maximumBytes = 10_000

  public init() {}

  public var description: String { "integer" }

  public func canonical(_ answer: String) -> String? {
    answer.utf8.count <= Self.maximumBytes ? NumberReader.integer(answer) : nil
  }
}

/// Numbers within a tolerance of the reference, calculated exactly.
///
/// The canonical form is the exact number: in decimal notation if that is finite, otherwise a
/// fraction in lowest terms. It is finer than the tolerance: 3.14 and 3.1416 may both be right, but
/// are two answers of a majority vote, and the vote's winner is the most frequent exact number.
public struct NumberVerifier: ImmediateVerifier {
  private let relative: Rational
  private let absolute: Rational

  /// - Precondition: the tolerances are finite and not negative.
  public init(relative: Double, absolute: Double) {
    precondition(relative >= 0 && absolute >= 0)
    self.relative = Rational(decimal: relative)
    self.absolute = Rational(decimal: absolute)
  }

  public var description: String {
    "number (relative tolerance \(relative.decimalText), absolute \(absolute.decimalText))"
  }

  public func canonical(_ answer: String) -> String? {
    guard let text = Rational(reading: answer)?.decimalText,
      text.utf8.count <= NumberReader.maximumBytes
    else { return nil }
    return text
  }

  public func compare(_ pair: AnswerPair) -> AnswerComparison {
    guard canonical(pair.reference) != nil, canonical(pair.answer) != nil,
      let reference = Rational(reading: pair.reference), let answer = Rational(reading: pair.answer)
    else { return .unreadable }
    let difference = (answer - reference).magnitude
    return difference <= absolute || difference <= relative * reference.magnitude
      ? .equal : .different
  }
}

/// The same rational number. The canonical form is the fraction in lowest terms, `-3/4`, or an
/// integer.
public struct FractionVerifier: ImmediateVerifier {
  public init() {}

  public var description: String { "fraction" }

  public func canonical(_ answer: String) -> String? {
    guard let text = Rational(reading: answer)?.text,
      text.utf8.count <= NumberReader.maximumBytes
    else { return nil }
    return text
  }
}

/// The same letter, A to Z. The canonical form is the capital.
public struct ChoiceVerifier: ImmediateVerifier {
  public init() {}

  public var description: String { "choice" }

  public func canonical(_ answer: String) -> String? {
    guard answer.utf8.count <= 64 else { return nil }
    var bytes = Array(answer.trimmed.utf8)
    if bytes.last == UInt8(ascii: ".") || bytes.last == UInt8(ascii: ":") { bytes.removeLast() }
    let brackets: [UInt8: UInt8] = [
      UInt8(ascii: "("): UInt8(ascii: ")"), UInt8(ascii: "["): UInt8(ascii: "]"),
    ]
    if let first = bytes.first, let closing = brackets[first] {
      guard bytes.last == closing else { return nil }
      bytes = Array(bytes.dropFirst().dropLast())
    } else if bytes.last == UInt8(ascii: ")") {
      bytes.removeLast()
    }
    guard bytes.count == 1 else { return nil }
    let capital = bytes[0] & ~0x20
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(capital) && bytes[0] & 0x40 != 0
      ? String(decoding: [capital], as: UTF8.self) : nil
  }
}
