/// The cost of an arm or an outer loop, for one seed or as a mean over seeds.
public struct Cost: Codable, Sendable, Equatable {
  /// Optimizer steps of the measured student; an outer loop adds none.
  public var steps: Double
  /// Nil if not stored, as for an outer loop.
  public var rollouts: Double?
  public var tokensSampled: Double
  public var tokensTrained: Double
  /// Floating-point operations, forward and backward; nil if not counted.
  public var flops: Double?
  /// Wall-clock time.
  public var seconds: Double

  public init(
    steps: Double, rollouts: Double?, tokensSampled: Double, tokensTrained: Double,
    flops: Double?, seconds: Double
  ) {
    self.steps = steps
    self.rollouts = rollouts
    self.tokensSampled = tokensSampled
    self.tokensTrained = tokensTrained
    self.flops = flops
    self.seconds = seconds
  }

  static let none = Cost(
    steps: 0, rollouts: 0, tokensSampled: 0, tokensTrained: 0, flops: 0, seconds: 0)

  /// A value that is unknown in either cost is unknown in the sum.
  static func + (first: Cost, second: Cost) -> Cost {
    func sum(_ first: Double?, _ second: Double?) -> Double? {
      guard let first, let second else { return nil }
      return first + second
    }
    return Cost(
      steps: first.steps + second.steps, rollouts: sum(first.rollouts, second.rollouts),
      tokensSampled: first.tokensSampled + second.tokensSampled,
      tokensTrained: first.tokensTrained + second.tokensTrained,
      flops: sum(first.flops, second.flops), seconds: first.seconds + second.seconds)
  }

  func scaled(by factor: Double) -> Cost {
    Cost(
      steps: factor * steps, rollouts: rollouts.map { factor * $0 },
      tokensSampled: factor * tokensSampled, tokensTrained: factor * tokensTrained,
      flops: flops.map { factor * $0 }, seconds: factor * seconds)
  }

  /// Nil for an empty array.
  static func mean(_ costs: [Cost]) -> Cost? {
    costs.isEmpty ? nil : costs.reduce(.none, +).scaled(by: 1 / Double(costs.count))
  }
}

/// The quantity to count as cost.
public enum CostAxis: String, Codable, Sendable, CaseIterable {
  /// Optimizer steps of the student alone.
  case steps
  /// Sampled and trained tokens together.
  case tokens
  /// Floating-point operations.
  case flops
  /// Wall-clock time; the least informative axis on a shared machine.
  case seconds

  public func value(_ cost: Cost) -> Double? {
    switch self {
    case .steps: cost.steps
    case .tokens: cost.tokensSampled + cost.tokensTrained
    case .flops: cost.flops
    case .seconds: cost.seconds
    }
  }

  /// In the plural, for labels.
  public var name: String {
    switch self {
    case .steps: "student steps"
    case .tokens: "tokens, sampled and trained"
    case .flops: "FLOPs"
    case .seconds: "seconds"
    }
  }
}
