public import Worlds

/// The student's reward by grade of its response. The paper's levels are 120, 20, 10 and 0
/// (Table 3); they are divided by the highest here, so that a correct answer is worth 1.
public struct GradedReward: Sendable, Codable, Equatable {
  /// Boxed and equal to the reference. Paper: 120.
  public var correct: Double
  /// Boxed and wrong, but the reference occurs in the response. Paper: 20.
  public var wrongButMentionsReference: Double
  /// Boxed and wrong. Paper: 10.
  public var wrong: Double
  /// No boxed answer. Paper: 0.
  public var unboxed: Double

  public init(
    correct: Double = 120, wrongButMentionsReference: Double = 20, wrong: Double = 10,
    unboxed: Double = 0
  ) {
    self.correct = correct
    self.wrongButMentionsReference = wrongButMentionsReference
    self.wrong = wrong
    self.unboxed = unboxed
  }

  /// The level of `grade` as a share of the level of a correct answer.
  public func callAsFunction(_ grade: ResponseGrade) -> Double {
    let level =
      switch grade {
      case .correct: correct
      case .wrongButMentionsReference: wrongButMentionsReference
      case .wrong: wrong
      case .unboxed: unboxed
      }
    return level / correct
  }
}
