/// How a proposed answer stands to the right one.
public enum AnswerKind: String, Sendable, Codable, CaseIterable {
  case correct
  /// Wrong, and what others arrive at too. In an exact label: what anyone arrives at who holds all
  /// of the world's misconceptions. With a measurement (``SharedAnswers``): what the base model
  /// itself tends to answer.
  case wrongShared
  /// Wrong by a slip: the steps are right, and one or two digits are not, for no reason.
  case wrongSlip
  /// Wrong in a way of its own.
  case wrongIdiosyncratic
  /// The question is ill-posed, so that no answer is right or wrong.
  case undecidable

  /// Most unexplained wrong digits that still count as a slip.
  public static let slipDigitLimit = 2

  /// The one decision order for both notions of a shared error:
  /// ill-posed, correct, shared, slip, and idiosyncratic what is left.
  ///
  /// - Parameters:
  ///   - isShared: whether a wrong answer is shared, by misconceptions or by measurement.
  ///   - slippedDigits: wrong digits of the solution that no misconception explains.
  public init(verdict: Verdict, isShared: Bool, slippedDigits: Int) {
    self =
      if !verdict.isWellPosed {
        .undecidable
      } else if verdict.isCorrect {
        .correct
      } else if isShared {
        .wrongShared
      } else if verdict.errorType == .arithmetic,
        (1...Self.slipDigitLimit).contains(slippedDigits)
      {
        .wrongSlip
      } else {
        .wrongIdiosyncratic
      }
  }
}

/// How often samples of a model end in the teacher's answer: whether this very student shares the
/// teacher's error. An estimate of a probability, unlike ``QuestionLabel/matchesMisconceptions``,
/// which is a fact about the world.
public struct SharedAnswers: Sendable, Hashable, Codable {
  /// Least share of samples for an error to count as shared. A base model that quits on most of its
  /// samples still passes it with what it tends to answer, while an answer that takes a particular
  /// slip is hit about once in a thousand samples.
  public static let threshold = 0.1

  /// Answers sampled, given up ones included.
  public let samples: Int
  /// Of these, equal to the teacher's answer.
  public let agreeing: Int

  public init(samples: Int, agreeing: Int) {
    precondition(samples > 0 && (0...samples).contains(agreeing))
    self.samples = samples
    self.agreeing = agreeing
  }

  /// The estimated probability that the model reaches the teacher's answer, 0...1.
  public var probability: Double { Double(agreeing) / Double(samples) }

  public var isShared: Bool { probability >= Self.threshold }
}
