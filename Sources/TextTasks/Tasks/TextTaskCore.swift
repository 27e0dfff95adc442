import Diagnostics
import Randomness
import Tasks
import Tokenization

/// What all text tasks share: prompts, reading and grading.
struct TextTaskCore: Sendable {
  let format: TextFormat
  let verifier: any Verifier
  /// Nil if the document's form does not tell where a question ends.
  let twoTurns: TwoTurnFormat?

  init(
    _ configuration: TaskConfiguration, model: TextTask.Model, verifier: any Verifier
  ) throws(UserError) {
    format = try TextFormat(configuration.format, model: model)
    twoTurns = TwoTurnFormat(format, endTokens: model.endTokens)
    self.verifier = verifier
  }

  func parse(_ document: Rollout) -> GeneratedQuestion? {
    guard let found = format.read(document), verifier.canonical(found.answer) != nil else {
      return nil
    }
    return GeneratedQuestion(question: found.question, answer: found.answer, rollout: document)
  }

  func grade(_ requests: [GradingRequest]) async throws -> [[GradedResponse]] {
    let readings = requests.map { $0.responses.map(format.read) }
    var pairs: [AnswerPair] = []
    for (request, readings) in zip(requests, readings) {
      for case .answer(let answer, _) in readings where verifier.canonical(answer) != nil {
        pairs.append(AnswerPair(reference: request.question.answer, answer: answer))
      }
    }
    var comparisons = try await verifier.compare(pairs)[...]
    return zip(requests, readings).map { request, readings in
      let mention = Mention(of: request.question.answer, verifier)
      return readings.map { reading in
        switch reading {
        case .gaveUp: return GradedResponse(grade: .gaveUp, answer: nil)
        case .unboxed: return GradedResponse(grade: .unboxed, answer: nil)
        case .answer(let answer, let text):
          guard let canonical = verifier.canonical(answer) else {
            return GradedResponse(grade: .unboxed, answer: nil)
          }
          let isRight = comparisons.popFirst() == .equal
          let grade: ResponseGrade =
            isRight ? .correct : mention.occurs(in: text) ? .wrongButMentionsReference : .wrong
          return GradedResponse(grade: grade, answer: canonical)
        }
      }
    }
  }

  /// Checks that the hard and easier families' prompts fit the model, by some problems of each.
  func checkPrompts(of arithmetic: Arithmetic) throws(UserError) {
    let families = arithmetic.configuration
    for (key, list) in [("hard", families.hard), ("easier", families.easier)] {
      for (index, family) in list.enumerated() {
        var stream = RandomStream(seed: 1, path: "arithmetic/prompts/\(key)/\(index)")
        for _ in 0..<8 {
          let problem = ArithmeticProblem(family, using: &stream)
          try format.check(problem.question, at: "task.arithmetic.\(key)[\(index)]")
        }
      }
    }
  }
}

extension TextFormat {
  init(_ format: PromptFormat, model: TextTask.Model) throws(UserError) {
    try self.init(
      format, tokenizer: model.tokenizer, endTokens: model.endTokens,
      contextLength: model.contextLength)
  }

  func check(_ question: String, at place: String) throws(UserError) {
    guard let defect = promptDefect(question) else { return }
    throw UserError(
      .configuration, place: place, "'\(question.shortened())' \(defect.message)",
      hint: defect.hint)
  }

  /// Why a question cannot be asked of a student.
  func promptDefect(_ question: String) -> (message: String, hint: String)? {
    guard let prompt = studentPrompt(for: question) else {
      return (
        "holds text that the model's tokenizer has no token for",
        "write it with words of the model's vocabulary"
      )
    }
    guard prompt.count > longestPrompt else { return nil }
    return (
      "makes a prompt of \(prompt.count) tokens, and only \(longestPrompt) leave room for "
        + "task.format.studentTokens = \(configuration.studentTokens) in the model's context",
      "shorten it, leave out an example, or lower task.format.studentTokens"
    )
  }
}

/// Looks for a reference in a response's text.
struct Mention {
  private let texts: [[UInt8]]

  init(of reference: String, _ verifier: any Verifier) {
    texts = [reference.trimmed, verifier.canonical(reference) ?? ""]
      .map(\.exact).distinct.map { Array($0.text.utf8) }.filter { !$0.isEmpty }
  }

  /// Whether the reference stands in the text by itself, and not as part of a longer word or number.
  func occurs(in text: String) -> Bool {
    let bytes = Array(text.utf8)
    return texts.contains { reference in
      var rest = bytes[...]
      while let range = rest.firstRange(ofBytes: reference) {
        if !Self.goesOn(bytes[..<range.lowerBound].suffix(2).reversed(), from: reference[0]),
          !Self.goesOn(Array(bytes[range.upperBound...].prefix(2)), from: reference.last ?? 0)
        {
          return true
        }
        rest = rest[(range.lowerBound + 1)...]
      }
      return false
    }
  }

  /// Whether the bytes next to an end belong to the same word or number: 39 is not in 139, 39.5 or
  /// 1,039.
  private static func goesOn(_ next: [UInt8], from end: UInt8) -> Bool {
    guard isWord(end), let first = next.first else { return false }
    if isWord(first) { return true }
    let isPoint = first == UInt8(ascii: ".") || first == UInt8(ascii: ",")
    return isDigit(end) && isPoint && next.count > 1 && isDigit(next[1])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte & ~0x20) || byte >= 0x80
  }
}

/// Questions in one turn and answers in another, where the document is a pattern: the first turn ends
/// with what follows the question.
struct TwoTurnFormat: Sendable {
  let questionRule: StopRule
  private let pattern: DocumentPattern
  /// What stands between the first turn and the answer.
  private let given: [Int32]

  init?(_ format: TextFormat, endTokens: [Int32]) {
    guard case .pattern(let pattern) = format.document,
      let given = format.tokenizer.encodeLiterally(pattern.divider.rest)
    else { return nil }
    self.pattern = pattern
    self.given = given
    let stops =
      format.configuration.teacherStop.isEmpty
      ? format.configuration.stop : format.configuration.teacherStop
    questionRule = StopRule(
      stops + [pattern.divider.end], endTokens: endTokens, specials: format.specials)
  }

  func answerPrompt(after tokens: [Int32], _ format: TextFormat) -> [Int32]? {
    guard tokens.starts(with: format.teacherPrompt) else { return nil }
    let (text, isEnded) = format.teacherStop.text(
      of: Array(tokens.dropFirst(format.teacherPrompt.count)))
    guard !isEnded, let question = pattern.question(in: Array(text.utf8)), format.canAsk(question)
    else { return nil }
    return given
  }
}
