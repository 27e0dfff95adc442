/// Shape of a Llama-family decoder-only transformer, with the keys of Hugging Face's `LlamaConfig`
/// in parentheses.
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

  public init(
    vocabularySize: Int, hiddenSize: Int = 64, intermediateSize: Int = 176, layerCount: Int = 3,
    headCount: Int = 4, keyValueHeadCount: Int = 4, headDimension: Int = 16,
    ropeTheta: Double = 10_000, rmsNormEpsilon: Double = 1e-5, tiesEmbeddings: Bool = true,
    maximumPositions: Int = 256
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
  }

  /// Total width of all query heads: H * D.
  public var queryWidth: Int { headCount * headDimension }
  /// Total width of all key (or value) heads: K * D.
  public var keyValueWidth: Int { keyValueHeadCount * headDimension }

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
    return nil
  }
}
