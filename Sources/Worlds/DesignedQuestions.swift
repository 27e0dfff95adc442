public import Randomness

/// What the questions of one cell of an experiment are like. Cells that differ in form or answer
/// alone have the same problems behind their questions, so that nothing else differs.
public struct QuestionDesign: Sendable, Codable, Equatable {
  public enum Form: String, Sendable, Codable, CaseIterable {
    case wellPosed
    /// The problem spoilt in one of the corpus's ways, in turn (``IllPosedKind``); its answer is
    /// still one to the problem that it was before.
    case illPosed
  }

  /// The answer that a student is rewarded for.
  public enum Answer: String, Sendable, Codable, CaseIterable {
    case correct
    /// What all of the world's misconceptions lead to: wrong, and what the base model, which has
    /// learned them, tends to answer too.
    case shared
    /// Wrong in a way of its own: one digit of one step is off, and the later steps go on from it.
    case idiosyncratic
    /// Digits drawn anew for each question: no rule leads there.
    case random
  }

  public var form = Form.wellPosed
  public var answer = Answer.correct
  /// Operations needed, one of them at random, 1...maximumLength each.
  public var lengths = [1, 2]

  public init(form: Form = .wellPosed, answer: Answer = .correct, lengths: [Int] = [1, 2]) {
    self.form = form
    self.answer = answer
    self.lengths = lengths
  }

  /// Every key has a default.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    form = try container.decodeIfPresent(Form.self, forKey: .form) ?? .wellPosed
    answer = try container.decodeIfPresent(Answer.self, forKey: .answer) ?? .correct
    lengths = try container.decodeIfPresent([Int].self, forKey: .lengths) ?? [1, 2]
  }
}

extension EmbeddedWorld {
  public func trueAnswer(to question: [Int32]) -> [Int32]? {
    solve(question: question)?.map(lexicon.token(ofDigit:))
  }

  /// A question of a design with the answer to be rewarded. The problem behind it depends on the
  /// stream and the lengths alone, its defect on those and the index: designs that differ in form or
  /// answer get the same ones.
  ///
  /// Where the world has misconceptions the problem is one whose answer they change, whatever the
  /// design, as a shared wrong answer needs; without any, `shared` is the true answer.
  ///
  /// - Parameters:
  ///   - index: the question's number: defects take turns.
  ///   - stream: the question's own.
  public func designedQuestion(
    _ design: QuestionDesign, index: Int, stream: RandomStream
  ) -> (question: [Int32], answer: [Int32]) {
    let problem = misconceivedProblem(lengths: design.lengths, stream: stream.child("problem"))
    let answer: [Int]
    switch design.answer {
    case .correct: answer = problem.answer
    case .shared: answer = misconceivedAnswer(of: problem)
    case .idiosyncratic:
      var stream = stream.child("idiosyncratic")
      answer = slippedAnswer(of: problem, using: &stream)
    case .random:
      var stream = stream.child("random")
      answer = (0..<digitCount).map { _ in stream.integer(below: 10) }
    }
    let tokens = answer.map(lexicon.token(ofDigit:))
    guard design.form == .illPosed else { return (problem.tokens, tokens) }
    var defect = stream.child("defect")
    let kinds = IllPosedKind.allCases
    return (spoil(problem, kinds[index % kinds.count], using: &defect).tokens(lexicon), tokens)
  }

  /// Draws until misconceptions change the answer; not for ever, since short problems over
  /// operations without any are never changed.
  private func misconceivedProblem(lengths: [Int], stream: RandomStream) -> Problem {
    var stream = stream
    let length = stream.element(of: lengths)
    var problem = sampleProblem(length: length, operations: operations, using: &stream)
    guard !misconceptions.isEmpty else { return problem }
    for _ in 0..<10_000 where misconceivedAnswer(of: problem) == problem.answer {
      problem = sampleProblem(length: length, operations: operations, using: &stream)
    }
    return problem
  }

  /// The answer with one digit of one step off; neither the true nor the shared one.
  private func slippedAnswer(of problem: Problem, using stream: inout RandomStream) -> [Int] {
    let shared = misconceivedAnswer(of: problem)
    while true {
      let step = stream.integer(below: problem.length)
      var value = problem.values[step + 1]
      let place = stream.integer(below: value.count)
      value[place] = (value[place] + 1 + stream.integer(below: 9)) % 10
      for link in problem.links[(step + 1)...] { value = link.operation.apply(value) }
      if value != problem.answer && value != shared { return value }
    }
  }
}
