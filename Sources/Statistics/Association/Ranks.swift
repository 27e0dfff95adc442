/// Ranks from 1; ties share their mean rank (SciPy's `rankdata`).
enum Ranks {
  static func average(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count && values[order[end]] == values[order[start]] { end += 1 }
      let rank = Double(start + end + 1) / 2
      for position in start..<end { ranks[order[position]] = rank }
      start = end
    }
    return ranks
  }
}

extension Array where Element == Double {
  /// True if no correlation is defined: fewer than two values, all equal, or any not finite.
  var isDegenerate: Bool {
    guard count > 1, let first else { return true }
    var varies = false
    for value in self {
      guard value.isFinite else { return true }
      if value != first { varies = true }
    }
    return !varies
  }

  var allFinite: Bool { allSatisfy { $0.isFinite } }

  /// Mean with a second pass that removes the first sum's rounding: a million values around 1e6
  /// keep all digits of their deviations.
  var refinedMean: Double {
    guard !isEmpty else { return 0 }
    let n = Double(count)
    let rough = reduce(0, +) / n
    return rough + reduce(0) { $0 + ($1 - rough) } / n
  }

  /// Deviations from the mean, scaled to length 1; nil if the values are constant.
  var unitDeviations: [Double]? {
    guard !isDegenerate else { return nil }
    let mean = refinedMean
    let deviations = map { $0 - mean }
    // Scale first, so that squares neither overflow nor underflow.
    let scale = deviations.reduce(0) { Swift.max($0, abs($1)) }
    guard scale > 0 else { return nil }
    let norm = deviations.reduce(0) { $0 + ($1 / scale) * ($1 / scale) }.squareRoot()
    return deviations.map { $0 / scale / norm }
  }
}
