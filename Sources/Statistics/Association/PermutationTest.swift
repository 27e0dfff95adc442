public import Randomness

/// Tests that compare a statistic with what it would be had the rows been dealt out differently.
/// Rows are exchanged within blocks (runs) only, so that what differs between runs, and their
/// number, cannot pass for evidence.
///
/// The p-value is (1 + b) / (1 + B) for b of B random orders that reach the observed statistic
/// (Phipson and Smyth 2010): never zero, and at most a with a chance of at most a under the
/// hypothesis. Where all orders are no more than B, they are gone through instead, and the p-value is
/// their exact share.
public struct PermutationTest: Sendable, Equatable {
  /// As observed.
  public var statistic: Double
  public var pValue: Double
  /// Orders that were looked at, without the observed one if they are random.
  public var permutations: Int
  /// Whether they were all there are.
  public var isExact: Bool

  public enum Method: Sendable {
    case pearson
    /// Of ranks over all rows.
    case spearman
  }

  /// Of any statistic, large values speaking against the hypothesis that rows within a block could
  /// be exchanged.
  ///
  /// - Parameter statistic: of an order: for each row, the row whose value takes its place. Values
  ///   within `tolerance` of the observed one count as reaching it, as rounding may put them below.
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

  /// Of no association within blocks, two-sided: the statistic is the magnitude of the correlation
  /// of the two columns, or of their ranks, each less its block's mean.
  ///
  /// - Returns: nil where a column does not vary within any block, or values are not finite.
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

  /// Of one coefficient in a regression with other columns, two-sided, after Freedman and Lane
  /// (1983): what the others leave of the outcome is exchanged within blocks, and the statistic is
  /// the magnitude of its partial correlation with `x`, which does not hang on the size of the
  /// errors. All columns are taken less their blocks' means first, as ``WithinGroups`` does. Exact
  /// without `given`, near to it with. Time grows with rows times columns times permutations.
  ///
  /// - Returns: nil where the partial correlation within blocks is undefined.
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
      // What the other columns would explain of the exchanged residuals; their length is 1.
      var explained = 0.0
      for direction in space.basis {
        let part = direction.dot(shuffled)
        explained += part * part
      }
      return explained < 1 ? abs(u.dot(shuffled)) / (1 - explained).squareRoot() : 0
    }
  }

  /// The number of orders, unless it exceeds `limit`.
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

  /// Every order of rows within blocks, by Heap's algorithm in one block after the other.
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
