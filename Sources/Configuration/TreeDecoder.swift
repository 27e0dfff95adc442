import Diagnostics

/// Decodes a ``ConfigurationTree``; every error becomes a ``UserError`` with the key path, the line
/// and the expected value.
struct TreeDecoder: Decoder {
  let tree: ConfigurationTree
  let path: DottedPath
  let source: String
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  static func decode<T: Decodable>(
    _ type: T.Type, from tree: ConfigurationTree, source: String
  ) throws -> T {
    try TreeDecoder(tree: tree, path: DottedPath(), source: source, codingPath: []).value(type)
  }

  fileprivate func child(_ tree: ConfigurationTree, _ key: any CodingKey) -> TreeDecoder {
    let place = key.intValue.map(path.index) ?? path.key(key.stringValue)
    return TreeDecoder(tree: tree, path: place, source: source, codingPath: codingPath + [key])
  }

  fileprivate func mismatch(_ expected: String, hint: String? = nil) -> UserError {
    UserError(misplaced: tree, expected: expected, at: path, source: source, hint: hint)
  }

  func value<T: Decodable>(_ type: T.Type) throws -> T {
    if let scalar = try scalar(type) { return scalar }
    do {
      return try T(from: self)
    } catch let error as DecodingError {
      throw userError(error, decoding: type)
    }
  }

  /// The value if `T` is a scalar; nil if `T` decodes itself.
  private func scalar<T>(_ type: T.Type) throws -> T? {
    if type == Bool.self { return try scalar("true or false", \.bool) as? T }
    if type == String.self { return try scalar("a string", \.string) as? T }
    if type == Double.self { return try scalar("a number", \.double) as? T }
    if type == Float.self { return try scalar("a number") { $0.double.map(Float.init) } as? T }
    if let integerType = type as? any FixedWidthInteger.Type {
      return try integer(integerType) as? T
    }
    return nil
  }

  private func scalar<V>(
    _ expected: String, _ convert: (ConfigurationTree.Scalar) -> V?
  ) throws -> V {
    guard case .scalar(let scalar) = tree.content, let value = convert(scalar) else {
      let isUnquoted = expected == "a string" && !tree.isNull && tree.isScalar
      throw mismatch(expected, hint: isUnquoted ? "put it in quotes" : nil)
    }
    return value
  }

  private func integer<I: FixedWidthInteger>(_ type: I.Type) throws -> I {
    if case .scalar(let scalar) = tree.content, scalar.kind == .integer {
      guard let value = scalar.integer(as: type) else {
        throw mismatch("an integer from \(I.min) to \(I.max)")
      }
      return value
    }
    return try scalar("an integer") { $0.integer(as: type) }
  }

  /// Adds the accepted values to the error where known: the cases of a string enum.
  private func userError<T>(_ error: DecodingError, decoding type: T.Type) -> UserError {
    if let cases = allowedValues(of: type), tree.isScalar {
      return mismatch(
        "one of \(cases.joined(separator: ", "))",
        hint: tree.scalarText.nearest(among: cases).map { "did you mean \($0)?" })
    }
    let place = path.text.isEmpty ? nil : path.text
    switch error {
    case .keyNotFound(let key, _):
      return UserError(
        .configuration, file: source, place: place,
        "missing key '\(key.stringValue)'" + onLine(tree.line))
    case .dataCorrupted(let context):
      return UserError(
        .configuration, file: source, place: place,
        "\(tree.isScalar ? "\(tree.found) is not valid: " : "")\(context.debugDescription)"
          + onLine(tree.line))
    default:
      return UserError(
        .configuration, file: source, place: place, "has the wrong form" + onLine(tree.line))
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .mapping(let entries) = tree.content else {
      throw mismatch("a mapping of keys to values")
    }
    return KeyedDecodingContainer(KeyedTrees<Key>(decoder: self, entries: entries))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let elements) = tree.content else { throw mismatch("a list") }
    return ListedTrees(decoder: self, elements: elements)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { SingleTree(decoder: self) }
}

/// Raw values of a string enum that lists its cases.
private func allowedValues<T>(of type: T.Type) -> [String]? {
  func rawValues<C: CaseIterable>(_ type: C.Type) -> [String] {
    type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
  }
  guard let caseIterable = type as? any CaseIterable.Type else { return nil }
  let values = rawValues(caseIterable)
  return values.isEmpty ? nil : values
}

extension ConfigurationTree {
  fileprivate var isScalar: Bool {
    if case .scalar = content { return true }
    return false
  }

  fileprivate var scalarText: String {
    if case .scalar(let scalar) = content { return scalar.text }
    return ""
  }
}

private struct Index: CodingKey {
  let intValue: Int?
  var stringValue: String { intValue.map(String.init) ?? "" }
  init(_ index: Int) { intValue = index }
  init?(intValue: Int) { self.init(intValue) }
  init?(stringValue: String) { nil }
}

private struct KeyedTrees<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: TreeDecoder
  let entries: [ConfigurationTree.Entry]
  var codingPath: [any CodingKey] { decoder.codingPath }
  var allKeys: [Key] { entries.compactMap { Key(stringValue: $0.key) } }

  func contains(_ key: Key) -> Bool { entries.contains { $0.key == key.stringValue } }

  private func child(_ key: Key) throws -> TreeDecoder {
    guard let entry = entries.first(where: { $0.key == key.stringValue }) else {
      throw DecodingError.keyNotFound(
        key, DecodingError.Context(codingPath: codingPath, debugDescription: "missing"))
    }
    return decoder.child(entry.value, key)
  }

  /// A key without a value is an error, even where the key may be absent.
  func decodeNil(forKey key: Key) -> Bool { false }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try child(key).value(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { try child(key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try child(key).unkeyedContainer()
  }

  func superDecoder() -> any Decoder { decoder }

  func superDecoder(forKey key: Key) throws -> any Decoder { try child(key) }
}

private struct ListedTrees: UnkeyedDecodingContainer {
  let decoder: TreeDecoder
  let elements: [ConfigurationTree]
  var currentIndex = 0
  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex >= elements.count }

  private mutating func next() throws -> TreeDecoder {
    guard !isAtEnd else { throw decoder.mismatch("\(currentIndex + 1) or more elements") }
    defer { currentIndex += 1 }
    return decoder.child(elements[currentIndex], Index(currentIndex))
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, elements[currentIndex].isNull else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next().value(type) }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> { try next().container(keyedBy: type) }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }
}

private struct SingleTree: SingleValueDecodingContainer {
  let decoder: TreeDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool { decoder.tree.isNull }

  func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.value(type) }
}
