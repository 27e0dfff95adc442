public import Statistics

/// What the repeats of a dataset's student training say of the noise in its reward.
public struct RepeatNoise: Sendable {
  /// The quantile of the normal distribution at 0.95: an error of the repeats' mean alone reaches so
  /// many standard errors above zero with a chance of 5%.
  public static let z = 1.6448536269514722

  /// ICC(1) and ICC(1,k) over datasets of two repeats or more; nil where it is undefined.
  public let reliability: Reliability?
  /// Of one repeat about its dataset's mean, pooled over all datasets of two repeats or more:
  /// the root of the sum of squares over the sum of (repeats - 1). A handful of repeats are too few
  /// for a standard deviation of each dataset's own. Nil without such datasets.
  public let standardDeviation: Double?
  /// Of two repeats or more.
  public let datasets: Int

  public init(_ repeats: [[Double]], level: Double = 0.95) {
    let repeated = repeats.filter { $0.count > 1 }
    datasets = repeated.count
    reliability = Reliability.estimate(repeated, level: level)
    var squares = 0.0
    var freedom = 0
    for scores in repeated {
      let mean = scores.mean
      if !scores.isConstant { squares += scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } }
      freedom += scores.count - 1
    }
    standardDeviation = freedom > 0 ? (squares / Double(freedom)).squareRoot() : nil
  }

  /// Whether `reward` less `reference` exceeds what the noise of so many repeats explains.
  func exceeds(_ reward: Double, _ reference: Double, repeats: Int) -> Bool {
    let error = (standardDeviation ?? 0) / Double(repeats).squareRoot()
    return reward - reference > Self.z * error
  }
}
