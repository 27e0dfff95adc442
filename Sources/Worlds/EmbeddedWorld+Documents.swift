import Tokenization

extension EmbeddedWorld {
  /// Accepts `Q ... ? A ... # d d d <end>`: the question ends at the first `?`, the solution mark
  /// follows at once, and one boxed value of D digits closes the document. What the question says
  /// and what the solution does is not looked at. Padding after the end is ignored.
  public func parseDocument(_ tokens: [Int32]) -> GeneratedQuestion? {
    guard tokens.first == Lexicon.question,
      let ask = tokens.firstIndex(of: Lexicon.ask),
      ask + 1 < tokens.count, tokens[ask + 1] == Lexicon.solution
    else { return nil }
    let response = tokens[(ask + 2)...]
    guard let box = boxedAnswer(response),
      response.firstIndex(of: Lexicon.box) == box.lowerBound - 1,
      !tokens[...ask].contains(Vocabulary.end)
    else { return nil }
    return GeneratedQuestion(
      question: Array(tokens[...ask]), response: Array(response[...box.upperBound]),
      answer: Array(tokens[box]))
  }

  /// Accepts `Q ... ?` with one question mark, which is all that ``parseDocument(_:)`` asks of a
  /// question.
  public func isQuestion(_ tokens: [Int32]) -> Bool {
    guard tokens.first == Lexicon.question, let ask = tokens.firstIndex(of: Lexicon.ask) else {
      return false
    }
    return ask == tokens.count - 1 && !tokens.contains(where: stopTokens.contains)
  }

  public func grade(response: [Int32], reference: [Int32]) -> ResponseGrade {
    guard let box = boxedAnswer(response[...]) else {
      let stop = response.firstIndex(where: stopTokens.contains)
      return stop.map { response[$0] == Lexicon.quit } ?? false ? .gaveUp : .unboxed
    }
    if response[box].elementsEqual(reference) { return .correct }
    return contains(response[..<box.lowerBound], reference) ? .wrongButMentionsReference : .wrong
  }

  public func boxedAnswer(of response: [Int32]) -> [Int32]? {
    boxedAnswer(response[...]).map { Array(response[$0]) }
  }

  /// Where the boxed answer's digits are: the D tokens before the first end, after a `#`.
  private func boxedAnswer(_ response: ArraySlice<Int32>) -> Range<Int>? {
    guard let end = response.firstIndex(of: Vocabulary.end) else { return nil }
    let start = end - digitCount
    guard start - 1 >= response.startIndex, response[start - 1] == Lexicon.box,
      response[start..<end].allSatisfy(lexicon.digits.contains),
      response[(end + 1)...].allSatisfy({ $0 == Vocabulary.padding })
    else { return nil }
    return start..<end
  }

  private func contains(_ tokens: ArraySlice<Int32>, _ reference: [Int32]) -> Bool {
    guard let first = reference.first, tokens.count >= reference.count else { return false }
    for start in tokens.startIndex...(tokens.endIndex - reference.count)
    where tokens[start] == first {
      var matches = 1
      while matches < reference.count, tokens[start + matches] == reference[matches] {
        matches += 1
      }
      if matches == reference.count { return true }
    }
    return false
  }
}
