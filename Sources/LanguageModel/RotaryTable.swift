import Foundation
import Numerics
import Synchronization

/// Cosines and sines for rotary positions: angle(p, i) = p * frequency(i), where frequency(i) is
/// theta^(-2i/D), scaled for long contexts if the model says so.
///
/// Holds only as many positions as were asked for: models allow 131,072 positions and more, of which
/// most runs use a few hundred.
final class RotaryTable: Sendable {
  /// The first `count` positions: [position, D / 2].
  struct Rows: Sendable {
    let count: Int
    let cosines, sines: FloatBuffer
  }

  private let frequencies: [Float]
  private let limit: Int
  private let rows = Mutex(
    Rows(count: 0, cosines: FloatBuffer(count: 0), sines: FloatBuffer(count: 0)))

  init(_ configuration: TransformerConfiguration) {
    limit = configuration.maximumPositions
    frequencies = (0..<configuration.headDimension / 2).map { i in
      // Frequencies and angles in float32, as transformers computes them.
      let exponent = Float(2 * i) / Float(configuration.headDimension)
      let frequency = 1 / pow(Float(configuration.ropeTheta), exponent)
      return configuration.rotaryScaling?.scaled(frequency) ?? frequency
    }
  }

  /// Rows of at least the first `count` positions. Those handed out before stay valid.
  func rows(_ count: Int) -> Rows {
    precondition(count <= limit, "a position is beyond maximumPositions")
    return rows.withLock { rows in
      if rows.count < count { rows = grown(rows, to: min(limit, max(count, 2 * rows.count, 256))) }
      return rows
    }
  }

  private func grown(_ old: Rows, to count: Int) -> Rows {
    let half = frequencies.count
    let new = Rows(
      count: count, cosines: FloatBuffer(count: count * half),
      sines: FloatBuffer(count: count * half))
    new.cosines.base.update(from: old.cosines.base, count: old.count * half)
    new.sines.base.update(from: old.sines.base, count: old.count * half)
    for position in old.count..<count {
      for (i, frequency) in frequencies.enumerated() {
        let angle = Float(position) * frequency
        new.cosines.base[position * half + i] = cos(angle)
        new.sines.base[position * half + i] = sin(angle)
      }
    }
    return new
  }
}
