public import Statistics

/// A finding of the paper as the data of one run see it, by a rule fixed beforehand
/// (docs/statistics.md).
public struct Finding: Encodable, Sendable, Equatable {
  /// What is asked; ``FindingText`` has the words.
  public enum Question: String, Codable, Sendable, CaseIterable {
    /// Does practice that the model writes itself beat training on the hard problems alone?
    case practice
    /// Does grounded reward sharpen the teacher: do its questions teach better than the untrained
    /// teacher's?
    case sharpening
    /// Is that learning: do they teach better than those of a teacher that only drifts?
    case learning
    /// Does grounded reward beat rewards that need no student?
    case grounding
    /// Do promotions help: does what they leave teach better than a teacher of a loop without them? Asked
    /// where a run compares the two.
    case promotion
    /// Does a question's structure matter more than its answer's correctness?
    case structure
  }

  public enum Verdict: String, Codable, Sendable {
    /// Every comparison is decided in favour.
    case holds
    /// Some comparisons are decided in favour.
    case holdsInPart = "holds in part"
    /// Some comparisons are decided against, none in favour.
    case doesNotHold = "does not hold"
    case undecided
    case notTested = "not tested"

    public init(_ decisions: [Decision]) {
      self =
        if decisions.isEmpty {
          .notTested
        } else if decisions.allSatisfy({ $0 == .above }) {
          .holds
        } else if decisions.contains(.above) {
          .holdsInPart
        } else if decisions.contains(.below) {
          .doesNotHold
        } else {
          .undecided
        }
    }
  }

  /// One comparison that bears on the question; above zero speaks for the finding.
  public struct Evidence: Codable, Sendable, Equatable {
    public var subject: String
    public var rival: String
    /// What is measured and when, such as `pass@32 on hard-test, step 32`.
    public var measure: String
    /// -1 to 1; nil if it was planned and there are no data.
    public var effect: Effect?
    /// What both were measured at, 0 to 1, where they do not differ; nil if that is not known.
    public var level: Double?
    /// The loop whose cost the rival's own training matches; nil if it trains for a number of steps.
    public var rivalMatchesCostOf: String?

    public init(
      subject: String, rival: String, measure: String, effect: Effect?, level: Double? = nil,
      rivalMatchesCostOf: String? = nil
    ) {
      self.subject = subject
      self.rival = rival
      self.measure = measure
      self.effect = effect
      self.level = level
      self.rivalMatchesCostOf = rivalMatchesCostOf
    }
  }

  public var question: Question
  /// Whether the evidence was fixed in the configuration before the run.
  public var isPlanned: Bool
  public var evidence: [Evidence]
  /// Comparisons that are shown beside the evidence and have no part in the verdict: exploratory, and
  /// a family of their own.
  public var also: [Evidence] = []
  public var verdict: Verdict

  public init(_ question: Question, isPlanned: Bool, _ evidence: [Evidence]) {
    self.question = question
    self.isPlanned = isPlanned
    self.evidence = evidence
    verdict = Verdict(evidence.map { $0.effect?.decision ?? .undecided })
  }
}
