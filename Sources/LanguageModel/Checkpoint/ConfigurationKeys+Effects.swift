import Diagnostics

/// What becomes of every key of a `config.json`: read, without effect here, allowed with the value
/// that leaves the logits as they are, or an error. A key that is silently ignored may be another
/// spelling of one that counts.
extension ConfigurationKeys {
  /// Keys that the reader uses.
  private static let read: Set<String> = [
    "architectures", "attention_bias", "bos_token_id", "eos_token_id", "head_dim", "hidden_act",
    "hidden_size", "intermediate_size", "max_position_embeddings", "mlp_bias", "model_type",
    "num_attention_heads", "num_hidden_layers", "num_key_value_heads", "pad_token_id",
    "partial_rotary_factor", "quantization_config", "rms_norm_eps", "rope_parameters",
    "rope_scaling", "rope_theta", "tie_word_embeddings", "vocab_size",
  ]

  /// Keys about training, storage, other programs, and how text is generated from the logits.
  private static let withoutEffect: Set<String> = [
    // Training and its dropouts.
    "attention_dropout", "embd_pdrop", "gradient_checkpointing", "hidden_dropout",
    "hidden_dropout_prob", "initializer_range", "resid_pdrop", "residual_dropout",
    "neftune_noise_alpha", "z_loss_weight",
    // How weights are stored and loaded, and what is returned.
    "_attn_implementation", "_attn_implementation_autoset", "_commit_hash",
    "_flash_attn_2_enabled", "_model_name_or_path", "_name_or_path", "attn_implementation",
    "chunk_size_feed_forward",
    "dtype", "name_or_path", "output_attentions", "output_hidden_states", "output_scores",
    "pretraining_tp", "return_dict", "return_dict_in_generate", "torch_dtype", "torchscript",
    "transformers_version", "use_bfloat16", "use_cache", "use_return_dict",
    // Heads for other tasks, tokenizers, and tools that leave their name.
    "finetuning_task", "id2label", "is_llama_config", "label2id", "model_max_length", "num_labels",
    "prefix", "problem_type", "sep_token_id", "task_specific_params", "tokenizer_class",
    "transformers.js_config", "unk_token_id", "unsloth_fixed", "unsloth_version",
    "decoder_start_token_id", "tie_encoder_decoder",
    // Generation, which has its own file by now.
    "bad_words_ids", "begin_suppress_tokens", "diversity_penalty", "do_sample", "early_stopping",
    "encoder_no_repeat_ngram_size", "exponential_decay_length_penalty", "forced_bos_token_id",
    "forced_eos_token_id", "length_penalty", "max_length", "min_length", "no_repeat_ngram_size",
    "num_beam_groups", "num_beams", "num_return_sequences", "remove_invalid_values",
    "repetition_penalty", "suppress_tokens", "temperature", "tf_legacy_loss", "top_k", "top_p",
    "typical_p",
  ]

  /// Keys of other models, with the values under which they change nothing. Null is always one.
  private static let neutral: [String: [JSONValue]] = [
    "add_cross_attention": [.bool(false)],
    "attn_logit_softcapping": [],
    "clip_qkv": [],
    "cross_attention_hidden_size": [],
    "embedding_multiplier": [.integer(1), .real(1)],
    "final_logit_softcapping": [],
    "is_decoder": [.bool(false), .bool(true)],
    "is_encoder_decoder": [.bool(false)],
    "logit_scale": [.integer(1), .real(1)],
    "logits_scaling": [.integer(1), .real(1)],
    "pruned_heads": [.object([])],
    "qk_norm": [.bool(false)],
    "qkv_bias": [.bool(false)],
    "residual_multiplier": [.integer(1), .real(1)],
    "rope_interleaved": [.bool(false)],
    "sliding_window": [],
    "use_bias": [.bool(false)],
    "use_qk_norm": [.bool(false)],
    "use_sliding_window": [.bool(false)],
  ]

  /// Keys without effect in one architecture: Qwen's window, and the layers that have it, count only
  /// with `use_sliding_window`.
  private static func unread(
    _ key: String, by architecture: TransformerConfiguration.Architecture
  ) -> Bool {
    switch key {
    case "sliding_window", "max_window_layers": architecture != .llama
    default: false
    }
  }

  /// Rejects keys that would change the logits, or that nobody here knows.
  func checkEffects(
    _ architecture: TransformerConfiguration.Architecture
  ) throws(UserError) {
    for member in document.members ?? [] {
      let (key, value) = (member.key, member.value)
      if value == .null || Self.read.contains(key) || Self.withoutEffect.contains(key) { continue }
      if Self.unread(key, by: architecture) { continue }
      if let values = Self.neutral[key] {
        if values.contains(value) { continue }
        throw defect(
          key, "\(value.kind) changes what the model computes, and is not supported",
          hint: "only plain models of type \(architecture.rawValue) open here")
      }
      if key == "layer_types" {
        try checkLayerTypes(value)
        continue
      }
      throw defect(
        key.shortened(), "the key is unknown, and may change what the model computes",
        hint: "remove it from the file if the logits do not depend on it")
    }
  }

  private func checkLayerTypes(_ value: JSONValue) throws(UserError) {
    guard let types = value.array else {
      throw defect("layer_types", "must be an array, found \(value.kind)")
    }
    for type in types where type.string != "full_attention" {
      throw defect(
        "layer_types", "'\(type.string?.shortened() ?? type.kind)' is not supported",
        hint: "only layers with full attention are")
    }
  }
}
