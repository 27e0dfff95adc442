import Randomness
import Tasks

/// A problem of a family.
struct ArithmeticProblem: Sendable {
  let terms: [Int]
  let operations: [Operator]
  let expression: Expression
  let value: BigInteger
  let form: ArithmeticFamily.Form
  /// The sentences; nil unless it is a story.
  private let story: Story.Draft?

  /// Attempts at one problem. Families that need more are refused with the configuration.
  private static let attemptLimit = 1_000_000

  /// Draws terms and operations until every step's value is at least zero.
  init(_ family: ArithmeticFamily, using stream: inout RandomStream) {
    for _ in 0..<Self.attemptLimit {
      guard let drawn = Self.attempt(family, using: &stream) else { continue }
      (terms, operations, expression, value) = drawn
      form = family.form
      story = form == .story ? Story.draft(terms, operations, using: &stream) : nil
      return
    }
    preconditionFailure("a family's subtractions stay at zero or more now and then")
  }

  /// One draw; nil if a step's value is negative.
  static func attempt(
    _ family: ArithmeticFamily, using stream: inout RandomStream
  ) -> (terms: [Int], operations: [Operator], expression: Expression, value: BigInteger)? {
    let operations = family.digits.dropFirst().map { _ in
      Operator(stream.element(of: family.operations))
    }
    let terms = family.digits.map { digits in
      let smallest = digits == 1 ? (family.form == .story ? 2 : 0) : power(digits - 1)
      return smallest + stream.integer(below: power(digits) - smallest)
    }
    let expression = Expression(
      terms.map(BigInteger.init), operations, leftToRight: family.form == .story)
    var isNegative = false
    let value = try? expression.value { (operation, left, right) throws(Expression.Failure) in
      let value = try Expression.exactly(operation, left, right)
      if value.numerator.isNegative { isNegative = true }
      return value
    }
    guard let value, !isNegative else { return nil }
    return (terms, operations, expression, value.numerator)
  }

  private static func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  var answer: String { value.text }

  var question: String {
    switch form {
    case .expression: expressionText
    case .question: "What is \(expressionText)?"
    case .story: story?.text ?? expressionText
    }
  }

  private var expressionText: String {
    zip(operations, terms.dropFirst()).reduce("\(terms[0])") { text, step in
      "\(text) \(step.0.rawValue) \(step.1)"
    }
  }

  // MARK: - Defects

  /// Kinds of ill-posed questions, in turn; each makes one from any problem.
  enum Defect: CaseIterable {
    /// The last number is missing; in a story, not said.
    case missingNumber
    /// A parenthesis stays open; in a story, nothing is asked.
    case unclosed
    /// A letter stands for the last number; in a story, other things are asked for.
    case unknown
    /// The end is divided by zero; in a story, the first number is not told.
    case impossible
    /// The operations are missing.
    case noOperation
  }

  /// The question with a defect.
  func question(with defect: Defect) -> String {
    if let story { return spoiled(story, defect) }
    let spoiled = spoiledExpression(defect)
    return form == .question ? "What is \(spoiled)?" : spoiled
  }

  private func spoiledExpression(_ defect: Defect) -> String {
    let text = expressionText
    let head = text.split(separator: " ").dropLast().joined(separator: " ")
    return switch defect {
    case .missingNumber: head
    case .unclosed: "(\(text)"
    case .unknown: "\(head) n"
    case .impossible: "\(text) / 0"
    case .noOperation: terms.map(String.init).joined(separator: " ")
    }
  }

  private func spoiled(_ story: Story.Draft, _ defect: Defect) -> String {
    var story = story
    let last = story.sentences.count - 1
    switch defect {
    case .missingNumber:
      let number = String(terms[terms.count - 1])
      story.sentences[last - 1] = story.sentences[last - 1].map { $0 == number ? Story.some : $0 }
    case .unclosed:
      story.sentences.removeLast()
      story.asksFirst = false
    case .unknown:
      // "How many apples ...": things that the story's start does not mention.
      let thing = story.sentences[last][2]
      story.sentences[last][2] = Story.things.first { $0 != thing } ?? "things"
    case .impossible: story.sentences.removeFirst()
    case .noOperation: story.sentences = [story.sentences[0], story.sentences[last]]
    }
    return story.text
  }
}
