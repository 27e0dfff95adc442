/// Encodes a value as a ``ConfigurationTree``, with keys in declaration order.
struct TreeEncoder: Encoder {
  fileprivate let slot: Slot
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  static func encode(_ value: some Encodable) throws -> ConfigurationTree {
    let slot = Slot()
    try slot.encode(value, at: [])
    return slot.tree
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    slot.becomeMapping()
    return KeyedEncodingContainer(KeyedSlots<Key>(slot: slot, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    slot.becomeList()
    return ListedSlots(slot: slot, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    SingleSlot(slot: slot, codingPath: codingPath)
  }
}

/// A slot in the tree under construction.
private final class Slot {
  private enum Content {
    case scalar(ConfigurationTree)
    case list([Slot])
    case mapping([(key: String, value: Slot)])
  }

  private var content = Content.scalar(.scalar(.null, ""))
  /// Dictionaries encode in a different order on each run, so their keys are sorted.
  private var sortsKeys = false

  func becomeMapping() {
    if case .mapping = content { return }
    content = .mapping([])
  }

  func becomeList() {
    if case .list = content { return }
    content = .list([])
  }

  var count: Int {
    if case .list(let slots) = content { return slots.count }
    return 0
  }

  func child(_ key: String) -> Slot {
    let slot = Slot()
    if case .mapping(let entries) = content { content = .mapping(entries + [(key, slot)]) }
    return slot
  }

  func element() -> Slot {
    let slot = Slot()
    if case .list(let slots) = content { content = .list(slots + [slot]) }
    return slot
  }

  func encode<T: Encodable>(_ value: T, at path: [any CodingKey]) throws {
    switch value {
    case let bool as Bool: content = .scalar(.scalar(.bool, bool ? "true" : "false"))
    case let string as String: content = .scalar(.scalar(.string, string))
    case let double as Double: content = .scalar(.scalar(.double, double.yamlText))
    case let float as Float: content = .scalar(.scalar(.double, Double(float).yamlText))
    case let integer as any FixedWidthInteger:
      content = .scalar(.scalar(.integer, String(describing: integer)))
    default:
      sortsKeys = value is any KeyedByString
      try value.encode(to: TreeEncoder(slot: self, codingPath: path))
    }
  }

  var tree: ConfigurationTree {
    switch content {
    case .scalar(let tree): return tree
    case .list(let slots): return ConfigurationTree(content: .list(slots.map(\.tree)))
    case .mapping(let entries):
      let trees = entries.map { ConfigurationTree.Entry(key: $0.key, value: $0.value.tree) }
      return ConfigurationTree(
        content: .mapping(sortsKeys ? trees.sorted { $0.key < $1.key } : trees))
    }
  }
}

private protocol KeyedByString {}
extension Dictionary: KeyedByString where Key == String {}

extension Double {
  /// The shortest decimal that reads back as exactly this value.
  fileprivate var yamlText: String {
    if isNaN { return ".nan" }
    if isInfinite { return self < 0 ? "-.inf" : ".inf" }
    return description
  }
}

/// One generic method implements the protocol's fifteen.
private struct KeyedSlots<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let slot: Slot
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) { _ = slot.child(key.stringValue) }

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    try slot.child(key.stringValue).encode(value, at: codingPath + [key])
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    superEncoder(forKey: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    superEncoder(forKey: key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    TreeEncoder(slot: slot.child("super"), codingPath: codingPath)
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    TreeEncoder(slot: slot.child(key.stringValue), codingPath: codingPath + [key])
  }
}

private struct ListedSlots: UnkeyedEncodingContainer {
  let slot: Slot
  let codingPath: [any CodingKey]
  var count: Int { slot.count }

  func encodeNil() { _ = slot.element() }

  func encode<T: Encodable>(_ value: T) throws {
    try slot.element().encode(value, at: codingPath)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    superEncoder().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    superEncoder().unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    TreeEncoder(slot: slot.element(), codingPath: codingPath)
  }
}

private struct SingleSlot: SingleValueEncodingContainer {
  let slot: Slot
  let codingPath: [any CodingKey]

  func encodeNil() {}

  func encode<T: Encodable>(_ value: T) throws { try slot.encode(value, at: codingPath) }
}
