// Locks: the embedded world and the local engine keep every rule of their protocols; the suites find
// implementations that break one.

import Conformance
import Diagnostics
import Foundation
import LanguageModel
import Numerics
import Randomness
import ReinforcementLearning
import Tasks
import Testing
import Tokenization
import Worlds

@Suite struct ConformanceTests {
  @Test func theEmbeddedWorldKeepsTheRulesOfTasks() async throws {
    for configuration in [WorldConfiguration.habits12, .skills12, .chain6] {
      let findings = try await TaskConformance.check(EmbeddedWorld(configuration))
      #expect(findings.isEmpty, "\(configuration.name): \(findings)")
      #expect(findings.rules.count > 25)
    }
  }

  @Test func theLocalEngineKeepsTheRulesOfEngines() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("conformance-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for workers in [1, 3] {
      let findings = try await EngineConformance.check(
        Self.subject(workers: workers), in: folder.appendingPathComponent("\(workers)"))
      #expect(findings.isEmpty, "\(findings)")
      #expect(findings.rules.count > 18)
    }
  }

  static func subject(workers: Int) -> EngineConformance.Subject {
    let model = Transformer(
      TransformerConfiguration(
        vocabularySize: 12, hiddenSize: 16, intermediateSize: 16, layerCount: 2, headCount: 2,
        keyValueHeadCount: 1, headDimension: 8, maximumPositions: 32), seed: 7)
    return EngineConformance.Subject(
      engine: LocalEngine(
        pool: WorkerPool(workers: workers), vocabulary: (0..<12).map { "word\($0)" }),
      weights: LocalSampler(model), tokens: [2, 3, 4, 5, 6, 7])
  }

  @Test func aTaskThatBreaksRulesIsFound() async throws {
    let findings = try await TaskConformance.check(CarelessTask())
    for rule in [
      "true answers have a canonical form", "fingerprints tell problems apart",
      "every response is graded",
    ] {
      #expect(findings.violations.contains { $0.hasPrefix(rule) }, "\(rule): \(findings)")
    }
  }

  @Test func anEngineThatBreaksRulesIsFound() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("conformance-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var subject = Self.subject(workers: 1)
    subject.engine = BackwardsEngine(engine: subject.engine)
    let findings = try await EngineConformance.check(subject, in: folder)
    for rule in [
      "a positive weight makes its tokens likelier",
      "costs are nil just where the engine counts none",
    ] {
      #expect(findings.violations.contains { $0.hasPrefix(rule) }, "\(rule): \(findings)")
    }
  }
}

/// Grades one response too few, has no canonical answers and one fingerprint for all.
private struct CarelessTask: ProblemTask {
  let world = try! EmbeddedWorld(.skills12)
  var name: String { "careless" }
  var tokenizer: any Tokenizer { world.vocabulary }
  func studentPrompt(for question: String) -> [Int32] { world.studentPrompt(for: question) }
  var studentLimits: ResponseLimits { world.studentLimits }
  var teacherPrompt: [Int32] { world.teacherPrompt }
  var teacherLimits: ResponseLimits { world.teacherLimits }
  func parse(_ document: Rollout) -> GeneratedQuestion? { nil }
  func canonical(_ answer: String) -> String? { nil }
  func grade(_ requests: [GradingRequest]) -> [[GradedResponse]] {
    world.grade(requests).map { Array($0.dropLast()) }
  }
  func hardCandidates(_ count: Int, using stream: inout RandomStream) -> [CandidateProblem] {
    world.hardCandidates(count, using: &stream)
  }
  func fingerprint(of problem: TrainingQuestion) -> String { "the same" }
}

/// Trains away from what it is told, and says that it counts no costs.
private struct BackwardsEngine: Engine {
  let engine: any Engine
  var name: String { "backwards" }
  var maximumTrainers: Int? { nil }
  var countsFLOPs: Bool { false }

  func makeTrainer(
    from weights: any Sampler, reference: any Sampler, optimizer: AdamWParameters
  ) async throws -> any Trainer {
    BackwardsTrainer(
      trainer: try await engine.makeTrainer(
        from: weights, reference: reference, optimizer: optimizer))
  }
  func restoreTrainer(
    from folder: URL, reference: any Sampler, optimizer: AdamWParameters
  ) async throws -> any Trainer {
    try await engine.restoreTrainer(from: folder, reference: reference, optimizer: optimizer)
  }
  func save(_ weights: any Sampler, to folder: URL) async throws {
    try await engine.save(weights, to: folder)
  }
  func load(from folder: URL) async throws -> any Sampler { try await engine.load(from: folder) }
  func map<Result: Sendable>(
    count: Int, atOnce: Int?, _ body: @escaping @Sendable (Int) async throws -> Result
  ) async throws -> [Result] {
    try await engine.map(count: count, atOnce: atOnce, body)
  }
}

private struct BackwardsTrainer: Trainer {
  let trainer: any Trainer

  func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters) async throws
    -> SampledBatch
  {
    try await trainer.sample(requests, parameters)
  }
  func forwardBackward(_ sequences: [TrainingSequence]) async throws -> LossReport {
    var report = try await trainer.forwardBackward(
      sequences.map {
        TrainingSequence(tokens: $0.tokens, weights: $0.weights.map { -$0 }, klWeight: $0.klWeight)
      })
    report.weightedLoss.negate()
    return report
  }
  func optimizerStep(learningRate: Double) async throws -> OptimizerReport {
    try await trainer.optimizerStep(learningRate: learningRate)
  }
  func freeze() async throws -> any Sampler { try await trainer.freeze() }
  func save(to folder: URL) async throws { try await trainer.save(to: folder) }
}
