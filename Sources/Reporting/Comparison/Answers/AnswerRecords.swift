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
  /// Grounded minus rival, -1 to 1, over pairs of seeds.
  public var difference: Effect
  /// FLOPs of the rival's loop divided by the grounded loop's, mean over seeds; nil if not counted.
  public var costRatio: Double?
}

/// How much of a difference remains when hard-train is added.
public struct MixingEffect: Codable, Sendable, Equatable {
  public var rival: String
  /// How hard-train is added.
  public var mixing: ArmConfiguration.Mixing
  public var alone: Double
  public var mixed: Double
  /// Alone minus mixed.
  public var change: Effect
}

/// The spread of the teachers' arms: the standard deviation of their means.
public struct MixingSpread: Codable, Sendable, Equatable {
  public var mixing: ArmConfiguration.Mixing
  public var teachers: Int
  public var alone: Double
  public var mixed: Double
  /// Alone minus mixed, over seeds.
  public var change: Effect
}

extension SchemeComparison: Encodable {
  private enum CodingKeys: CodingKey {
    case rival, kind, scheme, mixing, arm, rivalArm, difference, verdict, costRatio
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rival, forKey: .rival)
    try container.encode(kind, forKey: .kind)
    try container.encodeIfPresent(scheme, forKey: .scheme)
    try container.encode(mixing, forKey: .mixing)
    try container.encode(arm, forKey: .arm)
    try container.encode(rivalArm, forKey: .rivalArm)
    try container.encode(difference, forKey: .difference)
    try container.encode(difference.decision.contestWord, forKey: .verdict)
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
