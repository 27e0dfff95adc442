public import Worlds

/// What a student made of one question in N completions.
public struct QuestionRollouts: Sendable, Equatable {
  /// N responses, stop tokens included; empty where only answers are known.
  public var responses: [[Int32]]
  /// N grades against the teacher's answer.
  public var grades: [ResponseGrade]
  /// N boxed answers; nil where nothing was boxed.
  public var answers: [[Int32]?]

  public init(responses: [[Int32]], grades: [ResponseGrade], answers: [[Int32]?]) {
    precondition(grades.count == answers.count, "one grade and one answer per completion")
    self.responses = responses
    self.grades = grades
    self.answers = answers
  }

  /// Rollouts of which only the answers are known, graded by equality with `reference`.
  public init(answers: [[Int32]?], reference: [Int32]) {
    self.init(
      responses: [],
      grades: answers.map { $0.map { $0 == reference ? .correct : .wrong } ?? .unboxed },
      answers: answers)
  }

  /// Responses to one question, graded by `world`.
  init(_ responses: [[Int32]], reference: [Int32], world: any World) {
    self.init(
      responses: responses,
      grades: responses.map { world.grade(response: $0, reference: reference) },
      answers: responses.map { world.boxedAnswer(of: $0) })
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
  public var majorityCount: Int {
    var longest = 0
    var run = 0
    var previous: [Int32]?
    for answer in answers.compactMap({ $0 }).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      run = answer == previous ? run + 1 : 1
      previous = answer
      longest = max(longest, run)
    }
    return longest
  }

  /// Share of all completions, unboxed ones included, that agree with the majority, 0...1.
  public var majorityShare: Double { share(majorityCount) }

  private func share(_ part: Int) -> Double { count > 0 ? Double(part) / Double(count) : 0 }

  /// The completions of several students as if one had written them all.
  static func pooled(_ parts: [QuestionRollouts]) -> QuestionRollouts {
    QuestionRollouts(
      responses: parts.flatMap(\.responses), grades: parts.flatMap(\.grades),
      answers: parts.flatMap(\.answers))
  }
}
