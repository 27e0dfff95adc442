import Foundation
import Numerics

/// Cosines and sines for rotary positions, [position, D / 2]: angle(p, i) = p * theta^(-2i/D).
final class RotaryTable: Sendable {
  let cosines, sines: FloatBuffer

  init(_ configuration: TransformerConfiguration) {
    let half = configuration.headDimension / 2
    cosines = FloatBuffer(count: configuration.maximumPositions * half)
    sines = FloatBuffer(count: configuration.maximumPositions * half)
    for i in 0..<half {
      // Frequencies and angles in float32, as transformers computes them.
      let exponent = Float(2 * i) / Float(configuration.headDimension)
      let frequency = 1 / pow(Float(configuration.ropeTheta), exponent)
      for position in 0..<configuration.maximumPositions {
        let angle = Float(position) * frequency
        cosines[position * half + i] = cos(angle)
        sines[position * half + i] = sin(angle)
      }
    }
  }
}
