import Diagnostics

/// Reads numbers as people and models write them: with a sign, which may be the minus sign U+2212,
/// thousands separators, decimals, exponents and fractions.
struct NumberReader {
  /// Longest text that can be a fraction or a decimal number, in bytes. Arithmetic on such numbers
  /// takes far less than a millisecond.
  static let maximumBytes = 1_000
  /// Largest exponent: more than a `Double` has.
  static let maximumExponent = 400

  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) { scalars = Array(text.trimmed.unicodeScalars) }

  /// The integer's canonical digits, such as `-12`; nil if the text is anything else.
  static func integer(_ text: String) -> String? {
    var reader = NumberReader(text)
    let isNegative = reader.sign()
    guard let digits = reader.groupedDigits(), reader.isAtEnd else { return nil }
    let significant = digits.drop { $0 == 0 }
    guard !significant.isEmpty else { return "0" }
    return (isNegative ? "-" : "") + String(decoding: significant.map { $0 + 0x30 }, as: UTF8.self)
  }

  /// The rational number: an integer, a decimal, `3/4`, `-1 1/2`, `\frac{3}{4}` or `1\frac{1}{2}`,
  /// each possibly between dollar signs.
  static func rational(_ text: String) -> Rational? {
    guard text.utf8.count <= maximumBytes else { return nil }
    var reader = NumberReader(text)
    let isMath = reader.accept("$")
    reader.skipSpace()
    let isNegative = reader.sign()
    guard let magnitude = reader.unsignedRational() else { return nil }
    reader.skipSpace()
    guard !isMath || reader.accept("$"), reader.isAtEnd else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  private mutating func unsignedRational() -> Rational? {
    if let fraction = latexFraction() { return fraction }
    let start = position
    if let whole = groupedDigits() {
      // A mixed number: 1 1/2, 1\frac{1}{2}.
      let hasSpace = skipSpace()
      if let part = latexFraction() {
        return Rational(BigInteger(BigNatural(digits: whole))) + part
      }
      if hasSpace, let top = groupedDigits(), accept("/"), let bottom = groupedDigits(),
        let part = Self.ratio(top, bottom)
      {
        return Rational(BigInteger(BigNatural(digits: whole))) + part
      }
    }
    position = start
    guard let top = decimal() else { return nil }
    let end = position
    skipSpace()
    guard accept("/") else {
      position = end
      return top
    }
    skipSpace()
    let isNegative = sign()
    guard let bottom = decimal(), !bottom.isZero else { return nil }
    return isNegative ? -(top / bottom) : top / bottom
  }

  private static func ratio(_ top: [UInt8], _ bottom: [UInt8]) -> Rational? {
    let bottom = BigNatural(digits: bottom)
    return bottom.isZero ? nil : Rational(BigInteger(BigNatural(digits: top)), over: bottom)
  }

  /// `\frac{3}{4}`, `\frac34`, or with `\dfrac` or `\tfrac`.
  private mutating func latexFraction() -> Rational? {
    let start = position
    for command in ["\\frac", "\\dfrac", "\\tfrac"] where accept(command) {
      if let top = latexArgument(), let bottom = latexArgument(), !bottom.isZero {
        return Rational(top, over: BigNatural.one) / Rational(bottom, over: .one)
      }
      break
    }
    position = start
    return nil
  }

  private mutating func latexArgument() -> BigInteger? {
    skipSpace()
    guard accept("{") else {
      guard let digit = digit() else { return nil }
      return BigInteger(BigNatural(digits: [digit]))
    }
    skipSpace()
    let isNegative = sign()
    guard let digits = groupedDigits() else { return nil }
    skipSpace()
    return accept("}") ? BigInteger(BigNatural(digits: digits), isNegative: isNegative) : nil
  }

  /// `12`, `1,234.5`, `.5`, `5.` or `1.5e-3`.
  private mutating func decimal() -> Rational? {
    var digits = groupedDigits() ?? []
    var places = 0
    let start = position
    if accept(".") {
      while let digit = digit() {
        digits.append(digit)
        places += 1
      }
      if digits.isEmpty {
        position = start
        return nil
      }
    }
    guard !digits.isEmpty else { return nil }
    var exponent = -places
    let end = position
    if accept("e") || accept("E") {
      let isNegative = sign()
      var value: Int?
      while let digit = digit() { value = min((value ?? 0) * 10 + Int(digit), 1_000_000) }
      if let value {
        guard value <= Self.maximumExponent else { return nil }
        exponent += isNegative ? -value : value
      } else {
        position = end
      }
    }
    let mantissa = BigNatural(digits: digits)
    return exponent >= 0
      ? Rational(BigInteger(mantissa * BigNatural.powerOfTen(exponent)))
      : Rational(BigInteger(mantissa), over: BigNatural.powerOfTen(-exponent))
  }

  /// Digits, possibly in groups of three with one kind of separator between them.
  private mutating func groupedDigits() -> [UInt8]? {
    var digits: [UInt8] = []
    while let digit = digit() { digits.append(digit) }
    guard let first = digits.first else { return nil }
    guard digits.count <= 3, first != 0 else { return digits }
    for separator in Self.separators {
      let ungrouped = digits
      let start = position
      var isGrouped = false
      while true {
        let end = position
        guard accept(separator), let group = threeDigits() else {
          position = end
          break
        }
        digits += group
        isGrouped = true
      }
      if isGrouped { return digits }
      (digits, position) = (ungrouped, start)
    }
    return digits
  }

  /// Comma, LaTeX's comma and thin space, no-break space, narrow no-break space, thin space.
  private static let separators = [",", "{,}", "\\,", "\u{A0}", "\u{202F}", "\u{2009}"]

  /// Exactly three digits.
  private mutating func threeDigits() -> [UInt8]? {
    var group: [UInt8] = []
    while let digit = digit() {
      group.append(digit)
      if group.count > 3 { return nil }
    }
    return group.count == 3 ? group : nil
  }

  private var isAtEnd: Bool { position == scalars.count }

  private mutating func digit() -> UInt8? {
    guard position < scalars.count, ("0"..."9").contains(scalars[position]) else { return nil }
    defer { position += 1 }
    return UInt8(scalars[position].value - 0x30)
  }

  /// Whether there is a minus; accepts a plus.
  private mutating func sign() -> Bool {
    if accept("+") { return false }
    return accept("-") || accept("\u{2212}")
  }

  private mutating func accept(_ text: String) -> Bool {
    let wanted = text.unicodeScalars
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = position
    while position < scalars.count, scalars[position] == " " { position += 1 }
    return position > start
  }
}

extension Rational {
  /// The number that a text writes; nil if it writes none.
  init?(reading text: String) {
    guard let value = NumberReader.rational(text) else { return nil }
    self = value
  }
}
