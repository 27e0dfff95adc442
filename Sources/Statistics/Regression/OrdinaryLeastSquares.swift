public import Randomness

/// Least-squares linear regression by blockwise QR: a million rows need no memory beyond their
/// columns, and ill-conditioned columns keep their digits.
///
/// Like R's `lm`, drops columns that are linear combinations of the intercept and earlier columns
/// (constants, duplicates, the last of shares that sum to one) and names them in ``aliased``. A
/// column counts as such a combination if less than 1e-9 of its spread is its own.
public struct OrdinaryLeastSquares: Sendable, Equatable {
  /// Assumption on the errors of the rows.
  public enum Errors: Sendable, Equatable {
    /// Independent with equal variance; t with n - k degrees of freedom.
    case classical
    /// Independent with individual variances: HC1 (MacKinnon and White 1985), White's estimate
    /// times n / (n - k); t with n - k degrees of freedom.
    case heteroscedastic
    /// Independent only between clusters: CR1 (Liang and Zeger 1986) with statsmodels' correction,
    /// G / (G - 1) times (n - 1) / (n - k) for G clusters; t with G - 1 degrees of freedom.
    /// Standard errors are too small below about 20 clusters: see `clusteredBiasReduced`.
    case clustered(Grouping)
    /// Independent only between clusters, of which there may be few: CR2 with Satterthwaite's degrees
    /// of freedom for each coefficient (Bell and McCaffrey 2002), as clubSandwich has them.
    case clusteredBiasReduced(Grouping)
    /// Nothing is assumed: coefficients without errors.
    case unknown
  }

  /// The intercept first, if any, then the kept columns.
  public let coefficients: [Coefficient]
  /// Covariance of the estimates under the chosen error assumption: [coefficient][coefficient].
  public let covariance: [[Double]]
  /// Names of dropped columns.
  public let aliased: [String]
  public let rowCount: Int
  /// Number of coefficients, including those absorbed by centring within groups.
  public let parameterCount: Int
  /// n - k.
  public let residualDegreesOfFreedom: Int
  /// Explained share of the outcome's sum of squares (about its mean, if there is an intercept),
  /// 0...1.
  public let rSquared: Double
  /// 1 - (1 - R^2) (n - m) / (n - k), where m counts the parameters of the model without columns.
  public let adjustedRSquared: Double
  /// Variance of the residuals, with n - k in the denominator.
  public let residualVariance: Double
  /// Reference distribution of the statistics; each coefficient has its own with bias-reduced errors.
  public let reference: Coefficient.Reference
  /// Clusters, for errors that need more than the covariance.
  let clusters: ClusterAdjustment?
  /// The fit in coordinates of Q: [term].
  private let coordinates: [Double]
  /// The outcome's scale over that of each coefficient's column, to know rounding by: [coefficient].
  private let scales: [Double]

  /// Fits `outcome`, one value per row, on the columns.
  ///
  /// - Parameter reference: reference distribution of the statistics; by default the t of the
  ///   chosen errors. `.normal` matches statsmodels with robust errors unless `use_t` is set.
  /// - Returns: nil if nothing can be estimated: a constant outcome, values that are not finite (or
  ///   have non-finite squares), no more rows than coefficients, or a single cluster.
  public static func fit(
    _ predictors: Predictors, outcome: [Double], intercept: Bool = true,
    errors: Errors = .classical, reference: Coefficient.Reference? = nil, level: Double = 0.95
  ) -> OrdinaryLeastSquares? {
    fit(
      predictors, outcome: outcome, intercept: intercept, absorbed: 0, errors: errors,
      reference: reference, level: level)
  }

  /// A combination of coefficients, such as a difference between two, with its interval and test.
  ///
  /// - Parameter weights: weight of each included term, by name; each must be among the
  ///   coefficients.
  public func combination(
    _ weights: KeyValuePairs<String, Double>, name: String, level: Double = 0.95
  ) -> Coefficient {
    var vector = [Double](repeating: 0, count: coefficients.count)
    for (term, weight) in weights {
      guard let index = coefficients.firstIndex(where: { $0.name == term }) else {
        preconditionFailure("no coefficient is named \(term)")
      }
      vector[index] += weight
    }
    let variance = zip(vector, covariance).reduce(0) { $0 + $1.0 * vector.dot($1.1) }
    let scale = zip(vector, scales).map { $0 * $1 }.extent
    return Coefficient(
      name: name, value: vector.dot(coefficients.map(\.estimate.value)), variance: variance,
      reference: clusters.map { clusters in
        clusters.degreesOfFreedom(vector).map { .studentT(degreesOfFreedom: $0) }
      } ?? reference, level: level, scale: scale)
  }

  /// Two-sided p-value of a zero coefficient by the wild cluster bootstrap, for bias-reduced errors;
  /// nil without clusters or such a coefficient.
  public func wildBootstrap(
    _ name: String, replicates: Int = 9999, random: inout RandomStream
  ) -> Double? {
    guard let index = coefficients.firstIndex(where: { $0.name == name }) else { return nil }
    return clusters?.wildBootstrap(
      coefficients.indices.map { $0 == index ? 1 : 0 }, coordinates: coordinates,
      replicates: replicates, random: &random)
  }

  public subscript(name: String) -> Coefficient? { coefficients.first { $0.name == name } }

  /// - Parameters:
  ///   - absorbed: number of parameters fitted and removed from all columns beforehand.
  ///   - spreads: standard deviations of the columns and, last, of the outcome before that, for
  ///     standardized coefficients; nil takes those of what is fitted.
  static func fit(
    _ predictors: Predictors, outcome: [Double], intercept: Bool, absorbed: Int, errors: Errors,
    reference chosen: Coefficient.Reference?, level: Double, spreads: [Double]? = nil
  ) -> OrdinaryLeastSquares? {
    precondition(
      predictors.columns.allSatisfy { $0.count == outcome.count }, "one outcome per row")
    guard !outcome.isDegenerate && predictors.columns.allSatisfy(\.allFinite) else { return nil }
    let n = outcome.count
    let data = CompressedColumns(
      predictors.columns + [outcome], rowCount: n, centred: intercept)
    guard let y = data.columns.last, y.norm > 0 else { return nil }
    let design = Orthogonalization(Array(data.columns.dropLast()), tolerances: data.tolerances)
    let parameters = design.kept.count + (intercept ? 1 : 0) + absorbed
    let freedom = n - parameters
    guard freedom > 0 else { return nil }
    let (coordinates, rest) = design.split(y)
    let total = y.dot(y)
    let unexplained = rest.dot(rest)
    // Squares of values above about 1e150, or all below its inverse, are unusable.
    guard total > 0 && total.isFinite else { return nil }
    let variance = unexplained / Double(freedom)

    let kept = design.kept
    let frame = CoefficientFrame(
      slopes: design.triangle, means: kept.map { data.means[$0] }, rowCount: n,
      intercept: intercept)
    let outcomeMean = data.means[predictors.count]
    var parts = frame.parts(variance: variance)
    var reference = Coefficient.Reference.studentT(degreesOfFreedom: Double(freedom))
    let fitted = (intercept ? [outcomeMean * Double(n).squareRoot()] : []) + coordinates
    var clusters: ClusterAdjustment?
    // Without a coefficient there is nothing to have an error.
    if errors != .classical, errors != .unknown, frame.count > 0 {
      let scores = RowScores(
        columns: kept.map { predictors.columns[$0] }, frame: frame,
        fitted: fitted, outcome: outcome)
      switch errors {
      case .classical, .unknown: break
      case .heteroscedastic:
        parts = scores.parts(correction: Double(n) / Double(freedom))
      case .clustered(let groups):
        guard groups.count > 1 else { return nil }
        let g = Double(groups.count)
        parts = scores.parts(
          within: groups, correction: g / (g - 1) * Double(n - 1) / Double(freedom))
        reference = .studentT(degreesOfFreedom: g - 1)
      case .clusteredBiasReduced(let groups):
        guard groups.count > 1 else { return nil }
        let moments = scores.moments(within: groups)
        let adjustment = ClusterAdjustment(
          scores: moments.scores, grams: moments.grams, combinations: frame.combinations)
        parts = adjustment.parts
        clusters = adjustment
        reference = .studentT(degreesOfFreedom: Double(groups.count - 1))
      }
    }
    reference = chosen ?? reference
    let references = (0..<frame.count).map { index -> Coefficient.Reference? in
      if errors == .unknown { return nil }
      guard chosen == nil, let clusters else { return reference }
      return clusters.degreesOfFreedom((0..<frame.count).map { $0 == index ? 1 : 0 })
        .map { .studentT(degreesOfFreedom: $0) }
    }
    let slopes = Triangular.solve(design.triangle, coordinates)
    let covariance = frame.covariance(parts: parts)
    // Sums of squares of centred columns stand in for their variances.
    let sizes = spreads ?? data.columns.map(\.norm)
    let root = Double(n).squareRoot()
    let scales =
      (intercept ? [max(abs(outcomeMean), y.norm / root)] : [])
      + kept.map { y.norm / data.columns[$0].norm }
    return OrdinaryLeastSquares(
      coefficients: frame.coefficients(
        names: kept.map { predictors.names[$0] },
        values: frame.values((intercept ? [outcomeMean] : []) + slopes), covariance: covariance,
        standardized: zip(kept, slopes).map { $1 * sizes[$0] / sizes[predictors.count] },
        references: references, level: level, scales: scales),
      covariance: covariance, aliased: design.aliased.map { predictors.names[$0] }, rowCount: n,
      parameterCount: parameters, residualDegreesOfFreedom: freedom,
      rSquared: coordinates.dot(coordinates) / total,
      adjustedRSquared: 1 - unexplained / total
        * Double(n - absorbed - (intercept ? 1 : 0)) / Double(freedom),
      residualVariance: variance, reference: reference, clusters: clusters, coordinates: fitted,
      scales: scales)
  }
}
