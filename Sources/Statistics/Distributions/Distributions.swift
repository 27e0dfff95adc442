import Foundation

/// The standard normal distribution.
public enum StandardNormal {
  /// P(Z <= z).
  public static func cumulative(_ z: Double) -> Double { upperTail(-z) }

  /// P(Z > z), with full relative precision down to 1e-300.
  public static func upperTail(_ z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }

  /// P(|Z| >= |z|).
  public static func twoSided(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

  /// The z with P(Z <= z) = `probability`, in (0, 1).
  public static func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1)
    if probability == 0.5 { return 0 }
    let tail = min(probability, 1 - probability)
    let z = SpecialFunctions.crossing(of: upperTail, at: tail)
    return probability < 0.5 ? -z : z
  }
}

/// Fisher's F distribution: the ratio of two independent mean squares.
public enum FisherF {
  /// P(F > f) with `numerator` and `denominator` degrees of freedom, both positive; with full
  /// relative precision.
  public static func upperTail(
    _ f: Double, numerator: Double, denominator: Double
  ) -> Double {
    precondition(numerator > 0 && denominator > 0)
    guard f > 0 else { return 1 }
    guard f < .infinity else { return 0 }
    let scaled = numerator * f
    return SpecialFunctions.incompleteBeta(
      denominator / 2, numerator / 2, x: denominator / (denominator + scaled),
      complement: scaled / (denominator + scaled))
  }

  /// P(F <= f).
  public static func cumulative(_ f: Double, numerator: Double, denominator: Double) -> Double {
    f > 0 ? upperTail(1 / f, numerator: denominator, denominator: numerator) : 0
  }

  /// The f with P(F <= f) = `probability`, in (0, 1).
  public static func quantile(
    _ probability: Double, numerator: Double, denominator: Double
  ) -> Double {
    precondition(probability > 0 && probability < 1)
    // 1 / F has the same distribution with its degrees of freedom exchanged.
    if probability < 0.5 {
      return 1
        / SpecialFunctions.crossing(
          of: { upperTail($0, numerator: denominator, denominator: numerator) }, at: probability)
    }
    return SpecialFunctions.crossing(
      of: { upperTail($0, numerator: numerator, denominator: denominator) }, at: 1 - probability)
  }
}

/// The distribution of a sum of squared standard normals.
public enum ChiSquared {
  /// P(X > x), with full relative precision; degrees of freedom are positive.
  public static func upperTail(_ x: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0)
    return SpecialFunctions.upperGamma(degreesOfFreedom / 2, x / 2)
  }

  /// P(X <= x).
  public static func cumulative(_ x: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0)
    return x == .infinity ? 1 : SpecialFunctions.lowerGamma(degreesOfFreedom / 2, x / 2)
  }
}
