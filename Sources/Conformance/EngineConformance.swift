public import Foundation
import LanguageModel
import Randomness
public import ReinforcementLearning
import Tokenization

/// The rules of ``Engine``, ``Sampler`` and ``Trainer``, to check any implementation against.
public enum EngineConformance {
  /// What the suite may use.
  public struct Subject: Sendable {
    public var engine: any Engine
    /// Frozen weights of the engine with logits that are not all equal.
    public var weights: any Sampler
    /// Token ids below the vocabulary's size; the suite prompts with them and trains on them.
    public var tokens: [Int32]
    /// Whether equal streams give bitwise equal responses: true for an engine in this process.
    public var isDeterministic: Bool
    /// Largest difference of two log-probabilities that count as equal, in nats.
    public var tolerance: Float

    public init(
      engine: any Engine, weights: any Sampler, tokens: [Int32], isDeterministic: Bool = true,
      tolerance: Float = 1e-4
    ) {
      precondition(tokens.count >= 6, "the suite needs six tokens")
      self.engine = engine
      self.weights = weights
      self.tokens = tokens
      self.isDeterministic = isDeterministic
      self.tolerance = tolerance
    }

    var prompt: [Int32] { Array(tokens.prefix(3)) }
    var continuation: [Int32] { Array(tokens.dropFirst(3).prefix(3)) }
  }

  /// - Parameter folder: an empty folder to save into.
  public static func check(_ subject: Subject, in folder: URL) async throws -> ConformanceFindings {
    var findings = ConformanceFindings()
    try await sampling(subject, &findings)
    try await training(subject, &findings)
    try await saving(subject, in: folder, &findings)
    try await parallelWork(subject, &findings)
    return findings
  }

  private static func sampling(_ subject: Subject, _ findings: inout ConformanceFindings)
    async throws
  {
    let root = RandomStream(seed: 5, path: "conformance")
    let requests = (1...3).map { index in
      SamplingRequest(
        prompt: Array(subject.tokens.prefix(index)),
        streams: root.family("request/\(index)", 0..<2 * index))
    }
    let stop = subject.tokens[0]
    let parameters = SamplingParameters(maximumTokens: 5, stopTokens: [stop])
    let batch = try await subject.weights.sample(requests, parameters)
    findings.check(
      "there is one response per stream, in the order of requests",
      batch.responses.map(\.count) == [2, 4, 6])
    findings.check(
      "costs are nil just where the engine counts none",
      (batch.flops != nil) == subject.engine.countsFLOPs)
    for response in batch.responses.joined() {
      findings.check(
        "every token has a finite log-probability of at most 0",
        response.tokens.count == response.logprobs.count
          && response.logprobs.allSatisfy { $0.isFinite && $0 <= subject.tolerance })
      findings.check(
        "responses have 1 to the most tokens asked for", 1...5 ~= response.tokens.count)
      findings.check(
        "a response ends with its stop token or at the limit",
        response.tokens.dropLast().allSatisfy { $0 != stop }
          && (response.tokens.last == stop) == (response.stopReason == .stop))
    }
    // Any two tokens make the text.
    let texts = SamplingParameters(
      maximumTokens: 5, stopTokens: [], stopTexts: StopTexts(["><"], tokenizer: BracketedIDs()))
    let ended = try await subject.weights.sample(requests, texts)
    findings.check(
      "a response ends with the token that completes a stop text",
      ended.responses.joined().allSatisfy {
        $0.tokens.count == 2 && $0.logprobs.count == 2 && $0.stopReason == .stop
      })
    try await scoring(requests, batch, subject, &findings)
    guard subject.isDeterministic else { return }
    async let one = subject.weights.sample(requests, parameters)
    async let other = subject.weights.sample(requests, parameters)
    let pair = (try await one, try await other)
    findings.check(
      "the same streams give the same responses, concurrently too",
      pair.0 == batch && pair.1 == batch)
  }

  private static func scoring(
    _ requests: [SamplingRequest], _ batch: SampledBatch, _ subject: Subject,
    _ findings: inout ConformanceFindings
  ) async throws {
    guard let weights = subject.weights as? any ScoringSampler else { return }
    let responses = zip(requests, batch.responses).flatMap { request, responses in
      responses.map { (prompt: request.prompt, response: $0) }
    }
    let scored = try await weights.score(
      responses.map { ScoringRequest(prompt: $0.prompt, response: $0.response.tokens) })
    findings.check("there is one score per request", scored.scores.count == responses.count)
    for (one, score) in zip(responses, scored.scores) {
      findings.check(
        "a response scores as it was sampled",
        score.logprobs.count == one.response.logprobs.count
          && zip(score.logprobs, one.response.logprobs).allSatisfy {
            abs($0 - $1) <= subject.tolerance
          } && score.endingLogprob == 0)
    }
    let all = try await weights.score([
      ScoringRequest(prompt: subject.prompt, response: [], endings: subject.tokens)
    ])
    findings.check(
      "endings have a probability of at most 1",
      all.scores[0].endingLogprob <= Double(subject.tolerance))
  }

  private static func training(_ subject: Subject, _ findings: inout ConformanceFindings)
    async throws
  {
    let before = try await greedyLogprobs(subject.weights, subject)
    let trainer = try await subject.trainer()
    findings.check(
      "a trainer starts from the weights that it is given",
      areClose(try await greedyLogprobs(trainer, subject), before, subject))
    let report = try await trainer.forwardBackward([subject.sequence(weight: 1)])
    findings.check(
      "a cost is reported just where the engine counts it",
      (report.flops != nil) == subject.engine.countsFLOPs)
    findings.check("every sampled token is scored", report.scoredTokens == 3)
    let frozen = try await trainer.freeze()
    findings.check(
      "weights move with the optimizer's step alone",
      areClose(try await greedyLogprobs(frozen, subject), before, subject))
    let step = try await trainer.optimizerStep(learningRate: 0.05)
    findings.check(
      "a finite gradient is applied", step.applied && step.gradientNorm.isFinite)
    findings.check("a gradient has a norm above zero", step.gradientNorm > 0)
    findings.check(
      "frozen weights stay as they are",
      areClose(try await greedyLogprobs(frozen, subject), before, subject))
    let up = try await loss(of: try await trainer.freeze(), subject)
    let still = try await loss(of: subject.weights, subject)
    findings.check("a positive weight makes its tokens likelier", up < still, "\(up), \(still)")
    let other = try await subject.trainer()
    _ = try await other.forwardBackward([subject.sequence(weight: -1)])
    _ = try await other.optimizerStep(learningRate: 0.05)
    let down = try await loss(of: try await other.freeze(), subject)
    findings.check("a negative weight makes them less likely", down > still, "\(down), \(still)")

    let parts = try await subject.trainer()
    for _ in 0..<2 { _ = try await parts.forwardBackward([subject.sequence(weight: 0.5)]) }
    let sum = try await parts.optimizerStep(learningRate: 0.05)
    findings.check(
      "gradients add up until the step",
      abs(sum.gradientNorm - step.gradientNorm) <= 1e-3 * step.gradientNorm,
      "\(sum.gradientNorm), \(step.gradientNorm)")
    _ = try await parts.forwardBackward([subject.sequence(weight: 1)])
    findings.check(
      "a step clears the gradient",
      (try await parts.optimizerStep(learningRate: 0)).gradientNorm < 1.9 * step.gradientNorm)
  }

  private static func saving(
    _ subject: Subject, in folder: URL, _ findings: inout ConformanceFindings
  ) async throws {
    let frozen = folder.appendingPathComponent("frozen")
    try await subject.engine.save(subject.weights, to: frozen)
    let loaded = try await subject.engine.load(from: frozen)
    findings.check(
      "saved weights come back",
      areClose(
        try await greedyLogprobs(loaded, subject),
        try await greedyLogprobs(subject.weights, subject),
        subject))
    let trainer = try await subject.trainer()
    func step(_ trainer: any Trainer) async throws {
      _ = try await trainer.forwardBackward([subject.sequence(weight: 1)])
      _ = try await trainer.optimizerStep(learningRate: 0.01)
    }
    try await step(trainer)
    let saved = folder.appendingPathComponent("trainer")
    try await trainer.save(to: saved)
    let restored = try await subject.engine.restoreTrainer(
      from: saved, reference: subject.weights, optimizer: EngineConformance.Subject.optimizer)
    try await step(trainer)
    try await step(restored)
    let (one, other) = (
      try await loss(of: try await trainer.freeze(), subject),
      try await loss(of: try await restored.freeze(), subject)
    )
    findings.check(
      "a restored trainer goes on as if nothing had happened, its optimizer included",
      subject.isDeterministic ? one == other : abs(one - other) < Double(subject.tolerance),
      "\(one), \(other)")
  }

  private static func parallelWork(_ subject: Subject, _ findings: inout ConformanceFindings)
    async throws
  {
    for atOnce in [nil, 1, 12] {
      let results = try await subject.engine.map(count: 12, atOnce: atOnce) { index in
        await Task.yield()
        return index
      }
      findings.check("results of parallel work are in order", results == Array(0..<12))
    }
    findings.check(
      "no work has no results", try await subject.engine.map(count: 0) { $0 }.isEmpty)
    struct Failure: Error {}
    do {
      _ = try await subject.engine.map(count: 4) { index in
        if index == 2 { throw Failure() }
        return index
      }
      findings.check("a failure is thrown", false)
    } catch is Failure {
      findings.check("a failure is thrown", true)
    }
  }

  /// Log-probabilities of the most likely continuation.
  private static func greedyLogprobs(_ model: any Sampler, _ subject: Subject) async throws
    -> [Float]
  {
    try await model.sample(
      [
        SamplingRequest(
          prompt: subject.prompt,
          streams: RandomStream(seed: 0, path: "conformance").family("greedy", 0..<1))
      ], SamplingParameters(temperature: 0, maximumTokens: 4, stopTokens: [])
    ).responses[0][0].logprobs
  }

  /// -log p(continuation | prompt), by a trainer that takes no step.
  private static func loss(of weights: any Sampler, _ subject: Subject) async throws -> Double {
    let trainer = try await subject.engine.makeTrainer(
      from: weights, reference: subject.weights,
      optimizer: EngineConformance.Subject.optimizer)
    return try await trainer.forwardBackward([subject.sequence(weight: 1)]).weightedLoss
  }

  private static func areClose(_ a: [Float], _ b: [Float], _ subject: Subject) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= subject.tolerance }
  }
}

/// Token 17 is `<17>`.
private struct BracketedIDs: Tokenizer {
  let vocabularySize = Int(Int32.max)
  let tokens: [String] = []

  func encode(_ text: String) -> [Int32]? { nil }
  func decode(_ tokens: [Int32]) -> String { tokens.map { "<\($0)>" }.joined() }
  func bytes(of id: Int32) -> [UInt8]? { Array("<\(id)>".utf8) }
}

extension EngineConformance.Subject {
  fileprivate func trainer() async throws -> any Trainer {
    try await engine.makeTrainer(
      from: weights, reference: weights,
      optimizer: Self.optimizer)
  }

  fileprivate static var optimizer: AdamWParameters {
    AdamWParameters(weightDecay: 0, clipNorm: 0)
  }

  /// The continuation of the prompt, each token with the given weight.
  fileprivate func sequence(weight: Float) -> TrainingSequence {
    TrainingSequence(
      tokens: prompt + continuation,
      weights: prompt.map { _ in 0 } + continuation.map { _ in weight })
  }
}
