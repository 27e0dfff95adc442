// Behaviours locked here:
// - performance profiles and optimality gaps equal rliable's definitions
// - where seeds answer the same problems, shares are the same and never without width
// - interquartile means have the jackknife's interval over seeds and problems, none where nothing varies
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

  @Test func seedsThatShareProblems() {
    // [seed][student][problem]
    let scores = [[[0.0, 0.5, 1], [0.5, 0.5, 1]], [[0.0, 0, 1], [0, 0.5, 1]]]
    for (threshold, share) in [(0.0, 8.0 / 12), (0.4, 8.0 / 12), (0.5, 4.0 / 12), (1, 0)] {
      let estimate = PerformanceProfile.share(students: scores, above: threshold).estimate()
      #expect(isClose(estimate.value, share))
      #expect(estimate.lower < estimate.upper && estimate.covers(share))
    }
  }

  @Test func interquartileMeansByHand() {
    // Means without each seed: 0.5, 1.4 / 3, 1 / 3 and 0.3; the error is 3 times their standard error.
    let seeds = [[[0.1]], [[0.2]], [[0.6]], [[0.7]]]
    let estimate = PerformanceProfile.interquartileMean(students: seeds, sharesProblems: false)
    #expect(isClose(estimate.value, 0.4))
    #expect(estimate.lower == 0 && abs(estimate.upper - 0.868443) < 1e-5)
    // One seed has an interval over its problems.
    let one = PerformanceProfile.interquartileMean(students: [[[0, 0.1, 0.2, 0.5, 0.9]]])
    #expect(isClose(one.value, 0.8 / 3) && one.lower < one.value && one.value < one.upper)
    let constant = [[[0.0, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25]]]
    #expect(PerformanceProfile.interquartileMean(students: constant).interval == nil)
    #expect(PerformanceProfile.interquartileMean(students: constant).value == 0.25)
  }

  @Test func interquartileMeansCoverTheTruth() {
    // Scores are seed + problem, each normal around 1/2: the interquartile mean of all is 1/2.
    var covered = 0
    for index in 0..<200 {
      var random = RandomStream(seed: 33, path: "iqm/\(index)")
      let problems = (0..<24).map { _ in 0.1 * random.normal() }
      let scores = (0..<4).map { _ in
        let seed = 0.05 * random.normal()
        return [problems.map { 0.5 + $0 + seed }]
      }
      if PerformanceProfile.interquartileMean(students: scores).covers(0.5) { covered += 1 }
    }
    #expect((178...198).contains(covered), "\(covered)")
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
