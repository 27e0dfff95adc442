// Behaviours locked here:
// - every command explains itself with examples, on standard output, with status 0
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
    ["export"],
    ["model"], ["notebook"], ["notebook", "run"],
    ["model", "info"], ["model", "logits"], ["model", "score"], ["model", "sample"],
    ["model", "tokenize"], ["model", "detokenize"],
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
