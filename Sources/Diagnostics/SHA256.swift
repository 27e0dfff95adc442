import Foundation

/// SHA-256 (FIPS 180-4) for cache keys and result digests. Implemented here because the packaged
/// alternative would more than double a fresh build for this one function.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0

  public init() {
    pending.reserveCapacity(64)
  }

  public mutating func update(_ bytes: some Sequence<UInt8>) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { add($0) }
    guard isDone == nil else { return }
    add(Array(bytes))
  }

  private mutating func add(_ bytes: some RandomAccessCollection<UInt8>) {
    byteCount += UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let head = rest.prefix(64 - pending.count)
      pending += head
      rest = rest[head.endIndex...]
      guard pending.count == 64 else { return }
      compressPending()
    }
    // Whole blocks are read where they are: hashing a model's weights is bound by this loop.
    while rest.count >= 64 {
      let end = rest.index(rest.startIndex, offsetBy: 64)
      compress(rest[rest.startIndex..<end])
      rest = rest[end...]
    }
    pending += rest
  }

  public mutating func update(_ text: String) { update(text.utf8) }

  /// Digest of all added bytes, as 64 lower-case hexadecimal digits.
  public consuming func hexDigest() -> String {
    digest().map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  /// The same in base 64.
  public consuming func base64Digest() -> String {
    let bytes = digest().flatMap { word in
      stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
    return Data(bytes).base64EncodedString()
  }

  /// Eight words.
  private consuming func digest() -> [UInt32] {
    let bitCount = byteCount &* 8
    pending.append(0x80)
    if pending.count > 56 {
      pending.append(contentsOf: repeatElement(0, count: 64 - pending.count))
      compressPending()
    }
    pending.append(contentsOf: repeatElement(0, count: 56 - pending.count))
    for shift in stride(from: 56, through: 0, by: -8) {
      pending.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
    }
    compressPending()
    return state
  }

  public static func hexDigest(of text: String) -> String {
    var hash = SHA256()
    hash.update(text)
    return hash.hexDigest()
  }

  private mutating func compressPending() {
    compress(pending)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func compress(_ block: some RandomAccessCollection<UInt8>) {
    // The last 16 words of the message schedule, in a ring.
    var schedule = InlineArray<16, UInt32>(repeating: 0)
    var place = block.startIndex
    for i in 0..<16 {
      var word: UInt32 = 0
      for _ in 0..<4 {
        word = word << 8 | UInt32(block[place])
        place = block.index(after: place)
      }
      schedule[i] = word
    }
    let constants = Self.constants
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for i in 0..<64 {
      if i >= 16 {
        let old = schedule[(i + 1) & 15]
        let new = schedule[(i + 14) & 15]
        let s0 = old.rotatedRight(7) ^ old.rotatedRight(18) ^ (old >> 3)
        let s1 = new.rotatedRight(17) ^ new.rotatedRight(19) ^ (new >> 10)
        schedule[i & 15] = schedule[i & 15] &+ s0 &+ schedule[(i + 9) & 15] &+ s1
      }
      let sum1 = e.rotatedRight(6) ^ e.rotatedRight(11) ^ e.rotatedRight(25)
      let choice = (e & f) ^ (~e & g)
      let t1 = h &+ sum1 &+ choice &+ constants[i] &+ schedule[i & 15]
      let sum0 = a.rotatedRight(2) ^ a.rotatedRight(13) ^ a.rotatedRight(22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ sum0 &+ majority)
    }
    for (i, word) in [a, b, c, d, e, f, g, h].enumerated() { state[i] = state[i] &+ word }
  }

  /// First 32 bits of the fractional parts of the cube roots of the first 64 primes, computed in
  /// integer arithmetic rather than copied as a table.
  private static let constants: [UInt32] = {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map { prime in
      // floor(cbrt(prime) * 2^32) is the largest x with x^3 <= prime * 2^96.
      let bound = prime.multipliedFullWidth(by: 1 << 32).low
      var x: UInt64 = 0
      for bit in stride(from: 34, through: 0, by: -1) {
        let trial = x | (1 << UInt64(bit))
        if Self.cube(trial, isAtMost: bound) { x = trial }
      }
      return UInt32(truncatingIfNeeded: x)
    }
  }()

  /// Whether x^3 <= bound * 2^64, in 128-bit arithmetic; x is below 2^35.
  private static func cube(_ x: UInt64, isAtMost bound: UInt64) -> Bool {
    let cube = UInt128(x) * UInt128(x) * UInt128(x)
    return cube <= UInt128(bound) << 64
  }
}

extension UInt32 {
  fileprivate func rotatedRight(_ count: UInt32) -> UInt32 {
    self >> count | self << (32 - count)
  }
}
