// What arms are made of, in words for listings and reports. The source of questions has its own
// words in ArmSourceWords.swift.

extension ArmConfiguration.Start {
  /// Which model it is: one line, for listings.
  public var explanation: String {
    switch self {
    case .base: "the base model"
    case .promotedStudent: "the best promoted student of the teacher's loop"
    case .trainedTeacher: "the teacher itself after its loop"
    }
  }
}

extension ArmConfiguration.TeacherStep {
  /// Which teacher it is: one line, for listings.
  public var explanation: String {
    switch self {
    case .kept: "the best one with `soar.keepsBestTeacher`, otherwise the last"
    case .last: "the one after the loop's last step"
    case .best: "the one with the highest moving average of rewards (early stopping)"
    }
  }

  /// After the teacher in the middle of a sentence.
  package var phrase: String {
    switch self {
    case .kept: ""
    case .last: " after its last step"
    case .best: " after its best step"
    }
  }
}

extension ArmConfiguration.Filter {
  /// Which questions are kept: one line, for listings.
  public var explanation: String {
    switch self {
    case .all: "every question"
    case .illPosed: "ill-posed ones"
    case .wellPosed: "well-posed ones"
    case .correct: "well-posed ones with a right answer"
    case .wrong: "well-posed ones with a wrong answer"
    }
  }
}

extension ArmConfiguration.Answers {
  /// Which answers are rewarded: one line, for listings.
  public var explanation: String {
    switch self {
    case .own: "those that came with the questions"
    case .corrected: "the right ones where they exist"
    case .majority: "the base student's most frequent one"
    case .otherMajority: "the base student's most frequent one that differs from the question's"
    case .shuffled: "those of the other questions, dealt anew"
    }
  }
}

extension ArmConfiguration.Mixing {
  /// How hard-train comes in: one line, for listings.
  public var explanation: String {
    switch self {
    case .alone: "questions only"
    case .hardOnly: "hard-train problems only"
    case .mixed: "half of each batch from each"
    case .curriculum: "questions for `curriculumSteps` steps, then hard-train problems"
    }
  }
}

extension ArmConfiguration {
  /// A key of an arm that takes one of several words.
  public struct Part: Sendable, Equatable {
    public struct Word: Sendable, Equatable {
      public var name: String
      public var explanation: String
    }

    public var key: String
    public var words: [Word]

    fileprivate init<Value: CaseIterable & RawRepresentable<String>>(
      _ key: String, _ explanation: (Value) -> String
    ) {
      self.key = key
      words = Value.allCases.map { Word(name: $0.rawValue, explanation: explanation($0)) }
    }
  }

  /// All words that arms are put together from, by key.
  public static let parts = [
    Part("start") { (start: Start) in start.explanation },
    Part("source") { (source: Source) in source.explanation },
    Part("teacherAt") { (step: TeacherStep) in step.explanation },
    Part("filter") { (filter: Filter) in filter.explanation },
    Part("answers") { (answers: Answers) in answers.explanation },
    Part("mixing") { (mixing: Mixing) in mixing.explanation },
  ]
}

extension RunConfiguration {
  /// An arm of this run in one line: where its student starts, what it trains on, for how long.
  public func explanation(of arm: ArmConfiguration) -> String {
    let start =
      switch arm.start {
      case .base: "the base model"
      case .promotedStudent: "the best promoted student of \(arm.teacher)"
      case .trainedTeacher: "the teacher of \(arm.teacher)\(arm.teacherAt.phrase)"
      }
    guard arm.steps > 0 else { return "\(start), inference only" }
    let group = arm.groupSize > 0 ? arm.groupSize : student.groupSize
    let size = "\(arm.steps) steps of \(student.batchQuestions) x \(group) rollouts"
    return "\(start) trained on \(training(of: arm)); \(size)"
  }

  /// What an arm of this run trains on, in the middle of a sentence.
  public func training(of arm: ArmConfiguration) -> String {
    let subset = arm.filter == .all ? "" : ", the \(arm.filter.explanation)"
    let answers =
      switch arm.answers {
      case .own: ""
      case .corrected: ", answers corrected"
      case .majority: ", with the base model's majority answers"
      case .otherMajority: ", with the base model's likeliest other answers"
      case .shuffled: ", with each other's answers"
      }
    let teacher = teacherConfiguration(of: arm.teacher)
    var manner = arm.source.isWritten && teacher.turns == 2 ? ", written in two turns" : ""
    if [.untrainedTeacher, .trainedTeacher, .promotionQuestions].contains(arm.source) {
      if teacher.poolSize > 0 { manner += ", chosen from \(teacher.poolSize) problems" }
      if teacher.answers == .oracle { manner += ", answered by the oracle" }
    }
    let mixing =
      switch arm.mixing {
      case .alone, .hardOnly: ""
      case .mixed: ", half of each batch from hard-train"
      case .curriculum: ", then hard-train from step \(arm.curriculumSteps)"
      }
    return "\(arm.questionsPhrase)\(manner)\(subset)\(answers)\(mixing)"
  }
}
