import Tokenization

extension EmbeddedWorld {
  /// For example "Dan has 012. Jim is Dan with 3 added to each digit. What does Jim have?". Text
  /// outside the grammar keeps its own words.
  public func renderQuestion(_ tokens: [Int32]) -> String {
    var parts: [String] = []
    let body = tokens.first == Lexicon.question ? tokens.dropFirst() : tokens[...]
    var start = body.startIndex
    for index in body.indices where body[index] == Lexicon.stop || body[index] == Lexicon.ask {
      let words = body[start..<index]
      parts.append(
        body[index] == Lexicon.ask ? renderAsked(words) : renderStatement(words) + ".")
      start = index + 1
    }
    if start < body.endIndex { parts.append(plain(body[start...])) }
    return parts.joined(separator: " ")
  }

  /// For example "Dan has 012. Jim is Dan with 3 added to each digit: 345. Answer: 345.".
  public func renderResponse(_ tokens: [Int32]) -> String {
    var parts: [String] = []
    var loose: [Int32] = []
    var index = tokens.startIndex
    func flush() {
      if !loose.isEmpty { parts.append(plain(loose[...]) + ".") }
      loose = []
    }
    while index < tokens.endIndex {
      let rest = tokens[index...]
      if let (text, length) = renderStep(rest) {
        flush()
        parts.append(text)
        index += length
      } else {
        if tokens[index] != Vocabulary.end && tokens[index] != Vocabulary.padding {
          loose.append(tokens[index])
        }
        index += 1
      }
    }
    flush()
    return parts.joined(separator: " ")
  }

  private func renderStep(_ tokens: ArraySlice<Int32>) -> (text: String, length: Int)? {
    let start = tokens.startIndex
    func word(_ offset: Int) -> String { vocabulary.word(tokens[start + offset]) }
    func value(at offset: Int) -> String? {
      lexicon.value(in: tokens, at: start + offset, count: digitCount)?.map(String.init).joined()
    }
    guard let first = tokens.first else { return nil }
    if first == Lexicon.quit { return ("Gives up.", 1) }
    if first == Lexicon.box, let answer = value(at: 1) {
      return ("Answer: \(answer).", 1 + digitCount)
    }
    guard lexicon.isName(first), tokens.count >= 2 else { return nil }
    if tokens[start + 1] == Lexicon.has, let given = value(at: 2) {
      return ("\(word(0)) has \(given).", 2 + digitCount)
    }
    if tokens.count >= 3, let operation = lexicon.operation(tokens[start + 1]),
      lexicon.isName(tokens[start + 2]), let result = value(at: 3)
    {
      return ("\(word(2)) is \(word(0)) \(operation.phrase): \(result).", 3 + digitCount)
    }
    return nil
  }

  private func renderStatement(_ words: ArraySlice<Int32>) -> String {
    let start = words.startIndex
    if words.count == 3, lexicon.isName(words[start]), lexicon.isName(words[start + 2]),
      let operation = lexicon.operation(words[start + 1])
    {
      return "\(vocabulary.word(words[start + 2])) is \(vocabulary.word(words[start])) "
        + operation.phrase
    }
    if words.count == 2 + digitCount, lexicon.isName(words[start]),
      words[start + 1] == Lexicon.has,
      let digits = lexicon.value(in: words, at: start + 2, count: digitCount)
    {
      return "\(vocabulary.word(words[start])) has \(digits.map(String.init).joined())"
    }
    return plain(words)
  }

  private func renderAsked(_ words: ArraySlice<Int32>) -> String {
    if words.count == 1, let name = words.first, lexicon.isName(name) {
      return "What does \(vocabulary.word(name)) have?"
    }
    return plain(words) + "?"
  }

  private func plain(_ words: ArraySlice<Int32>) -> String { vocabulary.decode(Array(words)) }
}

extension DigitOperation {
  /// Describes the operation; follows the name of the value it acts on.
  var phrase: String {
    switch self {
    case .plus1: "with 1 added to each digit"
    case .plus3: "with 3 added to each digit"
    case .plus5: "with 5 added to each digit"
    case .minus2: "with 2 taken from each digit"
    case .minus4: "with 4 taken from each digit"
    case .times3: "with each digit times 3"
    case .times7: "with each digit times 7"
    case .times9: "with each digit times 9"
    case .mirror: "with each digit taken from 9"
    case .rev: "with the digits reversed"
    case .rot: "with the first digit moved to the end"
    case .swap: "with the first two digits swapped"
    }
  }
}
