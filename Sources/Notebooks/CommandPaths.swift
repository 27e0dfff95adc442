import Diagnostics

/// How subcommands treat the folders they are given; unlisted ones are assumed to change them.
enum SubcommandTable {
  private static let reading: Set<String> = [
    "analyze", "bench", "causal", "compare", "digest", "doctor", "export", "grid run",
    "grid status", "hardset", "import", "ls", "model", "phase", "run", "show", "watch",
  ]

  /// Subcommands that write a folder and choose its name if none is given.
  static let naming: Set<String> = ["causal", "grid run", "phase", "run"]

  /// Options with which they make no folder of their own.
  static let nameless: Set<String> = ["--dry-run", "--help", "--print-config", "--resume", "-h"]

  /// Subcommands whose file may name another file.
  static let referring: Set<String> = ["grid run"]

  /// Options whose value is a file or folder to be written.
  static let output: Set<String> = ["--output", "-o", "--table", "--question-table"]

  /// Subcommand name; words begin with `soar`. Grids include the second level, which differs here.
  static func name(_ words: [String]) -> String {
    guard words[1] == "grid", words.count > 2, !words[2].hasPrefix("-") else { return words[1] }
    return "grid \(words[2])"
  }

  /// Whether a command leaves the folders it is given unchanged, apart from its output.
  static func onlyReads(_ subcommand: String, _ arguments: [String], _ options: [String]) -> Bool {
    if subcommand == "plot" {
      // Without an output folder, the figure goes into the run's folder.
      return !Set(options).isDisjoint(with: ["--output", "-o"]) || arguments.contains("ascii")
        || arguments.contains("--format=ascii")
    }
    return reading.contains(subcommand) && !options.contains("--resume")
  }
}

/// The files and folders that a command's words may name.
struct NamedPaths {
  /// Values of output options.
  private(set) var outputs: [String] = []
  /// Everything that may be a path, outputs included.
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

  /// Adds a file named inside another file, relative to that file's folder.
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

  /// A path without `.` and trailing slashes. Rejects paths out of the folder: elsewhere they would
  /// name something else.
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
  /// Whether the paths are equal or one lies in the other.
  func isRelated(to other: String) -> Bool {
    self == other || hasPrefix(other + "/") || other.hasPrefix(self + "/")
  }

  func isPrefix(of other: String) -> Bool { other.hasPrefix(self) }

  var isBlankText: Bool { allSatisfy(\.isWhitespace) }
}
