// Locks:
// - the committed demo starts from its base model and its screening, which belong together
// - a screening of other problems is refused, in one line, and leaves no run that looks finished
// - `soar hardset --json --save-model` makes what `model.folder` and `hardSet.counts` take, and a run from
//   them has the same hard problems as one that pretrains and screens by itself

import Foundation
import TestSupport
import Testing

@Suite struct DemoTests {
  private static let onlyMeasured = [
    "--set", "seeds=[1]", "--set", "teachers=[]", "--set", "plan=[]", "--set",
    "arms=[{name: Base}]",
  ]

  private func demo(_ output: String, _ options: String...) throws -> Tool.Outcome {
    try Tool.run(
      ["run", "demo/demo.yaml", "--output", output, "--quiet", "--no-cache"] + Self.onlyMeasured
        + options,
      in: SwiftCompiler.packageFolder)
  }

  @Test func theCommittedModelAndItsScreeningBelongTogether() throws {
    let folder = try TemporaryFolder()
    let run = try demo(folder.path("run"))
    #expect(run.status == 0, "\(run.errors)")
    let shown = try #require(
      try Tool.run("show", folder.path("run"), "--json").json() as? [String: Any])
    let hardSet = try #require(shown["hardSet"] as? [String: Any])
    #expect(hardSet["train"] as? Int == 128 && hardSet["test"] as? Int == 128)
    #expect(run.output.contains("Base  0.0"), "\(run.output)")
  }

  @Test func anotherScreeningIsRefused() throws {
    let folder = try TemporaryFolder()
    let run = try demo(folder.path("run"), "--set", "hardSet.seed=2")
    #expect(
      run.status == 78 && run.lastErrorLine.contains("other problems, samples or another seed"))
  }

  @Test func whatHardsetMakesIsWhatRunsTake() throws {
    let folder = try TemporaryFolder()
    try folder.write(TinyRun.configuration, to: "tiny.yaml")
    let made = try Tool.run(
      "hardset", "tiny.yaml", "--json", "--save-model", "base", "--no-cache", "--quiet",
      in: folder.url)
    try #require(made.status == 0, "\(made.errors)")
    try folder.write(made.output, to: "counts.json")
    let options = Self.onlyMeasured + ["--quiet", "--no-cache"]
    let given = try Tool.run(
      ["run", "tiny.yaml", "-o", "given"] + options
        + ["--set", "model.folder=base", "--set", "hardSet.counts=counts.json"], in: folder.url)
    try #require(given.status == 0, "\(given.errors)")
    let own = try Tool.run(["run", "tiny.yaml", "-o", "own"] + options, in: folder.url)
    try #require(own.status == 0, "\(own.errors)")
    func table(_ run: Tool.Outcome) -> Substring? {
      run.output.components(separatedBy: "arm ").last.map { $0[...] }
    }
    #expect(table(given) == table(own) && table(own)?.contains("Base") == true)
  }
}
