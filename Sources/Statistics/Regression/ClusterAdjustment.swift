import Foundation
import Randomness

/// Few clusters: bias-reduced errors with their own degrees of freedom, and a bootstrap as a check.
/// Everything is in coordinates of Q = X R^-1, where X'X is the identity, and therefore small: k x k per
/// cluster.
///
/// CR2 (Bell and McCaffrey 2002): each cluster's score S_g = Q_g'e_g is multiplied by
/// (I - Q_g'Q_g)^(-1/2), which makes the variance unbiased for independent errors of equal variance.
/// Degrees of freedom are Satterthwaite's for the same working model (Imbens and Kolesar 2016;
/// Pustejovsky and Tipton 2018, whose theorem lets dummies nested in clusters be absorbed
/// beforehand). A direction that one cluster determines alone gets no weight, as in clubSandwich.
struct ClusterAdjustment: Sendable, Equatable {
  /// Q_g'e_g: [cluster][term].
  let scores: [[Double]]
  /// Q_g'Q_g: [cluster][term][term].
  let grams: [[[Double]]]
  /// (I - Q_g'Q_g)^(-1/2): [cluster][term][term].
  private let roots: [[[Double]]]
  /// The coefficients as combinations of the coordinates: [coefficient][term].
  let combinations: [[Double]]

  init(scores: [[Double]], grams: [[[Double]]], combinations: [[Double]]) {
    self.scores = scores
    self.grams = grams
    self.combinations = combinations
    roots = grams.map { gram in
      SymmetricMatrix(gram).function { $0 < 1 - 1e-9 ? 1 / (1 - $0).squareRoot() : 0 }
    }
  }

  /// Vectors whose outer products sum to the covariance: [cluster][term].
  var parts: [[Double]] { zip(roots, scores).map { root, score in root.map { $0.dot(score) } } }

  /// Satterthwaite's degrees of freedom of a combination of coefficients; nil if the clusters do not
  /// determine its error.
  ///
  /// - Parameter weights: [coefficient].
  func degreesOfFreedom(_ weights: [Double]) -> Double? {
    let direction = direction(weights)
    var trace = 0.0
    var squares = 0.0
    var outer = direction.map { _ in direction.map { _ in 0.0 } }
    for (gram, root) in zip(grams, roots) {
      let reach = gram.map { $0.dot(direction) }
      let w = root.map { $0.dot(reach) }
      // u'S (I - S)^-1 u, less what the fit takes of it.
      let rooted = root.map { row in row.dot(w) }
      let own = direction.dot(rooted)
      let length = w.dot(w)
      trace += own - length
      squares += (own - length) * (own - length) - length * length
      for i in w.indices { for j in w.indices { outer[i][j] += w[i] * w[j] } }
    }
    squares += outer.reduce(0) { $0 + $1.dot($1) }
    guard trace > 1e-12, squares > 0 else { return nil }
    return trace * trace / squares
  }

  /// Two-sided p-value of a zero combination by the wild cluster bootstrap with the null hypothesis
  /// imposed (Cameron, Gelbach and Miller 2008) and Webb's (2023) six weights: with five clusters
  /// Rademacher's two have 32 combinations. The statistic is t with CR1 errors. Nil if undefined.
  ///
  /// - Parameters:
  ///   - coordinates: the fit in coordinates of Q: [term].
  ///   - weights: [coefficient].
  func wildBootstrap(
    _ weights: [Double], coordinates: [Double], replicates: Int, random: inout RandomStream
  ) -> Double? {
    let direction = direction(weights)
    let square = direction.dot(direction)
    guard scores.count > 1, square > 0 else { return nil }
    let excess = direction.dot(coordinates) / square
    let reaches = grams.map { gram in gram.map { $0.dot(direction) } }
    let restricted = zip(scores, reaches).map { score, reach in
      zip(score, reach).map { $0 + excess * $1 }
    }
    let own = restricted.map { direction.dot($0) }
    let spread = scores.reduce(0) { $0 + direction.dot($1) * direction.dot($1) }
    let size = (square * coordinates.dot(coordinates)).squareRoot()
    guard !Rounding.isAll(of: spread.squareRoot(), scale: size) else { return nil }
    let observed = abs(direction.dot(coordinates)) / spread.squareRoot()
    var reached = 0
    for _ in 0..<replicates {
      let draws = scores.map { _ in Self.webb[random.integer(below: Self.webb.count)] }
      var shift = direction.map { _ in 0.0 }
      for (draw, score) in zip(draws, restricted) {
        for term in shift.indices { shift[term] += draw * score[term] }
      }
      var variance = 0.0
      for index in draws.indices {
        let rest = draws[index] * own[index] - reaches[index].dot(shift)
        variance += rest * rest
      }
      let statistic = abs(direction.dot(shift)) / variance.squareRoot()
      if statistic >= observed * (1 - 1e-12) { reached += 1 }
    }
    return Double(1 + reached) / Double(1 + replicates)
  }

  private static let webb = [0.5, 1, 1.5].flatMap { [$0.squareRoot(), -$0.squareRoot()] }

  private func direction(_ weights: [Double]) -> [Double] {
    let terms = scores.first?.count ?? 0
    return (0..<terms).map { term in
      zip(weights, combinations).reduce(0) { $0 + $1.0 * $1.1[term] }
    }
  }
}
