/// Byte-pair encoding of single words: the pair of lowest rank merges first, of equal ones the
/// leftmost, until no pair has a merge.
///
/// Holds the buffers and the cache of one thread's calls.
struct WordEncoder {
  /// Pairs of ids to `rank << 32 | id of the merged token`.
  private let merges: PairTable
  /// The id of each byte, or -1: [256].
  private let byteIDs: [Int32]
  /// Ids of whole words, of a model with `ignore_merges`.
  private let wholeWords: ByteStringTable?
  private var cache = WordCache()

  /// Ids of the word being encoded: [symbols].
  private var symbols: [Int32] = []
  /// The merge of each symbol with the next, as in `merges`: [symbols].
  private var pairs: [UInt64] = []
  /// Neighbours of each symbol of a long word; -1 at the ends: [symbols].
  private var next: [Int32] = []
  private var previous: [Int32] = []
  private var heap = MinimumHeap()

  /// Words up to here are searched for their lowest pair from start to end: faster than a heap.
  private static let shortWord = 40

  init(merges: PairTable, byteIDs: [Int32], wholeWords: ByteStringTable?) {
    precondition(byteIDs.count == 256)
    self.merges = merges
    self.byteIDs = byteIDs
    self.wholeWords = wholeWords
  }

  /// Appends the ids of one word to `ids`.
  ///
  /// - Returns: false if a byte has no token.
  mutating func append(_ bytes: [UInt8], _ word: Range<Int>, to ids: inout [Int32]) -> Bool {
    guard word.count <= WordCache.longestWord else {
      guard merge(bytes, word) else { return false }
      ids += symbols
      return true
    }
    let key = WordCache.key(bytes, word)
    if cache.append(key, to: &ids) { return true }
    guard merge(bytes, word) else { return false }
    cache.insert(key, symbols)
    ids += symbols
    return true
  }

  /// Leaves the word's ids in `symbols`.
  private mutating func merge(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    symbols.removeAll(keepingCapacity: true)
    if let wholeWords, let id = wholeWords[bytes[word]] {
      symbols.append(id)
      return true
    }
    for position in word {
      let id = byteIDs[Int(bytes[position])]
      guard id >= 0 else { return false }
      symbols.append(id)
    }
    pairs.removeAll(keepingCapacity: true)
    for index in symbols.indices.dropLast() {
      pairs.append(merges[symbols[index], symbols[index + 1]])
    }
    if symbols.count <= Self.shortWord { mergeShort() } else { mergeLong() }
    return true
  }

  private mutating func mergeShort() {
    while true {
      var lowest = PairTable.absent
      var index = 0
      for (candidate, pair) in pairs.enumerated() where pair < lowest {
        lowest = pair
        index = candidate
      }
      guard lowest != PairTable.absent else { return }
      symbols[index] = Self.id(lowest)
      symbols.remove(at: index + 1)
      pairs.remove(at: index)
      if index > 0 { pairs[index - 1] = merges[symbols[index - 1], symbols[index]] }
      if index < pairs.count { pairs[index] = merges[symbols[index], symbols[index + 1]] }
    }
  }

  /// With a heap of pairs and a linked list of symbols, so that time grows as n log n.
  private mutating func mergeLong() {
    let count = symbols.count
    pairs.append(PairTable.absent)
    next.removeAll(keepingCapacity: true)
    previous.removeAll(keepingCapacity: true)
    for index in 0..<count {
      next.append(index + 1 < count ? Int32(index + 1) : -1)
      previous.append(Int32(index - 1))
    }
    heap.removeAll()
    for (index, pair) in pairs.enumerated() where pair != PairTable.absent {
      heap.insert(Self.entry(pair, index))
    }
    while let top = heap.removeMinimum() {
      let index = Int(top & 0xFFFF_FFFF)
      let pair = pairs[index]
      // Merges on either side leave entries behind that no longer hold.
      guard pair != PairTable.absent, pair >> 32 == top >> 32 else { continue }
      let right = Int(next[index])
      let following = next[right]
      symbols[index] = Self.id(pair)
      symbols[right] = -1
      pairs[right] = PairTable.absent
      next[index] = following
      if following >= 0 { previous[Int(following)] = Int32(index) }
      update(index)
      if previous[index] >= 0 { update(Int(previous[index])) }
    }
    symbols.removeAll { $0 < 0 }
  }

  /// The merge of a symbol with its next, after one of them changed.
  private mutating func update(_ index: Int) {
    let following = next[index]
    pairs[index] =
      following < 0 ? PairTable.absent : merges[symbols[index], symbols[Int(following)]]
    if pairs[index] != PairTable.absent { heap.insert(Self.entry(pairs[index], index)) }
  }

  private static func id(_ merge: UInt64) -> Int32 { Int32(truncatingIfNeeded: merge) }

  /// Ordered by rank, then by place.
  private static func entry(_ merge: UInt64, _ index: Int) -> UInt64 {
    (merge >> 32) << 32 | UInt64(index)
  }
}
