/// One step of pre-tokenization. Each step splits every piece that the step before left.
enum PreTokenizerStep: Sendable, Equatable {
  /// Each match of a pattern is a piece. The known patterns match all text.
  case pattern(SplitPattern)
  /// Each digit is a piece, or each run of digits.
  case digits(individual: Bool)
  /// Puts a space before a piece that does not start with one.
  case prefixSpace

  /// Where the piece that starts at `start` ends.
  @inline(__always)
  func end(
    _ bytes: [UInt8], from start: Int, to limit: Int, _ classes: ScalarClasses
  ) -> Int {
    switch self {
    case .pattern(let pattern): pattern.end(bytes, from: start, to: limit, classes)
    case .digits(let individual):
      Self.digitsEnd(bytes, from: start, to: limit, individual: individual, classes)
    case .prefixSpace: limit
    }
  }

  private static func digitsEnd(
    _ bytes: [UInt8], from start: Int, to limit: Int, individual: Bool, _ classes: ScalarClasses
  ) -> Int {
    let (kind, width) = classes.scalar(bytes, at: start)
    let isDigit = kind.contains(.digit)
    var end = start + width
    if isDigit && individual { return end }
    while end < limit {
      let (kind, width) = classes.scalar(bytes, at: end)
      guard kind.contains(.digit) == isDigit else { break }
      end += width
    }
    return end
  }
}

/// The pre-tokenization patterns that are known, each as a scanner written by hand: a regular
/// expression engine would take most of the time of encoding. They match as Oniguruma, which the
/// reference uses, matches them: leftmost alternative first, greedy, with backtracking.
///
/// Where that matters:
/// - `\s+(?!\S)` gives back the last scalar of white space before a word, and nothing at the end of
///   the piece, which is what the step before left and not the whole text.
/// - `\s*[\r\n]+` gives back white space up to the last line break in it.
/// - `(?i:'s)` matches U+017F, the long s, as it folds to s; no other scalar folds to these letters.
/// - `\s`, `\p{L}` and `\p{N}` are those of ``ScalarClass``. A combining mark is neither letter nor
///   number, so it parts words unless it is composed into a letter.
enum SplitPattern: Sendable, Equatable, CaseIterable {
  case gpt2
  case llama3
  case qwen2

  /// The pattern as `tokenizer.json` states it.
  var text: String {
    switch self {
    case .gpt2:
      #"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"#
    case .llama3: Self.llamaStyle(numbers: #"\p{N}{1,3}"#)
    case .qwen2: Self.llamaStyle(numbers: #"\p{N}"#)
    }
  }

  private static func llamaStyle(numbers: String) -> String {
    #"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|"# + numbers
      + #"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"#
  }

  /// Where the match that starts at `start` ends; `start` is below `limit`.
  @inline(__always)
  func end(_ bytes: [UInt8], from start: Int, to limit: Int, _ classes: ScalarClasses) -> Int {
    let scanner = PatternScanner(classes: classes, limit: limit)
    return switch self {
    case .gpt2: scanner.gpt2(bytes, start)
    case .llama3: scanner.llamaStyle(bytes, start, mostNumbers: 3)
    case .qwen2: scanner.llamaStyle(bytes, start, mostNumbers: 1)
    }
  }
}

/// Matches patterns in text that ends at `limit`.
private struct PatternScanner {
  let classes: ScalarClasses
  let limit: Int

  private static let parting: ScalarClass = [.letter, .number, .space]

  func gpt2(_ bytes: [UInt8], _ start: Int) -> Int {
    if bytes[start] == UInt8(ascii: "'"),
      let end = contraction(bytes, start, ignoringCase: false)
    {
      return end
    }
    var (kind, width) = classes.scalar(bytes, at: start)
    var first = start
    if bytes[start] == UInt8(ascii: " "), start + 1 < limit {
      let next = classes.scalar(bytes, at: start + 1)
      if !next.is.contains(.space) {
        first = start + 1
        (kind, width) = next
      }
    }
    if kind.contains(.letter) { return run(of: .letter, bytes, from: first + width) }
    if kind.contains(.number) { return run(of: .number, bytes, from: first + width) }
    if !kind.contains(.space) { return runOfOthers(bytes, from: first + width) }
    return whiteSpace(bytes, start, keepsLineBreaks: false)
  }

  func llamaStyle(_ bytes: [UInt8], _ start: Int, mostNumbers: Int) -> Int {
    if bytes[start] == UInt8(ascii: "'"), let end = contraction(bytes, start, ignoringCase: true) {
      return end
    }
    let (kind, width) = classes.scalar(bytes, at: start)
    let second = start + width
    if kind.contains(.letter) { return run(of: .letter, bytes, from: second) }
    if kind.contains(.number) {
      var end = second
      var count = 1
      while count < mostNumbers, end < limit {
        let (kind, width) = classes.scalar(bytes, at: end)
        guard kind.contains(.number) else { break }
        end += width
        count += 1
      }
      return end
    }
    if second < limit, !Self.isLineBreak(bytes[start]) {
      let next = classes.scalar(bytes, at: second)
      if next.is.contains(.letter) {
        return run(of: .letter, bytes, from: second + next.width)
      }
      if bytes[start] == UInt8(ascii: " "), next.is.isDisjoint(with: Self.parting) {
        return lineBreaks(bytes, from: runOfOthers(bytes, from: second + next.width))
      }
    }
    if !kind.contains(.space) { return lineBreaks(bytes, from: runOfOthers(bytes, from: second)) }
    return whiteSpace(bytes, start, keepsLineBreaks: true)
  }

  @inline(__always)
  private func run(of kind: ScalarClass, _ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < limit {
      let next = classes.scalar(bytes, at: end)
      guard next.is.contains(kind) else { break }
      end += next.width
    }
    return end
  }

  /// `[^\s\p{L}\p{N}]*`.
  private func runOfOthers(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < limit {
      let next = classes.scalar(bytes, at: end)
      guard next.is.isDisjoint(with: Self.parting) else { break }
      end += next.width
    }
    return end
  }

  /// `[\r\n]*`.
  private func lineBreaks(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < limit && Self.isLineBreak(bytes[end]) { end += 1 }
    return end
  }

  /// `\s+(?!\S)|\s+`, and `\s*[\r\n]+` before it where a pattern keeps line breaks.
  private func whiteSpace(_ bytes: [UInt8], _ start: Int, keepsLineBreaks: Bool) -> Int {
    var end = start
    var last = start
    var lineBreak = start
    while end < limit {
      let next = classes.scalar(bytes, at: end)
      guard next.is.contains(.space) else { break }
      last = end
      end += next.width
      if Self.isLineBreak(bytes[last]) { lineBreak = end }
    }
    if keepsLineBreaks && lineBreak > start { return lineBreak }
    return end < limit && last > start ? last : end
  }

  private static func isLineBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// The end of `'s`, `'t`, `'re`, `'ve`, `'m`, `'ll` or `'d` at an apostrophe.
  private func contraction(_ bytes: [UInt8], _ start: Int, ignoringCase: Bool) -> Int? {
    func letter(_ offset: Int) -> UInt8 {
      guard start + offset < limit else { return 0 }
      let byte = bytes[start + offset]
      return ignoringCase && 0x41...0x5A ~= byte ? byte | 0x20 : byte
    }
    switch (letter(1), letter(2)) {
    case (UInt8(ascii: "s"), _), (UInt8(ascii: "t"), _), (UInt8(ascii: "m"), _),
      (UInt8(ascii: "d"), _):
      return start + 2
    case (UInt8(ascii: "r"), UInt8(ascii: "e")), (UInt8(ascii: "v"), UInt8(ascii: "e")),
      (UInt8(ascii: "l"), UInt8(ascii: "l")):
      return start + 3
    case (0xC5, 0xBF) where ignoringCase: return start + 3
    default: return nil
    }
  }
}
