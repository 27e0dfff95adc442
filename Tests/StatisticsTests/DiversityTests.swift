// Behaviours locked here:
// - Vendi scores of every order equal those of the vendi-score package, to a relative 1e-8
// - bags of n-grams, distinct-n and mean pairwise distance equal scikit-learn's and NumPy's
// - kernels hold the cosines of pairs, bit for bit
// - n wholly different items score n, n equal ones 1, whatever the order
// - subsamples are a function of the stream; one set has no interval, several have t over their means
// - words count as different if their bytes differ, whatever Unicode calls equivalent
// - structure profiles ignore names and digits
import Randomness
import Statistics
import Testing

@Suite struct DiversityTests {
  private func tokens(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  @Test func scoresOfVectorsEqualTheReference() throws {
    for row: Fixtures.VendiRow in try Fixtures.load("vendi.json") {
      let vectors = row.vectors.map(SparseVector.init(dense:))
      for score in row.scores {
        let value = VendiScore.score(vectors, order: score.value)
        #expect(isClose(value, score.score), "\(vectors.count) vectors, order \(score.order)")
      }
    }
  }

  @Test func equivalentTextsDiffer() {
    // One scalar, and two.
    let texts = [["caf\u{E9}", "x"], ["cafe\u{301}", "x"]]
    #expect(texts[0] == texts[1])
    #expect(Diversity.distinctNgrams(texts, size: 1) == 0.75)
    #expect(Diversity.distinctNgrams(texts, size: 2) == 1)
    let bags = TextFeatures.ngramBags(texts, sizes: 1...1)
    #expect(abs(bags[0].cosine(bags[1]) - 0.5) < 1e-12)
    #expect(TextFeatures.structureProfiles(texts, operations: [texts[0][0]])[0].norm > 0)
  }

  @Test func textsEqualTheReference() throws {
    for row: Fixtures.TextRow in try Fixtures.load("text_diversity.json") {
      let texts = row.texts.map(tokens)
      let bags = TextFeatures.ngramBags(texts)
      for score in row.scores {
        #expect(isClose(VendiScore.score(bags, order: score.value), score.score))
      }
      #expect(isClose(Diversity.meanPairwiseDistance(bags), row.meanPairwiseDistance))
      for (index, share) in row.distinct.enumerated() {
        #expect(Diversity.distinctNgrams(texts, size: index + 1) == share)
      }
      #expect(Diversity.distinctShare(row.texts) == row.distinctShare)
    }
  }

  @Test func kernelsAreTheCosinesOfPairs() {
    let texts = ["a b c a", "b c", "", "d", "a b c a", "", "c b a d d"].map {
      $0.split(separator: " ").map(String.init)
    }
    let vectors =
      TextFeatures.ngramBags(texts)
      + [SparseVector([(index: 2, value: 0.1), (index: 9, value: -0.3), (index: 4, value: 1.7)])]
    let kernel = vectors.indices.flatMap { i in
      vectors.indices.map { i == $0 ? 1 : vectors[i].cosine(vectors[$0]) }
    }
    #expect(
      VendiScore.score(vectors).bitPattern
        == VendiScore.score(kernel: kernel, count: vectors.count).bitPattern)
    var distances = 0.0
    for i in vectors.indices { for j in 0..<i { distances += 1 - kernel[i * vectors.count + j] } }
    let pairs = Double(vectors.count * (vectors.count - 1) / 2)
    #expect(Diversity.meanPairwiseDistance(vectors).bitPattern == (distances / pairs).bitPattern)
  }

  @Test(arguments: [0, 0.5, 1, 2, Double.infinity]) func extremes(_ order: Double) {
    let apart = (0..<7).map { SparseVector([(index: $0, value: 3)]) }
    #expect(isClose(VendiScore.score(apart, order: order), 7))
    let alike = (0..<7).map { SparseVector([(index: 2, value: Double($0 + 1))]) }
    #expect(isClose(VendiScore.score(alike, order: order), 1))
    // Three kinds, two of each.
    let kinds = (0..<6).map { SparseVector([(index: $0 / 2, value: 1)]) }
    #expect(isClose(VendiScore.score(kinds, order: order), 3))
  }

  @Test func scoresAreBetweenOneAndTheNumberOfItems() {
    var random = RandomStream(seed: 1, path: "vendi")
    for count in 1...20 {
      let vectors = (0..<count).map { _ in
        SparseVector(dense: (0..<5).map { _ in random.uniform() })
      }
      let score = VendiScore.score(vectors)
      #expect(score >= 1 - 1e-9 && score <= Double(min(count, 5)) + 1e-9)
    }
  }

  @Test func emptyTextsAreAlike() {
    let bags = TextFeatures.ngramBags([[], [], ["a"]])
    #expect(bags[0].cosine(bags[1]) == 1)
    #expect(bags[0].cosine(bags[2]) == 0)
    #expect(isClose(Diversity.meanPairwiseDistance(bags), 2.0 / 3))
    #expect(Diversity.meanPairwiseDistance([bags[0]]).isNaN)
    #expect(Diversity.distinctNgrams([["a"]], size: 2).isNaN)
    #expect(Diversity.distinctShare([Int]()).isNaN)
  }

  @Test func subsamples() {
    var source = RandomStream(seed: 5, path: "items")
    let vectors = (0..<60).map { _ in
      SparseVector(dense: (0..<12).map { _ in source.bernoulli(0.3) ? 1 : 0 })
    }
    func estimate(_ path: String, size: Int) -> Estimate {
      var random = RandomStream(seed: 5, path: path)
      return VendiScore.subsampled(vectors, size: size, random: &random)
    }
    #expect(estimate("a", size: 20) == estimate("a", size: 20))
    #expect(estimate("a", size: 20) != estimate("b", size: 20))
    // One set says nothing of others.
    let part = estimate("a", size: 20)
    #expect(part.interval == nil)
    let whole = estimate("a", size: 60)
    #expect(whole == Estimate(value: VendiScore.score(vectors)))
    #expect(estimate("a", size: 128) == whole)
    #expect(part.value < whole.value)
    // Several sets: t over the sets' means.
    let sets = (0..<4).map { set in (0..<10).map { Double($0 + set) } }
    var random = RandomStream(seed: 5, path: "sets")
    let several = Subsampling.estimate(sets: sets, size: 10, random: &random) { $0.mean }
    #expect(several == CrossedMean(seeds: [4.5, 5.5, 6.5, 7.5]).estimate())
  }

  @Test func structuresIgnoreNamesAndDigits() {
    let operations: Set<String> = ["plus1", "rev"]
    let profiles = TextFeatures.structureProfiles(
      [
        "Q Dan has 1 2 3 . Dan rev Bob . Bob ?", "Q Fay has 7 7 0 . Fay rev Jim . Jim ?",
        "Q Dan has 1 2 3 . Dan rev Bob . Bob rev Fay . Fay ?",
        "Q Dan has 1 2 3 . Dan plus1 Bob . Bob ?",
      ].map(tokens), operations: operations)
    #expect(profiles[0] == profiles[1])
    // [rev 1, length A] against [rev 2, length B] and against [plus1 1, length A].
    #expect(isClose(profiles[0].cosine(profiles[2]), 2 / (2.0 * 5).squareRoot()))
    #expect(isClose(profiles[0].cosine(profiles[3]), 0.5))
  }
}
