// Locks: sentence BLEU on hand-computed pairs, its smoothing and brevity penalty; clusters join by
// average linkage and not by single linkage, strictly below the threshold.

import Foundation
import SelfPlay
import Testing

@Suite struct QuestionSimilarityTests {
  static func bleu(_ hypothesis: [Int32], _ reference: [Int32]) -> Double {
    BLEU(hypothesis).score(against: BLEU(reference))
  }

  @Test func bleuMatchesHandComputedCases() {
    #expect(abs(Self.bleu([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]) - 1) < 1e-12)
    // Precisions 3/4, 2/3, 1/2, and no match among one: 0.1.
    #expect(abs(Self.bleu([1, 2, 3, 4], [1, 2, 3, 5]) - pow(0.025, 0.25)) < 1e-12)
    // All n-grams are found, but the reference is twice as long.
    #expect(abs(Self.bleu([1, 2, 3, 4], [1, 2, 3, 4, 5, 6, 7, 8]) - exp(-1)) < 1e-12)
    // The word 1 counts once, however often it is repeated: 1/2, then 0.1 of one pair.
    #expect(abs(Self.bleu([1, 1], [1, 2]) - (0.5 * 0.1).squareRoot()) < 1e-12)
    #expect(Self.bleu([], [1]) == 0)
  }

  @Test func clustersJoinByAverageLinkage() {
    let a: [Int32] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    let b: [Int32] = [1, 2, 3, 4, 5, 6, 7, 8, 21, 22]
    let c: [Int32] = [31, 32, 3, 4, 5, 6, 7, 8, 21, 22]
    // Distances by hand: ab and bc 1 - (1/3)^(1/4) = 0.240, ac 1 - (1/14)^(1/4) = 0.483; from the
    // pair to the third 0.361. Single linkage would join all at 0.3.
    func sizes(_ threshold: Double) -> [Int] {
      QuestionClusters.sizes(of: [a, b, c], threshold: threshold)
    }
    #expect(sizes(0.2) == [1, 1, 1])
    #expect(sizes(0.3) == [2, 2, 1])
    #expect(sizes(0.37) == [3, 3, 3])
    #expect(QuestionClusters.sizes(of: [a, c, a], threshold: 0.1) == [2, 1, 2])
    #expect(QuestionClusters.sizes(of: [a, a], threshold: 0) == [1, 1])
    #expect(QuestionClusters.sizes(of: [], threshold: 0.5).isEmpty)
  }
}
