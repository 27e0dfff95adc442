import Diagnostics
import Foundation
import Tokenization

/// `config.json` of a `LlamaForCausalLM` folder, in both formats: transformers 5 (rotary settings
/// under `rope_parameters`) and earlier releases.
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
    try keys.checkArchitecture()
    try keys.checkEffects()
    let hiddenSize = try keys.requiredInteger("hidden_size")
    let headCount = try keys.requiredInteger("num_attention_heads")
    let configuration = TransformerConfiguration(
      vocabularySize: try keys.requiredInteger("vocab_size"),
      hiddenSize: hiddenSize,
      intermediateSize: try keys.requiredInteger("intermediate_size"),
      layerCount: try keys.requiredInteger("num_hidden_layers"),
      headCount: headCount,
      keyValueHeadCount: try keys.integer("num_key_value_heads") ?? headCount,
      headDimension: try keys.integer("head_dim") ?? hiddenSize / max(headCount, 1),
      ropeTheta: try keys.ropeTheta(),
      rmsNormEpsilon: try keys.number("rms_norm_eps") ?? 1e-6,
      tiesEmbeddings: try keys.flag("tie_word_embeddings") ?? false,
      maximumPositions: try keys.integer("max_position_embeddings") ?? 2048)
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
    "maximumPositions": "max_position_embeddings",
  ]

  private static func inFileTerms(_ message: String) -> String {
    message.split(separator: " ").map { keys[String($0)] ?? String($0) }.joined(separator: " ")
  }

  /// The model's `config.json`, readable by transformers 4.4x and 5.
  static func document(
    _ configuration: TransformerConfiguration, specialTokens: SpecialTokens
  ) -> JSONValue {
    func id(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
    let end: JSONValue =
      specialTokens.end.count > 1
      ? .array(specialTokens.end.map { .integer($0) }) : id(specialTokens.end.first)
    let members: [(String, JSONValue)] = [
      ("architectures", .array([.string("LlamaForCausalLM")])),
      ("attention_bias", .bool(false)),
      ("attention_dropout", .real(0)),
      ("bos_token_id", id(specialTokens.beginning)),
      ("dtype", .string("float32")),
      ("eos_token_id", end),
      ("head_dim", .integer(configuration.headDimension)),
      ("hidden_act", .string("silu")),
      ("hidden_size", .integer(configuration.hiddenSize)),
      ("initializer_range", .real(0.02)),
      ("intermediate_size", .integer(configuration.intermediateSize)),
      ("max_position_embeddings", .integer(configuration.maximumPositions)),
      ("mlp_bias", .bool(false)),
      ("model_type", .string("llama")),
      ("num_attention_heads", .integer(configuration.headCount)),
      ("num_hidden_layers", .integer(configuration.layerCount)),
      ("num_key_value_heads", .integer(configuration.keyValueHeadCount)),
      ("pad_token_id", id(specialTokens.padding)),
      ("rms_norm_eps", .real(configuration.rmsNormEpsilon)),
      (
        "rope_parameters",
        .object([
          JSONValue.Member("rope_theta", .real(configuration.ropeTheta)),
          JSONValue.Member("rope_type", .string("default")),
        ])
      ),
      ("rope_theta", .real(configuration.ropeTheta)),
      ("tie_word_embeddings", .bool(configuration.tiesEmbeddings)),
      ("torch_dtype", .string("float32")),
      ("use_cache", .bool(true)),
      ("vocab_size", .integer(configuration.vocabularySize)),
    ]
    return .object(members.map { JSONValue.Member($0.0, $0.1) })
  }
}
