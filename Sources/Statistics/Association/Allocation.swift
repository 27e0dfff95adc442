/// How well one outer step tells its datasets apart, and how to share its students among datasets.
///
/// A teacher's leave-one-out gradient over g datasets with r students each has a squared ratio of
/// signal to noise in proportion to
///
///     (g - 1) ICC(r),   ICC(r) = r ICC / (1 + (r - 1) ICC),
///
/// where ICC is the share of the variance of one student's reward that lies between datasets of the
/// same step (docs/statistics.md derives it). With students alone to pay for, that grows with g at any
/// g r, so that r = 1 is best; where a dataset costs something itself, a whole number of repeats near
/// √((c_dataset / c_student) (1 - ICC) / ICC), as in cluster sampling (Cochran 1977, section 10.6).
public struct Allocation: Sendable, Equatable {
  /// g and r, and the information (g - 1) ICC(r) of a step, 0...g - 1.
  public struct Plan: Sendable, Equatable {
    public var datasets: Int
    public var repeats: Int
    public var information: Double
  }

  /// ICC(1) within steps, at most 1, with an F interval that is exact for normal rewards alone.
  /// Negative if datasets differ less than their students' noise would make them.
  public var reliability: Estimate
  /// The step as it was; its information counts a negative ICC as none.
  public var measured: Plan
  /// The most information at the same cost; nil unless the ICC is above zero.
  public var advised: Plan?

  /// - Parameters:
  ///   - rewards: `[step][dataset][student]`; steps with another shape than the first are skipped.
  ///   - datasetCost: of writing a dataset, in units of one student's training; 0 or more.
  /// - Returns: nil with one student per dataset, which says nothing about noise; for rewards that
  ///   are not finite; and where students of no dataset differ.
  public static func estimate(
    _ rewards: [[[Double]]], datasetCost: Double = 0, level: Double = 0.95
  ) -> Allocation? {
    guard let g = rewards.first?.count, let r = rewards.first?.first?.count, g > 1, r > 1 else {
      return nil
    }
    let steps = rewards.filter { $0.count == g && $0.allSatisfy { $0.count == r } }
    guard steps.joined().joined().allSatisfy(\.isFinite) else { return nil }
    var between = 0.0
    var within = 0.0
    for step in steps {
      let means = step.map(\.mean)
      let centre = means.mean
      between += Double(r) * means.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
      for (students, mean) in zip(step, means) where students.contains(where: { $0 != students[0] })
      {
        within += students.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      }
    }
    let d1 = Double(steps.count * (g - 1))
    let d2 = Double(steps.count * g * (r - 1))
    guard within > 0 else { return nil }
    let f = (between / d1) / (within / d2)
    func share(_ f: Double) -> Double { (f - 1) / (f + Double(r) - 1) }
    let reliability = Estimate(
      value: share(f),
      lower: share(f / FisherF.quantile((1 + level) / 2, numerator: d1, denominator: d2)),
      upper: share(f * FisherF.quantile((1 + level) / 2, numerator: d2, denominator: d1)),
      level: level)
    return Allocation(
      reliability: reliability,
      measured: plan(datasets: g, repeats: r, reliability: max(0, reliability.value)),
      advised: advice(
        reliability.value, cost: Double(g) * (datasetCost + Double(r)), datasetCost: datasetCost))
  }

  private static func plan(datasets: Int, repeats: Int, reliability: Double) -> Plan {
    let r = Double(repeats)
    return Plan(
      datasets: datasets, repeats: repeats,
      information: Double(datasets - 1) * r * reliability / (1 + (r - 1) * reliability))
  }

  /// Tries every r that leaves two datasets; of equals the smallest.
  private static func advice(_ reliability: Double, cost: Double, datasetCost: Double) -> Plan? {
    guard reliability > 0 else { return nil }
    var best: Plan?
    var repeats = 1
    while true {
      let datasets = Int((cost / (datasetCost + Double(repeats)) + 1e-9).rounded(.down))
      guard datasets > 1 else { return best }
      let plan = plan(datasets: datasets, repeats: repeats, reliability: reliability)
      if plan.information > best?.information ?? -1 { best = plan }
      repeats += 1
    }
  }
}
