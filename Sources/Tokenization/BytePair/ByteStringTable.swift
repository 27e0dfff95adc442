/// Ids of byte strings. Bytes alone decide: Swift's strings are equal when Unicode calls them
/// equivalent.
struct ByteStringTable {
  /// All strings one after the other.
  private var bytes: [UInt8] = []
  /// Where each string ends in `bytes`: [count].
  private var ends: [Int] = []
  /// The id of each string: [count].
  private var ids: [Int32] = []
  /// An index into `ends` and `ids`, or -1: [capacity].
  private var slots: [Int32]
  private let mask: Int

  /// - Parameter capacity: most strings that will be inserted.
  init(capacity: Int) {
    var size = 16
    while size < 2 * capacity { size *= 2 }
    slots = Array(repeating: -1, count: size)
    mask = size - 1
  }

  /// FNV-1a, folded.
  private func start(_ key: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
  }

  /// The slot of the key, or the free one where it belongs.
  private func slot(of key: ArraySlice<UInt8>) -> Int {
    var slot = start(key)
    while slots[slot] >= 0 && !isEqual(Int(slots[slot]), key) { slot = (slot + 1) & mask }
    return slot
  }

  private func isEqual(_ index: Int, _ key: ArraySlice<UInt8>) -> Bool {
    let first = index > 0 ? ends[index - 1] : 0
    guard ends[index] - first == key.count else { return false }
    for offset in 0..<key.count where bytes[first + offset] != key[key.startIndex + offset] {
      return false
    }
    return true
  }

  subscript(key: ArraySlice<UInt8>) -> Int32? {
    let index = slots[slot(of: key)]
    return index >= 0 ? ids[Int(index)] : nil
  }

  subscript(key: String) -> Int32? { self[Array(key.utf8)[...]] }

  /// - Returns: false if the key is there already; it keeps its id.
  mutating func insert(_ key: ArraySlice<UInt8>, id: Int32) -> Bool {
    let slot = slot(of: key)
    guard slots[slot] < 0 else { return false }
    precondition(ends.count < mask, "more strings than the capacity")
    slots[slot] = Int32(ends.count)
    bytes += key
    ends.append(bytes.count)
    ids.append(id)
    return true
  }
}
