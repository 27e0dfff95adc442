// Locks: Philox4x32-10 against the known-answer vectors of Random123; streams that depend on
// their name alone; uniform, integer and categorical draws within sampling error of what they
// claim.

import Randomness
import Testing

@Suite struct RandomnessTests {
  @Test func philoxMatchesRandom123() {
    // kat_vectors of Random123, philox4x32 with 10 rounds.
    #expect(
      Philox.block(counter: SIMD4(repeating: 0), key: SIMD2(repeating: 0))
        == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    #expect(
      Philox.block(counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max))
        == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    #expect(
      Philox.block(
        counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
        key: SIMD2(0xa409_3822, 0x299f_31d0))
        == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test func streamsDependOnNameAlone() {
    let root = RandomStream(seed: 7, path: "run")
    var a = root.child("outer", 3).child("student", 1)
    var b = RandomStream(seed: 7, path: "run/outer/3/student/1")
    var other = RandomStream(seed: 8, path: "run/outer/3/student/1")
    let first = (0..<100).map { _ in a.next() }
    #expect(first == (0..<100).map { _ in b.next() })
    #expect(first != (0..<100).map { _ in other.next() })
  }

  @Test func siblingStreamsDoNotCollide() {
    var seen = Set<UInt64>()
    for index in 0..<20_000 {
      var stream = RandomStream(seed: 1, path: "s/\(index)")
      seen.insert(stream.next())
    }
    #expect(seen.count == 20_000)
  }

  @Test func aFamilyIsItsStreamsAndHasOneSeed() {
    let parent = RandomStream(seed: 1, path: "p")
    let family = parent.family("rollout", 2..<5)
    #expect(family.count == 3)
    for (index, stream) in zip(2..., family) {
      var (own, other) = (stream, RandomStream(seed: 1, path: "p/rollout/\(index)"))
      #expect(own.next() == other.next())
    }
    let again = RandomStream(seed: 1, path: "p").family("rollout", 2..<5)
    #expect(family.seed == again.seed)
    // Another range, name, parent or seed is another family.
    let others = [
      parent.family("rollout", 2..<6), parent.family("rollout", 1..<5), parent.family("x", 2..<5),
      RandomStream(seed: 1, path: "q").family("rollout", 2..<5),
      RandomStream(seed: 2, path: "p").family("rollout", 2..<5),
    ]
    #expect(Set([family.seed] + others.map(\.seed)).count == 6)
  }

  @Test func drawsFollowTheirDistributions() {
    var stream = RandomStream(seed: 3, path: "draws")
    let count = 200_000
    var sum = 0.0
    var squares = 0.0
    var bins = [Int](repeating: 0, count: 7)
    var categories = [Int](repeating: 0, count: 3)
    for _ in 0..<count {
      let z = stream.normal()
      sum += z
      squares += z * z
      bins[stream.integer(below: 7)] += 1
      categories[stream.categorical([1, 0, 3])] += 1
    }
    // Five standard errors each.
    #expect(abs(sum / Double(count)) < 5 / Double(count).squareRoot())
    #expect(abs(squares / Double(count) - 1) < 5 * (2 / Double(count)).squareRoot())
    for bin in bins {
      let p = 1.0 / 7
      #expect(abs(Double(bin) / Double(count) - p) < 5 * (p * (1 - p) / Double(count)).squareRoot())
    }
    #expect(categories[1] == 0)
    #expect(abs(Double(categories[2]) / Double(count) - 0.75) < 0.005)
  }

  @Test func samplesAreDistinctAndComplete() {
    var stream = RandomStream(seed: 3, path: "shuffle")
    #expect(stream.shuffled(Array(0..<50)).sorted() == Array(0..<50))
    #expect(Set(stream.sample(10, of: Array(0..<50))).count == 10)
  }
}
