import Configuration
import Diagnostics
import Foundation
public import SelfPlay

extension RunConfiguration {
  /// Applies a preset, then a file, then overrides, and validates the result.
  ///
  /// - Parameters:
  ///   - preset: nil uses the file's `preset` key, or `defaultPreset`.
  public static func resolve(
    preset: String?, file path: String?, overrides: [String], defaultPreset: String = "quick"
  ) throws -> RunConfiguration {
    let file = path.map { URL(fileURLWithPath: $0) }
    let fromFile = try file.flatMap { try ConfigurationLoader.presetName(in: $0) }
    let name = preset ?? fromFile ?? defaultPreset
    guard let defaults = RunConfiguration.preset(name) else {
      let near = name.nearest(among: presetNames)
      throw UserError(
        .configuration, file: preset == nil ? path : nil, place: "preset",
        "there is no preset '\(name)'",
        hint: near.map { "did you mean \($0)?" }
          ?? "one of \(presetNames.joined(separator: ", "))")
    }
    var resolved = try ConfigurationLoader.load(defaults, file: file, overrides: overrides)
    resolved.preset = name
    try resolved.validate(file: path)
    return resolved
  }

  /// The preset's name and the keys that differ from it: a file that resolves to this configuration.
  public func changedYAML() throws -> String {
    try ConfigurationLoader.yaml(
      changing: RunConfiguration.preset(preset) ?? RunConfiguration(), to: self,
      keeping: ["preset"])
  }
}
