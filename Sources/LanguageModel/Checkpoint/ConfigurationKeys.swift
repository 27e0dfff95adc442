import Diagnostics
import Tokenization

/// Typed access to the keys of a `config.json`; every error names file and key.
struct ConfigurationKeys {
  let path: String
  let document: JSONValue

  func defect(_ key: String?, _ message: String, hint: String? = nil) -> UserError {
    UserError(.dataError, file: path, place: key, message, hint: hint)
  }

  /// The value at `key`; nil when absent or null, which are equivalent in these files.
  private func value(_ key: String) -> JSONValue? {
    let value = document[key]
    return value == .null ? nil : value
  }

  func integer(_ key: String) throws(UserError) -> Int? {
    guard let value = value(key) else { return nil }
    guard let integer = value.integer else {
      throw defect(key, "must be a whole number, found \(value.kind)")
    }
    return integer
  }

  func requiredInteger(_ key: String) throws(UserError) -> Int {
    guard let integer = try integer(key) else {
      throw defect(key, "is missing", hint: "it is needed to know the model's shape")
    }
    return integer
  }

  func number(_ key: String) throws(UserError) -> Double? {
    guard let value = value(key) else { return nil }
    guard let number = value.number else {
      throw defect(key, "must be a number, found \(value.kind)")
    }
    return number
  }

  func flag(_ key: String) throws(UserError) -> Bool? {
    guard let value = value(key) else { return nil }
    guard case .bool(let flag) = value else {
      throw defect(key, "must be true or false, found \(value.kind)")
    }
    return flag
  }

  /// Rejects every architecture except plain Llama.
  func checkArchitecture() throws(UserError) {
    guard document.members != nil else {
      throw defect(nil, "is \(document.kind), not an object")
    }
    let architectures = (value("architectures")?.array ?? []).compactMap(\.string)
    if let type = value("model_type"), type.string != "llama" {
      throw defect(
        "model_type", "'\(type.string?.shortened() ?? type.kind)' is not supported",
        hint: "only models of type llama open here")
    }
    if !architectures.isEmpty, !architectures.contains("LlamaForCausalLM") {
      throw defect(
        "architectures", "'\(architectures[0].shortened())' is not supported",
        hint: "only LlamaForCausalLM opens here")
    }
    if architectures.isEmpty, value("model_type") == nil {
      throw defect(
        "model_type", "is missing", hint: "only models of type llama open here")
    }
    for key in ["attention_bias", "mlp_bias"] where try flag(key) == true {
      throw defect(key, "projections with a bias are not supported")
    }
    if let activation = value("hidden_act"), !["silu", "swish"].contains(activation.string) {
      throw defect(
        "hidden_act", "'\(activation.string?.shortened() ?? activation.kind)' is not supported",
        hint: "only silu is")
    }
    if value("quantization_config") != nil {
      throw defect(
        "quantization_config", "quantised weights are not supported",
        hint: "save the model as float32, bfloat16 or float16")
    }
  }

  /// Base of the rotary frequencies, from any format of the file.
  func ropeTheta() throws(UserError) -> Double {
    for key in ["rope_parameters", "rope_scaling"] {
      guard let settings = value(key) else { continue }
      guard settings.members != nil else {
        throw defect(key, "must be an object, found \(settings.kind)")
      }
      for name in ["rope_type", "type"] {
        guard let type = settings[name], type != .null, type.string != "default" else { continue }
        throw defect(
          "\(key).\(name)", "'\(type.string?.shortened() ?? type.kind)' is not supported",
          hint: "only default rotary positions are")
      }
    }
    // transformers 5 reads the base from either object, and else from the file's top.
    var found: (place: String, theta: Double)?
    for place in ["rope_parameters", "rope_scaling", ""] {
      let keys =
        place.isEmpty
        ? self : ConfigurationKeys(path: path, document: value(place) ?? .object([]))
      if !place.isEmpty { try keys.checkRotaryKeys(of: place) }
      if let factor = try keys.number("partial_rotary_factor"), factor != 1 {
        throw defect("partial_rotary_factor", "must be 1, found \(factor)")
      }
      let name = place.isEmpty ? "rope_theta" : "\(place).rope_theta"
      guard let value = keys.value("rope_theta") else { continue }
      guard let theta = value.number else {
        throw defect(name, "must be a number, found \(value.kind)")
      }
      if let found, found.theta != theta {
        throw defect(name, "\(theta) contradicts \(found.place) \(found.theta)")
      }
      found = (name, theta)
    }
    return found?.theta ?? 10_000
  }

  func specialTokens(vocabularySize: Int) throws(UserError) -> SpecialTokens {
    func check(_ key: String, _ id: Int) throws(UserError) {
      guard id < vocabularySize else {
        throw defect(key, "must be below vocab_size \(vocabularySize), found \(id)")
      }
    }
    func token(_ key: String) throws(UserError) -> Int? {
      // Older folders write -1 for "none".
      guard let id = try integer(key), id >= 0 else { return nil }
      try check(key, id)
      return id
    }
    var end: [Int] = []
    if let list = value("eos_token_id")?.array {
      for value in list {
        guard let id = value.integer, id >= 0 else {
          throw defect("eos_token_id", "must hold token ids, found \(value.kind)")
        }
        try check("eos_token_id", id)
        end.append(id)
      }
    } else if let id = try token("eos_token_id") {
      end = [id]
    }
    return SpecialTokens(
      beginning: try token("bos_token_id"), end: end, padding: try token("pad_token_id"))
  }
}
