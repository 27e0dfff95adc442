public import LanguageModel
public import Randomness
public import ReinforcementLearning
public import Tasks

/// The test half of the hard set, or the transfer problems. Visible in this file alone, so that
/// only the evaluator can read them: no loop, arm or reward can train or tune on the test.
public struct SealedTestHalf: Sendable {
  fileprivate let problems: [TrainingQuestion]

  /// The task's fingerprint of each problem, so that two runs can be checked to hold the same test.
  public let fingerprints: [String]

  /// Seals the problems. The caller is the splitter, which keeps no copy.
  package init(sealing problems: [TrainingQuestion], of task: any ProblemTask) {
    self.problems = problems
    fingerprints = problems.map(task.fingerprint)
  }

  public var count: Int { problems.count }
}

/// Successes per problem, out of `samples` each.
public struct EvaluationCounts: Sendable, Equatable {
  /// Samples drawn per problem; 0 if only probabilities were calculated.
  public var samples: Int
  /// Correct samples per problem, [problems], in the order of the half.
  public var successes: [Int]
  /// Probability of the bare right answer to each problem, [problems], if it was calculated.
  public var probabilities: [Double]?
  /// FLOPs of the sampling; nil if the engine cannot count them.
  public var flops: FLOPCount?

  public init(
    samples: Int, successes: [Int], probabilities: [Double]? = nil, flops: FLOPCount? = nil
  ) {
    self.samples = samples
    self.successes = successes
    self.probabilities = probabilities
    self.flops = flops
  }

  /// Share of correct samples of a problem, 0...1; its probability if nothing was sampled.
  public func rate(ofProblem index: Int) -> Double {
    samples > 0 ? Double(successes[index]) / Double(samples) : probabilities?[index] ?? 0
  }

  /// Share of correct samples over all problems, 0...1: pass@1, or greedy accuracy for one sample. The
  /// mean probability if nothing was sampled.
  public var accuracy: Double {
    if samples == 0, let probabilities { return mean(probabilities) }
    let total = samples * successes.count
    return total > 0 ? Double(successes.reduce(0, +)) / Double(total) : 0
  }
}

/// Measures models on the hard set and on transfer problems. Only this type reads sealed problems.
public struct Evaluator: Sendable {
  public let task: any ProblemTask
  public let engine: any Engine
  public let hardTrain: [TrainingQuestion]
  private let test: SealedTestHalf
  private let transfer: SealedTestHalf?

  /// - Parameter transfer: nil or an empty one tests no transfer.
  public init(
    task: any ProblemTask, engine: any Engine, hardTrain: [TrainingQuestion], test: SealedTestHalf,
    transfer: SealedTestHalf? = nil
  ) {
    self.task = task
    self.engine = engine
    self.hardTrain = hardTrain
    self.test = test
    self.transfer = transfer
  }

  public var testCount: Int { test.count }
  public var transferCount: Int { transfer?.count ?? 0 }

  /// A student's skill on hard-train problems, whose gain is the teacher's reward.
  ///
  /// - Parameter indices: which problems; all by default.
  public func onHardTrain(
    _ model: any Sampler, by measure: SOARConfiguration.RewardMeasure, indices: [Int]? = nil
  ) async throws -> EvaluationCounts {
    guard measure == .probability else {
      return try await greedyOnHardTrain(model, indices: indices)
    }
    let problems = indices.map { $0.map { hardTrain[$0] } } ?? hardTrain
    let scored = try await Screening.answerProbabilities(
      model, task: task, engine: engine, problems: problems, place: "soar.rewardBy")
    return EvaluationCounts(
      samples: 0, successes: [Int](repeating: 0, count: problems.count),
      probabilities: scored.probabilities, flops: scored.flops)
  }

  /// Greedy accuracy on hard-train problems.
  ///
  /// - Parameter indices: which problems; all by default.
  public func greedyOnHardTrain(_ model: any Sampler, indices: [Int]? = nil) async throws
    -> EvaluationCounts
  {
    let problems = indices.map { $0.map { hardTrain[$0] } } ?? hardTrain
    return try await count(
      model, problems, samples: 1, temperature: 0, stream: RandomStream(seed: 0, path: "greedy"))
  }

  /// Samples at temperature 1 on the test half, for pass@k. For reporting only.
  ///
  /// - Parameter exact: whether the probability of each right answer is calculated too.
  public func sampledOnTest(
    _ model: any Sampler, samples: Int, exact: Bool = false, stream: RandomStream
  ) async throws -> EvaluationCounts {
    var counts = try await count(
      model, test.problems, samples: samples, temperature: 1, stream: stream)
    if exact {
      let scored = try await Screening.answerProbabilities(
        model, task: task, engine: engine, problems: test.problems, place: "evaluation.exact")
      counts.probabilities = scored.probabilities
      counts.flops += scored.flops
    }
    return counts
  }

  /// The same on the transfer problems; nil if there are none.
  public func sampledOnTransfer(
    _ model: any Sampler, samples: Int, stream: RandomStream
  ) async throws -> EvaluationCounts? {
    guard let transfer, transfer.count > 0 else { return nil }
    return try await count(
      model, transfer.problems, samples: samples, temperature: 1, stream: stream)
  }

  private func count(
    _ model: any Sampler, _ problems: [TrainingQuestion], samples: Int, temperature: Double,
    stream: RandomStream
  ) async throws -> EvaluationCounts {
    try await Screening.count(
      model, task: task, engine: engine, problems: problems, samples: samples,
      temperature: temperature, stream: stream)
  }
}
