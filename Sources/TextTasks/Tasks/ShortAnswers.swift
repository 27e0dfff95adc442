import Tasks
import Tokenization

extension TextProblemTask {
  /// The answer after a space, unless the prompt ends with one, and what stops a response.
  func shortestResponse(to question: String, answer: String) -> (
    tokens: [Int32], endings: [Int32]
  )? {
    let format = core.format.configuration
    let needsSpace =
      core.format.repliesAfterSpace
      && (format.template != .completion || format.student.unicodeScalars.last?.value != 0x20)
    let endings = studentLimits.stopTokens
    guard !endings.isEmpty,
      let tokens = tokenizer.encodeLiterally((needsSpace ? " " : "") + answer), !tokens.isEmpty
    else { return nil }
    return (tokens, endings)
  }
}

extension EasierProblems where Self: TextProblemTask {
  /// The document up to the answer, so that the question's end is part of it: `3 + 4` alone would be as
  /// likely as `3 + 4`, `3 + 45` and the like together. Nil if the document is a regular expression.
  func teacherText(of problem: TrainingQuestion) -> [Int32]? {
    let document = core.format.configuration.document
    guard case .pattern = core.format.document,
      let question = document.firstRange(of: "{question}"),
      let answer = document.firstRange(of: "{answer}"), question.upperBound <= answer.lowerBound
    else { return nil }
    var between = document[question.upperBound..<answer.lowerBound]
    // A space before the answer belongs to the answer's first token.
    while between.last == " " { between.removeLast() }
    return tokenizer.encodeLiterally(
      document[..<question.lowerBound] + problem.question + between)
  }
}
