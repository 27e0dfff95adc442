import Foundation
public import RunStore
import Statistics

extension EvaluationRecord {
  /// Whether it evaluates the arm's final model.
  public func isFinal(_ split: Split, _ kind: EvaluationKind) -> Bool {
    self.split == split && self.kind == kind && step == nil
  }

  /// Expected pass@k of each problem, 1 - (1 - p)^k, from the probability p of its bare right answer:
  /// [problems]; nil if it was not calculated.
  public func expectedPassAtK(_ k: Int) -> [Double]? {
    let probabilities = problems.compactMap(\.probability)
    guard !problems.isEmpty, probabilities.count == problems.count else { return nil }
    // Of probabilities near zero 1 - p rounds to 1.
    return probabilities.map { -expm1(Double(k) * log1p(-min($0, 1))) }
  }

  /// pass@k of each problem; nil without problems or with fewer than k samples.
  public func passAtK(_ k: Int) -> [Double]? {
    problems.isEmpty || samplesPerProblem < k
      ? nil
      : PassAtK.estimates(
        samples: samplesPerProblem, successes: problems.map(\.successes), k: k)
  }

  /// Share of samples that solved each problem.
  public var solvedShares: [Double] {
    problems.map { Double($0.successes) / Double(samplesPerProblem) }
  }

  /// Share of all samples that solved their problem.
  public var accuracy: Double {
    Double(problems.reduce(0) { $0 + $1.successes }) / Double(problems.count * samplesPerProblem)
  }
}

extension [[Double]] {
  /// The mean per problem over the evaluations that are as long as the first; nil without any.
  public var meanOfProblems: [Double]? {
    guard let first else { return nil }
    let complete = filter { $0.count == first.count }
    return first.indices.map { problem in complete.map { $0[problem] }.mean }
  }
}
