// Behaviours locked here:
// - intraclass correlations, their intervals and F test equal pingouin's formulas on statsmodels'
//   mean squares
// - nothing to tell apart, or no repeats, is no reliability; repeats that agree are a perfect one,
//   without an interval
// - the correction for attenuation undoes simulated noise, and gives up without reliability
import Randomness
import Statistics
import Testing

@Suite struct ReliabilityTests {
  struct Row: Decodable {
    var scores: [[Double]]
    /// Value, lower and upper end.
    var single: [Double]
    var average: [Double]
    /// F and its p-value.
    var test: [Double]
  }

  @Test func intraclassCorrelationsEqualTheReference() throws {
    for row: Row in try Fixtures.load("reliabilities.json") {
      let reliability = try #require(Reliability.estimate(row.scores))
      for (estimate, reference) in [
        (reliability.single, row.single), (reliability.average, row.average),
      ] {
        #expect(isClose(estimate.value, reference[0]))
        #expect(isClose(estimate.lower, reference[1]))
        #expect(isClose(estimate.upper, reference[2]))
      }
      #expect(isCloseInProportion(reliability.f, row.test[0]))
      #expect(isCloseInProportion(reliability.pValue, row.test[1]))
      #expect(isClose(reliability.repeats, Double(row.scores[0].count)))
    }
  }

  @Test func degenerateScores() throws {
    #expect(Reliability.estimate([]) == nil)
    #expect(Reliability.estimate([[1, 2]]) == nil)
    #expect(Reliability.estimate([[1], [2], [3]]) == nil)
    #expect(Reliability.estimate([[0.1, 0.1], [0.1, 0.1, 0.1]]) == nil)
    #expect(Reliability.estimate([[1, 2], [.nan, 1]]) == nil)
    let perfect = try #require(Reliability.estimate([[0.1, 0.1, 0.1], [0.7, 0.7, 0.7]]))
    #expect(perfect.single == Estimate(value: 1) && perfect.average == Estimate(value: 1))
    #expect(perfect.f == .infinity && perfect.pValue == 0)
    // Items that are more alike than their repeats.
    let negative = try #require(Reliability.estimate([[0, 1], [1, 0], [0.1, 1]]))
    #expect(negative.average.value < 0)
    // An item with a repeat less stays in.
    let uneven = try #require(Reliability.estimate([[1, 1.2], [2, 2.1, 2.3], [], [4, 4.4]]))
    #expect(uneven.repeats > 2 && uneven.repeats < 7.0 / 3)
  }

  @Test func attenuation() throws {
    var random = RandomStream(seed: 2, path: "attenuation")
    let label = (0..<4000).map { _ in random.normal() }
    let truth = label.map { 0.6 * $0 + 0.8 * random.normal() }
    let scores = truth.map { value in (0..<4).map { _ in value + 2 * random.normal() } }
    let reliability = try #require(Reliability.estimate(scores))
    #expect(abs(reliability.average.value - 0.5) < 0.04)
    let observed = try #require(Correlation.pearson(label, scores.map(\.mean)))
    #expect(abs(observed.coefficient - 0.6 * 0.5.squareRoot()) < 0.04)
    let corrected = try #require(
      Reliability.disattenuated(observed.estimate, reliability: reliability.average.value))
    #expect(abs(corrected.value - 0.6) < 0.04)
    #expect(corrected.lower < corrected.value && corrected.value < corrected.upper)
    #expect(Reliability.disattenuated(observed.estimate, reliability: 0) == nil)
    #expect(Reliability.disattenuated(observed.estimate, reliability: -0.2) == nil)
    #expect(Reliability.disattenuated(observed.estimate, reliability: .nan) == nil)
  }
}
