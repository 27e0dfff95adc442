import Diagnostics
import Foundation
import LanguageModel
public import Randomness
public import ReinforcementLearning
public import Tasks
import TextTasks
import Tokenization

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

/// All that decides the counts of a screening, except the model.
public struct ScreeningIdentity: Sendable, Codable {
  public var seed: UInt64
  /// The path of the samples' stream.
  public var path: String
  public var samples: Int
  public var maximumTokens: Int
  public var stopTokens: [Int32]
  /// Nil if no text of several tokens ends a response, so that screenings of earlier releases stay
  /// known.
  public var stopTexts: [String]?
  public var prompts: [[Int32]]
  /// What grading compares with, in the task's own terms.
  public var problems: [TrainingQuestion]
  public var task: String
}

/// Keeps the results of screenings, so that runs on the same model and problems share them.
public protocol ScreeningCache: Sendable {
  /// The stored counts, or those that `count` returns, which are stored then.
  func successes(
    _ screening: ScreeningIdentity, count: () async throws -> [Int]
  ) async throws -> [Int]

  /// The stored probabilities, or those that `measure` returns, which are stored then.
  func probabilities(
    _ screening: ScreeningIdentity, measure: () async throws -> [Double]
  ) async throws -> [Double]
}

extension Screening {
  /// Successes per candidate, from the cache if it has them.
  static func successes(
    _ model: any Sampler, task: any ProblemTask, engine: any Engine, problems: [TrainingQuestion],
    samples: Int, stream: RandomStream, cache: (any ScreeningCache)?,
    observe: @escaping @Sendable (Int) -> Void
  ) async throws -> [Int] {
    func count() async throws -> [Int] {
      try await Self.count(
        model, task: task, engine: engine, problems: problems, samples: samples, temperature: 1,
        stream: stream, observe: observe
      ).successes
    }
    guard let cache else { return try await count() }
    return try await cache.successes(
      identity(task, problems, samples: samples, stream: stream), count: count)
  }

  fileprivate static func identity(
    _ task: any ProblemTask, _ problems: [TrainingQuestion], samples: Int, stream: RandomStream
  ) -> ScreeningIdentity {
    ScreeningIdentity(
      seed: stream.seed, path: stream.path, samples: samples,
      maximumTokens: task.studentLimits.maximumTokens, stopTokens: task.studentLimits.stopTokens,
      stopTexts: samples == 0 ? nil : task.studentLimits.stopTexts?.texts,
      prompts: problems.map { task.studentPrompt(for: $0.question) }, problems: problems,
      task: (task as? any VerifiedTask).map { "\($0.name), \($0.verifier.description)" }
        ?? task.name)
  }

  /// Probability of the bare right answer to each problem, 0...1, from the cache if it has them.
  ///
  /// - Throws: ``UserError`` if the task's answers need work, or the model cannot score texts.
  static func probabilities(
    _ model: any Sampler, task: any ProblemTask, engine: any Engine, problems: [TrainingQuestion],
    stream: RandomStream, cache: (any ScreeningCache)?, place: String,
    observe: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> [Double] {
    func measure() async throws -> [Double] {
      try await answerProbabilities(
        model, task: task, engine: engine, problems: problems, place: place, observe: observe
      ).probabilities
    }
    guard let cache else { return try await measure() }
    return try await cache.probabilities(
      identity(task, problems, samples: 0, stream: stream), measure: measure)
  }

  /// Probability of the bare right answer to each problem, and the cost of finding it.
  ///
  /// - Parameter place: the setting that asks for it, for errors.
  static func answerProbabilities(
    _ model: any Sampler, task: any ProblemTask, engine: any Engine, problems: [TrainingQuestion],
    place: String, observe: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> (probabilities: [Double], flops: FLOPCount?) {
    guard let task = task as? any ShortAnswers else {
      throw UserError(
        .configuration, place: place,
        "needs answers that are written without work, and those of task '\(task.name)' are not",
        hint: "use samples")
    }
    guard let model = model as? any ScoringSampler else {
      throw UserError(
        .configuration, place: place,
        "needs the probability of given texts, and engine '\(engine.name)' does not tell it",
        hint: "use samples")
    }
    let requests = try problems.enumerated().map { index, problem in
      guard let response = task.shortestResponse(to: problem.question, answer: problem.answer)
      else {
        throw UserError(
          .configuration, place: place,
          "needs a response with each right answer, and the model's tokens cannot write that of "
            + "problem \(index)", hint: "use samples")
      }
      return ScoringRequest(
        prompt: task.studentPrompt(for: problem.question), response: response.tokens,
        endings: response.endings)
    }
    let size = 64
    let parts = try await engine.map(count: (requests.count + size - 1) / size) { part in
      let range = part * size..<min((part + 1) * size, requests.count)
      let scored = try await model.score(Array(requests[range]))
      observe(range.count)
      return scored
    }
    return (
      parts.flatMap(\.scores).map { min(1, exp($0.total)) },
      parts.reduce(FLOPCount.zero as FLOPCount?) { $0 + $1.flops }
    )
  }
}

/// The problems that the base model solves 0 of `samples` times (fail@128), split in two.
public struct HardSet: Sendable {
  /// One screened candidate.
  public struct Candidate: Sendable, Equatable {
    public enum Fate: String, Sendable, Codable {
      case train, test
      /// Solved at least once in screening, or likelier than a hard problem may be.
      case solved
      /// Hard, but beyond the requested size.
      case spare
    }
    public var index: Int
    public var length: Int
    /// Successes in screening; in its confirmation if the screening was by probability.
    public var successes: Int
    public var fate: Fate
    /// Probability of the bare right answer, 0...1; nil if screened by samples.
    public var probability: Double?

    public init(
      index: Int, length: Int, successes: Int, fate: Fate, probability: Double? = nil
    ) {
      self.index = index
      self.length = length
      self.successes = successes
      self.fate = fate
      self.probability = probability
    }
  }

  public let candidates: [Candidate]
  public let samples: Int
  public let train: [TrainingQuestion]
  public let test: SealedTestHalf

  /// Draws candidates, screens them with `base`, keeps those with no success and splits them at
  /// random. Everything is a function of the configuration's seed.
  ///
  /// - Parameters:
  ///   - cache: nil screens anew.
  ///   - confirming: called before the survivors are sampled again, with their number; what it returns
  ///     is called as `observe` is.
  ///   - observe: called with the number of candidates of each screened batch; never if the cache has
  ///     the counts.
  public static func build(
    task: any ProblemTask, base: any Sampler, configuration: HardSetConfiguration,
    engine: any Engine, cache: (any ScreeningCache)? = nil,
    confirming: (Int) -> @Sendable (Int) -> Void = { _ in { _ in } },
    observe: @escaping @Sendable (Int) -> Void
  ) async throws -> HardSet {
    let root = root(configuration)
    let problems = try drawCandidates(of: task, configuration)
    let questions = problems.map(\.question)
    var successes = [Int](repeating: 0, count: problems.count)
    var probabilities: [Double]?
    switch configuration.by {
    case .samples:
      successes = try await Screening.successes(
        base, task: task, engine: engine, problems: questions, samples: configuration.samples,
        stream: root.child("screening"), cache: cache, observe: observe)
    case .probability:
      probabilities = try await Screening.probabilities(
        base, task: task, engine: engine, problems: questions, stream: root.child("screening"),
        cache: cache, place: "hardSet.by", observe: observe)
    }
    var hard = successes.indices.filter {
      successes[$0] == 0 && probabilities?[$0] ?? 0 <= configuration.maximumProbability
    }
    if configuration.confirmationSamples > 0 {
      let fresh = try await Screening.successes(
        base, task: task, engine: engine, problems: hard.map { questions[$0] },
        samples: configuration.confirmationSamples, stream: root.child("confirmation"),
        cache: cache, observe: confirming(hard.count))
      for (index, count) in zip(hard, fresh) { successes[index] += count }
      hard = hard.filter { successes[$0] == 0 }
    }
    var splitStream = root.child("split")
    let chosen = splitStream.shuffled(hard).prefix(configuration.size)
    let isHard = Set(hard)
    let half = chosen.count / 2
    let train = Set(chosen.prefix(half))
    let test = Set(chosen.dropFirst(half).prefix(half))
    return HardSet(
      task: task, samples: configuration.drawnSamples, problems: problems,
      candidates: problems.indices.map { index in
        Candidate(
          index: index, length: problems[index].length, successes: successes[index],
          fate: !isHard.contains(index)
            ? .solved : train.contains(index) ? .train : test.contains(index) ? .test : .spare,
          probability: probabilities?[index])
      })
  }

  private static func root(_ configuration: HardSetConfiguration) -> RandomStream {
    RandomStream(seed: UInt64(configuration.seed), path: "hardset")
  }

  /// What decides the counts of ``build(task:base:configuration:engine:cache:observe:)`` beside the
  /// model, if it screens by samples.
  public static func screeningIdentity(
    of task: any ProblemTask, _ configuration: HardSetConfiguration
  ) throws -> ScreeningIdentity {
    Screening.identity(
      task, try drawCandidates(of: task, configuration).map(\.question),
      samples: configuration.samples, stream: root(configuration).child("screening"))
  }

  /// Rebuilds the set from stored fates, without screening again.
  ///
  /// - Throws: ``UserError`` if the task has other candidates than those that were screened.
  public init(
    task: any ProblemTask, configuration: HardSetConfiguration, candidates: [Candidate]
  ) throws {
    let problems = try Self.drawCandidates(of: task, configuration)
    guard problems.count == candidates.count else {
      throw UserError(
        .dataError, place: "hardSet",
        "draws \(problems.count) candidates, but \(candidates.count) were screened when the run began",
        hint: "put back the problems of that time, or begin another run")
    }
    self.init(
      task: task, samples: configuration.drawnSamples, problems: problems, candidates: candidates)
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

  /// How many candidates are screened: fewer than configured if the task has no more problems.
  public static func candidateCount(
    of task: any ProblemTask, _ configuration: HardSetConfiguration
  ) throws -> Int {
    try drawCandidates(of: task, configuration).count
  }

  static func drawCandidates(
    of task: any ProblemTask, _ configuration: HardSetConfiguration
  ) throws -> [CandidateProblem] {
    var stream = RandomStream(seed: UInt64(configuration.seed), path: "hardset/candidates")
    return try task.hardCandidates(configuration.candidates, using: &stream)
  }
}
