import Diagnostics
import Experiments
public import RunStore
import SelfPlay
public import Statistics

/// The rewards of a run's outer loops whose students are measured on hard-train, and what the loops
/// earned beyond the permuted control: drift earns as much without knowing which dataset helped, so
/// only the difference is learning.
public struct LoopRewards: Codable, Sendable, Equatable {
  public struct Loop: Codable, Sendable, Equatable {
    public var teacher: String
    public var scheme: String
    /// Mean of R_t over all steps of a seed: the area under the curve per step.
    public var mean: Estimate
    /// Mean of R_t over the last third of the steps.
    public var last: Estimate
    /// Mean over the steps less that of the permuted loop of the same seed, over the steps that both
    /// have; nil for the control itself and without one.
    public var learned: Effect?
    /// Seeds in which it is above the control.
    public var seedsAbove: Int
  }

  public var loops: [Loop]
  public var allocations: [String]

  /// - Parameter kinds: what each loop's questions are (``RunConfiguration/questionKind(of:)``), by its
  ///   name: a control is one only for loops of the same kind.
  public init(_ steps: [OuterStepRecord], kinds: [String: String] = [:]) {
    let measured = steps.filter {
      OuterStepRecord.isGain($0.scheme) && $0.meanReward.isFinite
    }
    let names = measured.reduce(into: [String]()) {
      if !$0.contains($1.teacher) { $0.append($1.teacher) }
    }
    let curves = names.map { name in
      Dictionary(grouping: measured.filter { $0.teacher == name }, by: \.seed).mapValues {
        $0.sorted { $0.step < $1.step }.map(\.meanReward)
      }
    }
    func scheme(_ name: String) -> String {
      measured.first { $0.teacher == name }?.scheme ?? OuterStepRecord.groundedScheme
    }
    func control(of name: String) -> Int? {
      guard scheme(name) != OuterStepRecord.permutedScheme else { return nil }
      return names.firstIndex {
        scheme($0) == OuterStepRecord.permutedScheme && kinds[$0] == kinds[name]
      }
    }
    loops = names.enumerated().map { index, name in
      let seeds = curves[index].keys.sorted()
      let rewards = seeds.compactMap { curves[index][$0] }
      var pairs: [Double] = []
      if let control = control(of: name) {
        pairs = seeds.compactMap { seed in
          guard let own = curves[index][seed], let other = curves[control][seed] else { return nil }
          let count = min(own.count, other.count)
          return own.prefix(count).mean - other.prefix(count).mean
        }
      }
      return Loop(
        teacher: name, scheme: scheme(name),
        mean: CrossedMean(seeds: rewards.map(\.mean)).estimate(),
        last: CrossedMean(seeds: rewards.map { $0.suffix(max(1, $0.count / 3)).mean }).estimate(),
        learned: pairs.isEmpty
          ? nil
          : Effect(CrossedMean(seeds: pairs, extent: rewards.joined().map(abs).max())),
        seedsAbove: pairs.count { $0 > 0 })
    }.decided(\.learned)
    let shares = StudentAllocation.all(steps)
    allocations = shares.map(\.text).distinct.map { text in
      let teachers = shares.filter { $0.text == text }.map(\.teacher)
      return "\(teachers.listedNames): \(text)"
    }
  }

  /// A table and sentences; empty if no loop measures students.
  ///
  /// - Parameter measure: what of the students the rewards are gains in.
  func markdown(gainsIn measure: SOARConfiguration.RewardMeasure = .greedy) -> String {
    guard !loops.isEmpty else { return "" }
    let hasControl = loops.contains { $0.learned != nil }
    // Gains of a probability are small.
    let digits = measure == .probability ? 3 : 1
    let rows = loops.map { loop in
      [
        Markdown.escape(loop.teacher), Markdown.escape(loop.scheme),
        Format.estimate(loop.mean, least: digits), Format.estimate(loop.last, least: digits),
      ]
        + (hasControl
          ? (loop.learned.map { ["\(loop.seedsAbove)"] + Format.effectCells($0, least: digits) }
            ?? [Format.missing] + Format.noEffect) : [])
    }
    let table = Markdown.table(
      ["loop", "reward", "R_t, mean of all steps", "R_t, last third"]
        + (hasControl ? ["seeds above the control"] + Format.effectHeader : []), rows, leading: 2)
    let note =
      hasControl
      ? "The effect is a loop's mean R_t less that of the loop with permuted rewards of the same "
        + "seed and the same kind of questions. Permuted rewards are the measured ones, shuffled "
        + "among the datasets of their step: what a teacher earns there is drift."
      : "No loop has permuted rewards: what a teacher learned cannot be told from drift."
    let students = allocations.map { "- \(Markdown.escape($0, limit: 500))" }
    let shares =
      students.isEmpty
      ? "" : "\n\nHow students were shared among datasets:\n\n\(students.joined(separator: "\n"))"
    let unit =
      measure == .greedy
      ? "R_t in percentage points of hard-train"
      : "R_t is the gain in the \(measure.words) on hard-train, in percentage points"
    return """
      ### What the teachers earned

      \(unit); 95% intervals over seeds.

      \(table)

      \(note)\(shares)
      """
  }
}
