import Foundation
import Numerics

/// Newton's method for the logistic likelihood. Each step solves a weighted least-squares problem
/// by QR and is halved while the likelihood would fall.
///
/// Separated classes have no maximum (Albert and Anderson 1984). Detects complete and
/// quasi-complete separation by a certificate, not by large numbers: coefficients that put every
/// row on its side, or a step that moves no row away from its side and some rows further into it.
struct NewtonAscent {
  enum Result {
    case converged
    case separated(isComplete: Bool, direction: [Double])
    case exhausted
  }

  private static let steps = 100

  let blocks: RowBlocks
  /// 1 for yes, -1 for no: [rows].
  private let signs: [Double]
  /// Coefficients of an intercept and the blocks' columns: [terms].
  private(set) var coefficients: [Double]
  private(set) var logLikelihood = -Double.infinity
  /// R of the weighted rows, `triangle[column][row]`; R^T R is the information.
  private(set) var triangle: [[Double]] = []
  private var gradient: [Double] = []

  init(_ blocks: RowBlocks, outcome: [Bool]) {
    self.blocks = blocks
    signs = outcome.map { $0 ? 1 : -1 }
    coefficients = [Double](repeating: 0, count: blocks.width)
  }

  /// Outcome minus predicted probability at the current coefficients: [rows].
  var residuals: [Double] {
    var residuals = signs
    forEachMargin(of: coefficients) { row, margin in
      residuals[row] = signs[row] / (1 + exp(margin))
    }
    return residuals
  }

  mutating func run() -> Result {
    var step = coefficients
    for iteration in 0..<Self.steps {
      let previous = logLikelihood
      linearize()
      // Halve the step; the tolerance covers the likelihood's rounding error.
      var halvings = 0
      while logLikelihood < previous - 1e-12 * abs(previous) && halvings < 40 {
        step = step.map { $0 / 2 }
        coefficients = zip(coefficients, step).map { $0 - $1 }
        linearize()
        halvings += 1
      }
      let margins = range(of: coefficients)
      if margins.lowerBound > 0 {
        return .separated(isComplete: true, direction: coefficients)
      }
      step = Triangular.solve(triangle, gradient)
      guard step.allFinite else { return .exhausted }
      let change = range(of: step)
      if iteration > 4 && change.upperBound > 0.1
        && change.lowerBound >= -1e-9 * change.upperBound
      {
        return .separated(isComplete: false, direction: step)
      }
      let isSmall = changesLittle(step)
      coefficients = zip(coefficients, step).map { $0 + $1 }
      if isSmall {
        // Convergence is quadratic: the error after this step is far below rounding.
        linearize()
        return .converged
      }
    }
    return .exhausted
  }

  /// Computes the likelihood, triangle and gradient (in coordinates of Q) at the current
  /// coefficients.
  private mutating func linearize() {
    let width = blocks.width
    var factor = StreamingQR(columns: width + 1)
    var total = 0.0
    let coefficients = coefficients
    let signs = signs
    blocks.forEach(rowCount: signs.count) { block, rows in
      let count = rows.count
      var weighted = block + [Double](repeating: 0, count: count)
      var roots = [Double](repeating: 0, count: count)
      let predictors = Self.predictors(block, rows: count, coefficients)
      for row in 0..<count {
        let sign = signs[rows.lowerBound + row]
        let margin = sign * predictors[row]
        total -= margin > 0 ? log1p(exp(-margin)) : log1p(exp(margin)) - margin
        // sqrt(p (1 - p)) and (y - p) / sqrt(p (1 - p)); neither cancels or overflows.
        roots[row] = 1 / (2 * cosh(margin / 2))
        weighted[width * count + row] = sign * exp(-margin / 2)
      }
      for column in 0..<width {
        for row in 0..<count { weighted[column * count + row] *= roots[row] }
      }
      factor.append(weighted, rows: count)
    }
    logLikelihood = total
    triangle = (0..<width).map { column in
      Array(factor.triangle[column * (width + 1)..<column * (width + 1) + column + 1])
    }
    gradient = Array(factor.triangle[width * (width + 1)..<width * (width + 1) + width])
  }

  /// Whether a step changes each row's linear predictor by less than a relative 1e-9.
  private func changesLittle(_ step: [Double]) -> Bool {
    var margins = signs
    forEachMargin(of: coefficients) { row, margin in margins[row] = margin }
    var largest = 0.0
    forEachMargin(of: step) { row, change in
      largest = max(largest, abs(change) / (1 + abs(margins[row])))
    }
    return largest < 1e-9
  }

  /// Smallest and largest change of the rows' margins along a direction; a margin is the linear
  /// predictor towards the row's own side.
  private func range(of direction: [Double]) -> ClosedRange<Double> {
    var low = Double.infinity
    var high = -Double.infinity
    forEachMargin(of: direction) { _, margin in
      low = min(low, margin)
      high = max(high, margin)
    }
    return low...high
  }

  private func forEachMargin(of direction: [Double], _ body: (Int, Double) -> Void) {
    blocks.forEach(rowCount: signs.count) { block, rows in
      let predictors = Self.predictors(block, rows: rows.count, direction)
      for row in 0..<rows.count {
        body(rows.lowerBound + row, signs[rows.lowerBound + row] * predictors[row])
      }
    }
  }

  /// Linear predictors of a block: [rows]. Loops over columns outermost, so the sums vectorise.
  private static func predictors(
    _ block: [Double], rows: Int, _ coefficients: [Double]
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: rows)
    for (column, coefficient) in coefficients.enumerated() {
      let base = column * rows
      for row in 0..<rows { sums[row] += coefficient * block[base + row] }
    }
    return sums
  }
}
