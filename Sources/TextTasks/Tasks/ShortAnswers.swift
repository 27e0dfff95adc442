import Tasks
import Tokenization

extension TextProblemTask {
  /// The answer after a space, unless the prompt ends with one, and what stops a response.
  func shortestResponse(to question: String, answer: String) -> (
    tokens: [Int32], endings: [Int32]
  )? {
    let format = core.format.configuration
    let needsSpace =
      format.template == .completion && format.student.unicodeScalars.last?.value != 0x20
    let endings = studentLimits.stopTokens
    guard !endings.isEmpty,
      let tokens = tokenizer.encodeLiterally((needsSpace ? " " : "") + answer), !tokens.isEmpty
    else { return nil }
    return (tokens, endings)
  }
}
