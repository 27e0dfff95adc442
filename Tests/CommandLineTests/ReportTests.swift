// Behaviours locked here:
// - two reports of one store are the same bytes, file by file, in whatever folder
// - report.json holds the numbers of the store; its figures are there with script and data
// - the methods paragraph names every hyperparameter that is not the paper's, and no other
// - the configuration beside the report is the run's

import Foundation
import TestSupport
import Testing

@Suite struct ReportTests {
  private func files(_ folder: TemporaryFolder, _ name: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path(name)).sorted()
  }

  @Test func sameStoreSameBytes() throws {
    let folder = try TinyRun.finished.get().copy()
    for place in ["a", "b/c"] {
      let outcome = try Tool.run("report", "run", "-o", place, in: folder.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output == "\(place)/report.md\n")
    }
    let names = try files(folder, "a")
    #expect(try files(folder, "b/c") == names)
    for name in names where name != "figures" {
      let (first, second) = (folder.file("a/\(name)"), folder.file("b/c/\(name)"))
      #expect(try Data(contentsOf: first) == Data(contentsOf: second), "\(name)")
      // The run wrote the same when it ended.
      #expect(
        try Data(contentsOf: first) == Data(contentsOf: folder.file("run/report/\(name)")),
        "\(name)")
    }
    for name in ["report.md", "report.json", "config.resolved.yaml"] {
      #expect(names.contains(name))
    }
    let pictures = names.filter { $0.hasSuffix(".svg") }
    #expect(pictures.count >= 4)
    for picture in pictures {
      for type in ["png", "gnuplot", "dat"] {
        #expect(names.contains("\(picture.dropLast(3))\(type)"), "\(picture)")
      }
    }
  }

  @Test func theNumbersAreThoseOfTheStore() throws {
    let run = try TinyRun.finished.get()
    let folder = try TemporaryFolder()
    try Tool.run("report", run.run, "-o", "report", in: folder.url)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(folder.text("report/report.json").utf8))
        as? [String: Any])
    #expect(json["digest"] as? String == run.digest)
    #expect(json["seeds"] as? [Int] == [1, 2] && json["format"] as? Int == 1)
    let show = try #require(
      try Tool.run("show", run.run, "--json").json() as? [String: Any])
    let shown = try #require(show["arms"] as? [[String: Any]])
    let arms = try #require(json["arms"] as? [[String: Any]])
    #expect(arms.compactMap { $0["name"] as? String } == TinyRun.arms)
    for arm in arms {
      let name = try #require(arm["name"] as? String)
      let seeds = shown.filter { $0["arm"] as? String == name }
      let values = seeds.compactMap { ($0["passAtK"] as? [String: Double])?["4"] }
      let interval = try #require((arm["passAtK"] as? [String: [String: Any]])?["4"])
      let mean = try #require(interval["mean"] as? Double)
      #expect(abs(mean - values.reduce(0, +) / Double(values.count)) < 1e-12, "\(name)")
      let low = try #require(interval["low"] as? Double)
      let high = try #require(interval["high"] as? Double)
      #expect(low <= mean && mean <= high)
    }
    let steps = try #require(json["outerSteps"] as? [[String: Any]])
    #expect(steps.count == (show["outerSteps"] as? [Any])?.count)
    let signals = try #require(json["trainingSignal"] as? [[String: Any]])
    let teachers = Set(steps.compactMap { $0["teacher"] as? String })
    #expect(!signals.isEmpty)
    for signal in signals {
      #expect(teachers.contains(signal["teacher"] as? String ?? "none"))
      let share = try #require((signal["share"] as? [String: Any])?["mean"] as? Double)
      #expect((0...1).contains(share))
    }
    #expect(try folder.text("report/report.md").contains("### What students could learn from"))
    for figure in try #require(json["figures"] as? [[String: String]]) {
      #expect(folder.exists("report/\(figure["file"] ?? "none")"))
      #expect(figure["caption"]?.isEmpty == false)
    }
  }

  @Test func methodsNameWhatDiffersFromThePaper() throws {
    let run = try TinyRun.finished.get()
    let folder = try TemporaryFolder()
    try Tool.run("report", run.run, "-o", "report", in: folder.url)
    let text = try folder.text("report/report.md")
    let section = try #require(text.components(separatedBy: "\n### Methods\n").last)
      .components(separatedBy: "\n### ")[0]
    // As entities, since all of it is escaped.
    let plain = section.replacingOccurrences(of: "&#46;", with: ".")
    for difference in [
      "<code>soar.outerSteps</code> 4 (paper: 200)", "<code>soar.datasets</code> 2 (paper: 4)",
      "<code>student.learningRate</code> 0.001 (paper: 1e-05)",
      "<code>hardSet.samples</code> 4 (paper: 128)",
    ] { #expect(plain.contains(difference), "\(difference) in \(plain)") }
    // The same in both.
    for key in ["soar.extraSteps", "teacher.temperature", "student.temperature"] {
      #expect(!plain.contains("<code>\(key)</code>"), "\(key)")
    }
    #expect(plain.contains("2 run seeds (1 and 2)"))
    let provenance = try #require(text.components(separatedBy: "\n### Provenance\n").last)
    #expect(provenance.contains(run.digest))
    // The configuration beside the report is the one that ran.
    let again = try Tool.run(
      "run", "report/config.resolved.yaml", "--print-config", in: folder.url)
    #expect(try again.output == folder.text("report/config.resolved.yaml"), "\(again.errors)")
  }
}
