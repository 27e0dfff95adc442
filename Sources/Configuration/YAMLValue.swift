import Diagnostics
public import Foundation

/// A part of a YAML document whose meaning its reader does not know yet, such as the values that a
/// grid gives to the keys of a configuration.
public struct YAMLValue: Sendable, Equatable {
  public struct Entry: Sendable {
    public var key: String
    public var value: YAMLValue
    /// The line of the key, from 1; nil for what was not read from a file.
    public var line: Int?
  }

  let tree: ConfigurationTree

  init(_ tree: ConfigurationTree) { self.tree = tree }

  /// The one document of a file, under the limits of a configuration.
  public static func read(file url: URL) throws -> YAMLValue {
    YAMLValue(try YAMLReader(source: url.relativePath).read(file: url))
  }

  /// What ``read(file:)`` reads, as it stands: a pipe can be read once only.
  public static func text(ofFile url: URL) throws -> String {
    try YAMLReader(source: url.relativePath).text(of: url)
  }

  /// As ``read(file:)``, from text; `name` stands for the file in messages.
  public static func read(_ text: String, name: String, namesLines: Bool = true) throws -> YAMLValue
  {
    let tree = try YAMLReader(source: name, namesLines: namesLines).read(text)
    return YAMLValue(namesLines ? tree : tree.withoutLines)
  }

  public static func list(_ elements: [YAMLValue]) -> YAMLValue {
    YAMLValue(ConfigurationTree(content: .list(elements.map(\.tree))))
  }

  public static func integer(_ value: Int) -> YAMLValue {
    YAMLValue(.scalar(.integer, "\(value)"))
  }

  /// A number by its digits: one with a decimal point or an exponent is a double.
  public static func number(_ digits: String) -> YAMLValue {
    YAMLValue(ConfigurationTree(content: .scalar(.init(plain: digits))))
  }

  /// A whole value as it would be written to a file.
  public static func of(_ value: some Encodable) throws -> YAMLValue {
    YAMLValue(try TreeEncoder.encode(value))
  }

  /// Nil for anything but a mapping. In the order of the file, each key once.
  public var entries: [Entry]? {
    guard case .mapping(let entries) = tree.content else { return nil }
    return entries.map { Entry(key: $0.key, value: YAMLValue($0.value), line: $0.line) }
  }

  /// Nil for anything but a list.
  public var elements: [YAMLValue]? {
    guard case .list(let elements) = tree.content else { return nil }
    return elements.map(YAMLValue.init)
  }

  /// Nil for anything but a string.
  public var string: String? {
    guard case .scalar(let scalar) = tree.content else { return nil }
    return scalar.string
  }

  /// Nil for anything but an integer that fits.
  public var integer: Int? {
    guard case .scalar(let scalar) = tree.content else { return nil }
    return scalar.integer(as: Int.self)
  }

  public var isNull: Bool { tree.isNull }

  /// The line in its file, from 1.
  public var line: Int? { tree.line }

  /// On one line: `0.01`, `[3, 4]`, `{name: SOAR, turns: 2}`.
  public var text: String { YAMLWriter.inline(tree) }

  /// Without quotes where it is a string.
  public var plainText: String { string ?? text }

  /// What a message says was found: `'abc'`, `1.5`, `a list`, `nothing`.
  public var found: String { tree.found }

  /// The last entry of a mapping that has this key.
  public subscript(key: String) -> YAMLValue? { entries?.last { $0.key == key }?.value }

  public static func == (first: YAMLValue, second: YAMLValue) -> Bool {
    first.tree.withoutLines == second.tree.withoutLines
  }
}

/// One key path with the value that it is given.
public struct Assignment: Sendable, Equatable {
  /// `soar.threshold`.
  public var key: String
  public var value: YAMLValue

  public init(key: String, value: YAMLValue) {
    self.key = key
    self.value = value
  }
}

extension ConfigurationLoader {
  /// `defaults` with some keys set; later ones win. Mappings are laid over what is there, key by
  /// key; lists and scalars replace it.
  ///
  /// - Parameter source: the file that the assignments come from, for messages.
  /// - Throws: ``UserError`` with status 64 for a key that is no key path, 78 for keys that the
  ///   configuration does not have and values of the wrong type.
  public static func assign<T: Codable>(
    _ assignments: [Assignment], to defaults: T, source: String
  ) throws -> T {
    var tree = try TreeEncoder.encode(defaults)
    for assignment in assignments {
      let keys = assignment.key.split(separator: ".", omittingEmptySubsequences: false)
        .map(String.init)
      guard !keys.contains("") else {
        throw UserError(
          .usage, file: source, "'\(assignment.key.shortened(to: 60))' is no key path",
          hint: "write it as soar.threshold")
      }
      var change = assignment.value.tree
      for key in keys.reversed() {
        change = ConfigurationTree(
          content: .mapping([.init(key: key, value: change, line: assignment.value.line)]))
      }
      tree = try Overlay(source: source).apply(change, to: tree)
      _ = try TreeDecoder.decode(T.self, from: tree, source: source)
      tree = tree.withoutLines
    }
    return try TreeDecoder.decode(T.self, from: tree, source: source)
  }
}
