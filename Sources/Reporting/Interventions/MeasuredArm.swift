import Experiments
import RunStore
import Statistics

/// An arm of an experiment with its students' final scores on each problem.
struct MeasuredArm {
  var name: String
  /// Per seed: each student's greedy successes on hard-train minus the base model's.
  private var train: [Int: [[Double]]] = [:]
  /// Per seed: each student's pass@k on hard-test.
  private var test: [Int: [[Double]]] = [:]

  var seeds: [Int] { train.keys.sorted() }

  /// - Returns: nil if no student was measured on both.
  init?(_ design: RunDesign.Arm, in run: ComparedRun, k: Int) {
    name = design.name
    for record in run.armRuns where record.arm == design.name {
      func final(_ split: Split, _ kind: EvaluationKind) -> EvaluationRecord? {
        record.evaluations.first { $0.isFinal(split, kind) }
      }
      let first = record.evaluations.first {
        $0.split == .train && $0.kind == .greedy && $0.step == 0
      }
      guard let before = first, let after = final(.train, .greedy),
        let scores = final(.test, .sampled)?.passAtK(k),
        before.problems.map(\.problem) == after.problems.map(\.problem)
      else { continue }
      train[record.seed, default: []].append(
        zip(before.problems, after.problems).map { Double($1.successes - $0.successes) })
      test[record.seed, default: []].append(scores)
    }
    if train.isEmpty { return nil }
  }

  /// `[seed][student][problem]`.
  func scores(_ outcome: InterventionOutcome, _ seeds: [Int]) -> [[[Double]]] {
    seeds.map { (outcome == .trainGain ? train[$0] : test[$0]) ?? [] }
  }

  /// Each seed's mean: [seed].
  func means(_ outcome: InterventionOutcome, _ seeds: [Int]) -> [Double] {
    scores(outcome, seeds).map { $0.map(\.mean).mean }
  }

  /// The mean with its interval over seeds and problems.
  func mean(_ outcome: InterventionOutcome, _ seeds: [Int]) -> Estimate {
    CrossedMean(
      students: scores(outcome, seeds),
      scale: outcome == .trainGain ? .contrast(-1...1) : .share
    ).estimate()
  }
}
