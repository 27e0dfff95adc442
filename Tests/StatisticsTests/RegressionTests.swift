// Behaviours locked here:
// - least squares with classical, HC1 and clustered errors equals exact arithmetic (with which
//   statsmodels agrees) to a relative 1e-8: ties, offsets of 1e6, condition numbers of 1e6, heavy
//   tails, clusters of unequal size
// - fits within groups equal the regression with a dummy, and a trend, for each group
// - redundant columns are named and left out, whatever else there is
// - what cannot be estimated is nil; a perfect fit has no error, interval or p-value
// - more rows than a block holds change nothing
// - classical and clustered 95% intervals cover in 93-97% of simulations
import Randomness
import Statistics
import Testing

struct RegressionRow: Decodable {
  var columns: [[Double]]
  var outcome: [Double]
  var groups: [Int]
  /// For each coefficient: value, standard error, t, p, lower and upper end.
  var classical: [[Double]]
  var heteroscedastic: [[Double]]
  var clustered: [[Double]]

  var predictors: Predictors { Predictors(named: columns) }
}

extension Predictors {
  /// Columns named x0, x1, ...
  init(named columns: [[Double]]) {
    self.init(names: columns.indices.map { "x\($0)" }, columns: columns)
  }
}

func expect(_ coefficient: Coefficient, _ reference: [Double], _ comment: Comment) {
  #expect(isCloseInProportion(coefficient.estimate.value, reference[0]), comment)
  #expect(isCloseInProportion(coefficient.standardError, reference[1]), comment)
  #expect(isCloseInProportion(coefficient.statistic ?? .nan, reference[2]), comment)
  // The error of a statistic t changes its p-value by about t^2 times as much.
  let allowed = 1e-8 * max(1, reference[2] * reference[2])
  #expect(abs((coefficient.pValue ?? .nan) - reference[3]) <= allowed * reference[3], comment)
  let size = abs(reference[0]) + reference[1]
  #expect(abs(coefficient.estimate.lower - reference[4]) <= 1e-8 * size, comment)
  #expect(abs(coefficient.estimate.upper - reference[5]) <= 1e-8 * size, comment)
}

@Suite struct RegressionTests {
  struct Row: Decodable {
    var name: String
    var rSquared: Double
    var adjustedRSquared: Double
    var standardized: [Double]
  }

  struct WithinRow: Decodable {
    var time: [Double]
    var degreesOfFreedom: Int
    var residualVariance: Double
  }

  @Test func leastSquaresEqualsTheReference() throws {
    let rows: [RegressionRow] = try Fixtures.load("regressions.json")
    let summaries: [Row] = try Fixtures.load("regressions.json")
    for (row, summary) in zip(rows, summaries) {
      for (errors, reference) in [
        (OrdinaryLeastSquares.Errors.classical, row.classical),
        (.heteroscedastic, row.heteroscedastic),
        (.clustered(Grouping(row.groups)), row.clustered),
      ] {
        let fit = try #require(
          OrdinaryLeastSquares.fit(row.predictors, outcome: row.outcome, errors: errors))
        #expect(fit.aliased.isEmpty)
        #expect(fit.coefficients.map(\.name) == ["(intercept)"] + row.predictors.names)
        for (coefficient, values) in zip(fit.coefficients, reference) {
          expect(coefficient, values, "\(summary.name), \(coefficient) against \(values)")
        }
        #expect(isClose(fit.rSquared, summary.rSquared))
        #expect(isClose(fit.adjustedRSquared, summary.adjustedRSquared))
        for (coefficient, value) in zip(fit.coefficients.dropFirst(), summary.standardized) {
          #expect(isClose(try #require(coefficient.standardized), value))
        }
      }
    }
  }

  @Test func fitsWithinGroupsEqualDummies() throws {
    let rows: [RegressionRow] = try Fixtures.load("within_groups.json")
    let details: [WithinRow] = try Fixtures.load("within_groups.json")
    for (row, detail) in zip(rows, details) {
      let groups = Grouping(row.groups)
      let within = WithinGroups(groups, time: detail.time.isEmpty ? nil : detail.time)
      for (errors, reference) in [
        (OrdinaryLeastSquares.Errors.classical, row.classical),
        (.heteroscedastic, row.heteroscedastic), (.clustered(groups), row.clustered),
      ] {
        let fit = try #require(within.fit(row.predictors, outcome: row.outcome, errors: errors))
        #expect(fit.residualDegreesOfFreedom == detail.degreesOfFreedom)
        #expect(isClose(fit.residualVariance, detail.residualVariance))
        for (coefficient, values) in zip(fit.coefficients, reference) {
          expect(coefficient, values, "\(coefficient) against \(values)")
        }
      }
      // With one column, the correlation within groups tests the same thing.
      guard row.columns.count == 1 else { continue }
      let correlation = try #require(within.correlation(row.columns[0], row.outcome))
      #expect(isClose(correlation.pValue, row.classical[0][3]))
    }
  }

  @Test func trendsWithinRunsDoNotPassForEffects() throws {
    var random = RandomStream(seed: 4, path: "trend")
    let runs = (0..<120).map { $0 / 20 }
    let time = (0..<120).map { Double($0 % 20) }
    let label = time.indices.map { 0.3 * time[$0] + Double(runs[$0]) + random.normal() }
    let reward = time.indices.map { 0.5 * time[$0] + Double(runs[$0]) + random.normal() }
    let naive = try #require(Correlation.pearson(label, reward))
    #expect(naive.pValue < 1e-3)
    let honest = WithinGroups(Grouping(runs), time: time)
    let fit = try #require(honest.fit(["label": label], outcome: reward))
    #expect(abs(try #require(fit["label"]?.statistic)) < 3)
    #expect(honest.absorbed == 12)
  }

  @Test func redundantColumnsAreNamed() throws {
    var random = RandomStream(seed: 6, path: "aliased")
    let a = (0..<40).map { _ in random.normal() + 1e6 }
    let b = (0..<40).map { _ in random.normal() }
    let y = a.indices.map { a[$0] - b[$0] + random.normal() }
    let clean = try #require(OrdinaryLeastSquares.fit(["a": a, "b": b], outcome: y))
    let fit = try #require(
      OrdinaryLeastSquares.fit(
        [
          "a": a, "constant": a.map { _ in 0.1 }, "b": b, "zero": a.map { _ in 0 },
          "sum": zip(a, b).map { 2 * $0 - $1 + 3 },
        ], outcome: y))
    #expect(fit.aliased == ["constant", "zero", "sum"])
    #expect(fit.coefficients.map(\.name) == ["(intercept)", "a", "b"])
    for (one, other) in zip(fit.coefficients, clean.coefficients) {
      #expect(isClose(one.estimate.value, other.estimate.value))
      #expect(isClose(one.standardError, other.standardError))
    }
    let within = WithinGroups(Grouping((0..<40).map { $0 % 4 }))
    let ofGroup = (0..<40).map { 0.1 + Double($0 % 4) / 3 }
    let inner = try #require(within.fit(["run": ofGroup, "b": b], outcome: y))
    #expect(inner.aliased == ["run"])
  }

  @Test func undetermined() {
    let x = [1.0, 2, 3, 4]
    #expect(OrdinaryLeastSquares.fit(["x": x], outcome: [2, 2, 2, 2]) == nil)
    #expect(OrdinaryLeastSquares.fit(["x": [1, 2]], outcome: [3, 5]) == nil)
    #expect(OrdinaryLeastSquares.fit(["x": [1, 2, .nan, 3]], outcome: x) == nil)
    #expect(OrdinaryLeastSquares.fit(["x": x], outcome: [1, 5, 2, .infinity]) == nil)
    #expect(
      OrdinaryLeastSquares.fit(
        ["x": x], outcome: [1, 5, 2, 3], errors: .clustered(.single(rows: 4))) == nil)
    let empty = OrdinaryLeastSquares.fit([:], outcome: x)
    #expect(empty?.coefficients.first?.estimate.value == 2.5 && empty?.rSquared == 0)
    #expect(WithinGroups(Grouping([1, 2, 3, 4])).fit(["x": x], outcome: [4, 1, 2, 2]) == nil)
    #expect(OrdinaryLeastSquares.fit(["x": x], outcome: [1e200, 2e200, 0, 5e200]) == nil)
  }

  @Test func theReferenceCanBeNormal() throws {
    let rows: [RegressionRow] = try Fixtures.load("regressions.json")
    let row = try #require(rows.dropFirst(2).first)
    let fit = try #require(
      OrdinaryLeastSquares.fit(
        row.predictors, outcome: row.outcome, errors: .clustered(Grouping(row.groups)),
        reference: .normal))
    for (coefficient, values) in zip(fit.coefficients, row.clustered) {
      #expect(isClose(coefficient.standardError, values[1]))
      let p = StandardNormal.twoSided(try #require(coefficient.statistic))
      #expect(coefficient.pValue == p && p < values[3])
    }
  }

  @Test func combinationsOfCoefficients() throws {
    var random = RandomStream(seed: 9, path: "combination")
    let a = (0..<30).map { _ in random.normal() }
    let b = (0..<30).map { _ in random.normal() }
    let y = a.indices.map { 2 * a[$0] - b[$0] + random.normal() }
    let fit = try #require(OrdinaryLeastSquares.fit(["a": a, "b": b], outcome: y))
    // The difference is the coefficient of a when b is measured as a + b.
    let sum = zip(a, b).map { $0 + $1 }
    let other = try #require(OrdinaryLeastSquares.fit(["a": a, "sum": sum], outcome: y)?["a"])
    let difference = fit.combination(["a": 1, "b": -1], name: "a - b")
    #expect(isClose(difference.estimate.value, other.estimate.value))
    #expect(isClose(difference.standardError, other.standardError))
    #expect(isClose(difference.estimate.lower, other.estimate.lower))
  }

  @Test func manyRowsEqualTheirBlocks() throws {
    var random = RandomStream(seed: 5, path: "rows")
    let x = (0..<3000).map { _ in random.normal() + 1e6 }
    let y = x.map { 0.5 * ($0 - 1e6) + random.normal() }
    let groups = Grouping((0..<3000).map { $0 % 37 })
    let fit = try #require(
      OrdinaryLeastSquares.fit(["x": x], outcome: y, errors: .clustered(groups)))
    let meanX = x.reduce(0) { $0 + ($1 - 1e6) } / 3000 + 1e6
    let meanY = y.reduce(0, +) / 3000
    let square = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    let slope = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / square
    var pulls = [Double](repeating: 0, count: 37)
    for row in 0..<3000 {
      let residual = y[row] - meanY - slope * (x[row] - meanX)
      pulls[groups.indices[row]] += (x[row] - meanX) * residual / square
    }
    let correction: Double = 37.0 / 36 * 2999 / 2998
    let variance = pulls.reduce(0) { $0 + $1 * $1 } * correction
    let coefficient = try #require(fit["x"])
    #expect(isClose(coefficient.estimate.value, slope))
    #expect(isClose(coefficient.standardError, variance.squareRoot()))
  }

  @Test func intervalsCoverTheTruth() throws {
    var classical = 0
    var clustered = 0
    for index in 0..<600 {
      var random = RandomStream(seed: 12, path: "regression/\(index)")
      let x = (0..<20).map { _ in random.normal() }
      let y = x.map { 0.4 * $0 + random.normal() }
      let fit = try #require(OrdinaryLeastSquares.fit(["x": x], outcome: y)?["x"])
      if fit.estimate.covers(0.4) { classical += 1 }
      let groups = (0..<160).map { $0 / 4 }
      let levels = (0..<40).map { _ in (random.normal(), random.normal()) }
      let z = groups.map { levels[$0].0 + 0.5 * random.normal() }
      let w = groups.indices.map { z[$0] * 0.4 + levels[groups[$0]].1 + random.normal() }
      let robust = try #require(
        OrdinaryLeastSquares.fit(["z": z], outcome: w, errors: .clustered(Grouping(groups)))?["z"])
      if robust.estimate.covers(0.4) { clustered += 1 }
    }
    #expect((558...582).contains(classical), "\(classical)")
    #expect((546...582).contains(clustered), "\(clustered)")
  }

  @Test func perfectFitsHaveNoError() throws {
    let x = (0..<12).map { Double($0 * $0 % 7) / 10 }
    let z = (0..<12).map { Double($0 % 5) / 3 }
    let clusters = Grouping((0..<12).map { $0 / 3 })
    for errors in [
      OrdinaryLeastSquares.Errors.classical, .heteroscedastic, .clustered(clusters),
      .clusteredBiasReduced(clusters),
    ] {
      let fit = try #require(
        OrdinaryLeastSquares.fit(
          Predictors(names: ["x", "z"], columns: [x, z]), outcome: x.map { 0.1 + 0.3 * $0 },
          errors: errors))
      let all = fit.coefficients + [fit.combination(["x": 1, "z": -1], name: "difference")]
      for coefficient in all {
        #expect(coefficient.standardError == 0, "\(coefficient)")
        #expect(coefficient.pValue == nil && coefficient.estimate.interval == nil)
        #expect(coefficient.detectable(power: 0.8, significance: 0.05) == nil)
      }
      var random = RandomStream(seed: 1, path: "perfect")
      #expect(fit.wildBootstrap("x", replicates: 99, random: &random) == nil)
    }
  }
}
