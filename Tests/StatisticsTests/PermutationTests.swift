// Behaviours locked here:
// - where all orders within blocks can be gone through, p-values are the exact shares that SciPy's
//   permutation_test and brute force find
// - random orders come near them, and are a function of the stream
// - under the hypothesis p <= 0.05 in about 5% of simulations, though runs differ in their means
// - what does not vary within blocks has no test
import Randomness
import Statistics
import Testing

@Suite struct PermutationTests {
  struct Row: Decodable {
    var blocks: [Int]
    var x: [Double]
    var y: [Double]
    var given: [Double]
    /// Statistic and p-value.
    var correlation: [Double]
    var coefficient: [Double]
  }

  @Test func exactTestsEqualTheReference() throws {
    for row: Row in try Fixtures.load("permutations.json") {
      var random = RandomStream(seed: 1, path: "unused")
      let blocks = Grouping(row.blocks)
      let correlation = try #require(
        PermutationTest.correlation(row.x, row.y, blocks: blocks, random: &random))
      #expect(correlation.isExact)
      #expect(isClose(correlation.statistic, row.correlation[0]))
      #expect(isClose(correlation.pValue, row.correlation[1]))
      let coefficient = try #require(
        PermutationTest.coefficient(
          of: row.x, given: ["given": row.given], outcome: row.y, blocks: blocks, random: &random))
      #expect(isClose(coefficient.statistic, row.coefficient[0]))
      #expect(isClose(coefficient.pValue, row.coefficient[1]))
    }
  }

  @Test func randomOrdersComeNearTheExactOnes() throws {
    let rows: [Row] = try Fixtures.load("permutations.json")
    let row = rows[1]
    func test(_ path: String) throws -> PermutationTest {
      var random = RandomStream(seed: 2, path: path)
      return try #require(
        PermutationTest.correlation(
          row.x, row.y, blocks: Grouping(row.blocks), permutations: 700, random: &random))
    }
    let first = try test("a")
    #expect(!first.isExact && first.permutations == 700)
    #expect(abs(first.pValue - row.correlation[1]) < 0.05)
    #expect(try test("a") == first)
    #expect(isClose(first.pValue * 701, (first.pValue * 701).rounded()))
  }

  @Test func sizeUnderTheHypothesis() throws {
    var rejections = [0, 0, 0]
    for index in 0..<400 {
      var random = RandomStream(seed: 21, path: "permutation/\(index)")
      let runs = (0..<30).map { $0 % 5 }
      let levels = (0..<5).map { _ in 3 * random.normal() }
      let shared = (0..<30).map { _ in random.normal() }
      let x = runs.indices.map { levels[runs[$0]] + shared[$0] + random.normal() }
      let y = runs.indices.map { levels[runs[$0]] + random.normal() }
      let z = runs.indices.map { y[$0] + shared[$0] }
      let blocks = Grouping(runs)
      let tests = [
        PermutationTest.correlation(x, y, blocks: blocks, permutations: 199, random: &random),
        PermutationTest.correlation(
          x, y, blocks: blocks, method: .spearman, permutations: 199, random: &random),
        PermutationTest.coefficient(
          of: x, given: ["shared": shared], outcome: z, blocks: blocks, permutations: 199,
          random: &random),
      ]
      for (index, test) in tests.enumerated() {
        if try #require(test).pValue <= 0.05 { rejections[index] += 1 }
      }
    }
    // 20 are expected, with a standard deviation of 4.4.
    #expect(rejections.allSatisfy { (8...33).contains($0) }, "\(rejections)")
  }

  @Test func nothingToExchange() {
    var random = RandomStream(seed: 1, path: "none")
    let blocks = Grouping([0, 0, 1, 1])
    let y = [1.0, 3, 2, 2.5]
    #expect(
      PermutationTest.correlation([0.1, 0.1, 5, 5], y, blocks: blocks, random: &random) == nil)
    #expect(
      PermutationTest.correlation(y, y, blocks: Grouping([0, 1, 2, 3]), random: &random) == nil)
    #expect(
      PermutationTest.coefficient(
        of: y, given: ["same": y], outcome: [1, 2, 5, 3], blocks: blocks, random: &random) == nil)
    #expect(
      PermutationTest.withinBlocks(blocks, random: &random) { _ in .nan } == nil)
  }
}
