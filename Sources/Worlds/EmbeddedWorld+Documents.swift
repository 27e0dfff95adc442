public import Tasks
import Tokenization

/// A question with a worked solution and its answer, in token ids of a world.
public struct WorldDocument: Sendable, Hashable {
  /// From the opening mark through the question mark.
  public var question: [Int32]
  /// Everything after the solution mark, including the boxed answer and the end.
  public var response: [Int32]
  /// The boxed answer: D digit tokens.
  public var answer: [Int32]

  public init(question: [Int32], response: [Int32], answer: [Int32]) {
    self.question = question
    self.response = response
    self.answer = answer
  }
}

extension EmbeddedWorld {
  /// Accepts `Q ... ? A ... # d d d <end>`: the question ends at the first `?`, the solution mark
  /// follows at once, and one boxed value of D digits closes the document. Does not check what the
  /// question says or the solution does. Ignores padding after the end.
  public func parseDocument(_ tokens: [Int32]) -> WorldDocument? {
    guard tokens.first == Lexicon.question,
      let ask = tokens.firstIndex(of: Lexicon.ask),
      ask + 1 < tokens.count, tokens[ask + 1] == Lexicon.solution
    else { return nil }
    let response = tokens[(ask + 2)...]
    guard let box = boxedAnswer(response),
      response.firstIndex(of: Lexicon.box) == box.lowerBound - 1,
      !tokens[...ask].contains(Vocabulary.end)
    else { return nil }
    return WorldDocument(
      question: Array(tokens[...ask]), response: Array(response[...box.upperBound]),
      answer: Array(tokens[box]))
  }

  /// A generated question in this world's token ids; nil if it is not a document of this world.
  public func document(of generated: GeneratedQuestion) -> WorldDocument? {
    parseDocument(generated.rollout.tokens)
  }

  /// Accepts `Q ... ?` with one question mark, all that ``parseDocument(_:)`` requires of a
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

  /// Range of the boxed answer's digits: the D tokens before the first end, after a `#`.
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
