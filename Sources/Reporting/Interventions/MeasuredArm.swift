import Randomness
import RunStore
import Statistics

/// An arm of an experiment with its students' final scores on each problem.
struct MeasuredArm {
  var name: String
  /// Of each seed: a student's greedy successes on hard-train less those of the base model.
  private var train: [Int: [[Double]]] = [:]
  /// Of each seed: a student's pass@k on hard-test.
  private var test: [Int: [[Double]]] = [:]

  var seeds: [Int] { train.keys.sorted() }

  /// - Returns: nil where no student was measured on both.
  init?(_ design: RunDesign.Arm, in run: ComparedRun, k: Int) {
    name = design.name
    for record in run.armRuns where record.arm == design.name {
      func evaluation(_ split: Split, _ kind: EvaluationKind, step: Int?) -> EvaluationRecord? {
        record.evaluations.first { $0.split == split && $0.kind == kind && $0.step == step }
      }
      guard let before = evaluation(.train, .greedy, step: 0),
        let after = evaluation(.train, .greedy, step: nil),
        let sampled = evaluation(.test, .sampled, step: nil),
        before.problems.map(\.problem) == after.problems.map(\.problem),
        k <= sampled.samplesPerProblem
      else { continue }
      train[record.seed, default: []].append(
        zip(before.problems, after.problems).map { Double($1.successes - $0.successes) })
      test[record.seed, default: []].append(
        PassAtK.estimates(
          samples: sampled.samplesPerProblem, successes: sampled.problems.map(\.successes), k: k))
    }
    if train.isEmpty { return nil }
  }

  /// `[seed][student][problem]`.
  func scores(_ outcome: InterventionOutcome, _ seeds: [Int]) -> [[[Double]]] {
    seeds.map { (outcome == .trainGain ? train[$0] : test[$0]) ?? [] }
  }

  /// With its nested bootstrap interval.
  func mean(_ outcome: InterventionOutcome, _ seeds: [Int]) -> Estimate {
    var random = RandomStream(seed: 0, path: "interventions/arm/\(name)/\(outcome.rawValue)")
    return Estimate(
      PairedBootstrap.estimate([scores(outcome, seeds)], random: &random) { $0[0] })
  }
}
