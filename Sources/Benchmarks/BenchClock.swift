import Foundation
import Numerics

/// Minimum, median and maximum of repeated measurements.
struct Spread: Encodable, Sendable {
  var min: Double
  var median: Double
  var max: Double

  init(_ values: [Double]) {
    precondition(!values.isEmpty)
    let sorted = values.sorted()
    min = sorted[0]
    max = sorted[sorted.count - 1]
    let middle = sorted.count / 2
    median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

/// Times repeats, each beside a measurement of the machine's sgemm rate, so a slow moment of a
/// shared machine slows both.
package struct BenchClock: Sendable {
  let repeats: Int

  package init(repeats: Int) {
    self.repeats = repeats
  }

  /// Times of repeated work.
  struct Timing: Sendable {
    var seconds: [Double]
    /// Single-thread sgemm rate around each repeat, FLOP/s.
    var sgemm: [Double]
  }

  /// Calls `body` once to warm up, then times it.
  func time(_ body: () async throws -> Void) async rethrows -> Timing {
    try await body()
    var timing = Timing(seconds: [], sgemm: [])
    var before = Self.sgemmRate()
    for _ in 0..<repeats {
      let start = ContinuousClock.now
      try await body()
      timing.seconds.append((ContinuousClock.now - start) / .seconds(1))
      let after = Self.sgemmRate()
      timing.sgemm.append((before + after) / 2)
      before = after
    }
    return timing
  }

  /// FLOP/s of a square product on one thread: the yardstick of MFU.
  static func sgemmRate() -> Double {
    let n = 512
    let x = FloatBuffer([Float](repeating: 0.5, count: n * n))
    let w = FloatBuffer([Float](repeating: 0.25, count: n * n))
    let y = FloatBuffer(count: n * n)
    // The pointers alone would not keep the arrays alive to the end of the last product.
    defer { withExtendedLifetime((x, w, y)) {} }
    var best = Double.infinity
    for _ in 0..<5 {
      let start = ContinuousClock.now
      LinearAlgebra.project(y.base, x.base, w.base, rows: n, inputs: n, outputs: n)
      best = min(best, (ContinuousClock.now - start) / .seconds(1))
    }
    return 2 * Double(n * n * n) / best
  }
}
