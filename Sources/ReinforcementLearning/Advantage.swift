/// REINFORCE with a leave-one-out baseline (RLOO; Kool et al. 2019, Ahmadian et al. 2024).
public enum Advantage {
  /// A_i = r_i - mean of the other rewards, [G]. The advantages of a group sum to zero; equal
  /// rewards give exact zeros, and a group of one gives zero.
  public static func leaveOneOut(_ rewards: [Double]) -> [Double] {
    guard rewards.count > 1, let first = rewards.first,
      rewards.contains(where: { $0 != first })
    else { return rewards.map { _ in 0 } }
    let total = rewards.reduce(0, +)
    let others = Double(rewards.count - 1)
    return rewards.map { $0 - (total - $0) / others }
  }
}
