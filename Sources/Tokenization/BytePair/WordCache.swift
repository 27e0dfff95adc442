/// Recent words and their ids, in a table of fixed size: a word replaces another of the same slot.
struct WordCache {
  /// Longer words are rare, and do not fit into a key.
  static let longestWord = 15
  /// Words of more tokens are encoded again each time.
  private static let mostTokens = 4
  private static let bits = 14
  private static let none = Int32(-1)

  /// A key, or 0: [2^bits].
  private var keys: [UInt128] = []
  /// The ids of a key's word, then `none`: [mostTokens x 2^bits].
  private var ids: [Int32] = []

  /// The word's bytes and, in the highest byte, their number.
  @inline(__always)
  static func key(_ bytes: [UInt8], _ word: Range<Int>) -> UInt128 {
    var low: UInt64 = 0
    var high = UInt64(word.count) << 56
    var position = word.lowerBound
    let middle = min(word.upperBound, position + 8)
    var shift: UInt64 = 0
    while position < middle {
      low |= UInt64(bytes[position]) &<< shift
      shift &+= 8
      position += 1
    }
    shift = 0
    while position < word.upperBound {
      high |= UInt64(bytes[position]) &<< shift
      shift &+= 8
      position += 1
    }
    return UInt128(high) << 64 | UInt128(low)
  }

  @inline(__always)
  private static func slot(_ key: UInt128) -> Int {
    let low = UInt64(truncatingIfNeeded: key)
    let high = UInt64(truncatingIfNeeded: key >> 64)
    let mixed = (low &* 0x9E37_79B9_7F4A_7C15 ^ high) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> (64 - UInt64(bits)))
  }

  /// Appends the ids of a known word; false if it is not known.
  @inline(__always)
  func append(_ key: UInt128, to result: inout [Int32]) -> Bool {
    let slot = Self.slot(key)
    guard slot < keys.count, keys[slot] == key else { return false }
    let first = slot * Self.mostTokens
    result.append(ids[first])
    for index in first + 1..<first + Self.mostTokens {
      guard ids[index] != Self.none else { break }
      result.append(ids[index])
    }
    return true
  }

  mutating func insert(_ key: UInt128, _ word: [Int32]) {
    guard 1...Self.mostTokens ~= word.count else { return }
    if keys.isEmpty {
      keys = Array(repeating: 0, count: 1 << Self.bits)
      ids = Array(repeating: Self.none, count: Self.mostTokens << Self.bits)
    }
    let slot = Self.slot(key)
    keys[slot] = key
    for offset in 0..<Self.mostTokens {
      ids[slot * Self.mostTokens + offset] = offset < word.count ? word[offset] : Self.none
    }
  }
}
