public import Diagnostics
import LanguageModel
public import Randomness
public import ReinforcementLearning
public import Worlds

/// Counts correct samples per problem.
public enum Screening {
  /// Problems that are decoded in one batch, a function of the samples alone so that results do not
  /// depend on who does the work: few with many samples, to bound the cache's memory, and at most
  /// 64, so that a half can be shared out to workers.
  static func batchProblems(samples: Int) -> Int { min(64, max(1, 512 / samples)) }

  /// Samples every problem `samples` times and counts the correct answers.
  ///
  /// - Parameters:
  ///   - pool: shares the batches out to its workers, each with a copy of the policy; without one
  ///     they are done in turn.
  ///   - observe: called with the number of problems in each finished batch.
  public static func count(
    _ policy: any Policy, world: any World, problems: [TrainingQuestion], samples: Int,
    temperature: Double, stream: RandomStream, pool: WorkerPool? = nil,
    observe: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> EvaluationCounts {
    let parameters = SamplingParameters(
      temperature: temperature, maximumTokens: world.maximumResponseLength,
      stopTokens: world.stopTokens)
    let size = batchProblems(samples: samples)
    let batches = (problems.count + size - 1) / size
    @Sendable func successes(_ index: Int, _ policy: any Policy) async throws -> [Int] {
      let range = index * size..<min((index + 1) * size, problems.count)
      let requests = range.map { problem in
        SamplingRequest(
          prompt: world.studentPrompt(for: problems[problem].question),
          streams: (0..<samples).map { stream.child("problem/\(problem)/sample", $0) })
      }
      let responses = try await policy.sample(requests, parameters)
      defer { observe(range.count) }
      return zip(range, responses).map { problem, group in
        group.count {
          world.grade(response: $0.tokens, reference: problems[problem].answer) == .correct
        }
      }
    }
    var counts: [[Int]] = []
    if let pool, batches > 1 {
      counts = try await pool.map(count: batches) { index in
        try await successes(index, try await policy.snapshot())
      }
    } else {
      for index in 0..<batches {
        try Task.checkCancellation()
        counts.append(try await successes(index, policy))
      }
    }
    return EvaluationCounts(samples: samples, successes: counts.flatMap { $0 })
  }
}

/// The problems that the base model fails at 0 of `samples` times (fail@128), split in two.
public struct HardSet: Sendable {
  /// One screened candidate.
  public struct Candidate: Sendable, Equatable {
    public enum Fate: String, Sendable, Codable {
      case train, test
      /// Solved at least once in screening.
      case solved
      /// Hard, but not needed for the asked size.
      case spare
    }
    public var index: Int
    public var length: Int
    public var successes: Int
    public var fate: Fate

    public init(index: Int, length: Int, successes: Int, fate: Fate) {
      self.index = index
      self.length = length
      self.successes = successes
      self.fate = fate
    }
  }

  public let candidates: [Candidate]
  public let samples: Int
  public let train: [TrainingQuestion]
  /// Operations of each hard-train problem.
  public let trainLengths: [Int]
  public let test: SealedTestHalf

  /// Draws candidates, screens them with `base`, keeps those with no success and splits them at
  /// random. Everything is a function of the configuration's seed.
  ///
  /// - Parameter observe: called with the number of candidates screened so far.
  public static func build(
    world: EmbeddedWorld, base: any Policy, configuration: HardSetConfiguration, pool: WorkerPool,
    observe: @escaping @Sendable (Int) -> Void
  ) async throws -> HardSet {
    let root = RandomStream(seed: UInt64(configuration.seed), path: "hardset")
    let problems = candidates(world: world, configuration: configuration)
    let questions = problems.map { TrainingQuestion(question: $0.tokens, answer: $0.reference) }
    let successes = try await Screening.count(
      base, world: world, problems: questions, samples: configuration.samples, temperature: 1,
      stream: root.child("screening"), pool: pool, observe: observe
    ).successes
    let hard = successes.indices.filter { successes[$0] == 0 }
    var splitStream = root.child("split")
    let chosen = splitStream.shuffled(hard).prefix(configuration.size)
    let half = chosen.count / 2
    let train = Set(chosen.prefix(half))
    let test = Set(chosen.dropFirst(half).prefix(half))
    let trainIndices = problems.indices.filter { train.contains($0) }
    return HardSet(
      candidates: problems.indices.map { index in
        Candidate(
          index: index, length: problems[index].length, successes: successes[index],
          fate: successes[index] > 0
            ? .solved : train.contains(index) ? .train : test.contains(index) ? .test : .spare)
      },
      samples: configuration.samples,
      train: trainIndices.map { questions[$0] },
      trainLengths: trainIndices.map { problems[$0].length },
      test: SealedTestHalf(
        sealing: problems.indices.filter { test.contains($0) }.map { questions[$0] }))
  }

  /// Rebuilds the set from stored fates, without screening again.
  public init(
    world: EmbeddedWorld, configuration: HardSetConfiguration, candidates: [Candidate]
  ) {
    let problems = HardSet.candidates(world: world, configuration: configuration)
    precondition(problems.count == candidates.count, "stored candidates are of another hard set")
    let questions = problems.map { TrainingQuestion(question: $0.tokens, answer: $0.reference) }
    func members(_ fate: Candidate.Fate) -> [Int] {
      candidates.indices.filter { candidates[$0].fate == fate }
    }
    self.init(
      candidates: candidates, samples: configuration.samples,
      train: members(.train).map { questions[$0] },
      trainLengths: members(.train).map { problems[$0].length },
      test: SealedTestHalf(sealing: members(.test).map { questions[$0] }))
  }

  private init(
    candidates: [Candidate], samples: Int, train: [TrainingQuestion], trainLengths: [Int],
    test: SealedTestHalf
  ) {
    self.candidates = candidates
    self.samples = samples
    self.train = train
    self.trainLengths = trainLengths
    self.test = test
  }

  private static func candidates(world: EmbeddedWorld, configuration: HardSetConfiguration)
    -> [Problem]
  {
    var stream = RandomStream(seed: UInt64(configuration.seed), path: "hardset/candidates")
    return (0..<configuration.candidates).map { _ in world.sampleHardProblem(using: &stream) }
  }
}
