public import Numerics
import Randomness

/// A Llama-architecture model: a shape and one flat buffer of float32 weights.
public final class Transformer: Sendable {
  public let configuration: TransformerConfiguration
  public let layout: ParameterLayout
  /// All weights, in the order of `layout`.
  public let parameters: FloatBuffer

  /// A model with zero weights.
  public init(_ configuration: TransformerConfiguration) {
    if let defect = configuration.defect { preconditionFailure("\(defect)") }
    self.configuration = configuration
    layout = ParameterLayout(configuration)
    parameters = FloatBuffer(count: layout.count)
  }

  /// A freshly initialised model: matrices normal with standard deviation 0.02, those that write
  /// to the residual stream scaled by 1 / sqrt(2 L) (GPT-2's rule), norm gains one.
  public convenience init(_ configuration: TransformerConfiguration, seed: UInt64) {
    self.init(configuration)
    let residualScale = 1 / (2 * Double(configuration.layerCount)).squareRoot()
    for tensor in layout.tensors {
      guard tensor.decays else {
        parameters.write([Float](repeating: 1, count: tensor.count), at: tensor.offset)
        continue
      }
      let writesToResidual =
        tensor.name.hasSuffix("o_proj.weight") || tensor.name.hasSuffix("down_proj.weight")
      let deviation = 0.02 * (writesToResidual ? residualScale : 1)
      var stream = RandomStream(seed: seed, path: "initialisation/\(tensor.name)")
      parameters.write(
        (0..<tensor.count).map { _ in Float(deviation * stream.normal()) }, at: tensor.offset)
    }
  }

  /// An independent copy.
  public func duplicate() -> Transformer {
    let twin = Transformer(configuration)
    twin.parameters.copy(from: parameters)
    return twin
  }
}
