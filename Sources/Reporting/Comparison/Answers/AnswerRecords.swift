import Statistics

/// What an interval of a difference says, by one rule: it excludes zero or it does not.
public enum Verdict: String, Codable, Sendable, CaseIterable {
  case beats, loses, undecided
}

/// The grounded teacher's arm against another that differs in nothing but who wrote its questions.
public struct SchemeComparison: Codable, Sendable, Equatable {
  public enum RivalKind: String, Codable, Sendable {
    case teacher, untrained, curated
  }

  public var rival: String
  public var kind: RivalKind
  /// The rival teacher's scheme; nil for questions of no trained teacher.
  public var scheme: String?
  public var mixing: RunDesign.Arm.Mixing
  public var arm: String
  public var rivalArm: String
  /// Pairs of seeds.
  public var seeds: Int
  /// Grounded less rival, -1 to 1.
  public var difference: Estimate
  /// The difference's t interval over the seeds alone; nil for fewer than two.
  public var overSeeds: Estimate?
  public var verdict: Verdict
  /// Operations of the rival's loop over those of the grounded one's, a mean over seeds; nil where
  /// not counted.
  public var costRatio: Double?
}

/// How much of a difference is left when hard-train is brought in.
public struct MixingEffect: Codable, Sendable, Equatable {
  public var rival: String
  /// The way in which it is brought in.
  public var mixing: RunDesign.Arm.Mixing
  public var seeds: Int
  public var alone: Double
  public var mixed: Double
  /// Alone less mixed, with its interval.
  public var change: Estimate
}

/// The spread of the teachers' arms: the standard deviation of their means.
public struct MixingSpread: Codable, Sendable, Equatable {
  public var mixing: RunDesign.Arm.Mixing
  public var teachers: Int
  public var seeds: Int
  public var alone: Double
  public var mixed: Double
  /// Alone less mixed.
  public var change: Estimate
}

extension Estimate {
  init(_ estimate: Statistics.Estimate) {
    self.init(mean: estimate.value, low: estimate.lower, high: estimate.upper)
  }

  /// - Parameter seeds: pairs of seeds behind it.
  func verdict(seeds: Int) -> Verdict {
    guard seeds >= ComparisonAnswers.leastSeeds, let low, let high else { return .undecided }
    if low > 0 { return .beats }
    return high < 0 ? .loses : .undecided
  }
}
