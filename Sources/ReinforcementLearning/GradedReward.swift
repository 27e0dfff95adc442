public import Tasks

/// The student's reward by grade of its response. The paper's levels are 120, 20, 10 and 0 (Table
/// 3), divided here by the highest, so that a correct answer is worth 1.
public struct GradedReward: Sendable, Codable, Equatable {
  /// Boxed and equal to the reference. Paper: 120.
  public var correct: Double
  /// Boxed and wrong, but the reference occurs in the response. Paper: 20.
  public var wrongButMentionsReference: Double
  /// Boxed and wrong. Paper: 10.
  public var wrong: Double
  /// Gave up in due form: worth a wrong answer, since it is as well-formed and as wrong. The
  /// paper's models have no such response. A level below `wrong` would reward not giving up
  /// whatever the answer, and lift the plateau by form alone (docs/LAB-NOTES.md).
  public var gaveUp: Double
  /// No boxed answer. Paper: 0.
  public var unboxed: Double

  public init(
    correct: Double = 120, wrongButMentionsReference: Double = 20, wrong: Double = 10,
    gaveUp: Double = 10, unboxed: Double = 0
  ) {
    self.correct = correct
    self.wrongButMentionsReference = wrongButMentionsReference
    self.wrong = wrong
    self.gaveUp = gaveUp
    self.unboxed = unboxed
  }

  /// The level of `grade` as a share of the level of a correct answer.
  public func callAsFunction(_ grade: ResponseGrade) -> Double {
    let level =
      switch grade {
      case .correct: correct
      case .wrongButMentionsReference: wrongButMentionsReference
      case .wrong: wrong
      case .gaveUp: gaveUp
      case .unboxed: unboxed
      }
    return level / correct
  }
}
