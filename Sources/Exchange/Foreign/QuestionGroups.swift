import Diagnostics

/// Pools the rollouts of a student by step and question, in memory bounded by one step's questions.
package struct QuestionGroups {
  /// A question with the rewards of its rollouts, at its first line.
  package struct Group {
    package var row: LogRow
    /// Nil where a reward was not a number: [rollout].
    package var rewards: [Double?]
    package var line: Int
  }

  private struct Key: Hashable {
    var question: ExactText
    var answer: ExactText
  }

  /// Maximum bytes of the different questions of one step, with their rewards.
  static let limit = 256 << 20

  private var step: Int?
  private var groups: [Group] = []
  private var places: [Key: Int] = [:]
  private var size = 0

  package init() {}

  /// Adds a rollout.
  ///
  /// - Returns: the questions of the step before, if this one begins another.
  package mutating func add(_ row: LogRow, line: Int) throws(LineDefect) -> [Group] {
    let finished = row.step == step ? [] : finish()
    step = row.step
    size += MemoryLayout<Double?>.stride
    let key = Key(question: row.question.exact, answer: row.answer.exact)
    if let place = places[key] {
      groups[place].rewards.append(row.reward)
    } else {
      size += row.question.utf8.count + row.answer.utf8.count
      places[key] = groups.count
      groups.append(Group(row: row, rewards: [row.reward], line: line))
    }
    guard size <= Self.limit else {
      throw LineDefect(
        message: "the step has more than \(Self.limit >> 20) MiB of different questions",
        hint: "import fewer files at once")
    }
    return finished
  }

  /// The questions of the last step, in the order of their first rollouts.
  package mutating func finish() -> [Group] {
    defer { (groups, places, size) = ([], [:], 0) }
    return groups
  }
}
