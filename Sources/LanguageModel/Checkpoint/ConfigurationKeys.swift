import Diagnostics
import Tokenization

/// Typed access to the keys of a `config.json`; every error names file and key.
struct ConfigurationKeys {
  let path: String
  let document: JSONValue
  /// The key of the object that `document` is, if it is a part of the file.
  var within: String?

  func defect(_ key: String?, _ message: String, hint: String? = nil) -> UserError {
    UserError(.dataError, file: path, place: key.map(place), message, hint: hint)
  }

  /// The key as errors name it.
  func place(_ key: String) -> String { within.map { "\($0).\(key)" } ?? key }

  /// The value at `key`; nil when absent or null, which are equivalent in these files.
  func value(_ key: String) -> JSONValue? {
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

  /// A size that Llama derives where the file does not give it. The other architectures have
  /// defaults of one released model, which are hardly meant.
  func size(
    _ key: String, _ architecture: TransformerConfiguration.Architecture, or derived: Int
  ) throws(UserError) -> Int {
    architecture == .llama ? try integer(key) ?? derived : try requiredInteger(key)
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

  /// What `model_type` and `architectures` say; every architecture that is not known is rejected.
  func architecture() throws(UserError) -> TransformerConfiguration.Architecture {
    typealias Architecture = TransformerConfiguration.Architecture
    guard document.members != nil else {
      throw defect(nil, "is \(document.kind), not an object")
    }
    let hint = "only models of type llama, qwen2 and qwen3 open here"
    let classes = (value("architectures")?.array ?? []).compactMap(\.string)
    let named = Architecture.allCases.first { classes.contains($0.className) }
    if !classes.isEmpty, named == nil {
      throw defect("architectures", "'\(classes[0].shortened())' is not supported", hint: hint)
    }
    guard let type = value("model_type") else {
      guard let named else { throw defect("model_type", "is missing", hint: hint) }
      return named
    }
    guard let architecture = type.string.flatMap(Architecture.init(rawValue:)) else {
      throw defect(
        "model_type", "'\(type.string?.shortened() ?? type.kind)' is not supported", hint: hint)
    }
    if let named, named != architecture {
      throw defect(
        "architectures", "'\(named.className)' contradicts model_type '\(architecture.rawValue)'")
    }
    return architecture
  }

  /// Rejects activations and storage that are not supported.
  func checkParts() throws(UserError) {
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
