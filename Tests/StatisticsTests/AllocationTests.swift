// Locks: the intraclass correlation within steps and its F interval against the nested
// analysis of variance worked by hand, with SciPy's quantiles; information and advice by the
// formulas of docs/statistics.md; that simulated teachers do get the gradient that they promise; what
// has no answer.

import Randomness
import Statistics
import Testing

@Suite struct AllocationTests {
  /// Two steps of two datasets of two students.
  static let rewards: [[[Double]]] = [[[1, 3], [5, 7]], [[10, 10], [14, 12]]]

  @Test func theCorrelationIsThatOfTheAnalysisOfVariance() throws {
    let allocation = try #require(Allocation.estimate(Self.rewards))
    // Between datasets within steps: 2 (2 - 4)^2 + 2 (6 - 4)^2 = 16 and 2 (10 - 11.5)^2 x 2 = 9, on 2
    // degrees of freedom; within: 2 + 2 + 0 + 2 = 6 on 4. F = 12.5 / 1.5, ICC = (F - 1) / (F + 1).
    #expect(abs(allocation.reliability.value - 11 / 14) < 1e-12)
    // scipy.stats.f.ppf(.975, 2, 4) = 10.649110640673513, ppf(.975, 4, 2) = 39.248417658131466.
    let low = 12.5 / 1.5 / 10.649110640673513
    let high = 12.5 / 1.5 * 39.248417658131466
    #expect(abs(allocation.reliability.lower - (low - 1) / (low + 1)) < 1e-9)
    #expect(abs(allocation.reliability.upper - (high - 1) / (high + 1)) < 1e-9)
    let reliabilityOfTwo = 2 * (11.0 / 14) / (1 + 11.0 / 14)
    #expect(allocation.measured.datasets == 2 && allocation.measured.repeats == 2)
    #expect(abs(allocation.measured.information - reliabilityOfTwo) < 1e-12)
    let advised = try #require(allocation.advised)
    #expect(advised.datasets == 4 && advised.repeats == 1)
    #expect(abs(advised.information - 3 * 11 / 14) < 1e-12)
  }

  @Test func datasetsThatCostSomethingAreRepeated() throws {
    // Close to the rule of cluster sampling, √(c (1 - ICC) / ICC), for many datasets.
    var stream = RandomStream(seed: 1, path: "allocation")
    let rewards = (0..<80).map { _ in
      (0..<50).map { _ in
        let dataset = stream.normal()
        return (0..<2).map { _ in dataset + 2 * stream.normal() }
      }
    }
    let free = try #require(Allocation.estimate(rewards))
    #expect(abs(free.reliability.value - 0.2) < 0.06)
    #expect(free.advised?.repeats == 1)
    let dear = try #require(Allocation.estimate(rewards, datasetCost: 4))
    #expect(dear.advised?.repeats == 4)
    #expect(dear.advised?.information ?? 0 > dear.measured.information)
  }

  /// The squared mean over the variance of a one-parameter leave-one-out gradient, for datasets whose
  /// mean reward is their score.
  @Test func informationIsWhatGradientsHave() {
    var stream = RandomStream(seed: 2, path: "gradient")
    func ratio(_ g: Int, _ r: Int) -> Double {
      let gradients = (0..<20_000).map { _ in
        let scores = (0..<g).map { _ in stream.normal() }
        let rewards = scores.map { score in
          0.3 * score + (0..<r).map { _ in stream.normal() }.mean
        }
        let sum = rewards.reduce(0, +)
        return (0..<g).map { k in
          (rewards[k] - (sum - rewards[k]) / Double(g - 1)) * scores[k] / Double(g)
        }.reduce(0, +)
      }
      return gradients.mean * gradients.mean / gradients.variance
    }
    // ICC .0826: (g - 1) ICC(r) is .909, .639 and .265 for 12 students.
    let ratios = [ratio(12, 1), ratio(4, 3), ratio(2, 6)]
    #expect(ratios[0] > ratios[1] && ratios[1] > ratios[2])
    #expect(abs(ratios[0] / ratios[1] - 0.909 / 0.639) < 0.25)
  }

  @Test func whatHasNoAnswer() throws {
    #expect(Allocation.estimate([]) == nil)
    #expect(Allocation.estimate([[[1], [2]]]) == nil, "one student")
    #expect(Allocation.estimate([[[1, 2]]]) == nil, "one dataset")
    #expect(Allocation.estimate([[[1, 1], [2, 2]]]) == nil, "no noise")
    #expect(Allocation.estimate([[[1, .nan], [2, 2]]]) == nil)
    // Students differ, datasets do not.
    let noise = try #require(Allocation.estimate([[[1, 2], [2, 1]]]))
    #expect(noise.reliability.value == -1)
    #expect(noise.advised == nil && noise.measured.information == 0)
  }
}
