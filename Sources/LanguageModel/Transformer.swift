public import Numerics
import Randomness

/// A Llama-like model: a shape and one flat buffer of float32 weights.
public final class Transformer: Sendable {
  public let configuration: TransformerConfiguration
  public let layout: ParameterLayout
  /// All weights in a flat buffer, in the order of `layout`.
  public let parameters: FloatBuffer
  let rotary: RotaryTable

  /// A model with zero weights.
  public convenience init(_ configuration: TransformerConfiguration) {
    if let defect = configuration.defect { preconditionFailure("\(defect)") }
    self.init(configuration, ParameterLayout(configuration), RotaryTable(configuration))
  }

  private init(
    _ configuration: TransformerConfiguration, _ layout: ParameterLayout, _ rotary: RotaryTable
  ) {
    self.configuration = configuration
    self.layout = layout
    self.rotary = rotary
    parameters = FloatBuffer(count: layout.count, isRecycled: true)
  }

  /// A freshly initialised model. Projections are normal with standard deviation 1 / sqrt(inputs),
  /// scaled by a further 1 / sqrt(2 L) where they write to the residual stream (GPT-2's rule).
  /// Embeddings have standard deviation 0.3 around a mean of the same spread shared by all tokens;
  /// norm gains are one, biases zero. At the embedded model's width this learns several times faster than the
  /// 0.02 usual for large models. Heads can use the shared mean to attend by position rather than
  /// by word, for example to the previous token (docs/LAB-NOTES.md).
  public convenience init(_ configuration: TransformerConfiguration, seed: UInt64) {
    self.init(configuration)
    let residualScale = 1 / (2 * Double(configuration.layerCount)).squareRoot()
    for tensor in layout.tensors {
      guard tensor.decays else {
        parameters.write(
          [Float](repeating: tensor.isBias ? 0 : 1, count: tensor.count), at: tensor.offset)
        continue
      }
      let writesToResidual =
        tensor.name.hasSuffix("o_proj.weight") || tensor.name.hasSuffix("down_proj.weight")
      let isEmbedding = tensor.name.hasSuffix("embed_tokens.weight")
      let deviation =
        isEmbedding
        ? 0.3
        : (writesToResidual ? residualScale : 1) / Double(tensor.shape[1]).squareRoot()
      var stream = RandomStream(seed: seed, path: "initialisation/\(tensor.name)")
      var values = (0..<tensor.count).map { _ in Float(deviation * stream.normal()) }
      if isEmbedding {
        let shared = (0..<tensor.shape[1]).map { _ in Float(deviation * stream.normal()) }
        for index in values.indices { values[index] += shared[index % shared.count] }
      }
      parameters.write(values, at: tensor.offset)
    }
  }

  /// An independent copy.
  public func duplicate() -> Transformer {
    let twin = Transformer(configuration, layout, rotary)
    twin.parameters.copy(from: parameters)
    return twin
  }
}
