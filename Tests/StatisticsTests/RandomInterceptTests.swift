// Behaviours locked here:
// - coefficients, errors, variances and likelihood equal those at the root of the restricted
//   likelihood's derivative, computed from dense matrices, to a relative 1e-8, with errors by
//   statsmodels' own information matrix there
// - statsmodels' MixedLM, which stops near the optimum, agrees to what it stops at
// - no variance between groups gives least squares
// - single groups, groups of one and constant outcomes are nil
import Randomness
import Statistics
import Testing

@Suite struct RandomInterceptTests {
  struct Row: Decodable {
    var columns: [[Double]]
    var outcome: [Double]
    var groups: [Int]
    var coefficients: [[Double]]
    var groupVariance: Double
    var residualVariance: Double
    var logLikelihood: Double
    /// Coefficients as it finds them; none where there is no variance between groups.
    var statsmodels: [Double]
    var statsmodelsLogLikelihood: Double
  }

  @Test func fitsEqualTheReference() throws {
    for row: Row in try Fixtures.load("random_intercepts.json") {
      let fit = try #require(
        RandomInterceptModel.fit(
          Predictors(named: row.columns), outcome: row.outcome, groups: Grouping(row.groups)))
      for (coefficient, reference) in zip(fit.coefficients, row.coefficients) {
        expect(coefficient, reference, "\(coefficient) against \(reference)")
      }
      #expect(isClose(fit.groupVariance, row.groupVariance))
      #expect(isClose(fit.residualVariance, row.residualVariance))
      #expect(isClose(fit.logLikelihood, row.logLikelihood))
      // The likelihood is flat where statsmodels stops, coefficients are not.
      #expect(abs(fit.logLikelihood / row.statsmodelsLogLikelihood - 1) < 1e-6)
      for (coefficient, value) in zip(fit.coefficients, row.statsmodels) {
        #expect(abs(coefficient.estimate.value - value) < 1e-3 * abs(value))
      }
    }
  }

  @Test func offsetsChangeTheInterceptOnly() throws {
    let rows: [Row] = try Fixtures.load("random_intercepts.json")
    let row = try #require(rows.first)
    let groups = Grouping(row.groups)
    let plain = try #require(
      RandomInterceptModel.fit(
        Predictors(named: row.columns), outcome: row.outcome, groups: groups))
    let moved = try #require(
      RandomInterceptModel.fit(
        Predictors(named: row.columns.map { $0.map { $0 + 4096 } }),
        outcome: row.outcome.map { $0 + 4096 }, groups: groups))
    #expect(isClose(plain.coefficients[1].estimate.value, moved.coefficients[1].estimate.value))
    #expect(isClose(plain.groupVariance, moved.groupVariance))
    #expect(isClose(plain.logLikelihood, moved.logLikelihood))
  }

  @Test func withoutVarianceBetweenGroupsItIsLeastSquares() throws {
    var random = RandomStream(seed: 3, path: "mixed")
    let groups = (0..<60).map { $0 % 6 }
    let x = (0..<60).map { _ in random.normal() }
    let noise = (0..<60).map { _ in random.normal() }
    // Groups more alike than chance has them.
    let y = zip(x, WithinGroups(Grouping(groups)).centred(noise)).map { $0 + $1 }
    let fit = try #require(
      RandomInterceptModel.fit(["x": x], outcome: y, groups: Grouping(groups)))
    let plain = try #require(OrdinaryLeastSquares.fit(["x": x], outcome: y))
    #expect(fit.groupVariance == 0 && fit.intraclassCorrelation == 0)
    for (one, other) in zip(fit.coefficients, plain.coefficients) {
      #expect(isClose(one.estimate.value, other.estimate.value))
      #expect(isClose(one.standardError, other.standardError))
    }
  }

  @Test func undetermined() {
    let x = [1.0, 2, 3, 4, 5, 7]
    let y = [2.0, 1, 4, 3.5, 6, 4]
    let pairs = Grouping([0, 0, 1, 1, 2, 2])
    #expect(RandomInterceptModel.fit(["x": x], outcome: y, groups: .single(rows: 6)) == nil)
    #expect(RandomInterceptModel.fit(["x": x], outcome: y, groups: Grouping(x)) == nil)
    #expect(RandomInterceptModel.fit(["x": x], outcome: x.map { _ in 3 }, groups: pairs) == nil)
    #expect(RandomInterceptModel.fit(["x": x], outcome: x, groups: pairs) == nil)
    // Within each group the outcome falls by as much as the column rises.
    #expect(RandomInterceptModel.fit(["x": x], outcome: [2, 1, 4, 3, 6, 4], groups: pairs) == nil)
    #expect(
      RandomInterceptModel.fit(
        ["x": x, "again": x.map { 2 * $0 }], outcome: y, groups: pairs)?.aliased == ["again"])
  }
}
