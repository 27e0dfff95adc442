public import Diagnostics
public import RunStore

/// Label counts by teacher.
public struct LabelTally: Encodable, Sendable {
  /// The questions of one teacher.
  public struct Group: Encodable, Sendable {
    var teacher: String
    /// Whether only questions of promoted datasets count.
    var onlyPromoted: Bool
    public var questions = 0
    /// Questions with a label; the denominator of shares.
    public var labelled = 0
    public fileprivate(set) var wellPosed = 0
    public fileprivate(set) var correct = 0
    public fileprivate(set) var errors: [String: Int] = [:]
    public fileprivate(set) var answers: [String: Int] = [:]
    public fileprivate(set) var posedness: [String: Int] = [:]

    fileprivate init(teacher: String, onlyPromoted: Bool) {
      self.teacher = teacher
      self.onlyPromoted = onlyPromoted
    }

    fileprivate mutating func add(_ label: LabelRecord?) {
      questions += 1
      guard let label else { return }
      labelled += 1
      if label.isWellPosed { wellPosed += 1 }
      if label.isCorrect == true { correct += 1 }
      errors[label.errorType, default: 0] += 1
      if let kind = label.features.answerKind { answers[kind, default: 0] += 1 }
      if let kind = label.features.posedness { posedness[kind, default: 0] += 1 }
    }

    /// Share of the labelled questions, 0 to 1; null without any.
    public func share(_ count: Int) -> Measured {
      Measured(labelled > 0 ? Double(count) / Double(labelled) : nil)
    }

    public var name: String { onlyPromoted ? "\(teacher), promoted" : teacher }

    private enum CodingKeys: String, CodingKey {
      case teacher, onlyPromoted, questions, labelled, wellPosed, correct, errorTypes, answerKinds
      case posedness
    }

    /// Shares, 0 to 1.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(teacher, forKey: .teacher)
      try container.encode(onlyPromoted, forKey: .onlyPromoted)
      try container.encode(questions, forKey: .questions)
      try container.encode(labelled, forKey: .labelled)
      try container.encode(share(wellPosed), forKey: .wellPosed)
      try container.encode(share(correct), forKey: .correct)
      try container.encode(errors.mapValues(share), forKey: .errorTypes)
      try container.encode(answers.mapValues(share), forKey: .answerKinds)
      try container.encode(posedness.mapValues(share), forKey: .posedness)
    }
  }

  /// In order of first appearance.
  public private(set) var groups: [Group] = []

  public init() {}

  /// - Parameters:
  ///   - isRepeated: whether an earlier dataset of its step holds the same question, which then counts
  ///     only as one of a promoted dataset.
  ///   - label: nil for an unlabelled question.
  public mutating func add(
    teacher: String, isPromoted: Bool, isRepeated: Bool = false, _ label: LabelRecord?
  ) {
    for onlyPromoted in (isRepeated ? [] : [false]) + (isPromoted ? [true] : []) {
      let index =
        groups.firstIndex { $0.teacher == teacher && $0.onlyPromoted == onlyPromoted }
        ?? groups.count
      if index == groups.count {
        groups.append(Group(teacher: teacher, onlyPromoted: onlyPromoted))
      }
      groups[index].add(label)
    }
  }

  public var questions: Int { groups.reduce(0) { $0 + ($1.onlyPromoted ? 0 : $1.questions) } }
  public var labelled: Int { groups.reduce(0) { $0 + ($1.onlyPromoted ? 0 : $1.labelled) } }

  public func encode(to encoder: any Encoder) throws { try groups.encode(to: encoder) }
}

extension RunStore {
  /// Counts a classifier's newest labels.
  ///
  /// - Returns: also the highest version among them; 0 without any.
  package func tally(of classifier: String) throws -> (tally: LabelTally, version: Int) {
    var tally = LabelTally()
    var newest = 0
    try forEachQuestion(QuestionSelection(classifier: classifier)) { row in
      newest = max(newest, row.label?.version ?? 0)
      tally.add(
        teacher: row.teacher, isPromoted: row.isPromoted, isRepeated: row.question.isRepeated,
        row.label)
    }
    return (tally, newest)
  }
}
