import Diagnostics
public import Foundation

/// Loads configurations: a preset's defaults, overridden by the user's YAML file, then by
/// `--set key.path=value`. Anything unknown is an error that names its place, so that a misspelt
/// key never silently runs the default.
///
/// A configuration consists of nested Codable structs of integers, doubles, booleans, strings,
/// string enums and lists of these. Optionals are not allowed, because an absent key could not be
/// checked.
public enum ConfigurationLoader {
  /// - Parameters:
  ///   - defaults: every key with its default value; any other key is unknown.
  ///   - file: a YAML file that sets some keys. A `preset` key at its root is reserved for
  ///     ``presetName(in:)`` unless the defaults have that key.
  ///   - overrides: `key.path=value` with a YAML value; later ones win.
  /// - Throws: ``UserError`` with status 65 for broken YAML, 66 for a missing file, 64 for a
  ///   malformed override, 78 for invalid keys and values.
  public static func load<T: Codable>(
    _ defaults: T, file: URL?, overrides: [String] = []
  ) throws -> T {
    let tree = try TreeEncoder.encode(defaults)
    guard let file else { return try apply(overrides, to: tree, as: T.self) }
    let source = file.relativePath
    let reader = YAMLReader(source: source)
    let change = try reader.read(file: file)
    let merged = try merge(change, over: tree, source: source, as: T.self)
    return try apply(overrides, to: merged, as: T.self)
  }

  /// As ``load(_:file:overrides:)``, from text; messages use `name` as the file name.
  public static func load<T: Codable>(
    _ defaults: T, text: String, name: String, overrides: [String] = []
  ) throws -> T {
    let change = try YAMLReader(source: name).read(text)
    let merged = try merge(
      change, over: TreeEncoder.encode(defaults), source: name, as: T.self)
    return try apply(overrides, to: merged, as: T.self)
  }

  /// `defaults` with `--set` assignments applied.
  public static func apply<T: Codable>(_ overrides: [String], to defaults: T) throws -> T {
    try apply(overrides, to: TreeEncoder.encode(defaults), as: T.self)
  }

  /// The preset named by `preset: NAME` at the root of a file, before anything else is read.
  public static func presetName(in file: URL) throws -> String? {
    let source = file.relativePath
    let tree = try YAMLReader(source: source).read(file: file)
    guard case .mapping(let entries) = tree.content,
      let entry = entries.first(where: { $0.key == presetKey })
    else { return nil }
    return try TreeDecoder(
      tree: entry.value, path: DottedPath().key(presetKey), source: source, codingPath: []
    ).value(String.self)
  }

  /// Several values for one key, from `key.path=[value, value]`: returns one override per value.
  ///
  /// - Parameter source: name of the option, for messages.
  /// - Throws: ``UserError`` with status 64 for any other form, and for an empty list.
  public static func alternatives(
    _ text: String, source: String
  ) throws -> (key: String, values: [String]) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty,
      case .list(let elements) = try YAMLReader(source: source, namesLines: false)
        .read(String(parts[1])).content, !elements.isEmpty
    else {
      throw UserError(
        .usage, file: source, "'\(text.shortened(to: 60))' is no list of values",
        hint: "write \(source) 'key.path=[value, value]'")
    }
    return (
      String(parts[0]),
      elements.map { YAMLWriter.text($0).trimmingCharacters(in: .whitespacesAndNewlines) }
    )
  }

  /// The full configuration as YAML, with keys in declaration order; loading it gives a bitwise
  /// equal value.
  public static func yaml<T: Encodable>(_ value: T) throws -> String {
    YAMLWriter.text(try TreeEncoder.encode(value))
  }

  private static let presetKey = "preset"

  private static func merge<T: Codable>(
    _ change: ConfigurationTree, over defaults: ConfigurationTree, source: String, as type: T.Type
  ) throws -> ConfigurationTree {
    if change.isNull { return defaults }
    var change = change
    if case .mapping(let entries) = change.content, case .mapping(let known) = defaults.content,
      !known.contains(where: { $0.key == presetKey })
    {
      change.content = .mapping(entries.filter { $0.key != presetKey })
    }
    let merged = try Overlay(source: source).apply(change, to: defaults)
    // Decoded here, to report errors while the change's source is known; encoded again, because list
    // elements may leave out keys that a later override may set.
    return try TreeEncoder.encode(TreeDecoder.decode(T.self, from: merged, source: source))
  }

  private static func apply<T: Codable>(
    _ overrides: [String], to defaults: ConfigurationTree, as type: T.Type
  ) throws -> T {
    let source = "--set"
    var tree = defaults
    for override in overrides {
      let parts = override.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let keys = parts[0].trimmingCharacters(in: .whitespaces)
        .split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !keys.contains("") else {
        throw UserError(
          .usage, file: source, "'\(override.shortened(to: 60))' is not an assignment",
          hint: "write --set key.path=value")
      }
      var change = try YAMLReader(source: source, namesLines: false)
        .read(String(parts[1])).withoutLines
      for key in keys.reversed() {
        change = ConfigurationTree(content: .mapping([.init(key: key, value: change)]))
      }
      tree = try TreeEncoder.encode(
        TreeDecoder.decode(
          T.self, from: Overlay(source: source).apply(change, to: tree), source: source))
    }
    return try TreeDecoder.decode(T.self, from: tree, source: source)
  }
}

extension ConfigurationTree {
  /// The tree without line numbers, which are meaningless outside their file.
  var withoutLines: ConfigurationTree {
    switch content {
    case .scalar:
      ConfigurationTree(content: content)
    case .list(let elements):
      ConfigurationTree(content: .list(elements.map(\.withoutLines)))
    case .mapping(let entries):
      ConfigurationTree(
        content: .mapping(entries.map { Entry(key: $0.key, value: $0.value.withoutLines) }))
    }
  }
}
