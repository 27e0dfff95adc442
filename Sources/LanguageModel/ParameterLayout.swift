/// One weight tensor inside the flat parameter buffer.
public struct ParameterTensor: Sendable, Equatable {
  /// Hugging Face's name, for example `model.layers.0.self_attn.q_proj.weight`.
  public let name: String
  /// `[out, in]` for a projection, `[C]` for a norm; row-major.
  public let shape: [Int]
  /// Index of the first element in the buffer.
  public let offset: Int

  public var count: Int { shape.reduce(1, *) }
  public var range: Range<Int> { offset..<offset + count }
  /// Whether weight decay applies: matrices decay, norm gains do not.
  public var decays: Bool { shape.count > 1 }
}

/// Where each tensor lives in the flat buffer that holds all parameters. Gradients and optimizer
/// moments use buffers of the same layout.
///
/// Order: embedding, then per block: input norm, q, k, v (contiguous, one matrix of H*D + 2*K*D
/// rows), o, post-attention norm, gate, up (contiguous, one matrix of 2*F rows), down; then the
/// final norm and, unless tied, the output projection.
public struct ParameterLayout: Sendable, Equatable {
  public let tensors: [ParameterTensor]
  /// Total number of floats.
  public let count: Int

  public let embedding: Int
  public let blocks: [Block]
  public let finalNorm: Int
  /// Offset of the output projection; when tied, the embedding's offset.
  public let output: Int

  public struct Block: Sendable, Equatable {
    public let inputNorm, queryKeyValue, attentionOutput, postNorm, gateUp, down: Int
  }

  public init(_ configuration: TransformerConfiguration) {
    let c = configuration
    var tensors: [ParameterTensor] = []
    var offset = 0
    func add(_ name: String, _ shape: [Int]) -> Int {
      let tensor = ParameterTensor(name: name, shape: shape, offset: offset)
      tensors.append(tensor)
      defer { offset += tensor.count }
      return offset
    }
    embedding = add("model.embed_tokens.weight", [c.vocabularySize, c.hiddenSize])
    blocks = (0..<c.layerCount).map { index in
      let prefix = "model.layers.\(index)."
      let inputNorm = add(prefix + "input_layernorm.weight", [c.hiddenSize])
      let query = add(prefix + "self_attn.q_proj.weight", [c.queryWidth, c.hiddenSize])
      _ = add(prefix + "self_attn.k_proj.weight", [c.keyValueWidth, c.hiddenSize])
      _ = add(prefix + "self_attn.v_proj.weight", [c.keyValueWidth, c.hiddenSize])
      let attentionOutput = add(prefix + "self_attn.o_proj.weight", [c.hiddenSize, c.queryWidth])
      let postNorm = add(prefix + "post_attention_layernorm.weight", [c.hiddenSize])
      let gate = add(prefix + "mlp.gate_proj.weight", [c.intermediateSize, c.hiddenSize])
      _ = add(prefix + "mlp.up_proj.weight", [c.intermediateSize, c.hiddenSize])
      let down = add(prefix + "mlp.down_proj.weight", [c.hiddenSize, c.intermediateSize])
      return Block(
        inputNorm: inputNorm, queryKeyValue: query, attentionOutput: attentionOutput,
        postNorm: postNorm, gateUp: gate, down: down)
    }
    finalNorm = add("model.norm.weight", [c.hiddenSize])
    output =
      c.tiesEmbeddings
      ? embedding : add("lm_head.weight", [c.vocabularySize, c.hiddenSize])
    self.tensors = tensors
    count = offset
  }
}
