import Diagnostics

/// What the words of a subcommand mean: the one place from which the planner knows what a command
/// reads, makes and changes. A test compares it with the options that `soar` declares.
package struct Subcommand: Sendable {
  /// What an option's value is.
  package enum Role: Sendable {
    case word
    /// A file or folder that is read, or continued.
    case input
    /// A file or folder that is made.
    case output
  }

  /// Which of the words that belong to no option are files or folders.
  package enum Arguments: Sendable { case paths, firstPath, words }

  private enum Effect {
    /// The folders it is given stay as they are.
    case reads
    case changes
    /// Without one of these options it writes into a folder that it is given.
    case changesWithout(Set<String>)
    case changesWith(Set<String>)
  }

  package var name: String
  package var arguments = Arguments.paths
  /// Options that take a value, by all their names.
  package var options: [String: Role] = [:]
  private var effect = Effect.reads
  /// Whether it writes a folder and chooses its name if none is given.
  var choosesName = false
  /// Options with which it makes nothing.
  private var idle: Set<String> = []
  /// Whether its file may name another file.
  var refers = false

  private static let output: [String: Role] = ["--output": .output, "-o": .output]
  private static let running: [String: Role] = [
    "--preset": .word, "--set": .word, "--workers": .word,
  ]
  private static let embeddings: [String: Role] = [
    "--embeddings-url": .word, "--embeddings-model": .word, "--embeddings-key": .word,
  ]
  private static let engine: [String: Role] = [
    "--engine": .word, "--processes": .word, "--timeout": .word, "--partition": .word,
    "--time-limit": .word, "--memory": .word, "--cpus": .word, "--account": .word, "--qos": .word,
    "--sbatch": .word,
  ]

  package static let all: [Subcommand] = [
    run("run"), run("causal"),
    Subcommand(
      name: "phase",
      options: output.adding(["--x": .word, "--y": .word, "--set": .word, "--workers": .word]),
      choosesName: true),
    Subcommand(
      name: "report",
      options: output.adding(embeddings).adding(["--experiment": .input, "--phase": .input]),
      effect: .changesWithout(["--output", "-o"])),
    Subcommand(
      name: "plot",
      options: output.adding([
        "--kind": .word, "--format": .word, "--teacher": .word, "--classifier": .word,
        "--at": .word, "--by": .word, "--baseline": .word,
      ]), effect: .changesWithout(["--output", "-o", "ascii"])),
    Subcommand(
      name: "compare",
      options: output.adding(embeddings).adding([
        "--by": .word, "--baseline": .word, "--at": .word, "--reach": .word, "--checkpoint": .word,
      ]), effect: .changesWithout(["--output", "-o"])),
    Subcommand(name: "ls"), Subcommand(name: "show"), Subcommand(name: "digest"),
    Subcommand(name: "watch", options: ["--interval": .word]),
    Subcommand(
      name: "classify",
      options: output.adding([
        "--config": .input, "--preset": .word, "--samples": .word, "--of": .word,
        "--workers": .word, "--judge": .word,
        "--url": .word, "--model": .word, "--key-from": .word, "--prompt": .input,
        "--votes": .word, "--temperature": .word, "--max-tokens": .word, "--concurrency": .word,
        "--limit": .word,
      ]), effect: .changes),
    Subcommand(
      name: "judge-check",
      options: ["--judge-name": .word, "--reference": .word, "--apply": .input]),
    Subcommand(
      name: "analyze",
      options: output.adding([
        "--classifier": .word, "--permutations": .word, "--table": .output,
        "--question-table": .output,
      ])),
    Subcommand(
      name: "import",
      options: output.adding([
        "--from": .word, "--questions": .word, "--reward": .word, "--answer": .word,
        "--after": .word, "--before": .word,
      ])),
    Subcommand(name: "export", options: output.adding(["--format": .word, "--table": .word])),
    Subcommand(
      name: "hardset", options: running.adding(["--model": .input, "--save-model": .output])),
    Subcommand(name: "serve", options: ["--port": .word]),
    Subcommand(name: "presets", arguments: .words), Subcommand(name: "schemes", arguments: .words),
    Subcommand(name: "figures", arguments: .words),
    Subcommand(name: "arms", arguments: .words, options: ["--preset": .word]),
    Subcommand(name: "doctor", arguments: .words),
    Subcommand(
      name: "bench", arguments: .words,
      options: [
        "--model-folder": .input, "--model": .word, "--repeats": .word, "--python": .input,
        "--python-script": .input,
      ]),
    Subcommand(name: "coverage", options: ["--replicates": .word]),
    Subcommand(name: "model info", options: ["--model": .input]),
    Subcommand(name: "model logits", options: ["--model": .input, "--tokens": .word]),
    Subcommand(name: "model score", options: ["--model": .input, "--tokens": .word]),
    Subcommand(
      name: "model sample",
      options: [
        "--model": .input, "--prompt": .word, "--tokens": .word, "--count": .word,
        "--temperature": .word, "--top-k": .word, "--max-tokens": .word, "--stop": .word,
        "--seed": .word,
      ]),
    Subcommand(
      name: "model tokenize",
      options: ["--model": .input, "--text": .word, "--file": .input]),
    Subcommand(
      name: "model detokenize", arguments: .words,
      options: ["--model": .input, "--file": .input]),
    Subcommand(
      name: "task check",
      options: [
        "--model": .input, "--config": .input, "--set": .word, "--count": .word, "--seed": .word,
      ]),
    Subcommand(
      name: "grid run", arguments: .firstPath, options: output.adding(engine), choosesName: true,
      idle: ["--dry-run"], refers: true),
    Subcommand(name: "grid status", options: ["--processes": .word]),
    Subcommand(name: "grid retry", options: engine, effect: .changes),
    Subcommand(
      name: "grid collect", options: output, effect: .changesWithout(["--output", "-o"])),
    Subcommand(
      name: "grid cell", arguments: .firstPath, options: ["--workers": .word], effect: .changes),
    Subcommand(
      name: "grid base", arguments: .firstPath, options: ["--workers": .word], effect: .changes),
  ]

  private static func run(_ name: String) -> Subcommand {
    Subcommand(
      name: name,
      options: output.adding(running).adding([
        "--resume": .input, "--tokens-per-second": .word, "--trained-tokens-per-second": .word,
      ]),
      effect: .changesWith(["--resume"]), choosesName: true,
      idle: ["--print-config", "--dry-run", "--resume"])
  }

  /// - Parameter words: begin with `soar` and a word.
  /// - Returns: for a command that is not listed, one that takes all words for paths and changes
  ///   them.
  static func of(_ words: [String]) -> Subcommand {
    let two = words[1...].prefix(2).joined(separator: " ")
    return all.first { $0.name == two } ?? all.first { $0.name == words[1] }
      ?? Subcommand(name: words[1], effect: .changes)
  }

  /// Whether the command leaves the folders it is given unchanged, apart from its output.
  func onlyReads(_ named: NamedPaths) -> Bool {
    // `--format ascii` has no name of its own: its value decides.
    let given = Set(named.options + named.words)
    return switch effect {
    case .reads: true
    case .changes: false
    case .changesWithout(let options): !given.isDisjoint(with: options)
    case .changesWith(let options): given.isDisjoint(with: options)
    }
  }

  func makesNothing(_ options: [String]) -> Bool {
    !idle.union(["--help", "-h", "--version"]).isDisjoint(with: options)
  }
}

extension [String: Subcommand.Role] {
  fileprivate func adding(_ others: Self) -> Self { merging(others) { $1 } }
}

/// The files and folders that a command's words name.
struct NamedPaths {
  /// Values of output options.
  private(set) var outputs: [String] = []
  /// All files and folders, outputs included.
  private(set) var all: [String] = []
  /// Names of options.
  private(set) var options: [String] = []
  /// Values of options that are no paths.
  private(set) var words: [String] = []

  /// - Parameter words: those after the subcommand.
  init(
    _ words: [String], of subcommand: Subcommand, _ complain: (String, String?) -> UserError
  ) throws {
    var awaited: Subcommand.Role?
    var areArguments = false
    var arguments = 0
    for word in words {
      if let role = awaited {
        awaited = nil
        try add(word, role, complain)
      } else if !areArguments, word.hasPrefix("-"), word.count > 1 {
        if word == "--" {
          areArguments = true
          continue
        }
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        options.append(String(parts[0]))
        let role = subcommand.options[String(parts[0])]
        if parts.count == 2 {
          // An option that is not listed may name anything.
          try add(String(parts[1]), role ?? .input, complain)
        } else {
          awaited = role
        }
      } else {
        let isPath =
          subcommand.arguments == .paths || subcommand.arguments == .firstPath && arguments == 0
        arguments += 1
        try add(word, isPath ? .input : .word, complain)
      }
    }
    if subcommand.makesNothing(options) { outputs = [] }
  }

  private mutating func add(
    _ word: String, _ role: Subcommand.Role, _ complain: (String, String?) -> UserError
  ) throws {
    // `-` is standard input or output.
    guard role != .word, word != "-" else { return words.append(word) }
    let path = try Self.relative(word, complain)
    guard !path.isEmpty else { return }
    if role == .output { outputs.append(path) }
    all.append(path)
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
        "name a file beside the notebook, or one that an earlier cell makes")
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
