// Locks:
// - every refined kind has one image in the paper's JSON, and docs/labels.md states the same table
// - which hand-written question is of which refined kind, down to cycles with and without solution
// - the decision order of answer kinds: ill-posed, correct, shared, slip, idiosyncratic
// - what misconceptions make of an answer and what samples of a model say are two facts

import Foundation
import QuestionAnalysis
import Testing
import Tokenization
import Worlds

@Suite struct TaxonomyTests {
  static let images: [(Posedness, ErrorType)] = [
    (.undefinedName, .ambiguous), (.missingQuantity, .ambiguous), (.noQuestion, .ambiguous),
    (.duplicateDefinition, .ambiguous), (.contradiction, .illPosed), (.cycle, .illPosed),
    (.noSolution, .illPosed), (.malformed, .ambiguous),
  ]

  private static func document(_ name: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent("docs/\(name)"), encoding: .utf8)
  }

  @Test func everyKindHasOneImage() throws {
    #expect(Set(Self.images.map(\.0)).union([.wellPosed]) == Set(Posedness.allCases))
    for (posedness, type) in Self.images {
      for isCorrect in [false, true] {
        for onlyDigits in [false, true] {
          let verdict = Verdict(
            posedness, isCorrect: isCorrect, onlyDigitsAreWrong: onlyDigits, verifiedAnswer: "1")
          #expect(
            verdict
              == Verdict(
                isWellPosed: false, isCorrect: false, errorType: type, verifiedAnswer: nil))
        }
      }
    }
    func posed(_ isCorrect: Bool, _ onlyDigits: Bool) -> Verdict {
      Verdict(
        .wellPosed, isCorrect: isCorrect, onlyDigitsAreWrong: onlyDigits, verifiedAnswer: "012")
    }
    #expect(posed(true, true).errorType == .none && posed(true, false).errorType == .none)
    #expect(posed(false, true).errorType == .arithmetic)
    #expect(posed(false, false).errorType == .logicalFallacy)
    #expect(posed(false, true).isWellPosed && !posed(false, true).isCorrect)
    #expect(posed(true, false).isCorrect && posed(true, false).verifiedAnswer == "012")
  }

  @Test func theDocumentHasTheSameTable() throws {
    let text = try Self.document("labels.md")
    for (posedness, type) in Self.images {
      let row = "| `\(posedness.rawValue)` | \(posedness.family.rawValue) | false | false | "
      #expect(text.contains("\(row)`\(type.rawValue)` |"), "\(posedness)")
    }
    for (answer, isCorrect, type) in [
      ("right answer", true, ErrorType.none),
      ("wrong answer, only digits wrong", false, .arithmetic),
      ("wrong answer, any other fault", false, .logicalFallacy),
    ] {
      #expect(
        text.contains(
          "| `wellPosed`, \(answer) | wellPosed | true | \(isCorrect) | `\(type.rawValue)` |"))
    }
    for kind in AnswerKind.allCases { #expect(text.contains("`\(kind.rawValue)`"), "\(kind)") }
    #expect(text.contains("\(SharedAnswers.threshold)"))
  }

  @Test(arguments: [
    ("Q Dan has 0 1 2 . Dan plus1 Fay . Fay ?", Posedness.wellPosed),
    ("Q Dan has 0 1 2 . Bob plus1 Fay . Fay ?", .undefinedName),
    ("Q Dan has 0 1 2 . Dan plus1 Fay . Bob ?", .undefinedName),
    ("Q Fay ?", .undefinedName),
    ("Q Dan plus1 Fay . Fay ?", .missingQuantity),
    ("Q Dan has 0 1 2 . Dan plus1 Fay . ?", .noQuestion),
    ("Q ?", .noQuestion),
    ("Q Dan has 0 1 2 . Dan plus1 Fay . Dan plus3 Fay . Fay ?", .duplicateDefinition),
    // Both give 211: no defect.
    ("Q Dan has 1 2 1 . Dan swap Fay . Dan rot Fay . Fay ?", .wellPosed),
    ("Q Dan has 0 1 2 . Dan has 0 1 3 . Dan ?", .contradiction),
    ("Q Dan has 0 1 2 . Fay has 0 0 0 . Dan plus1 Fay . Fay ?", .contradiction),
    // One added in all, and times 81, which is times 1.
    ("Q Dan plus3 Bob . Bob minus2 Fay . Fay times9 Jim . Jim times9 Dan . Fay ?", .noSolution),
    ("Q Dan plus5 Bob . Bob plus5 Dan . Dan ?", .cycle),
    ("Q Dan plus5 Bob . Bob plus3 Dan . Dan ?", .noSolution),
    // Palindromes are their own reverse; no digit is nine minus itself; 0 and 5 are thrice theirs.
    ("Q Dan rev Dan . Dan ?", .cycle),
    ("Q Dan mirror Dan . Dan ?", .noSolution),
    ("Q Dan times3 Dan . Dan ?", .cycle),
    // The outer digits may mirror each other, but the middle one has itself to be nine minus itself.
    ("Q Dan rev Bob . Bob mirror Dan . Dan ?", .noSolution),
    // The first alone is met by 0 and 5, the second by nothing.
    ("Q Dan times3 Dan . Dan plus1 Dan . Dan ?", .noSolution),
    ("Q Dan has 0 1 2 . Bob plus1 Fay . Fay plus1 Bob . Dan ?", .wellPosed),
    ("Q Dan has 0 1 . Dan plus1 Fay . Fay ?", .malformed),
    ("Dan has 0 1 2 . Dan ?", .malformed),
    ("Q Dan has 0 1 2 . Dan Fay ?", .malformed),
  ])
  func handWrittenKinds(_ text: String, _ posedness: Posedness) throws {
    let world = try EmbeddedWorld(.skills12)
    let tokens = try #require(world.vocabulary.encode(text), "\(text)")
    #expect(Posedness(world.parseQuestion(tokens)) == posedness, "\(text)")
  }

  @Test func answersAreDecidedInOrder() {
    let right = Verdict(
      .wellPosed, isCorrect: true, onlyDigitsAreWrong: true, verifiedAnswer: "1")
    let digits = Verdict(
      .wellPosed, isCorrect: false, onlyDigitsAreWrong: true, verifiedAnswer: "1")
    let steps = Verdict(
      .wellPosed, isCorrect: false, onlyDigitsAreWrong: false, verifiedAnswer: "1")
    let posed = Verdict(
      .cycle, isCorrect: false, onlyDigitsAreWrong: true, verifiedAnswer: nil)
    func kind(_ verdict: Verdict, _ isShared: Bool, _ slipped: Int) -> AnswerKind {
      AnswerKind(verdict: verdict, isShared: isShared, slippedDigits: slipped)
    }
    #expect(kind(posed, true, 1) == .undecidable)
    #expect(kind(right, true, 1) == .correct)
    #expect(kind(digits, true, 1) == .wrongShared)
    #expect(kind(steps, true, 0) == .wrongShared)
    #expect(kind(digits, false, 1) == .wrongSlip)
    #expect(kind(digits, false, 2) == .wrongSlip)
    #expect(kind(digits, false, 3) == .wrongIdiosyncratic)
    // Every wrong digit is a misconception's, but not all misconceptions were followed.
    #expect(kind(digits, false, 0) == .wrongIdiosyncratic)
    #expect(kind(steps, false, 1) == .wrongIdiosyncratic)
  }

  @Test func measuredAndExactNotionsStayApart() throws {
    let world = try EmbeddedWorld(.skills12)
    let text =
      "Q Dan has 0 1 2 . Dan rev Fay . Fay ? A Dan has 0 1 2 Dan rev Fay 2 1 1 # 2 1 1 <end>"
    let tokens = try #require(world.vocabulary.encode(text))
    let label = ExactClassifier(world: world).classify(
      try #require(world.parseDocument(tokens)))
    #expect(label.answerKind == .wrongSlip)
    #expect(!label.matchesMisconceptions)
    #expect(label.solution.slippedDigits == 1 && label.solution.misconceivedDigits == 0)
    #expect(label.solution.steps == 1 && label.solution.validSteps == 0)
    #expect(label.answerKind(measured: SharedAnswers(samples: 20, agreeing: 2)) == .wrongShared)
    #expect(label.answerKind(measured: SharedAnswers(samples: 20, agreeing: 1)) == .wrongSlip)
    #expect(label.answerKind == .wrongSlip)
  }
}
