package import Diagnostics
package import Experiments
import Foundation
import LanguageModel
import ReinforcementLearning
import SelfPlay
import Tokenization
import Worlds

/// The input of the stages that need a trained model: the base model, world and hard set of the
/// preset `quick`, made once.
package final class BenchSubject {
  package struct Prepared: Sendable {
    let configuration: RunConfiguration
    let world: EmbeddedWorld
    let base: Transformer
    let hardSet: HardSet

    var sampler: LocalSampler { LocalSampler(base) }

    /// - Parameter sharesPrefixes: whether identical rollouts are computed once; as in a run by
    ///   default.
    func engine(_ pool: WorkerPool, sharesPrefixes: Bool? = nil) -> LocalEngine {
      LocalEngine(
        pool: pool, vocabulary: world.vocabulary.tokens,
        sharesPrefixes: sharesPrefixes ?? configuration.compute.sharesPrefixes)
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
      configuration: configuration, task: world, cache: cache, pool: pool, progress: progress
    ).model()
    let hardSet = try await HardSet.build(
      task: world, base: LocalSampler(base), configuration: configuration.hardSet,
      engine: LocalEngine(pool: pool, vocabulary: world.vocabulary.tokens)
    ) { _ in }
    let prepared = Prepared(
      configuration: configuration, world: world, base: base, hardSet: hardSet)
    made = prepared
    return prepared
  }
}

/// Requires a correct result before timing: fails if it differs from what it must equal.
func benchRequire(_ holds: Bool, _ what: @autoclosure () -> String) throws {
  guard holds else { throw BenchFailure(what: what()) }
}

struct BenchFailure: Error, CustomStringConvertible {
  let what: String

  var description: String { "bench: a check failed, nothing was timed: \(what)" }
}
