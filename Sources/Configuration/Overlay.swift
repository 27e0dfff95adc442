import Diagnostics

/// Merges the user's tree over the defaults' tree. Checks only structure (unknown keys, or a
/// mapping or list where the defaults have another kind); the decoder checks scalars, because it
/// knows their types.
struct Overlay {
  let source: String

  func apply(
    _ change: ConfigurationTree, to defaults: ConfigurationTree, at path: DottedPath = DottedPath()
  ) throws -> ConfigurationTree {
    switch defaults.content {
    case .scalar:
      return change
    case .list(let elements):
      guard case .list(let replacement) = change.content else {
        throw UserError(
          misplaced: change, expected: "a list", at: path, source: source)
      }
      if let template = elements.first {
        for (index, element) in replacement.enumerated() {
          try check(element, against: template, at: path.index(index))
        }
      }
      return change
    case .mapping(var entries):
      for entry in try mapping(change, like: entries, at: path) {
        let place = path.key(entry.key)
        guard let slot = entries.firstIndex(where: { $0.key == entry.key }) else {
          throw unknownKey(entry, among: entries, of: path)
        }
        entries[slot].value = try apply(entry.value, to: entries[slot].value, at: place)
        entries[slot].line = entry.line
      }
      return ConfigurationTree(content: .mapping(entries), line: change.line ?? defaults.line)
    }
  }

  /// List elements inherit nothing from the defaults; only their keys are checked.
  private func check(
    _ element: ConfigurationTree, against template: ConfigurationTree, at path: DottedPath
  ) throws {
    switch template.content {
    case .scalar:
      return
    case .list(let templates):
      guard case .list(let elements) = element.content else {
        throw UserError(misplaced: element, expected: "a list", at: path, source: source)
      }
      guard let first = templates.first else { return }
      for (index, inner) in elements.enumerated() {
        try check(inner, against: first, at: path.index(index))
      }
    case .mapping(let entries):
      for entry in try mapping(element, like: entries, at: path) {
        let place = path.key(entry.key)
        guard let known = entries.first(where: { $0.key == entry.key }) else {
          throw unknownKey(entry, among: entries, of: path)
        }
        try check(entry.value, against: known.value, at: place)
      }
    }
  }

  private func mapping(
    _ tree: ConfigurationTree, like entries: [ConfigurationTree.Entry], at path: DottedPath
  ) throws -> [ConfigurationTree.Entry] {
    guard case .mapping(let given) = tree.content else {
      let keys = entries.map(\.key).joined(separator: ", ")
      throw UserError(
        misplaced: tree, expected: "a mapping of keys to values", at: path, source: source,
        hint: keys.isEmpty ? nil : "keys: \(keys)")
    }
    return given
  }

  private func unknownKey(
    _ entry: ConfigurationTree.Entry, among entries: [ConfigurationTree.Entry],
    of parent: DottedPath
  ) -> UserError {
    let known = entries.map(\.key)
    let hint =
      entry.key.nearest(among: known).map { "did you mean \(parent.key($0).text)?" }
      ?? "keys here: \(known.joined(separator: ", "))"
    return UserError(
      .configuration, file: source, place: parent.key(entry.key).text.shortened(to: 60),
      "unknown key" + onLine(entry.line), hint: hint)
  }
}

extension UserError {
  /// A value of the wrong kind, as `expected a list, found 3 on line 7`.
  init(
    misplaced tree: ConfigurationTree, expected: String, at path: DottedPath, source: String,
    hint: String? = nil
  ) {
    self.init(
      .configuration, file: source, place: path.text.isEmpty ? nil : path.text,
      "expected \(expected), found \(tree.found)" + onLine(tree.line), hint: hint)
  }
}

func onLine(_ line: Int?) -> String { line.map { " on line \($0)" } ?? "" }
