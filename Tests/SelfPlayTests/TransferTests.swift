// Locks: transfer problems have the lengths and operations that the configuration names, by default
// those that hard problems never have; those kept were never solved, and a stored set is rebuilt as it
// was; every arm is measured on them once, at its end; without a set nothing is.

import Diagnostics
import LanguageModel
import Randomness
import ReinforcementLearning
import SelfPlay
import Testing
import TextTasks
import Tokenization
import Worlds

@Suite struct TransferTests {
  static let world = OuterLoopTests.world

  @Test func problemsAreOfAnotherDistribution() {
    let transfer = TransferConfiguration(size: 64)
    let lengths = transfer.lengths(in: Self.world.configuration)
    let operations = transfer.operations(in: Self.world.configuration)
    #expect(lengths == [4, 5, 9, 10])
    #expect(
      operations == [.times7, .mirror, .rev, .minus4, .swap, .times9, .rot, .times3])
    var stream = RandomStream(seed: 4, path: "transfer")
    var (seenLengths, seenOperations) = (Set<Int>(), Set<DigitOperation>())
    for _ in 0..<300 {
      let problem = Self.world.sampleTransferProblem(
        lengths: lengths, operations: operations, minimumTargetOperations: 3, using: &stream)
      #expect(Self.world.parseQuestion(problem.tokens).kind == .wellPosed)
      let targets = Set(Self.world.operations(.target))
      #expect(problem.links.count { targets.contains($0.operation) } >= 3)
      seenLengths.insert(problem.length)
      seenOperations.formUnion(problem.links.map(\.operation))
    }
    #expect(seenLengths == Set(lengths) && seenOperations == Set(operations))
    #expect(seenLengths.isDisjoint(with: Self.world.configuration.hardLengths))
  }

  @Test func theSetIsScreenedAndRebuilt() async throws {
    var shape = ModelConfiguration()
    shape.hiddenSize = 16
    shape.intermediateSize = 16
    shape.layerCount = 1
    let model = Transformer(
      shape.transformer(vocabularySize: Self.world.vocabulary.vocabularySize), seed: 1)
    var configuration = TransferConfiguration(size: 6)
    configuration.candidates = 12
    func build(_ workers: Int) async throws -> TransferSet {
      try await TransferSet.build(
        world: Self.world, base: LocalSampler(model), configuration: configuration, samples: 2,
        engine: LocalEngine(pool: WorkerPool(workers: workers), vocabulary: [])
      ) { _ in }
    }
    let set = try await build(1)
    #expect(set.candidates.count == 12 && set.problems.count == 6)
    #expect(set.candidates.filter { $0.fate == .test }.allSatisfy { $0.successes == 0 })
    #expect(set.candidates.allSatisfy { [4, 5, 9, 10].contains($0.length) })
    let other = try await build(3)
    #expect(other.candidates == set.candidates)
    #expect(other.problems.fingerprints == set.problems.fingerprints)
    let rebuilt = TransferSet(
      world: Self.world, configuration: configuration, samples: 2, candidates: set.candidates)
    #expect(rebuilt.problems.fingerprints == set.problems.fingerprints)
    #expect(Set(rebuilt.problems.fingerprints).count == 6)
  }

  @Test func armsAreMeasuredAtTheirEnd() async throws {
    let fixture = OuterLoopTests.Fixture()
    let loop = fixture.loop()
    func outcome(_ transfer: SealedTestHalf?) async throws -> ArmOutcome {
      let runner = ArmRunner(
        teacher: loop.teacher, innerLoop: loop.innerLoop,
        evaluator: Evaluator(
          task: Self.world, engine: loop.engine, hardTrain: fixture.hard,
          test: SealedTestHalf(sealing: [], of: Self.world),
          transfer: transfer),
        evaluation: EvaluationConfiguration())
      let outcome = try await runner.run(
        ArmTests.arm(.untrainedTeacher, count: 8), base: fixture.policies().base,
        teacher: nil, stream: RandomStream(seed: 1, path: "arm"))
      return try #require(outcome)
    }
    // The scripted student gains one known problem per step, the first three of these.
    let with = try await outcome(
      SealedTestHalf(sealing: Array(fixture.hard.prefix(8)), of: Self.world))
    #expect(with.points.dropLast().allSatisfy { $0.transfer == nil })
    let counts = try #require(with.points.last?.transfer)
    #expect(counts.successes == [32, 32, 32, 0, 0, 0, 0, 0])
    let without = try await outcome(nil)
    #expect(without.points.allSatisfy { $0.transfer == nil })
  }

  @Test func configurations() throws {
    var configuration = RunConfiguration()
    #expect(!configuration.transfer.isOn)
    for name in RunConfiguration.presetNames {
      let preset = try #require(RunConfiguration.preset(name))
      // Experiments on questions ask what teaches, not how far it carries, and text has no transfer set.
      #expect(
        preset.transfer.isOn
          == (!["causal", "phase"].contains(name) && preset.task.kind == .world))
      try preset.validate()
    }
    configuration.world = .skills12
    func complaint(_ change: (inout TransferConfiguration) -> Void) throws -> String? {
      configuration.transfer = TransferConfiguration(size: 64)
      change(&configuration.transfer)
      return try #require(throws: UserError.self) { try configuration.validate() }.place
    }
    #expect(try complaint { $0.lengths = [4, 11] } == "transfer.lengths")
    #expect(try complaint { $0.minimumTargetOperations = 5 } == "transfer.minimumTargetOperations")
    #expect(try complaint { $0.candidates = 63 } == "transfer.size")
    #expect(
      try complaint {
        $0.operations = [.rot]
        $0.minimumTargetOperations = 1
      } == "transfer.minimumTargetOperations")
    configuration.world.operations.removeAll { $0.name == .rot }
    #expect(try complaint { $0.operations = [.rot] } == "transfer.operations")
    configuration.world.hardLengths = Array(1...10)
    configuration.world.hardMinimumTargetOperations = 0
    #expect(try complaint { _ in } == "transfer.lengths")
    // Whatever else it says, a section without a size is off.
    configuration.transfer = TransferConfiguration()
    configuration.transfer.lengths = [99]
    try configuration.validate()
  }
}
