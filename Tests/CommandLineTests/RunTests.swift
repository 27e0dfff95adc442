// Behaviours locked here, on a whole run of a tiny configuration:
// - its folder holds configuration, store, metrics, log, and a report with figures as PNG and SVG
// - one and two workers, and a base model from the cache, give the same digest
// - another seed gives another one
// - results on standard output, progress on standard error; --json and --quiet
// - the last line on standard error says what to do next, in commands that can be pasted
// - --print-config --changed is what differs from the preset, and resolves to the same configuration
// - a folder that holds a run is not run into again

import Foundation
import TestSupport
import Testing

@Suite struct RunTests {
  @Test func whatARunLeaves() throws {
    let run = try TinyRun.finished.get()
    #expect(run.outcome.status == 0, "\(run.outcome.errors)")
    let folder = run.folder
    for name in ["config.yaml", "config.resolved.yaml", "run.log", "metrics.jsonl"] {
      #expect(try !folder.text("run/\(name)").isEmpty, "\(name)")
    }
    #expect(try folder.text("run/config.yaml") == TinyRun.configuration)
    let report = try folder.text("run/report/report.md")
    for arm in TinyRun.arms { #expect(report.contains(arm)) }
    let names = try FileManager.default.subpathsOfDirectory(atPath: run.run)
    let figures = names.filter { $0.hasSuffix(".png") }
    #expect(figures.count >= 4)
    for figure in figures {
      let png = try Data(contentsOf: folder.file("run/\(figure)"))
      #expect(png.starts(with: [0x89, 0x50, 0x4e, 0x47]) && png.count > 1000, "\(figure)")
      let svg = try folder.text("run/\(figure.dropLast(4)).svg")
      #expect(svg.contains("<svg") && svg.contains("</svg>"), "\(figure)")
      #expect(report.contains(URL(fileURLWithPath: figure).lastPathComponent), "\(figure)")
    }
    #expect(!names.contains { $0.hasSuffix(".partial") || $0.hasSuffix("-wal") })
    // The base model says what ends and what pads a response, for other programs that load it.
    let base =
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: folder.file("run/checkpoints/base/config.json"))) as? [String: Any]
    #expect(base?["eos_token_id"] as? Int == 1 && base?["pad_token_id"] as? Int == 0)
    for line in try folder.text("run/metrics.jsonl").split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["step"] is Int)
    }
    #expect(run.outcome.output.contains("report: run/report/report.md\n"))
    #expect(run.outcome.output.contains("digest: \(run.digest)\n"))
    #expect(run.outcome.output.contains("pass@4"))
    #expect(!run.outcome.errors.contains("\u{1B}"))
    #expect(run.outcome.errors.contains("SOAR, seed 2: done in "))
    #expect(run.outcome.lastErrorLine.hasPrefix("next: soar show run "))
  }

  @Test func theNextStepCanBePasted() throws {
    let folder = try TemporaryFolder()
    let arguments = try TinyRun.arguments(in: folder)
    let place = try #require(arguments.lastIndex(of: "run"))
    let outcome = try Tool.run(
      arguments.enumerated().map { $0.offset == place ? "it's one" : $0.element },
      environment: ["LC_ALL": "C"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let line = outcome.lastErrorLine.replacing("next: ", with: "")
    let soar = try Tool.url().path
    let followed = try Tool.Running(
      ["-c", "set -e; soar() { '\(soar)' \"$@\"; }; \(line)"], in: folder.url,
      program: URL(fileURLWithPath: "/bin/bash")
    ).outcome()
    #expect(followed.status == 0, "\(line): \(followed.errors)")
    #expect(folder.exists("it's one/compare/report.md"))
  }

  @Test func whatWasChanged() throws {
    let folder = try TemporaryFolder()
    try folder.write(TinyRun.configuration, to: "tiny.yaml")
    let call = ["run", "tiny.yaml", "--set", "soar.threshold=0.3", "--print-config"]
    let whole = try Tool.run(call, in: folder.url)
    let changed = try Tool.run(call + ["--changed"], in: folder.url)
    #expect(changed.status == 0 && changed.errors.isEmpty, "\(changed.errors)")
    #expect(changed.output.hasPrefix("preset: quick\nseeds: [1, 2]\n"))
    #expect(changed.output.contains("  threshold: 0.3\n"))
    #expect(!changed.output.contains("studentsPerSeed"))
    try folder.write(changed.output, to: "changed.yaml")
    let again = try Tool.run("run", "changed.yaml", "--print-config", in: folder.url)
    #expect(again.output == whole.output)
    #expect(
      try Tool.run("run", "--preset", "smollm2", "--print-config", "--changed").output
        == "preset: smollm2\n")
  }

  @Test func oneWorkerGivesTheSameAsTwo() throws {
    let run = try TinyRun.finished.get()
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(
      TinyRun.arguments(in: folder, workers: 1) + ["--quiet", "--json"], in: folder.url)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let result = try #require(try outcome.json() as? [String: String])
    #expect(result["digest"] == run.digest)
    #expect(result["report"] == "run/report/report.md")
    #expect(try TinyRun.digest(folder) == run.digest)
  }

  @Test func aCachedBaseModelGivesTheSame() throws {
    let run = try TinyRun.finished.get()
    let cache = try TemporaryFolder()
    for attempt in 0..<2 {
      let folder = try TemporaryFolder()
      let arguments = try TinyRun.arguments(in: folder).filter { $0 != "--no-cache" }
      let outcome = try Tool.run(
        arguments, environment: ["SOAR_CACHE_DIR": cache.url.path], in: folder.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains("from the cache") == (attempt == 1))
      #expect(try TinyRun.digest(folder) == run.digest)
    }
    let entries = try cache.contents.filter { !$0.hasSuffix(".lock") }
    #expect(entries.count { $0.hasPrefix("screening-") } == 2, "hard set and transfer: \(entries)")
    #expect(entries.count == 4, "and a model of each phase: \(entries)")
  }

  @Test func anotherSeedGivesOtherResults() throws {
    let run = try TinyRun.finished.get()
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(
      TinyRun.arguments(in: folder) + ["--set", "seeds=[1, 3]"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try TinyRun.digest(folder) != run.digest)
    #expect(try folder.text("run/config.resolved.yaml").contains("seeds: [1, 3]"))
  }

  @Test func aFolderThatHoldsARun() throws {
    let run = try TinyRun.finished.get()
    let before = try FileManager.default.subpathsOfDirectory(atPath: run.run).sorted()
    let outcome = try Tool.run(TinyRun.arguments(in: run.folder), in: run.folder.url)
    #expect(outcome.status == 73 && outcome.isOneError)
    #expect(outcome.errors.contains("run: already holds a run (continue it with --resume"))
    #expect(try FileManager.default.subpathsOfDirectory(atPath: run.run).sorted() == before)
    #expect(try TinyRun.digest(run.folder) == run.digest)
  }

  @Test func resumingAFinishedRunChangesNothing() throws {
    let run = try TinyRun.finished.get()
    let folder = try run.copy()
    let outcome = try Tool.run("run", "--resume", "run", "--no-cache", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try TinyRun.digest(folder) == run.digest)
  }

  @Test func reportsAreWrittenAgainFromTheStore() throws {
    let folder = try TinyRun.finished.get().copy()
    let outcome = try Tool.run("report", "run", "--output", "again", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "again/report.md\n")
    #expect(try folder.text("again/report.md") == folder.text("run/report/report.md"))
  }

  @Test func theHardSetByItself() throws {
    let folder = try TemporaryFolder()
    _ = try TinyRun.arguments(in: folder)
    let cache = ["SOAR_CACHE_DIR": folder.path("cache")]
    let text = try Tool.run("hardset", "tiny.yaml", environment: cache, in: folder.url)
    #expect(text.status == 0, "\(text.errors)")
    #expect(text.output.contains("candidates        48, 4 samples each\n"))
    let json = try Tool.run(
      "hardset", "tiny.yaml", "--json", "--quiet", environment: cache, in: folder.url)
    #expect(json.errors.isEmpty)
    struct Answer: Decodable {
      struct Candidate: Decodable { var samples, successes: Int }
      var candidates: [Candidate]
    }
    let answer = try JSONDecoder().decode(Answer.self, from: Data(json.output.utf8))
    #expect(answer.candidates.count == 48)
    #expect(answer.candidates.allSatisfy { 0...4 ~= $0.successes && $0.samples == 4 })
  }
}
