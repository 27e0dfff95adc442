/// How far two classifications of the same items agree beyond chance: Cohen's kappa (1960), with the
/// standard error of Fleiss, Cohen and Everitt (1969).
public struct CohenKappa: Sendable, Equatable {
  /// (p_o - p_e) / (1 - p_e), with its normal interval within -1...1. No interval where the standard
  /// error is zero: without a disagreement, or with one category on one side.
  public let estimate: Estimate
  public let standardError: Double
  /// p_o, the share of items on which both agree, 0...1.
  public let agreement: Double
  /// p_e, the agreement expected of independent classifications with the same shares.
  public let chance: Double

  /// - Parameter table: items by first and second classification: [category][category].
  /// - Returns: nil without items, and where both classifications know one category only.
  public init?(_ table: [[Int]], level: Double = 0.95) {
    precondition(table.allSatisfy { $0.count == table.count && $0.allSatisfy { $0 >= 0 } })
    let n = Double(table.reduce(0) { $0 + $1.reduce(0, +) })
    guard n > 0 else { return nil }
    let p = table.map { row in row.map { Double($0) / n } }
    let rows = p.map { $0.reduce(0, +) }
    let columns = p.indices.map { column in p.reduce(0) { $0 + $1[column] } }
    let agreement = p.indices.reduce(0) { $0 + p[$1][$1] }
    let chance = p.indices.reduce(0) { $0 + rows[$1] * columns[$1] }
    guard chance < 1 else { return nil }
    let kappa = (agreement - chance) / (1 - chance)
    var sum = 0.0
    for i in p.indices {
      for j in p.indices {
        let weight =
          i == j
          ? 1 - (rows[i] + columns[i]) * (1 - kappa) : (1 - kappa) * (columns[i] + rows[j])
        sum += p[i][j] * weight * weight
      }
    }
    let shift = kappa - chance * (1 - kappa)
    let variance = max(0, sum - shift * shift) / ((1 - chance) * (1 - chance) * n)
    let error = variance.squareRoot()
    let reach = error * StandardNormal.quantile((1 + level) / 2)
    estimate =
      error > 1e-7
      ? Estimate(
        value: kappa, lower: max(-1, kappa - reach), upper: min(1, kappa + reach), level: level)
      : Estimate(value: kappa)
    standardError = error
    self.agreement = agreement
    self.chance = chance
  }
}

/// A binary label beside the truth.
public struct ConfusionTable: Sendable, Equatable {
  public var truePositives = 0
  public var falsePositives = 0
  public var falseNegatives = 0
  public var trueNegatives = 0

  public init() {}

  public init(truePositives: Int, falsePositives: Int, falseNegatives: Int, trueNegatives: Int) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
    self.trueNegatives = trueNegatives
  }

  public mutating func add(truth: Bool, label: Bool) {
    switch (truth, label) {
    case (true, true): truePositives += 1
    case (true, false): falseNegatives += 1
    case (false, true): falsePositives += 1
    case (false, false): trueNegatives += 1
    }
  }

  public var positives: Int { truePositives + falseNegatives }
  public var negatives: Int { falsePositives + trueNegatives }
  public var count: Int { positives + negatives }

  /// P(label | truth), with exact limits as all four; nil without such items.
  public var sensitivity: Estimate? { Self.share(truePositives, of: positives) }
  /// P(no label | no truth).
  public var specificity: Estimate? { Self.share(trueNegatives, of: negatives) }
  /// P(truth | label).
  public var positivePredictiveValue: Estimate? {
    Self.share(truePositives, of: truePositives + falsePositives)
  }
  /// P(no truth | no label).
  public var negativePredictiveValue: Estimate? {
    Self.share(trueNegatives, of: trueNegatives + falseNegatives)
  }
  /// Share of items whose label is right.
  public var agreement: Estimate? { Self.share(truePositives + trueNegatives, of: count) }

  public var kappa: CohenKappa? {
    CohenKappa([[truePositives, falseNegatives], [falsePositives, trueNegatives]])
  }

  private static func share(_ count: Int, of total: Int) -> Estimate? {
    guard total > 0 else { return nil }
    let limits = BinomialLimits(successes: Double(count), of: Double(total))
    return Estimate(
      value: Double(count) / Double(total), lower: limits.lower, upper: limits.upper)
  }
}
