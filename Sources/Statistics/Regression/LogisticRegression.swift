import Foundation

/// Log odds of a positive outcome as a linear function of columns, fitted by maximum likelihood.
///
/// Drops the same columns as ``OrdinaryLeastSquares``. Always has an intercept. Statistics are z,
/// as in `statsmodels.Logit`.
public struct LogisticRegression: Sendable, Equatable {
  public enum Errors: Sendable, Equatable {
    /// Independent rows: inverse of the observed information.
    case classical
    /// Rows are independent only between clusters; statsmodels' correction G / (G - 1) times
    /// (n - 1) / (n - k) for G clusters.
    case clustered(Grouping)
    /// The same for few clusters: CR2 with Satterthwaite's degrees of freedom for each coefficient,
    /// in the weighted least squares of the last step of Newton's method.
    case clusteredBiasReduced(Grouping)

    var clusters: Grouping? {
      switch self {
      case .classical: nil
      case .clustered(let groups), .clusteredBiasReduced(let groups): groups
      }
    }
  }

  /// Result of a fit. That no finite estimate exists is a result about the data.
  public enum Outcome: Sendable, Equatable {
    case fitted(LogisticRegression)
    /// A combination of columns separates the classes, so the likelihood grows without bound along
    /// it. See ``Separation``.
    case separated(Separation)
    /// All outcomes are equal.
    case constantOutcome
    /// Non-finite values, no more rows than coefficients, or a single cluster.
    case undetermined
    /// Neither a maximum nor a separation after a hundred Newton steps, which requires columns on
    /// the verge of both.
    case notConverged
  }

  public struct Separation: Sendable, Equatable {
    /// True if every row is strictly on its side, false if some rows lie on the border.
    public var isComplete: Bool
    /// Columns along which the classes separate, in the original order.
    public var columns: [String]

    public init(isComplete: Bool, columns: [String]) {
      self.isComplete = isComplete
      self.columns = columns
    }
  }

  /// The intercept first, then the columns that were kept.
  public let coefficients: [Coefficient]
  /// [coefficient][coefficient]
  public let covariance: [[Double]]
  /// Names of dropped columns.
  public let aliased: [String]
  public let rowCount: Int
  /// Log likelihood, at most 0.
  public let logLikelihood: Double
  /// Log likelihood of the intercept alone.
  public let nullLogLikelihood: Double
  /// Likelihood-ratio test that no column has an effect. 1 without columns.
  public let pValue: Double

  /// McFadden's 1 - logLikelihood / nullLogLikelihood, 0...1.
  public var pseudoRSquared: Double { 1 - logLikelihood / nullLogLikelihood }

  public subscript(name: String) -> Coefficient? { coefficients.first { $0.name == name } }

  /// Fits `outcome`, one value per row.
  ///
  /// - Parameter reference: reference distribution of the statistics; by default t with G - 1 degrees
  ///   of freedom for G clusters, else the normal, as statsmodels has it for both.
  public static func fit(
    _ predictors: Predictors, outcome: [Bool], errors: Errors = .classical,
    reference chosen: Coefficient.Reference? = nil, level: Double = 0.95
  ) -> Outcome {
    precondition(
      predictors.columns.allSatisfy { $0.count == outcome.count }, "one outcome per row")
    let n = outcome.count
    guard n > 0 && predictors.columns.allSatisfy(\.allFinite) else { return .undetermined }
    let yes = outcome.count { $0 }
    guard yes > 0 && yes < n else { return .constantOutcome }
    let (kept, aliased, means, scales) = independentColumns(predictors, rowCount: n)
    guard n > kept.count + 1 else { return .undetermined }
    if let groups = errors.clusters {
      precondition(groups.rowCount == n, "one cluster per row")
      if groups.count < 2 { return .undetermined }
    }
    let names = kept.map { predictors.names[$0] }
    let columns = kept.map { predictors.columns[$0] }
    var newton = NewtonAscent(
      RowBlocks(columns, shifts: means, scales: scales, intercept: true), outcome: outcome)
    switch newton.run() {
    case .converged: break
    case .exhausted: return .notConverged
    case .separated(let isComplete, let direction):
      let largest = direction.dropFirst().reduce(0) { max($0, abs($1)) }
      let parting = zip(names, direction.dropFirst()).filter { abs($1) > 1e-6 * largest }
      return .separated(Separation(isComplete: isComplete, columns: parting.map(\.0)))
    }

    let frame = CoefficientFrame(
      triangle: newton.triangle, means: means, scales: scales, intercept: true)
    var parts = frame.parts(variance: 1)
    var references = [Coefficient.Reference?](repeating: .normal, count: frame.count)
    switch errors {
    case .classical: break
    case .clustered(let groups):
      let g = Double(groups.count)
      let scores = RowScores(columns: columns, frame: frame, residuals: newton.residuals)
      parts = scores.parts(
        within: groups, correction: g / (g - 1) * Double(n - 1) / Double(n - frame.count))
      references = references.map { _ in .studentT(degreesOfFreedom: g - 1) }
    case .clusteredBiasReduced(let groups):
      let residuals = newton.residuals
      let moments = RowScores(columns: columns, frame: frame, residuals: residuals)
        .moments(within: groups, weights: residuals.map { abs($0) * (1 - abs($0)) })
      let clusters = ClusterAdjustment(
        scores: moments.scores, grams: moments.grams, combinations: frame.combinations)
      parts = clusters.parts
      references = references.indices.map { index in
        clusters.degreesOfFreedom(references.indices.map { $0 == index ? 1 : 0 })
          .map { .studentT(degreesOfFreedom: $0) }
      }
    }
    let covariance = frame.covariance(parts: parts)
    let share = Double(yes) / Double(n)
    let null = Double(yes) * log(share) + Double(n - yes) * log1p(-share)
    let ratio = max(0, 2 * (newton.logLikelihood - null))
    return .fitted(
      LogisticRegression(
        coefficients: frame.coefficients(
          names: names, values: frame.values(newton.coefficients), covariance: covariance,
          standardized: nil, references: references.map { chosen ?? $0 },
          level: level),
        covariance: covariance, aliased: aliased.map { predictors.names[$0] }, rowCount: n,
        logLikelihood: newton.logLikelihood, nullLogLikelihood: null,
        pValue: kept.isEmpty
          ? 1 : ChiSquared.upperTail(ratio, degreesOfFreedom: Double(kept.count))))
  }

  /// Indices of kept and dropped columns; means and standard deviations of the kept ones.
  private static func independentColumns(
    _ predictors: Predictors, rowCount: Int
  ) -> (kept: [Int], aliased: [Int], means: [Double], scales: [Double]) {
    guard predictors.count > 0 else { return ([], [], [], []) }
    let data = CompressedColumns(predictors.columns, rowCount: rowCount, centred: true)
    let design = Orthogonalization(data.columns, tolerances: data.tolerances)
    let root = Double(rowCount).squareRoot()
    return (
      design.kept, design.aliased, design.kept.map { data.means[$0] },
      design.kept.map { data.columns[$0].norm / root }
    )
  }
}
