public import Randomness

/// Permutation tests that exchange rows only within blocks, such as the datasets of one step, so that
/// neither differences between blocks nor their number count as evidence.
///
/// The p-value is (1 + b) / (1 + B), where b of B random orders reach the observed statistic
/// (Phipson and Smyth 2010): never zero, and at most a with probability at most a under the null
/// hypothesis. If there are at most B orders in total, all are enumerated and the p-value is their
/// exact share.
public struct PermutationTest: Sendable, Equatable {
  /// The observed statistic.
  public var statistic: Double
  public var pValue: Double
  /// Number of orders evaluated, excluding the observed order if they are random.
  public var permutations: Int
  /// Whether all orders were enumerated.
  public var isExact: Bool

  public enum Method: Sendable {
    case pearson
    /// Correlation of ranks over all rows.
    case spearman
  }

  /// Tests any statistic; large values are evidence against exchangeable rows within blocks.
  ///
  /// - Parameter statistic: function of an order: for each row, the row whose value takes its
  ///   place. Values within `tolerance` of the observed one count as reaching it, because of
  ///   rounding.
  /// - Returns: nil if the observed statistic is not a number, or no block has two rows.
  public static func withinBlocks(
    _ blocks: Grouping, permutations: Int = 9999, tolerance: Double = 1e-12,
    random: inout RandomStream, statistic: ([Int]) -> Double
  ) -> PermutationTest? {
    precondition(permutations > 0)
    var order = Array(0..<blocks.rowCount)
    let observed = statistic(order)
    let rows = blocks.rows.filter { $0.count > 1 }
    guard !observed.isNaN && !rows.isEmpty else { return nil }
    let threshold = observed - tolerance
    if let total = orders(of: rows.map(\.count), atMost: permutations) {
      var reached = 0
      forEachOrder(of: rows, &order) { if statistic($0) >= threshold { reached += 1 } }
      return PermutationTest(
        statistic: observed, pValue: Double(reached) / Double(total), permutations: total,
        isExact: true)
    }
    var reached = 0
    for _ in 0..<permutations {
      for block in rows {
        for i in block.indices.dropLast() {
          order.swapAt(block[i], block[i + random.integer(below: block.count - i)])
        }
      }
      if statistic(order) >= threshold { reached += 1 }
    }
    return PermutationTest(
      statistic: observed, pValue: Double(1 + reached) / Double(1 + permutations),
      permutations: permutations, isExact: false)
  }

  /// Two-sided test of no association within blocks. The statistic is the absolute correlation of
  /// the two columns, or of their ranks, after subtracting block means.
  ///
  /// - Returns: nil if a column is constant within every block, or values are not finite.
  public static func correlation(
    _ x: [Double], _ y: [Double], blocks: Grouping, method: Method = .pearson,
    permutations: Int = 9999, random: inout RandomStream
  ) -> PermutationTest? {
    precondition(x.count == y.count && blocks.rowCount == x.count, "one value per row")
    guard x.allFinite && y.allFinite else { return nil }
    let within = WithinGroups(blocks)
    let columns = [x, y].map { method == .spearman ? Ranks.average($0) : $0 }
    guard let u = within.centred(columns[0]).unitDeviations,
      let v = within.centred(columns[1]).unitDeviations
    else { return nil }
    return withinBlocks(blocks, permutations: permutations, random: &random) { order in
      var sum = 0.0
      for row in order.indices { sum += u[order[row]] * v[row] }
      return abs(sum)
    }
  }

  /// Two-sided test of one regression coefficient given other columns, after Freedman and Lane
  /// (1983). Permutes the residuals of the outcome on the other columns within blocks; the
  /// statistic is their absolute partial correlation with `x`, which is independent of the error
  /// scale. First subtracts block means from all columns, as ``WithinGroups`` does. Exact without
  /// `given`, approximate with it. Time grows with rows times columns times permutations.
  ///
  /// - Returns: nil if the partial correlation within blocks is undefined.
  public static func coefficient(
    of x: [Double], given: Predictors, outcome y: [Double], blocks: Grouping,
    permutations: Int = 9999, random: inout RandomStream
  ) -> PermutationTest? {
    let rowCount = y.count
    precondition(
      x.count == rowCount && blocks.rowCount == rowCount
        && given.columns.allSatisfy { $0.count == rowCount }, "one value per row")
    guard x.allFinite && y.allFinite && given.columns.allSatisfy(\.allFinite) else { return nil }
    let within = WithinGroups(blocks)
    let others = given.columns.map(within.centred)
    let space = Orthogonalization(others, tolerances: others.map { _ in 1e-9 })
    let (centredX, centredY) = (within.centred(x), within.centred(y))
    let restX = space.split(centredX).rest
    let restY = space.split(centredY).rest
    guard restX.norm > 1e-9 * centredX.norm, restY.norm > 1e-9 * centredY.norm else { return nil }
    let u = restX.map { $0 / restX.norm }
    let v = restY.map { $0 / restY.norm }
    return withinBlocks(blocks, permutations: permutations, random: &random) { order in
      let shuffled = order.map { v[$0] }
      // Part of the permuted residuals (unit length) explained by the other columns.
      var explained = 0.0
      for direction in space.basis {
        let part = direction.dot(shuffled)
        explained += part * part
      }
      return explained < 1 ? abs(u.dot(shuffled)) / (1 - explained).squareRoot() : 0
    }
  }

  /// Number of orders; nil if above `limit`.
  private static func orders(of sizes: [Int], atMost limit: Int) -> Int? {
    var total = 1
    for size in sizes {
      for factor in 2...size {
        total *= factor
        if total > limit { return nil }
      }
    }
    return total
  }

  /// Visits every order of rows within blocks, by Heap's algorithm, one block after the other.
  private static func forEachOrder(
    of blocks: [[Int]], _ order: inout [Int], _ body: ([Int]) -> Void
  ) {
    func arrange(_ block: Int, _ count: Int, _ order: inout [Int]) {
      if block == blocks.count { return body(order) }
      let rows = blocks[block]
      if count == 1 {
        return arrange(block + 1, block + 1 < blocks.count ? blocks[block + 1].count : 0, &order)
      }
      for i in 0..<count {
        arrange(block, count - 1, &order)
        if i < count - 1 { order.swapAt(rows[count % 2 == 0 ? i : 0], rows[count - 1]) }
      }
    }
    arrange(0, blocks[0].count, &order)
  }
}
