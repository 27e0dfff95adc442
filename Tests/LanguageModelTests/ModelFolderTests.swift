// Locks:
// - bfloat16, float16, sharded and transformers-4 folders load as the same weights in float32;
// - saving and loading is bitwise, vocabulary and special tokens included;
// - a folder that is incomplete, contradictory or hostile is a one-line error that names file and
//   key or tensor, before memory is taken for the model;
// - saving replaces an older model and nothing else.

import Diagnostics
import Foundation
import LanguageModel
import Numerics
import TestSupport
import Testing
import Tokenization

@Suite struct ModelFolderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: ["gqa-untied-bf16-sharded", "mqa-wide-heads-f16"])
  func storedVariantsLoadAsFloat32(_ name: String) throws {
    let loaded = try ModelFolder.load(ModelFixture.url(name))
    let expected = try SafetensorsFile(ModelFixture.url("\(name).expected.safetensors"))
    let model = loaded.transformer
    #expect(expected.entries.count == model.layout.tensors.count)
    for tensor in model.layout.tensors {
      #expect(try model.parameters.array(tensor.range) == expected.values(tensor.name))
    }
    #expect(loaded.tokens == nil)
    #expect(loaded.specialTokens == SpecialTokens(end: [1]))
  }

  @Test func bothGenerationsOfConfigurationAreRead() throws {
    let old = try ModelFolder.load(ModelFixture.url("mqa-wide-heads-f16")).transformer
    let new = try ModelFolder.load(ModelFixture.url("mqa-wide-heads")).transformer
    #expect(old.configuration == new.configuration)
    #expect(
      new.configuration
        == TransformerConfiguration(
          vocabularySize: 29, hiddenSize: 24, intermediateSize: 36, layerCount: 2, headCount: 3,
          keyValueHeadCount: 1, headDimension: 12, ropeTheta: 500, rmsNormEpsilon: 3e-4,
          tiesEmbeddings: false, maximumPositions: 96))
  }

  @Test(arguments: [true, false])
  func savedModelLoadsBitwise(_ tied: Bool) throws {
    let model = Transformer(
      TransformerConfiguration(
        vocabularySize: 7, hiddenSize: 12, intermediateSize: 20, layerCount: 2, headCount: 3,
        keyValueHeadCount: 1, headDimension: 6, ropeTheta: 1234.5, rmsNormEpsilon: 1e-6,
        tiesEmbeddings: tied, maximumPositions: 33), seed: 5)
    let tokens = ["<pad>", "<end>", "\"quoted\"", "back\\slash", "é", "e\u{301}", "."]
    let special = SpecialTokens(beginning: 2, end: [1, 6], padding: 0)
    let url = folder.file("model")
    // The second save replaces the first.
    for _ in 0..<2 {
      try ModelFolder.save(model, tokens: tokens, specialTokens: special, to: url)
    }
    let loaded = try ModelFolder.load(url)
    #expect(loaded.transformer.configuration == model.configuration)
    #expect(loaded.transformer.parameters.array() == model.parameters.array())
    #expect(loaded.tokens.map { $0.map { Array($0.utf8) } } == tokens.map { Array($0.utf8) })
    #expect(loaded.specialTokens == special)
    #expect(try folder.contents == ["model"])
  }

  @Test(arguments: ModelFixture.others)
  func otherShapesAreSavedBitwise(_ name: String) throws {
    let fixture = try ModelFixture(name)
    let model = try fixture.model()
    let url = folder.file("model")
    try ModelFolder.save(model, to: url)
    let loaded = try ModelFolder.load(url).transformer
    #expect(loaded.configuration == model.configuration)
    #expect(loaded.parameters.array() == model.parameters.array())
    let sequence = try #require(fixture.reference.sequences.first)
    #expect(Learner(loaded).logits(sequence) == Learner(model).logits(sequence))
  }

  /// Rotary scaling in each of the forms that releases of transformers wrote.
  @Test(arguments: [
    ["rope_scaling": scaling("rope_type"), "rope_theta": "500.0"],
    ["rope_scaling": scaling("type"), "rope_theta": "500.0"],
    [
      "rope_scaling": scaling("type"),
      "rope_parameters": #"{"rope_theta": 500, "#
        + scaling("rope_type").dropFirst(),
    ],
    ["rope_parameters": #"{"rope_theta": 500, "# + scaling("rope_type").dropFirst()],
  ])
  func rotaryScalingIsReadWhereverItStands(_ keys: [String: String]) throws {
    let url = try copy(of: "llama3-rope") {
      $0["rope_parameters"] = nil
      $0.merge(keys) { $1 }
    }
    let configuration = try ModelFolder.load(url).transformer.configuration
    #expect(
      configuration.rotaryScaling
        == .llama3(
          factor: 8, lowFrequencyFactor: 1, highFrequencyFactor: 2, originalPositions: 16))
    #expect(try configuration == ModelFixture("llama3-rope").model().configuration)
  }

  static func scaling(_ key: String) -> String {
    #"{"\#(key)": "llama3", "factor": 8, "low_freq_factor": 1, "high_freq_factor": 2, "#
      + #""original_max_position_embeddings": 16}"#
  }

  @Test func shapesWrittenByEarlierReleasesAreRead() throws {
    let shape = try ModelFixture("mha-tied").model().configuration
    let json = try JSONEncoder().encode(shape)
    var object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    for key in ["architecture", "attentionBias", "feedForwardBias"] { object[key] = nil }
    let old = try JSONSerialization.data(withJSONObject: object)
    #expect(try JSONDecoder().decode(TransformerConfiguration.self, from: old) == shape)
    let qwen = try ModelFixture("qwen3").model().configuration
    #expect(
      try JSONDecoder().decode(
        TransformerConfiguration.self, from: JSONEncoder().encode(qwen)) == qwen)
  }

  @Test func savingLeavesForeignFoldersAlone() throws {
    try folder.write("precious".utf8, to: "notes.txt")
    let model = Transformer(TransformerConfiguration(vocabularySize: 3), seed: 1)
    let error = #expect(throws: UserError.self) { try ModelFolder.save(model, to: folder.url) }
    #expect(error?.status == .cannotCreate)
    #expect(try folder.contents == ["notes.txt"])
    let blocked = folder.file("notes.txt/model")
    #expect(throws: UserError.self) { try ModelFolder.save(model, to: blocked) }
    #expect(try folder.contents == ["notes.txt"])
  }

  static let badConfigurations: [(key: String, value: String?, complaint: String)] = [
    ("vocab_size", nil, "vocab_size: is missing"),
    ("hidden_size", "\"16\"", "hidden_size: must be a whole number"),
    ("hidden_size", "0", "hidden_size: must be between 1"),
    ("hidden_size", "-9223372036854775808", "hidden_size: must be between 1"),
    ("num_attention_heads", "0", "num_attention_heads: must be between 1"),
    ("num_key_value_heads", "0", "num_key_value_heads: must be between 1"),
    ("num_key_value_heads", "3", "num_key_value_heads: must divide num_attention_heads 4"),
    ("head_dim", "5", "head_dim: must be even"),
    ("head_dim", "16777216", "q_proj.weight: expected shape [67108864, 16]"),
    ("num_hidden_layers", "16777216", "too few for num_hidden_layers 16777216"),
    ("num_hidden_layers", "1", "unexpected tensor"),
    ("num_hidden_layers", "3", "model.layers.2.input_layernorm.weight: the tensor is missing"),
    ("vocab_size", "16777216", "embed_tokens.weight: expected shape [16777216, 16]"),
    ("intermediate_size", "41", "gate_proj.weight: expected shape [41, 16], found [40, 16]"),
    ("tie_word_embeddings", "false", "lm_head.weight: the tensor is missing"),
    ("tie_word_embeddings", "1", "tie_word_embeddings: must be true or false"),
    ("attention_bias", "true", "self_attn.q_proj.bias: the tensor is missing"),
    ("mlp_bias", "true", "mlp.gate_proj.bias: the tensor is missing"),
    ("attention_bias", "1", "attention_bias: must be true or false"),
    ("hidden_act", "\"gelu\"", "hidden_act: 'gelu' is not supported"),
    ("model_type", "\"mistral\"", "model_type: 'mistral' is not supported"),
    ("architectures", "[\"LlamaModel\"]", "architectures: 'LlamaModel' is not supported"),
    (
      "architectures", "[\"Qwen2ForCausalLM\"]", "'Qwen2ForCausalLM' contradicts model_type 'llama'"
    ),
    ("model_type", "\"qwen2\"", "'LlamaForCausalLM' contradicts model_type 'qwen2'"),
    ("rms_norm_eps", "-1", "rms_norm_eps: must be non-negative"),
    ("rope_theta", "500000", "contradicts"),
    ("rope_scaling", #"{"rope_type": "llama3"}"#, "rope_scaling.factor: is missing"),
    ("rope_scaling", #"{"type": "linear"}"#, "rope_scaling.factor: is missing"),
    (
      "rope_scaling", #"{"type": "linear", "factor": 2}"#,
      "rope_scaling: contradicts rope_parameters"
    ),
    ("rope_scaling", #"{"type": "dynamic", "factor": 2}"#, "rope_scaling.type: 'dynamic'"),
    (
      "rope_scaling", #"{"type": "linear", "rope_type": "llama3"}"#,
      "rope_scaling.type: 'linear' contradicts rope_scaling.rope_type 'llama3'"
    ),
    ("rope_parameters", #"{"type": "linear", "factor": 0.5}"#, "needs a factor of at least 1"),
    (
      "rope_parameters", #"{"type": "linear", "factor": 2, "attention_factor": 2}"#,
      "rope_parameters.attention_factor: is not supported"
    ),
    (
      "rope_parameters",
      #"{"rope_type": "llama3", "factor": 2, "low_freq_factor": 4, "high_freq_factor": 1}"#,
      "needs 0 < low_freq_factor < high_freq_factor"
    ),
    ("rope_parameters", #"{"rope_type": "yarn"}"#, "rope_parameters.rope_type: 'yarn'"),
    ("rope_parameters", #"{"rope_theta": 0}"#, "rope_theta: must be positive"),
    ("rope_parameters", #"{"rope_theta": "x"}"#, "rope_parameters.rope_theta: must be a number"),
    ("rope_parameters", "3", "rope_parameters: must be an object"),
    ("partial_rotary_factor", "0.5", "partial_rotary_factor: must be 1"),
    ("rope_scaling", #"{"rope_theta": 7}"#, "rope_scaling.rope_theta: 7.0 contradicts"),
    ("rope_scaling", #"{"rope_theta": "x"}"#, "rope_scaling.rope_theta: must be a number"),
    ("rope_scaling", #"{"factor": 2}"#, "rope_scaling.factor: is not supported"),
    (
      "rope_parameters", #"{"full_attention": {"rope_theta": 5}}"#,
      "rope_parameters.full_attention: is not supported"
    ),
    ("sliding_window", "4096", "sliding_window: 4096 changes what the model computes"),
    ("attention_multiplier", "0.1", "attention_multiplier: the key is unknown"),
    ("logits_scaling", "8", "logits_scaling: 8 changes"),
    ("logit_scale", "0.0625", "logit_scale: 0.0625 changes"),
    ("final_logit_softcapping", "30", "final_logit_softcapping: 30 changes"),
    ("rotary_emb_base", "500000", "rotary_emb_base: the key is unknown"),
    (
      "layer_types", #"["full_attention", "sliding_attention"]"#, "layer_types: 'sliding_attention'"
    ),
    ("max_window_layers", "2", "max_window_layers: the key is unknown"),
    ("use_qk_norm", "true", "use_qk_norm: true changes"),
    ("auto_map", "{}", "auto_map: the key is unknown"),
    ("quantization_config", "{}", "quantization_config: quantised"),
    ("eos_token_id", "24", "eos_token_id: must be below vocab_size 24"),
    ("eos_token_id", "[1, \"x\"]", "eos_token_id: must hold token ids"),
    ("max_position_embeddings", "1.5", "max_position_embeddings: must be a whole number"),
  ]

  static let badQwenConfigurations:
    [(model: String, key: String, value: String?, complaint: String)] =
      [
        ("qwen2", "use_sliding_window", "true", "use_sliding_window: true changes"),
        ("qwen2", "layer_types", #"["sliding_attention"]"#, "layer_types: 'sliding_attention'"),
        ("qwen2", "rope_scaling", #"{"type": "yarn", "factor": 4}"#, "rope_scaling.type: 'yarn'"),
        ("qwen2", "num_key_value_heads", nil, "num_key_value_heads: is missing"),
        ("qwen2", "mlp_bias", "true", "mlp_bias: must be false in models of type qwen2"),
        ("qwen2", "model_type", "\"qwen3\"", "contradicts model_type 'qwen3'"),
        (
          "qwen3", "attention_bias", "true", "attention_bias: must be false in models of type qwen3"
        ),
        ("qwen3", "head_dim", nil, "head_dim: is missing"),
        ("qwen3", "use_sliding_window", "true", "use_sliding_window: true changes"),
      ]

  @Test(arguments: badQwenConfigurations.indices)
  func badQwenConfigurationIsOneLine(_ index: Int) throws {
    let (model, key, value, complaint) = Self.badQwenConfigurations[index]
    try expectError(try copy(of: model) { $0[key] = value }, complaint)
  }

  @Test func qwenWithoutItsWindowOpens() throws {
    let url = try copy(of: "qwen2") {
      $0["sliding_window"] = "4096"
      $0["max_window_layers"] = "1"
      $0["attention_bias"] = "true"
    }
    #expect(
      try ModelFolder.load(url).transformer.configuration
        == ModelFixture("qwen2").model().configuration)
  }

  @Test(arguments: badConfigurations.indices)
  func badConfigurationIsOneLine(_ index: Int) throws {
    let (key, value, complaint) = Self.badConfigurations[index]
    let url = try copyOfTied { $0[key] = value }
    try expectError(url, complaint)
  }

  @Test func everySizeAtItsLargestDoesNotOverflow() throws {
    let largest = "\(1 << 24)"
    let url = try copyOfTied {
      for key in [
        "vocab_size", "hidden_size", "intermediate_size", "num_attention_heads",
        "num_key_value_heads", "head_dim",
      ] { $0[key] = largest }
    }
    try expectError(url, "more than any file can hold")
  }

  @Test func missingOrUnreadablePartsAreOneLine() throws {
    try expectError(folder.file("absent"), "does not exist", .noInput)
    try expectError(try folder.write([], to: "file"), "is not a folder", .noInput)
    try expectError(folder.url, "config.json: does not exist", .noInput)
    let url = try copyOfTied { _ in }
    try FileManager.default.removeItem(at: url.appendingPathComponent("model.safetensors"))
    try expectError(url, "neither model.safetensors nor", .noInput)
    try Data("{".utf8).write(to: url.appendingPathComponent("config.json"))
    try expectError(url, "config.json: is not valid JSON")
    try Data("[]".utf8).write(to: url.appendingPathComponent("config.json"))
    try expectError(url, "config.json: is an array, not an object")
    try Data(count: 2 << 20).write(to: url.appendingPathComponent("config.json"))
    try expectError(url, "more than such a file can be")
  }

  /// The key that the shared fault is about, in each place where releases of transformers write it.
  @Test(arguments: [
    ["rope_scaling": #"{"rope_type": "default", "rope_theta": 500000.0}"#],
    ["rope_scaling": #"{"rope_theta": 500000}"#, "rope_theta": "500000"],
    ["rope_parameters": #"{"rope_type": "default", "rope_theta": 500000, "factor": 1.0}"#],
    ["rope_theta": "500000", "rope_scaling": "null"],
  ])
  func ropeThetaIsReadWhereverItStands(_ keys: [String: String]) throws {
    let url = try copyOfTied {
      $0["rope_parameters"] = nil
      $0.merge(keys) { $1 }
    }
    #expect(try ModelFolder.load(url).transformer.configuration.ropeTheta == 500_000)
  }

  @Test func keysWithoutEffectAreTaken() throws {
    let url = try copyOfTied {
      $0["sliding_window"] = "null"
      $0["use_sliding_window"] = "false"
      $0["logit_scale"] = "1.0"
      $0["attention_multiplier"] = "null"
      $0["layer_types"] = #"["full_attention", "full_attention"]"#
      $0["_name_or_path"] = #""x""#
      $0["temperature"] = "0.6"
      $0["use_cache"] = "false"
      $0["pruned_heads"] = "{}"
    }
    #expect(try ModelFolder.load(url).transformer.configuration.vocabularySize == 24)
  }

  /// The advice in the error, followed.
  @Test func anUnknownKeyCanBeRemoved() throws {
    let url = try copyOfTied { $0["my_note"] = #""trained on a Tuesday""# }
    try expectError(url, "remove it from the file if the logits do not depend on it")
    let file = url.appendingPathComponent("config.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(
      text.replacing(/,?"my_note": "[^"]*"/, with: "").replacing("{,", with: "{").utf8
    ).write(to: file)
    _ = try ModelFolder.load(url)
  }

  @Test func aTiedModelWithAnotherProjectionContradictsItself() throws {
    let model = try ModelFixture("mha-tied").model()
    let c = model.configuration
    let url = try copyOfTied { _ in }
    let file = url.appendingPathComponent("config.json")
    func save(_ values: [Float], _ shape: [Int]) throws {
      try SafetensorsFile.write(
        model.layout.namedTensors(in: model.parameters) + [
          NamedTensor(name: "lm_head.weight", shape: shape, values: values)
        ], to: url.appendingPathComponent("model.safetensors"))
    }
    try save([9], [1])
    try expectError(url, "lm_head.weight: expected shape [24, 16], found [1]")
    var values = model.parameters.array(model.layout.tensors[0].range)
    values[values.count - 1] += 1
    try save(values, [c.vocabularySize, c.hiddenSize])
    try expectError(url, "lm_head.weight: differs from model.embed_tokens.weight")
    // The advice, followed.
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains("\"tie_word_embeddings\": true"))
    try Data(
      text.replacingOccurrences(
        of: "\"tie_word_embeddings\": true", with: "\"tie_word_embeddings\": false"
      ).utf8
    ).write(to: file)
    #expect(try ModelFolder.load(url).transformer.layout.tensors.last?.name == "lm_head.weight")
  }

  @Test func shardsHoldNothingElse() throws {
    let url = folder.file("sharded")
    try FileManager.default.copyItem(at: ModelFixture.url("gqa-untied-bf16-sharded"), to: url)
    let index = url.appendingPathComponent("model.safetensors.index.json")
    let text = try String(contentsOf: index, encoding: .utf8)
    let name = try #require(text.firstMatch(of: /"model\.norm\.weight": "[^"]*",?/))
    try Data(text.replacing(name.0, with: "").replacing(/,\s*}/, with: "}").utf8).write(to: index)
    try expectError(url, "model.norm.weight: unexpected tensor")
  }

  @Test func tiedModelIgnoresItsCopiesAndOldBuffers() throws {
    let model = try ModelFixture("mha-tied").model()
    let url = try copyOfTied { _ in }
    let c = model.configuration
    let extra = [
      NamedTensor(
        name: "lm_head.weight", shape: [c.vocabularySize, c.hiddenSize],
        values: model.parameters.array(model.layout.tensors[0].range)),
      NamedTensor(
        name: "model.layers.0.self_attn.rotary_emb.inv_freq", shape: [2], values: [1, 2]),
    ]
    try SafetensorsFile.write(
      model.layout.namedTensors(in: model.parameters) + extra,
      to: url.appendingPathComponent("model.safetensors"))
    let loaded = try ModelFolder.load(url).transformer
    #expect(loaded.parameters.array() == model.parameters.array())
  }

  @Test func wrongTypeOfAParameterIsOneLine() throws {
    let url = try copyOfTied { _ in }
    let file = url.appendingPathComponent("model.safetensors")
    var bytes = try Data(contentsOf: file)
    let type = try #require(bytes.firstRange(of: Data("\"F32\"".utf8)))
    bytes.replaceSubrange(type, with: Data("\"I32\"".utf8))
    try bytes.write(to: file)
    try expectError(url, "has element type I32")
  }

  /// Replacements of the shard's name in the index.
  @Test(arguments: [
    ("../model-00001-of-00006.safetensors", "is not a file of this folder"),
    ("/etc/passwd", "is not a file of this folder"),
    ("..", "is not a file of this folder"),
    ("", "is not a file of this folder"),
    ("a\\u0000b", "is not a file of this folder"),
    ("absent.safetensors", "does not exist"),
    ("model-00002-of-00006.safetensors", "there is no such tensor"),
    ("config.json", "claims a header"),
  ])
  func hostileIndexIsOneLine(_ shard: String, _ complaint: String) throws {
    let url = folder.file("sharded")
    try FileManager.default.copyItem(at: ModelFixture.url("gqa-untied-bf16-sharded"), to: url)
    let index = url.appendingPathComponent("model.safetensors.index.json")
    let text = try String(contentsOf: index, encoding: .utf8)
    let name = "\"model-00001-of-00006.safetensors\""
    try #require(text.contains(name))
    try Data(text.replacingOccurrences(of: name, with: "\"\(shard)\"").utf8).write(to: index)
    try expectError(url, complaint, shard.hasPrefix("absent") ? .noInput : .dataError)
  }

  @Test(arguments: [
    ("{}", "weight_map: is missing"),
    (#"{"weight_map": {"a": 3}}"#, "weight_map.a: '3' is not a file"),
    (#"{"weight_map": {}}"#, "holds 0 tensors"),
    (#"{"weight_map": {"a": "x", "a": "y"}}"#, "occurs twice"),
  ])
  func malformedIndexIsOneLine(_ index: String, _ complaint: String) throws {
    let url = try copyOfTied { _ in }
    try FileManager.default.removeItem(at: url.appendingPathComponent("model.safetensors"))
    try Data(index.utf8).write(
      to: url.appendingPathComponent("model.safetensors.index.json"))
    try expectError(url, complaint)
  }

  @Test(arguments: [
    (#"{"model": {"type": "BPE", "vocab": 3}}"#, nil),
    (#"{"model": {"type": "WordLevel"}}"#, "model.vocab: is missing"),
    (#"{"model": {"type": "WordLevel", "vocab": {"a": 24}}}"#, "needs an id from 0 to 23"),
    (#"{"model": {"type": "WordLevel", "vocab": {"a": -1}}}"#, "needs an id from 0 to 23"),
    (#"{"model": {"type": "WordLevel", "vocab": {"a": "0"}}}"#, "needs an id from 0 to 23"),
    (#"{"model": {"type": "WordLevel", "vocab": {"a": 0, "b": 2}}}"#, "ids below 2 are missing"),
    (#"{"model": {"type": "WordLevel", "vocab": {"a": 0, "b": 0}}}"#, "have the same id 0"),
    (#"{"model": {"type": "WordLevel", "vocab": {"a": 1}}, "added_tokens": [{}]}"#, "no content"),
    ("not JSON", "tokenizer.json: is not valid JSON"),
  ])
  func foreignTokenizersAreSkippedAndBadOnesOneLine(_ text: String, _ complaint: String?) throws {
    let url = try copyOfTied { _ in }
    try Data(text.utf8).write(to: url.appendingPathComponent("tokenizer.json"))
    if let complaint {
      try expectError(url, complaint)
    } else {
      #expect(try ModelFolder.load(url).tokens == nil)
    }
  }

  private func copyOfTied(_ change: (inout [String: String]) -> Void) throws -> URL {
    try copy(of: "mha-tied", change)
  }

  /// A copy of a fixture with keys of its config.json replaced by JSON text, or removed.
  private func copy(
    of name: String, _ change: (inout [String: String]) -> Void
  ) throws -> URL {
    let url = folder.file("copy")
    try FileManager.default.copyItem(at: ModelFixture.url(name), to: url)
    let file = url.appendingPathComponent("config.json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    var keys = try object.mapValues {
      String(
        decoding: try JSONSerialization.data(withJSONObject: $0, options: .fragmentsAllowed),
        as: UTF8.self)
    }
    change(&keys)
    let text = keys.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ",")
    try Data("{\(text)}".utf8).write(to: file)
    return url
  }

  private func expectError(
    _ url: URL, _ complaint: String, _ status: Diagnostics.ExitStatus = .dataError
  ) throws {
    let error = try #require(throws: UserError.self) { try ModelFolder.load(url) }
    let line = error.description
    #expect(line.contains(complaint), "\(line)")
    #expect(error.status == status)
    #expect(line.hasPrefix(url.path) && !line.contains { $0.isNewline })
  }
}
