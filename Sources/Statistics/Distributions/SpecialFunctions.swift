import Foundation

/// Incomplete beta and gamma functions for the distributions, accurate to about 1e-12 relative,
/// also in the tails: each tail is computed directly where 1 minus its complement would cancel.
enum SpecialFunctions {
  /// ln Gamma(x) for x > 0: recurrence to large x, then Stirling's series. The C library's `lgamma`
  /// writes a global variable, a race between parallel callers.
  static func logGamma(_ x: Double) -> Double {
    var product = 1.0
    var x = x
    while x < 16 {
      product *= x
      x += 1
    }
    return (x - 0.5) * log(x) - x + 0.5 * log(2 * .pi) + stirlingRemainder(x) - log(product)
  }

  /// ln Gamma(x) - ((x - 1/2) ln x - x + ln(2 pi) / 2), for x >= 10 (DLMF 5.11.1).
  static func stirlingRemainder(_ x: Double) -> Double {
    let y = 1 / (x * x)
    let inner = 1 / 1680 - y * (1 / 1188 - y * (691 / 360360 - y / 156))
    return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * inner))) / x
  }

  /// ln B(a, b). Cancels the large parts of ln Gamma analytically: numerically, a million rows
  /// would leave nine digits.
  static func logBeta(_ a: Double, _ b: Double) -> Double {
    let p = min(a, b)
    let q = max(a, b)
    guard q >= 10 else { return logGamma(p) + logGamma(q) - logGamma(p + q) }
    let remainder = stirlingRemainder(q) - stirlingRemainder(p + q)
    let shrink = log1p(-p / (p + q))
    guard p >= 10 else {
      return logGamma(p) + remainder + p - p * log(p + q) + (q - 0.5) * shrink
    }
    return -0.5 * log(q) + 0.5 * log(2 * .pi) + stirlingRemainder(p) + remainder
      + (p - 0.5) * log(p / (p + q)) + q * shrink
  }

  /// I_x(a, b), the regularised incomplete beta function; the caller passes `complement`, 1 - x,
  /// free of cancellation.
  static func incompleteBeta(
    _ a: Double, _ b: Double, x: Double, complement: Double
  ) -> Double {
    if x <= 0 { return 0 }
    if complement <= 0 { return 1 }
    let logX = x < 0.5 ? log(x) : log1p(-complement)
    let logComplement = complement < 0.5 ? log(complement) : log1p(-x)
    let scale = exp(a * logX + b * logComplement - logBeta(a, b))
    // The continued fraction converges quickly on this side of the beta's mean.
    if x < (a + 1) / (a + b + 2) { return scale * betaFraction(a, b, x) / a }
    return 1 - scale * betaFraction(b, a, complement) / b
  }

  /// P(a, x), the regularised lower incomplete gamma function, for a > 0 and x >= 0.
  static func lowerGamma(_ a: Double, _ x: Double) -> Double {
    if x <= 0 { return 0 }
    return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x)
  }

  /// Q(a, x) = 1 - P(a, x).
  static func upperGamma(_ a: Double, _ x: Double) -> Double {
    if x <= 0 { return 1 }
    if x == .infinity { return 0 }
    return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x)
  }

  /// The point where a tail, decreasing from above `target` at `low`, reaches `target`. Bisects
  /// down to adjacent floating-point numbers, about sixty evaluations, and cannot diverge.
  static func crossing(of tail: (Double) -> Double, at target: Double, from low: Double = 0)
    -> Double
  {
    var low = low
    var high = max(2 * low, 1)
    while tail(high) > target { (low, high) = (high, high * 2) }
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return high }
      if tail(middle) > target { low = middle } else { high = middle }
    }
  }

  /// The continued fraction DLMF 8.17.22, by the modified Lentz method.
  private static func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
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
      if abs(d * c - 1) < 3e-16 { break }
    }
    return fraction
  }

  /// The power series DLMF 8.7.1.
  private static func gammaSeries(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var divisor = a
    while term > sum * 1e-17 {
      divisor += 1
      term *= x / divisor
      sum += term
    }
    return gammaScale(a, x) * sum
  }

  /// The continued fraction DLMF 8.9.2, by the modified Lentz method.
  private static func gammaFraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = 1e300
    var d = 1 / guarded(b)
    var fraction = d
    for step in 1...100_000 {
      let i = Double(step)
      let factor = -i * (i - a)
      b += 2
      d = 1 / guarded(factor * d + b)
      c = guarded(b + factor / c)
      fraction *= d * c
      if abs(d * c - 1) < 3e-16 { break }
    }
    return gammaScale(a, x) * a * fraction
  }

  /// x^a e^-x / Gamma(a + 1).
  private static func gammaScale(_ a: Double, _ x: Double) -> Double {
    guard a >= 10 else { return exp(a * log(x) - x - logGamma(a + 1)) }
    let excess = (x - a) / a
    return exp(-a * (excess - log1p(excess)) - stirlingRemainder(a)) / (2 * .pi * a).squareRoot()
  }

  private static func guarded(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
}
