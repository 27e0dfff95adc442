// Locks: a package that sees nothing but public products defines a task and a reward scheme, runs an
// experiment on them, reads the store and draws a figure; the README shows that code as it is compiled
// here; the task keeps the rules of tasks; a run is not continued on another task, and is left as it
// was; arms that the task lacks the means for are refused; an engine gets no more trainers at once
// than it takes. (This target has no access to what is declared `package`.)

import Conformance
import Diagnostics
import Experiments
import Foundation
import ReinforcementLearning
import Reporting
import RunStore
import SelfPlay
import Testing
import Tokenization

@Suite struct DownstreamTests {
  static func folder() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("downstream-\(UUID().uuidString)")
  }

  /// Small enough for a test: a model of a few thousand parameters that learns for seconds.
  static var configuration: RunConfiguration {
    var configuration = RunConfiguration()
    configuration.model.hiddenSize = 16
    configuration.model.intermediateSize = 32
    configuration.model.layerCount = 1
    configuration.model.contextLength = 16
    configuration.pretraining.drill.steps = 0
    configuration.pretraining.textbook.steps = 150
    configuration.pretraining.web.steps = 50
    configuration.hardSet.candidates = 40
    configuration.hardSet.samples = 4
    configuration.hardSet.size = 8
    configuration.soar.outerSteps = 2
    configuration.soar.datasets = 2
    configuration.soar.questionsPerDataset = 4
    configuration.evaluation.samples = 4
    configuration.evaluation.passAt = [1, 4]
    configuration.teachers = [
      TeacherRunConfiguration(name: "SOAR", reward: RewardSchemeConfiguration("variety"))
    ]
    var arm = ArmConfiguration(
      name: "Varied", source: .trainedTeacher, mixing: .alone, steps: 2)
    arm.sourceCount = 8
    configuration.arms = [ArmConfiguration(name: "Base"), arm]
    return configuration
  }

  @Test func anExperimentOfAnotherPackage() async throws {
    let folder = Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let configuration = Self.configuration

    var schemes = RewardSchemeRegistry.standard
    schemes.register("variety") { _, _ in Variety() }
    let run = try RunExecution.begin(configuration, at: folder, workers: 2)
    try await run.carryOut(
      task: DigitSums(), schemes: schemes, progress: ProgressReporter())
    let rewards = try run.store.outerSteps().map(\.meanReward)
    let reader = PlotReader(directories: [folder.path])
    let files = try Gnuplot.locate().draw(reader.figure(.reward), in: folder, formats: [.svg])

    #expect(rewards.count == 2 && rewards.allSatisfy { 0...1 ~= $0 })
    #expect(try run.store.armRuns().map(\.arm) == ["Base", "Varied"])
    #expect(try Data(contentsOf: files[0]).count > 1000)
  }

  @Test func aRunIsNotContinuedOnAnotherTask() async throws {
    let folder = Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var schemes = RewardSchemeRegistry.standard
    schemes.register("variety") { _, _ in Variety() }
    do {
      let run = try RunExecution.begin(Self.configuration, at: folder, workers: 1)
      try await run.carryOut(
        task: DigitSums(), schemes: schemes, progress: ProgressReporter())
    }
    let again = try RunExecution.resume(at: folder, workers: 1)
    let error = await #expect(throws: UserError.self) {
      try await again.carryOut(progress: ProgressReporter())
    }
    #expect(error?.message.contains("digit-sums") == true)
    // It is as it was.
    #expect(try again.store.run().outcome == .finished)
  }

  @Test func aRunOfTheEmbeddedWorldTakesNoOtherTask() async throws {
    let folder = Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try RunExecution.begin(Self.configuration, at: folder, workers: 1)
    try run.store.commit(
      screening: [ScreeningRecord(candidate: 0, samples: 4, successes: 0, isKept: true)])
    let digest = try run.store.digest()
    let error = await #expect(throws: UserError.self) {
      try await run.carryOut(task: DigitSums())
    }
    #expect(error?.message.contains("embedded-world") == true)
    #expect(try run.store.digest() == digest)
    #expect(try run.store.run().outcome == .running)
  }

  @Test func anEngineHasNoMoreTrainersThanItTakes() async throws {
    let base = Self.folder()
    defer { try? FileManager.default.removeItem(at: base) }
    var plain = Self.configuration
    plain.teachers = []
    plain.arms = [ArmConfiguration(name: "Base")]
    try await RunExecution.begin(plain, at: base, workers: 2).carryOut(task: DigitSums())
    let weights = try Self.engine.load(from: base.appendingPathComponent("checkpoints/base"))
    var rewards: [[Double]] = []
    for maximum in [nil, 2] {
      let folder = Self.folder()
      defer { try? FileManager.default.removeItem(at: folder) }
      let engine = CountingEngine(
        LocalEngine(pool: WorkerPool(workers: 2), vocabulary: DigitSums().tokenizer.tokens),
        maximumTrainers: maximum)
      var configuration = Self.configuration
      configuration.soar.repeats = 2
      configuration.teachers[0].reward = RewardSchemeConfiguration("grounded")
      configuration.arms += (0..<3).map {
        ArmConfiguration(name: "Hard-Only \($0)", steps: 2, groupSize: 4)
      }
      let run = try RunExecution.begin(configuration, at: folder, workers: 2)
      try await run.carryOut(task: DigitSums(), engine: engine, base: .given(weights))
      rewards.append(try run.store.outerSteps().map(\.meanReward))
      #expect(engine.count.most >= 2)
      if let maximum { #expect(engine.count.most <= maximum) }
    }
    #expect(rewards[0] == rewards[1])
  }

  @Test func whatATaskLacksIsRefused() throws {
    var configuration = Self.configuration
    configuration.teachers = []
    var error = try #require(throws: UserError.self) {
      configuration.arms = [
        ArmConfiguration(name: "Curated", source: .curated, mixing: .alone, steps: 1)
      ]
      try configuration.validate(for: DigitSums(), engine: Self.engine)
    }
    #expect(error.place == "arms[0].source")
    error = try #require(throws: UserError.self) {
      configuration.arms = []
      configuration.teachers = [
        TeacherRunConfiguration(name: "SOAR", reward: RewardSchemeConfiguration("solve-rate"))
      ]
      try configuration.validate(for: DigitSums(), engine: Self.engine)
    }
    #expect(error.place == "teachers[0].reward")
  }

  @Test func theTaskKeepsTheRules() async throws {
    let findings = try await TaskConformance.check(DigitSums())
    #expect(findings.isEmpty, "\(findings)")
  }

  @Test func theREADMEShowsThisCode() throws {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    func lines(_ path: String) throws -> [String] {
      try String(contentsOf: package.appendingPathComponent(path), encoding: .utf8)
        .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let known =
      try lines("Tests/DownstreamTests/DigitSums.swift")
      + lines("Tests/DownstreamTests/DownstreamTests.swift")
    let readme = try lines("README.md")
    let start = try #require(readme.firstIndex(of: "```swift"))
    let code = readme[(start + 1)...].prefix { $0 != "```" }
    #expect(code.count >= 30)
    for line in code {
      let isKnown = known.contains(line)
      #expect(isKnown, "\(line)")
    }
  }
}
