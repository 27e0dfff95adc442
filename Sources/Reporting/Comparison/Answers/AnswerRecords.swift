public import SelfPlay
public import Statistics

/// The grounded teacher's arm against an arm that differs only in who wrote its questions.
public struct SchemeComparison: Sendable, Equatable {
  public enum RivalKind: String, Codable, Sendable {
    case teacher, untrained, curated
  }

  public var rival: String
  public var kind: RivalKind
  /// The rival teacher's scheme; nil if no trained teacher wrote the questions.
  public var scheme: String?
  public var mixing: ArmConfiguration.Mixing
  public var arm: String
  public var rivalArm: String
  /// Pairs of seeds.
  public var seeds: Int
  /// Grounded minus rival, -1 to 1.
  public var difference: Estimate
  /// The difference's t interval over the seeds alone; nil for fewer than two seeds.
  public var overSeeds: Estimate?
  public var verdict: Decision
  /// FLOPs of the rival's loop divided by the grounded loop's, mean over seeds; nil if not counted.
  public var costRatio: Double?
}

/// How much of a difference remains when hard-train is added.
public struct MixingEffect: Codable, Sendable, Equatable {
  public var rival: String
  /// How hard-train is added.
  public var mixing: ArmConfiguration.Mixing
  public var seeds: Int
  public var alone: Double
  public var mixed: Double
  /// Alone minus mixed, with its interval.
  public var change: Estimate
}

/// The spread of the teachers' arms: the standard deviation of their means.
public struct MixingSpread: Codable, Sendable, Equatable {
  public var mixing: ArmConfiguration.Mixing
  public var teachers: Int
  public var seeds: Int
  public var alone: Double
  public var mixed: Double
  /// Alone minus mixed.
  public var change: Estimate
}

extension SchemeComparison: Encodable {
  private enum CodingKeys: CodingKey {
    case rival, kind, scheme, mixing, arm, rivalArm, seeds, difference, overSeeds, verdict,
      costRatio
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rival, forKey: .rival)
    try container.encode(kind, forKey: .kind)
    try container.encodeIfPresent(scheme, forKey: .scheme)
    try container.encode(mixing, forKey: .mixing)
    try container.encode(arm, forKey: .arm)
    try container.encode(rivalArm, forKey: .rivalArm)
    try container.encode(seeds, forKey: .seeds)
    try container.encode(difference, forKey: .difference)
    try container.encodeIfPresent(overSeeds, forKey: .overSeeds)
    try container.encode(verdict.contestWord, forKey: .verdict)
    try container.encodeIfPresent(costRatio, forKey: .costRatio)
  }
}

extension Decision {
  /// The result of the grounded teacher against a rival.
  var contestWord: String {
    switch self {
    case .above: "beats"
    case .below: "loses"
    case .undecided: "undecided"
    }
  }
}

extension Estimate {
  /// - Parameter seeds: pairs of seeds; undecided below ``ComparisonAnswers/leastSeeds``.
  func decision(seeds: Int) -> Decision {
    seeds >= ComparisonAnswers.leastSeeds ? decision : .undecided
  }
}
