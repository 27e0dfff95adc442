/// An effect with the verdict on it, by the one rule of this project (`docs/statistics.md`).
public struct Effect: Sendable, Equatable {
  public let estimate: Estimate
  /// Seeds, in pairs where two arms are compared.
  public let seeds: Int
  /// Two-sided, of no effect; nil where nothing can be tested.
  public let pValue: Double?
  /// Adjusted after Holm over the effects of the same table; by itself an effect is its own table.
  public internal(set) var adjusted: Double?
  /// Smallest effect that the design would have found, see
  /// ``CrossedMean/detectable(power:significance:)``; nil if unknown.
  public let detectable: Double?

  /// Fewest seeds for a decision.
  public static let leastSeeds = 3
  public static let significance = 0.05
  public static let power = 0.8

  public static let rule = """
    An effect is decided if its p-value, adjusted by Holm over the effects of the same table, is below \
    0.05, with at least 3 seeds, and undecided otherwise. Intervals are not adjusted. The least detectable \
    effect is the smallest that the design would have found with probability 0.8, before adjustment.
    """

  /// - Parameter adjusted: the p-value after Holm over a table that was adjusted elsewhere; nil takes
  ///   the effect for its own table.
  public init(
    estimate: Estimate, seeds: Int, pValue: Double?, adjusted: Double? = nil,
    detectable: Double? = nil
  ) {
    self.estimate = estimate
    self.seeds = seeds
    self.pValue = pValue
    self.detectable = detectable
    self.adjusted = adjusted ?? pValue
  }

  public init(_ mean: CrossedMean, level: Double = 0.95) {
    estimate = mean.estimate(level: level)
    seeds = mean.seeds
    pValue = mean.pValue
    adjusted = pValue
    detectable = mean.detectable(power: Self.power, significance: Self.significance)
  }

  public var decision: Decision {
    guard seeds >= Self.leastSeeds, let adjusted, adjusted < Self.significance else {
      return .undecided
    }
    return estimate.value > 0 ? .above : .below
  }
}

/// On which side of zero an effect is decided to be.
public enum Decision: String, Codable, Sendable {
  case above
  case below
  case undecided
}

extension Array {
  /// The elements as one table: adjusts the p-values of their effects after Holm. Effects that cannot
  /// be decided for want of seeds or of a p-value do not count.
  ///
  /// - Parameter familySize: the number of tests in a family that was fixed beforehand: effects that
  ///   cannot be decided then count as p = 1.
  public func decided(
    _ effect: WritableKeyPath<Element, Effect?>, familySize: Int = 0
  ) -> [Element] {
    let tested = indices.filter { index in
      self[index][keyPath: effect].map { $0.seeds >= Effect.leastSeeds && $0.pValue != nil }
        ?? false
    }
    var result = self
    let pValues = tested.compactMap { self[$0][keyPath: effect]?.pValue }
    let adjusted = MultipleTesting.holm(
      pValues + [Double](repeating: 1, count: Swift.max(0, familySize - pValues.count)))
    for (index, p) in zip(tested, adjusted) { result[index][keyPath: effect]?.adjusted = p }
    return result
  }

  public func decided(_ effect: WritableKeyPath<Element, Effect>) -> [Element] {
    let decided = map { Optional($0[keyPath: effect]) }.decided(\.self)
    var result = self
    for (index, value) in decided.enumerated() {
      if let value { result[index][keyPath: effect] = value }
    }
    return result
  }
}

extension Effect: Codable {
  private enum CodingKeys: String, CodingKey {
    case mean, low, high, seeds, p, holm, detectable, verdict
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(estimate.value, forKey: .mean)
    try container.encodeIfPresent(estimate.interval?.lower, forKey: .low)
    try container.encodeIfPresent(estimate.interval?.upper, forKey: .high)
    try container.encode(seeds, forKey: .seeds)
    try container.encodeIfPresent(pValue, forKey: .p)
    try container.encodeIfPresent(adjusted, forKey: .holm)
    try container.encodeIfPresent(detectable, forKey: .detectable)
    try container.encode(decision, forKey: .verdict)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    estimate = try Estimate(from: decoder)
    seeds = try container.decode(Int.self, forKey: .seeds)
    pValue = try container.decodeIfPresent(Double.self, forKey: .p)
    adjusted = try container.decodeIfPresent(Double.self, forKey: .holm)
    detectable = try container.decodeIfPresent(Double.self, forKey: .detectable)
  }
}
