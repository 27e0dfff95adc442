import Diagnostics
import Tokenization

extension ConfigurationFile {
  /// The model's `config.json`, readable by transformers 4.4x and 5 (Qwen3 from 4.51).
  static func document(
    _ configuration: TransformerConfiguration, specialTokens: SpecialTokens
  ) -> JSONValue {
    let c = configuration
    func id(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
    let end: JSONValue =
      specialTokens.end.count > 1
      ? .array(specialTokens.end.map { .integer($0) }) : id(specialTokens.end.first)
    var members: [(String, JSONValue)] = [
      ("architectures", .array([.string(c.architecture.className)])),
      ("attention_dropout", .real(0)),
      ("bos_token_id", id(specialTokens.beginning)),
      ("dtype", .string("float32")),
      ("eos_token_id", end),
      ("head_dim", .integer(c.headDimension)),
      ("hidden_act", .string("silu")),
      ("hidden_size", .integer(c.hiddenSize)),
      ("initializer_range", .real(0.02)),
      ("intermediate_size", .integer(c.intermediateSize)),
      ("max_position_embeddings", .integer(c.maximumPositions)),
      ("model_type", .string(c.architecture.rawValue)),
      ("num_attention_heads", .integer(c.headCount)),
      ("num_hidden_layers", .integer(c.layerCount)),
      ("num_key_value_heads", .integer(c.keyValueHeadCount)),
      ("pad_token_id", id(specialTokens.padding)),
      ("rms_norm_eps", .real(c.rmsNormEpsilon)),
      ("rope_parameters", rotary(c.rotaryScaling, theta: c.ropeTheta)),
      ("rope_theta", .real(c.ropeTheta)),
      ("tie_word_embeddings", .bool(c.tiesEmbeddings)),
      ("torch_dtype", .string("float32")),
      ("use_cache", .bool(true)),
      ("vocab_size", .integer(c.vocabularySize)),
    ]
    switch c.architecture {
    case .llama:
      members += [
        ("attention_bias", .bool(c.attentionBias)), ("mlp_bias", .bool(c.feedForwardBias)),
      ]
    case .qwen2: members += [("use_sliding_window", .bool(false))]
    case .qwen3:
      members += [("attention_bias", .bool(false)), ("use_sliding_window", .bool(false))]
    }
    // Read by transformers before 5; the base stands at the top for them.
    if let scaling = c.rotaryScaling { members.append(("rope_scaling", rotary(scaling))) }
    return .object(
      members.sorted { $0.0 < $1.0 }.map { JSONValue.Member($0.0, $0.1) })
  }

  /// Rotary settings in the form of `rope_parameters`.
  private static func rotary(_ scaling: RotaryScaling?, theta: Double? = nil) -> JSONValue {
    var members: [(String, JSONValue)] = []
    if let theta { members.append(("rope_theta", .real(theta))) }
    switch scaling {
    case nil: members.append(("rope_type", .string("default")))
    case .linear(let factor):
      members += [("factor", .real(factor)), ("rope_type", .string("linear"))]
    case .llama3(let factor, let low, let high, let original):
      members += [
        ("factor", .real(factor)), ("high_freq_factor", .real(high)),
        ("low_freq_factor", .real(low)),
        ("original_max_position_embeddings", .integer(original)),
        ("rope_type", .string("llama3")),
      ]
    }
    return .object(members.sorted { $0.0 < $1.0 }.map { JSONValue.Member($0.0, $0.1) })
  }
}

extension TransformerConfiguration.Architecture {
  /// transformers' class, in `architectures`.
  var className: String {
    switch self {
    case .llama: "LlamaForCausalLM"
    case .qwen2: "Qwen2ForCausalLM"
    case .qwen3: "Qwen3ForCausalLM"
    }
  }
}
