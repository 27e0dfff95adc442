/// One weight tensor inside the flat parameter buffer.
public struct ParameterTensor: Sendable, Equatable {
  /// Hugging Face's name, for example `model.layers.0.self_attn.q_proj.weight`.
  public let name: String
  /// `[out, in]` for a projection, `[out]` for its bias, `[C]` or `[D]` for a norm; row-major.
  public let shape: [Int]
  /// Index of the first element in the buffer.
  public let offset: Int

  public var count: Int { shape.reduce(1, *) }
  public var range: Range<Int> { offset..<offset + count }
  /// Whether weight decay applies: matrices decay, norm gains and biases do not.
  public var decays: Bool { shape.count > 1 }
  var isBias: Bool { name.hasSuffix(".bias") }
}

/// Where each tensor lives in the flat buffer that holds all parameters. Gradients and optimizer
/// moments use buffers of the same layout.
///
/// Order: embedding, then per block: input norm, q, k, v (contiguous, one matrix of H*D + 2*K*D
/// rows), o, post-attention norm, gate, up (contiguous, one matrix of 2*F rows), down; then the
/// final norm and, unless tied, the output projection. Biases come after the matrices that they
/// belong to, q, k, v and gate, up contiguous again; the norms of queries and keys after o.
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
    /// Nil where the shape has no such part. `queryNorm` is followed by the keys' norm.
    public let queryKeyValueBias, attentionOutputBias, queryNorm, gateUpBias, downBias: Int?
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
      /// Adds tensors that follow one another; the offset of the first, nil if there are none.
      func addAll(_ tensors: [(String, [Int])], if exists: Bool) -> Int? {
        exists ? tensors.map { add(prefix + $0.0, $0.1) }.first : nil
      }
      let inputNorm = add(prefix + "input_layernorm.weight", [c.hiddenSize])
      let query = add(prefix + "self_attn.q_proj.weight", [c.queryWidth, c.hiddenSize])
      _ = add(prefix + "self_attn.k_proj.weight", [c.keyValueWidth, c.hiddenSize])
      _ = add(prefix + "self_attn.v_proj.weight", [c.keyValueWidth, c.hiddenSize])
      let queryKeyValueBias = addAll(
        [
          ("self_attn.q_proj.bias", [c.queryWidth]), ("self_attn.k_proj.bias", [c.keyValueWidth]),
          ("self_attn.v_proj.bias", [c.keyValueWidth]),
        ], if: c.hasQueryKeyValueBias)
      let attentionOutput = add(prefix + "self_attn.o_proj.weight", [c.hiddenSize, c.queryWidth])
      let outputBias = addAll([("self_attn.o_proj.bias", [c.hiddenSize])], if: c.attentionBias)
      let queryNorm = addAll(
        [
          ("self_attn.q_norm.weight", [c.headDimension]),
          ("self_attn.k_norm.weight", [c.headDimension]),
        ], if: c.normalizesQueriesAndKeys)
      let postNorm = add(prefix + "post_attention_layernorm.weight", [c.hiddenSize])
      let gate = add(prefix + "mlp.gate_proj.weight", [c.intermediateSize, c.hiddenSize])
      _ = add(prefix + "mlp.up_proj.weight", [c.intermediateSize, c.hiddenSize])
      let gateUpBias = addAll(
        [
          ("mlp.gate_proj.bias", [c.intermediateSize]), ("mlp.up_proj.bias", [c.intermediateSize]),
        ], if: c.feedForwardBias)
      let down = add(prefix + "mlp.down_proj.weight", [c.hiddenSize, c.intermediateSize])
      let downBias = addAll([("mlp.down_proj.bias", [c.hiddenSize])], if: c.feedForwardBias)
      return Block(
        inputNorm: inputNorm, queryKeyValue: query, attentionOutput: attentionOutput,
        postNorm: postNorm, gateUp: gate, down: down, queryKeyValueBias: queryKeyValueBias,
        attentionOutputBias: outputBias, queryNorm: queryNorm, gateUpBias: gateUpBias,
        downBias: downBias)
    }
    finalNorm = add("model.norm.weight", [c.hiddenSize])
    output =
      c.tiesEmbeddings
      ? embedding : add("lm_head.weight", [c.vocabularySize, c.hiddenSize])
    self.tensors = tensors
    count = offset
  }
}
