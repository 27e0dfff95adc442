import Diagnostics

/// R-Zero's question files: those that its solver has answered, those before it, and the data set
/// that it publishes.
enum RZeroLog {
  static func row(
    _ fields: LogFields, _ options: LogOptions, at place: LogPlace
  ) throws(LineDefect) -> LogRow {
    let isPublished = fields["question"] == nil && fields["problem"] != nil
    let question = try fields.text(isPublished ? "problem" : "question")
    guard question.contains(where: { !$0.isWhitespace }) else {
      throw fields.defect("question", "is empty", hint: "R-Zero writes so what did not parse")
    }
    var row = LogRow(
      question: question,
      answer: try fields.anyText(options.answer ?? "answer") ?? "")
    // Before the solver has answered, the score only marks what parsed.
    guard isPublished || fields["results"] != nil || !options.rewards.isEmpty else { return row }
    row.step = place.step(after: "_v")
    let score = try fields.number("score")
    if let score, !(score == -1 || (0...1).contains(score)) {
      throw fields.defect("score", "is \(score)", hint: "0 to 1, or -1 for what did not parse")
    }
    row.majorityShare = score.flatMap { $0 < 0 ? nil : $0 }
    row.reward =
      options.rewards.isEmpty
      ? score.map { $0 < 0 ? -1 : min($0, 1 - $0) } : try fields.reward(options.rewards)
    return row
  }
}

/// Absolute Zero's files of proposed programs, for deduction and abduction (`snippet`, `input`,
/// `output`) and for induction (`snippet`, `inputs`, `outputs`, `message`).
enum AbsoluteZeroLog {
  static func row(
    _ fields: LogFields, _ options: LogOptions, at place: LogPlace
  ) throws(LineDefect) -> LogRow {
    let snippet = try fields.text("snippet")
    var row: LogRow
    if let inputs = fields["inputs"]?.array {
      let outputs = fields["outputs"]?.array ?? []
      guard inputs.count == outputs.count else {
        throw fields.defect(
          "outputs", "has \(outputs.count) values, and inputs has \(inputs.count)")
      }
      let pairs = zip(inputs, outputs).map { "\(Self.text($0)) -> \(Self.text($1))" }
      let message = try fields.anyText("message") ?? ""
      row = LogRow(
        question: ([message] + pairs).filter { !$0.isEmpty }.joined(separator: "\n"),
        answer: snippet)
    } else {
      let input = try fields.anyText("input")
      row = LogRow(
        question: [snippet, input].compactMap { $0 }.joined(separator: "\n"),
        answer: try fields.anyText(options.answer ?? "output") ?? "")
    }
    guard !row.question.isEmpty else { throw fields.defect("snippet", "is empty") }
    guard !row.question.utf8.contains(0) else {
      throw fields.defect("inputs", "contains a NUL character")
    }
    if !options.rewards.isEmpty {
      row.step = place.fileIndex
      row.reward = try fields.reward(options.rewards)
    }
    return row
  }

  private static func text(_ value: JSONValue) -> String {
    value.string ?? value.text(indented: false)
  }
}
