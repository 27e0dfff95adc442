import Foundation
import TestSupport
import Testing

/// A folder with all that the pages' commands speak of, in small: runs, imported logs, grids, files.
enum DocumentDesk {
  private static let runs = [
    "a", "b", "quick-1", "first", "rewards", "standard", "standard-1", "plateau",
  ]

  static func copy() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let desk = try template.get()
    for name in try desk.contents {
      try FileManager.default.copyItem(atPath: desk.path(name), toPath: folder.path(name))
    }
    return folder
  }

  private static let template: Result<TemporaryFolder, any Error> = Result {
    let folder = try TemporaryFolder()
    atexit { if let folder = try? DocumentDesk.template.get() { folder.remove() } }
    try lay(into: folder)
    return folder
  }

  private static func lay(into folder: TemporaryFolder) throws {
    let files = FileManager.default
    for name in [
      "runs", "grids", "rollouts", "DIR", "cache", "home/.zfunc",
      "home/.local/share/bash-completion/completions", "home/.config/fish/completions",
    ] {
      try files.createDirectory(at: folder.file(name), withIntermediateDirectories: true)
    }
    func copy(_ source: String, to name: String) throws {
      try files.copyItem(atPath: source, toPath: folder.path(name))
    }
    let run = try TinyRun.finished.get().run
    for name in runs { try copy(run, to: "runs/\(name)") }
    let grid = try TinyGrid.finished.get().folder
    for name in ["stall", "datasets"] { try copy(grid.path("g"), to: "grids/\(name)") }
    for name in ["notebooks-md", "ablations"] { try copy(Document.path(name), to: name) }
    for number in 1...3 {
      try copy(
        Document.path("notebooks-md/selfplay-\(number).jsonl"), to: "selfplay-\(number).jsonl")
    }
    for name in ["12.jsonl", "13.jsonl"] {
      try copy(Document.path("Tests/ExchangeTests/Fixtures/verl/\(name)"), to: "rollouts/\(name)")
    }
    for step in [1, 2] {
      try folder.write(
        #"{"step": \#(step), "prompt": "Solve. Question: \#(step) + 4? Let's think", "#
          + #""completion": "8", "accuracy": 1}"# + "\n", to: "\(step).jsonl")
    }
    try copy(TokenizeCommandTests.path("smollm2/tokenizer.json"), to: "DIR/tokenizer.json")
    let tutorial = try #require(Document.all.first { $0.path == "docs/tutorial.md" })
    try folder.write(
      try #require(tutorial.saved(as: "datasets.yaml")), to: "datasets.yaml")
    try make(in: folder)
  }

  /// What takes a command.
  private static func make(in folder: TemporaryFolder) throws {
    func soar(_ arguments: String...) throws {
      let outcome = try Tool.run(arguments, in: folder.url)
      try #require(outcome.status == 0, "\(arguments): \(outcome.errors)")
    }
    try soar("export", "runs/a", "-o", "theirs.jsonl")
    for (number, name) in [(1, "one"), (2, "two"), (3, "three"), (1, "theirs")] {
      try soar(
        "import", "selfplay-\(number).jsonl", "--from", "trl", "--questions", "completion",
        "-o", "runs/\(name)")
    }
    try FileManager.default.copyItem(
      atPath: folder.path("runs/theirs"), toPath: folder.path("theirs"))
    try folder.write(CausalTests.configuration, to: "causal.yaml")
    try soar("causal", "causal.yaml", "--output", "runs/causal", "--no-cache", "--quiet")
  }

  /// Runs a command line as it is written, in bash; a pipe fails if any of its commands does. A run that
  /// the line imports is not there yet.
  static func run(_ line: String, in folder: TemporaryFolder) throws -> Tool.Outcome {
    if let match = line.firstMatch(of: /^soar import .* -o (runs\/[a-z]+)/) {
      try? FileManager.default.removeItem(at: folder.file(String(match.1)))
    }
    let tool = try Tool.url().deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return try Tool.Running(
      ["-o", "pipefail", "-c", line],
      environment: [
        "PATH": "\(tool):\(path)", "HOME": folder.path("home"),
        "SOAR_CACHE_DIR": folder.path("cache"),
      ], in: folder.url, program: URL(fileURLWithPath: "/bin/bash")
    ).outcome()
  }
}
