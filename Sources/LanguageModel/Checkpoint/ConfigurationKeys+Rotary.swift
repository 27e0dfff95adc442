import Diagnostics

/// Rotary settings: base and scaling of the frequencies. transformers 5 writes them to
/// `rope_parameters`, earlier releases to `rope_scaling` (with `type`, later `rope_type`) and
/// `rope_theta`. Settings that stand in several places must agree.
extension ConfigurationKeys {
  private static let places = ["rope_parameters", "rope_scaling"]

  /// The members of a settings object; nil if it is absent, or empty, which transformers takes as
  /// absent.
  private func rotaryKeys(_ place: String) throws(UserError) -> ConfigurationKeys? {
    guard let settings = value(place) else { return nil }
    guard let members = settings.members else {
      throw defect(place, "must be an object, found \(settings.kind)")
    }
    return members.isEmpty ? nil : ConfigurationKeys(path: path, document: settings, within: place)
  }

  /// Base of the rotary frequencies.
  func ropeTheta() throws(UserError) -> Double {
    var found: (place: String, theta: Double)?
    for place in Self.places + [""] {
      guard let keys = place.isEmpty ? self : try rotaryKeys(place) else { continue }
      if let factor = try keys.number("partial_rotary_factor"), factor != 1 {
        throw defect("partial_rotary_factor", "must be 1, found \(factor)")
      }
      guard let theta = try keys.number("rope_theta") else { continue }
      if let found, found.theta != theta {
        throw keys.defect("rope_theta", "\(theta) contradicts \(found.place) \(found.theta)")
      }
      found = (keys.place("rope_theta"), theta)
    }
    return found?.theta ?? 10_000
  }

  /// Scaling of the rotary frequencies.
  ///
  /// - Parameter maximumPositions: the original context if the file does not give it, as in
  ///   transformers.
  func rotaryScaling(maximumPositions: Int) throws(UserError) -> RotaryScaling? {
    var found: (place: String, scaling: RotaryScaling?)?
    for place in Self.places {
      guard let keys = try rotaryKeys(place) else { continue }
      let scaling = try keys.scaling(maximumPositions: maximumPositions)
      if let found, found.scaling != scaling {
        throw defect(
          place, "contradicts \(found.place)", hint: "remove the one that is not the model's")
      }
      found = (place, scaling)
    }
    return found?.scaling
  }

  /// The scaling that these members of a settings object describe.
  private func scaling(maximumPositions: Int) throws(UserError) -> RotaryScaling? {
    var type = "default"
    var named: String?
    for key in ["rope_type", "type"] {
      guard let value = value(key) else { continue }
      guard let name = value.string, ["default", "linear", "llama3"].contains(name) else {
        throw defect(
          key, "'\(value.string?.shortened() ?? value.kind)' is not supported",
          hint: "only rotary positions of type default, linear and llama3 are")
      }
      if let named, name != type {
        throw defect(key, "'\(name)' contradicts \(named) '\(type)'")
      }
      (type, named) = (name, place(key))
    }
    func required(_ key: String) throws(UserError) -> Double {
      guard let number = try number(key) else {
        throw defect(key, "is missing", hint: "rotary positions of type \(type) need it")
      }
      return number
    }
    switch type {
    case "linear":
      try checkRotaryKeys(besides: ["factor"], type: type)
      return .linear(factor: try required("factor"))
    case "llama3":
      try checkRotaryKeys(
        besides: [
          "factor", "low_freq_factor", "high_freq_factor", "original_max_position_embeddings",
        ], type: type)
      return .llama3(
        factor: try required("factor"), lowFrequencyFactor: try required("low_freq_factor"),
        highFrequencyFactor: try required("high_freq_factor"),
        originalPositions: try integer("original_max_position_embeddings") ?? maximumPositions)
    default:
      try checkRotaryKeys(besides: [], type: type)
      return nil
    }
  }

  /// Rejects members of a settings object that are not read.
  private func checkRotaryKeys(besides known: Set<String>, type: String) throws(UserError) {
    for member in document.members ?? [] where member.value != .null {
      switch member.key {
      case "rope_theta", "rope_type", "type", "partial_rotary_factor": continue
      case "factor" where member.value.number == 1: continue
      case let key where known.contains(key): continue
      default:
        throw defect(
          member.key.shortened(), "is not supported in rotary positions of type \(type)",
          hint: "remove it from the file if the logits do not depend on it")
      }
    }
  }
}
