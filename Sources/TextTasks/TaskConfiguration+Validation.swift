import Diagnostics

extension TaskConfiguration {
  /// Checks every value that does not depend on the model or the problem file.
  ///
  /// - Throws: ``UserError`` with the key path of the first defect.
  public func validate() throws {
    guard kind == .text else { return }
    try validateLevels()
    if file.isEmpty { try arithmetic.validate(verifier) }
    try verifier.validate()
    try format.validate(verifier)
  }

  private func validateLevels() throws {
    for (key, levels) in [("hardLevels", hardLevels), ("easierLevels", easierLevels)] {
      let place = "task.\(key)"
      try require(
        levels.isEmpty || !file.isEmpty, place, "is given without a file",
        "set task.file, or choose families in task.arithmetic")
      try require(
        Set(levels.map(\.exact)).count == levels.count, place, "names a level twice")
    }
    let hard = Set(hardLevels.map(\.exact))
    for level in easierLevels {
      try require(
        !hard.contains(level.exact), "task.easierLevels",
        "names '\(level.shortened())', which is among task.hardLevels too",
        "train on other problems than those to be learned")
    }
  }
}

extension VerifierConfiguration {
  func validate() throws {
    let place = "task.verifier"
    try check("\(place).relativeTolerance", relativeTolerance, 0...1)
    try require(
      absoluteTolerance.isFinite && absoluteTolerance >= 0, "\(place).absoluteTolerance",
      "is \(absoluteTolerance), but must be 0 or more")
    guard kind == .mathVerify else { return }
    try require(!python.isEmpty, "\(place).python", "is empty", "name a Python, such as python3")
    try check("\(place).secondsPerAnswer", secondsPerAnswer, 0.1...600)
  }
}

extension PromptFormat {
  func validate(_ verifier: VerifierConfiguration) throws {
    let place = "task.format"
    try require(
      Self.count("{question}", in: student) == 1, "\(place).student",
      "must hold {question} once", "such as \"{examples}{question} =\"")
    for (key, text, names) in [
      ("student", student, ["{answer}"]), ("teacher", teacher, ["{question}", "{answer}"]),
      ("system", system, ["{question}", "{answer}", "{examples}"]),
      ("example", example, ["{examples}"]),
    ] {
      for name in names {
        try require(
          Self.count(name, in: text) == 0, "\(place).\(key)", "holds \(name), which it cannot have")
      }
    }
    try validateChat()
    if !examples.isEmpty {
      for name in ["{question}", "{answer}"] {
        try require(
          Self.count(name, in: example) == 1, "\(place).example", "must hold \(name) once",
          "such as \"{question} = {answer}\\n\"")
      }
    }
    for (index, example) in examples.enumerated() {
      let place = "\(place).examples[\(index)]"
      try require(!example.question.trimmed.isEmpty, "\(place).question", "is empty")
      try require(
        verifier.canonical(example.answer) != nil, "\(place).answer",
        "is '\(example.answer.shortened(to: 40))', which task.verifier (\(verifier.kind.rawValue)) "
          + "cannot read", "it takes \(verifier.answerWords)")
    }
    _ = try DocumentReader(document)
    if !answer.isEmpty { _ = try BoundedRegex(answer, at: "\(place).answer") }
    for (key, texts) in [("stop", stop), ("teacherStop", teacherStop)] {
      try require(
        texts.allSatisfy { !$0.isEmpty }, "\(place).\(key)",
        "holds an empty text, which would end every response at its start")
    }
    try require(
      gaveUp.allSatisfy { !$0.trimmed.isEmpty }, "\(place).gaveUp", "holds an empty text")
    try check("\(place).studentTokens", studentTokens, 1...65_536)
    try check("\(place).teacherTokens", teacherTokens, 1...65_536)
  }

  private func validateChat() throws {
    let place = "task.format.chat"
    guard template == .chat else {
      try require(
        chat == ChatMarks(), place,
        "is given, but task.format.template is \(template.rawValue)",
        "set task.format.template: chat")
      return
    }
    for (key, text) in chat.texts {
      let isNeeded = key == "system" ? !system.isEmpty : key != "begin"
      try require(
        !isNeeded || !text.isEmpty, "\(place).\(key)", "is empty",
        "take it from chat_template in the model's tokenizer_config.json")
      for name in ["{question}", "{answer}", "{examples}"] {
        try require(
          Self.count(name, in: text) == 0, "\(place).\(key)",
          "holds \(name), which it cannot have")
      }
    }
  }

  private static func count(_ name: String, in text: String) -> Int {
    var count = 0
    var rest = Array(text.utf8)[...]
    while let range = rest.firstRange(ofBytes: Array(name.utf8)) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}

func require(
  _ condition: Bool, _ place: String, _ message: String, _ hint: String? = nil
) throws(UserError) {
  guard condition else {
    throw UserError(.configuration, place: place, message, hint: hint)
  }
}

func check<Value: Comparable>(
  _ place: String, _ value: Value, _ range: ClosedRange<Value>
) throws(UserError) {
  try require(
    range.contains(value), place,
    "is \(value), but must lie between \(range.lowerBound) and \(range.upperBound)")
}
