// Locks:
// - one run that several folders hold counts once in soar analyze and in plots that pool, whatever
//   the folder is called and whoever labelled it; that is said
// - so does one run that one imported file holds under several names or seeds
// - runs that differ count each
// - series of a TensorBoard export keep apart what differs in case or in characters that are blanked

import Foundation
import TestSupport
import Testing

@Suite struct RunCopiesTests {
  private func analysis(_ folders: String..., in folder: TemporaryFolder) throws -> (
    clusters: Int?, errors: String
  ) {
    let outcome = try Tool.run(
      ["analyze"] + folders + ["--json", "--permutations", "0", "--table", "t.csv"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = try folder.text("t.csv").split(separator: "\n").dropFirst()
    return (Set(rows.map { $0.split(separator: ",")[6] }).count, outcome.errors)
  }

  @Test func importedRuns() throws {
    let folder = try TemporaryFolder()
    try folder.write(OutputPlaceTests.log, to: "a.jsonl")
    // Another name for the run, and another judge.
    try folder.write(
      OutputPlaceTests.log.replacing(#"{"step""#, with: #"{"run": "other", "step""#)
        .replacing(#""classifier": "c""#, with: #""classifier": "d""#), to: "b.jsonl")
    try folder.write(OutputPlaceTests.log.replacing("q3", with: "q33"), to: "c.jsonl")
    for name in ["a", "b", "c"] {
      try #require(try Tool.run("import", "\(name).jsonl", "-o", name, in: folder.url).status == 0)
    }
    let copies = try analysis("a", "b", in: folder)
    #expect(copies.clusters == 1)
    #expect(copies.errors == "note: b holds seed 0 of a once more; copies count once\n")
    let differing = try analysis("a", "c", in: folder)
    #expect(differing.clusters == 2 && differing.errors.isEmpty)
    let plot = try Tool.run("plot", "a", "b", "--kind", "labels", "-o", "p", in: folder.url)
    #expect(plot.status == 0 && plot.errors.contains("copies count once"), "\(plot.errors)")
  }

  @Test func oneFileWithCopies() throws {
    let folder = try TemporaryFolder()
    func named(_ run: String, _ log: String = OutputPlaceTests.log) -> String {
      log.replacing(#"{"step""#, with: #"{"run": "\#(run)", "step""#)
    }
    let differing = OutputPlaceTests.log.replacing("q3", with: "q33")
    let logs = [
      "abc": [named("A"), named("B"), named("C"), named("D", differing)],
      "seeds": (1...2).map { seed in
        OutputPlaceTests.log.replacing(#"{"step""#, with: #"{"seed": \#(seed), "step""#)
      },
      "once": [named("A"), named("D", differing)],
    ]
    for (name, runs) in logs {
      try folder.write(runs.joined(separator: "\n"), to: "\(name).jsonl")
      let outcome = try Tool.run("import", "\(name).jsonl", "-o", name, in: folder.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let copies = try analysis("abc", in: folder)
    #expect(copies.clusters == 2)
    #expect(
      copies.errors == "note: abc holds run A once more, as run B, run C; copies count once\n")
    let seeds = try analysis("seeds", in: folder)
    #expect(seeds.clusters == 1)
    #expect(seeds.errors == "note: seeds holds seed 1 once more, as seed 2; copies count once\n")
    let once = try analysis("once", in: folder)
    #expect(once.clusters == 2 && once.errors.isEmpty)
    let plot = try Tool.run("plot", "abc", "--kind", "labels", "-o", "p", in: folder.url)
    #expect(plot.status == 0 && plot.errors.contains("copies count once"), "\(plot.errors)")
    let report = try Tool.run("report", "abc", "-o", "r", in: folder.url)
    #expect(report.status == 0, "\(report.errors)")
    #expect(try folder.text("r/report.md").contains("copies count once"))
  }

  @Test func runsAndTheirExports() throws {
    let run = try TinyRun.finished.get()
    let folder = try run.copy()
    try FileManager.default.copyItem(atPath: run.run, toPath: folder.path("copy"))
    try #require(try Tool.run("export", "run", "-o", "q.jsonl", in: folder.url).status == 0)
    try #require(try Tool.run("import", "q.jsonl", "-o", "back", in: folder.url).status == 0)
    let once = try analysis("run", in: folder)
    for other in ["copy", "back"] {
      let twice = try analysis("run", other, in: folder)
      #expect(twice.clusters == once.clusters)
      #expect(twice.errors.contains("\(other) holds seeds "), "\(twice.errors)")
    }
  }

  @Test func seriesKeepApart() throws {
    let folder = try TemporaryFolder()
    let teachers = ["SOAR", "soar", "a\\u0007b", "a b"]
    try folder.write(
      teachers.map { teacher in
        OutputPlaceTests.log.replacing(#"{"step""#, with: #"{"teacher": "\#(teacher)", "step""#)
      }.joined(separator: "\n"), to: "log.jsonl")
    try #require(try Tool.run("import", "log.jsonl", "-o", "r", in: folder.url).status == 0)
    let outcome = try Tool.run(
      "export", "r", "--format", "tensorboard", "-o", "t", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let file = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("t/seed-0")).first)
    let events = try Data(contentsOf: folder.file("t/seed-0/\(file)"))
    for tag in ["SOAR/reward", "soar/reward", "a b/reward", "a b (2)/reward"] {
      #expect(events.range(of: Data(tag.utf8)) != nil, "\(tag)")
    }
  }
}
