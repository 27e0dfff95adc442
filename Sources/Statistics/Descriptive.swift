// Sample statistics. Sums run in order, so the same values give the same bits.

extension Collection where Element == Double {
  public var mean: Double {
    precondition(!isEmpty, "the mean of nothing")
    return reduce(0, +) / Double(count)
  }

  /// Variance with n - 1 in the denominator; NaN for fewer than two values.
  public var variance: Double {
    guard count > 1 else { return .nan }
    let mean = mean
    return reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
  }

  public var standardDeviation: Double { variance.squareRoot() }

  /// The standard error of the mean.
  public var standardError: Double { (variance / Double(count)).squareRoot() }

  public var median: Double { quantile(0.5) }

  /// Quantile at `probability`, interpolating linearly between order statistics (NumPy's `linear`,
  /// type 7 of Hyndman and Fan).
  public func quantile(_ probability: Double) -> Double {
    sorted().quantileOfSorted(probability)
  }

  /// Interquartile mean: drops a quarter of the values, rounded down, at each end and averages the
  /// rest. Robust like a median, yet uses half of the sample (Agarwal et al. 2021, "Deep
  /// reinforcement learning at the edge of the statistical precipice").
  public var interquartileMean: Double {
    let cut = count / 4
    return sorted()[cut..<(count - cut)].mean
  }
}

extension Array where Element == Double {
  func quantileOfSorted(_ probability: Double) -> Double {
    precondition(!isEmpty && (0...1).contains(probability))
    let position = probability * Double(count - 1)
    let below = Int(position)
    guard below + 1 < count else { return self[count - 1] }
    let weight = position - Double(below)
    return self[below] + weight * (self[below + 1] - self[below])
  }

  /// Mean of the last `window` values at each index; fewer at the start of the series.
  public func trailingAverage(window: Int) -> [Double] {
    precondition(window > 0)
    return indices.map { self[Swift.max(0, $0 - window + 1)...$0].mean }
  }

  /// Mean of the `window` (odd) values around each index; fewer at the ends.
  public func centredAverage(window: Int) -> [Double] {
    precondition(window > 0 && window % 2 == 1)
    let half = window / 2
    return indices.map { self[Swift.max(0, $0 - half)...Swift.min(count - 1, $0 + half)].mean }
  }
}
