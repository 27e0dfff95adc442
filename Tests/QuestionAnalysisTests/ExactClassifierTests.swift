// Locks: the mapping onto the paper's five error types, by hand; that a wrong answer always has a
// fault to show for it; the JSON that labels have.

import Foundation
import QuestionAnalysis
import Randomness
import Testing
import Tokenization
import Worlds

@Suite struct ExactClassifierTests {
  let world: EmbeddedWorld
  let classifier: ExactClassifier

  init() throws {
    world = try EmbeddedWorld(.skills12)
    classifier = ExactClassifier(world: world)
  }

  private func label(_ document: String) throws -> QuestionLabel {
    let tokens = try #require(world.vocabulary.encode(document + " <end>"), "\(document)")
    return classifier.classify(try #require(world.parseDocument(tokens), "\(document)"))
  }

  private static let posed = "Q Dan has 0 1 2 . Jim plus3 Fay . Dan plus3 Jim . Fay ? A "

  @Test(arguments: [
    (posed + "Dan has 0 1 2 Dan plus3 Jim 3 4 5 Jim plus3 Fay 6 7 8 # 6 7 8", ErrorType.none),
    // The right answer counts, however it was found.
    (posed + "# 6 7 8", .none),
    (posed + "Dan has 0 1 2 Dan plus3 Jim 3 3 5 Jim plus3 Fay 6 6 8 # 6 6 8", .arithmetic),
    (posed + "Dan has 0 1 9 Dan plus3 Jim 3 4 2 Jim plus3 Fay 6 7 5 # 6 7 5", .arithmetic),
    (posed + "Dan has 0 1 2 Dan plus3 Jim 3 4 5 Jim plus3 Fay 6 7 8 # 6 7 9", .arithmetic),
    (posed + "Dan has 0 1 2 Dan plus3 Jim 3 4 5 # 3 4 5", .logicalFallacy),
    (posed + "Dan has 0 1 2 Dan plus3 Fay 3 4 5 # 3 4 5", .logicalFallacy),
    (posed + "Dan has 0 1 2 Dan plus3 Jim 3 4 5 Jim plus1 Fay 4 5 6 # 4 5 6", .logicalFallacy),
    (
      posed + "Dan has 0 1 2 Dan plus3 Jim 3 4 5 Jim plus3 Fay 6 7 8 # 3 4 5", .logicalFallacy
    ),
    // One of each: the missing step decides.
    (posed + "Dan has 0 1 2 Dan plus3 Jim 3 4 6 # 3 4 6", .logicalFallacy),
    (posed + "# 0 0 0", .logicalFallacy),
    ("Q Dan has 0 1 2 . Dan plus1 Fay . Dan plus3 Fay . Fay ? A # 1 2 3", .ambiguous),
    ("Q Dan has 0 1 2 . Dan has 0 1 3 . Dan ? A # 0 1 2", .illPosed),
    ("Q Dan has 0 1 2 . Fay plus1 Fay . Fay ? A # 0 1 2", .illPosed),
    ("Q Dan has 0 1 2 . Bob plus1 Fay . Fay ? A # 1 2 3", .ambiguous),
    ("Q Dan has 0 1 2 . Dan plus1 Fay . Bob ? A # 1 2 3", .ambiguous),
    ("Q Dan plus1 Fay . Fay ? A # 1 2 3", .ambiguous),
    ("Q Dan has 0 1 2 . ? A # 1 2 3", .ambiguous),
    ("Q Dan has 0 1 . Dan plus1 Fay . Fay ? A # 1 2 3", .ambiguous),
  ])
  func errorTypes(_ document: String, _ type: ErrorType) throws {
    let label = try label(document)
    #expect(label.errorType == type)
    #expect(label.isWellPosed == [.none, .arithmetic, .logicalFallacy].contains(type))
    #expect(label.isCorrect == (type == .none))
    #expect((label.verdict.verifiedAnswer != nil) == label.isWellPosed)
    #expect((label.answerKind == .undecidable) == !label.isWellPosed)
  }

  @Test func sharedAndOtherErrors() throws {
    let fact = try #require(world.misconceptions.first)
    let (operation, digit) = (fact.operation.rawValue, fact.digit)
    let question = "Q Dan has \(digit) 0 0 . Dan \(operation) Fay . Fay ? A "
    let zero = world.misconceptions.first { $0.operation == fact.operation && $0.digit == 0 }
    try #require(zero == nil || digit == 0, "the world's seed gives an awkward misconception")
    let rest = (0..<2).map { _ in digit == 0 ? fact.wrongResult : fact.operation.apply(0) }
    for result in 0...9 {
      let value = ([result] + rest).map(String.init).joined(separator: " ")
      let label = try label(
        question + "Dan has \(digit) 0 0 Dan \(operation) Fay \(value) # \(value)")
      if result == fact.wrongResult {
        #expect(label.answerKind == .wrongShared)
        #expect(label.showsMisconception)
        #expect(label.errorType == .arithmetic)
      } else if digit != 0 {
        let isRight = result == fact.operation.apply(digit)
        #expect(label.answerKind == (isRight ? .correct : .wrongSlip))
        #expect(!label.showsMisconception)
      }
    }
  }

  @Test func refinedFields() throws {
    let label = try label(
      "Q Dan has 0 1 2 . Dan mirror Bob . Dan plus3 Jim . Bob rev Fay . Amy rot Kim . Fay ? A # 7 8 9"
    )
    #expect(label.classifier == "exact")
    #expect(label.diagnosis == .wellPosed)
    #expect(label.notes == [.undefinedElsewhere])
    #expect(label.operationsNeeded == 2)
    #expect(label.targetShare == 0.5)
    #expect(label.structure.distractorCount == 2)
    #expect(label.verdict.verifiedAnswer == "789")
    #expect(label.isCorrect)
    #expect(label.solutionFaults == [.missingStep])
  }

  @Test func wrongAnswersHaveFaultsAndValidSolutionsAreCorrect() throws {
    var configuration = WorldConfiguration.skills12
    configuration.misconceptionRate = 0.2
    configuration.slipRate = 0.05
    let world = try EmbeddedWorld(configuration)
    let classifier = ExactClassifier(world: world)
    var stream = RandomStream(seed: 7, path: "labels")
    var seen = Set<ErrorType>()
    var kinds = Set<AnswerKind>()
    for _ in 0..<3000 {
      let document = world.sampleCorpusDocument(phase: .textbook, using: &stream)
      var generated = try #require(world.parseDocument(document.tokens))
      if stream.bernoulli(0.3) { generated = damaged(generated, world, using: &stream) }
      let label = classifier.classify(generated)
      seen.insert(label.errorType)
      kinds.insert(label.answerKind)
      if label.isWellPosed {
        #expect(label.isCorrect || !label.solutionFaults.isEmpty)
      } else {
        #expect(label.errorType == .ambiguous)
      }
      #expect((document.illPosedKind == nil) == label.isWellPosed)
    }
    // The corpus has nothing impossible in it.
    #expect(seen == Set(ErrorType.allCases).subtracting([.illPosed]))
    #expect(kinds == Set(AnswerKind.allCases))
  }

  /// The same document with one word of the solution replaced or left out.
  private func damaged(
    _ generated: WorldDocument, _ world: EmbeddedWorld, using stream: inout RandomStream
  ) -> WorldDocument {
    var response = generated.response
    let index = stream.integer(below: max(1, response.count - 5))
    if stream.bernoulli(0.5) {
      response.remove(at: index)
    } else {
      response[index] = Int32.random(in: world.lexicon.names, using: &stream)
    }
    return WorldDocument(
      question: generated.question, response: response, answer: generated.answer)
  }

  @Test func theVerdictHasThePapersKeys() throws {
    let label = try label("Q Dan plus1 Fay . Fay ? A # 1 2 3")
    let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(label.verdict))
    let json = try #require(object as? [String: Any])
    #expect(Set(json.keys) == ["is_well_posed", "is_correct", "error_type", "verified_answer"])
    #expect(json["error_type"] as? String == "Ambiguous")
    #expect(json["is_well_posed"] as? Bool == false)
    #expect(json["verified_answer"] is NSNull)
    #expect(
      try JSONDecoder().decode(QuestionLabel.self, from: JSONEncoder().encode(label)) == label)
  }
}
