import RunStore
public import Statistics
import Tasks
import Worlds

/// How much of an experiment's effect runs through how often the base student gives the rewarded
/// answer by itself: right and well-posed questions may teach more because their answers are within
/// reach. Rows are cells x seeds, less their seed's mean; seeds are the clusters.
public struct RateMediation: Codable, Sendable, Equatable {
  /// Structure or correctness.
  public var kind: InterventionEffect.Kind
  public var outcome: InterventionOutcome
  /// Cells of the contrast.
  public var cells: Int
  /// The effect over all lengths, and what is left of it between cells of equal rates.
  public var total, direct: Effect
  /// Total less direct.
  public var indirect: Effect
  /// Of the total, that the rate explains; nil unless the total is decided.
  public var share: Estimate?
  /// Slope of the outcome on the rate, given the kind.
  public var ofRate: Effect

  /// Empty unless all cells have a rate in every seed. The effects are one table.
  static func of(_ effects: InterventionEffects) -> [RateMediation] {
    let designs = effects.cells.map(\.cell)
    let lengths = designs.map(\.lengths).reduce(into: [[Int]]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let keys = InterventionOutcome.allCases.flatMap { outcome in
      [InterventionEffect.Kind.structure, .correctness].map { (kind: $0, outcome: outcome) }
    }
    var found: [(kind: InterventionEffect.Kind, outcome: InterventionOutcome, cells: Int)] = []
    var fitted: [Mediation?] = []
    for (kind, outcome) in keys {
      guard let weights = Contrast(kind, lengths: lengths, cells: designs)?.weights else {
        continue
      }
      let kept = effects.cells.indices.filter { weights[$0] != 0 }
      found.append((kind, outcome, kept.count))
      fitted.append(
        fit(kept.map { effects.cells[$0] }, isFirst: kept.map { weights[$0] > 0 }, outcome))
    }
    return zip(found, Mediation.decided(fitted)).compactMap { key, mediation in
      mediation.map { mediation in
        let path = mediation.paths[0]
        return RateMediation(
          kind: key.kind, outcome: key.outcome, cells: key.cells, total: path.total,
          direct: path.direct, indirect: path.indirect, share: path.share,
          ofRate: mediation.ofMediator)
      }
    }
  }

  /// - Parameter isFirst: whether a cell is on the positive side of the contrast: [cell].
  private static func fit(
    _ cells: [InterventionCell], isFirst: [Bool], _ outcome: InterventionOutcome
  ) -> Mediation? {
    let rates = cells.compactMap(\.seedRates)
    guard rates.count == cells.count, let seeds = cells.first?.seeds else { return nil }
    let values = cells.flatMap { outcome == .trainGain ? $0.seedTrainGains : $0.seedTestPasses }
    let clusters = Grouping(cells.flatMap { _ in 0..<seeds })
    let side = isFirst.flatMap { isFirst in
      [Double](repeating: isFirst ? 1 : 0, count: seeds)
    }
    return Mediation.fit(
      ["kind": side], mediator: rates.flatMap { $0 }, outcome: values,
      within: WithinGroups(clusters), clusters: clusters)
  }
}

extension RunStore {
  /// Share of the base model's samples that give the rewarded answer: mean over an arm's sampled
  /// questions, by arm and seed. Empty without `soar classify --samples`.
  func baseRates() throws -> [String: [Int: Double]] {
    var sums: [String: [Int: (sum: Double, count: Double)]] = [:]
    try forEachQuestion(QuestionSelection(classifier: "")) { row in
      guard row.step == nil, let rate = row.question.samples.last?.agreement else { return }
      sums[row.teacher, default: [:]][row.seed, default: (0, 0)].sum += rate
      sums[row.teacher, default: [:]][row.seed, default: (0, 0)].count += 1
    }
    return sums.mapValues { $0.mapValues { $0.sum / $0.count } }
  }
}
