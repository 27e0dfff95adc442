import LanguageModel
import Randomness
public import ReinforcementLearning
import Tasks
public import Worlds

/// Problems from another distribution than the hard set's that the base model fails just as often
/// (fail@128). There is no train half: all of them are sealed for the evaluator.
public struct TransferSet: Sendable {
  /// In the order of generation. Kept candidates have the fate `test`.
  public let candidates: [HardSet.Candidate]
  /// Samples per candidate.
  public let samples: Int
  public let problems: SealedTestHalf

  /// Draws candidates, screens them with `base` and keeps at most `size` of those with no success.
  /// Everything is a function of the configuration's seed.
  ///
  /// - Parameters:
  ///   - samples: per candidate, as many as in the hard set's screening.
  ///   - cache: nil screens anew.
  ///   - observe: called with the number of candidates screened so far; never if the cache has the
  ///     counts.
  public static func build(
    world: EmbeddedWorld, base: any Sampler, configuration: TransferConfiguration, samples: Int,
    engine: any Engine, cache: (any ScreeningCache)? = nil,
    observe: @escaping @Sendable (Int) -> Void
  ) async throws -> TransferSet {
    let root = RandomStream(seed: UInt64(configuration.seed), path: "transfer")
    let problems = drawCandidates(of: world, configuration)
    let successes = try await Screening.successes(
      base, task: world, engine: engine, problems: problems.map(\.question), samples: samples,
      stream: root.child("screening"), cache: cache, observe: observe)
    var choice = root.child("choice")
    let hard = successes.indices.filter { successes[$0] == 0 }
    let kept = Set(choice.shuffled(hard).prefix(configuration.size))
    return TransferSet(
      world: world, problems: problems, samples: samples,
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
    let problems = Self.drawCandidates(of: world, configuration)
    precondition(
      problems.count == candidates.count, "stored candidates are of another transfer set")
    self.init(world: world, problems: problems, samples: samples, candidates: candidates)
  }

  private init(
    world: EmbeddedWorld, problems: [CandidateProblem], samples: Int,
    candidates: [HardSet.Candidate]
  ) {
    self.candidates = candidates
    self.samples = samples
    self.problems = SealedTestHalf(
      sealing: candidates.indices.filter { candidates[$0].fate == .test }
        .map { problems[$0].question },
      of: world)
  }

  private static func drawCandidates(
    of world: EmbeddedWorld, _ configuration: TransferConfiguration
  ) -> [CandidateProblem] {
    var stream = RandomStream(seed: UInt64(configuration.seed), path: "transfer/candidates")
    let lengths = configuration.lengths(in: world.configuration)
    let operations = configuration.operations(in: world.configuration)
    return (0..<configuration.candidates).map { _ in
      CandidateProblem(
        world.sampleTransferProblem(
          lengths: lengths, operations: operations,
          minimumTargetOperations: configuration.minimumTargetOperations, using: &stream),
        in: world)
    }
  }
}
