// Behaviours locked here:
// - soar causal runs made-to-measure arms and parts of one set, writes them into its report, with figures
//   and numbers, and what the arms were is what the numbers are filed under
// - it takes --resume, to the same bits (runs that were killed are ResumeTests')
// - soar report writes it again, to the same bytes
// - soar phase keeps finished points, refuses the folder of another map, and tells a bad axis in one
//   line before anything is written

import Foundation
import TestSupport
import Testing

@Suite struct CausalTests {
  /// A run of seconds.
  static let configuration =
    TinyRun.configuration.components(separatedBy: "teachers:")[0]
    .replacing("[1, 2]", with: "[1, 2, 3]")
    .replacing("illPosedShare: 0", with: "illPosedShare: 0.3")
    .replacing(
      "- {name: plus1, role: easy, confidence: 0.9}",
      with:
        "- {name: plus1, role: easy, confidence: 0.9}\n    - {name: times7, role: target, confidence: 0.1}"
    )
    .replacing("lengthDecay: 0.5", with: "lengthDecay: 0.5\n  misconceptionRate: 0.2")
      + """
      teachers: []
      arms:
        - {name: good, source: designed, sourceCount: 8, mixing: alone, steps: 2, designs: [{lengths: [1]}]}
        - {name: bad, source: designed, sourceCount: 8, mixing: alone, steps: 2, designs: [{lengths: [1], answer: shared}]}
        - {name: good spoilt, source: designed, sourceCount: 8, mixing: alone, steps: 2, designs: [{lengths: [1], form: illPosed}]}
        - {name: bad spoilt, source: designed, sourceCount: 8, mixing: alone, steps: 2, designs: [{lengths: [1], form: illPosed, answer: shared}]}
        - {name: all, source: untrainedTeacher, sourceCount: 12, mixing: alone, steps: 2, questionSet: base}
        - {name: part, source: untrainedTeacher, sourceCount: 12, mixing: alone, steps: 2, questionSet: base, filter: wellPosed}
        - {name: half, source: designed, sourceCount: 8, mixing: alone, steps: 2, designs: [{lengths: [1]}, {lengths: [1], form: illPosed}]}
      transfer: {size: 0}
      evaluation: {samples: 4, passAt: [1, 4], greedyEvery: 1, testEvery: 0}

      """

  @Test func theExperimentIsRunAndReported() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.configuration, to: "tiny.yaml")
    let outcome = try Tool.run(
      "causal", "tiny.yaml", "--output", "run", "--no-cache", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let report = folder.url.appendingPathComponent("run/report")
    let text = try String(
      contentsOf: report.appendingPathComponent("report.md"), encoding: .utf8)
    for part in [
      "**By experiment:**", "| well-posed | shared | 1 | 3 |", "#### Parts of one set",
      "#### Mixtures", "#### Examples by cell",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    let numbers = try Data(contentsOf: report.appendingPathComponent("what-teaches.json"))
    let json = try #require(try JSONSerialization.jsonObject(with: numbers) as? [String: Any])
    let effects = try #require(json["effects"] as? [String: Any])
    #expect((effects["cells"] as? [Any])?.count == 4)
    #expect((json["subsets"] as? [Any])?.count == 2)
    let figure = report.appendingPathComponent("figures/cells-pass-at-k.png")
    #expect(try Data(contentsOf: figure).count > 1000)

    let again = try Tool.run("report", "run", in: folder.url)
    #expect(again.status == 0, "\(again.errors)")
    #expect(
      try Data(contentsOf: report.appendingPathComponent("what-teaches.json")) == numbers)

    // Sampled answers of the base model, to questions of arms too, give the cells' rates.
    let classified = try Tool.run("classify", "run", "--samples", "4", in: folder.url)
    #expect(classified.status == 0, "\(classified.errors)")
    #expect(try Tool.run("report", "run", "-o", "sampled", in: folder.url).status == 0)
    let sampled = try folder.text("sampled/report.md")
    #expect(sampled.contains("| base student's rate (%) |"))

    let digest = try TinyRun.digest(folder)
    let resumed = try Tool.run("causal", "--resume", "run", "--no-cache", in: folder.url)
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(try TinyRun.digest(folder) == digest)
  }

  @Test func aMapIsDrawnPointByPoint() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.configuration, to: "tiny.yaml")
    func phase(_ more: String...) throws -> Tool.Outcome {
      try Tool.run(
        ["phase", "tiny.yaml", "--output", "map", "--no-cache"] + more
          + ["--x", "world.misconceptionRate=[0.1, 0.2]", "--y", "hardSet.seed=[1]"],
        in: folder.url)
    }
    let outcome = try phase()
    #expect(outcome.status == 0, "\(outcome.errors)")
    let file = folder.url.appendingPathComponent("map/report/phase.json")
    let numbers = try Data(contentsOf: file)
    let json = try #require(try JSONSerialization.jsonObject(with: numbers) as? [String: Any])
    let points = try #require(json["points"] as? [[String: Any]])
    #expect(points.map { $0["x"] as? String } == ["0.1", "0.2"])
    #expect(points.allSatisfy { $0["effects"] is [String: Any] })
    // Finished points are kept: nothing is trained again.
    let stores = try points.indices.map {
      try Data(contentsOf: folder.url.appendingPathComponent("map/points/x\($0 + 1)-y1/run.sqlite"))
    }
    let again = try phase()
    #expect(again.status == 0, "\(again.errors)")
    #expect(try Data(contentsOf: file) == numbers)
    for (index, store) in stores.enumerated() {
      let path = "map/points/x\(index + 1)-y1/run.sqlite"
      #expect(try Data(contentsOf: folder.url.appendingPathComponent(path)) == store)
    }
    // Another run's report tells of the map.
    let told = try Tool.run(
      "report", "map/points/x1-y1", "--phase", "map", "-o", "told", in: folder.url)
    #expect(told.status == 0, "\(told.errors)")
    let text = try String(
      contentsOf: folder.url.appendingPathComponent("told/report.md"), encoding: .utf8)
    #expect(text.contains("**Over the map.** Of 2 points"))
    #expect(text.contains("![phase](figures/phase.png)"))
    let untold = try Tool.run(
      "report", "map/points/x1-y1", "--experiment", "map/points/x2-y1", "-o", "none",
      in: folder.url)
    #expect(untold.status == 64 && untold.isOneError, "\(untold.errors)")
    #expect(untold.errors.contains("has an experiment of its own"))
    // The folder of another map is left alone.
    let other = try phase("--quiet", "--set", "student.learningRate=0.002")
    #expect(other.status == 73 && other.isOneError, "\(other.errors)")
    #expect(other.errors.contains("map/points/x1-y1: holds a point with other settings"))
  }

  @Test(arguments: [
    ("world.misconceptionRate=0.1", "--x: 'world.misconceptionRate=0.1' is no list of values"),
    ("world.misconceptionRat=[0.1]", "did you mean world.misconceptionRate?"),
    ("world.misconceptionRate=[]", "is no list of values"),
    ("[0.1]", "is no list of values"),
  ])
  func aBadAxisIsOneLine(_ axis: String, _ complaint: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run("phase", "--output", "map", "--x", axis, in: folder.url)
    #expect(outcome.status == 64 || outcome.status == 78, "\(outcome.errors)")
    #expect(outcome.isOneError && outcome.errors.contains(complaint), "\(outcome.errors)")
    #expect(try folder.contents.isEmpty)
  }

  @Test func helpAndThePresetAreThere() throws {
    let help = try Tool.run("causal", "--help")
    #expect(help.status == 0 && help.output.contains("soar causal --set world.misconceptionRate"))
    let config = try Tool.run("causal", "--print-config")
    #expect(config.status == 0 && config.output.hasPrefix("preset: causal\n"))
    #expect(config.output.contains("form: illPosed") && config.output.contains("questionSet: base"))
  }
}
