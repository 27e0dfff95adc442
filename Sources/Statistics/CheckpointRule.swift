/// Finds where a student's training plateaus, from its training reward alone (the paper's rule for
/// fresh students). Smooth the rewards with a centred moving average; the checkpoint is the first
/// step where the average's slope is below a share of its maximum; average the results over the
/// following steps.
///
/// This code settles three open points. Only full windows are averaged, because shorter ones at the
/// ends bend the slope. The slope is the gain over the previous step; the paper divides it by the
/// range of the rewards, which cancels against the maximum. The checkpoint must come after the
/// maximum slope, so that a slow start is not taken for the plateau.
public struct CheckpointRule: Sendable, Equatable {
  /// Steps in the moving average, an odd number. Paper: 25.
  public var window: Int
  /// A slope is flat below this share of the greatest slope. Paper: 0.15.
  public var slopeShare: Double
  /// Number of steps after the checkpoint to average results over. Paper: 200.
  public var horizon: Int

  public init(window: Int, slopeShare: Double, horizon: Int) {
    precondition(window > 0 && window % 2 == 1, "a centred window has a middle")
    precondition(horizon >= 0)
    self.window = window
    self.slopeShare = slopeShare
    self.horizon = horizon
  }

  /// Index of the checkpoint in `rewards` [steps]; nil if empty.
  ///
  /// Returns the last index if there are too few rewards for a slope or the slope never falls, and
  /// the first index if the average never rises.
  public func index(rewards: [Double]) -> Int? {
    guard !rewards.isEmpty else { return nil }
    let last = rewards.count - 1
    guard rewards.count > window else { return last }
    let half = window / 2
    let averages = rewards.centredAverage(window: window)[half...(last - half)]
    let slopes = zip(averages.dropFirst(), averages).map { $0 - $1 }
    guard slopes.allSatisfy(\.isFinite), let greatest = slopes.max() else { return last }
    guard greatest > 0, let steepest = slopes.firstIndex(of: greatest) else { return 0 }
    // Slope i leads to average i + 1, which is at index half + i + 1 of the rewards.
    let flat = slopes.indices.first { $0 > steepest && slopes[$0] < slopeShare * greatest }
    return flat.map { half + $0 + 1 } ?? last
  }

  /// The range of steps to average a result over; nil for a training without rewards.
  ///
  /// - Parameters:
  ///   - steps: ascending.
  ///   - rewards: training reward at each step: [steps].
  public func span(steps: [Int], rewards: [Double]) -> ClosedRange<Int>? {
    precondition(steps.count == rewards.count, "one reward per step")
    return index(rewards: rewards).map { steps[$0]...(steps[$0] + horizon) }
  }
}
