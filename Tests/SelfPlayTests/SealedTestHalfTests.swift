// Locks: no code outside Evaluator.swift can read the problems of the test half or of transfer. Checked with the
// compiler itself: a client that only counts them compiles, one that reads them does not. Also
// locks that the halves are disjoint, that nothing kept was ever solved, and that a stored hard set
// is rebuilt as it was.

import Diagnostics
import Foundation
import LanguageModel
import Numerics
import Randomness
import ReinforcementLearning
import SelfPlay
import TestSupport
import Testing
import Tokenization
import Worlds

@Suite struct SealedTestHalfTests {
  static func compiles(_ expression: String) throws -> (ok: Bool, message: String) {
    let folder = try TemporaryFolder()
    let source = try folder.write(
      """
      import SelfPlay
      func probe(_ set: HardSet, _ transfer: TransferSet, _ evaluator: Evaluator) -> Int {
        \(expression)
      }
      """, to: "probe.swift")
    return try SwiftCompiler.run("swiftc", ["-typecheck", source.path] + SwiftCompiler.asClient)
  }

  @Test func theTestHalfCannotBeRead() throws {
    let control = try Self.compiles(
      "set.test.count + evaluator.testCount + set.train.count + transfer.problems.count"
        + " + evaluator.transferCount")
    #expect(control.ok, "\(control.message)")
    for attempt in [
      "set.test.problems.count", "evaluator.test.count", "evaluator.test.problems.count",
      "transfer.problems.problems.count", "evaluator.transfer.count",
      "evaluator.transfer.problems.count",
    ] {
      let result = try Self.compiles(attempt)
      #expect(!result.ok, "\(attempt) compiles")
      #expect(result.message.contains("inaccessible"), "\(result.message)")
    }
  }

  @Test func halvesAreDisjointUnsolvedAndRebuilt() async throws {
    let world = try EmbeddedWorld(.skills12)
    var shape = ModelConfiguration()
    shape.hiddenSize = 16
    shape.intermediateSize = 16
    shape.layerCount = 1
    let model = Transformer(
      shape.transformer(vocabularySize: world.vocabulary.vocabularySize), seed: 1)
    var configuration = HardSetConfiguration()
    configuration.candidates = 30
    configuration.samples = 2
    configuration.size = 20
    func build(workers: Int) async throws -> HardSet {
      try await HardSet.build(
        task: world, base: LocalSampler(model), configuration: configuration,
        engine: LocalEngine(pool: WorkerPool(workers: workers), vocabulary: [])
      ) { _ in }
    }
    let set = try await build(workers: 1)
    #expect(set.candidates.count == 30)
    #expect(set.train.count == 10)
    #expect(set.test.count == 10)
    for candidate in set.candidates where candidate.fate == .train || candidate.fate == .test {
      #expect(candidate.successes == 0)
    }
    #expect(set.candidates.count { $0.fate == .train } == 10)
    let parallel = try await build(workers: 3)
    #expect(parallel.candidates == set.candidates)
    let rebuilt = try HardSet(
      task: world, configuration: configuration, candidates: set.candidates)
    #expect(rebuilt.train == set.train)
    #expect(rebuilt.test.fingerprints == set.test.fingerprints)
    #expect(Set(rebuilt.test.fingerprints).count == 10)
  }
}
