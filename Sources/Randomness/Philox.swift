/// Philox4x32-10, the counter-based generator of Salmon et al., "Parallel random numbers: as easy
/// as 1, 2, 3" (SC 2011): a keyed bijection of 128-bit counters. Any worker can compute any block
/// of any stream independently, in any order.
package enum Philox {
  /// The four 32-bit words of the block at `counter` under `key`.
  package static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var c = counter
    var k = key
    for round in 0..<10 {
      if round > 0 { k = k &+ SIMD2(0x9E37_79B9, 0xBB67_AE85) }
      let product0 = UInt64(0xD251_1F53) &* UInt64(c[0])
      let product1 = UInt64(0xCD9E_8D57) &* UInt64(c[2])
      c = SIMD4(
        UInt32(truncatingIfNeeded: product1 >> 32) ^ c[1] ^ k[0],
        UInt32(truncatingIfNeeded: product1),
        UInt32(truncatingIfNeeded: product0 >> 32) ^ c[3] ^ k[1],
        UInt32(truncatingIfNeeded: product0))
    }
    return c
  }
}
