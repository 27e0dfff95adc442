// Behaviours locked here:
// - coefficients, classical and clustered errors, z, p, intervals and likelihoods equal
//   statsmodels' Logit to a relative 1e-8
// - complete and quasi-complete separation are found where linear programming finds them, nowhere
//   else, and name the columns that do it
// - a constant outcome, values that are not finite and too few rows are outcomes, not crashes
import Randomness
import Statistics
import Testing

@Suite struct LogisticRegressionTests {
  struct Row: Decodable {
    var columns: [[Double]]
    var outcome: [Double]
    var groups: [Int]
    var classical: [[Double]]
    var clustered: [[Double]]
    var logLikelihood: Double
    var nullLogLikelihood: Double
    var pseudoRSquared: Double
    var pValue: Double
  }

  struct SeparationRow: Decodable {
    var columns: [[Double]]
    var outcome: [Double]
    /// `overlap`, `quasi` or `complete`.
    var kind: String
  }

  func fitted(_ outcome: LogisticRegression.Outcome) -> LogisticRegression? {
    if case .fitted(let fit) = outcome { fit } else { nil }
  }

  @Test func fitsEqualStatsmodels() throws {
    for row: Row in try Fixtures.load("logistic.json") {
      let predictors = Predictors(named: row.columns)
      let outcome = row.outcome.map { $0 > 0 }
      let fit = try #require(fitted(LogisticRegression.fit(predictors, outcome: outcome)))
      for (coefficient, reference) in zip(fit.coefficients, row.classical) {
        expect(coefficient, reference, "\(coefficient) against \(reference)")
      }
      #expect(isClose(fit.logLikelihood, row.logLikelihood))
      #expect(isClose(fit.nullLogLikelihood, row.nullLogLikelihood))
      #expect(isClose(fit.pseudoRSquared, row.pseudoRSquared))
      #expect(isCloseInProportion(fit.pValue, row.pValue))
      let robust = try #require(
        fitted(
          LogisticRegression.fit(
            predictors, outcome: outcome, errors: .clustered(Grouping(row.groups)),
            reference: .normal)))
      for (coefficient, reference) in zip(robust.coefficients, row.clustered) {
        expect(coefficient, reference, "clustered: \(coefficient) against \(reference)")
      }
    }
  }

  @Test func separationsAreThoseOfLinearProgramming() throws {
    var counts: [String: Int] = [:]
    for row: SeparationRow in try Fixtures.load("separations.json") {
      counts[row.kind, default: 0] += 1
      let outcome = LogisticRegression.fit(
        Predictors(named: row.columns), outcome: row.outcome.map { $0 > 0 })
      switch outcome {
      case .fitted: #expect(row.kind == "overlap", "\(row)")
      case .separated(let separation):
        #expect(row.kind == (separation.isComplete ? "complete" : "quasi"), "\(row)")
      default: Issue.record("\(outcome): \(row)")
      }
    }
    #expect(counts.count == 3 && counts.values.allSatisfy { $0 > 3 }, "\(counts)")
  }

  @Test func separationNamesItsColumns() {
    var random = RandomStream(seed: 8, path: "separation")
    let noise = (0..<60).map { _ in random.normal() }
    let label = (0..<60).map { _ in random.bernoulli(0.4) ? 1.0 : 0 }
    // Wherever the label is set the answer is yes; elsewhere it is either.
    let outcome = label.map { $0 == 1 || random.bernoulli(0.5) }
    let result = LogisticRegression.fit(["noise": noise, "label": label], outcome: outcome)
    #expect(result == .separated(.init(isComplete: false, columns: ["label"])))
    let wide = LogisticRegression.fit(
      ["label": label.map { 1e6 + 1e-3 * $0 }], outcome: label.map { $0 == 1 })
    #expect(wide == .separated(.init(isComplete: true, columns: ["label"])))
  }

  @Test func otherOutcomes() throws {
    let x = [1.0, 2, 3, 4, 5, 6]
    let mixed = [true, false, true, false, true, false]
    #expect(
      LogisticRegression.fit(["x": x], outcome: x.map { _ in true }) == .constantOutcome)
    #expect(LogisticRegression.fit(["x": [1, 2]], outcome: [true, false]) == .undetermined)
    #expect(
      LogisticRegression.fit(["x": [1, 2, .nan, 4, 5, 6]], outcome: mixed) == .undetermined)
    let fit = try #require(
      fitted(LogisticRegression.fit(["x": x, "one": x.map { _ in 1 }], outcome: mixed)))
    #expect(fit.aliased == ["one"])
    let null = try #require(fitted(LogisticRegression.fit([:], outcome: mixed)))
    #expect(isClose(null.coefficients[0].estimate.value, 0) && null.pValue == 1)
    // A heavy tail is no separation.
    let tail = [1e8, 2, -3, 4, 5, -6, 0, 1]
    let outcome = [true, false, true, false, true, false, true, false]
    #expect(fitted(LogisticRegression.fit(["x": tail], outcome: outcome)) != nil)
  }
}
