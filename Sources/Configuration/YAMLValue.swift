import Diagnostics
public import Foundation

/// A part of a YAML document whose meaning its reader does not know yet, such as a grid's values
/// for configuration keys.
public struct YAMLValue: Sendable, Equatable {
  public struct Entry: Sendable {
    public var key: String
    public var value: YAMLValue
    /// Line of the key, from 1; nil if not read from a file.
    public var line: Int?
  }

  let tree: ConfigurationTree

  init(_ tree: ConfigurationTree) { self.tree = tree }

  /// Reads a file's single document, within the size limits of a configuration.
  public static func read(file url: URL) throws -> YAMLValue {
    YAMLValue(try YAMLReader(source: url.relativePath).read(file: url))
  }

  /// The raw text for ``read(file:)``; reading it separately matters because a pipe can be read
  /// only once.
  public static func text(ofFile url: URL) throws -> String {
    try YAMLReader(source: url.relativePath).text(of: url)
  }

  /// As ``read(file:)``, from text; messages use `name` as the file name.
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

  /// A number from its digits; a decimal point or an exponent makes it a double.
  public static func number(_ digits: String) -> YAMLValue {
    YAMLValue(ConfigurationTree(content: .scalar(.init(plain: digits))))
  }

  /// A complete value as written to a file.
  public static func of(_ value: some Encodable) throws -> YAMLValue {
    YAMLValue(try TreeEncoder.encode(value))
  }

  /// Entries of a mapping in file order, each key once; nil for other kinds.
  public var entries: [Entry]? {
    guard case .mapping(let entries) = tree.content else { return nil }
    return entries.map { Entry(key: $0.key, value: YAMLValue($0.value), line: $0.line) }
  }

  /// Elements of a list; nil for other kinds.
  public var elements: [YAMLValue]? {
    guard case .list(let elements) = tree.content else { return nil }
    return elements.map(YAMLValue.init)
  }

  /// The string value; nil for other kinds.
  public var string: String? {
    guard case .scalar(let scalar) = tree.content else { return nil }
    return scalar.string
  }

  /// The integer value; nil for other kinds or if it does not fit.
  public var integer: Int? {
    guard case .scalar(let scalar) = tree.content else { return nil }
    return scalar.integer(as: Int.self)
  }

  public var isNull: Bool { tree.isNull }

  /// Line in the file, from 1.
  public var line: Int? { tree.line }

  /// The value on one line: `0.01`, `[3, 4]`, `{name: SOAR, turns: 2}`.
  public var text: String { YAMLWriter.inline(tree) }

  /// Like `text`, but strings have no quotes.
  public var plainText: String { string ?? text }

  /// What a message reports as found: `'abc'`, `1.5`, `a list`, `nothing`.
  public var found: String { tree.found }

  /// Value of the mapping's last entry with this key.
  public subscript(key: String) -> YAMLValue? { entries?.last { $0.key == key }?.value }

  public static func == (first: YAMLValue, second: YAMLValue) -> Bool {
    first.tree.withoutLines == second.tree.withoutLines
  }
}

/// A key path and its new value.
public struct Assignment: Sendable, Equatable {
  /// Key path, such as `soar.threshold`.
  public var key: String
  public var value: YAMLValue

  public init(key: String, value: YAMLValue) {
    self.key = key
    self.value = value
  }
}

extension ConfigurationLoader {
  /// `defaults` with some keys set; later assignments win. Mappings merge key by key; lists and
  /// scalars are replaced.
  ///
  /// - Parameter source: file of the assignments, for messages.
  /// - Throws: ``UserError`` with status 64 for a malformed key path, 78 for unknown keys and
  ///   values of the wrong type.
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
