/// Words, numbers and signs of a text, one after the other.
struct TextScanner {
  enum Token: Equatable {
    /// Digits of the whole part.
    case number(digits: Int)
    /// In lower case, with its letters counted.
    case word(String, letters: Int)
    /// A LaTeX command, without its backslash.
    case command(String)
    case operatorSign
    case endOfSentence
  }

  private let scalars: [Unicode.Scalar]
  private var place = 0

  var count: Int { scalars.count }

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func next() -> Token? {
    while place < scalars.count {
      let scalar = scalars[place]
      if Self.isDigit(scalar) { return number() }
      if Self.isLetter(scalar) { return word() }
      if scalar == "\\", let command = command() { return command }
      place += 1
      if Self.isOperator(scalar), !isInsideWord(place - 1) { return .operatorSign }
      if endsSentence(place - 1) { return .endOfSentence }
    }
    return nil
  }

  /// Digits, with single points and commas between digits.
  private mutating func number() -> Token {
    var digits = 0
    var isWhole = true
    while place < scalars.count {
      let scalar = scalars[place]
      if Self.isDigit(scalar) {
        if isWhole { digits += 1 }
      } else if scalar == "." || scalar == ",", Self.isDigit(at: place + 1, in: scalars) {
        if scalar == "." { isWhole = false }
      } else {
        break
      }
      place += 1
    }
    return .number(digits: digits)
  }

  /// Letters and marks, with single apostrophes between letters.
  private mutating func word() -> Token {
    var text = ""
    var letters = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if Self.isLetter(scalar) {
        text += Self.lowercase(scalar)
        letters += 1
      } else if scalar == "'" || scalar == "\u{2019}",
        place + 1 < scalars.count, Self.isLetter(scalars[place + 1])
      {
        text += "'"
      } else {
        break
      }
      place += 1
    }
    return .word(text, letters: letters)
  }

  private mutating func command() -> Token? {
    var end = place + 1
    var name = ""
    while end < scalars.count, scalars[end].isASCII, Self.isLetter(scalars[end]) {
      name.unicodeScalars.append(scalars[end])
      end += 1
    }
    guard !name.isEmpty else { return nil }
    place = end
    return .command(name)
  }

  /// Whether letters stand on both sides, as in `well-known` and `and/or`.
  private func isInsideWord(_ place: Int) -> Bool {
    place > 0 && place + 1 < scalars.count && Self.isLetter(scalars[place - 1])
      && Self.isLetter(scalars[place + 1])
  }

  /// A mark that no letter or digit follows at once, and that ends a run of such marks.
  private func endsSentence(_ place: Int) -> Bool {
    guard Self.isEnd(scalars[place]) else { return false }
    guard place + 1 < scalars.count else { return true }
    let next = scalars[place + 1]
    if Self.isEnd(next) { return false }
    let isWide = scalars[place].value >= 0x3000
    return isWide || !(Self.isLetter(next) || Self.isDigit(next))
  }

  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "?", "!", "\u{3002}", "\u{FF1F}", "\u{FF01}": true
    default: false
    }
  }

  private static func isOperator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "+", "-", "*", "/", "^", "=", "<", ">", "%", "\u{D7}", "\u{F7}", "\u{B7}", "\u{B1}",
      "\u{2212}", "\u{2217}", "\u{221A}", "\u{2211}", "\u{220F}", "\u{222B}", "\u{2260}",
      "\u{2264}", "\u{2265}", "\u{22C5}":
      true
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isDigit(at place: Int, in scalars: [Unicode.Scalar]) -> Bool {
    place < scalars.count && isDigit(scalars[place])
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }

  private static func lowercase(_ scalar: Unicode.Scalar) -> String {
    guard scalar.isASCII else { return scalar.properties.lowercaseMapping }
    let isUpper = ("A"..."Z").contains(scalar)
    return String(
      isUpper ? Character(Unicode.Scalar(UInt8(scalar.value) | 0x20)) : Character(scalar))
  }
}
