import Diagnostics

/// One attempt at a prompt, as a program for reinforcement learning logs it.
struct LoggedRollout: Equatable {
  var step: Int
  var prompt: String
  var completion: String
  var answer: String?
  /// Nil where the log has none or says that it is not a number.
  var reward: Double?
  var advantage: Double?
}

/// A question as a foreign log has it.
package struct LogRow: Equatable, Sendable {
  /// Outer step; nil outside of outer loops, where there is no reward.
  package var step: Int?
  package var question: String
  package var answer = ""
  package var document = ""
  /// Nil with a step: the reward was not a number.
  package var reward: Double?
  package var advantage: Double?
  /// Share of the student's samples with its most frequent answer, 0 to 1.
  package var majorityShare: Double?
  /// Whether rows of one step with the same question and answer are rollouts for one question.
  package var isRollout = false
}

/// Where a record stands, for formats whose records do not say their step.
package struct LogPlace {
  /// The file as the user named it.
  package var path: String
  /// From 0, in the order in which the files were given.
  package var fileIndex: Int

  package init(path: String, fileIndex: Int) {
    self.path = path
    self.fileIndex = fileIndex
  }

  /// The whole number behind the last occurrence of `prefix` in the path, or the file's index.
  func step(after prefix: String) -> Int {
    guard let found = path.utf8.ranges(of: prefix.utf8).last else { return fileIndex }
    let digits = path.utf8[found.upperBound...].prefix { (0x30...0x39).contains($0) }
    return Int(String(Substring(digits))) ?? fileIndex
  }
}

extension LoggedRollout {
  /// The rollout as a question, on the side that holds the questions.
  ///
  /// - Returns: nil for a teacher's text without a question.
  func row(_ options: LogOptions) throws(LineDefect) -> LogRow {
    switch options.side {
    case .prompt:
      return LogRow(
        step: step, question: try question(options), answer: answer ?? "", reward: reward,
        isRollout: true)
    case .completion:
      let text = WrittenQuestion(completion)
      guard !text.question.isEmpty else {
        throw LineDefect(path: "completion", message: "is empty")
      }
      return LogRow(
        step: step, question: text.question, answer: answer ?? text.answer ?? "",
        document: completion, reward: reward, advantage: advantage)
    }
  }

  private func question(_ options: LogOptions) throws(LineDefect) -> String {
    var text = prompt[...]
    if let after = options.after {
      guard let found = text.utf8.ranges(of: after.utf8).last else {
        throw LineDefect(
          path: "prompt", message: "does not contain the text of --after",
          hint: "it begins with '\(prompt.shortened(to: 40))'")
      }
      text = text[found.upperBound...]
    }
    if let before = options.before {
      guard let found = text.utf8.firstRange(of: before.utf8) else {
        throw LineDefect(
          path: "prompt", message: "does not contain the text of --before",
          hint: "it ends with '\(prompt.suffix(40))'")
      }
      text = text[..<found.lowerBound]
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw LineDefect(path: "prompt", message: "holds no question")
    }
    return String(text)
  }
}

/// The question and the answer in a text that a teacher wrote. Searched by bytes: characters would
/// join a tag and a combining mark behind it.
struct WrittenQuestion {
  /// Between the last `<question>` tags; the whole text if there are none.
  var question: String
  /// Between the last `<answer>` tags, or in the last `\boxed{}`.
  var answer: String?

  init(_ text: String) {
    question = Self.between("<question>", "</question>", in: text) ?? text.trimmed
    answer = Self.between("<answer>", "</answer>", in: text) ?? Self.boxed(in: text)
  }

  private static func between(_ open: String, _ close: String, in text: String) -> String? {
    guard let end = text.utf8.ranges(of: close.utf8).last,
      let start = text.utf8[..<end.lowerBound].ranges(of: open.utf8).last
    else { return nil }
    return String(text[start.upperBound..<end.lowerBound]).trimmed
  }

  private static func boxed(in text: String) -> String? {
    guard let start = text.utf8.ranges(of: #"\boxed{"#.utf8).last else { return nil }
    var depth = 1
    for index in text.utf8[start.upperBound...].indices {
      switch text.utf8[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: continue
      }
      if depth == 0 { return String(text[start.upperBound..<index]).trimmed }
    }
    return nil
  }
}

extension String {
  /// Without white space at both ends.
  fileprivate var trimmed: String {
    let head = drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
