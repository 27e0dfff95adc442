import LanguageModel
public import Randomness
public import ReinforcementLearning
public import Tasks

/// Counts correct samples per problem.
public enum Screening {
  /// Problems decoded in one batch. It depends on the samples alone, so that results do not depend
  /// on the workers: few problems with many samples, to bound the cache's memory, and at most 64,
  /// so that a half can be split among workers.
  static func batchProblems(samples: Int) -> Int { min(64, max(1, 512 / samples)) }

  /// Samples every problem `samples` times and counts the correct answers.
  ///
  /// - Parameter observe: called with the number of problems in each finished batch.
  public static func count(
    _ model: any Sampler, task: any ProblemTask, engine: any Engine, problems: [TrainingQuestion],
    samples: Int, temperature: Double, stream: RandomStream,
    observe: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> EvaluationCounts {
    let parameters = SamplingParameters(task.studentLimits, temperature: temperature)
    let size = batchProblems(samples: samples)
    let batches = (problems.count + size - 1) / size
    let counted = try await engine.map(count: batches) { index in
      let range = index * size..<min((index + 1) * size, problems.count)
      let sampled = try await model.sample(
        range.map { problem in
          SamplingRequest(
            prompt: task.studentPrompt(for: problems[problem].question),
            streams: stream.family("problem/\(problem)/sample", 0..<samples))
        }, parameters)
      let graded = try await task.grade(
        zip(problems[range], sampled.responses).map(GradingRequest.init))
      observe(range.count)
      return (
        successes: graded.map { group in group.count { $0.grade == .correct } },
        flops: sampled.flops
      )
    }
    return EvaluationCounts(
      samples: samples, successes: counted.flatMap(\.successes),
      flops: counted.reduce(FLOPCount.zero as FLOPCount?) { $0 + $1.flops })
  }
}

/// The problems that the base model solves 0 of `samples` times (fail@128), split in two.
public struct HardSet: Sendable {
  /// One screened candidate.
  public struct Candidate: Sendable, Equatable {
    public enum Fate: String, Sendable, Codable {
      case train, test
      /// Solved at least once in screening.
      case solved
      /// Hard, but beyond the requested size.
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
  public let test: SealedTestHalf

  /// Draws candidates, screens them with `base`, keeps those with no success and splits them at
  /// random. Everything is a function of the configuration's seed.
  ///
  /// - Parameter observe: called with the number of candidates screened so far.
  public static func build(
    task: any ProblemTask, base: any Sampler, configuration: HardSetConfiguration,
    engine: any Engine, observe: @escaping @Sendable (Int) -> Void
  ) async throws -> HardSet {
    let root = RandomStream(seed: UInt64(configuration.seed), path: "hardset")
    let problems = try drawCandidates(of: task, configuration)
    let successes = try await Screening.count(
      base, task: task, engine: engine, problems: problems.map(\.question),
      samples: configuration.samples, temperature: 1, stream: root.child("screening"),
      observe: observe
    ).successes
    let hard = successes.indices.filter { successes[$0] == 0 }
    var splitStream = root.child("split")
    let chosen = splitStream.shuffled(hard).prefix(configuration.size)
    let half = chosen.count / 2
    let train = Set(chosen.prefix(half))
    let test = Set(chosen.dropFirst(half).prefix(half))
    return HardSet(
      task: task, samples: configuration.samples, problems: problems,
      candidates: problems.indices.map { index in
        Candidate(
          index: index, length: problems[index].length, successes: successes[index],
          fate: successes[index] > 0
            ? .solved : train.contains(index) ? .train : test.contains(index) ? .test : .spare)
      })
  }

  /// Rebuilds the set from stored fates, without screening again.
  public init(
    task: any ProblemTask, configuration: HardSetConfiguration, candidates: [Candidate]
  ) throws {
    let problems = try Self.drawCandidates(of: task, configuration)
    precondition(problems.count == candidates.count, "stored candidates are of another hard set")
    self.init(
      task: task, samples: configuration.samples, problems: problems, candidates: candidates)
  }

  private init(
    task: any ProblemTask, samples: Int, problems: [CandidateProblem], candidates: [Candidate]
  ) {
    func members(_ fate: Candidate.Fate) -> [TrainingQuestion] {
      candidates.indices.filter { candidates[$0].fate == fate }.map { problems[$0].question }
    }
    self.candidates = candidates
    self.samples = samples
    train = members(.train)
    test = SealedTestHalf(sealing: members(.test), of: task)
  }

  private static func drawCandidates(
    of task: any ProblemTask, _ configuration: HardSetConfiguration
  ) throws -> [CandidateProblem] {
    var stream = RandomStream(seed: UInt64(configuration.seed), path: "hardset/candidates")
    return try task.hardCandidates(configuration.candidates, using: &stream)
  }
}
