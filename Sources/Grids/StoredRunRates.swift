import Configuration
import Diagnostics
import Experiments
import Foundation
import RunStore
import SelfPlay
import Tasks

/// Rates of finished runs below `runs/`, made on this kind of processor or on the same server: the
/// fallback estimate for a grid without finished cells, and the forecast of a run.
struct StoredRunRates {
  struct Found {
    /// The run's folder, and the same with what its rate includes.
    var run: String
    var origin: String
    var measurement: CostEstimate.Measurement
    var rates: PartRates
    var workers: Int
    var ended: Date
    /// Mean tokens of a student's response; nil if no arm tells.
    var responseTokens: Double?
  }

  /// Maximum number of runs examined.
  static let mostRuns = 20

  static let shared = StoredRunRates(folder: "runs")

  private var found: [Found] = []

  /// Reads stores of runs that have ended, which are single files, and writes nothing beside them.
  ///
  /// - Parameters:
  ///   - folder: the folder that holds the runs.
  ///   - name: of a run that is not to be read.
  init(folder: String, except name: String? = nil) {
    let manager = FileManager.default
    let names = ((try? manager.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    let runs = names.filter { $0 != name }.map { "\(folder)/\($0)" }.filter { run in
      let store = "\(run)/\(RunStore.fileName)"
      return manager.fileExists(atPath: store)
        && !["-wal", "-journal"].contains { manager.fileExists(atPath: store + $0) }
    }
    let cpu = Provenance.cpu
    for run in runs.suffix(Self.mostRuns) {
      guard let store = try? RunStore.watch(at: URL(fileURLWithPath: run)),
        let record = try? store.run(), record.outcome == .finished,
        let configuration = try? ConfigurationLoader.load(
          RunConfiguration(), text: record.config, name: run),
        let base = try? Self.base(of: configuration),
        let work = try? ExpectedWork(configuration),
        let rates = try? PartRates(configuration, store)
      else { continue }
      let isLocal = configuration.engine.kind == .local
      guard !isLocal || record.cpu == cpu else { continue }
      let threads = "\(record.workers) thread\(record.workers == 1 ? "" : "s")"
      found.append(
        Found(
          run: run,
          origin: isLocal ? "\(run) (\(threads); whatever it pretrained included)" : run,
          measurement: .init(
            base: base, work: work,
            seconds: record.activeSeconds * Double(isLocal ? record.workers : 1)),
          rates: rates, workers: record.workers, ended: record.ended ?? record.started,
          responseTokens: Self.responseTokens((try? store.armRuns()) ?? [])))
    }
  }

  /// Names what runs must share to share a rate: the base model, and the server if there is one.
  static func base(of configuration: RunConfiguration) throws -> String {
    guard configuration.engine.kind == .tinker else {
      return try BaseModelCache.name(.web, configuration)
    }
    let server = "\(configuration.engine.url) \(configuration.engine.baseModel)"
    return "server-\(SHA256.hexDigest(of: server).prefix(16))"
  }

  /// Of arms without a teacher, whose tokens are those of their students alone.
  private static func responseTokens(_ arms: [ArmRunRecord]) -> Double? {
    let own = arms.filter { $0.rollouts > 0 && $0.questions.isEmpty }
      .filter { $0.questionsSource == ArmConfiguration.Source.none.title }
    let rollouts = own.reduce(0) { $0 + $1.rollouts }
    guard rollouts > 0 else { return nil }
    return Double(own.reduce(0) { $0 + $1.tokensSampled }) / Double(rollouts)
  }

  /// The last run with this base model, by its end; preferably one with as many workers, because two threads
  /// of a core are not twice as fast as one.
  func measurement(of base: String, workers: Int? = nil) -> Found? {
    let known = found.filter { $0.measurement.base == base }
    let alike = known.filter { $0.workers == workers }
    return (alike.isEmpty ? known : alike).max { $0.ended < $1.ended }
  }
}
