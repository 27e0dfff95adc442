/// How a proposed answer relates to the right one.
public enum AnswerKind: String, Sendable, Codable, CaseIterable {
  case correct
  /// Wrong, and shared with others. In an exact label: the answer of anyone who holds all of the
  /// world's misconceptions. With a measurement (``SharedAnswers``): an answer that the base model
  /// itself tends to give.
  case wrongShared
  /// Wrong by a slip: the steps are right, but one or two digits are wrong without explanation.
  case wrongSlip
  /// Wrong in its own way.
  case wrongIdiosyncratic
  /// The question is ill-posed, so that no answer is right or wrong.
  case undecidable

  /// Most unexplained wrong digits that still count as a slip.
  public static let slipDigitLimit = 2

  /// One decision order for both notions of a shared error: ill-posed, correct, shared, slip, and
  /// idiosyncratic for the rest.
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

/// How often a model's samples end in the teacher's answer: whether this particular student shares
/// the teacher's error. An estimate of a probability, unlike
/// ``QuestionLabel/matchesMisconceptions``, which is a fact about the world.
public struct SharedAnswers: Sendable, Hashable, Codable {
  /// Minimum share of samples for an error to count as shared. A base model that quits on most
  /// samples still reaches it with its usual answer, while an answer that takes a particular slip
  /// comes up about once in a thousand samples.
  public static let threshold = 0.1

  /// Answers sampled, including those that gave up.
  public let samples: Int
  /// Samples that equal the teacher's answer.
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
