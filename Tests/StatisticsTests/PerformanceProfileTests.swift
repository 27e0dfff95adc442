// Behaviours locked here:
// - performance profiles and optimality gaps equal rliable's definitions
// - profiles fall, their pointwise 95% intervals cover in 90-98% of simulations
// - Vendi scores of embeddings equal the vendi-score package's, with more and with fewer dimensions
//   than items, and those of sparse vectors
import Randomness
import Statistics
import Testing

@Suite struct PerformanceProfileTests {
  struct Row: Decodable {
    var scores: [[Double]]
    var thresholds: [Double]
    var shares: [Double]
    var optimalityGap: Double
  }

  struct EmbeddingRow: Decodable {
    var vectors: [[Double]]
    var scores: [Fixtures.Score]
  }

  @Test func profilesEqualTheReference() throws {
    for row: Row in try Fixtures.load("profiles.json") {
      var random = RandomStream(seed: 1, path: "profile")
      let profile = PerformanceProfile.shares(
        row.scores, above: row.thresholds, replicates: 200, random: &random)
      for (estimate, share) in zip(profile, row.shares) {
        #expect(isClose(estimate.value, share))
        #expect(estimate.lower <= share && share <= estimate.upper)
      }
      #expect(zip(profile, profile.dropFirst()).allSatisfy { $0.value >= $1.value })
      #expect(isClose(PerformanceProfile.optimalityGap(row.scores), row.optimalityGap))
    }
  }

  @Test func intervalsCoverTheTruth() {
    var covered = 0
    for index in 0..<300 {
      var random = RandomStream(seed: 31, path: "profile/\(index)")
      let scores = (0..<3).map { _ in (0..<20).map { _ in random.uniform() } }
      let profile = PerformanceProfile.shares(
        scores, above: [0.6], replicates: 300, random: &random)
      if profile[0].covers(0.4) { covered += 1 }
    }
    #expect((270...294).contains(covered), "\(covered)")
  }

  @Test func embeddingsEqualTheReference() throws {
    for row: EmbeddingRow in try Fixtures.load("embeddings.json") {
      for score in row.scores {
        let value = VendiScore.score(embeddings: row.vectors, order: score.value)
        #expect(isClose(value, score.score), "\(row.vectors.count), \(score.order): \(value)")
      }
    }
  }

  @Test func zeroVectorsAreAlike() {
    let vectors: [[Double]] = [[0, 0], [0, 0], [1, 2], [2, 4]]
    #expect(isClose(VendiScore.score(embeddings: vectors), 2))
    #expect(
      isClose(
        VendiScore.score(embeddings: vectors),
        VendiScore.score(vectors.map(SparseVector.init(dense:)))))
    #expect(VendiScore.score(embeddings: [[1, .nan], [0, 1]]).isNaN)
  }
}
