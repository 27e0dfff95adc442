// Behaviours locked here:
// - Shapley shares equal brute force over statsmodels' R^2 of every subset, and sum to R^2
// - columns that repeat each other share alike, a constant one has nothing
// - a constant outcome and no columns are nil
import Statistics
import Testing

@Suite struct RelativeImportanceTests {
  struct Row: Decodable {
    var columns: [[Double]]
    var outcome: [Double]
    var shares: [Double]
    var rSquared: Double
  }

  @Test func sharesEqualBruteForce() throws {
    for row: Row in try Fixtures.load("importances.json") {
      let importance = try #require(
        RelativeImportance.shapley(Predictors(named: row.columns), outcome: row.outcome))
      for (share, reference) in zip(importance.shares, row.shares) {
        #expect(isClose(share, reference), "\(importance)")
      }
      #expect(isClose(importance.rSquared, row.rSquared))
      #expect(isClose(importance.shares.reduce(0, +), row.rSquared))
    }
    // Columns that repeat each other share alike.
    let x = [1.0, 4, 2, 8, 5, 7]
    let twins = try #require(
      RelativeImportance.shapley(
        ["x": x, "again": x.map { 2 - $0 }, "none": x.map { _ in 1 }],
        outcome: [1, 3, 2, 9, 4, 6]))
    #expect(isClose(twins.shares[0], twins.shares[1]) && twins.shares[2] == 0)
  }

  @Test func undetermined() {
    #expect(RelativeImportance.shapley(["x": [1, 2, 3, 4]], outcome: [1, 1, 1, 1]) == nil)
    #expect(RelativeImportance.shapley(["x": [1, 2, .nan]], outcome: [1, 3, 2]) == nil)
    #expect(RelativeImportance.shapley([:], outcome: [1, 2, 3]) == nil)
  }
}
