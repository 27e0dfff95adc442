import Foundation

/// The mean of scores that seeds and problems cross: every seed answers the same problems, so a
/// problem's difficulty is shared by all seeds and one seed's luck by all its problems. An interval
/// that redraws the problems for every seed forgets the first, a t interval over seeds' means the
/// second.
///
/// Variance of the mean, from the two-way analysis of variance with one value per cell (Cornfield
/// and Tukey 1956; the quasi-F of Clark 1973):
///
///     V = V_seed + V_problem - V_cell, and at least V_cell
///     V_seed    = sum_s (mean_s - mean)^2 / (S (S - 1))
///     V_problem = sum_p (mean_p - mean)^2 / (P (P - 1))
///     V_cell    = sum_sp (y_sp - mean_s - mean_p + mean)^2 / ((S - 1) (P - 1)) / (S P)
///
/// with Satterthwaite's (1946) degrees of freedom. `docs/statistics.md` has its coverage.
public struct CrossedMean: Sendable, Equatable {
  /// What a score can be; bounds the effect of problems that were not drawn.
  public enum Scale: Sendable, Equatable {
    /// 0...1, such as pass@k.
    case share
    /// A sum of shares with weights, such as the difference of two: the least and the greatest.
    case contrast(ClosedRange<Double>)
    case unbounded

    var range: ClosedRange<Double>? {
      switch self {
      case .share: 0...1
      case .contrast(let range): range
      case .unbounded: nil
      }
    }
  }

  public let value: Double
  public let standardError: Double
  /// At least 1; infinite without variance.
  public let degreesOfFreedom: Double
  public let seeds: Int
  /// Problems, if all seeds share them.
  public let problems: Int?
  public let scale: Scale
  /// Whether all cells are equal up to rounding, so that nothing can be estimated from their
  /// spread.
  public let isConstant: Bool
  /// Magnitude of the data, to know their rounding by.
  private let extent: Double

  /// - Parameters:
  ///   - scores: `[seed][problem]`; a seed's students are averaged beforehand.
  ///   - sharesProblems: whether a column is the same problem for every seed. If not, the seeds' means
  ///     are all that counts.
  ///   - extent: greatest magnitude of the data if the scores are differences; nil takes the scores'.
  public init(
    _ scores: [[Double]], sharesProblems: Bool = true, scale: Scale = .share,
    extent: Double? = nil
  ) {
    precondition(!scores.isEmpty && scores.allSatisfy { !$0.isEmpty }, "a seed without scores")
    let seedMeans = scores.map(\.mean)
    let mean = seedMeans.mean
    value = mean
    seeds = scores.count
    self.scale = scale
    let isShared = sharesProblems && scores.allSatisfy { $0.count == scores[0].count }
    problems = isShared ? scores[0].count : nil
    let extent = extent ?? scores.joined().extent
    self.extent = extent
    isConstant = scores.allSatisfy {
      $0.allSatisfy { Rounding.isAll(of: $0 - scores[0][0], scale: extent) }
    }
    func settled(_ variance: Double) -> Double {
      let error = variance.squareRoot()
      return Rounding.isAll(of: error, scale: extent) ? 0 : error
    }
    let (s, p) = (Double(scores.count), Double(scores[0].count))
    let bySeed = s > 1 ? seedMeans.variance / s : 0
    guard !isConstant else {
      (standardError, degreesOfFreedom) = (0, .infinity)
      return
    }
    guard isShared, scores[0].count > 1 else {
      (standardError, degreesOfFreedom) = (settled(bySeed), max(1, s - 1))
      return
    }
    let problemMeans = scores[0].indices.map { problem in
      scores.reduce(0) { $0 + $1[problem] } / s
    }
    let byProblem = problemMeans.variance / p
    guard s > 1 else {
      // One seed: an interval over problems for this seed alone.
      (standardError, degreesOfFreedom) = (settled(byProblem), p - 1)
      return
    }
    var squares = 0.0
    for (seed, row) in scores.enumerated() {
      for (problem, score) in row.enumerated() {
        let rest = score - seedMeans[seed] - problemMeans[problem] + mean
        squares += rest * rest
      }
    }
    let cells = (s - 1) * (p - 1)
    let byCell = squares / cells / (s * p)
    let variance = max(bySeed + byProblem - byCell, byCell)
    standardError = settled(variance)
    // The parts are scaled first: squares of small variances would underflow.
    let parts = [(bySeed, s - 1), (byProblem, p - 1), (byCell, cells)]
    let spread = parts.reduce(0) { $0 + ($1.0 / variance) * ($1.0 / variance) / $1.1 }
    degreesOfFreedom = max(1, spread > 0 ? 1 / spread : s - 1)
  }

  /// Students within seeds, `[seed][student][problem]`: every seed counts the same, and every student
  /// within a seed.
  public init(
    students scores: [[[Double]]], sharesProblems: Bool = true, scale: Scale = .share
  ) {
    self.init(
      scores.map(Self.meanOfStudents), sharesProblems: sharesProblems, scale: scale)
  }

  /// A sum of arms' means with weights, such as the difference of two, over the seeds and problems that
  /// they share.
  ///
  /// - Parameters:
  ///   - arms: `[arm][seed][student][problem]`.
  ///   - weights: [arm].
  ///   - sharesProblems: whether a problem is the same for every seed; it is the same for every arm.
  public init(arms: [[[[Double]]]], weights: [Double], sharesProblems: Bool = true) {
    precondition(arms.count == weights.count && !arms.isEmpty, "one weight per arm")
    let means = arms.map { $0.map(Self.meanOfStudents) }
    precondition(
      means.allSatisfy { $0.map(\.count) == means[0].map(\.count) },
      "arms share seeds and problems")
    let sums = means[0].indices.map { seed in
      means[0][seed].indices.map { problem in
        zip(weights, means).reduce(0) { $0 + $1.0 * $1.1[seed][problem] }
      }
    }
    let terms = zip(weights, means).map { abs($0) * $1.joined().extent }
    let low = weights.reduce(0) { $0 + min($1, 0) }
    self.init(
      sums, sharesProblems: sharesProblems,
      scale: .contrast(low...weights.reduce(0) { $0 + max($1, 0) }), extent: terms.extent)
  }

  /// A mean over seeds alone: one number for each.
  ///
  /// - Parameter extent: greatest magnitude of the data if the values are differences.
  public init(seeds values: [Double], extent: Double? = nil) {
    self.init(
      values.map { [$0] }, sharesProblems: false, scale: .unbounded, extent: extent)
  }

  private static func meanOfStudents(_ students: [[Double]]) -> [Double] {
    guard let first = students.first, students.allSatisfy({ $0.count == first.count }) else {
      // Students with problems of their own: their means are all that can be averaged.
      return [students.map(\.mean).mean]
    }
    return first.indices.map { problem in
      students.reduce(0) { $0 + $1[problem] } / Double(students.count)
    }
  }

  /// The mean with its interval. Shares have that of Korn and Graubard (1998): exact binomial limits
  /// for as many independent answers as the variance says; all others a t interval within the range
  /// of the scores.
  ///
  /// Where all cells are equal, at most a share u of the problems has another score, with u exact
  /// for as many problems as were drawn: none of 128 solved gives 0 to 2.8%. There is no interval
  /// where that says nothing either.
  public func estimate(level: Double = 0.95) -> Estimate {
    if isConstant { return constant(level) }
    guard standardError > 0 else { return Estimate(value: value) }
    let t = StudentT.quantile((1 + level) / 2, degreesOfFreedom: degreesOfFreedom)
    if scale == .share, value > 0, value < 1 {
      let z = StandardNormal.quantile((1 + level) / 2)
      let effective = value * (1 - value) / (standardError * standardError) * (z / t) * (z / t)
      let limits = BinomialLimits(successes: value * effective, of: effective, level: level)
      return Estimate(value: value, lower: limits.lower, upper: limits.upper, level: level)
    }
    let reach = t * standardError
    let range = scale.range
    return Estimate(
      value: value, lower: max(value - reach, range?.lowerBound ?? -.infinity),
      upper: min(value + reach, range?.upperBound ?? .infinity), level: level)
  }

  private func constant(_ level: Double) -> Estimate {
    guard let problems, let range = scale.range, range.contains(value) else {
      return Estimate(value: value)
    }
    let share = BinomialLimits(successes: 0, of: Double(problems), level: level).upper
    return Estimate(
      value: value, lower: value - share * (value - range.lowerBound),
      upper: value + share * (range.upperBound - value), level: level)
  }

  /// Two-sided p-value of a zero mean. Where all cells are equal, that of the signs of the seeds'
  /// means. Nil with one seed: it cannot speak of others.
  public var pValue: Double? {
    guard seeds > 1 else { return nil }
    let isZero = Rounding.isAll(of: value, scale: extent)
    if isConstant { return isZero ? 1 : 2 * exp2(-Double(seeds)) }
    guard standardError > 0 else { return nil }
    return StudentT.twoSided(value / standardError, degreesOfFreedom: degreesOfFreedom)
  }

  /// The smallest true mean that a test at `significance` would find with probability `power`, given
  /// this standard error; nil without one.
  public func detectable(power: Double = 0.8, significance: Double = 0.05) -> Double? {
    guard seeds > 1, standardError > 0 else { return nil }
    return standardError
      * (StudentT.quantile(1 - significance / 2, degreesOfFreedom: degreesOfFreedom)
        + StudentT.quantile(power, degreesOfFreedom: degreesOfFreedom))
  }
}
