/// A value with the interval that goes with it.
public struct Estimate: Sendable, Equatable {
  public var value: Double
  public var lower: Double
  public var upper: Double
  /// The nominal coverage, 0.95 for a 95% interval.
  public var level: Double

  public init(value: Double, lower: Double, upper: Double, level: Double) {
    self.value = value
    self.lower = lower
    self.upper = upper
    self.level = level
  }

  public func covers(_ truth: Double) -> Bool { lower <= truth && truth <= upper }
}
