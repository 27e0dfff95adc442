public import Randomness

/// Errors of a label of ordered, nested categories 0...K, such as ill-posed, well-posed but wrong,
/// correct, and what they do to a regression on the K indicators x_j = (category >= j).
///
/// With the label's indicators w, nondifferential errors make E[w | x] = c + M x, because x tells the
/// category. Within groups then
///
///     cov(w, y) = M cov(x) beta,    cov(w) = M cov(x) M' + V,    V = E[cov(w | x)],
///
/// so that from the coefficients b on the labels
///
///     beta = M' (S - V)^-1 S b,    S = cov(w)
///
/// (the matrix method; Carroll, Ruppert, Stefanski and Crainiceanu 2006, chapter 5, for additive
/// errors). V needs the true shares p, which solve P' p = q for the label's shares q.
public struct NestedMisclassification: Sendable, Equatable {
  /// Items of a validation sample by true category and label: [category][category].
  public let counts: [[Int]]

  /// - Returns: nil if the sample lacks a category, or there are fewer than two.
  public init?(_ counts: [[Int]]) {
    guard counts.count > 1,
      counts.allSatisfy({ $0.count == counts.count && $0.reduce(0, +) > 0 })
    else { return nil }
    self.counts = counts
  }

  /// Labels of the sample to correct, within groups.
  public struct Labels: Sendable, Equatable {
    /// Share of rows with indicator j, weighted by n - 1: [indicator].
    var shares: [Double]
    /// S: [indicator][indicator].
    var covariance: [[Double]]

    /// - Parameter indicators: 0 or 1, each column at most the one before it: [indicator][rows].
    /// - Returns: nil if no group has two rows.
    public init?(_ indicators: [[Double]], within groups: Grouping) {
      let sizes = groups.sizes
      let weight = sizes.reduce(0.0) { $0 + Double($1 - 1) }
      guard weight > 0 else { return nil }
      let means = indicators.map(groups.means)
      shares = means.map { means in
        zip(sizes, means).reduce(0) { $0 + Double($1.0 - 1) * $1.1 } / weight
      }
      covariance = indicators.indices.map { i in
        indicators.indices.map { j in
          // Where both are 1 the later indicator is.
          let both = means[max(i, j)]
          return sizes.indices.reduce(0) {
            $0 + Double(sizes[$1]) * (both[$1] - means[i][$1] * means[j][$1])
          } / weight
        }
      }
    }
  }

  /// A regression without the errors.
  public struct Correction: Sendable, Equatable {
    /// beta: [indicator].
    public var coefficients: [Double]
    /// Share of items with x_j = 1, 0...1: [indicator].
    public var shares: [Double]
  }

  /// - Parameter naive: coefficients b of the outcome on all indicators, within the groups.
  /// - Returns: nil if the labels do not tell the categories apart, or vary no more than errors do.
  public func corrected(_ naive: [Double], labels: Labels) -> Correction? {
    Self.corrected(
      naive, labels: labels,
      errors: counts.map { row in
        let total = Double(row.reduce(0, +))
        return row.map { Double($0) / total }
      })
  }

  /// A percentile interval of a function of the correction, by the parametric bootstrap: error rates
  /// are drawn from the validation counts with half an item added to each, coefficients from the
  /// normal distribution of their errors.
  ///
  /// - Parameters:
  ///   - covariance: of the coefficients.
  ///   - widening: factor on their errors, such as that of t over normal quantiles.
  /// - Returns: nil if more than one replicate of forty has no correction: then it is not identified.
  public func interval(
    _ naive: [Double], covariance: [[Double]], widening: Double = 1, labels: Labels,
    replicates: Int = 2000, random: inout RandomStream, of value: (Correction) -> Double
  ) -> Estimate? {
    guard let correction = corrected(naive, labels: labels) else { return nil }
    // The principal root: draws have the covariance, whichever root is taken.
    let root = SymmetricMatrix(covariance).function { max(0, $0).squareRoot() * widening }
    var values: [Double] = []
    for _ in 0..<replicates {
      let errors = counts.map { Self.draw($0, &random) }
      let deviates = naive.map { _ in random.normal() }
      let coefficients = naive.indices.map { naive[$0] + root[$0].dot(deviates) }
      if let drawn = Self.corrected(coefficients, labels: labels, errors: errors) {
        values.append(value(drawn))
      }
    }
    guard values.count * 40 >= replicates * 39 else { return nil }
    return Bootstrap.percentile(values, around: value(correction), level: 0.95)
  }

  /// Shares of a multinomial sample of the size of `counts`.
  private static func draw(_ counts: [Int], _ random: inout RandomStream) -> [Double] {
    let weights = counts.map { Double($0) + 0.5 }
    let total = counts.reduce(0, +)
    var drawn = [Double](repeating: 0, count: counts.count)
    for _ in 0..<total { drawn[random.categorical(weights)] += 1 / Double(total) }
    return drawn
  }

  private static func corrected(
    _ naive: [Double], labels: Labels, errors: [[Double]]
  ) -> Correction? {
    let categories = errors.indices
    let indicators = naive.indices
    precondition(
      errors.count == naive.count + 1 && labels.shares.count == naive.count,
      "one indicator less than categories")
    // E[w | category]: [category][indicator].
    let expected = errors.map { row in indicators.map { row[($0 + 1)...].reduce(0, +) } }
    let slopes = indicators.map { j in
      indicators.map { expected[$0 + 1][j] - expected[$0][j] }
    }
    let labelled = categories.map { category in
      (category == 0 ? 1 : labels.shares[category - 1])
        - (category < indicators.count ? labels.shares[category] : 0)
    }
    let transposed = categories.map { i in categories.map { errors[$0][i] } }
    guard let truth = LinearSystem.solve(transposed, labelled),
      truth.allSatisfy({ $0 > 0 && $0 < 1 })
    else { return nil }
    let rest = indicators.map { i in
      indicators.map { j in
        let noise = categories.reduce(0) { sum, category in
          let means = expected[category]
          return sum + truth[category] * (means[max(i, j)] - means[i] * means[j])
        }
        return labels.covariance[i][j] - noise
      }
    }
    guard let least = SymmetricMatrix(rest).eigenvalues.min(), least > 0,
      let solved = LinearSystem.solve(rest, labels.covariance.map { $0.dot(naive) })
    else { return nil }
    return Correction(
      coefficients: indicators.map { j in
        indicators.reduce(0) { $0 + slopes[$1][j] * solved[$1] }
      },
      shares: indicators.map { truth[($0 + 1)...].reduce(0, +) })
  }
}

/// Small systems of equations.
enum LinearSystem {
  /// The x with `matrix` x = `right`, by elimination with pivots; nil if the matrix is singular.
  static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    var rows = zip(matrix, right).map { $0 + [$1] }
    let n = rows.count
    let size = matrix.flatMap { $0 }.norm
    for column in 0..<n {
      guard
        let pivot = (column..<n).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-12 * size
      else { return nil }
      rows.swapAt(column, pivot)
      for row in (column + 1)..<max(n, column + 1) {
        let factor = rows[row][column] / rows[column][column]
        for place in column...n { rows[row][place] -= factor * rows[column][place] }
      }
    }
    var solution = [Double](repeating: 0, count: n)
    for row in (0..<n).reversed() {
      let known = ((row + 1)..<max(n, row + 1)).reduce(0) { $0 + rows[row][$1] * solution[$1] }
      solution[row] = (rows[row][n] - known) / rows[row][row]
    }
    return solution
  }
}
