/// A value with its interval.
public struct Estimate: Sendable, Equatable {
  public struct Interval: Sendable, Equatable {
    public var lower: Double
    public var upper: Double
    /// Nominal coverage: 0.95 for a 95% interval.
    public var level: Double

    public init(lower: Double, upper: Double, level: Double) {
      self.lower = lower
      self.upper = upper
      self.level = level
    }
  }

  public var value: Double
  /// Nil if undefined, as for a single problem.
  public var interval: Interval?

  public init(value: Double, interval: Interval? = nil) {
    self.value = value
    self.interval = interval
  }

  public init(value: Double, lower: Double, upper: Double, level: Double = 0.95) {
    self.init(value: value, interval: Interval(lower: lower, upper: upper, level: level))
  }

  /// The value, with an interval between two ends if they differ: zero width says that nothing was
  /// estimated, not that the value is certain.
  init(value: Double, between lower: Double, and upper: Double, level: Double = 0.95) {
    self.init(
      value: value,
      interval: lower < upper ? Interval(lower: lower, upper: upper, level: level) : nil)
  }

  /// Lower end of the interval; NaN if there is none.
  public var lower: Double { interval?.lower ?? .nan }
  public var upper: Double { interval?.upper ?? .nan }

  public func covers(_ truth: Double) -> Bool { lower <= truth && truth <= upper }

  public func scaled(by factor: Double) -> Estimate {
    Estimate(
      value: factor * value,
      interval: interval.map {
        Interval(lower: factor * $0.lower, upper: factor * $0.upper, level: $0.level)
      })
  }
}

extension Estimate: Codable {
  private enum CodingKeys: String, CodingKey {
    case mean, low, high, level
  }

  /// Encodes `mean`, `low` and `high`; only `mean` without an interval.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(value, forKey: .mean)
    try container.encodeIfPresent(interval?.lower, forKey: .low)
    try container.encodeIfPresent(interval?.upper, forKey: .high)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    value = try container.decode(Double.self, forKey: .mean)
    let lower = try container.decodeIfPresent(Double.self, forKey: .low)
    let upper = try container.decodeIfPresent(Double.self, forKey: .high)
    if let lower, let upper {
      interval = Interval(lower: lower, upper: upper, level: 0.95)
    }
  }
}
