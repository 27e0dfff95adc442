// Locks: `soar run --dry-run` prints what a run would do, as text and as JSON, and makes nothing; hours
// come from given rates or from earlier runs with the same base model, and from nothing else; what a run
// refuses, its dry run refuses in one line.

import Foundation
import TestSupport
import Testing

@Suite struct DryRunTests {
  private static func plan(_ more: [String], in folder: TemporaryFolder) throws -> Tool.Outcome {
    try folder.write(TinyRun.configuration, to: "tiny.yaml")
    return try Tool.run(
      ["run", "tiny.yaml", "--dry-run", "--no-cache"] + more, in: folder.url)
  }

  @Test func itPrintsAPlanAndMakesNothing() throws {
    let folder = try TemporaryFolder()
    let outcome = try Self.plan([], in: folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    for word in [
      "base model", "hard set", "SOAR", "Hard-Only", "total", "optim_step", "no estimate",
    ] {
      #expect(outcome.output.contains(word), "\(word)")
    }
    #expect(outcome.output.contains("matched: ends when it has cost what SOAR cost"))
    #expect(try folder.contents == ["tiny.yaml"])
  }

  @Test func itPrintsJSON() throws {
    let folder = try TemporaryFolder()
    let outcome = try Self.plan(["--json", "--tokens-per-second", "1000"], in: folder)
    let result = try #require(try outcome.json() as? [String: [String: Any]])
    let stages = try #require(result["plan"]?["stages"] as? [[String: Any]])
    let names = stages.compactMap { $0["name"] as? String }
    #expect(
      names
        == ["base model", "hard set", "transfer set", "SOAR", "intrinsic", "matched"] + TinyRun.arms
    )
    let total = try #require(result["plan"]?["total"] as? [String: Any])
    let sampled = try #require(total["sampledTokensAtFullLength"] as? [String: Double])
    let tokens = try #require(sampled["most"])
    let hours = try #require(result["forecast"]?["hours"] as? Double)
    #expect(abs(hours - tokens / 1000 / 3600) < 1e-9 * hours)
  }

  @Test func hoursComeFromEarlierRuns() throws {
    let folder = try TinyRun.finished.get().copy()
    try FileManager.default.createDirectory(
      at: folder.file("runs"), withIntermediateDirectories: false)
    try FileManager.default.moveItem(at: folder.file("run"), to: folder.file("runs/tiny"))
    let outcome = try Self.plan(["--workers", "2"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("hours: by the rollouts a second of runs/tiny"))
    #expect(outcome.output.contains("tokens a response, as in runs/tiny"))
    // A run of another model says nothing.
    let other = try Self.plan(["--set", "model.hiddenSize=48"], in: folder)
    #expect(other.output.contains("no estimate"))
  }

  @Test(arguments: [
    (["--set", "arms=[{name: A, source: designed, steps: 1, mixing: alone}]"], "designs"),
    (["--set", "soar.datasets=1"], "soar.datasets"),
    (["--trained-tokens-per-second", "5"], "--tokens-per-second"),
    (["--tokens-per-second", "0"], "above 0"),
  ])
  func whatARunRefuses(_ arguments: [String], _ word: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Self.plan(arguments, in: folder)
    #expect(outcome.status != 0 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(word), "\(outcome.errors)")
  }
}
