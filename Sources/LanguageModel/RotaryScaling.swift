/// How rotary frequencies change for contexts longer than the one that a model was first trained on.
/// Computed in float32 in the order of transformers' `modeling_rope_utils.py`.
public enum RotaryScaling: Sendable, Codable, Equatable {
  /// All frequencies divided by `factor` (`rope_type` linear).
  case linear(factor: Double)
  /// Llama 3.1: wavelengths above `originalPositions / lowFrequencyFactor` are divided by `factor`,
  /// those below `originalPositions / highFrequencyFactor` stay, and between the two the frequency
  /// is a mean of both, weighted by how many waves the original context holds.
  case llama3(
    factor: Double, lowFrequencyFactor: Double, highFrequencyFactor: Double, originalPositions: Int)

  /// The scaled frequency, in radians per position.
  func scaled(_ frequency: Float) -> Float {
    switch self {
    case .linear(let factor): return frequency / Float(factor)
    case .llama3(let factor, let low, let high, let original):
      let wavelength = 1 / frequency * Float(2 * Double.pi)
      let context = Double(original)
      if wavelength > Float(context / low) { return frequency / Float(factor) }
      if wavelength < Float(context / high) { return frequency }
      let smooth = (1 / wavelength * Float(context) - Float(low)) / Float(high - low)
      return (1 - smooth) * frequency / Float(factor) + smooth * frequency
    }
  }

  /// Why this scaling is invalid, or nil; in the form of ``TransformerConfiguration/defect``.
  var defect: (field: String, message: String)? {
    func problem(_ message: String) -> (field: String, message: String) {
      ("rotaryScaling", message)
    }
    switch self {
    case .linear(let factor):
      return factor >= 1 && factor.isFinite
        ? nil : problem("needs a factor of at least 1, found \(factor)")
    case .llama3(let factor, let low, let high, let original):
      guard factor >= 1, factor.isFinite else {
        return problem("needs a factor of at least 1, found \(factor)")
      }
      guard low > 0, high > low, high.isFinite else {
        return problem(
          "needs 0 < low_freq_factor < high_freq_factor, found \(low) and \(high)")
      }
      guard original >= 1, original <= 1 << 24 else {
        return problem(
          "needs original_max_position_embeddings between 1 and \(1 << 24), found \(original)")
      }
      return nil
    }
  }
}
