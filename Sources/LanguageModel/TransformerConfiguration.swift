/// Shape of a Llama-family decoder-only transformer, with the keys of Hugging Face's `config.json` in
/// parentheses.
public struct TransformerConfiguration: Sendable, Codable, Equatable {
  /// V: number of token ids (`vocab_size`).
  public var vocabularySize: Int
  /// C: width of the residual stream (`hidden_size`).
  public var hiddenSize: Int
  /// F: width inside the SwiGLU feed-forward block (`intermediate_size`).
  public var intermediateSize: Int
  /// L: number of blocks (`num_hidden_layers`).
  public var layerCount: Int
  /// H: query heads (`num_attention_heads`).
  public var headCount: Int
  /// K: key-value heads (`num_key_value_heads`); divides `headCount` (grouped-query attention).
  public var keyValueHeadCount: Int
  /// D: width of one head (`head_dim`), even; may differ from `hiddenSize / headCount`.
  public var headDimension: Int
  /// Base of the rotary frequencies (`rope_theta`).
  public var ropeTheta: Double
  /// Added to the mean square before taking the root (`rms_norm_eps`).
  public var rmsNormEpsilon: Double
  /// Whether the output projection is the embedding matrix (`tie_word_embeddings`).
  public var tiesEmbeddings: Bool
  /// Longest sequence, in tokens (`max_position_embeddings`).
  public var maximumPositions: Int
  /// What the blocks have besides Llama's parts (`model_type`).
  public var architecture: Architecture
  /// Whether all four projections of attention add a bias (`attention_bias`); Llama only.
  public var attentionBias: Bool
  /// Whether the three projections of the feed-forward block add a bias (`mlp_bias`); Llama only.
  public var feedForwardBias: Bool
  /// Scaling of the rotary frequencies for long contexts (`rope_parameters`); nil leaves them.
  public var rotaryScaling: RotaryScaling?

  /// Families of models that differ from Llama by a part of attention; raw values are `model_type`.
  public enum Architecture: String, Sendable, Codable, CaseIterable {
    case llama
    /// Adds a bias to queries, keys and values.
    case qwen2
    /// Normalizes each head of queries and keys before the rotation.
    case qwen3
  }

  public init(
    vocabularySize: Int, hiddenSize: Int = 64, intermediateSize: Int = 176, layerCount: Int = 3,
    headCount: Int = 4, keyValueHeadCount: Int = 4, headDimension: Int = 16,
    ropeTheta: Double = 10_000, rmsNormEpsilon: Double = 1e-5, tiesEmbeddings: Bool = true,
    maximumPositions: Int = 256, architecture: Architecture = .llama, attentionBias: Bool = false,
    feedForwardBias: Bool = false, rotaryScaling: RotaryScaling? = nil
  ) {
    self.vocabularySize = vocabularySize
    self.hiddenSize = hiddenSize
    self.intermediateSize = intermediateSize
    self.layerCount = layerCount
    self.headCount = headCount
    self.keyValueHeadCount = keyValueHeadCount
    self.headDimension = headDimension
    self.ropeTheta = ropeTheta
    self.rmsNormEpsilon = rmsNormEpsilon
    self.tiesEmbeddings = tiesEmbeddings
    self.maximumPositions = maximumPositions
    self.architecture = architecture
    self.attentionBias = attentionBias
    self.feedForwardBias = feedForwardBias
    self.rotaryScaling = rotaryScaling
  }

  /// Total width of all query heads: H * D.
  public var queryWidth: Int { headCount * headDimension }
  /// Total width of all key (or value) heads: K * D.
  public var keyValueWidth: Int { keyValueHeadCount * headDimension }
  /// Whether queries, keys and values get a bias.
  var hasQueryKeyValueBias: Bool { attentionBias || architecture == .qwen2 }
  /// Whether queries and keys are normalized per head.
  var normalizesQueriesAndKeys: Bool { architecture == .qwen3 }

  /// Why this shape is invalid, or nil: `(field, message)` with the field's Swift name.
  public var defect: (field: String, message: String)? {
    let sizes: [(String, Int)] = [
      ("vocabularySize", vocabularySize), ("hiddenSize", hiddenSize),
      ("intermediateSize", intermediateSize), ("layerCount", layerCount),
      ("headCount", headCount), ("keyValueHeadCount", keyValueHeadCount),
      ("headDimension", headDimension), ("maximumPositions", maximumPositions),
    ]
    for (field, value) in sizes where value < 1 || value > 1 << 24 {
      return (field, "must be between 1 and \(1 << 24), found \(value)")
    }
    if headCount % keyValueHeadCount != 0 {
      return ("keyValueHeadCount", "must divide headCount \(headCount), found \(keyValueHeadCount)")
    }
    if headDimension % 2 != 0 {
      return ("headDimension", "must be even for rotary positions, found \(headDimension)")
    }
    if !(ropeTheta > 0 && ropeTheta.isFinite) {
      return ("ropeTheta", "must be positive and finite, found \(ropeTheta)")
    }
    if !(rmsNormEpsilon >= 0 && rmsNormEpsilon.isFinite) {
      return ("rmsNormEpsilon", "must be non-negative and finite, found \(rmsNormEpsilon)")
    }
    for (field, isBiased) in [
      ("attentionBias", attentionBias), ("feedForwardBias", feedForwardBias),
    ] where isBiased && architecture != .llama {
      return (field, "must be false in models of type \(architecture.rawValue)")
    }
    return rotaryScaling?.defect
  }
}

extension TransformerConfiguration {
  /// Reads what earlier releases wrote too: plain Llama shapes have no keys of later fields.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      vocabularySize: try values.decode(Int.self, forKey: .vocabularySize),
      hiddenSize: try values.decode(Int.self, forKey: .hiddenSize),
      intermediateSize: try values.decode(Int.self, forKey: .intermediateSize),
      layerCount: try values.decode(Int.self, forKey: .layerCount),
      headCount: try values.decode(Int.self, forKey: .headCount),
      keyValueHeadCount: try values.decode(Int.self, forKey: .keyValueHeadCount),
      headDimension: try values.decode(Int.self, forKey: .headDimension),
      ropeTheta: try values.decode(Double.self, forKey: .ropeTheta),
      rmsNormEpsilon: try values.decode(Double.self, forKey: .rmsNormEpsilon),
      tiesEmbeddings: try values.decode(Bool.self, forKey: .tiesEmbeddings),
      maximumPositions: try values.decode(Int.self, forKey: .maximumPositions),
      architecture: try values.decodeIfPresent(Architecture.self, forKey: .architecture) ?? .llama,
      attentionBias: try values.decodeIfPresent(Bool.self, forKey: .attentionBias) ?? false,
      feedForwardBias: try values.decodeIfPresent(Bool.self, forKey: .feedForwardBias) ?? false,
      rotaryScaling: try values.decodeIfPresent(RotaryScaling.self, forKey: .rotaryScaling))
  }
}
