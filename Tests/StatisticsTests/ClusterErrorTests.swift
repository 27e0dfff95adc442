// Locks:
// - bias-reduced errors with Satterthwaite's degrees of freedom are clubSandwich's, with an intercept, with
//   groups' dummies absorbed beforehand, and with a column that one cluster alone determines
// - a combination of coefficients has the degrees of freedom of the combination
// - columns that dummies absorb wholly or almost are left out; nothing is left: no coefficients
// - tests find what is not there in about 5% of logs, at 3, 5 and 8 runs, with independent steps and with
//   steps that follow each other at .8 (docs/statistics.md has the long simulation)
// - p-values of the wild bootstrap are wildboottest's, up to the Monte Carlo error of both
// - the wild bootstrap's p is near the t test's for many clusters

import Coverage
import Foundation
import Randomness
import Statistics
import Testing

@Suite struct ClusterErrorTests {
  struct Row: Decodable {
    var columns: [[Double]]
    var outcome: [Double]
    var clusters: [Int]
    var groups: [Int]?
    var coefficients: [Double]
    var errors: [Double]
    var degreesOfFreedom: [Double]
    var pValues: [Double]
  }

  @Test func errorsAreThoseOfClubSandwich() throws {
    let rows: [Row] = try Fixtures.load("cluster_errors.json")
    #expect(rows.count == 5)
    for (index, row) in rows.enumerated() {
      let predictors = Predictors(named: row.columns)
      let errors = OrdinaryLeastSquares.Errors.clusteredBiasReduced(Grouping(row.clusters))
      let fit = try #require(
        row.groups.map {
          WithinGroups(Grouping($0)).fit(predictors, outcome: row.outcome, errors: errors)
        } ?? OrdinaryLeastSquares.fit(predictors, outcome: row.outcome, errors: errors))
      #expect(fit.coefficients.count == row.coefficients.count)
      for (place, coefficient) in fit.coefficients.enumerated() {
        for (name, own, reference) in [
          ("value", coefficient.estimate.value, row.coefficients[place]),
          ("error", coefficient.standardError, row.errors[place]),
          ("df", coefficient.degreesOfFreedom ?? .nan, row.degreesOfFreedom[place]),
          ("p", coefficient.pValue ?? .nan, row.pValues[place]),
        ] {
          #expect(
            abs(own - reference) <= 1e-7 * abs(reference),
            "case \(index), \(coefficient.name), \(name): \(own), not \(reference)")
        }
      }
      if row.columns.count > 1 {
        let sum = fit.combination(["x0": 1, "x1": 0], name: "x0")
        #expect(sum.degreesOfFreedom == fit["x0"]?.degreesOfFreedom)
        #expect(abs((sum.pValue ?? .nan) - (fit["x0"]?.pValue ?? .nan)) < 1e-12)
      }
    }
  }

  struct WildRow: Decodable {
    var x: [Double]
    var outcome: [Double]
    var clusters: [Int]
    var intercept: Bool
    /// With its standard error.
    var p, error: Double
  }

  @Test func wildBootstrapsAreThoseOfWildboottest() throws {
    let rows: [WildRow] = try Fixtures.load("wild_bootstrap.json")
    #expect(rows.count == 6)
    let replicates = 20_000
    for (index, row) in rows.enumerated() {
      let fit = try #require(
        OrdinaryLeastSquares.fit(
          Predictors(names: ["x"], columns: [row.x]), outcome: row.outcome,
          intercept: row.intercept, errors: .clusteredBiasReduced(Grouping(row.clusters))))
      var random = RandomStream(seed: 11, path: "wild/\(index)")
      let p = try #require(fit.wildBootstrap("x", replicates: replicates, random: &random))
      let own = (row.p * (1 - row.p) / Double(replicates)).squareRoot()
      let error = (own * own + row.error * row.error).squareRoot()
      #expect(abs(p - row.p) < 4 * error, "case \(index): \(p), not \(row.p)")
    }
  }

  @Test func whatDummiesAbsorb() throws {
    let groups = Grouping([0, 0, 0, 1, 1, 1, 2, 2, 2])
    let y = [1.0, 2, 4, 2, 2, 5, 1, 0, 3]
    let constant = [3.0, 3, 3, 7, 7, 7, 0.1, 0.1, 0.1]
    let almost = zip(constant, y).map { $0 + 1e-17 * $1 }
    for errors in [
      OrdinaryLeastSquares.Errors.classical, .heteroscedastic, .clustered(groups),
      .clusteredBiasReduced(groups), .unknown,
    ] {
      for column in [constant, almost] {
        let fit = try #require(
          WithinGroups(groups).fit(["x": column], outcome: y, errors: errors))
        #expect(fit.coefficients.isEmpty && fit.aliased == ["x"])
        var random = RandomStream(seed: 1, path: "absorbed")
        #expect(fit.wildBootstrap("x", random: &random) == nil)
      }
    }
    let fit = try #require(
      WithinGroups(groups).fit(
        ["x": [1, 2, 3, 1, 2, 3, 1, 2, 4]], outcome: y, errors: .unknown))
    #expect(fit.coefficients[0].pValue == nil && fit.coefficients[0].estimate.interval == nil)
  }

  // MARK: Simulation

  @Test(.enabled(if: Simulation.isRun), arguments: SimulatedLog.Test.allCases, [3, 5, 8])
  func testsKeepTheirLevel(_ test: SimulatedLog.Test, _ runs: Int) {
    let study = CoverageStudy(replicates: 400)
    for correlation in [0, 0.8] {
      let rate = study.rate("test/\(test.rawValue)/\(correlation)/\(runs)") { random in
        let log = SimulatedLog(runs: runs, correlation: correlation, random: &random)
        return (log.pValue(test, orders: 199, random: &random) ?? 1) < 0.05
      }
      // 400 replicates have a standard error of 1.1 points.
      let most = test == .wild || test == .logistic ? 0.12 : 0.085
      #expect(rate < most, "\(test.rawValue), \(runs) runs, steps at \(correlation): \(rate)")
      if test == .permutation { #expect(rate > 0.02, "\(runs) runs: \(rate)") }
    }
  }

  @Test func manyClustersAgree() throws {
    var random = RandomStream(seed: 5, path: "many")
    let log = SimulatedLog(runs: 60, correlation: 0.5, random: &random)
    let y = zip(log.x, log.y).map { $1 + 0.04 * $0 }
    let fit = try #require(
      WithinGroups(Grouping(log.steps)).fit(
        ["x": log.x], outcome: y, errors: .clusteredBiasReduced(Grouping(log.runs))))
    let p = try #require(fit["x"]?.pValue)
    let wild = try #require(fit.wildBootstrap("x", random: &random))
    #expect(abs(p - wild) < 0.02, "\(p), \(wild)")
  }
}
