import Foundation

/// The n-grams of a token sequence as a multiset, stored as sorted 64-bit hashes because every new
/// question is compared with an archive of thousands.
struct NGrams: Sendable {
  private let hashes: [UInt64]
  /// The same without repeats.
  private let distinct: [UInt64]

  /// A sequence shorter than `length` is its own single n-gram, so that short questions can be
  /// compared too.
  init(_ tokens: [Int32], length: Int) {
    let starts = max(1, tokens.count - length + 1)
    hashes = (0..<starts).map { Self.hash(tokens[$0..<min($0 + length, tokens.count)]) }.sorted()
    var distinct: [UInt64] = []
    for hash in hashes where distinct.last != hash { distinct.append(hash) }
    self.distinct = distinct
  }

  var count: Int { hashes.count }

  /// Number of shared n-grams, each with the smaller of its two counts: BLEU's clipped matches.
  func matches(with other: NGrams) -> Int { Self.common(hashes, other.hashes) }

  /// Jaccard index of the sets of distinct n-grams, 0...1.
  func jaccard(with other: NGrams) -> Double {
    let shared = Self.common(distinct, other.distinct)
    return Double(shared) / Double(distinct.count + other.distinct.count - shared)
  }

  /// FNV-1a over the tokens; two n-grams collide with probability 2^-64.
  private static func hash(_ tokens: ArraySlice<Int32>) -> UInt64 {
    tokens.reduce(0xCBF2_9CE4_8422_2325) { hash, token in
      (0..<4).reduce(hash) { hash, byte in
        (hash ^ UInt64(truncatingIfNeeded: token >> (8 * byte)) & 0xFF) &* 0x0000_0100_0000_01B3
      }
    }
  }

  private static func common(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var (i, j, shared) = (0, 0, 0)
    while i < a.count && j < b.count {
      if a[i] == b[j] {
        shared += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return shared
  }
}

/// Sentence BLEU (Papineni et al. 2002) between token sequences: the geometric mean of the clipped
/// precisions of 1- to 4-grams, times the brevity penalty. A precision without a match counts 0.1
/// matches (method 1 of Chen and Cherry 2014, NLTK's `method1`), so that short sentences are not
/// all zero. Leaves out n-grams longer than the shorter sentence.
package struct BLEU {
  private let tokenCount: Int
  private let grams: [NGrams]

  package init(_ tokens: [Int32]) {
    tokenCount = tokens.count
    grams = (1...4).filter { $0 <= max(1, tokens.count) }.map { NGrams(tokens, length: $0) }
  }

  /// BLEU of this sequence as hypothesis, 0...1.
  package func score(against reference: BLEU) -> Double {
    let orders = min(grams.count, reference.grams.count)
    guard tokenCount > 0, reference.tokenCount > 0 else { return 0 }
    let logs = (0..<orders).reduce(0.0) { sum, n in
      let matches = grams[n].matches(with: reference.grams[n])
      return sum + log((matches > 0 ? Double(matches) : 0.1) / Double(grams[n].count))
    }
    let brevity =
      tokenCount >= reference.tokenCount
      ? 1 : exp(1 - Double(reference.tokenCount) / Double(tokenCount))
    return brevity * exp(logs / Double(orders))
  }

  /// 1 - BLEU, averaged over both directions so that the order does not matter.
  func distance(to other: BLEU) -> Double {
    1 - (score(against: other) + other.score(against: self)) / 2
  }
}

/// Clusters of similar questions, as R-Zero (arXiv 2508.05004) makes them: agglomerative, with
/// average linkage on the BLEU distance.
package enum QuestionClusters {
  /// Cluster size of each question. Joins the two nearest clusters while their mean distance is
  /// below `threshold`; ties go to the first pair. Cubic in the number of questions: 128 take some
  /// milliseconds.
  package static func sizes(of questions: [[Int32]], threshold: Double) -> [Int] {
    let profiles = questions.map(BLEU.init)
    var distances = profiles.map { _ in profiles.map { _ in 0.0 } }
    for i in profiles.indices {
      for j in 0..<i {
        distances[i][j] = profiles[i].distance(to: profiles[j])
        distances[j][i] = distances[i][j]
      }
    }
    var members: [[Int]] = questions.indices.map { [$0] }
    while true {
      var best = (distance: threshold, first: -1, second: -1)
      for i in members.indices where !members[i].isEmpty {
        for j in members.indices.dropFirst(i + 1)
        where !members[j].isEmpty && distances[i][j] < best.distance {
          best = (distances[i][j], i, j)
        }
      }
      guard best.first >= 0 else { break }
      let (a, b) = (best.first, best.second)
      let (sizeA, sizeB) = (Double(members[a].count), Double(members[b].count))
      for other in members.indices where !members[other].isEmpty && other != a && other != b {
        let joined = (sizeA * distances[a][other] + sizeB * distances[b][other]) / (sizeA + sizeB)
        distances[a][other] = joined
        distances[other][a] = joined
      }
      members[a] += members[b]
      members[b] = []
    }
    var sizes = questions.map { _ in 0 }
    for cluster in members { for index in cluster { sizes[index] = cluster.count } }
    return sizes
  }
}
