// Locks: every sampled problem is well-posed and parses back to itself; the solver, the chain and
// the step-by-step evaluator agree; hard problems satisfy their constraints; the same seed gives
// the same problems.

import Randomness
import Tasks
import Testing
import Tokenization
import Worlds

@Suite struct ProblemTests {
  @Test(arguments: presets)
  func problemsParseBackToThemselves(_ configuration: WorldConfiguration) throws {
    let world = try EmbeddedWorld(configuration)
    var stream = stream("parse-back")
    for _ in 0..<2000 {
      let length = 1 + stream.integer(below: configuration.maximumLength)
      let problem = world.sampleProblem(
        length: length, operations: world.operations, using: &stream)
      #expect(problem.length == length)
      #expect(world.problem(parsing: problem.tokens) == problem)
      let diagnosis = world.parseQuestion(problem.tokens)
      #expect(diagnosis.isWellPosed)
      #expect(diagnosis.notes.isEmpty)
      #expect(diagnosis.distractorCount == 0)
    }
  }

  @Test func solverAgreesWithTheChainAndTheStepByStepEvaluator() throws {
    let world = try EmbeddedWorld(.skills12)
    let lexicon = world.lexicon
    var stream = stream("solver")
    for _ in 0..<1000 {
      let problem = world.sampleProblem(
        length: 1 + stream.integer(below: 10), operations: world.operations, using: &stream)
      #expect(world.solve(question: problem.tokens) == problem.answer)

      var solution = [problem.givenName, Lexicon.has]
      solution += problem.givenDigits.map(lexicon.token(ofDigit:))
      for (link, value) in zip(problem.links, problem.values.dropFirst()) {
        solution += [
          link.parent, try #require(lexicon.token(of: link.operation)), link.child,
        ]
        solution += value.map(lexicon.token(ofDigit:))
      }
      solution += [Lexicon.box] + problem.reference + [Vocabulary.end]
      let verification = world.verify(solution: solution, question: problem.tokens)
      #expect(verification.isValid)
      #expect(verification.answer == problem.answer)
      #expect(verification.steps.last?.expected == problem.answer)
      #expect(world.grade(response: solution, reference: problem.reference) == .correct)
    }
  }

  @Test func theWorkedExample() throws {
    let fixture = try Fixture()
    let question = try fixture.tokens(
      "Q Dan has 0 1 2 . Bob plus1 Fay . Dan plus3 Jim . Jim plus3 Bob . Fay ?")
    let problem = try #require(fixture.world.problem(parsing: question))
    #expect(problem.length == 3)
    #expect(problem.answer == [7, 8, 9])
    #expect(problem.values == [[0, 1, 2], [3, 4, 5], [6, 7, 8], [7, 8, 9]])
    #expect(problem.sentenceOrder == [2, 0, 1])
    #expect(problem.tokens == question)
  }

  @Test func hardProblemsSatisfyTheirConstraints() throws {
    let world = try EmbeddedWorld(.skills12)
    let targets = Set(world.operations(.target))
    let usable = targets.union(world.operations(.easy))
    var stream = stream("hard")
    var lengths = Set<Int>()
    var used = Set<DigitOperation>()
    for _ in 0..<2000 {
      let problem = world.sampleHardProblem(using: &stream)
      let operations = problem.links.map(\.operation)
      lengths.insert(problem.length)
      used.formUnion(operations)
      #expect(operations.count { targets.contains($0) } >= 5)
      #expect(usable.isSuperset(of: operations))
    }
    #expect(lengths == [6, 7, 8])
    #expect(used == usable)
  }

  @Test func hardProblemsOfFamiliesNeedTwoHabitsEach() throws {
    let world = try EmbeddedWorld(.habits12)
    #expect(
      world.targetFamilies == [
        [.times7, .minus4], [.mirror, .rev], [.plus5, .rot], [.times3, .swap],
      ])
    let targets = Set(world.operations(.target))
    var stream = stream("hard-families")
    var pairs = Set<[Int]>()
    for _ in 0..<2000 {
      let operations = world.sampleHardProblem(using: &stream).links.map(\.operation)
      let families = world.targetFamilies.indices.filter { index in
        operations.contains { world.targetFamilies[index].contains($0) }
      }
      #expect(families.count == 2)
      for family in families {
        #expect(operations.count { world.targetFamilies[family].contains($0) } >= 2)
      }
      let rest = operations.filter { !targets.contains($0) }
      #expect(rest.allSatisfy { world.role(of: $0) == .easy })
      pairs.insert(families)
    }
    #expect(pairs.count == 6)
  }

  @Test func chain6HardProblemsUseEveryOperation() throws {
    let world = try EmbeddedWorld(.chain6)
    var stream = stream("hard-chain")
    var used = Set<DigitOperation>()
    for _ in 0..<300 {
      used.formUnion(world.sampleHardProblem(using: &stream).links.map(\.operation))
    }
    #expect(used == Set(world.operations))
    #expect(world.vocabulary.vocabularySize == 37)
  }

  @Test func theSameStreamGivesTheSameProblemsAndDocuments() throws {
    let world = try EmbeddedWorld(.skills12)
    var first = stream("determinism")
    var second = stream("determinism")
    var other = stream("another")
    var differences = 0
    for _ in 0..<200 {
      let problem = world.sampleHardProblem(using: &first)
      #expect(problem == world.sampleHardProblem(using: &second))
      differences += problem == world.sampleHardProblem(using: &other) ? 0 : 1
      #expect(
        world.sampleCorpusDocument(phase: .web, using: &first)
          == world.sampleCorpusDocument(phase: .web, using: &second))
      _ = world.sampleCorpusDocument(phase: .web, using: &other)
    }
    #expect(differences == 200)
  }

  @Test(arguments: DigitOperation.allCases)
  func operationsAreBijectionsThatKeepTheNumberOfDigits(_ operation: DigitOperation) {
    let values = (0..<1000).map { [$0 / 100, $0 / 10 % 10, $0 % 10] }
    let images = Set(values.map { operation.apply($0) })
    #expect(images.count == 1000)
    #expect(images.allSatisfy { $0.count == 3 && $0.allSatisfy((0...9).contains) })
    if operation.isDigitwise {
      #expect(operation.apply([3, 5, 8]) == [3, 5, 8].map { operation.apply($0) })
    }
  }

  @Test func operationsByHand() {
    let expected: [(DigitOperation, [Int])] = [
      (.plus1, [1, 5, 0]), (.plus3, [3, 7, 2]), (.plus5, [5, 9, 4]), (.minus2, [8, 2, 7]),
      (.minus4, [6, 0, 5]), (.times3, [0, 2, 7]), (.times7, [0, 8, 3]), (.times9, [0, 6, 1]),
      (.mirror, [9, 5, 0]), (.rev, [9, 4, 0]), (.rot, [4, 9, 0]), (.swap, [4, 0, 9]),
    ]
    for (operation, result) in expected { #expect(operation.apply([0, 4, 9]) == result) }
    #expect(DigitOperation.swap.apply([4]) == [4])
  }

  @Test func problemsSurviveCoding() throws {
    let world = try EmbeddedWorld(.skills12)
    var stream = stream("coding")
    let problem = world.sampleHardProblem(using: &stream)
    #expect(try decoded(problem) == problem)
  }
}
