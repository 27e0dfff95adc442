import Diagnostics
public import Tasks

/// A student's N completions of one question.
public struct QuestionRollouts: Sendable, Equatable {
  /// N completions as sampled; empty if only answers are known.
  public var rollouts: [Rollout]
  /// N grades against the teacher's answer.
  public var grades: [ResponseGrade]
  /// N boxed answers in canonical form; nil where nothing was boxed.
  public var answers: [String?]

  public init(rollouts: [Rollout], grades: [ResponseGrade], answers: [String?]) {
    precondition(grades.count == answers.count, "one grade and one answer per completion")
    self.rollouts = rollouts
    self.grades = grades
    self.answers = answers
  }

  /// Completions with known answers only, graded by equality with `reference`; both in canonical
  /// form.
  public init(answers: [String?], reference: String) {
    self.init(
      rollouts: [],
      grades: answers.map { $0.map { $0 == reference ? .correct : .wrong } ?? .unboxed },
      answers: answers)
  }

  init(_ rollouts: [Rollout], graded: [GradedResponse]) {
    self.init(rollouts: rollouts, grades: graded.map(\.grade), answers: graded.map(\.answer))
  }

  /// N.
  public var count: Int { grades.count }
  /// Completions whose boxed answer equals the teacher's.
  public var correctCount: Int { grades.count { $0 == .correct } }
  /// Completions with a boxed answer.
  public var answeredCount: Int { answers.count { $0 != nil } }

  /// s: share of correct completions, 0...1; 0 without completions.
  public var solveRate: Double { share(correctCount) }

  /// Completions that agree with the most frequent boxed answer; 0 when nothing was boxed.
  public var majorityCount: Int { answers.tally.map(\.count).max() ?? 0 }

  /// Share of all completions, unboxed ones included, that agree with the majority, 0...1.
  public var majorityShare: Double { share(majorityCount) }

  private func share(_ part: Int) -> Double { count > 0 ? Double(part) / Double(count) : 0 }

  /// Pools the completions of several students.
  static func pooled(_ parts: [QuestionRollouts]) -> QuestionRollouts {
    QuestionRollouts(
      rollouts: parts.flatMap(\.rollouts), grades: parts.flatMap(\.grades),
      answers: parts.flatMap(\.answers))
  }
}

extension [String?] {
  /// Every boxed answer with how often it was given, in the order of first use.
  var tally: [(answer: String, count: Int)] {
    var order: [ExactText] = []
    var counts: [ExactText: Int] = [:]
    for answer in compactMap({ $0?.exact }) {
      if counts[answer] == nil { order.append(answer) }
      counts[answer, default: 0] += 1
    }
    return order.map { ($0.text, counts[$0] ?? 0) }
  }
}
