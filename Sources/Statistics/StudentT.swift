import Foundation

/// Student's t distribution: the interval to show for a handful of seeds, where a bootstrap over
/// the seeds is too narrow.
public enum StudentT {
  /// The mean of `values` with its two-sided t interval; infinitely wide for one value.
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

  /// The t below which lies `probability`.
  public static func quantile(_ probability: Double, degreesOfFreedom nu: Double) -> Double {
    precondition(probability > 0 && probability < 1 && nu > 0)
    if probability == 0.5 { return 0 }
    let tail = min(probability, 1 - probability)
    var low = 0.0
    var high = 1.0
    while upperTail(high, degreesOfFreedom: nu) > tail { high *= 2 }
    // Bisection until neighbours in floating point: about sixty evaluations, never astray.
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { break }
      if upperTail(middle, degreesOfFreedom: nu) > tail { low = middle } else { high = middle }
    }
    return probability < 0.5 ? -high : high
  }

  /// P(T > t) for t >= 0.
  private static func upperTail(_ t: Double, degreesOfFreedom nu: Double) -> Double {
    // Both nu / (nu + t^2) and its complement are formed without cancellation.
    let square = t * t
    return 0.5
      * incompleteBeta(nu / 2, 0.5, x: nu / (nu + square), complement: square / (nu + square))
  }

  /// I_x(a, b), the regularised incomplete beta function; `complement` is 1 - x.
  static func incompleteBeta(
    _ a: Double, _ b: Double, x: Double, complement: Double
  ) -> Double {
    if x <= 0 { return 0 }
    if complement <= 0 { return 1 }
    let logScale =
      logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(complement)
    // The continued fraction converges quickly on this side of the mean of the beta.
    if x < (a + 1) / (a + b + 2) {
      return exp(logScale) * betaFraction(a, b, x) / a
    }
    return 1 - exp(logScale) * betaFraction(b, a, complement) / b
  }

  /// The continued fraction DLMF 8.17.22, by the modified Lentz method.
  private static func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func guarded(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / guarded(1 - (a + b) * x / (a + 1))
    var fraction = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / guarded(1 + even * d)
      c = guarded(1 + even / c)
      fraction *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / guarded(1 + odd * d)
      c = guarded(1 + odd / c)
      fraction *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return fraction
  }

  /// ln Gamma(x) for x > 0: Stirling's series after the recurrence has made x large. The C
  /// library's `lgamma` writes a global, which parallel callers would race on.
  private static func logGamma(_ x: Double) -> Double {
    var product = 1.0
    var x = x
    while x < 16 {
      product *= x
      x += 1
    }
    let inverse = 1 / (x * x)
    let series =
      (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188))))
      / x
    return (x - 0.5) * log(x) - x + 0.5 * log(2 * .pi) + series - log(product)
  }
}
