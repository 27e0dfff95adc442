import Diagnostics
import Tasks
import Tokenization

/// A ``PromptFormat`` for one tokenizer: writes prompts and reads responses.
struct TextFormat: Sendable {
  let configuration: PromptFormat
  let specials: SpecialTexts
  let teacherPrompt: [Int32]
  let studentStop: StopRule
  let teacherStop: StopRule
  let document: DocumentReader
  /// Whether a reply begins with a space, as after `Answer:`.
  let repliesAfterSpace: Bool
  /// Most tokens of a student's prompt, so that its response fits the context.
  let longestPrompt: Int

  var tokenizer: any Tokenizer { specials.tokenizer }

  private let student: PromptTemplate
  private let answer: BoundedRegex?
  private let gaveUp: Set<ExactText>

  /// - Parameters:
  ///   - endTokens: ids that end the model's responses.
  ///   - contextLength: most tokens that the model takes, prompt and response together.
  init(
    _ format: PromptFormat, tokenizer: any Tokenizer, endTokens: [Int32], contextLength: Int
  ) throws(UserError) {
    configuration = format
    specials = SpecialTexts(tokenizer)
    student = try PromptTemplate(
      format.student, of: format, specials: specials, at: "task.format.student")
    teacherPrompt = try PromptTemplate(
      format.teacher, of: format, specials: specials, at: "task.format.teacher"
    ).ids
    document = try DocumentReader(format.document)
    answer =
      format.answer.isEmpty ? nil : try BoundedRegex(format.answer, at: "task.format.answer")
    gaveUp = Set(format.gaveUp.map { $0.trimmed.exact })
    let (ends, endTexts) = Self.ends(of: format, specials)
    studentStop = StopRule(
      format.stop + endTexts, endTokens: endTokens + ends, specials: specials)
    teacherStop =
      format.teacherStop.isEmpty
      ? studentStop
      : StopRule(
        format.teacherStop + endTexts, endTokens: endTokens + ends, specials: specials)
    repliesAfterSpace = Self.repliesAfterSpace(format, specials)
    longestPrompt = contextLength - format.studentTokens
    try check(endTokens: endTokens, contextLength: contextLength)
  }

  /// What ends a message of a chat that the configuration describes; the named templates rely on the
  /// model's own end tokens.
  private static func ends(
    of format: PromptFormat, _ specials: SpecialTexts
  ) -> (ids: [Int32], texts: [String]) {
    guard format.template == .chat else { return ([], []) }
    let ids = specials.parts(of: format.chat.end, placeholders: []).compactMap { part -> Int32? in
      if case .special(let id) = part { id } else { nil }
    }
    return ids.isEmpty ? ([], [format.chat.end]) : ([ids[0]], [])
  }

  private static func repliesAfterSpace(_ format: PromptFormat, _ specials: SpecialTexts) -> Bool {
    guard format.template != .completion else { return true }
    guard format.template == .chat,
      case .text(let text) = specials.parts(of: format.chat.assistant, placeholders: []).last
    else { return false }
    return text.unicodeScalars.last?.properties.isWhitespace == false
  }

  private func check(endTokens: [Int32], contextLength: Int) throws(UserError) {
    func defect(_ key: String, _ message: String, _ hint: String) -> UserError {
      UserError(.configuration, place: "task.format.\(key)", message, hint: hint)
    }
    for id in endTokens where !(0..<Int32(tokenizer.vocabularySize)).contains(id) {
      throw UserError(
        .configuration, place: "model.folder",
        "has the end token \(id), which its tokenizer of \(tokenizer.vocabularySize) ids lacks",
        hint: "correct eos_token_id in config.json")
    }
    for (key, rule) in [("stop", studentStop), ("teacherStop", teacherStop)]
    where rule.tokens.isEmpty && rule.strings.isEmpty {
      throw defect(
        key, "names nothing that the model can write, and the model has no end token",
        "add a text that ends a response, such as \"\\n\"")
    }
    guard !teacherPrompt.isEmpty else {
      throw defect("teacher", "makes an empty prompt", "add an example, or some text")
    }
    guard teacherPrompt.count + configuration.teacherTokens <= contextLength else {
      throw defect(
        "teacherTokens",
        "is \(configuration.teacherTokens), but the teacher's prompt has \(teacherPrompt.count) tokens "
          + "and the model takes \(contextLength)", "lower it, or shorten task.format.teacher")
    }
    let shortest = student.ids(for: "")?.count ?? 0
    guard shortest < longestPrompt else {
      throw defect(
        "student",
        "has \(shortest) tokens without a question, which with task.format.studentTokens = "
          + "\(configuration.studentTokens) leaves no room in the model's \(contextLength)",
        "leave out an example, or lower task.format.studentTokens")
    }
  }

  /// The student's prompt; nil if part of it has no token.
  func studentPrompt(for question: String) -> [Int32]? { student.ids(for: question) }

  /// Whether a teacher's question can be asked: it is not empty, ends no line or response, and its
  /// prompt fits.
  func canAsk(_ question: String) -> Bool {
    guard !question.isEmpty, !studentStop.isStopped(question), !teacherStop.isStopped(question),
      !breaksLine(question), let prompt = studentPrompt(for: question)
    else { return false }
    return prompt.count <= longestPrompt
  }

  /// Where a line feed ends a response, a question is one line by any convention.
  private func breaksLine(_ question: String) -> Bool {
    guard configuration.stop.contains(where: { $0.utf8.elementsEqual("\n".utf8) }) else {
      return false
    }
    return question.unicodeScalars.contains { scalar in
      (0x0A...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
    }
  }

  /// Question and answer of a teacher's document; nil if it has none that can be asked.
  func read(_ document: Rollout) -> (question: String, answer: String)? {
    guard let last = document.turns.last, last.response.stopReason != .notFinite else { return nil }
    let (text, isComplete) = teacherStop.text(of: Self.written(document))
    let isEnded = isComplete || last.response.stopReason == .stop
    guard let found = self.document.read(text, isComplete: isEnded), canAsk(found.question) else {
      return nil
    }
    return found
  }

  /// All tokens after the first prompt.
  static func written(_ document: Rollout) -> [Int32] {
    document.turns.enumerated().flatMap { index, turn in
      (index == 0 ? [] : turn.prompt) + turn.response.tokens
    }
  }

  /// What a student's response says.
  enum Reading {
    case gaveUp
    /// No answer: the form is lost, or the response was cut off within it.
    case unboxed
    case answer(String, text: String)
  }

  func read(_ response: SampledResponse) -> Reading {
    guard response.stopReason != .notFinite else { return .unboxed }
    let (text, isEnded) = studentStop.text(of: response.tokens)
    let isComplete = isEnded || response.stopReason == .stop
    let whole = text.trimmed
    if isComplete, gaveUp.contains(whole.exact) { return .gaveUp }
    guard let answer else {
      return isComplete && !whole.isEmpty ? .answer(whole, text: text) : .unboxed
    }
    guard let match = answer.firstMatch(in: text), let found = match.group,
      isComplete || !match.reachesEnd
    else { return .unboxed }
    return .answer(found.trimmed, text: text)
  }

  /// A document that nobody sampled: a question with an answer, as the student would read and write it.
  func document(_ question: String, _ answer: String) -> Rollout {
    let space = repliesAfterSpace ? " " : ""
    guard let prompt = studentPrompt(for: question),
      let response = tokenizer.encodeLiterally(space + answer)
    else { return Rollout(given: []) }
    return Rollout(given: prompt + response)
  }
}
