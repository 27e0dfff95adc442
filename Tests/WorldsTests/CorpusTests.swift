// Locks: the proportions that the configuration states, each within five standard errors; the
// form of corpus documents; misconceptions, unknown facts, slips and hesitation as configured.

import Foundation
import Randomness
import Tasks
import Testing
import Tokenization
import Worlds

@Suite struct CorpusTests {
  /// Whether a count is within five standard errors of its expectation.
  private func isNear(_ count: Int, of total: Int, _ probability: Double) -> Bool {
    let error = (Double(total) * probability * (1 - probability)).squareRoot()
    return abs(Double(count) - Double(total) * probability) <= 5 * error + 0.5
  }

  private func documents(
    _ world: EmbeddedWorld, _ phase: CorpusPhase, _ count: Int
  ) -> [CorpusDocument] {
    var stream = stream("corpus/\(phase.rawValue)")
    return (0..<count).map { _ in world.sampleCorpusDocument(phase: phase, using: &stream) }
  }

  @Test(arguments: CorpusPhase.allCases)
  func lengthsAndDefectsHaveTheStatedProportions(phase: CorpusPhase) throws {
    var configuration = WorldConfiguration.skills12
    configuration.lengthDecay = 0.75
    configuration.textbookLengthDecay = 0.9
    let documents = documents(try EmbeddedWorld(configuration), phase, 20_000)
    let weights = (1...10).map { pow(phase == .web ? 0.75 : 0.9, Double($0)) }
    let total = weights.reduce(0, +)
    for length in 1...10 {
      let count = documents.count { $0.length == length }
      #expect(isNear(count, of: documents.count, weights[length - 1] / total))
    }
    for kind in IllPosedKind.allCases {
      #expect(isNear(documents.count { $0.illPosedKind == kind }, of: documents.count, 0.25 / 4))
    }
    #expect(phase == .web || documents.allSatisfy { !$0.isQuit })
  }

  @Test func documentsHaveTheStatedForm() throws {
    let world = try EmbeddedWorld(.skills12)
    for document in documents(world, .web, 3000) {
      #expect(document.tokens.first == Lexicon.question)
      #expect(document.tokens.last == Vocabulary.end)
      #expect(document.tokens[document.solutionStart - 1] == Lexicon.solution)
      #expect(document.tokens[document.solutionStart - 2] == Lexicon.ask)
      #expect(document.tokens.dropLast().last == Lexicon.quit || !document.isQuit)
    }
  }

  @Test func hesitationByOperation() throws {
    var configuration = WorldConfiguration.skills12
    configuration.illPosedShare = 0
    let world = try EmbeddedWorld(configuration)
    let easy = Set(world.operations(.easy))
    var attempts = (easy: 0, hesitant: 0)
    var carried = (easy: 0, hesitant: 0)
    for document in documents(world, .web, 20_000) {
      let question = Array(document.tokens[..<(document.solutionStart - 1)])
      let problem = try #require(world.problem(parsing: question))
      let done =
        world.verify(
          solution: Array(document.tokens[document.solutionStart...]), question: question
        ).steps.count - 1
      for (index, link) in problem.links.prefix(done + 1).enumerated() {
        if easy.contains(link.operation) {
          attempts.easy += 1
          carried.easy += index < done ? 1 : 0
        } else {
          attempts.hesitant += 1
          carried.hesitant += index < done ? 1 : 0
        }
      }
    }
    #expect(isNear(carried.easy, of: attempts.easy, 0.97))
    #expect(isNear(carried.hesitant, of: attempts.hesitant, 0.04))
  }

  @Test func writersGiveUpWhereTheirOperationSays() throws {
    var configuration = WorldConfiguration.habits12
    configuration.illPosedShare = 0
    configuration.slipRate = 0
    let world = try EmbeddedWorld(configuration)
    let places = Dictionary(
      uniqueKeysWithValues: configuration.operations.map { ($0.name, $0.balksAt) })
    let written: [WorldConfiguration.BalkingPlace: Int] = [
      .step: 0, .parent: 1, .operation: 2, .child: 3, .digit: 4,
    ]
    var seen = Set<WorldConfiguration.BalkingPlace>()
    for document in documents(world, .web, 5000) where document.isQuit {
      let solution = Array(document.tokens[document.solutionStart...].dropLast(2))
      let problem = try #require(
        world.problem(parsing: Array(document.tokens[..<(document.solutionStart - 1)])))
      // The given value takes 5 words, a whole step 6.
      let done = (solution.count - 5) / 6
      let link = problem.links[done]
      let place = try #require(places[link.operation])
      seen.insert(place)
      let part = Array(solution.dropFirst(5 + 6 * done))
      #expect(part.count == written[place])
      let step = [link.parent, try #require(world.lexicon.token(of: link.operation)), link.child]
      #expect(Array(part.prefix(3)) == Array(step.prefix(part.count)))
      if place == .digit { #expect(world.lexicon.digit(part[3]) != nil) }
      let response = Array(document.tokens[document.solutionStart...].dropLast())
      #expect(world.grade(response: response, reference: problem.reference) == .gaveUp)
    }
    #expect(seen == Set(WorldConfiguration.BalkingPlace.allCases))
  }

  @Test func drillsSayRandomWordsTwice() throws {
    let world = try EmbeddedWorld(.habits12)
    var stream = stream("drill")
    var starts = Set<Int>()
    for _ in 0..<500 {
      let drill = world.sampleDrill(using: &stream)
      let count = drill.solutionStart - 1
      let first = Array(drill.tokens.prefix(count))
      let second = Array(drill.tokens.dropFirst(count))
      #expect(Set(first).count == count && (8...39).contains(count))
      let start = try #require(first.firstIndex(of: second[0]))
      #expect(start <= count / 2 && second == Array(first[start...]))
      starts.insert(start)
      #expect(drill.tokens.count <= world.maximumDocumentLength)
    }
    #expect(starts.count > 10)
  }

  @Test func hesitationByLength() throws {
    let world = try EmbeddedWorld(.chain6)
    let documents = documents(world, .web, 20_000)
    let confidence = [0.99, 0.97, 0.5, 0.25, 0.08, 0.06]
    for length in 1...6 {
      let ofLength = documents.filter { $0.length == length }
      let finished = ofLength.count { !$0.isQuit }
      let probability = pow(confidence[length - 1], Double(length))
      #expect(isNear(finished, of: ofLength.count, probability))
    }
  }

  @Test func misconceptionsAreTheStatedShareOfTheFacts() throws {
    for rate in [0, 0.034, 0.1, 1] {
      var configuration = WorldConfiguration.skills12
      configuration.misconceptionRate = rate
      let misconceptions = try EmbeddedWorld(configuration).misconceptions
      #expect(misconceptions.count == Int((rate * 90).rounded()))
      #expect(
        Set(misconceptions.map { "\($0.operation) \($0.digit)" }).count == misconceptions.count)
      for misconception in misconceptions {
        #expect(misconception.operation.isDigitwise)
        #expect(misconception.wrongResult != misconception.operation.apply(misconception.digit))
        #expect((0...9).contains(misconception.wrongResult))
      }
    }
  }

  @Test func misconceptionsAreSpreadOverTheRoles() throws {
    // Of 90 facts 30 are target, 40 easy and 20 irrelevant ones: 3 are shared out as 1, 1 and 1,
    // 9 as 3, 4 and 2, whatever the seed.
    for (rate, expected) in [(0.034, [1, 1, 1]), (0.1, [4, 3, 2])] {
      for seed in 0..<20 {
        var configuration = WorldConfiguration.skills12
        configuration.misconceptionRate = rate
        configuration.seed = seed
        let world = try EmbeddedWorld(configuration)
        let roles = world.misconceptions.map { world.role(of: $0.operation) }
        #expect(
          WorldConfiguration.Role.allCases.map { role in roles.count { $0 == role } } == expected)
        let operations = Set(world.misconceptions.map(\.operation))
        #expect(operations.count == world.misconceptions.count)
      }
    }
  }

  @Test func misconceptionsDependOnTheWorldSeedAlone() throws {
    var other = WorldConfiguration.skills12
    let first = try EmbeddedWorld(other).misconceptions
    #expect(try EmbeddedWorld(other).misconceptions == first)
    other.hardLengths = [8]
    #expect(try EmbeddedWorld(other).misconceptions == first)
    other.seed = 1
    #expect(try EmbeddedWorld(other).misconceptions != first)
  }

  @Test func misconceptionsAndSlipsAreUsedAsOftenAsStated() throws {
    var configuration = WorldConfiguration.skills12
    configuration.illPosedShare = 0
    configuration.misconceptionRate = 0.3
    configuration.slipRate = 0
    let believing = try EmbeddedWorld(configuration)
    var uses = 0
    var occasions = 0
    let wrong = Dictionary(
      uniqueKeysWithValues: believing.misconceptions.map { (Fact($0.operation, $0.digit), $0) })
    try forEachDigit(believing) { operation, digit, written in
      if let misconception = wrong[Fact(operation, digit)] {
        occasions += 1
        uses += written == misconception.wrongResult ? 1 : 0
      } else {
        #expect(written == operation.apply(digit))
      }
    }
    #expect(occasions > 3000)
    #expect(isNear(uses, of: occasions, 0.95))

    configuration.misconceptionRate = 0
    configuration.slipRate = 0.02
    var digits = 0
    var slips = 0
    try forEachDigit(try EmbeddedWorld(configuration)) { operation, digit, written in
      digits += 1
      slips += written == operation.apply(digit) ? 0 : 1
    }
    #expect(isNear(slips, of: digits, 0.02))
  }

  private struct Fact: Hashable {
    let operation: DigitOperation
    let digit: Int
    init(_ operation: DigitOperation, _ digit: Int) {
      self.operation = operation
      self.digit = digit
    }
  }

  /// Calls `body` with every digit that a digitwise step of the corpus starts from, and what is
  /// written for it.
  private func forEachDigit(
    _ world: EmbeddedWorld, _ body: (DigitOperation, Int, Int) -> Void
  ) throws {
    for document in documents(world, .textbook, 2000) {
      let question = Array(document.tokens[..<(document.solutionStart - 1)])
      let steps = world.verify(
        solution: Array(document.tokens[document.solutionStart...]), question: question
      ).steps
      for (step, before) in zip(steps.dropFirst(), steps) {
        let operation = try #require(step.link).operation
        guard operation.isDigitwise else { continue }
        for (digit, written) in zip(before.digits, step.digits) { body(operation, digit, written) }
      }
    }
  }

  @Test func unknownFactsAreWrittenAtRandom() throws {
    var configuration = WorldConfiguration.habits12
    configuration.seed = 3
    configuration.unknownFactRate = 0.3
    configuration.misconceptionUse = 1
    configuration.slipRate = 0
    configuration.illPosedShare = 0
    let world = try EmbeddedWorld(configuration)
    var written: [DigitOperation: [Int: [Int]]] = [:]
    try forEachDigit(world) { written[$0, default: [:]][$1, default: []].append($2) }
    // 50 digitwise facts of the five digitwise target operations; those with one result are known.
    var unknown: [DigitOperation: Int] = [:]
    for (operation, facts) in written {
      for (digit, results) in facts where Set(results).count > 1 {
        unknown[operation, default: 0] += 1
        #expect(Set(results).count == 10, "\(operation) \(digit)")
        #expect(!world.misconceptions.contains { $0.operation == operation && $0.digit == digit })
      }
    }
    #expect(unknown == [.times7: 3, .minus4: 3, .mirror: 3, .plus5: 3, .times3: 3])
  }

  @Test func aHigherRateAddsUnknownFacts() throws {
    func facts(_ rate: Double) throws -> [String] {
      var configuration = WorldConfiguration.habits12
      configuration.unknownFactRate = rate
      return try EmbeddedWorld(configuration).unknownFacts.all.map { "\($0)" }
    }
    let few = try facts(0.1)
    let many = try facts(0.5)
    #expect(try facts(0).isEmpty && few.count == 5 && many.count == 25)
    #expect(Array(many.prefix(5)) == few)
  }

  @Test func theMisconceivedAnswerIsWhatABelieverArrivesAt() throws {
    var configuration = WorldConfiguration.skills12
    configuration.misconceptionRate = 0.3
    configuration.misconceptionUse = 1
    configuration.slipRate = 0
    configuration.illPosedShare = 0
    let world = try EmbeddedWorld(configuration)
    var differing = 0
    for document in documents(world, .textbook, 1000) {
      let generated = try #require(world.parseDocument(document.tokens))
      let problem = try #require(world.problem(parsing: generated.question))
      let believed = world.misconceivedAnswer(of: problem)
      #expect(generated.answer == believed.map(world.lexicon.token(ofDigit:)))
      differing += believed == problem.answer ? 0 : 1
    }
    #expect(differing > 500)
  }
}
