public import Statistics

/// The noise in a dataset's reward, from the repeats of its student training.
public struct RepeatNoise: Sendable {
  /// The 0.95 quantile of the normal distribution: by noise alone, the repeats' mean is this many
  /// standard errors above zero with probability 5%.
  public static let z = 1.6448536269514722

  /// ICC(1) and ICC(1,k) over datasets with at least two repeats; nil if undefined.
  public let reliability: Reliability?
  /// Standard deviation of one repeat about its dataset's mean, pooled over all datasets with at
  /// least two repeats: the root of the sum of squares over the sum of (repeats - 1). A handful of
  /// repeats is too few for each dataset's own. Nil without such datasets.
  public let standardDeviation: Double?
  /// Datasets with at least two repeats.
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

  /// Whether `reward` minus `reference` exceeds the noise of this many repeats.
  func exceeds(_ reward: Double, _ reference: Double, repeats: Int) -> Bool {
    let error = (standardDeviation ?? 0) / Double(repeats).squareRoot()
    return reward - reference > Self.z * error
  }
}
