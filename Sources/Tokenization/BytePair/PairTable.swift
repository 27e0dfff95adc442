/// A hash table from pairs of non-negative 32-bit numbers to 64-bit values, in one flat array.
///
/// The encoder looks up some tens of pairs per word. Swift's dictionary would take most of its time.
struct PairTable {
  /// What a pair without an entry has.
  static let absent = UInt64.max

  /// A key, or `absent`, then its value: [2 x capacity].
  private var slots: [UInt64]
  private var shift: UInt64
  private var mask: Int
  private var count = 0

  init(minimumCapacity: Int = 0) {
    // At most half full, so that runs of occupied slots stay short.
    var bits = 4
    while 1 << bits < 2 * minimumCapacity { bits += 1 }
    slots = Array(repeating: Self.absent, count: 2 << bits)
    shift = UInt64(64 - bits)
    mask = 1 << bits - 1
  }

  @inline(__always)
  private static func key(_ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
  }

  /// The slot of the key, or the free one where it belongs.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    // Fibonacci hashing: the product's upper bits depend on all bits of the key.
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while slots[2 * slot] != key && slots[2 * slot] != Self.absent { slot = (slot + 1) & mask }
    return slot
  }

  /// The pair's value; ``absent`` without one.
  @inline(__always)
  subscript(first: Int32, second: Int32) -> UInt64 {
    slots[2 * slot(of: Self.key(first, second)) + 1]
  }

  /// Sets a pair's value, which is not ``absent``.
  mutating func set(_ first: Int32, _ second: Int32, _ value: UInt64) {
    precondition(first >= 0 && second >= 0 && value != Self.absent)
    if 2 * count > mask {
      var larger = PairTable(minimumCapacity: mask + 1)
      for slot in 0...mask where slots[2 * slot] != Self.absent {
        larger.insert(slots[2 * slot], slots[2 * slot + 1])
      }
      self = larger
    }
    insert(Self.key(first, second), value)
  }

  private mutating func insert(_ key: UInt64, _ value: UInt64) {
    let slot = slot(of: key)
    if slots[2 * slot] == Self.absent { count += 1 }
    slots[2 * slot] = key
    slots[2 * slot + 1] = value
  }
}
