import Randomness
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
  public var seeds: Int
  /// With the nested bootstrap interval over seeds and problems.
  public var estimate: Estimate
  /// The t interval over the seeds alone; nil with fewer than two seeds.
  public var overSeeds: Estimate?
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
}

/// A whole experiment: its cells, and the differences between them.
public struct InterventionEffects: Codable, Sendable, Equatable {
  /// The k of `testPass`.
  public var k: Int
  public var cells: [InterventionCell]
  public var effects: [InterventionEffect]
  /// Minimum number of seeds for a verdict.
  public static let leastSeeds = 3

  /// The effect for these lengths; nil lengths means over all lengths.
  public func effect(
    _ kind: InterventionEffect.Kind, _ outcome: InterventionOutcome, lengths: [Int]? = nil
  ) -> InterventionEffect? {
    effects.first { $0.kind == kind && $0.outcome == outcome && $0.lengths == lengths }
  }

  /// Decided only if both intervals exclude 0 on the same side.
  public func verdict(_ outcome: InterventionOutcome, lengths: [Int]? = nil) -> Decision {
    guard let effect = effect(.difference, outcome, lengths: lengths),
      effect.seeds >= Self.leastSeeds, let overSeeds = effect.overSeeds
    else { return .undecided }
    let decision = effect.estimate.decision
    return overSeeds.decision == decision ? decision : .undecided
  }

  /// - Returns: nil unless at least two arms form an experiment.
  public init?(_ run: ComparedRun, k: Int) {
    self.k = k
    let measured = run.design.arms.compactMap { arm -> MeasuredCell? in
      guard arm.cells.count == 1, arm.selection.isEmpty, let cell = arm.cells.first else {
        return nil
      }
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
        testPass: measured.arm.mean(.testPass, order))
    }
    var lengths: [[Int]] = []
    for cell in measured where !lengths.contains(cell.cell.lengths) {
      lengths.append(cell.cell.lengths)
    }
    effects = InterventionOutcome.allCases.flatMap { outcome in
      ([nil] + (lengths.count > 1 ? lengths.map { Optional($0) } : [])).flatMap { group in
        InterventionEffect.Kind.allCases.compactMap { kind in
          Contrast(kind, lengths: group.map { [$0] } ?? lengths, cells: measured.map(\.cell)).map {
            Self.effect(
              of: $0, kind, lengths: group, measured.map { $0.arm.scores(outcome, order) }, outcome)
          }
        }
      }
    }
  }

  private static func effect(
    of contrast: Contrast, _ kind: InterventionEffect.Kind, lengths: [Int]?,
    _ scores: [[[[Double]]]], _ outcome: InterventionOutcome
  ) -> InterventionEffect {
    let place = lengths.map { $0.map(String.init).joined(separator: ",") } ?? "all"
    var random = RandomStream(
      seed: 0, path: "interventions/\(kind.rawValue)/\(outcome.rawValue)/\(place)")
    let estimate = PairedBootstrap.estimate(scores, random: &random, statistic: contrast.value)
    let bySeed = scores[0].indices.map { seed in
      contrast.value(scores.map { $0[seed].map(\.mean).mean })
    }
    return InterventionEffect(
      kind: kind, lengths: lengths, outcome: outcome, seeds: bySeed.count,
      estimate: estimate,
      overSeeds: bySeed.count > 1 ? StudentT.interval(bySeed) : nil)
  }
}

private struct MeasuredCell {
  var cell: QuestionDesign
  var arm: MeasuredArm
}
