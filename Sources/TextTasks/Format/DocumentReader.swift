import Diagnostics

/// Finds question and answer in a teacher's text.
enum DocumentReader: Sendable {
  case pattern(DocumentPattern)
  case regex(BoundedRegex)

  private static let place = "task.format.document"

  /// - Parameter text: with both placeholders, a pattern; otherwise a regular expression.
  init(_ text: String) throws(UserError) {
    let bytes = Array(text.utf8)
    let question = bytes.firstRange(ofBytes: Array("{question}".utf8))
    let answer = bytes.firstRange(ofBytes: Array("{answer}".utf8))
    switch (question, answer) {
    case (nil, nil):
      self = .regex(
        try BoundedRegex(text, at: Self.place, groups: ["question", "answer"]))
    case (let question?, let answer?):
      guard question.upperBound <= answer.lowerBound else {
        throw UserError(
          .configuration, place: Self.place, "has {answer} before {question}",
          hint: "let the teacher write the question first")
      }
      self = .pattern(
        try DocumentPattern(
          before: bytes[..<question.lowerBound],
          between: bytes[question.upperBound..<answer.lowerBound],
          after: bytes[answer.upperBound...], at: Self.place))
    default:
      throw UserError(
        .configuration, place: Self.place, "has only one of {question} and {answer}",
        hint: "write both, such as {question} = {answer}")
    }
  }

  /// Question and answer without white space at their ends; nil if the text has none.
  ///
  /// - Parameters:
  ///   - text: up to where it was ended.
  ///   - isComplete: whether the text was ended, and not cut off.
  func read(_ text: String, isComplete: Bool) -> (question: String, answer: String)? {
    switch self {
    case .pattern(let pattern): return pattern.read(Array(text.utf8), isComplete: isComplete)
    case .regex(let regex):
      guard let match = regex.firstMatch(in: text, named: ["question", "answer"]),
        let question = match.named[0], let answer = match.named[1]
      else { return nil }
      // An answer that the token limit cut off might go on.
      guard isComplete || !text.utf8.reversed().starts(with: answer.utf8.reversed()) else {
        return nil
      }
      return (question.trimmed, answer.trimmed)
    }
  }
}

/// What stands around and between a teacher's question and answer, in bytes.
struct DocumentPattern: Sendable {
  private let before: [UInt8]
  private let between: [UInt8]
  private let after: [UInt8]

  private static let newline = UInt8(ascii: "\n")

  init(
    before: some Sequence<UInt8>, between: some Sequence<UInt8>, after: some Sequence<UInt8>,
    at place: String
  ) throws(UserError) {
    self.before = Self.trimmed(before)
    self.after = Self.trimmed(after)
    let between = Array(between)
    let core = Self.trimmed(between)
    // White space alone parts two lines, but not two texts on one.
    self.between = core.isEmpty && between.contains(Self.newline) ? [Self.newline] : core
    guard !self.between.isEmpty else {
      throw UserError(
        .configuration, place: place, "has nothing between {question} and {answer}",
        hint: "put a separator between them, such as {question} = {answer}")
    }
  }

  /// The part of what stands between question and answer that ends a question, and what follows it
  /// before the answer.
  var divider: (end: String, rest: String) {
    let end = between.prefix { $0 != 0x20 && $0 != Self.newline }
    let count = max(1, end.count)
    return (
      String(decoding: between.prefix(count), as: UTF8.self),
      String(decoding: between.dropFirst(count), as: UTF8.self)
    )
  }

  /// The question in a text that goes on to the divider, without white space at its ends; nil if there
  /// is no divider or more than white space after it.
  func question(in text: [UInt8]) -> String? {
    guard let start = start(in: text),
      let end = text[start...].firstRange(ofBytes: Array(divider.end.utf8)),
      Self.trimmed(text[end.upperBound...]).isEmpty
    else { return nil }
    return checked(text[start..<end.lowerBound])
  }

  func read(_ text: [UInt8], isComplete: Bool) -> (question: String, answer: String)? {
    guard let start = start(in: text), let middle = text[start...].firstRange(ofBytes: between),
      let question = checked(text[start..<middle.lowerBound])
    else { return nil }
    let rest = text[middle.upperBound...].drop { Self.isSpace($0) }
    let line = rest.prefix { $0 != Self.newline && $0 != UInt8(ascii: "\r") }
    let end = after.isEmpty ? nil : line.firstRange(ofBytes: after)?.lowerBound
    guard isComplete || end != nil || line.endIndex < text.endIndex else { return nil }
    let answer = line[..<(end ?? line.endIndex)]
    return (question, String(decoding: answer, as: UTF8.self).trimmed)
  }

  private func start(in text: [UInt8]) -> Int? {
    before.isEmpty ? 0 : text.firstRange(ofBytes: before)?.upperBound
  }

  /// A question that holds what opens questions is two questions.
  private func checked(_ bytes: ArraySlice<UInt8>) -> String? {
    guard before.isEmpty || bytes.firstRange(ofBytes: before) == nil else { return nil }
    return String(decoding: bytes, as: UTF8.self).trimmed
  }

  private static func trimmed(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    String(decoding: Array(bytes), as: UTF8.self).trimmed.utf8.map { $0 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
