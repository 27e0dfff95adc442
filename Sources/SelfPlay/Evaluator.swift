public import Diagnostics
public import Randomness
public import ReinforcementLearning
public import Worlds

/// The test half of the hard set, or the transfer problems. They are visible in this file alone, so
/// that nothing but the evaluator can read them: no loop, arm or reward has a way to train or tune on
/// the test.
public struct SealedTestHalf: Sendable {
  fileprivate let problems: [TrainingQuestion]

  /// Seals the problems; the caller is the splitter, which keeps no copy.
  package init(sealing problems: [TrainingQuestion]) { self.problems = problems }

  public var count: Int { problems.count }

  /// SHA-256 of each problem, so that two runs can be checked to hold the same test.
  public var fingerprints: [String] {
    problems.map { SHA256.hexDigest(of: "\($0.question) \($0.answer)") }
  }
}

/// Successes per problem, out of `samples` each.
public struct EvaluationCounts: Sendable, Equatable {
  /// Samples drawn per problem.
  public var samples: Int
  /// Correct ones, in the order of the half.
  public var successes: [Int]

  public init(samples: Int, successes: [Int]) {
    self.samples = samples
    self.successes = successes
  }

  /// Share of correct samples over all problems, 0...1: pass@1, or greedy accuracy for one sample.
  public var accuracy: Double {
    let total = samples * successes.count
    return total > 0 ? Double(successes.reduce(0, +)) / Double(total) : 0
  }
}

/// Measures policies on the hard set and on transfer problems. The only reader of what is sealed.
public struct Evaluator: Sendable {
  public let world: any World
  public let hardTrain: [TrainingQuestion]
  private let test: SealedTestHalf
  private let transfer: SealedTestHalf

  /// - Parameter transfer: nil, or an empty one, tests no transfer.
  public init(
    world: any World, hardTrain: [TrainingQuestion], test: SealedTestHalf,
    transfer: SealedTestHalf? = nil
  ) {
    self.world = world
    self.hardTrain = hardTrain
    self.test = test
    self.transfer = transfer ?? SealedTestHalf(sealing: [])
  }

  public var testCount: Int { test.count }
  public var transferCount: Int { transfer.count }

  /// Greedy accuracy on hard-train problems: the measure behind the teacher's reward.
  ///
  /// - Parameters:
  ///   - indices: which problems; all by default.
  ///   - pool: shares the work out; the counts are the same without.
  public func greedyOnHardTrain(
    _ policy: any Policy, indices: [Int]? = nil, pool: WorkerPool? = nil
  ) async throws -> EvaluationCounts {
    let problems = indices.map { $0.map { hardTrain[$0] } } ?? hardTrain
    return try await measure(
      policy, problems, samples: 1, temperature: 0, stream: RandomStream(seed: 0, path: "greedy"),
      pool: pool)
  }

  /// Samples at temperature 1 on the test half, for pass@k. For reporting only.
  public func sampledOnTest(
    _ policy: any Policy, samples: Int, stream: RandomStream, pool: WorkerPool? = nil
  ) async throws -> EvaluationCounts {
    try await measure(
      policy, test.problems, samples: samples, temperature: 1, stream: stream, pool: pool)
  }

  /// The same on the transfer problems; nil where there are none.
  public func sampledOnTransfer(
    _ policy: any Policy, samples: Int, stream: RandomStream, pool: WorkerPool? = nil
  ) async throws -> EvaluationCounts? {
    guard transfer.count > 0 else { return nil }
    return try await measure(
      policy, transfer.problems, samples: samples, temperature: 1, stream: stream, pool: pool)
  }

  private func measure(
    _ policy: any Policy, _ problems: [TrainingQuestion], samples: Int, temperature: Double,
    stream: RandomStream, pool: WorkerPool?
  ) async throws -> EvaluationCounts {
    try await Screening.count(
      policy, world: world, problems: problems, samples: samples, temperature: temperature,
      stream: stream, pool: pool)
  }
}
