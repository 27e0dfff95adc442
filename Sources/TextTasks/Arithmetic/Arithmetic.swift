import Diagnostics
import Randomness
import Tasks

/// The built-in arithmetic: makes problems and designed questions, answers and labels them, all
/// exactly.
struct Arithmetic: Sendable {
  let configuration: ArithmeticConfiguration
  private let verifier: VerifierConfiguration
  /// Problems of the few-shot examples, which are in every prompt.
  private let shown: Set<Expression>
  /// Per level, whether problems have carries; sums of single digits have none.
  private let hasCarries: [Bool]

  init(
    _ configuration: ArithmeticConfiguration, verifier: VerifierConfiguration, format: PromptFormat
  ) {
    self.configuration = configuration
    self.verifier = verifier
    shown = Set(
      format.examples.compactMap { example in
        ArithmeticReading(example.question, integersOnly: false)?.expression
      })
    hasCarries = configuration.levels.map { family in
      var stream = RandomStream(seed: 1, path: "arithmetic/carries")
      return (0..<50).contains { _ in
        Self.hasCarries(ArithmeticProblem(family, using: &stream))
      }
    }
  }

  // MARK: - Problems

  /// Attempts at a problem that is not among the others yet. After these a family counts as used up.
  private static let distinctAttempts = 20_000

  /// Distinct problems of the hard families, in equal parts, none of them an example.
  func hardCandidates(
    _ count: Int, using stream: inout RandomStream
  ) throws -> [CandidateProblem] {
    var seen = shown
    let families = configuration.hard
    var found = [Int](repeating: 0, count: families.count)
    return try (0..<count).map { index in
      let family = index % families.count
      for _ in 0..<Self.distinctAttempts {
        let problem = ArithmeticProblem(families[family], using: &stream)
        guard seen.insert(problem.expression).inserted else { continue }
        found[family] += 1
        return CandidateProblem(
          question: TrainingQuestion(question: problem.question, answer: problem.answer),
          length: configuration.easier.count + family + 1)
      }
      throw UserError(
        .configuration, place: "hardSet.candidates",
        "is \(count), but task.arithmetic.hard[\(family)] has hardly more than \(found[family]) "
          + "distinct problems",
        hint: "lower it to \(found[family] * families.count), or add families or digits")
    }
  }

  func easierProblem(using stream: inout RandomStream) -> TrainingQuestion {
    let family = stream.element(of: configuration.easier)
    let problem = unshownProblem(family, using: &stream)
    return TrainingQuestion(question: problem.question, answer: problem.answer)
  }

  /// A problem of a family that is no example, if there is any.
  private func unshownProblem(
    _ family: ArithmeticFamily, using stream: inout RandomStream
  ) -> ArithmeticProblem {
    var problem = ArithmeticProblem(family, using: &stream)
    var attempts = 1
    while attempts < 1_000, shown.contains(problem.expression) {
      problem = ArithmeticProblem(family, using: &stream)
      attempts += 1
    }
    return problem
  }

  // MARK: - Labels

  /// 1: as first released.
  static let classifier = (name: "arithmetic", version: 1)

  /// Nil if the question is not in the language of arithmetic.
  func reading(of question: String) -> ArithmeticReading? {
    ArithmeticReading(
      question, integersOnly: verifier.kind == .integer || verifier.kind == .exact)
  }

  func trueAnswer(to question: String) -> String? {
    reading(of: question)?.value.flatMap { verifier.canonical($0.text) }
  }

  func label(_ generated: GeneratedQuestion) -> ExactLabel? {
    guard let reading = reading(of: generated.question) else { return nil }
    let truth = reading.value.flatMap { verifier.canonical($0.text) }
    let isCorrect = truth.map { isEqual($0, generated.answer) } ?? false
    let number = verifier.canonical(generated.answer).flatMap(Rational.init(reading:))
    let kind = ArithmeticAnswerKind(number, to: reading, isCorrect: isCorrect)
    return ExactLabel(
      isWellPosed: reading.posedness == .wellPosed, isImpossible: reading.posedness.isImpossible,
      posedness: reading.posedness.rawValue, isCorrect: isCorrect, answerKind: kind.rawValue,
      slip: kind.slip, verifiedAnswer: truth, operations: reading.expression?.operations.count ?? 0,
      structure: reading.structure, targetShare: reading.expression.map(targetShare))
  }

  private func isEqual(_ reference: String, _ answer: String) -> Bool {
    guard let immediate = verifier.immediate else {
      return verifier.canonical(reference)?.exact == verifier.canonical(answer)?.exact
    }
    return immediate.compare(AnswerPair(reference: reference, answer: answer)) == .equal
  }

  /// The mean of two shares, for the hard family that it is largest for: of the question's
  /// operations, those that the family has; and of the sizes of its numbers, those that the family's
  /// terms have too, out of the longer list. A problem of a hard family has 1.
  func targetShare(_ expression: Expression) -> Double {
    let operations = expression.operations
    let sizes = expression.numbers.map { $0.magnitude.digits.count }
    return configuration.hard.map { family in
      let known = operations.count { operation in
        operation.familyOperation.map(family.operations.contains) ?? false
      }
      var rest = family.digits
      let matching = sizes.count { size in
        guard let place = rest.firstIndex(of: size) else { return false }
        rest.remove(at: place)
        return true
      }
      let operationShare = operations.isEmpty ? 0 : Double(known) / Double(operations.count)
      let sizeShare = Double(matching) / Double(max(sizes.count, family.digits.count))
      return (operationShare + sizeShare) / 2
    }.max() ?? 0
  }
}

// MARK: - Designs

extension Arithmetic {
  /// A question of a design, with the answer to reward. The problem depends on the stream and the
  /// lengths alone, its defect also on the index: designs that differ only in form or answer share
  /// both. All designs take problems whose answer changes without carries, where the family has any,
  /// because a shared wrong answer needs that.
  func designedQuestion(
    _ design: QuestionDesign, index: Int, stream: RandomStream
  ) -> (question: String, answer: String) {
    var problems = stream.child("problem")
    let level = level(of: design.lengths, using: &problems)
    var problem = unshownProblem(configuration.levels[level], using: &problems)
    while hasCarries[level], !Self.hasCarries(problem) {
      problem = unshownProblem(configuration.levels[level], using: &problems)
    }
    let answer =
      switch design.answer {
      case .correct: problem.value
      case .shared: Self.sharedAnswer(to: problem)
      case .idiosyncratic: Self.slippedAnswer(to: problem, stream.child("idiosyncratic"))
      case .random: Self.randomAnswer(to: problem, stream.child("random"))
      }
    return (question(problem, design.form, index: index), answer.text)
  }

  /// A question with the answer of its problem.
  func plainQuestion(
    _ form: QuestionDesign.Form, lengths: [Int], index: Int, stream: RandomStream
  ) -> (question: String, answer: String) {
    var problems = stream.child("plain")
    let level = level(of: lengths, using: &problems)
    let problem = unshownProblem(configuration.levels[level], using: &problems)
    return (question(problem, form, index: index), problem.answer)
  }

  /// The index of one of the levels; of those that there are not, the nearest.
  private func level(of lengths: [Int], using stream: inout RandomStream) -> Int {
    let level = lengths.isEmpty ? 1 : stream.element(of: lengths)
    return min(max(level, 1), configuration.levelCount) - 1
  }

  /// Whether leaving out carries changes the answer.
  private static func hasCarries(_ problem: ArithmeticProblem) -> Bool {
    Slips.withoutCarries(problem.expression).map { $0 != problem.value } ?? false
  }

  private func question(
    _ problem: ArithmeticProblem, _ form: QuestionDesign.Form, index: Int
  ) -> String {
    guard form == .illPosed else { return problem.question }
    let defects = ArithmeticProblem.Defect.allCases
    return problem.question(with: defects[index % defects.count])
  }

  /// Without carries; where that is right, by another operation, or one too many.
  static func sharedAnswer(to problem: ArithmeticProblem) -> BigInteger {
    if let slipped = Slips.withoutCarries(problem.expression), slipped != problem.value {
      return slipped
    }
    let others = Slips.otherOperations(problem.expression).filter {
      $0 != problem.value && !$0.isNegative
    }
    return others.min() ?? problem.value + BigInteger(1)
  }

  /// One digit off; neither right nor the shared answer.
  private static func slippedAnswer(
    to problem: ArithmeticProblem, _ stream: RandomStream
  ) -> BigInteger {
    var stream = stream
    let shared = sharedAnswer(to: problem)
    while true {
      var digits = problem.value.magnitude.digits
      let place = stream.integer(below: digits.count)
      digits[place] = (digits[place] + 1 + UInt8(stream.integer(below: 9))) % 10
      let value = BigInteger(BigNatural(digits: digits))
      if digits.count == 1 || digits[0] > 0, value != shared { return value }
    }
  }

  /// A wrong number of as many digits.
  private static func randomAnswer(
    to problem: ArithmeticProblem, _ stream: RandomStream
  ) -> BigInteger {
    var stream = stream
    let count = problem.value.magnitude.digits.count
    while true {
      let digits = (0..<count).map { _ in UInt8(stream.integer(below: 10)) }
      let value = BigInteger(BigNatural(digits: digits))
      if count == 1 || digits[0] > 0, value != problem.value { return value }
    }
  }
}
