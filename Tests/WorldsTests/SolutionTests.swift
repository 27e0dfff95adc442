// Locks: what the verifier finds wrong with worked solutions, structure features by hand, and how
// questions and solutions read in English.

import Testing
import Tokenization
import Worlds

@Suite struct SolutionTests {
  typealias Fault = SolutionVerification.Fault

  static let question = "Q Dan has 0 1 2 . Bob plus1 Fay . Dan plus3 Jim . Jim plus3 Bob . Fay ?"

  @Test(arguments: [
    ("Dan has 0 1 2 Dan plus3 Jim 3 4 5 Jim plus3 Bob 6 7 8 Bob plus1 Fay 7 8 9 # 7 8 9 <end>", []),
    // The given value need not be copied.
    ("Dan plus3 Jim 3 4 5 Jim plus3 Bob 6 7 8 Bob plus1 Fay 7 8 9 # 7 8 9 <end>", []),
    (
      "Dan has 0 1 2 Dan plus3 Jim 3 4 6 Jim plus3 Bob 6 7 9 Bob plus1 Fay 7 8 0 # 7 8 0 <end>",
      [Fault.wrongDigits]
    ),
    (
      "Dan has 0 1 3 Dan plus3 Jim 3 4 6 Jim plus3 Bob 6 7 9 Bob plus1 Fay 7 8 0 # 7 8 0 <end>",
      [.miscopiedGiven]
    ),
    (
      "Dan has 0 1 2 Dan plus3 Jim 3 4 5 Jim plus3 Bob 6 7 8 Bob plus1 Fay 7 8 9 # 7 8 8 <end>",
      [.miscopiedAnswer]
    ),
    (
      "Dan has 0 1 2 Dan plus3 Jim 3 4 5 Jim plus3 Bob 6 7 8 Bob plus1 Fay 7 8 9 # 6 7 8 <end>",
      [.answersAnotherName]
    ),
    (
      "Dan has 0 1 2 Dan plus3 Jim 3 4 5 Jim plus3 Bob 6 7 8 # 6 7 8 <end>", [.missingStep]
    ),
    (
      "Dan has 0 1 2 Dan plus3 Jim 3 4 5 Bob plus1 Fay 7 8 9 # 7 8 9 <end>",
      [.unknownParent, .missingStep]
    ),
    (
      "Dan has 0 1 2 Dan plus3 Jim 3 4 5 Jim plus1 Bob 4 5 6 Bob plus1 Fay 5 6 7 # 5 6 7 <end>",
      [.notInQuestion, .missingStep]
    ),
    (
      "Dan has 0 1 2 Dan plus3 has 3 4 5 Jim plus3 Bob 6 7 8 Bob plus1 Fay 7 8 9 # 7 8 9 <end>",
      [.unknownParent, .missingStep, .unreadable]
    ),
    ("Dan has 0 1 2 quit <end>", [.missingStep, .gaveUp, .noAnswer]),
    ("", [.missingStep, .noAnswer]),
  ])
  func faults(_ solution: String, _ faults: [Fault]) throws {
    let fixture = try Fixture()
    let verification = fixture.world.verify(
      solution: try fixture.tokens(solution), question: try fixture.tokens(Self.question))
    #expect(verification.faults == faults)
    #expect(verification.isValid == faults.isEmpty)
  }

  @Test func anErrorCountsWhereItIsMade() throws {
    let fixture = try Fixture()
    let verification = fixture.world.verify(
      solution: try fixture.tokens(
        "Dan has 0 1 2 Dan plus3 Jim 3 4 6 Jim plus3 Bob 6 7 9 Bob plus1 Fay 7 8 0 # 7 8 0 <end>"),
      question: try fixture.tokens(Self.question))
    #expect(verification.steps.map(\.isValid) == [true, false, true, true])
    #expect(verification.steps[1].expected == [3, 4, 5])
    #expect(verification.answer == [7, 8, 0])
  }

  @Test func misconceptionsAreToldFromOtherWrongDigits() throws {
    let fixture = try Fixture()
    let world = fixture.world
    let misconception = try #require(world.misconceptions.first)
    let digit = misconception.digit
    let operation = misconception.operation.rawValue
    let question = try fixture.tokens(
      "Q Dan has \(digit) \(digit) \(digit) . Dan \(operation) Fay . Fay ?")
    for result in 0...9 {
      let solution = try fixture.tokens(
        "Dan \(operation) Fay \(result) \(result) \(result) # \(result) \(result) \(result) <end>")
      let step = try #require(world.verify(solution: solution, question: question).steps.first)
      #expect(step.isMisconception == (result == misconception.wrongResult))
      #expect(step.isValid == (result == misconception.operation.apply(digit)))
    }
  }

  @Test func structureByHand() throws {
    let fixture = try Fixture()
    let chain = fixture.world.structure(of: try fixture.tokens(Self.question))
    #expect(chain.tokenCount == 21)
    #expect(chain.sentenceCount == 4)
    #expect(chain.operations == [.plus1, .plus3, .plus3])
    #expect(chain.operationsNeeded == 3)
    #expect(chain.distractorCount == 0)
    #expect(chain.depth == 3)
    #expect(chain.width == 1)
    #expect(chain.targetCount == 0)
    #expect(chain.targetShare == 0)

    let bush = fixture.world.structure(
      of: try fixture.tokens(
        "Q Dan has 0 1 2 . Dan rev Fay . Dan rot Jim . Dan mirror Bob . Bob plus1 Amy . Jim . Fay ?"
      ))
    #expect(bush.sentenceCount == 6)
    #expect(bush.unreadableCount == 1)
    #expect(bush.operationsNeeded == 1)
    #expect(bush.distractorCount == 4)
    #expect(bush.depth == 2)
    #expect(bush.width == 3)
    #expect(bush.targetCount == 2)
    #expect(bush.irrelevantCount == 1)
    #expect(bush.targetShare == 0.5)
    #expect(bush.irrelevantShare == 0.25)

    let circle = fixture.world.structure(
      of: try fixture.tokens("Q Dan plus1 Fay . Fay plus1 Dan . Bob rev Jim . Fay ?"))
    #expect(circle.operationsNeeded == nil)
    #expect(circle.distractorCount == nil)
    #expect(circle.depth == 1)
    #expect(circle.width == 1)

    let nothing = fixture.world.structure(of: [])
    #expect(nothing.depth == 0 && nothing.width == 0 && nothing.targetShare == 0)
  }

  @Test func questionsReadAsEnglish() throws {
    let fixture = try Fixture()
    func render(_ text: String) throws -> String {
      fixture.world.renderQuestion(try fixture.tokens(text))
    }
    #expect(
      try render("Q Dan has 0 1 2 . Dan plus3 Jim . Jim rev Fay . Fay ?")
        == "Dan has 012. Jim is Dan with 3 added to each digit. "
        + "Fay is Jim with the digits reversed. What does Fay have?")
    #expect(try render("Q Dan has 0 1 . Jim . plus1 ?") == "Dan has 0 1. Jim. plus1?")
    #expect(try render("Dan Dan") == "Dan Dan")
    #expect(fixture.world.renderQuestion([2, 99, -1]) == "<id 99> <id -1>")
    #expect(try render("") == "")
  }

  @Test func solutionsReadAsEnglish() throws {
    let fixture = try Fixture()
    func render(_ text: String) throws -> String {
      fixture.world.renderResponse(try fixture.tokens(text))
    }
    #expect(
      try render("Dan has 0 1 2 Dan plus3 Jim 3 4 5 # 3 4 5 <end>")
        == "Dan has 012. Jim is Dan with 3 added to each digit: 345. Answer: 345.")
    #expect(try render("Dan has 0 1 2 quit <end>") == "Dan has 012. Gives up.")
    #expect(try render("Dan plus3 Jim # 3 4") == "Dan plus3 Jim # 3 4.")
  }

  @Test func vocabularyGoesBothWays() throws {
    let fixture = try Fixture()
    let vocabulary = fixture.world.vocabulary
    for (id, token) in vocabulary.tokens.enumerated() {
      #expect(vocabulary.id(of: token) == Int32(id))
    }
    #expect(vocabulary.id(of: "<pad>") == 0)
    #expect(vocabulary.id(of: "<end>") == 1)
    #expect(vocabulary.decode(try fixture.tokens(Self.question)) == Self.question)
    #expect(vocabulary.encode("Dan has nothing") == nil)
    #expect(fixture.world.teacherPrompt == (try fixture.tokens("Q")))
    #expect(
      fixture.world.studentPrompt(for: try fixture.tokens("Q Dan ?"))
        == (try fixture.tokens("Q Dan ? A")))
    #expect(fixture.world.stopTokens == (try fixture.tokens("<end> quit")))
  }
}
