// Behaviours locked here:
// - every kind of figure comes with its script and its data, and the script draws the same bytes again
// - the same store gives the same bytes, in SVG, PNG and PDF
// - ascii goes to standard output, in characters without control codes
// - a kind that the run has no data for is one line that says so, and leaves nothing behind
// - several runs share a figure

import Foundation
import TestSupport
import Testing

@Suite struct PlotTests {
  static let names = [
    "reward": "teacher-reward", "diversity": "questions-by-teacher", "passk": "pass-at-k",
    "labels": "labels", "cost": "pass-at-k-by-cost",
    "profile": "performance-profiles", "collapse": "collapse", "trajectories": "trajectories",
  ]

  private static let words = [
    "reward": "outer step t", "diversity": "Vendi score", "passk": "k (samples per problem)",
    "labels": "well-posed (%)", "cost": "FLOPs",
    "profile": "tau: share", "collapse": "KL per token", "trajectories": "training step",
  ]

  private func bytes(_ folder: TemporaryFolder, _ name: String) throws -> Data {
    try Data(contentsOf: folder.file(name))
  }

  @Test(arguments: names.keys.sorted()) func everyKind(_ kind: String) throws {
    let run = try TinyRun.finished.get()
    let folder = try TemporaryFolder()
    let name = try #require(Self.names[kind])
    let outcome = try Tool.run("plot", run.run, "--kind", kind, "-o", "a", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == ["svg", "gnuplot", "dat"].map { "a/\(name).\($0)\n" }.joined())
    let picture = try bytes(folder, "a/\(name).svg")
    #expect(String(decoding: picture, as: UTF8.self).contains("</svg>"))
    // The script draws it anew, by itself, from the data beside it.
    try FileManager.default.removeItem(at: folder.file("a/\(name).svg"))
    let drawing = try Tool.Running(
      ["gnuplot", "-d", "\(name).gnuplot"], environment: ["LC_ALL": "C.UTF-8"],
      in: folder.file("a"), program: URL(fileURLWithPath: "/usr/bin/env"))
    #expect(try drawing.outcome().status == 0)
    #expect(try bytes(folder, "a/\(name).svg") == picture)
    // So does another call.
    try Tool.run("plot", run.run, "--kind", kind, "-o", "b", in: folder.url)
    for type in ["svg", "gnuplot", "dat"] {
      #expect(try bytes(folder, "a/\(name).\(type)") == bytes(folder, "b/\(name).\(type)"))
    }
  }

  @Test(arguments: ["png", "pdf"]) func otherFormats(_ format: String) throws {
    let run = try TinyRun.finished.get()
    let folder = try TemporaryFolder()
    for place in ["a", "b"] {
      let outcome = try Tool.run(
        "plot", run.run, "--kind", "reward", "--format", format, "-o", place, "--json",
        in: folder.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let result = try #require(try outcome.json() as? [String: String])
      #expect(result["figure"] == "\(place)/teacher-reward.\(format)")
      #expect(result["script"] == "\(place)/teacher-reward.gnuplot")
      #expect(result["caption"]?.contains("2 seeds: 1 and 2") == true)
      #expect(
        try folder.contents.contains(place)
          && FileManager.default.contentsOfDirectory(atPath: folder.path(place)).count == 3)
      // A PDF file tells when it was made, to the second.
      if place == "a" { Thread.sleep(forTimeInterval: 1.1) }
    }
    let name = "teacher-reward.\(format)"
    let picture = try bytes(folder, "a/\(name)")
    #expect(try picture == bytes(folder, "b/\(name)"))
    #expect(picture.starts(with: format == "png" ? [0x89, 0x50] : [0x25, 0x50, 0x44, 0x46]))
  }

  @Test(arguments: names.keys.sorted()) func asText(_ kind: String) throws {
    let run = try TinyRun.finished.get()
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(
      "plot", run.run, "--kind", kind, "--format", "ascii", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 })
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count > 15)
    #expect(lines.allSatisfy { $0.count <= 170 })
    // The words under the axis, and the names above the panels.
    #expect(outcome.output.contains(try #require(Self.words[kind])))
    #expect(try folder.contents.isEmpty)
  }

  @Test func severalRuns() throws {
    let run = try TinyRun.finished.get()
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: run.run, toPath: folder.path("one's"))
    try FileManager.default.copyItem(atPath: run.run, toPath: folder.path("two"))
    let rewards = try Tool.run(
      "plot", "one's", "two", "--kind", "reward", "-o", "figures", in: folder.url)
    #expect(rewards.status == 0, "\(rewards.errors)")
    let picture = try folder.text("figures/teacher-reward.svg")
    for panel in ["one's, seed 1", "one's, seed 2", "two, seed 1", "two, seed 2"] {
      // A quote is shown as an apostrophe: gnuplot has no safe way to quote it.
      #expect(picture.contains(panel.replacingOccurrences(of: "'", with: "\u{2019}")), "\(panel)")
    }
    // Of equal names as much of the path as tells them apart, of others no more than before.
    for place in ["a", "b"] {
      try FileManager.default.createDirectory(
        at: folder.file("\(place)/sub"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: run.run, toPath: folder.path("\(place)/sub/x"))
    }
    let equal = try Tool.run(
      "plot", "a/sub/x", "./b/sub/x/", "two", "--kind", "reward", "-o", "equal", in: folder.url)
    #expect(equal.status == 0, "\(equal.errors)")
    let titles = try folder.text("equal/teacher-reward.svg")
    for panel in ["a/sub/x, seed 1", "b/sub/x, seed 1", ">two, seed 1"] {
      #expect(titles.contains(panel), "\(panel)")
    }
    let once = try Tool.run("plot", "one's", "--kind", "passk", "-o", "once", in: folder.url)
    #expect(once.status == 0, "\(once.errors)")
    let based = try Tool.run(
      "plot", "one's", "--kind", "passk", "--baseline", "Curated", "-o", "b", in: folder.url)
    #expect(based.status == 0, "\(based.errors)")
    func look(_ place: String) throws -> String? {
      try folder.text("\(place)/pass-at-k.gnuplot").components(separatedBy: "title 'Curated'")
        .dropFirst().first?.components(separatedBy: "title").first
    }
    #expect(try look("b") != look("once"), "the baseline is drawn as the reference")
    let twice = try Tool.run("plot", "one's", "two", "--kind", "passk", "-o", "t", in: folder.url)
    #expect(twice.status == 0, "\(twice.errors)")
    #expect(twice.errors.contains("two holds seeds 1, 2 of one's once more; copies count once"))
    #expect(try folder.text("t/pass-at-k.dat") == folder.text("once/pass-at-k.dat"))
  }

  @Test func whatIsNotThereIsSaid() throws {
    let run = try TinyRun.finished.get()
    let folder = try TemporaryFolder()
    try folder.write(#"{"question": "two plus two", "answer": "4"}"# + "\n", to: "log.jsonl")
    try Tool.run("import", "log.jsonl", "-o", "run", in: folder.url)
    func fails(_ arguments: [String], _ status: Int32, _ message: String) throws {
      let outcome = try Tool.run(["plot"] + arguments, in: folder.url)
      #expect(outcome.status == status && outcome.isOneError, "\(outcome.errors)")
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }
    try fails(["run", "--kind", "reward"], 65, "run: holds no outer step, so there is no reward")
    try fails(
      ["run", "--kind", "collapse"], 65, "run: holds no outer step, so no loop can collapse")
    try fails(["run", "--kind", "labels"], 65, "run: holds no label of a question")
    try fails(["run", "--kind", "phase"], 65, "run: holds no map (report/phase.json)")
    try fails(["none", "--kind", "phase"], 66, "none: holds no map")
    try fails(["none", "--kind", "reward"], 66, "none/run.sqlite: no such file")
    try fails(
      [run.run, "--kind", "reward", "--teacher", "intrinsik"], 65,
      "holds no outer loop of 'intrinsik' (did you mean intrinsic?)")
    try fails(
      [run.run, "--kind", "labels", "--classifier", "oracle"], 65, "holds no label of 'oracle'")
    for kind in ["cost", "passk", "profile"] {
      try fails([run.run, "--kind", kind, "--baseline", "nobody"], 64, "there is no arm 'nobody'")
    }
    #expect(try folder.contents == ["log.jsonl", "run"])
    try FileManager.default.createDirectory(
      at: folder.file("map/report"), withIntermediateDirectories: true)
    try folder.write(
      #"{"x": {"key": "a", "values": ["1"]}, "y": {"key": "b", "values": ["2"]}, "points": [], "settings": []}"#,
      to: "map/report/phase.json")
    try fails(["map", "--kind", "phase"], 65, "phase.json: holds 0 points for 1 x 1 settings")
    try folder.write("{}", to: "map/report/phase.json")
    try fails(["map", "--kind", "phase"], 65, "phase.json: is no map of soar phase")
  }

  @Test func aMapIsDrawnFromItsNumbers() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.file("map/report"), withIntermediateDirectories: true)
    try folder.write(
      """
      {"x": {"key": "world.a", "values": ["1", "2'; print 'x"]},
       "y": {"key": "world.b", "values": ["3"]}, "settings": [],
       "points": [{"x": "1", "y": "3"}, {"x": "2", "y": "3"}]}
      """, to: "map/report/phase.json")
    let outcome = try Tool.run("plot", "map", "--kind", "phase", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.text("map/plots/phase.svg").contains("world.b"))
  }
}
