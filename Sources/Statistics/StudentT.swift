import Foundation

/// Student's t distribution: gives the interval for a handful of seeds, where a bootstrap over
/// seeds is too narrow.
public enum StudentT {
  /// Mean of `values` with its two-sided t interval; infinitely wide for one value.
  public static func interval(_ values: [Double], level: Double = 0.95) -> Estimate {
    let mean = values.mean
    guard values.count > 1 else {
      return Estimate(value: mean, lower: -.infinity, upper: .infinity, level: level)
    }
    let reach =
      values.standardError
      * quantile((1 + level) / 2, degreesOfFreedom: Double(values.count - 1))
    return Estimate(value: mean, lower: mean - reach, upper: mean + reach, level: level)
  }

  /// P(T <= t), from the regularised incomplete beta function at nu / (nu + t^2).
  public static func cumulative(_ t: Double, degreesOfFreedom nu: Double) -> Double {
    let tail = upperTail(abs(t), degreesOfFreedom: nu)
    return t < 0 ? tail : 1 - tail
  }

  /// The t with P(T <= t) = `probability`.
  public static func quantile(_ probability: Double, degreesOfFreedom nu: Double) -> Double {
    precondition(probability > 0 && probability < 1 && nu > 0)
    if probability == 0.5 { return 0 }
    let tail = min(probability, 1 - probability)
    let t = SpecialFunctions.crossing(of: { upperTail($0, degreesOfFreedom: nu) }, at: tail)
    return probability < 0.5 ? -t : t
  }

  /// P(|T| >= |t|), with full relative precision.
  public static func twoSided(_ t: Double, degreesOfFreedom nu: Double) -> Double {
    2 * upperTail(abs(t), degreesOfFreedom: nu)
  }

  /// P(T > t) for t >= 0.
  private static func upperTail(_ t: Double, degreesOfFreedom nu: Double) -> Double {
    // Forms nu / (nu + t^2) and its complement without cancellation.
    let square = t * t
    return 0.5
      * SpecialFunctions.incompleteBeta(
        nu / 2, 0.5, x: nu / (nu + square), complement: square / (nu + square))
  }
}
