import Foundation

extension Correlation {
  /// Kendall's tau-b, as `scipy.stats.kendalltau` with method `auto`. The p-value is exact without
  /// ties if n <= 33 or at most one pair is discordant (or concordant); otherwise normal with the
  /// tie-corrected variance. O(n log n), by Knight's algorithm (1966).
  ///
  /// The interval is Fisher's with the standard error of Fieller, Hartley and Pearson (1957),
  /// sqrt(0.437 / (n - 4)), good for |tau| < 0.8 and few ties; -1...1 for n <= 4. Nil under the
  /// same conditions as the other correlations.
  public static func kendall(
    _ x: [Double], _ y: [Double], level: Double = 0.95
  ) -> CorrelationTest? {
    precondition(x.count == y.count, "columns have one value per row")
    guard !x.isDegenerate && !y.isDegenerate else { return nil }
    let n = x.count
    let pairs = PairCounts(x, y)
    let untiedX = Double(pairs.total - pairs.tiedX.pairs)
    let untiedY = Double(pairs.total - pairs.tiedY.pairs)
    let tau = clamped(
      Double(pairs.concordantMinusDiscordant) / untiedX.squareRoot() / untiedY.squareRoot())
    let fewest = min(pairs.discordant, pairs.total - pairs.discordant)
    let p: Double
    if pairs.tiedX.pairs == 0 && pairs.tiedY.pairs == 0 && (n <= 33 || fewest <= 1) {
      p = exactTail(count: n, discordant: fewest)
    } else {
      p = StandardNormal.twoSided(
        Double(pairs.concordantMinusDiscordant) / pairs.variance.squareRoot())
    }
    let error = n > 4 ? (0.437 / Double(n - 4)).squareRoot() : .infinity
    return CorrelationTest(
      estimate: fisherInterval(tau, standardError: error, level: level), pValue: min(p, 1), count: n
    )
  }

  /// 2 P(at most `discordant` of the pairs of n items are discordant) if all orders are equally
  /// likely; 1 in the middle.
  static func exactTail(count n: Int, discordant: Int) -> Double {
    if 4 * discordant == n * (n - 1) { return 1 }
    if discordant <= 1 && n > 33 {
      // One order has no discordant pair and n - 1 orders have one: 1 / n! or 1 / (n - 1)! in
      // total.
      return 2 * (2...(discordant == 0 ? n : n - 1)).reduce(1.0) { $0 / Double($1) }
    }
    // Probabilities of 0...discordant inversions, inserting items one by one.
    var mass = [1.0] + [Double](repeating: 0, count: discordant)
    for items in 2...max(n, 2) {
      mass = mass.indices.map { inversions in
        mass[max(0, inversions - items + 1)...inversions].reduce(0, +) / Double(items)
      }
    }
    return 2 * mass.reduce(0, +)
  }
}

/// Counts of pairs of rows by their order.
private struct PairCounts {
  struct Ties {
    var pairs = 0
    /// Sums over groups of t tied values of t (t - 1) (t - 2) and of t (t - 1) (2 t + 5).
    var cubic = 0.0
    var weighted = 0.0

    mutating func add(_ sizes: [Int]) {
      for size in sizes {
        let t = Double(size)
        pairs += size * (size - 1) / 2
        cubic += t * (t - 1) * (t - 2)
        weighted += t * (t - 1) * (2 * t + 5)
      }
    }
  }

  let count: Int
  let total: Int
  var tiedX = Ties()
  var tiedY = Ties()
  var discordant = 0
  var concordantMinusDiscordant = 0

  init(_ x: [Double], _ y: [Double]) {
    count = x.count
    total = count * (count - 1) / 2
    let order = x.indices.sorted { x[$0] != x[$1] ? x[$0] < x[$1] : y[$0] < y[$1] }
    var both = Ties()
    tiedX.add(Self.runs(of: count) { x[order[$0]] == x[order[$1]] })
    both.add(Self.runs(of: count) { x[order[$0]] == x[order[$1]] && y[order[$0]] == y[order[$1]] })
    var sorted = order.map { y[$0] }
    discordant = Self.sortCountingInversions(&sorted)
    tiedY.add(Self.runs(of: count) { sorted[$0] == sorted[$1] })
    concordantMinusDiscordant = total - tiedX.pairs - tiedY.pairs + both.pairs - 2 * discordant
  }

  /// Variance of concordant minus discordant pairs if x and y are independent.
  var variance: Double {
    let n = Double(count)
    let m = n * (n - 1)
    let base = (m * (2 * n + 5) - tiedX.weighted - tiedY.weighted) / 18
    let pairs = 2 * Double(tiedX.pairs) * Double(tiedY.pairs) / m
    let triples = count > 2 ? tiedX.cubic * tiedY.cubic / (9 * m * (n - 2)) : 0
    return base + pairs + triples
  }

  /// Lengths of runs of two or more equal neighbours.
  private static func runs(of count: Int, where alike: (Int, Int) -> Bool) -> [Int] {
    var lengths: [Int] = []
    var start = 0
    for index in 1...count where index == count || !alike(index - 1, index) {
      if index - start > 1 { lengths.append(index - start) }
      start = index
    }
    return lengths
  }

  /// Bottom-up merge sort; returns the number of inverted pairs.
  private static func sortCountingInversions(_ values: inout [Double]) -> Int {
    let count = values.count
    var scratch = values
    var inversions = 0
    var width = 1
    while width < count {
      var start = 0
      while start < count {
        let middle = min(start + width, count)
        let end = min(start + 2 * width, count)
        var left = start
        var right = middle
        for target in start..<end {
          if right >= end || (left < middle && values[left] <= values[right]) {
            scratch[target] = values[left]
            left += 1
          } else {
            scratch[target] = values[right]
            right += 1
            inversions += middle - left
          }
        }
        start = end
      }
      swap(&values, &scratch)
      width *= 2
    }
    return inversions
  }
}
