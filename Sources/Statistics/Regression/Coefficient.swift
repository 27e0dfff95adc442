/// A model's estimate for one term.
public struct Coefficient: Sendable, Equatable {
  /// Name of the column, or `(intercept)`.
  public var name: String
  /// Change of the outcome (of its log odds in a logistic regression) per unit of the column, with
  /// its interval.
  public var estimate: Estimate
  public var standardError: Double
  /// Estimate over standard error: t or z. Nil if the standard error is zero.
  public var statistic: Double?
  /// Two-sided p-value for a zero coefficient. Nil if the statistic is nil.
  public var pValue: Double?
  /// Change of the outcome, in standard deviations, per standard deviation of the column. Nil for
  /// the intercept and in models without such a scale.
  public var standardized: Double?

  static let interceptName = "(intercept)"

  init(
    name: String, value: Double, variance: Double, reference: Reference, level: Double,
    standardized: Double? = nil
  ) {
    precondition(level > 0 && level < 1)
    let error = max(variance, 0).squareRoot()
    let reach = error > 0 ? error * reference.quantile((1 + level) / 2) : 0
    self.name = name
    estimate = Estimate(value: value, lower: value - reach, upper: value + reach, level: level)
    standardError = error
    statistic = error > 0 ? value / error : nil
    pValue = error > 0 ? reference.twoSided(value / error) : nil
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
