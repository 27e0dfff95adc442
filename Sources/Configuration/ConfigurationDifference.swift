extension ConfigurationLoader {
  /// A key that two configurations set differently.
  public struct Difference: Sendable, Equatable {
    /// Key path, such as `world.hardLengths[2]` or `soar.threshold`.
    public var key: String
    /// The values as written; `a list` or `a mapping` for composite values, `nothing` for a missing
    /// key.
    public var first: String
    public var second: String

    public init(key: String, first: String, second: String) {
      self.key = key
      self.first = first
      self.second = second
    }
  }

  /// Every key that differs, in the order of declaration.
  public static func differences<T: Encodable>(_ first: T, _ second: T) throws -> [Difference] {
    var found: [Difference] = []
    compare(
      try TreeEncoder.encode(first), try TreeEncoder.encode(second), at: DottedPath(), into: &found)
    return found
  }

  /// The keys of `value` that differ from the defaults, as YAML that ``load(_:file:overrides:)`` lays
  /// over the same defaults to give `value` again. A list that differs is written as a whole.
  ///
  /// - Parameter kept: keys at the root that are written even if they do not differ.
  public static func yaml<T: Encodable>(
    changing defaults: T, to value: T, keeping kept: Set<String> = []
  ) throws -> String {
    let changed = change(
      from: try TreeEncoder.encode(defaults), to: try TreeEncoder.encode(value), keeping: kept)
    return YAMLWriter.text(changed ?? ConfigurationTree(content: .mapping([])))
  }

  /// Nil if nothing differs.
  private static func change(
    from defaults: ConfigurationTree, to value: ConfigurationTree, keeping kept: Set<String> = []
  ) -> ConfigurationTree? {
    guard case .mapping(let known) = defaults.content, case .mapping(let entries) = value.content
    else { return defaults == value ? nil : value }
    let changed = entries.compactMap { entry -> ConfigurationTree.Entry? in
      guard !kept.contains(entry.key), let old = known.first(where: { $0.key == entry.key }) else {
        return entry
      }
      return change(from: old.value, to: entry.value).map { .init(key: entry.key, value: $0) }
    }
    return changed.isEmpty ? nil : ConfigurationTree(content: .mapping(changed))
  }

  private static func compare(
    _ first: ConfigurationTree?, _ second: ConfigurationTree?, at path: DottedPath,
    into found: inout [Difference]
  ) {
    switch (first?.content, second?.content) {
    case (.mapping(let first), .mapping(let second)):
      let keys =
        first.map(\.key)
        + second.map(\.key).filter { key in
          !first.contains { $0.key == key }
        }
      for key in keys {
        compare(
          first.first { $0.key == key }?.value, second.first { $0.key == key }?.value,
          at: path.key(key), into: &found)
      }
    case (.list(let first), .list(let second)):
      for index in 0..<max(first.count, second.count) {
        compare(
          index < first.count ? first[index] : nil, index < second.count ? second[index] : nil,
          at: path.index(index), into: &found)
      }
    case (let one, let other):
      guard one != other else { return }
      found.append(
        Difference(
          key: path.text, first: first?.found ?? "nothing", second: second?.found ?? "nothing"))
    }
  }
}
