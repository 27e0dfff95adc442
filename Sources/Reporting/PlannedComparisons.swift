import Experiments
public import RunStore
public import SelfPlay
public import Statistics

/// The comparisons that the configuration planned before the run: one family, adjusted together.
/// Those without data count in it too, so that missing arms never lower a p-value.
public struct PlannedComparisons: Codable, Sendable, Equatable {
  public struct Row: Codable, Sendable, Equatable {
    public var arm: String
    public var reference: String
    /// Such as `pass@32 on hard-test`.
    public var measure: String
    /// Student step of the measurement; 0 is the end of training.
    public var step: Int
    /// Means over the seeds that both arms have, 0 to 1; nil without such a seed.
    public var armMean: Double?
    public var referenceMean: Double?
    /// The arm less the reference, paired by seed.
    public var difference: Effect?
    /// Seeds in which the arm is ahead.
    public var seedsAhead: Int
    public var seedsPlanned: Int
    /// What is missing and why, in sentences.
    public var missing: [String]
  }

  public var rows: [Row]

  /// - Parameters:
  ///   - armRuns: all students of the run.
  ///   - events: of the run; those of the kinds `skipped` and `cost-not-reached` say why an arm is missing,
  ///     or at what share of its cost it ended.
  public init(
    _ configuration: RunConfiguration, armRuns: [ArmRunRecord], events: [EventRecord]
  ) {
    rows = configuration.plan.map { comparison in
      let arm = PlannedArm(comparison.arm, comparison, configuration, armRuns, events)
      let reference = PlannedArm(comparison.reference, comparison, configuration, armRuns, events)
      return Row(comparison, arm, reference, configuration)
    }.decided(\.difference, familySize: configuration.plan.count)
  }

  /// Steps before the end of training at which the plan measures.
  var steps: [Int] { Set(rows.map(\.step)).filter { $0 > 0 }.sorted() }

  /// The section of the report; empty without a plan.
  var markdown: String {
    guard !rows.isEmpty else { return "" }
    let cells = rows.map { row in
      [
        "**\(Markdown.escape(row.arm))**", "**\(Markdown.escape(row.reference))**",
        Markdown.escape("\(row.measure), \(row.place)"),
        row.armMean.map(Format.points) ?? Format.missing,
        row.referenceMean.map(Format.points) ?? Format.missing,
        row.difference.map { "\(row.seedsAhead) of \($0.seeds)" } ?? Format.missing,
      ] + (row.difference.map { Format.effectCells($0) } ?? Format.noEffect)
    }
    let table = Markdown.table(
      ["arm", "reference", "measure", "arm, mean", "reference, mean", "seeds ahead"]
        + Format.effectHeader, cells, leading: 3)
    let missing = rows.filter { !$0.missing.isEmpty }.map { row in
      let words = row.missing.joined(separator: "; ")
      return "- \(Markdown.escape("\(row.title): \(words).", limit: 2000))"
    }
    let found =
      missing.isEmpty
      ? "" : "\n\nWhat the plan's data lack:\n\n" + missing.joined(separator: "\n")
    return """
      ## Planned comparisons

      Fixed in the configuration (`plan`) before the run, in percentage points, with 95% intervals \
      over seeds and the problems that they share. Holm's adjustment is over all \
      \(rows.count.counted("planned comparison")), with or without data. Every other comparison in this \
      report is exploratory.

      \(table)\(found)
      """
  }
}

extension PlannedComparisons.Row {
  fileprivate init(
    _ comparison: PlannedComparison, _ arm: PlannedArm, _ reference: PlannedArm,
    _ configuration: RunConfiguration
  ) {
    self.init(
      arm: comparison.arm, reference: comparison.reference,
      measure: comparison.measure.title(configuration.evaluation), step: comparison.step,
      seedsAhead: 0, seedsPlanned: configuration.seeds.count,
      missing: arm.missing + reference.missing)
    let seeds = configuration.seeds.filter { arm.scores[$0] != nil && reference.scores[$0] != nil }
    let sides = [arm, reference].map { side in seeds.compactMap { side.scores[$0] } }
    let all = sides.joined().joined()
    guard let first = all.first else { return }
    let common = all.reduce(Set(first.keys)) { $0.intersection($1.keys) }
    guard !common.isEmpty else {
      missing.append("the two share no problem")
      return
    }
    if all.contains(where: { $0.count > common.count }) {
      missing.append("only the \(common.count.counted("problem")) that all students share count")
    }
    let problems = common.sorted()
    let scores = sides.map { $0.map { $0.map { student in problems.compactMap { student[$0] } } } }
    armMean = CrossedMean(students: scores[0]).value
    referenceMean = CrossedMean(students: scores[1]).value
    difference = Effect(CrossedMean(arms: scores, weights: [1, -1]))
    seedsAhead = zip(scores[0], scores[1]).count { arm, reference in
      arm.map(\.mean).mean > reference.map(\.mean).mean
    }
  }

  var place: String { step == 0 ? "end of training" : "step \(step)" }

  fileprivate var title: String { "\(arm) against \(reference), \(measure), \(place)" }
}

extension PlannedComparison.Measure {
  func title(_ evaluation: EvaluationConfiguration) -> String {
    switch self {
    case .testPass: "pass@\(evaluation.largestK) on hard-test"
    case .trainGreedy: "greedy on hard-train"
    }
  }
}

extension EvaluationConfiguration {
  var largestK: Int { passAt.max() ?? 1 }
}
