/// SHA-256 (FIPS 180-4) for cache keys and result digests. Implemented here because the packaged
/// alternative would more than double a fresh build for this one function.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0
  private var schedule = [UInt32](repeating: 0, count: 64)

  public init() {
    pending.reserveCapacity(64)
  }

  public mutating func update(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      pending.append(byte)
      byteCount += 1
      if pending.count == 64 { compress() }
    }
  }

  public mutating func update(_ text: String) { update(text.utf8) }

  /// Digest of all added bytes, as 64 lower-case hexadecimal digits.
  public consuming func hexDigest() -> String {
    let bitCount = byteCount &* 8
    pending.append(0x80)
    if pending.count > 56 {
      pending.append(contentsOf: repeatElement(0, count: 64 - pending.count))
      compress()
    }
    pending.append(contentsOf: repeatElement(0, count: 56 - pending.count))
    for shift in stride(from: 56, through: 0, by: -8) {
      pending.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
    }
    compress()
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  public static func hexDigest(of text: String) -> String {
    var hash = SHA256()
    hash.update(text)
    return hash.hexDigest()
  }

  private mutating func compress() {
    for i in 0..<16 {
      schedule[i] =
        UInt32(pending[4 * i]) << 24 | UInt32(pending[4 * i + 1]) << 16
        | UInt32(pending[4 * i + 2]) << 8 | UInt32(pending[4 * i + 3])
    }
    for i in 16..<64 {
      let a = schedule[i - 15]
      let b = schedule[i - 2]
      let s0 = a.rotatedRight(7) ^ a.rotatedRight(18) ^ (a >> 3)
      let s1 = b.rotatedRight(17) ^ b.rotatedRight(19) ^ (b >> 10)
      schedule[i] = schedule[i - 16] &+ s0 &+ schedule[i - 7] &+ s1
    }
    var s = state
    for i in 0..<64 {
      let e = s[4]
      let a = s[0]
      let sum1 = e.rotatedRight(6) ^ e.rotatedRight(11) ^ e.rotatedRight(25)
      let choice = (e & s[5]) ^ (~e & s[6])
      let t1 = s[7] &+ sum1 &+ choice &+ Self.constants[i] &+ schedule[i]
      let sum0 = a.rotatedRight(2) ^ a.rotatedRight(13) ^ a.rotatedRight(22)
      let majority = (a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2])
      s = [t1 &+ sum0 &+ majority, s[0], s[1], s[2], s[3] &+ t1, s[4], s[5], s[6]]
    }
    for i in 0..<8 { state[i] = state[i] &+ s[i] }
    pending.removeAll(keepingCapacity: true)
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
