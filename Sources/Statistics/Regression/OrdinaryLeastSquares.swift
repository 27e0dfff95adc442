/// Linear regression by least squares, through a QR factorisation of blocks of rows: a million rows
/// take no memory beyond their columns, and ill-conditioned columns keep their digits.
///
/// Columns that are linear combinations of the intercept and the columns before them (constant ones,
/// repeated ones, the last of a set of shares that sum to one) are left out, as R's `lm` does, and
/// named in ``aliased``. A column counts as one when less than 1e-9 of its spread is its own.
public struct OrdinaryLeastSquares: Sendable, Equatable {
  /// How far the errors of the rows may differ or go together.
  public enum Errors: Sendable, Equatable {
    /// Independent and of equal variance; t with n - k degrees of freedom.
    case classical
    /// Independent, each with a variance of its own: HC1 (MacKinnon and White 1985), White's
    /// estimate times n / (n - k); t with n - k degrees of freedom.
    case heteroscedastic
    /// Independent between clusters only: CR1 (Liang and Zeger 1986) with statsmodels' correction,
    /// G / (G - 1) times (n - 1) / (n - k) for G clusters; t with G - 1 degrees of freedom. Below
    /// about 20 clusters the errors come out too small: see ``PermutationTest``.
    case clustered(Grouping)
  }

  /// The intercept first, if there is one, then the columns that were kept.
  public let coefficients: [Coefficient]
  /// [coefficient][coefficient], of the estimates, under the chosen kind of errors.
  public let covariance: [[Double]]
  /// Names of columns left out.
  public let aliased: [String]
  public let rowCount: Int
  /// Coefficients, with those that centring within groups took out.
  public let parameterCount: Int
  /// n - k.
  public let residualDegreesOfFreedom: Int
  /// The share of the outcome's sum of squares (about its mean, if there is an intercept) that is
  /// explained, 0...1.
  public let rSquared: Double
  /// 1 - (1 - R^2) (n - m) / (n - k), m being the parameters of the model without columns.
  public let adjustedRSquared: Double
  /// Of the residuals, with n - k in the denominator.
  public let residualVariance: Double
  /// What statistics are compared with.
  public let reference: Coefficient.Reference

  /// Fits `outcome`, one value per row, on the columns.
  ///
  /// - Parameter reference: what statistics are compared with, if not the t of the kind of errors:
  ///   `.normal` is what statsmodels does with robust errors unless asked for `use_t`.
  /// - Returns: nil where nothing can be estimated: an outcome that is constant, values that are not
  ///   finite (or whose squares are not), no more rows than coefficients, or clusters that are all
  ///   one.
  public static func fit(
    _ predictors: Predictors, outcome: [Double], intercept: Bool = true,
    errors: Errors = .classical, reference: Coefficient.Reference? = nil, level: Double = 0.95
  ) -> OrdinaryLeastSquares? {
    fit(
      predictors, outcome: outcome, intercept: intercept, absorbed: 0, errors: errors,
      reference: reference, level: level)
  }

  /// A combination of coefficients, such as a difference between two, with what is known of it.
  ///
  /// - Parameter weights: of the terms that count, by name; all of them are among the coefficients.
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
    return Coefficient(
      name: name, value: vector.dot(coefficients.map(\.estimate.value)), variance: variance,
      reference: reference, level: level)
  }

  public subscript(name: String) -> Coefficient? { coefficients.first { $0.name == name } }

  /// - Parameter absorbed: parameters that were fitted and taken out of all columns beforehand.
  static func fit(
    _ predictors: Predictors, outcome: [Double], intercept: Bool, absorbed: Int, errors: Errors,
    reference chosen: Coefficient.Reference?, level: Double
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
    // Squares of values beyond about 1e150, or all below its inverse, are no numbers to go on with.
    guard total > 0 && total.isFinite else { return nil }
    let variance = unexplained / Double(freedom)

    let kept = design.kept
    let frame = CoefficientFrame(
      slopes: design.triangle, means: kept.map { data.means[$0] }, rowCount: n,
      intercept: intercept)
    let outcomeMean = data.means[predictors.count]
    var parts = frame.parts(variance: variance)
    var reference = Coefficient.Reference.studentT(degreesOfFreedom: Double(freedom))
    if errors != .classical {
      let scores = RowScores(
        columns: kept.map { predictors.columns[$0] }, frame: frame,
        fitted: (intercept ? [outcomeMean * Double(n).squareRoot()] : []) + coordinates,
        outcome: outcome)
      switch errors {
      case .classical: break
      case .heteroscedastic:
        parts = scores.parts(correction: Double(n) / Double(freedom))
      case .clustered(let groups):
        guard groups.count > 1 else { return nil }
        let g = Double(groups.count)
        parts = scores.parts(
          within: groups, correction: g / (g - 1) * Double(n - 1) / Double(freedom))
        reference = .studentT(degreesOfFreedom: g - 1)
      }
    }
    reference = chosen ?? reference
    let slopes = Triangular.solve(design.triangle, coordinates)
    let covariance = frame.covariance(parts: parts)
    let scale = total.squareRoot()
    return OrdinaryLeastSquares(
      coefficients: frame.coefficients(
        names: kept.map { predictors.names[$0] },
        values: frame.values((intercept ? [outcomeMean] : []) + slopes), covariance: covariance,
        standardized: zip(kept, slopes).map { $1 * data.columns[$0].norm / scale },
        reference: reference, level: level),
      covariance: covariance, aliased: design.aliased.map { predictors.names[$0] }, rowCount: n,
      parameterCount: parameters, residualDegreesOfFreedom: freedom,
      rSquared: coordinates.dot(coordinates) / total,
      adjustedRSquared: 1 - unexplained / total
        * Double(n - absorbed - (intercept ? 1 : 0)) / Double(freedom),
      residualVariance: variance, reference: reference)
  }
}
