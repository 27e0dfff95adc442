/// The promotion rule of Algorithm 1, line 3.
public enum Promotion {
  /// Mean of the last `window` rewards since the last promotion, or of all if fewer. Rewards before
  /// a promotion were measured against another baseline.
  public static func movingAverage(_ rewards: [Double], window: Int) -> Double {
    mean(Array(rewards.suffix(window)))
  }

  /// Whether to promote the student: the average covers a whole window and exceeds tau.
  public static func isDue(_ rewards: [Double], window: Int, threshold: Double) -> Bool {
    rewards.count >= window && movingAverage(rewards, window: window) > threshold
  }

  /// Index of the dataset with the highest mean reward. Ties go to the first.
  public static func bestDataset(_ rewards: [Double]) -> Int {
    var best = 0
    for index in rewards.indices where rewards[index] > rewards[best] { best = index }
    return best
  }

  /// Index of the student with the median reward; for an even number the upper of the middle two.
  /// Ties are in order of index.
  public static func medianStudent(_ rewards: [Double]) -> Int {
    let order = rewards.indices.sorted { (rewards[$0], $0) < (rewards[$1], $1) }
    return order[rewards.count / 2]
  }
}
