public import Statistics
public import Tasks
import Worlds

/// The outcome measured on an experiment's students.
public enum InterventionOutcome: String, Codable, Sendable, CaseIterable {
  /// Greedy accuracy on hard-train minus the base model's, which is zero on most hard sets.
  case trainGain
  /// pass@k on hard-test.
  case testPass
}

/// A difference that the experiment estimates.
public struct InterventionEffect: Codable, Sendable, Equatable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// Well-posed minus ill-posed, over all answers.
    case structure
    /// Correct minus wrong answers, over all kinds of wrong answers, in well-posed questions.
    case correctness
    /// Structure minus correctness: the subject of the finding.
    case difference
    /// The correctness effect in well-posed questions minus that in ill-posed questions.
    case interaction
    /// Correct minus wrong answers of one kind, in well-posed questions.
    case againstShared, againstIdiosyncratic, againstRandom
  }

  public var kind: Kind
  /// Operations of the problems; nil for the mean over all lengths.
  public var lengths: [Int]?
  public var outcome: InterventionOutcome
  public var effect: Effect

  /// The table that it stands in, over which its p-value is adjusted.
  public var family: Family { kind.family }

  public enum Family: CaseIterable, Sendable {
    /// The paper's finding itself.
    case finding
    /// What it is made of.
    case parts
    case further
  }
}

extension InterventionEffect.Kind {
  var family: InterventionEffect.Family {
    switch self {
    case .difference: .finding
    case .structure, .correctness: .parts
    case .interaction, .againstShared, .againstIdiosyncratic, .againstRandom: .further
    }
  }
}

extension Decision {
  /// The verdict on the paper's third finding, that structure matters more than correctness.
  var findingWords: String {
    switch self {
    case .above: "holds"
    case .below: "does not hold"
    case .undecided: "undecided"
    }
  }
}

/// One cell with the results of its students.
public struct InterventionCell: Codable, Sendable, Equatable {
  public var cell: QuestionDesign
  public var arm: String
  public var seeds: Int
  public var trainGain: Estimate
  public var testPass: Estimate
  /// Each seed's mean, in the same order for all cells: [seed].
  public var seedTrainGains: [Double]
  public var seedTestPasses: [Double]
  /// Each seed's mean rate of the base student on the rewarded answers, 0...1; nil unless every seed's
  /// questions were sampled.
  public var seedRates: [Double]?

  /// Mean of the seeds' rates.
  var rate: Double? { seedRates.map(\.mean) }
}

/// A whole experiment: its cells, and the differences between them.
public struct InterventionEffects: Codable, Sendable, Equatable {
  /// The k of `testPass`.
  public var k: Int
  public var cells: [InterventionCell]
  public var effects: [InterventionEffect]
  /// The effect for these lengths; nil lengths means over all lengths.
  public func effect(
    _ kind: InterventionEffect.Kind, _ outcome: InterventionOutcome, lengths: [Int]? = nil
  ) -> InterventionEffect? {
    effects.first { $0.kind == kind && $0.outcome == outcome && $0.lengths == lengths }
  }

  /// - Returns: nil where the experiment lacks questions that the rule compares.
  public func verdict(_ outcome: InterventionOutcome, lengths: [Int]? = nil) -> Decision? {
    effect(.difference, outcome, lengths: lengths)?.effect.decision
  }

  /// - Returns: nil unless at least two arms form an experiment.
  public init?(_ run: ComparedRun, k: Int) {
    self.k = k
    let measured = run.design.arms.compactMap { arm -> MeasuredCell? in
      guard arm.cells.count == 1, arm.selection.isEmpty, arm.reach.isEmpty,
        let cell = arm.cells.first
      else { return nil }
      return MeasuredArm(arm, in: run, k: k).map { MeasuredCell(cell: cell, arm: $0) }
    }
    let seeds = measured.map { Set($0.arm.seeds) }.reduce(nil) { (all: Set<Int>?, own) in
      all?.intersection(own) ?? own
    }
    guard measured.count > 1, let seeds, !seeds.isEmpty else { return nil }
    let order = seeds.sorted()
    cells = measured.map { measured in
      InterventionCell(
        cell: measured.cell, arm: measured.arm.name, seeds: order.count,
        trainGain: measured.arm.mean(.trainGain, order),
        testPass: measured.arm.mean(.testPass, order),
        seedTrainGains: measured.arm.means(.trainGain, order),
        seedTestPasses: measured.arm.means(.testPass, order),
        seedRates: Self.rates(run.baseRates[measured.arm.name], order))
    }
    var lengths: [[Int]] = []
    for cell in measured where !lengths.contains(cell.cell.lengths) {
      lengths.append(cell.cell.lengths)
    }
    let all = InterventionOutcome.allCases.flatMap { outcome in
      ([nil] + (lengths.count > 1 ? lengths.map { Optional($0) } : [])).flatMap { group in
        InterventionEffect.Kind.allCases.compactMap { kind in
          Contrast(kind, lengths: group.map { [$0] } ?? lengths, cells: measured.map(\.cell)).map {
            InterventionEffect(
              kind: kind, lengths: group, outcome: outcome,
              effect: Effect(
                CrossedMean(
                  arms: measured.map { $0.arm.scores(outcome, order) }, weights: $0.weights)))
          }
        }
      }
    }
    effects = InterventionEffect.Family.allCases.flatMap { family in
      all.filter { $0.family == family }.decided(\.effect)
    }
  }
}

extension InterventionEffects {
  private static func rates(_ rates: [Int: Double]?, _ seeds: [Int]) -> [Double]? {
    let found = seeds.compactMap { rates?[$0] }
    return found.count == seeds.count ? found : nil
  }
}

private struct MeasuredCell {
  var cell: QuestionDesign
  var arm: MeasuredArm
}
