package import Diagnostics
package import Experiments
import Foundation
import LanguageModel
import ReinforcementLearning
import SelfPlay
import Tokenization
import Worlds

/// What the stages that need a trained model work on: the base model, world and hard set of the
/// preset `quick`, made once.
package final class BenchSubject {
  package struct Prepared: Sendable {
    let configuration: RunConfiguration
    let world: EmbeddedWorld
    let base: Transformer
    let hardSet: HardSet

    var policy: LocalPolicy {
      LocalPolicy(base, reference: base, vocabulary: world.vocabulary.tokens)
    }
  }

  private let cache: BaseModelCache
  private let progress: ProgressReporter
  private var made: Prepared?

  package init(cache: BaseModelCache, progress: ProgressReporter) {
    self.cache = cache
    self.progress = progress
  }

  package func prepared() async throws -> Prepared {
    if let made { return made }
    let configuration = RunConfiguration()
    let world = try EmbeddedWorld(configuration.world)
    let pool = WorkerPool(workers: ProcessInfo.processInfo.activeProcessorCount)
    let base = try await BaseModelSource(
      configuration: configuration, world: world, cache: cache, pool: pool, progress: progress
    ).model()
    let hardSet = try await HardSet.build(
      world: world, base: LocalPolicy(base, reference: base, vocabulary: world.vocabulary.tokens),
      configuration: configuration.hardSet, pool: pool
    ) { _ in }
    let prepared = Prepared(
      configuration: configuration, world: world, base: base, hardSet: hardSet)
    made = prepared
    return prepared
  }
}

/// A result differs from what it must equal: nothing is timed that is wrong.
func benchRequire(_ holds: Bool, _ what: @autoclosure () -> String) throws {
  guard holds else { throw BenchFailure(what: what()) }
}

struct BenchFailure: Error, CustomStringConvertible {
  let what: String

  var description: String { "bench: a check failed, nothing was timed: \(what)" }
}
