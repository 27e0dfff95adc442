// Behaviours locked here:
// - Pearson, Spearman and Kendall coefficients, p-values and intervals equal SciPy's to a relative
//   1e-8, with ties, tiny samples, large offsets and heavy tails
// - Kendall's pairs counted in O(n log n) are those counted one by one
// - partial correlations equal those of residuals
// - constant, repeated, short and non-finite columns have no correlation, rather than a nan
// - 95% intervals of Pearson's r cover in 93-97% of simulated samples
// - Holm's and Benjamini-Hochberg's p-values equal statsmodels'
import Randomness
import Statistics
import Testing

@Suite struct CorrelationTests {
  struct Row: Decodable {
    var x: [Double]
    var y: [Double]
    /// Coefficient, p-value, lower and upper end.
    var pearson: [Double]
    var spearman: [Double]
    var kendall: [Double]
  }

  struct PartialRow: Decodable {
    var x: [Double]
    var y: [Double]
    var given: [[Double]]
    var values: [Double]
  }

  struct AdjustedRow: Decodable {
    var values: [Double]
    var holm: [Double]
    var benjaminiHochberg: [Double]
  }

  func expect(_ test: CorrelationTest?, _ reference: [Double], _ comment: Comment) {
    guard let test else {
      Issue.record("undefined: \(comment)")
      return
    }
    #expect(isClose(test.coefficient, reference[0]), comment)
    // Of a perfect correlation rounding leaves 1e-290 or nothing.
    #expect(
      abs(test.pValue - reference[1]) <= max(1e-8 * reference[1], 1e-280),
      "\(test.pValue) \(comment)")
    // SciPy's interval around 1 has no width.
    guard reference[2] < reference[3] else {
      #expect(test.estimate.interval.map { $0.lower < $0.upper } ?? true, comment)
      return
    }
    #expect(isClose(test.estimate.lower, reference[2]), comment)
    #expect(isClose(test.estimate.upper, reference[3]), comment)
  }

  @Test func correlationsEqualSciPy() throws {
    for row: Row in try Fixtures.load("correlations.json") {
      let n = row.x.count
      expect(Correlation.pearson(row.x, row.y), row.pearson, "Pearson, n = \(n), \(row.pearson)")
      expect(Correlation.spearman(row.x, row.y), row.spearman, "Spearman, n = \(n) \(row.spearman)")
      expect(Correlation.kendall(row.x, row.y), row.kendall, "Kendall, n = \(n) \(row.kendall)")
      #expect(Correlation.pearson(row.x, row.y)?.count == n)
    }
  }

  @Test func kendallCountsEveryPair() throws {
    var random = RandomStream(seed: 3, path: "kendall")
    for count in 3...40 {
      let x = (0..<count).map { _ in Double(random.integer(below: 6)) }
      let y = (0..<count).map { _ in Double(random.integer(below: 9)) }
      var (balance, untiedX, untiedY) = (0.0, 0.0, 0.0)
      for i in 0..<count {
        for j in 0..<i {
          let (a, b) = (x[i] - x[j], y[i] - y[j])
          balance += a * b > 0 ? 1 : a * b < 0 ? -1 : 0
          untiedX += a != 0 ? 1 : 0
          untiedY += b != 0 ? 1 : 0
        }
      }
      let test = try #require(Correlation.kendall(x, y))
      #expect(isClose(test.coefficient, balance / (untiedX * untiedY).squareRoot()))
    }
  }

  @Test func undefinedCorrelations() {
    let x = [1.0, 2, 3, 4]
    for y in [[0.1, 0.1, 0.1, 0.1], [1, 2, 3, .nan], [1, 2, 3, .infinity]] {
      #expect(Correlation.pearson(x, y) == nil)
      #expect(Correlation.spearman(y, x) == nil)
      #expect(Correlation.kendall(x, y) == nil)
      #expect(PartialCorrelation.between(x, y, given: [:]) == nil)
    }
    #expect(Correlation.pearson([], []) == nil)
    #expect(Correlation.kendall([1], [2]) == nil)
    // What is known from the other columns has no part of its own.
    #expect(PartialCorrelation.between(x, [1, 0, 2, 7], given: ["twice": x.map { 2 * $0 }]) == nil)
  }

  @Test func perfectCorrelations() throws {
    let x = (0..<50).map { Double($0 * $0) }
    for test in [Correlation.pearson(x, x), Correlation.spearman(x, x), Correlation.kendall(x, x)] {
      let test = try #require(test)
      #expect(isClose(test.coefficient, 1) && test.pValue < 1e-20)
      #expect(test.estimate.interval.map { $0.lower > 0.9 && isClose($0.upper, 1) } ?? true)
    }
  }

  @Test func partialCorrelationsEqualThoseOfResiduals() throws {
    for row: PartialRow in try Fixtures.load("partial_correlations.json") {
      let names = row.given.indices.map { "z\($0)" }
      let given = Predictors(names: names, columns: row.given)
      expect(
        PartialCorrelation.between(row.x, row.y, given: given), row.values, "\(row.x.count) rows")
      // A repeated column changes nothing.
      let twice = Predictors(
        names: names + ["again"], columns: row.given + [row.given[0].map { 3 - $0 / 7 }])
      expect(PartialCorrelation.between(row.x, row.y, given: twice), row.values, "repeated")
      let all = Predictors(names: ["x"] + names, columns: [row.x] + row.given)
      expect(PartialCorrelation.each(all, outcome: row.y)[0], row.values, "each")
    }
  }

  @Test func intervalsCoverTheTruth() throws {
    var covered = 0
    for index in 0..<1000 {
      var random = RandomStream(seed: 7, path: "correlation/\(index)")
      let x = (0..<25).map { _ in random.normal() }
      let y = x.map { 0.6 * $0 + 0.8 * random.normal() }
      if try #require(Correlation.pearson(x, y)).estimate.covers(0.6) { covered += 1 }
    }
    #expect((930...970).contains(covered), "\(covered)")
  }

  @Test func adjustedPValuesEqualStatsmodels() throws {
    for row: AdjustedRow in try Fixtures.load("adjusted_p_values.json") {
      for (value, reference) in zip(MultipleTesting.holm(row.values), row.holm) {
        #expect(isCloseInProportion(value, reference))
      }
      for (value, reference) in zip(
        MultipleTesting.benjaminiHochberg(row.values), row.benjaminiHochberg)
      {
        #expect(isCloseInProportion(value, reference))
      }
    }
    #expect(MultipleTesting.holm([]).isEmpty)
  }
}
