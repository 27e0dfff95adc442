extension EmbeddedWorld {
  /// Reads a question and decides whether it is well-posed and what its answer is. Any token
  /// sequence has a diagnosis. See ``QuestionDiagnosis`` for the rules.
  ///
  /// - Parameter tokens: a question, `Q` through `?`.
  public func parseQuestion(_ tokens: [Int32]) -> QuestionDiagnosis {
    let text = QuestionText(tokens, lexicon: lexicon, digitCount: digitCount)
    if let malformation = text.malformation {
      return text.diagnosis(.malformed, malformation: malformation)
    }
    guard let asked = text.asked else { return text.diagnosis(.noQuestion) }
    var calculation = ForwardCalculation(
      text.sentences, lexicon: lexicon, digitCount: digitCount)
    calculation.run()
    return calculation.diagnose(text, asked: asked)
  }

  /// The exact answer, or nil when the question is ill-posed.
  public func solve(question: [Int32]) -> [Int]? { parseQuestion(question).derivation?.answer }
}

/// A question cut into sentences.
struct QuestionText {
  let tokens: [Int32]
  private(set) var sentences: [QuestionDiagnosis.Sentence] = []
  private(set) var asked: Int32?
  private(set) var malformation: QuestionDiagnosis.Malformation?

  init(_ tokens: [Int32], lexicon: Lexicon, digitCount: Int) {
    self.tokens = tokens
    let opens = tokens.first == Lexicon.question
    let mark = tokens.firstIndex(of: Lexicon.ask)
    let end = mark ?? tokens.count
    var start = min(opens ? 1 : 0, end)
    while let stop = tokens[start..<end].firstIndex(of: Lexicon.stop) {
      sentences.append(
        Self.sentence(tokens, start..<stop, lexicon: lexicon, digitCount: digitCount))
      start = stop + 1
    }
    if mark == nil, start < end {
      sentences.append(
        Self.sentence(tokens, start..<end, lexicon: lexicon, digitCount: digitCount))
    }
    if !opens {
      malformation = .noOpeningMark
    } else if let mark {
      let question = tokens[start..<mark]
      if mark + 1 < tokens.count {
        malformation = .goesOnAfterQuestionMark
      } else if question.count == 1, lexicon.isName(tokens[start]) {
        asked = tokens[start]
      } else if question.contains(where: lexicon.isName) {
        malformation = .unclearAsked
      }
    }
  }

  private static func sentence(
    _ tokens: [Int32], _ range: Range<Int>, lexicon: Lexicon, digitCount: Int
  ) -> QuestionDiagnosis.Sentence {
    let words = tokens[range]
    if words.count == 3, lexicon.isName(words[range.lowerBound]),
      let operation = lexicon.operation(words[range.lowerBound + 1]),
      lexicon.isName(words[range.lowerBound + 2])
    {
      return .link(
        Problem.Link(
          parent: words[range.lowerBound], operation: operation,
          child: words[range.lowerBound + 2]))
    }
    if words.count == 2 + digitCount, lexicon.isName(words[range.lowerBound]),
      words[range.lowerBound + 1] == Lexicon.has,
      let digits = lexicon.value(in: words, at: range.lowerBound + 2, count: digitCount)
    {
      return .given(name: words[range.lowerBound], digits: digits)
    }
    return .unreadable(range)
  }

  func diagnosis(
    _ kind: QuestionDiagnosis.Kind, malformation: QuestionDiagnosis.Malformation? = nil,
    name: Int32? = nil, derivation: QuestionDiagnosis.Derivation? = nil,
    notes: Set<QuestionDiagnosis.Note> = [], duplicateChangesAnswer: Bool? = nil,
    cycleHasSolution: Bool? = nil
  ) -> QuestionDiagnosis {
    QuestionDiagnosis(
      kind: kind, malformation: malformation, name: name, sentences: sentences, asked: asked,
      derivation: derivation,
      notes: QuestionDiagnosis.Note.allCases.filter(notes.contains),
      duplicateChangesAnswer: duplicateChangesAnswer, cycleHasSolution: cycleHasSolution)
  }
}
