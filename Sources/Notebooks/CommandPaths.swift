import Diagnostics

/// What a subcommand does with the folders that it is given; all else is taken to change them.
enum SubcommandTable {
  private static let reading: Set<String> = [
    "analyze", "bench", "causal", "compare", "digest", "doctor", "export", "grid run",
    "grid status", "hardset", "import", "ls", "model", "phase", "run", "show", "watch",
  ]

  /// Those that write a folder and choose its name if they are not told one.
  static let naming: Set<String> = ["causal", "grid run", "phase", "run"]

  /// With one of these they make no folder of their own.
  static let nameless: Set<String> = ["--dry-run", "--help", "--print-config", "--resume", "-h"]

  /// Those whose file may name another one.
  static let referring: Set<String> = ["grid run"]

  /// Options whose value is a file or folder to be written.
  static let output: Set<String> = ["--output", "-o", "--table", "--question-table"]

  /// Of a command's words, `soar` first; of grids with the second level, which differ in this.
  static func name(_ words: [String]) -> String {
    guard words[1] == "grid", words.count > 2, !words[2].hasPrefix("-") else { return words[1] }
    return "grid \(words[2])"
  }

  /// Whether a command leaves the folders that it is given, its output aside, as they are.
  static func onlyReads(_ subcommand: String, _ arguments: [String], _ options: [String]) -> Bool {
    if subcommand == "plot" {
      // Without a folder of its own the figure goes into the run's.
      return !Set(options).isDisjoint(with: ["--output", "-o"]) || arguments.contains("ascii")
        || arguments.contains("--format=ascii")
    }
    return reading.contains(subcommand) && !options.contains("--resume")
  }
}

/// The files and folders that a command's words may name.
struct NamedPaths {
  /// Values of options that say where to write.
  private(set) var outputs: [String] = []
  /// All that may be a path, outputs included.
  private(set) var all: [String] = []
  /// Names of options.
  private(set) var options: [String] = []

  init(_ words: [String], _ complain: (String, String?) -> UserError) throws {
    var writes = false
    for word in words {
      var value = Substring(word)
      var isOutput = writes
      writes = false
      if !isOutput, word.hasPrefix("-"), word.count > 1 {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        options.append(String(parts[0]))
        guard parts.count == 2 else {
          writes = SubcommandTable.output.contains(word)
          continue
        }
        isOutput = SubcommandTable.output.contains(String(parts[0]))
        value = parts[1]
      }
      let path = try Self.relative(String(value), complain)
      guard !path.isEmpty else { continue }
      if isOutput { outputs.append(path) }
      all.append(path)
    }
  }

  /// Adds a file that the content of a named one names, relative to its folder.
  mutating func add(
    _ text: String, namedBy file: String, _ complain: (String, String?) -> UserError
  ) throws {
    var parts = text.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
    for part in text.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        parts = [".."]
        break
      }
    }
    guard !text.hasPrefix("/"), parts.first != ".." else {
      throw complain(
        "\(file) names '\(text.prefix(80))', which lies out of the notebook's folder",
        "put it beside the notebook")
    }
    let path = parts.joined(separator: "/")
    if !path.isEmpty, !all.contains(path) { all.append(path) }
  }

  /// A path without `.` and slashes at its end. What leads out of the folder is refused: it would
  /// not be the same elsewhere.
  static func relative(_ text: String, _ complain: (String, String?) -> UserError) throws -> String
  {
    let parts = text.split(separator: "/", omittingEmptySubsequences: true)
    guard !text.hasPrefix("/"), !(parts.contains("..") && text.utf8.count < 1024) else {
      throw complain(
        "'\(text.prefix(80))' leads out of the notebook's folder",
        "name what lies beside the notebook or what an earlier cell makes")
    }
    return parts.filter { $0 != "." }.joined(separator: "/")
  }
}

extension String {
  /// Whether one path is the other, or lies in it.
  func isRelated(to other: String) -> Bool {
    self == other || hasPrefix(other + "/") || other.hasPrefix(self + "/")
  }

  func isPrefix(of other: String) -> Bool { other.hasPrefix(self) }

  var isBlankText: Bool { allSatisfy(\.isWhitespace) }
}
