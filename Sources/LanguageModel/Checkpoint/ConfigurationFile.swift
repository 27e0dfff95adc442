import Diagnostics
import Foundation
import Tokenization

/// `config.json` of a `LlamaForCausalLM`, `Qwen2ForCausalLM` or `Qwen3ForCausalLM` folder, in both
/// formats: transformers 5 (rotary settings under `rope_parameters`) and earlier releases.
///
/// Knows the keys without effect here; rejects all others that are not read, because they may
/// change the logits.
struct ConfigurationFile {
  static let name = "config.json"
  static let maximumSize = 1 << 20

  let configuration: TransformerConfiguration
  let specialTokens: SpecialTokens

  init(_ url: URL) throws(UserError) {
    let keys = ConfigurationKeys(
      path: url.path, document: try InputFile.json(url, maximumSize: Self.maximumSize))
    let architecture = try keys.architecture()
    try keys.checkParts()
    try keys.checkEffects(architecture)
    let maximumPositions =
      try keys.size("max_position_embeddings", architecture, or: 2048)
    let hiddenSize = try keys.requiredInteger("hidden_size")
    let headCount = try keys.requiredInteger("num_attention_heads")
    let configuration = TransformerConfiguration(
      vocabularySize: try keys.requiredInteger("vocab_size"),
      hiddenSize: hiddenSize,
      intermediateSize: try keys.requiredInteger("intermediate_size"),
      layerCount: try keys.requiredInteger("num_hidden_layers"),
      headCount: headCount,
      keyValueHeadCount: try keys.size("num_key_value_heads", architecture, or: headCount),
      headDimension: architecture == .qwen3
        ? try keys.requiredInteger("head_dim")
        : try keys.integer("head_dim") ?? hiddenSize / max(headCount, 1),
      ropeTheta: try keys.ropeTheta(),
      rmsNormEpsilon: try keys.number("rms_norm_eps") ?? 1e-6,
      tiesEmbeddings: try keys.flag("tie_word_embeddings") ?? false,
      maximumPositions: maximumPositions, architecture: architecture,
      // Qwen2 does not read this key: its biases are always there.
      attentionBias: architecture == .qwen2 ? false : try keys.flag("attention_bias") ?? false,
      feedForwardBias: try keys.flag("mlp_bias") ?? false,
      rotaryScaling: try keys.rotaryScaling(maximumPositions: maximumPositions))
    if let defect = configuration.defect {
      throw keys.defect(
        Self.keys[defect.field] ?? defect.field, Self.inFileTerms(defect.message))
    }
    self.configuration = configuration
    specialTokens = try keys.specialTokens(vocabularySize: configuration.vocabularySize)
  }

  /// Maps the Swift field names that a configuration defect can name to the file's keys.
  private static let keys: [String: String] = [
    "vocabularySize": "vocab_size", "hiddenSize": "hidden_size",
    "intermediateSize": "intermediate_size", "layerCount": "num_hidden_layers",
    "headCount": "num_attention_heads", "keyValueHeadCount": "num_key_value_heads",
    "headDimension": "head_dim", "ropeTheta": "rope_theta", "rmsNormEpsilon": "rms_norm_eps",
    "maximumPositions": "max_position_embeddings", "attentionBias": "attention_bias",
    "feedForwardBias": "mlp_bias", "rotaryScaling": "rope_parameters",
  ]

  private static func inFileTerms(_ message: String) -> String {
    message.split(separator: " ").map { keys[String($0)] ?? String($0) }.joined(separator: " ")
  }
}
