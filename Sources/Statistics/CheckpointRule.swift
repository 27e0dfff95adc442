/// Where a student's training is taken to have levelled off, by its training reward alone (the
/// paper's rule for fresh students): smooth the rewards by a centred moving average; the checkpoint
/// is the first step at which the average's slope has fallen below a share of its maximum; results
/// are averaged over the measurements of the steps after it.
///
/// Three things that the rule leaves open are settled here. The average is taken where its whole
/// window fits, as shorter windows at the ends bend the slope. The slope at a step is the gain since
/// the step before; the paper divides it by the range of the rewards, which cancels against the
/// maximum. And a slope can fall only after it was at its greatest, so that a late start is no end.
public struct CheckpointRule: Sendable, Equatable {
  /// Steps in the moving average, an odd number. Paper: 25.
  public var window: Int
  /// Share of the greatest slope below which a slope is flat. Paper: 0.15.
  public var slopeShare: Double
  /// Steps after the checkpoint that results are averaged over. Paper: 200.
  public var horizon: Int

  public init(window: Int, slopeShare: Double, horizon: Int) {
    precondition(window > 0 && window % 2 == 1, "a centred window has a middle")
    precondition(horizon >= 0)
    self.window = window
    self.slopeShare = slopeShare
    self.horizon = horizon
  }

  /// The index of the checkpoint among the steps whose rewards these are; nil for no rewards.
  ///
  /// It is the last index where the rewards are too few to have a slope, or where the slope never
  /// falls; and the first index of all where the average never rises, as there is nothing to wait
  /// for.
  public func index(rewards: [Double]) -> Int? {
    guard !rewards.isEmpty else { return nil }
    let last = rewards.count - 1
    guard rewards.count > window else { return last }
    let half = window / 2
    let averages = rewards.centredAverage(window: window)[half...(last - half)]
    let slopes = zip(averages.dropFirst(), averages).map { $0 - $1 }
    guard slopes.allSatisfy(\.isFinite), let greatest = slopes.max() else { return last }
    guard greatest > 0, let steepest = slopes.firstIndex(of: greatest) else { return 0 }
    // Slope i leads to average i + 1, which stands at index half + i + 1 of the rewards.
    let flat = slopes.indices.first { $0 > steepest && slopes[$0] < slopeShare * greatest }
    return flat.map { half + $0 + 1 } ?? last
  }

  /// The steps that a result is averaged over; nil for a training without rewards.
  ///
  /// - Parameters:
  ///   - steps: ascending.
  ///   - rewards: the training reward at each of them.
  public func span(steps: [Int], rewards: [Double]) -> ClosedRange<Int>? {
    precondition(steps.count == rewards.count, "one reward per step")
    return index(rewards: rewards).map { steps[$0]...(steps[$0] + horizon) }
  }
}
