import Diagnostics

/// A textual normal form of mathematical answers. It is finer than mathematical equality: `x+1` and
/// `1+x` have two, so that a majority vote counts them as two answers.
enum MathText {
  static let maximumBytes = 1_000
  private static let maximumPasses = 12

  /// - What reads as a rational number becomes that, in lowest terms: `0.75`, `\frac{3}{4}` and
  ///   `$3/4$` are `3/4`.
  /// - Otherwise, math delimiters, a surrounding `\boxed{}`, a full stop at the end, LaTeX's spacing
  ///   and `\left` and `\right` go; `\dfrac` and `\tfrac` are `\frac`; U+2212 is `-`; white space
  ///   stays, as one space, only between two letters or digits.
  ///
  /// Nil for an empty text, for one of more than 1,000 bytes, and for more than a few delimiters around
  /// each other.
  static func canonical(_ answer: String) -> String? {
    guard answer.utf8.count <= maximumBytes else { return nil }
    var text = answer
    // Each pass takes one layer of delimiters off; more layers than these are no answer.
    for _ in 0..<maximumPasses {
      guard let next = pass(text) else { return nil }
      if next.exact == text.exact { return next }
      text = next
    }
    return nil
  }

  private static func pass(_ answer: String) -> String? {
    let text = answer.trimmed
    guard !text.isEmpty else { return nil }
    if let number = Rational(reading: text)?.text {
      return number.utf8.count <= maximumBytes ? number : nil
    }
    var scalars = Array(unwrapped(text).unicodeScalars)
    if scalars.count > 1, scalars.last == "." { scalars.removeLast() }
    return spaced(respelled(scalars))
  }

  /// The text within one pair of delimiters around all of it.
  private static func unwrapped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let pairs = [("$$", "$$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]"), ("\\boxed{", "}")]
    for (opening, closing) in pairs {
      let (head, tail) = (Array(opening.unicodeScalars), Array(closing.unicodeScalars))
      guard scalars.count > head.count + tail.count, scalars.starts(with: head),
        scalars.suffix(tail.count).elementsEqual(tail)
      else { continue }
      let inner = scalars[head.count..<(scalars.count - tail.count)]
      guard closing == "}" ? isBalanced(inner) : !contains(inner, head) && !contains(inner, tail)
      else { continue }
      return String(String.UnicodeScalarView(inner))
    }
    return text
  }

  private static func contains(
    _ scalars: ArraySlice<Unicode.Scalar>, _ part: [Unicode.Scalar]
  ) -> Bool {
    scalars.indices.contains { scalars[$0...].starts(with: part) }
  }

  /// Whether every brace is closed within the text.
  private static func isBalanced(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    var depth = 0
    for scalar in scalars {
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  private static let spacing = ["\\,", "\\;", "\\:", "\\!", "\\ ", "\\quad", "\\qquad"]
  private static let fractions = ["\\dfrac", "\\tfrac"]
  private static let sizes = ["\\left", "\\right"]

  private static func respelled(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var place = 0
    while place < scalars.count {
      guard scalars[place] == "\\" else {
        result.append(scalars[place] == "\u{2212}" ? "-" : scalars[place])
        place += 1
        continue
      }
      let rest = scalars[place...]
      func command(_ names: [String]) -> Int? {
        for name in names where rest.starts(with: name.unicodeScalars) {
          let length = name.unicodeScalars.count
          let next = place + length < scalars.count ? scalars[place + length] : " "
          // `\left` begins `\leftarrow` too.
          if name.unicodeScalars.last?.properties.isAlphabetic == true,
            next.properties.isAlphabetic
          {
            continue
          }
          return length
        }
        return nil
      }
      if let length = command(spacing) {
        result.append(" ")
        place += length
      } else if let length = command(fractions) {
        result += "\\frac".unicodeScalars
        place += length
      } else if let length = command(sizes) {
        place += length
      } else {
        result.append("\\")
        place += 1
      }
    }
    return result
  }

  private static func spaced(_ scalars: [Unicode.Scalar]) -> String? {
    var result: [Unicode.Scalar] = []
    var hasSpace = false
    for scalar in scalars {
      if scalar.properties.isWhitespace {
        hasSpace = true
        continue
      }
      let isWord = { (scalar: Unicode.Scalar) in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      }
      if hasSpace, let last = result.last, isWord(last), isWord(scalar) { result.append(" ") }
      result.append(scalar)
      hasSpace = false
    }
    return result.isEmpty ? nil : String(String.UnicodeScalarView(result))
  }
}
