/// The promotion rule of Algorithm 1, line 3.
public enum Promotion {
  /// Mean of the last `window` rewards, or nil when there are not that many since the last
  /// promotion: rewards before it were measured against another baseline.
  public static func movingAverage(_ rewards: [Double], window: Int) -> Double? {
    guard window > 0, rewards.count >= window else { return nil }
    return rewards.suffix(window).reduce(0, +) / Double(window)
  }

  /// Index of the dataset with the highest mean reward; the first of equals.
  public static func bestDataset(_ rewards: [Double]) -> Int {
    var best = 0
    for index in rewards.indices where rewards[index] > rewards[best] { best = index }
    return best
  }

  /// Index of the student with the median reward; for an even number the upper of the middle two,
  /// equals in order of index.
  public static func medianStudent(_ rewards: [Double]) -> Int {
    let order = rewards.indices.sorted { (rewards[$0], $0) < (rewards[$1], $1) }
    return order[rewards.count / 2]
  }
}
