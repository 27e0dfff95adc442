import Experiments
import RunStore
import SelfPlay
import Statistics

/// One side of a planned comparison: what its students scored, and what is missing.
struct PlannedArm {
  /// `[seed: [student][problem: score]]`, only seeds with a measured student.
  private(set) var scores: [Int: [[Int: Double]]] = [:]
  /// What is missing and why, without the final full stop.
  private(set) var missing: [String] = []

  init(
    _ name: String, _ comparison: PlannedComparison, _ configuration: RunConfiguration,
    _ armRuns: [ArmRunRecord], _ events: [EventRecord]
  ) {
    let expected =
      configuration.arms.first { $0.name == name }?
      .students(perSeed: configuration.studentsPerSeed) ?? 1
    // Seeds with the same reason share a sentence.
    var reasons: [(reason: String, seeds: [Int])] = []
    for seed in configuration.seeds {
      let runs = armRuns.filter { $0.arm == name && $0.seed == seed }
        .sorted { $0.student < $1.student }
      let students = runs.compactMap { $0.scores(comparison, configuration.evaluation) }
      if !students.isEmpty { scores[seed] = students }
      guard students.count < expected else { continue }
      let skipped = events.first { $0.kind == "skipped" && $0.arm == name && $0.seed == seed }
      let reason = Self.reason(comparison.step, runs, of: expected, skipped)
      let extent =
        students.isEmpty ? reason : "\(students.count) of \(expected) students; others: \(reason)"
      if let index = reasons.firstIndex(where: { $0.reason == extent }) {
        reasons[index].seeds.append(seed)
      } else {
        reasons.append((extent, [seed]))
      }
    }
    missing = reasons.map { reason, seeds in
      "\(name), \(seeds.count == 1 ? "seed" : "seeds") \(seeds.listed): \(reason)"
    }
    // At equal cost only where the cost was reached.
    missing += events.filter { $0.kind == "cost-not-reached" && $0.arm == name }
      .map { "\(name), \($0.seed.map { "seed \($0)" } ?? "all seeds"): \($0.message)" }
  }

  private static func reason(
    _ step: Int, _ runs: [ArmRunRecord], of expected: Int, _ skipped: EventRecord?
  ) -> String {
    if runs.count < expected {
      return skipped.map { "skipped, \($0.message)" } ?? "not in the store"
    }
    if runs.contains(where: { $0.steps < step }) {
      return "its training ended before step \(step)"
    }
    return step > 0 ? "not measured at step \(step)" : "no final evaluation"
  }
}

extension ArmRunRecord {
  /// The student's score on each problem, by the problem's id; nil if it was not measured there.
  fileprivate func scores(
    _ comparison: PlannedComparison, _ evaluation: EvaluationConfiguration
  ) -> [Int: Double]? {
    let (split, kind): (Split, EvaluationKind) =
      comparison.measure == .testPass ? (.test, .sampled) : (.train, .greedy)
    // The last step's measurement is stored as the final model's.
    let isEnd = comparison.step == 0 || comparison.step == steps
    let record = evaluations.first {
      $0.split == split && $0.kind == kind && $0.step == (isEnd ? nil : comparison.step)
        && $0.samplesPerProblem > 0 && !$0.problems.isEmpty
    }
    guard let record else { return nil }
    let values =
      comparison.measure == .testPass
      ? record.passAtK(evaluation.largestK) : record.solvedShares
    guard let values else { return nil }
    return Dictionary(
      zip(record.problems.map(\.problem), values), uniquingKeysWith: { first, _ in first })
  }
}
