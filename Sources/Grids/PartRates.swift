import Experiments
import RunStore
import SelfPlay

/// Seconds that a finished run took for a rollout of each kind of part. Loops also write questions and train
/// a teacher, and arms measure more than they train, so that one rate for all would depend on how much of
/// each a run has.
struct PartRates {
  private let hardSet: HardSetConfiguration
  /// On one thread, or of a whole server; nil if the run had none of it.
  private let preparation, loops, arms: Double?
  /// Over everything.
  private let overall: Double

  /// - Parameter store: of a finished run of this configuration.
  /// - Throws: if the store cannot be read.
  init(_ configuration: RunConfiguration, _ store: RunStore) throws {
    hardSet = configuration.hardSet
    let parts = try ExpectedWork.parts(of: configuration)
    func work(_ kinds: Set<WorkPlan.Stage.Kind>) -> Double {
      parts.filter { kinds.contains($0.kind) }.reduce(0) { $0 + $1.work.rollouts }
    }
    func rate(_ seconds: Double, _ work: Double) -> Double? {
      seconds > 0 && work > 0 ? seconds / work : nil
    }
    let progress = try store.progress(rewards: 1, questions: 0)
    let isLocal = configuration.engine.kind == .local
    let threads = isLocal ? Double(progress.run.workers) : 1
    let all = progress.run.activeSeconds * threads
    overall = rate(all, work(Set(WorkPlan.Stage.Kind.allCases))) ?? 0
    guard isLocal else {
      // Students wait for a server side by side: the sum of their times is no measure of it.
      (preparation, loops, arms) = (nil, nil, nil)
      return
    }
    let ofLoops = threads * progress.loops.reduce(0) { $0 + $1.seconds }
    let ofArms = progress.arms.map(\.seconds).filter(\.isFinite).reduce(0, +)
    loops = rate(ofLoops, work([.outerLoop]))
    arms = rate(ofArms, work([.arm]))
    preparation = rate(all - ofLoops - ofArms, work([.hardSet, .transfer]))
  }

  /// How the parts of a run compare, by their rollouts, for want of an earlier run.
  static func relative(_ configuration: RunConfiguration) throws -> ExpectedDuration {
    let parts = try ExpectedWork.parts(of: configuration)
    func shares(_ kind: WorkPlan.Stage.Kind) -> [ExpectedDuration.Part] {
      parts.filter { $0.kind == kind }
        .map { ExpectedDuration.Part(name: $0.name, seconds: $0.work.rollouts) }
    }
    return ExpectedDuration(
      preparation: 0, loops: shares(.outerLoop), arms: shares(.arm), basis: "this run so far",
      isRelative: true)
  }

  /// How long another run should take.
  ///
  /// - Parameter workers: threads of that run; unused on a server.
  func duration(of configuration: RunConfiguration, workers: Int) throws -> ExpectedDuration {
    let parts = try ExpectedWork.parts(of: configuration)
    let threads = configuration.engine.kind == .local ? Double(max(1, workers)) : 1
    func expected(
      _ kind: WorkPlan.Stage.Kind, _ rate: Double?
    ) -> [ExpectedDuration.Part] {
      parts.filter { $0.kind == kind }.map {
        ExpectedDuration.Part(
          name: $0.name, seconds: $0.work.rollouts * (rate ?? overall) / threads)
      }
    }
    // Screening by samples and by probabilities, with and without confirmation, has different rates.
    let isAlike =
      configuration.hardSet.by == hardSet.by
      && configuration.hardSet.counts.isEmpty == hardSet.counts.isEmpty
      && (configuration.hardSet.confirmationSamples > 0) == (hardSet.confirmationSamples > 0)
    let prepared = isAlike ? preparation : nil
    return ExpectedDuration(
      preparation: (expected(.hardSet, prepared) + expected(.transfer, prepared))
        .reduce(0) { $0 + $1.seconds },
      loops: expected(.outerLoop, loops), arms: expected(.arm, arms), basis: "earlier runs")
  }
}
