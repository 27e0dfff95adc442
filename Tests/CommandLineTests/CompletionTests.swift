// Behaviours locked here: the completion scripts of three shells are made; bash's one, when it is
// sourced and asked, offers commands, kinds, formats, presets, and files where files belong.

import Foundation
import TestSupport
import Testing

@Suite struct CompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"]) func scripts(_ shell: String) throws {
    let script = try Tool.run("--generate-completion-script", shell)
    #expect(script.status == 0 && script.errors.isEmpty)
    for word in ["watch", "plot", "tensorboard", "trajectories", "chain-6"] {
      #expect(script.output.contains(word), "\(word)")
    }
  }

  /// What bash offers after these words; the last one is being typed.
  private func offers(_ words: [String]) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(
      try Tool.run("--generate-completion-script", "bash").output, to: "soar.bash")
    for name in ["runs", "other"] {
      try FileManager.default.createDirectory(
        at: folder.file(name), withIntermediateDirectories: false)
    }
    try folder.write("", to: "mine.yaml")
    try folder.write("", to: "notes.txt")
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let asking = """
      source soar.bash
      function=$(complete -p soar | sed -E 's/.*-F ([^ ]+).*/\\1/')
      COMP_WORDS=(\(quoted))
      COMP_CWORD=\(words.count - 1)
      COMP_LINE="${COMP_WORDS[*]}"
      COMP_POINT=${#COMP_LINE}
      "$function" soar '\(words.last ?? "")' '\(words.dropLast().last ?? "")' 2>/dev/null
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let soar = try Tool.url().deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let outcome = try Tool.Running(
      ["-c", asking], environment: ["PATH": "\(soar):\(path)"], in: folder.url,
      program: URL(fileURLWithPath: "/bin/bash")
    ).outcome()
    return outcome.output.split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  @Test func whatBashOffers() throws {
    #expect(Set(try offers(["soar", ""])).isSuperset(of: ["run", "watch", "plot", "export"]))
    #expect(try offers(["soar", "wa"]) == ["watch"])
    #expect(
      try offers(["soar", "run", "--preset", ""]).sorted()
        == [
          "causal", "chain-6", "paper", "phase", "quick", "skills-12", "smollm2", "smollm2-smoke",
          "standard", "text",
        ])
    #expect(try offers(["soar", "plot", "runs", "--kind", "tra"]) == ["trajectories"])
    #expect(
      try offers(["soar", "plot", "runs", "--format", ""]).sorted()
        == ["ascii", "pdf", "png", "svg"])
    #expect(
      try offers(["soar", "export", "runs", "--format", ""]).sorted()
        == ["csv", "jsonl", "tensorboard"])
    let folders = try offers(["soar", "watch", ""])
    #expect(folders.contains("runs") && folders.contains("other"))
    #expect(!folders.contains("notes.txt"))
    let configurations = try offers(["soar", "run", ""])
    #expect(configurations.contains("mine.yaml") && !configurations.contains("notes.txt"))
  }
}
