// Locks:
// - soar analyze --json of an imported log is what SciPy, statsmodels and pandas make of it
// - the tables hold the rows behind it: pandas reads back names that mean mischief as names
// - the same bytes twice, and from the same log cut in two folders, but for names of runs
// - degenerate data are told in one line each: one run, no labels, no repeats, constant rewards
// - -o writes text, figures, JSON and rows; names stay names; nothing is written without gnuplot
// - loops under other reward schemes are left out and named, and taken with --all-rewards
// - what a label measures by the name of a feature is that feature
// - wrong folders and classifiers are one error, and nothing is written

import Foundation
import TestSupport
import Testing

@Suite struct AnalyzeTests {
  private static let fixtures = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Fixtures")

  private func imported(
    _ lines: [String]? = nil, as name: String = "run", in folder: TemporaryFolder
  ) throws {
    let log = try String(
      contentsOf: Self.fixtures.appendingPathComponent("analysis-log.jsonl"), encoding: .utf8)
    try folder.write(lines.map { $0.joined(separator: "\n") } ?? log, to: "\(name).jsonl")
    let outcome = try Tool.run("import", "\(name).jsonl", "-o", name, in: folder.url)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  private func analyzed(
    _ arguments: String..., in folder: TemporaryFolder
  ) throws -> [String: Any] {
    let outcome = try Tool.run(["analyze", "--json"] + arguments, in: folder.url)
    try #require(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.output.contains("NaN") && !outcome.output.contains("inf\""))
    return try #require(try outcome.json() as? [String: Any])
  }

  /// Every number of the reference, wherever it stands, has its like at the same place.
  private func compare(_ own: Any?, _ reference: Any, at path: String, _ count: inout Int) {
    switch reference {
    case let object as [String: Any]:
      guard let fields = own as? [String: Any] else {
        Issue.record("\(path) is no object")
        return
      }
      for (key, value) in object { compare(fields[key], value, at: "\(path).\(key)", &count) }
    case let number as Double:
      guard let value = own as? Double else {
        Issue.record("\(path) is missing; it should be \(number)")
        return
      }
      count += 1
      // Below, a number is nothing but rounding.
      let scale = max(abs(number), 1e-9)
      #expect(abs(value - number) <= 1e-8 * scale, "\(path): \(value), not \(number)")
    case let text as String: #expect(own as? String == text, "\(path)")
    case let list as [String]: #expect(own as? [String] == list, "\(path)")
    default: #expect(own is NSNull, "\(path) should be null")
    }
  }

  @Test func agreesWithSciPyAndStatsmodels() throws {
    let folder = try TemporaryFolder()
    try imported(in: folder)
    let reference = try JSONSerialization.jsonObject(
      with: Data(contentsOf: Self.fixtures.appendingPathComponent("analysis-reference.json")))
    var count = 0
    compare(try analyzed("run", in: folder), reference, at: "", &count)
    #expect(count > 1000)
  }

  @Test func tablesHoldTheRows() throws {
    let folder = try TemporaryFolder()
    try imported(in: folder)
    let arguments = [
      "analyze", "run", "--json", "--permutations", "99", "--table", "datasets.csv",
      "--question-table", "questions.csv",
    ]
    let first = try Tool.run(arguments, in: folder.url)
    #expect(first.status == 0, "\(first.errors)")
    let table = try folder.text("datasets.csv")
    let questions = try folder.text("questions.csv")
    let lines = table.split(separator: "\n")
    #expect(lines.count == 144 && questions.split(separator: "\n").count == 573)
    #expect(lines[0].hasPrefix("folder,run,seed,teacher,step,dataset,cluster,loop,promoted,"))
    #expect(table.contains(",\"east, \"\"the; DROP TABLE\"\" \u{1B}[31m\",1,=2+3,"))
    let again = try Tool.run(arguments, in: folder.url)
    #expect(again.output == first.output)
    #expect(try folder.text("datasets.csv") == table)
    #expect(try folder.text("questions.csv") == questions)
    let text = try Tool.run("analyze", "run", "--permutations", "99", "--all", in: folder.url)
    #expect(text.status == 0 && !text.output.contains("\u{1B}"))
    #expect(text.output.contains("note: datasets: width: constant"))
  }

  @Test func measuresAreFeatures() throws {
    let folder = try TemporaryFolder()
    try imported(in: folder)
    let lines = try folder.text("run.jsonl").split(separator: "\n").map {
      $0.replacing(/"width":(\d+)/) { #""measures":{"width":\#($0.1),"unheard_of":0.5}"# }
    }
    #expect(lines.contains { $0.contains("unheard_of") })
    try imported(lines.map(String.init), as: "measured", in: folder)
    let outcomes = try ["run", "measured"].map { name in
      try Tool.run(
        "analyze", name, "--permutations", "99", "--question-table", "\(name).csv", in: folder.url)
    }
    #expect(outcomes[0].status == 0, "\(outcomes[0].errors)")
    let table = try folder.text("run.csv")
    #expect(table.split(separator: "\n")[0].contains(",width,"))
    #expect(try folder.text("measured.csv") == table.replacing("\nrun,", with: "\nmeasured,"))
    #expect(outcomes[1].output == outcomes[0].output)
  }

  @Test func reports() throws {
    let folder = try TemporaryFolder()
    try imported(in: folder)
    let outcome = try Tool.run(
      "analyze", "run", "--permutations", "499", "-o", "out", "--json", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.text("out/analysis.json") == outcome.output)
    let text = try folder.text("out/analysis.md")
    #expect(
      text.contains("well-posed is **associated**") || text.contains("Well-posed is **associ"))
    #expect(text.contains("An association is not an effect"))
    #expect(text.contains("*paper: Grounded-T*") && !text.contains("\u{1B}"))
    #expect(try folder.text("out/datasets.csv").split(separator: "\n").count == 144)
    for name in ["labels", "correlations", "coefficients", "partial-effects"] {
      #expect(text.contains("figures/\(name).png"))
      for type in ["svg", "png"] { #expect(folder.exists("out/figures/\(name).\(type)")) }
    }
    let unwritable = try Tool.run("analyze", "run", "-o", "run.jsonl", in: folder.url)
    #expect(unwritable.status != 0 && unwritable.isOneError)
    let missing = try Tool.run(
      "analyze", "run", "-o", "other", environment: ["PATH": "/nowhere"], in: folder.url)
    #expect(missing.status == 69 && missing.isOneError && !folder.exists("other"))
  }

  @Test func otherRewardsAreNoGains() throws {
    let run = try TinyRun.finished.get()
    func facts(_ more: String...) throws -> (loops: Int, leftOut: [String], notes: String) {
      let outcome = try Tool.run(["analyze", "run", "--json"] + more, in: run.folder.url)
      try #require(outcome.status == 0, "\(outcome.errors)")
      let document = try #require(try outcome.json() as? [String: Any])
      let data = try #require(document["data"] as? [String: Any])
      let source = try #require((document["sources"] as? [[String: Any]])?.first)
      return (
        try #require(data["teachersInRuns"] as? Int),
        try #require(source["leftOutTeachers"] as? [String]),
        (document["notes"] as? [String] ?? []).joined(separator: "\n")
      )
    }
    // Two seeds of SOAR; beside it a teacher with a reward of its own and one of equal cost.
    let own = try facts()
    #expect(own.loops == 2 && own.leftOut == ["intrinsic", "matched"])
    #expect(own.notes.contains("intrinsic (learnability), matched (learnability)"))
    let all = try facts("--all-rewards")
    #expect(all.loops == 6 && all.leftOut.isEmpty)
  }

  @Test func severalFolders() throws {
    let folder = try TemporaryFolder()
    try imported(in: folder)
    let log = try folder.text("run.jsonl").split(separator: "\n").map(String.init)
    let parts = [
      log.filter { $0.contains(#""run":"north""#) }, log.filter { !$0.contains("north") },
    ]
    try imported(parts[0], as: "a", in: folder)
    try imported(parts[1], as: "b", in: folder)
    let whole = try analyzed("run", in: folder)
    let pooled = try analyzed("a", "b", in: folder)
    #expect((pooled["data"] as? NSDictionary) == (whole["data"] as? NSDictionary))
    // Rows come in another order, and sums round in another way.
    func value(_ document: [String: Any]) throws -> Double {
      let level = try #require(document["datasetLevel"] as? [String: Any])
      let models = try #require(level["regressions"] as? [String: Any])
      let ols = try #require(models["ols"] as? [String: Any])
      let terms = try #require(ols["coefficients"] as? [String: [String: Any]])
      return try #require(terms["well_posed"]?["standardError"] as? Double)
    }
    #expect(abs(try value(pooled) / value(whole) - 1) < 1e-12)
  }

  private func line(_ step: Int, _ dataset: Int, _ reward: String, _ rest: String = "") -> String {
    #"{"step": \#(step), "dataset": \#(dataset), "reward": \#(reward), "question": "q", "answer": "1"\#(rest)}"#
  }

  @Test func degenerateData() throws {
    let folder = try TemporaryFolder()
    let label =
      #", "labels": [{"classifier": "j", "is_well_posed": true, "is_correct": true, "error_type": "None"}]"#
    func notes(_ lines: [String], _ name: String) throws -> [String] {
      try imported(lines, as: name, in: folder)
      let document = try analyzed(name, in: folder)
      let text = try Tool.run("analyze", name, in: folder.url)
      #expect(text.status == 0, "\(text.errors)")
      return try #require(document["notes"] as? [String])
    }
    let single = try notes([line(0, 0, "0.5")], "single")
    #expect(single.contains("no question has a label (soar classify adds labels)"))
    #expect(
      single.contains(
        "one run only: intervals and tests are within its steps, and speak of this run alone"))
    #expect(single.contains("reliability of the reward: no dataset has two repeats"))
    #expect(single.contains("datasets: no regressions: no core feature varies"))
    let constant = try notes(
      (0..<6).map { line($0, 0, "0.25", #", "rewards": [0.25, 0.25]\#(label)"#) }, "constant")
    #expect(constant.contains("datasets: well_posed: constant"))
    #expect(constant.contains("reliability of the reward: undefined, nothing varies"))
    #expect(constant.contains("datasets: operations is no core feature: the data do not have it"))
    let ill =
      #", "labels": [{"classifier": "j", "is_well_posed": false, "error_type": "Ambiguous"}]"#
    let parted = try notes(
      (0..<12).map {
        line(
          $0, 0, $0 % 2 == 0 ? "0.9" : "-0.9",
          ", \"rewards\": [\($0 % 2 == 0 ? "0.8, 1" : "-0.8, -1")]" + ($0 % 2 == 0 ? label : ill))
      }, "parted")
    #expect(
      parted.contains { $0.hasPrefix("logistic regression, above zero: separated by well_posed") })
    let missing = try notes([line(0, 0, "0.5", label), line(1, 0, "null", label)], "missing")
    #expect(missing.contains("1 dataset without a finite reward is left out"))
  }

  @Test func wrongCalls() throws {
    let folder = try TemporaryFolder()
    try imported([line(0, 0, "null")], as: "none", in: folder)
    let contents = try folder.contents
    for (arguments, status, message) in [
      (["none"], 65, "error: none: holds no dataset with a reward"),
      (["none", "none"], 64, "error: none: is given twice"),
      (["nowhere"], 66, "error: "),
      (["none", "--classifier", "\u{1B}[2J"], 65, "error: none: holds no labels of "),
    ] {
      let outcome = try Tool.run(["analyze", "--table", "t.csv"] + arguments, in: folder.url)
      #expect(outcome.status == Int32(status) && outcome.isOneError, "\(outcome.errors)")
      #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
      #expect(!outcome.errors.contains("\u{1B}"))
      #expect(try folder.contents == contents)
    }
  }
}
