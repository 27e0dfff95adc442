/// Exact limits of a probability (Clopper and Pearson 1934), also for effective counts that are not
/// whole.
public struct BinomialLimits: Sendable, Equatable {
  public let lower: Double
  public let upper: Double

  /// - Parameters:
  ///   - successes: 0...trials.
  ///   - trials: positive.
  public init(successes: Double, of trials: Double, level: Double = 0.95) {
    precondition(trials > 0 && (0...trials).contains(successes), "successes are of the trials")
    let tail = (1 - level) / 2
    lower =
      successes > 0
      ? Self.quantile(tail, successes, trials - successes + 1) : 0
    upper =
      successes < trials
      ? Self.quantile(1 - tail, successes + 1, trials - successes) : 1
  }

  /// The x with I_x(a, b) = `probability`, by bisection to the last bit.
  private static func quantile(_ probability: Double, _ a: Double, _ b: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return middle }
      if SpecialFunctions.incompleteBeta(a, b, x: middle, complement: 1 - middle) < probability {
        low = middle
      } else {
        high = middle
      }
    }
  }
}
