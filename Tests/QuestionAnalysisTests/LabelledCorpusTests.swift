// Locks: the exact classifier is right on every one of 100,000 generated problems (in release; a
// tenth of that unoptimised) whose kind is known from how they were made, not from reading them:
// - the corpus's own defects, told apart by which sentence of the worked chain is missing
// - every other kind of ill-posed question, injected here
// - right, shared, slipped and idiosyncratic answers, made step by step

import QuestionAnalysis
import Randomness
import Testing
import Tokenization
import Worlds

@Suite struct LabelledCorpusTests {
  #if DEBUG
    static let problems = 10_000
  #else
    static let problems = 100_000
  #endif

  let world: EmbeddedWorld
  let classifier: ExactClassifier

  init() throws {
    var configuration = WorldConfiguration.habits12
    configuration.illPosedShare = 0.8
    configuration.misconceptionRate = 0.1
    world = try EmbeddedWorld(configuration)
    classifier = ExactClassifier(world: world)
  }

  @Test func theCorpusIsLabelledRight() throws {
    var stream = RandomStream(seed: 11, path: "labelled/corpus")
    var seen: [Posedness: Int] = [:]
    var wrong: [String] = []
    for _ in 0..<Self.problems / 2 {
      let document = world.sampleCorpusDocument(phase: .textbook, using: &stream)
      let question = Array(document.tokens[..<(document.solutionStart - 1)])
      let expected = try truth(document, question)
      let label = classifier.classify(
        WorldDocument(
          question: question, response: Array(document.tokens[document.solutionStart...]),
          answer: Array(document.tokens.suffix(4).dropLast())))
      seen[expected, default: 0] += 1
      if label.posedness != expected || label.isWellPosed != (document.illPosedKind == nil) {
        wrong.append("\(expected), not \(label.posedness): \(world.vocabulary.decode(question))")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    #expect(
      Set(seen.keys) == [.wellPosed, .undefinedName, .missingQuantity, .duplicateDefinition])
    #expect(seen.values.allSatisfy { $0 > Self.problems / 100 })
  }

  /// The kind by what was done to the question; a left-out sentence is looked for in the worked
  /// chain, which the corpus takes over from the question before it was spoilt.
  private func truth(_ document: CorpusDocument, _ question: [Int32]) throws -> Posedness {
    switch document.illPosedKind {
    case nil: return .wellPosed
    case .undefinedParent, .undefinedAsked: return .undefinedName
    case .duplicateDefinition: return .duplicateDefinition
    case .droppedSentence: return question.contains(Lexicon.has) ? .undefinedName : .missingQuantity
    }
  }

  @Test func injectedDefectsAreLabelledRight() throws {
    var stream = RandomStream(seed: 12, path: "labelled/injected")
    var seen: [Posedness: Int] = [:]
    var wrong: [String] = []
    for _ in 0..<Self.problems / 4 {
      let length = 1 + stream.integer(below: 8)
      let problem = world.sampleProblem(
        length: length, operations: world.operations, using: &stream)
      let (question, expected) = injected(problem, using: &stream)
      let posedness = Posedness(world.parseQuestion(question))
      seen[expected, default: 0] += 1
      if posedness != expected {
        wrong.append("\(expected), not \(posedness): \(world.vocabulary.decode(question))")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    #expect(Set(seen.keys) == [.contradiction, .cycle, .noSolution, .noQuestion, .malformed])
    #expect(seen.values.allSatisfy { $0 > Self.problems / 200 })
  }

  /// The question with a defect that the corpus does not have, and what it is.
  private func injected(
    _ problem: Problem, using stream: inout RandomStream
  ) -> ([Int32], Posedness) {
    let lexicon = world.lexicon
    let asked = Array(problem.tokens.suffix(2))
    let body = Array(problem.tokens.dropLast(2))
    let operations = problem.links.map(\.operation)
    switch stream.integer(below: 5) {
    case 0:
      // Another value for a name on the way.
      let place = stream.integer(below: problem.length + 1)
      var value = problem.values[place]
      value[stream.integer(below: value.count)] += 1 + stream.integer(below: 9)
      let name = place == 0 ? problem.givenName : problem.links[place - 1].child
      let sentence =
        [name, Lexicon.has] + value.map { lexicon.token(ofDigit: $0 % 10) } + [Lexicon.stop]
      return (body + sentence + asked, .contradiction)
    case 1, 2:
      // The chain closed to a circle of additions; it has solutions when they sum up to nothing.
      let additions: [(DigitOperation, Int)] = [
        (.plus1, 1), (.plus3, 3), (.plus5, 5), (.minus2, 8), (.minus4, 6),
      ]
      var sum = 0
      var tokens = [Lexicon.question]
      let names = [problem.givenName] + problem.links.map(\.child)
      for place in names.indices {
        var (operation, amount) = stream.element(of: additions)
        // Half of the circles are closed on purpose where one addition can do it.
        if place == names.count - 1, stream.bernoulli(0.5),
          let closing = additions.first(where: { (sum + $0.1) % 10 == 0 })
        {
          (operation, amount) = closing
        }
        sum += amount
        tokens += [
          names[place], lexicon.token(of: operation) ?? Lexicon.quit,
          names[(place + 1) % names.count], Lexicon.stop,
        ]
      }
      return (tokens + asked, sum % 10 == 0 ? .cycle : .noSolution)
    case 3:
      return stream.bernoulli(0.5) ? (body, .noQuestion) : (body + [Lexicon.ask], .noQuestion)
    default:
      var tokens = problem.tokens
      if stream.bernoulli(0.5) || operations.isEmpty {
        // A digit of the given value is missing.
        tokens.remove(at: 3)
      } else if let place = tokens.firstIndex(where: { lexicon.operation($0) != nil }) {
        tokens.insert(tokens[place], at: place)
      }
      return (tokens, .malformed)
    }
  }

  @Test func answersAreLabelledRight() throws {
    var stream = RandomStream(seed: 13, path: "labelled/answers")
    var seen: [AnswerKind: Int] = [:]
    var wrong: [String] = []
    for _ in 0..<Self.problems / 4 {
      let problem = world.sampleProblem(
        length: 1 + stream.integer(below: 8), operations: world.operations, using: &stream)
      let (generated, expected) = answered(problem, using: &stream)
      let label = classifier.classify(generated)
      seen[expected, default: 0] += 1
      if label.answerKind != expected || !label.isWellPosed {
        let text = world.vocabulary.decode(generated.question + generated.response)
        wrong.append("\(expected), not \(label.answerKind): \(text)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    #expect(Set(seen.keys) == Set(AnswerKind.allCases).subtracting([.undecidable]))
    #expect(seen.values.allSatisfy { $0 > Self.problems / 200 })
  }

  /// A worked solution with one sort of error in it, or none, and what its answer is.
  private func answered(
    _ problem: Problem, using stream: inout RandomStream
  ) -> (WorldDocument, AnswerKind) {
    let lexicon = world.lexicon
    func tokens(_ digits: [Int]) -> [Int32] { digits.map(lexicon.token(ofDigit:)) }
    let facts = world.misconceptions
    func believed(_ operation: DigitOperation, _ digits: [Int]) -> [Int] {
      guard operation.isDigitwise else { return operation.apply(digits) }
      return digits.map { digit in
        facts.first { $0.operation == operation && $0.digit == digit }?.wrongResult
          ?? operation.apply(digit)
      }
    }
    let style = stream.integer(below: 4)
    let slipped = stream.integer(below: problem.length)
    let left = stream.integer(below: problem.length)
    var response = [problem.givenName, Lexicon.has] + tokens(problem.givenDigits)
    var value = problem.givenDigits
    for (place, link) in problem.links.enumerated() {
      if style == 3 && place == left { continue }
      let right = link.operation.apply(value)
      let shared = believed(link.operation, value)
      value = style == 1 ? shared : right
      if style == 2 && place == slipped {
        let digit = stream.integer(below: value.count)
        let candidates = (0...9).filter { $0 != right[digit] && $0 != shared[digit] }
        value[digit] = stream.element(of: candidates)
      }
      response += [link.parent, lexicon.token(of: link.operation) ?? Lexicon.quit, link.child]
      response += tokens(value)
    }
    let misconceived = problem.links.reduce(problem.givenDigits) { believed($1.operation, $0) }
    let kind: AnswerKind =
      value == problem.answer
      ? .correct
      : value == misconceived
        ? .wrongShared : style == 2 ? .wrongSlip : .wrongIdiosyncratic
    return (
      WorldDocument(
        question: problem.tokens,
        response: response + [Lexicon.box] + tokens(value) + [Vocabulary.end],
        answer: tokens(value)), kind
    )
  }

  @Test func cyclesAgreeWithBruteForce() throws {
    var configuration = WorldConfiguration.habits12
    configuration.digitCount = 2
    let world = try EmbeddedWorld(configuration)
    var stream = RandomStream(seed: 14, path: "labelled/cycles")
    let names = Array(world.lexicon.names)
    for _ in 0..<300 {
      // Up to four definitions among three names, every one of which is defined.
      let links = (0..<3 + stream.integer(below: 2)).map { index in
        Problem.Link(
          parent: names[stream.integer(below: 3)],
          operation: stream.element(of: world.operations), child: names[index % 3])
      }
      let question =
        [Lexicon.question]
        + links.flatMap {
          [
            $0.parent, world.lexicon.token(of: $0.operation) ?? Lexicon.quit, $0.child,
            Lexicon.stop,
          ]
        } + [names[0], Lexicon.ask]
      let needed = neededLinks(names[0], links)
      let hasSolution = (0..<100).contains { index in
        var values: [Int32: [Int]] = [names[0]: [index / 10, index % 10]]
        // Forwards and backwards from the asked name, to all that it depends on.
        for _ in 0..<4 {
          for link in needed {
            if let child = values[link.child], values[link.parent] == nil {
              values[link.parent] = (0..<100).lazy.map { [$0 / 10, $0 % 10] }
                .first { link.operation.apply($0) == child }
            }
          }
        }
        return needed.allSatisfy { link in
          values[link.parent].map { link.operation.apply($0) } == values[link.child]
        }
      }
      let expected: Posedness = hasSolution ? .cycle : .noSolution
      #expect(
        Posedness(world.parseQuestion(question)) == expected,
        Comment(rawValue: world.vocabulary.decode(question)))
    }
  }

  private func neededLinks(_ asked: Int32, _ links: [Problem.Link]) -> [Problem.Link] {
    var names: Set<Int32> = [asked]
    for _ in 0..<3 {
      for link in links where names.contains(link.child) { names.insert(link.parent) }
    }
    return links.filter { names.contains($0.child) }
  }
}
