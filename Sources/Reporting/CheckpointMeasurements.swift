public import RunStore
public import Statistics

extension ArmRunRecord {
  /// The steps that the checkpoint rule averages for this training, chosen by training reward
  /// alone; nil for an untrained model.
  public func checkpointSpan(_ rule: CheckpointRule) -> ClosedRange<Int>? {
    let rewarded = curve.compactMap { point in point.trainingReward.map { (point.step, $0) } }
    return rule.span(steps: rewarded.map(\.0), rewards: rewarded.map(\.1))
  }

  /// The test-half measurements within those steps; for an untrained model, its only measurement.
  /// Empty if training was not measured in that span.
  public func testsAtCheckpoint(_ rule: CheckpointRule) -> [EvaluationRecord] {
    let tests = evaluations.filter {
      $0.split == .test && $0.kind == .sampled && !$0.problems.isEmpty
    }
    guard steps > 0 else { return tests.filter { $0.step == nil } }
    guard let span = checkpointSpan(rule) else { return [] }
    return tests.filter { span.contains($0.step ?? steps) }
  }

  /// `PQ, seed 1, was not measured on hard-test from step 31 to 51`, for a training without a
  /// result at its checkpoint.
  public func unmeasuredText(_ rule: CheckpointRule) -> String {
    let name = "\(arm), seed \(seed)\(student > 0 ? ", student \(student)" : "")"
    guard let span = checkpointSpan(rule) else { return "\(name), has no training reward" }
    return
      "\(name), was not measured on hard-test from step \(span.lowerBound) to \(span.upperBound)"
  }
}
