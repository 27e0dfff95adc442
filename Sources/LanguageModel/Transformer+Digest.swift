import Diagnostics
import Numerics

extension Transformer {
  /// SHA-256 of shape and weights: equal for models that compute the same.
  package var contentDigest: String {
    var digest = SHA256()
    digest.update(configuration.digestText)
    let bytes = UnsafeRawBufferPointer(
      start: parameters.base, count: parameters.count * MemoryLayout<Float>.stride)
    digest.update(bytes)
    withExtendedLifetime(parameters) {}
    return digest.hexDigest()
  }
}

extension TransformerConfiguration {
  /// Every field. Digests of plain Llama shapes are part of recorded runs, so fields that came later
  /// appear only where they are set.
  fileprivate var digestText: String {
    var text =
      "TransformerConfiguration(vocabularySize: \(vocabularySize), hiddenSize: \(hiddenSize), "
      + "intermediateSize: \(intermediateSize), layerCount: \(layerCount), "
      + "headCount: \(headCount), keyValueHeadCount: \(keyValueHeadCount), "
      + "headDimension: \(headDimension), ropeTheta: \(ropeTheta), "
      + "rmsNormEpsilon: \(rmsNormEpsilon), tiesEmbeddings: \(tiesEmbeddings), "
      + "maximumPositions: \(maximumPositions)"
    if architecture != .llama { text += ", architecture: \(architecture.rawValue)" }
    if attentionBias { text += ", attentionBias: true" }
    if feedForwardBias { text += ", feedForwardBias: true" }
    if let rotaryScaling { text += ", rotaryScaling: \(rotaryScaling)" }
    return text + ")"
  }
}
