/// The promotion rule of Algorithm 1, line 3.
public enum Promotion {
  /// Mean of the last `window` rewards since the last promotion, or of all if fewer. Rewards before
  /// a promotion were measured against another baseline.
  public static func movingAverage(_ rewards: [Double], window: Int) -> Double {
    mean(Array(rewards.suffix(window)))
  }

  /// Whether to promote the student: the average covers a whole window and exceeds tau, and none of
  /// the last `patience` steps has reached a new highest average.
  public static func isDue(
    _ rewards: [Double], window: Int, threshold: Double, patience: Int = 0
  ) -> Bool {
    guard rewards.count >= window, movingAverage(rewards, window: window) > threshold else {
      return false
    }
    let averages = (window...rewards.count).map {
      movingAverage(Array(rewards.prefix($0)), window: window)
    }
    return averages.count - 1 - bestDataset(averages) >= patience
  }

  /// tau: the configured one, or a multiple of what the untrained teacher earned if that is higher.
  ///
  /// - Parameter firstRewards: R_t of the loop's first steps.
  public static func threshold(_ soar: SOARConfiguration, firstRewards: [Double]?) -> Double {
    guard soar.thresholdMultiple > 0, let firstRewards else { return soar.threshold }
    return max(soar.threshold, soar.thresholdMultiple * mean(firstRewards))
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
