import Tokenization

/// A worked solution, checked statement by statement against its question.
public struct SolutionVerification: Sendable, Hashable, Codable {
  /// What is wrong with a statement or with the solution as a whole.
  public enum Fault: String, Sendable, Codable, CaseIterable {
    /// The statement copies a given value with a wrong digit.
    case miscopiedGiven
    /// The step is in the question but has a wrong digit, judged by the parent's value in the
    /// solution.
    case wrongDigits
    /// The boxed value is neither the one calculated for the asked name nor any other stated value.
    /// A boxed value with no work before it counts as missing steps, not as miscopied.
    case miscopiedAnswer
    /// The statement is not in the question.
    case notInQuestion
    /// The step starts from a name without a calculated value.
    case unknownParent
    /// A definition that the answer depends on is never worked.
    case missingStep
    /// The boxed value was stated for another name than the asked one.
    case answersAnotherName
    /// Words that form no statement.
    case unreadable
    /// The writer gave up.
    case gaveUp
    /// There is no boxed value.
    case noAnswer

    /// Whether only digits are wrong, in a statement that is otherwise in place.
    public var isArithmetic: Bool {
      switch self {
      case .miscopiedGiven, .wrongDigits, .miscopiedAnswer: true
      default: false
      }
    }
  }

  /// One statement of the solution.
  public struct Step: Sendable, Hashable, Codable {
    /// The definition worked, or nil for a copied given value.
    public let link: Problem.Link?
    /// The name that gets a value.
    public let name: Int32
    /// The value as written: D digits in 0...9.
    public let digits: [Int]
    /// The value that follows from the parent's value in the solution; nil if the parent has none,
    /// or if a given value is not in the question.
    public let expected: [Int]?
    /// Whether `digits` differ from `expected` and equal what the world's misconceptions make of
    /// the same parent value.
    public let isMisconception: Bool
    /// Digits that differ from `expected` exactly as a misconception makes them differ.
    public let misconceivedDigits: Int
    /// Digits that differ from `expected` and that no misconception explains.
    public let slippedDigits: Int
    public let faults: [Fault]

    public var isValid: Bool { faults.isEmpty }
  }

  /// The statements in the order of the solution.
  public let steps: [Step]
  /// Faults of the solution as a whole, in the order of ``Fault``'s cases, each once.
  public let overallFaults: [Fault]
  /// The boxed value, if there is one.
  public let answer: [Int]?
  /// Digits of the boxed value miscopied from the calculated value; 0 without the fault
  /// ``Fault/miscopiedAnswer``.
  public let miscopiedDigits: Int

  /// Wrong digits that no misconception explains, counted where they first occur.
  public var slippedDigits: Int { steps.reduce(miscopiedDigits) { $0 + $1.slippedDigits } }
  /// Wrong digits that a misconception explains, counted where they first occur.
  public var misconceivedDigits: Int { steps.reduce(0) { $0 + $1.misconceivedDigits } }
  /// Definitions worked, right or wrong.
  public var workedCount: Int { steps.count { $0.link != nil } }
  /// Definitions worked without a fault.
  public var validWorkedCount: Int { steps.count { $0.link != nil && $0.isValid } }

  /// All faults, in the order of ``Fault``'s cases, each once.
  public var faults: [Fault] {
    let found = Set(overallFaults).union(steps.flatMap(\.faults))
    return Fault.allCases.filter(found.contains)
  }

  /// Whether every statement holds, none is missing and the answer is the calculated value.
  public var isValid: Bool { faults.isEmpty }
}

extension EmbeddedWorld {
  /// Checks a solution step by step.
  ///
  /// Every statement is judged by what the solution has established before it, so that an error
  /// counts once, where it occurs. Given values need not be copied. Unneeded steps are no fault if
  /// they are in the question.
  ///
  /// - Parameters:
  ///   - solution: what follows `A`, with or without the boxed answer's end token.
  ///   - question: the question, `Q` through `?`.
  public func verify(solution: [Int32], question: [Int32]) -> SolutionVerification {
    verify(solution: solution, diagnosis: parseQuestion(question))
  }

  /// Checks a solution of a question that has been parsed.
  public func verify(solution: [Int32], diagnosis: QuestionDiagnosis) -> SolutionVerification {
    var checker = SolutionChecker(world: self, diagnosis: diagnosis)
    checker.read(solution)
    return checker.verdict()
  }
}

private struct SolutionChecker {
  typealias Fault = SolutionVerification.Fault

  let world: EmbeddedWorld
  let diagnosis: QuestionDiagnosis
  /// The solution's value of each name so far, counted from the first name: [names][D].
  private var values: [[Int]?]
  private let givens: [[Int]?]
  private var steps: [SolutionVerification.Step] = []
  private var overall: Set<Fault> = []
  private var answer: [Int]?

  init(world: EmbeddedWorld, diagnosis: QuestionDiagnosis) {
    self.world = world
    self.diagnosis = diagnosis
    var givens = [[Int]?](repeating: nil, count: world.lexicon.names.count)
    for case .given(let name, let digits) in diagnosis.sentences {
      let place = Int(name - world.lexicon.names.lowerBound)
      if givens[place] == nil { givens[place] = digits }
    }
    self.givens = givens
    values = givens
  }

  private func place(_ name: Int32) -> Int { Int(name - world.lexicon.names.lowerBound) }

  mutating func read(_ tokens: [Int32]) {
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token == Vocabulary.end || token == Vocabulary.padding { break }
      if token == Lexicon.quit {
        overall.insert(.gaveUp)
        break
      }
      if token == Lexicon.box, let value = value(tokens, index + 1) {
        answer = value
        index += 1 + world.digitCount
      } else {
        let length = readStatement(tokens, index)
        if length == 0 { overall.insert(.unreadable) }
        index += max(1, length)
      }
    }
  }

  private func value(_ tokens: [Int32], _ start: Int) -> [Int]? {
    world.lexicon.value(in: tokens[...], at: start, count: world.digitCount)
  }

  /// - Returns: the number of tokens of the statement at `start`; 0 if there is none.
  private mutating func readStatement(_ tokens: [Int32], _ start: Int) -> Int {
    guard start + 2 < tokens.count, world.lexicon.isName(tokens[start]) else { return 0 }
    if tokens[start + 1] == Lexicon.has, let digits = value(tokens, start + 2) {
      checkGiven(tokens[start], digits)
      return 2 + world.digitCount
    }
    if let operation = world.lexicon.operation(tokens[start + 1]),
      world.lexicon.isName(tokens[start + 2]), let digits = value(tokens, start + 3)
    {
      check(
        Problem.Link(parent: tokens[start], operation: operation, child: tokens[start + 2]),
        digits)
      return 3 + world.digitCount
    }
    return 0
  }

  private mutating func checkGiven(_ name: Int32, _ digits: [Int]) {
    let expected = givens[place(name)]
    var faults: [Fault] = []
    if let expected {
      let isStated = diagnosis.sentences.contains(.given(name: name, digits: digits))
      if digits != expected && !isStated { faults.append(.miscopiedGiven) }
    } else {
      faults.append(.notInQuestion)
    }
    values[place(name)] = digits
    steps.append(
      SolutionVerification.Step(
        link: nil, name: name, digits: digits, expected: expected, isMisconception: false,
        misconceivedDigits: 0,
        slippedDigits: faults.contains(.miscopiedGiven)
          ? Self.differences(digits, expected ?? digits) : 0, faults: faults))
  }

  private mutating func check(_ link: Problem.Link, _ digits: [Int]) {
    var faults: [Fault] = []
    var expected: [Int]?
    var isMisconception = false
    var misconceivedDigits = 0
    var slippedDigits = 0
    if let parent = values[place(link.parent)] {
      let result = link.operation.apply(parent)
      expected = result
      if digits != result {
        faults.append(.wrongDigits)
        let believed = world.misconceptionTable.apply(link.operation, to: parent)
        isMisconception = digits == believed
        for place in digits.indices where digits[place] != result[place] {
          if digits[place] == believed[place] {
            misconceivedDigits += 1
          } else {
            slippedDigits += 1
          }
        }
      }
    } else {
      faults.append(.unknownParent)
    }
    if !diagnosis.sentences.contains(.link(link)) { faults.append(.notInQuestion) }
    values[place(link.child)] = digits
    steps.append(
      SolutionVerification.Step(
        link: link, name: link.child, digits: digits, expected: expected,
        isMisconception: isMisconception, misconceivedDigits: misconceivedDigits,
        slippedDigits: slippedDigits, faults: faults))
  }

  private static func differences(_ first: [Int], _ second: [Int]) -> Int {
    zip(first, second).count { $0 != $1 }
  }

  func verdict() -> SolutionVerification {
    var overall = overall
    var miscopiedDigits = 0
    let worked = Set(steps.compactMap(\.link))
    if let derivation = diagnosis.derivation, !derivation.links.allSatisfy(worked.contains) {
      overall.insert(.missingStep)
    }
    if let answer {
      let result = diagnosis.asked.flatMap { values[place($0)] } ?? steps.last?.digits
      if let result, answer != result {
        let isStated = steps.contains { $0.digits == answer } || givens.contains(answer)
        overall.insert(isStated ? .answersAnotherName : .miscopiedAnswer)
        if !isStated { miscopiedDigits = Self.differences(answer, result) }
      }
    } else {
      overall.insert(.noAnswer)
    }
    return SolutionVerification(
      steps: steps, overallFaults: Fault.allCases.filter(overall.contains), answer: answer,
      miscopiedDigits: miscopiedDigits)
  }
}
