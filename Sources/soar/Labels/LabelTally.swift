import QuestionAnalysis
import Reporting
import RunStore

/// Labels counted by teacher.
struct LabelTally: Encodable {
  struct Group: Encodable {
    var teacher: String
    /// Whether only the questions of promoted datasets are counted.
    var onlyPromoted: Bool
    var questions = 0
    /// Of the questions, with a label; shares are of these.
    var labelled = 0
    fileprivate(set) var wellPosed = 0
    fileprivate(set) var correct = 0
    fileprivate(set) var errors: [String: Int] = [:]
    fileprivate var answers: [String: Int] = [:]
    fileprivate var posedness: [String: Int] = [:]

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

    func share(_ count: Int) -> Measured {
      Measured(labelled > 0 ? Double(count) / Double(labelled) : nil)
    }

    var name: String { onlyPromoted ? "\(teacher), promoted" : teacher }

    private enum CodingKeys: String, CodingKey {
      case teacher, onlyPromoted, questions, labelled, wellPosed, correct, errorTypes, answerKinds
      case posedness
    }

    /// Shares, 0 to 1.
    func encode(to encoder: any Encoder) throws {
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

  /// In the order in which the teachers came.
  private(set) var groups: [Group] = []

  mutating func add(teacher: String, isPromoted: Bool, _ label: LabelRecord?) {
    for onlyPromoted in isPromoted ? [false, true] : [false] {
      let index =
        groups.firstIndex { $0.teacher == teacher && $0.onlyPromoted == onlyPromoted }
        ?? groups.count
      if index == groups.count {
        groups.append(Group(teacher: teacher, onlyPromoted: onlyPromoted))
      }
      groups[index].add(label)
    }
  }

  var questions: Int { groups.reduce(0) { $0 + ($1.onlyPromoted ? 0 : $1.questions) } }
  var labelled: Int { groups.reduce(0) { $0 + ($1.onlyPromoted ? 0 : $1.labelled) } }

  func encode(to encoder: any Encoder) throws { try groups.encode(to: encoder) }

  /// The paper's table 7, as shares.
  struct PaperRow: Encodable {
    var arm: String
    var wellPosed, correct: Double
    var errorTypes: [String: Double]

    static let all = PaperResults.labels.map { row in
      // As decimal shares again: 0.232 and not what 23.2 / 100 is in binary.
      func share(_ percent: Double) -> Double { (10 * percent).rounded() / 1000 }
      return PaperRow(
        arm: row.arm, wellPosed: share(row.wellPosed), correct: share(row.correct),
        errorTypes: Dictionary(
          uniqueKeysWithValues: row.errors.map { ($0.type, share($0.percent)) }))
    }
  }

  /// Shares in percent, the paper's below them; then the finer kinds.
  var text: String {
    let types = ErrorType.allCases.dropFirst().map(\.rawValue)
    var table = TextTable(
      ["% of questions", "questions", "well-posed", "correct"] + types, rightAligned: Set(1...7))
    for group in groups {
      table.add(
        [group.name, "\(group.labelled)", percent(group, group.wellPosed)]
          + [percent(group, group.correct)] + types.map { percent(group, group.errors[$0] ?? 0) })
    }
    for row in PaperResults.labels {
      table.add(
        ["paper: \(row.arm)", "", row.wellPosed.fixed(1), row.correct.fixed(1)]
          + row.errors.map { $0.percent.fixed(1) })
    }
    var parts = [table.text]
    let wrong = AnswerKind.allCases.filter { $0 != .correct && $0 != .undecidable }.map(\.rawValue)
    if let table = finer(wrong, \.answers) { parts.append(table) }
    let posedness = Posedness.allCases.filter { $0 != .wellPosed }.map(\.rawValue)
    if let table = finer(posedness, \.posedness) { parts.append(table) }
    return parts.joined(separator: "\n\n")
  }

  /// A table of the kinds that occur, or nil where labels do not tell.
  private func finer(_ kinds: [String], _ counts: KeyPath<Group, [String: Int]>) -> String? {
    let found = kinds.filter { kind in groups.contains { $0[keyPath: counts][kind] != nil } }
    guard !found.isEmpty else { return nil }
    var table = TextTable(["% of questions"] + found, rightAligned: Set(1...found.count))
    for group in groups {
      table.add([group.name] + found.map { percent(group, group[keyPath: counts][$0] ?? 0) })
    }
    return table.text
  }

  private func percent(_ group: Group, _ count: Int) -> String {
    group.share(count).value.map { (100 * $0).fixed(1) } ?? "-"
  }
}
