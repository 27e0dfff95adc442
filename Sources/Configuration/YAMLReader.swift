import Diagnostics
import Foundation
import Yams

/// Parses YAML text into a ``ConfigurationTree`` and rejects what configurations do not need:
/// multiple documents, anchors and aliases (and with them exponential bombs), tags, non-string
/// keys, and sizes or depths beyond human writing.
struct YAMLReader {
  static let maximumBytes = 256 * 1024
  static let maximumDepth = 32

  /// The file as the user named it, or `--set`.
  let source: String
  /// Whether line numbers are meaningful; false for a value on the command line.
  var namesLines = true

  func read(file url: URL) throws -> ConfigurationTree { try read(text(of: url)) }

  /// Reads a file's text within the size limits of a configuration.
  func text(of url: URL) throws -> String {
    let data: Data
    do {
      let handle = try FileHandle(forReadingFrom: url)
      defer { try? handle.close() }
      data = try handle.read(upToCount: Self.maximumBytes + 1) ?? Data()
    } catch {
      let exists = FileManager.default.fileExists(atPath: url.path)
      throw UserError(.noInput, file: source, exists ? "cannot be read" : "no such file")
    }
    guard data.count <= Self.maximumBytes else {
      throw malformed(nil, "larger than \(Self.maximumBytes / 1024) KiB: not a configuration")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw malformed(nil, "not UTF-8 text")
    }
    // A byte order mark at the beginning belongs to the file, not to the text.
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// The tree of one YAML document; a null scalar if the text is empty.
  func read(_ text: String) throws -> ConfigurationTree {
    try refuseAliases(in: text)
    if !namesLines, hasComment(text) {
      throw UserError(
        .usage, file: source, "'\(text.shortened(to: 60))' has a comment, which would be left out",
        hint: "put quotes around a value that contains #")
    }
    do {
      let parser = try Parser(yaml: text, encoding: .utf8)
      guard let node = try parser.singleRoot() else { return .scalar(.null, "") }
      // Nodes refer to their anchors weakly; the parser owns them.
      return try withExtendedLifetime(parser) { try tree(node, depth: 0) }
    } catch let error as YamlError {
      throw userError(error)
    }
  }

  private func tree(_ node: Node, depth: Int) throws -> ConfigurationTree {
    let line = node.mark?.line
    guard depth <= Self.maximumDepth else {
      throw malformed(line, "nested more than \(Self.maximumDepth) levels deep")
    }
    guard node.anchor == nil else { throw malformed(line, Self.noAliases) }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      return ConfigurationTree(
        content: .scalar(
          isPlain ? .init(plain: scalar.string) : .init(kind: .string, text: scalar.string)),
        line: line)
    case .sequence(let sequence):
      return ConfigurationTree(
        content: .list(try sequence.map { try tree($0, depth: depth + 1) }), line: line)
    case .mapping(let mapping):
      let entries = try mapping.map { key, value in
        guard case .scalar(let name) = key else {
          throw malformed(key.mark?.line, "a key must be a word")
        }
        return ConfigurationTree.Entry(
          key: name.string, value: try tree(value, depth: depth + 1), line: key.mark?.line)
      }
      return ConfigurationTree(content: .mapping(entries), line: line)
    case .alias:
      throw malformed(line, Self.noAliases)
    }
  }

  private static let noAliases = "anchors and aliases (& and *) are not supported"

  /// Rejects `*name` wherever YAML would treat it as an alias. The parser resolves aliases and
  /// hashes keys that contain them while reading, so they must be found before it runs. This also
  /// rejects text that only looks like an alias at the start of a line.
  private func refuseAliases(in text: String) throws {
    let openers: Set<Character> = ["[", "{", ",", ":", "-", "?"]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if line.first(where: { !$0.isWhitespace }) == "#" { continue }
      var previous: Character?
      for character in line where !character.isWhitespace {
        if character == "*", previous.map(openers.contains) ?? true {
          throw malformed(index + 1, Self.noAliases)
        }
        previous = character
      }
    }
  }

  /// Whether a `#` begins a comment. One value on the command line has nothing to comment on.
  private func hasComment(_ text: String) -> Bool {
    var quote: Unicode.Scalar?
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
      } else if scalar == "#", previous.properties.isWhitespace {
        return true
      }
      previous = scalar
    }
    return false
  }

  private func malformed(_ line: Int?, _ message: String) -> UserError {
    UserError(
      .dataError, file: source, place: namesLines ? line.map { "line \($0)" } : nil, message)
  }

  private func userError(_ error: YamlError) -> UserError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return malformed(mark.line, "invalid YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "'\($0.shortened(to: 60))'" }.joined(separator: ", ")
      return malformed(context.mark.line, "duplicate key \(names)")
    case .reader(let problem, _, _, _):
      return malformed(nil, "invalid YAML: \(problem)")
    default:
      return malformed(nil, "invalid YAML")
    }
  }
}
