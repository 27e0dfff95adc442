public import Randomness
public import Tasks

extension EmbeddedWorld {
  public func trueAnswer(to question: [Int32]) -> [Int32]? {
    solve(question: question)?.map(lexicon.token(ofDigit:))
  }

  /// A question of a design with the answer to reward. The underlying problem depends on the stream
  /// and the lengths alone, its defect also on the index: designs that differ only in form or
  /// answer share both.
  ///
  /// If the world has misconceptions, they change the problem's answer under every design, because
  /// a shared wrong answer needs that; without any, `shared` is the true answer.
  ///
  /// - Parameters:
  ///   - index: the question's number, which selects the defect in turn.
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
    return (
      question(problem, design.form, index: index, stream: stream),
      answer.map(lexicon.token(ofDigit:))
    )
  }

  /// A question of any operations with the answer of its problem, whether misconceptions change that
  /// or not.
  public func plainQuestion(
    _ form: QuestionDesign.Form, lengths: [Int], index: Int, stream: RandomStream
  ) -> (question: [Int32], answer: [Int32]) {
    var problems = stream.child("plain")
    let length = problems.element(of: lengths)
    let problem = sampleProblem(length: length, operations: operations, using: &problems)
    return (
      question(problem, form, index: index, stream: stream),
      problem.answer.map(lexicon.token(ofDigit:))
    )
  }

  private func question(
    _ problem: Problem, _ form: QuestionDesign.Form, index: Int, stream: RandomStream
  ) -> [Int32] {
    guard form == .illPosed else { return problem.tokens }
    var defect = stream.child("defect")
    let kinds = IllPosedKind.allCases
    return spoil(problem, kinds[index % kinds.count], using: &defect).tokens(lexicon)
  }

  /// Redraws until misconceptions change the answer, up to a limit: they never change short
  /// problems over operations without any.
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

  /// The answer with one digit of one step off, different from the true and the shared answer.
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
