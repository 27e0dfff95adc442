// Locks: calculations agree with Python's fractions; the classifier's words for questions and answers;
// every problem that is made is read back with its answer; designs are what they say.

import Randomness
import Tasks
import Testing

@testable import TextTasks

@Suite struct ArithmeticTests {
  private let arithmetic = Arithmetic(
    ArithmeticConfiguration(), verifier: VerifierConfiguration(), format: PromptFormat())

  private func label(_ question: String, _ answer: String = "0") -> ExactLabel? {
    arithmetic.label(
      GeneratedQuestion(question: question, answer: answer, rollout: Rollout(given: [])))
  }

  @Test func calculationsAgreeWithPython() throws {
    let rows = try Fixture.rows("calculations.jsonl")
    #expect(rows.count == 1200)
    for row in rows {
      let reading = ArithmeticReading(row[0], integersOnly: false)
      #expect(reading?.value?.text == row[1], "\(row[0])")
      let whole = ArithmeticReading(row[0], integersOnly: true)
      #expect((whole?.posedness == .notAnInteger) == row[1].contains("/"), "\(row[0])")
    }
  }

  @Test(arguments: [
    ("14 + 25", "39", "dd + dd"), ("What is 14+25?", "39", "dd + dd"),
    ("14 + 25 =", "39", "dd + dd"),
    ("14 + 25 = ?", "39", "dd + dd"), ("Calculate: 2 + 3 * 4.", "14", "d + d * d"),
    ("what's (2 + 3) \u{D7} 4", "20", "(d + d) * d"), ("8 \u{2212} 15", "-7", "d - dd"),
    ("-3 - -2", "-1", "- d - - d"), ("7 x 6", "42", "d * d"),
    ("12 \u{F7} 4 \u{F7} 3", "1", "dd / d / d"),
    ("6 / 4 * 2", "3", "d / d * d"), ("1,234 + 1", "1235", "dddd + d"),
    ("How much is 2\u{B7}3?", "6", "d * d"),
    ("What does 3 + 4 equal?", "7", "d + d"), ("007 + 1", "8", "ddd + d"),
    ("-(2+3)", "-5", "- (d + d)"),
    ("1234567890123 + 1", "1234567890124", "d{13} + d"), ("2 - 3 - 4", "-5", "d - d - d"),
    ("((((1+1))))", "2", "((((d + d))))"),
    (
      "Mia has 14 apples. Mia buys 25 more. How many apples does Mia have now?", "39",
      "story: dd + dd"
    ),
    (
      "How many zogs are in the jar in the end? There are 9 zogs in the jar. 4 are taken out of the jar. Then the jar is filled to 3 times as many.",
      "15", "story: d - d * d"
    ),
    (
      "Mia has 5 pens. Tom has 7 pens. Tom loses 2. Mia finds 1,000 more. How many pens does Tom have now?",
      "5", "story: d d - d + dddd"
    ),
  ]) func wellPosed(question: String, answer: String, structure: String) {
    let label = label(question, answer)
    #expect(label?.isWellPosed == true && label?.posedness == "well-posed", "\(label as Any)")
    #expect(label?.verifiedAnswer == answer && label?.isCorrect == true)
    #expect(label?.answerKind == "correct")
    #expect(label?.structure == structure)
  }

  @Test(arguments: [
    ("3 +", "incomplete"), ("* 4", "incomplete"), ("3 + * 4", "incomplete"),
    ("What is ?", "incomplete"),
    ("()", "incomplete"), ("+ 3", "incomplete"), ("=", "incomplete"), ("3 + ? + 4", "incomplete"),
    ("3 4", "missing-operator"), ("3 (4)", "missing-operator"), ("(3 4) + 1", "missing-operator"),
    ("(3 + 4", "unbalanced"), ("3 + 4)", "unbalanced"), (")3 + 4(", "unbalanced"),
    ("3 + x", "undefined-symbol"), ("3x + 4", "undefined-symbol"), ("n - 1", "undefined-symbol"),
    ("2y", "undefined-symbol"), ("(2 + 3y)", "undefined-symbol"),
    ("3 / 0", "division-by-zero"), ("3 / (2 - 2)", "division-by-zero"), ("7 / 2", "not-an-integer"),
    ("39", "no-operation"), ("What is -5?", "no-operation"), ("(5)", "no-operation"),
    ("1 + 2, 3 + 4", "several-questions"), ("What is 1 + 2 and 3 + 4?", "several-questions"),
    ("1 + 2? 3 + 4?", "several-questions"), ("1 + 2; 3 + 4", "several-questions"),
    ("Mia has 14 apples. Mia buys 25 more.", "no-question"),
    ("Mia has some apples. Mia buys 25 more. How many apples does Mia have now?", "incomplete"),
    ("Mia has 14 apples. Mia buys some more. How many apples does Mia have now?", "incomplete"),
    ("Mia buys 25 more. How many apples does Mia have now?", "incomplete"),
    ("Mia has 14 apples. Mia buys 2 more. How many pears does Mia have now?", "undefined-symbol"),
    ("Mia has 14 apples. Mia buys 2 more. How many apples does Tom have now?", "undefined-symbol"),
    ("Mia has 4 apples. Mia loses 5. How many apples does Mia have now?", "impossible"),
    ("Mia has 4 apples. Mia has 5 apples. How many apples does Mia have now?", "contradiction"),
    ("Mia has 4 apples. How many apples does Mia have now?", "no-operation"),
    (
      "Mia has 4 apples. Mia loses 1. How many apples does Mia have now? How many apples does Mia have in the end?",
      "several-questions"
    ),
  ]) func illPosed(question: String, posedness: String) {
    let label = label(question)
    #expect(label?.posedness == posedness)
    #expect(label?.isWellPosed == false && label?.isCorrect == false && label?.operations == 0)
    #expect(label?.answerKind == "undecidable" && label?.verifiedAnswer == nil)
    #expect(label?.targetShare == nil)
  }

  @Test(arguments: [
    "", " ", "Hello", "What is the sum of 3 and 4?", "3 ^ 4", "3 ** 4", "3 // 4", "1.5 + 2",
    "3 + 4 = 7 + 0",
    "5! + 1", "50% + 3", "\u{663} + \u{664}", "Mia is happy. How many apples does Mia have now?",
    "3 + four",
    "$3 + 4$", "3 + 4 \\times 2", "[3 + 4]", String(repeating: "1+", count: 200) + "1",
    String(repeating: "(", count: 60) + "1+1" + String(repeating: ")", count: 60),
    String(repeating: "9", count: 2_001),
    Array(repeating: String(repeating: "9", count: 190), count: 10).joined(separator: "*")
      + "*9*9*9",
  ]) func outsideTheLanguage(question: String) {
    let label = label(question)
    let isHuge = question.utf8.count > 1_800
    #expect(label == nil || (isHuge && label?.isWellPosed == true))
  }

  @Test(arguments: [
    ("17 + 25", "42", "correct"), ("17 + 25", "0042", "correct"),
    ("17 + 25", "32", "dropped-carry"),
    ("99 + 99", "98", "dropped-carry"), ("99 + 99", "188", "dropped-carry"),
    ("52 - 17", "45", "dropped-carry"), ("47 * 3", "121", "dropped-carry"),
    ("47 * 23", "235", "dropped-carry"), ("12 + 17 + 25", "44", "dropped-carry"),
    ("17 + 25", "8", "wrong-operation"), ("25 - 8", "33", "wrong-operation"),
    ("17 + 25", "425", "wrong-operation"),
    ("5 - 8", "3", "wrong-sign"), ("17 + 25", "17", "operand-repeated"),
    ("17 + 26", "34", "reversed"),
    ("17 + 25", "43", "one-digit-off"), ("111 + 222", "337", "one-digit-off"),
    ("111 + 222", "342", "near"),
    ("17 + 25", "7", "other"), ("17 + 25", "many", "other"),
  ]) func answers(question: String, answer: String, kind: String) {
    #expect(label(question, answer)?.answerKind == kind)
    #expect(label(question, answer)?.isCorrect == (kind == "correct"))
  }

  @Test func shareOfTheTarget() {
    // Hard: sums of two numbers of three digits.
    for (question, share) in [
      ("123 + 456", 1.0), ("123 + 45", 0.75), ("12 + 45", 0.5), ("123 - 456", 0.5),
      ("12 - 45", 0.0), ("123 + 456 + 7", (1 + 2.0 / 3) / 2),
      ("123 + 456 - 789", (0.5 + 2.0 / 3) / 2),
    ] {
      #expect(abs((label(question)?.targetShare ?? -1) - share) < 1e-12, "\(question)")
    }
  }

  private static let families = [
    ArithmeticFamily(digits: [3, 3]),
    ArithmeticFamily(form: .question, digits: [1, 1], operations: [.subtract]),
    ArithmeticFamily(form: .story, digits: [2, 2, 1], operations: [.add, .subtract, .multiply]),
    ArithmeticFamily(digits: [2, 2, 2], operations: [.add, .subtract, .multiply]),
    ArithmeticFamily(digits: [9, 9, 9, 9, 9, 9, 9, 9], operations: [.multiply]),
    ArithmeticFamily(form: .story, digits: [1, 1], operations: [.add, .subtract]),
  ]

  @Test(arguments: families) func problemsAreReadBack(family: ArithmeticFamily) {
    var stream = RandomStream(seed: 3, path: "problems")
    for _ in 0..<60 {
      let problem = ArithmeticProblem(family, using: &stream)
      let label = label(problem.question, problem.answer)
      #expect(label?.answerKind == "correct", "\(problem.question) \(problem.answer)")
      #expect(label?.operations == family.digits.count - 1)
      #expect(problem.terms.map { String($0).count } == family.digits)
      #expect(!problem.value.isNegative)
      for defect in ArithmeticProblem.Defect.allCases {
        let spoiled = problem.question(with: defect)
        #expect(self.label(spoiled)?.isWellPosed == false, "\(defect): \(spoiled)")
      }
    }
  }

  @Test func answersOfDesigns() {
    var configuration = ArithmeticConfiguration()
    configuration.easier = Self.families.dropFirst().map { $0 }
    let arithmetic = Arithmetic(
      configuration, verifier: VerifierConfiguration(), format: PromptFormat())
    for index in 0..<42 {
      let stream = RandomStream(seed: 9, path: "design/\(index)")
      func made(_ answer: QuestionDesign.Answer, _ form: QuestionDesign.Form = .wellPosed)
        -> ExactLabel?
      {
        let made = arithmetic.designedQuestion(
          QuestionDesign(form: form, answer: answer, lengths: Array(1...7)), index: index,
          stream: stream)
        return arithmetic.label(
          GeneratedQuestion(
            question: made.question, answer: made.answer, rollout: Rollout(given: [])))
      }
      #expect(made(.correct)?.answerKind == "correct")
      let shared = made(.shared)
      // Single digits have no carries to drop.
      let isShort = shared?.structure.contains("dd") == false
      #expect(
        isShort ? shared?.isCorrect == false : shared?.answerKind == "dropped-carry",
        "\(shared as Any)")
      for answer in [QuestionDesign.Answer.idiosyncratic, .random] {
        #expect(made(answer)?.isWellPosed == true && made(answer)?.isCorrect == false)
      }
      #expect(made(.correct, .illPosed)?.isWellPosed == false)
    }
  }

  @Test func answersThatDifferInOneDigit() {
    for index in 0..<50 {
      let stream = RandomStream(seed: 9, path: "design/\(index)")
      func answer(_ answer: QuestionDesign.Answer) -> [Character] {
        Array(
          arithmetic.designedQuestion(
            QuestionDesign(answer: answer, lengths: [6]), index: index, stream: stream
          ).answer)
      }
      let truth = answer(.correct)
      #expect(zip(truth, answer(.idiosyncratic)).count { $0 != $1 } == 1)
      #expect(answer(.idiosyncratic) != answer(.shared))
      #expect(answer(.random).count == truth.count && answer(.random) != truth)
    }
  }

  @Test func everyDefectComesInTurn() {
    var found = Set<String>()
    for index in 0..<5 {
      let made = arithmetic.plainQuestion(
        .illPosed, lengths: [6], index: index, stream: RandomStream(seed: 1, path: "\(index)"))
      found.insert(label(made.question)?.posedness ?? "none")
    }
    #expect(
      found == [
        "incomplete", "unbalanced", "undefined-symbol", "division-by-zero", "missing-operator",
      ])
  }
}
