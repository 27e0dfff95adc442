import Diagnostics
import Numerics

extension Transformer {
  /// SHA-256 of shape and weights: equal for models that compute the same.
  package var contentDigest: String {
    var digest = SHA256()
    digest.update("\(configuration)")
    let bytes = UnsafeRawBufferPointer(
      start: parameters.base, count: parameters.count * MemoryLayout<Float>.stride)
    digest.update(bytes)
    withExtendedLifetime(parameters) {}
    return digest.hexDigest()
  }
}
