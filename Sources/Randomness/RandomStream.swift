import Foundation

/// A random stream determined by a seed and a name, regardless of the order in which streams are
/// created or used: `outer/17/dataset/2/student/1/step/3` draws the same numbers on any worker, at
/// any time, after any crash.
///
/// Backed by Philox4x32-10. The path is hashed to 64 bits of key and 64 bits of counter, so
/// distinct (seed, path) pairs give streams that are independent for all practical purposes.
public struct RandomStream: RandomNumberGenerator, Sendable {
  public let seed: UInt64
  public let path: String
  private let key: SIMD2<UInt32>
  private let streamWords: SIMD2<UInt32>
  private var blockIndex: UInt64 = 0
  private var block = SIMD4<UInt32>()
  private var used = 4

  /// - Parameters:
  ///   - seed: the seed of the run.
  ///   - path: slash-separated name of the stream.
  public init(seed: UInt64, path: String) {
    self.seed = seed
    self.path = path
    // Two 64-bit FNV-1a hashes from different offsets, mixed by SplitMix64's finaliser.
    var low: UInt64 = 0xCBF2_9CE4_8422_2325
    var high: UInt64 = 0x6C62_272E_07BB_0142 ^ seed
    for byte in path.utf8 {
      low = (low ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      high = (high ^ UInt64(byte) &+ 0x51) &* 0x0000_0100_0000_01B3
    }
    let keyBits = Self.mix(low &+ Self.mix(seed))
    let streamBits = Self.mix(high ^ keyBits)
    key = SIMD2(
      UInt32(truncatingIfNeeded: keyBits), UInt32(truncatingIfNeeded: keyBits >> 32))
    streamWords = SIMD2(
      UInt32(truncatingIfNeeded: streamBits), UInt32(truncatingIfNeeded: streamBits >> 32))
  }

  /// The stream named `path/name`.
  public func child(_ name: String) -> RandomStream {
    RandomStream(seed: seed, path: path.isEmpty ? name : "\(path)/\(name)")
  }

  /// The stream named `path/name/index`.
  public func child(_ name: String, _ index: Int) -> RandomStream { child("\(name)/\(index)") }

  /// The next 32 uniform bits.
  public mutating func nextWord() -> UInt32 {
    if used == 4 {
      block = Philox.block(
        counter: SIMD4(
          UInt32(truncatingIfNeeded: blockIndex), UInt32(truncatingIfNeeded: blockIndex >> 32),
          streamWords[0], streamWords[1]),
        key: key)
      blockIndex &+= 1
      used = 0
    }
    defer { used += 1 }
    return block[used]
  }

  public mutating func next() -> UInt64 {
    let low = UInt64(nextWord())
    return low | UInt64(nextWord()) << 32
  }

  /// Uniform in [0, 1), with 24 random bits.
  public mutating func uniformFloat() -> Float { Float(nextWord() >> 8) * 0x1p-24 }

  /// Uniform in [0, 1), with 53 random bits.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Uniform in 0..<bound, without bias (Lemire's multiply-and-reject).
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0 && bound <= Int(UInt32.max))
    let range = UInt32(bound)
    let threshold = (0 &- range) % range
    while true {
      let product = nextWord().multipliedFullWidth(by: range)
      if product.low >= threshold { return Int(product.high) }
    }
  }

  /// True with probability `probability`.
  public mutating func bernoulli(_ probability: Double) -> Bool { uniform() < probability }

  /// An index drawn with probability proportional to its weight; weights are non-negative with a
  /// positive sum.
  public mutating func categorical(_ weights: [Double]) -> Int {
    let total = weights.reduce(0, +)
    precondition(total > 0, "categorical needs a positive weight")
    var remaining = uniform() * total
    for (index, weight) in weights.enumerated() {
      if remaining < weight { return index }
      remaining -= weight
    }
    return weights.lastIndex { $0 > 0 } ?? 0
  }

  /// A uniformly drawn element; the collection must not be empty.
  public mutating func element<T>(of items: [T]) -> T { items[integer(below: items.count)] }

  /// A uniform permutation of the items (Fisher-Yates).
  public mutating func shuffled<T>(_ items: [T]) -> [T] { sample(items.count, of: items) }

  /// `count` distinct items in random order.
  public mutating func sample<T>(_ count: Int, of items: [T]) -> [T] {
    precondition(count <= items.count)
    // Shuffle indices: swapping items would update their reference counts at each swap.
    var pool = Array(items.indices)
    for i in 0..<count { pool.swapAt(i, i + integer(below: pool.count - i)) }
    return pool.prefix(count).map { items[$0] }
  }

  /// A standard normal deviate (Box-Muller, the cosine half).
  public mutating func normal() -> Double {
    let radius = (-2 * log(1 - uniform())).squareRoot()
    return radius * cos(2 * .pi * uniform())
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
