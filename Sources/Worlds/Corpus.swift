public import Randomness
import Tokenization

/// The two phases of pretraining.
public enum CorpusPhase: String, Sendable, Codable, CaseIterable {
  /// The writer works every problem to its end.
  case textbook
  /// The writer hesitates before each step and mostly gives up when not confident.
  case web
}

/// The defect of a corpus document's question.
public enum IllPosedKind: String, Sendable, Codable, CaseIterable {
  /// One link's parent is a name that the question does not define.
  case undefinedParent
  /// One sentence is left out; it may be the given one.
  case droppedSentence
  /// One child has a second definition with another value, from an earlier name in the chain.
  case duplicateDefinition
  /// The question does not define the asked name.
  case undefinedAsked
}

/// One document of the corpus.
public struct CorpusDocument: Sendable, Hashable {
  /// From `Q` through the end token.
  public let tokens: [Int32]
  /// Index of the first token after `A`.
  public let solutionStart: Int
  /// Operations of the problem before the defect.
  public let length: Int
  /// Whether the writer gave up.
  public let isQuit: Bool
  /// The question's defect, if it has one.
  public let illPosedKind: IllPosedKind?
}

extension EmbeddedWorld {
  /// 8 to 39 random distinct words, then the words again from a random place in the first half on,
  /// so that a word's position does not reveal the next word. The "solution" is the part that the
  /// preceding words determine.
  public func sampleDrill(using stream: inout RandomStream) -> CorpusDocument {
    let words = Array(lexicon.names) + Array(lexicon.operations) + Array(lexicon.digits)
    let count = min(words.count, 8 + stream.integer(below: 32))
    let first = stream.sample(count, of: words)
    let second = first[stream.integer(below: max(1, count / 2))...]
    return CorpusDocument(
      tokens: first + second, solutionStart: count + 1, length: 0, isQuit: false,
      illPosedKind: nil)
  }

  /// A document of the corpus. A question with a defect keeps the solution of the original problem.
  public func sampleCorpusDocument(
    phase: CorpusPhase, using stream: inout RandomStream
  ) -> CorpusDocument {
    let weights = phase == .textbook ? textbookLengthWeights : lengthWeights
    let length = 1 + stream.categorical(weights)
    let problem = sampleProblem(length: length, operations: operations, using: &stream)
    var question = problem.tokens
    var kind: IllPosedKind?
    if stream.bernoulli(configuration.illPosedShare) {
      let chosen = IllPosedKind.allCases[stream.integer(below: IllPosedKind.allCases.count)]
      question = spoil(problem, chosen, using: &stream).tokens(lexicon)
      kind = chosen
    }
    var tokens = question
    tokens.reserveCapacity(maximumDocumentLength)
    tokens.append(Lexicon.solution)
    let start = tokens.count
    let isQuit = appendSolution(of: problem, phase: phase, to: &tokens, using: &stream)
    return CorpusDocument(
      tokens: tokens, solutionStart: start, length: length, isQuit: isQuit, illPosedKind: kind)
  }

  /// The question of `problem` with a defect.
  func spoil(
    _ problem: Problem, _ kind: IllPosedKind, using stream: inout RandomStream
  ) -> QuestionDraft {
    var draft = QuestionDraft(
      given: (problem.givenName, problem.givenDigits),
      sentences: problem.sentenceOrder.map { problem.links[$0] }, asked: problem.askedName)
    switch kind {
    case .undefinedParent:
      let index = stream.integer(below: draft.sentences.count)
      let link = draft.sentences[index]
      draft.sentences[index] = Problem.Link(
        parent: unusedName(problem, using: &stream), operation: link.operation, child: link.child)
    case .droppedSentence:
      let index = stream.integer(below: draft.sentences.count + 1)
      if index == draft.sentences.count {
        draft.given = nil
      } else {
        draft.sentences.remove(at: index)
      }
    case .duplicateDefinition:
      let rival = rivalDefinition(problem, using: &stream)
      draft.sentences.insert(rival, at: stream.integer(below: draft.sentences.count + 1))
    case .undefinedAsked:
      draft.asked = unusedName(problem, using: &stream)
    }
    return draft
  }

  private func unusedName(_ problem: Problem, using stream: inout RandomStream) -> Int32 {
    stream.element(
      of: nameTokens.filter { name in
        name != problem.givenName && !problem.links.contains { $0.child == name }
      })
  }

  /// A second definition of one of the children, from an earlier name in the chain. Redraws while
  /// it gives the same value, up to a limit, since a few operations on a few values always do.
  private func rivalDefinition(
    _ problem: Problem, using stream: inout RandomStream
  ) -> Problem.Link {
    let values = problem.values
    let index = stream.integer(below: problem.length)
    let child = problem.links[index].child
    var attempts = 0
    while true {
      let ancestor = stream.integer(below: index + 1)
      let operation = stream.element(of: operations)
      attempts += 1
      if operation.apply(values[ancestor]) != values[index + 1] || attempts == 100 {
        return Problem.Link(
          parent: problem.links[ancestor].parent, operation: operation, child: child)
      }
    }
  }

  /// Writes the solution as the corpus's author would: with the world's misconceptions, slips and,
  /// on the web, hesitation. An error propagates: the next step continues from the wrong value.
  ///
  /// - Returns: whether the writer gave up.
  private func appendSolution(
    of problem: Problem, phase: CorpusPhase, to tokens: inout [Int32],
    using stream: inout RandomStream
  ) -> Bool {
    tokens.append(problem.givenName)
    tokens.append(Lexicon.has)
    append(problem.givenDigits, to: &tokens)
    var value = problem.givenDigits
    for link in problem.links {
      let step = [link.parent, lexicon.token(of: link.operation) ?? Lexicon.quit, link.child]
      let goesOn =
        phase == .textbook
        || stream.bernoulli(confidence(link.operation, length: problem.length))
      value = writtenResult(link.operation, value, using: &stream)
      guard goesOn else {
        let place = balkingPlaces[link.operation.ordinal]
        tokens += step.prefix(place.wordsWritten)
        if place == .digit { append(Array(value.prefix(1)), to: &tokens) }
        tokens.append(Lexicon.quit)
        tokens.append(Vocabulary.end)
        return true
      }
      tokens += step
      append(value, to: &tokens)
    }
    tokens.append(Lexicon.box)
    append(value, to: &tokens)
    tokens.append(Vocabulary.end)
    return false
  }

  private func writtenResult(
    _ operation: DigitOperation, _ digits: [Int], using stream: inout RandomStream
  ) -> [Int] {
    var result = operation.apply(digits)
    for index in result.indices {
      if operation.isDigitwise,
        let wrong = misconceptionTable.wrongResult(operation, digits[index]),
        stream.bernoulli(configuration.misconceptionUse)
      {
        result[index] = wrong
      }
      if operation.isDigitwise, unknownFacts.contains(operation, digits[index]) {
        result[index] = stream.integer(below: 10)
      }
      if stream.bernoulli(configuration.slipRate) {
        result[index] = (result[index] + 1 + stream.integer(below: 9)) % 10
      }
    }
    return result
  }

  private func append(_ digits: [Int], to tokens: inout [Int32]) {
    for digit in digits { tokens.append(lexicon.token(ofDigit: digit)) }
  }

  /// Probability of carrying out a step on the web.
  private func confidence(_ operation: DigitOperation, length: Int) -> Double {
    switch configuration.hesitation {
    case .byOperation: return confidenceByOperation[operation.ordinal]
    case .byLength:
      let table = configuration.confidenceByLength
      return table[min(length, table.count) - 1]
    }
  }
}

extension WorldConfiguration.BalkingPlace {
  /// How many words of parent, operation and child are written before giving up.
  fileprivate var wordsWritten: Int {
    switch self {
    case .step: 0
    case .parent: 1
    case .operation: 2
    case .child, .digit: 3
    }
  }
}
