public import Diagnostics
import Randomness
public import ReinforcementLearning
public import Worlds

/// Problems of another distribution than the hard set's, which the base model fails as often
/// (fail@128). There is no train half: all of them are sealed for the evaluator.
public struct TransferSet: Sendable {
  /// In the order of generation. Those kept have the fate `test`.
  public let candidates: [HardSet.Candidate]
  /// Per candidate.
  public let samples: Int
  public let problems: SealedTestHalf

  /// Draws candidates, screens them with `base` and keeps at most `size` of those with no success.
  /// Everything is a function of the configuration's seed.
  ///
  /// - Parameters:
  ///   - samples: per candidate, those of the hard set's screening.
  ///   - observe: called with the number of candidates screened so far.
  public static func build(
    world: EmbeddedWorld, base: any Policy, configuration: TransferConfiguration, samples: Int,
    pool: WorkerPool, observe: @escaping @Sendable (Int) -> Void
  ) async throws -> TransferSet {
    let root = RandomStream(seed: UInt64(configuration.seed), path: "transfer")
    let problems = candidates(world: world, configuration: configuration)
    let successes = try await Screening.count(
      base, world: world, problems: problems.map(\.question), samples: samples, temperature: 1,
      stream: root.child("screening"), pool: pool, observe: observe
    ).successes
    var choice = root.child("choice")
    let hard = successes.indices.filter { successes[$0] == 0 }
    let kept = Set(choice.shuffled(hard).prefix(configuration.size))
    return TransferSet(
      problems: problems, samples: samples,
      candidates: problems.indices.map { index in
        HardSet.Candidate(
          index: index, length: problems[index].length, successes: successes[index],
          fate: successes[index] > 0 ? .solved : kept.contains(index) ? .test : .spare)
      })
  }

  /// Rebuilds the set from stored fates, without screening again.
  public init(
    world: EmbeddedWorld, configuration: TransferConfiguration, samples: Int,
    candidates: [HardSet.Candidate]
  ) {
    let problems = Self.candidates(world: world, configuration: configuration)
    precondition(
      problems.count == candidates.count, "stored candidates are of another transfer set")
    self.init(problems: problems, samples: samples, candidates: candidates)
  }

  private init(
    problems: [(question: TrainingQuestion, length: Int)], samples: Int,
    candidates: [HardSet.Candidate]
  ) {
    self.candidates = candidates
    self.samples = samples
    self.problems = SealedTestHalf(
      sealing: candidates.indices.filter { candidates[$0].fate == .test }
        .map { problems[$0].question })
  }

  private static func candidates(world: EmbeddedWorld, configuration: TransferConfiguration)
    -> [(question: TrainingQuestion, length: Int)]
  {
    var stream = RandomStream(seed: UInt64(configuration.seed), path: "transfer/candidates")
    let lengths = configuration.lengths(in: world.configuration)
    let operations = configuration.operations(in: world.configuration)
    return (0..<configuration.candidates).map { _ in
      let problem = world.sampleTransferProblem(
        lengths: lengths, operations: operations,
        minimumTargetOperations: configuration.minimumTargetOperations, using: &stream)
      return (
        TrainingQuestion(question: problem.tokens, answer: problem.reference), problem.length
      )
    }
  }
}
