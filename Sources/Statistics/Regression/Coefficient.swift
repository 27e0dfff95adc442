/// A model's estimate for one term.
public struct Coefficient: Sendable, Equatable {
  /// Name of the column, or `(intercept)`.
  public var name: String
  /// Change of the outcome (of its log odds in a logistic regression) per unit of the column, with
  /// its interval.
  public var estimate: Estimate
  public var standardError: Double
  /// What the statistic is compared with; nil if its error cannot be estimated.
  public var reference: Reference?
  /// Estimate over standard error: t or z. Nil if the standard error is zero up to rounding.
  public var statistic: Double?
  /// Two-sided p-value for a zero coefficient. Nil if the statistic is nil.
  public var pValue: Double?
  /// Change of the outcome, in standard deviations, per standard deviation of the column. Nil for
  /// the intercept and in models without such a scale.
  public var standardized: Double?

  /// Of the reference distribution; nil for the normal or none.
  public var degreesOfFreedom: Double? {
    if case .studentT(let freedom) = reference { freedom } else { nil }
  }

  /// The smallest true value that a test at `significance` would find with probability `power`, given
  /// this error; nil without one.
  public func detectable(power: Double, significance: Double) -> Double? {
    guard standardError > 0, let reference else { return nil }
    return standardError * (reference.quantile(1 - significance / 2) + reference.quantile(power))
  }

  static let interceptName = "(intercept)"

  /// - Parameter scale: of the outcome over that of the column: an error that is rounding beside it, as
  ///   of a perfect fit, is zero.
  init(
    name: String, value: Double, variance: Double, reference: Reference?, level: Double,
    scale: Double = 0, standardized: Double? = nil
  ) {
    precondition(level > 0 && level < 1)
    let root = max(variance, 0).squareRoot()
    let error = Rounding.isAll(of: root, scale: max(scale, abs(value))) ? 0 : root
    let reach = error > 0 ? reference.map { error * $0.quantile((1 + level) / 2) } : nil
    self.name = name
    self.reference = reference
    estimate =
      reach.map { Estimate(value: value, lower: value - $0, upper: value + $0, level: level) }
      ?? Estimate(value: value)
    standardError = error
    statistic = error > 0 && reference != nil ? value / error : nil
    pValue = error > 0 ? reference?.twoSided(value / error) : nil
    self.standardized = standardized
  }

  /// Reference distribution of a statistic.
  public enum Reference: Sendable, Equatable {
    case normal
    case studentT(degreesOfFreedom: Double)

    func quantile(_ probability: Double) -> Double {
      switch self {
      case .normal: StandardNormal.quantile(probability)
      case .studentT(let freedom): StudentT.quantile(probability, degreesOfFreedom: freedom)
      }
    }

    func twoSided(_ statistic: Double) -> Double {
      switch self {
      case .normal: StandardNormal.twoSided(statistic)
      case .studentT(let freedom): StudentT.twoSided(statistic, degreesOfFreedom: freedom)
      }
    }
  }
}
