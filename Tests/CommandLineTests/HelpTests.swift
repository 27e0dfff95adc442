// Behaviours locked here:
// - every command explains itself with examples, on standard output, with status 0
// - examples can be pasted into a shell at 80 columns: a command per line or continued with a
//   backslash, remarks behind #, no option that the command lacks
// - commands stand in groups, each in one
// - no option has its default twice
// - mistakes in the arguments: status 64, usage on standard error, nothing on standard output
// - a reader that goes away is no error; a full device is one

import Foundation
import TestSupport
import Testing

@Suite struct HelpTests {
  static let commands: [[String]] = [
    [], ["run"], ["grid"], ["grid", "run"], ["grid", "status"], ["grid", "retry"],
    ["grid", "collect"], ["grid", "cell"], ["grid", "base"], ["causal"], ["phase"], ["report"],
    ["plot"], ["watch"], ["serve"], ["ls"], ["show"], ["digest"], ["compare"],
    ["hardset"], ["doctor"], ["bench"], ["classify"], ["judge-check"], ["analyze"], ["import"],
    ["export"], ["presets"], ["arms"], ["schemes"], ["figures"],
    ["model"], ["notebook"], ["notebook", "run"],
    ["model", "info"], ["model", "logits"], ["model", "score"], ["model", "sample"],
    ["model", "tokenize"], ["model", "detokenize"], ["task"], ["task", "check"],
  ]

  @Test(arguments: commands) func everyCommandTeaches(_ command: [String]) throws {
    let help = try Tool.run(command + ["--help"])
    #expect(help.status == 0)
    #expect(help.errors.isEmpty)
    #expect(help.output.hasPrefix("OVERVIEW: "))
    #expect(help.output.contains("EXAMPLE") || help.output.contains("TYPICAL USE"))
    let call = (["soar"] + command).joined(separator: " ")
    #expect(help.output.contains("  \(call)"), "no example of \(call)")
    let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false)
    let prose = lines.filter { !$0.hasPrefix("USAGE: ") }
    #expect(prose.allSatisfy { $0.count <= 80 }, "wider than 80 columns")
  }

  /// The lines under EXAMPLE, EXAMPLES or TYPICAL USE, joined where a backslash continues them.
  private func examples(_ help: String) throws -> [String] {
    let heading = try #require(help.firstMatch(of: /\n(EXAMPLES?|TYPICAL USE)\n/))
    let block = help[heading.range.upperBound...].components(separatedBy: "\n\n")[0]
    return block.replacing("\\\n    ", with: "").components(separatedBy: "\n")
  }

  @Test(arguments: commands) func examplesCanBePasted(_ command: [String]) throws {
    let help = try Tool.run(command + ["--help"], environment: ["COLUMNS": "80"]).output
    for example in try examples(help) {
      #expect(example.hasPrefix("  "), "broken: \(example)")
      let parts = example.dropFirst(2).split(
        separator: /[ ]{2,}/, maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { #expect(parts[1].hasPrefix("# "), "no remark: \(example)") }
      #expect(!parts[0].contains("\\"), "a continuation that the help lost: \(example)")
      let call = try #require(
        parts[0].components(separatedBy: " | ").first { $0.hasPrefix("soar ") }, "\(example)")
      let words = call.split(separator: " ").dropFirst().map(String.init)
      let name = Array(words.prefix { $0.wholeMatch(of: /[a-z-]+/) != nil && !$0.hasPrefix("-") })
      let target = try #require(
        (0...2).reversed().map { Array(name.prefix($0)) }.first { Self.commands.contains($0) })
      let known = try Tool.run(target + ["--help"]).output
      let options = known[try #require(known.range(of: "\nUSAGE: ")).lowerBound...]
      for option in words where option.hasPrefix("--") && option.count > 2 {
        let plain = option.split(separator: "=")[0]
        #expect(options.contains(plain), "no \(option): \(example)")
      }
    }
  }

  @Test(arguments: commands) func defaultsAreToldOnce(_ command: [String]) throws {
    let help = try Tool.run(command + ["--help"]).output
    let options = help[try #require(help.range(of: "\nUSAGE: ")).lowerBound...]
      .replacing(/\n {20,}/, with: " ").split(separator: "\n")
    for option in options where option.contains("by default") {
      #expect(!option.contains("(default: "), "\(option)")
    }
  }

  @Test func commandsStandInGroups() throws {
    let help = try Tool.run("--help").output
    let groups = help.matches(of: /\n([A-Z ]+) SUBCOMMANDS:\n/).map { String($0.1) }
    #expect(
      groups == [
        "RUN", "LOOK", "EXPERIMENT", "LABEL", "EXCHANGE", "MODEL AND TASK", "REFERENCE", "SYSTEM",
      ])
    #expect(!help.contains("\nSUBCOMMANDS:"))
    for command in Self.commands where command.count == 1 {
      #expect(help.components(separatedBy: "\n  \(command[0]) ").count == 2, "\(command[0])")
    }
  }

  @Test func versionAndBareCall() throws {
    let version = try Tool.run("--version")
    #expect(version.status == 0)
    #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    let bare = try Tool.run()
    #expect(bare.status == 0)
    #expect(bare.output.contains("SUBCOMMANDS"))
  }

  @Test(arguments: [
    ["frobnicate"], ["--frobnicate"], ["model", "frobnicate"], ["run", "--workers", "many"],
    ["run", "--workers", "0"], ["run", "--resume", "x", "--preset", "quick"], ["show"], ["digest"],
    ["grid", "run"], ["grid", "run", "x", "--processes", "0"], ["grid", "status"],
    ["grid", "run", "x", "--timeout", "soon"], ["grid", "run", "x", "--timeout", "-1s"],
    ["grid", "run", "x", "--partition", "p"], ["grid", "run", "x", "--engine", "cloud"],
    ["grid", "run", "x", "--engine", "slurm", "--timeout", "1h"],
    ["grid", "run", "x", "--engine", "slurm", "--partition", "a b"],
    ["grid", "run", "x", "--engine", "slurm", "--sbatch=--comment=a b"],
    ["compare"], ["compare", "x", "--by", "money"], ["compare", "x", "--reach", "32"],
    ["compare", "x", "--reach", "0:10"], ["compare", "x", "--at", "0"],
    ["classify"], ["classify", "x", "--samples", "0"], ["classify", "x", "--judge", "openai"],
    ["classify", "x", "--url", "http://127.0.0.1"], ["judge-check"], ["import", "x"],
    ["import", "-o", "x"],
    ["export"], ["export", "x", "--format", "csv"], ["export", "x", "--format", "parquet"],
    ["export", "x", "--spreadsheet"], ["export", "x", "--table", "question"],
    ["plot"], ["plot", "x"], ["plot", "x", "--kind", "money"], ["plot", "--kind", "reward"],
    ["plot", "x", "--kind", "reward", "--format", "gif"],
    ["plot", "x", "--kind", "reward", "--format", "ascii", "-o", "y"],
    ["plot", "x", "--kind", "cost", "--at", "0"], ["plot", "x", "--kind", "phase", "--at", "8"],
    ["plot", "x", "--kind", "passk", "--teacher", "SOAR"],
    ["plot", "x", "--kind", "reward", "--by", "flops"], ["watch"],
    ["run", "--changed"], ["run", "--resume", "x", "--print-config"], ["presets", "x"],
    ["watch", "x", "--interval", "0"],
    ["analyze"], ["analyze", "x", "--permutations", "-1"],
    ["model", "info"], ["model", "logits", "--model", "x"], ["hardset", "--workers", "-1"],
    ["model", "sample", "--model", "x"],
    ["model", "sample", "--model", "x", "--tokens", "1", "--prompt", "a"],
    ["model", "sample", "--model", "x", "--tokens", "1", "--count", "0"],
    ["model", "sample", "--model", "x", "--tokens", "1", "--temperature", "nan"],
    ["model", "sample", "--model", "x", "--tokens", "1", "--seed", "-1"],
    ["model", "tokenize"], ["model", "tokenize", "--model", "x", "--text", "a", "--file", "b"],
    ["model", "detokenize"], ["model", "detokenize", "--model", "x", "1", "--file", "b"],
  ])
  func wrongArguments(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(arguments, in: folder.url)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Error: "))
    #expect(outcome.errors.contains("Usage: soar"))
    #expect(try folder.contents.isEmpty)
  }

  @Test func readersThatGoAway() throws {
    let soar = try Tool.url().path
    let model = ModelFixtures.path("gqa-untied")
    // The pipe's status is that of soar: `pipefail`.
    let piped = try Tool.Running(
      ["-o", "pipefail", "-c", "'\(soar)' model info --model '\(model)' --json | head -c 1"],
      program: URL(fileURLWithPath: "/bin/bash")
    ).outcome()
    #expect(piped.status == 0)
    #expect(piped.output == "{")
    #expect(piped.errors.isEmpty)
    let full = try Tool.Running(
      ["-c", "'\(soar)' model info --model '\(model)' > /dev/full"],
      program: URL(fileURLWithPath: "/bin/bash")
    ).outcome()
    #expect(full.status == 74)
    #expect(full.errors == "error: standard output: no space left on device\n")
  }
}
