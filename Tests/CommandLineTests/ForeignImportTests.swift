// Locks:
// - a student's and a teacher's log become runs that analyze, report, compare, plot and export take
// - a planted effect of a text's structure is found, and what is missing is said
// - an import of several files is whole or leaves nothing; wrong options are one line
// - a Parquet file is refused with the line that converts it, whatever its name
// - exporting an imported log and importing it again gives the same bytes
// - embeddings need an address and a model, and are for imported runs only

import Foundation
import TestSupport
import Testing

@Suite struct ForeignImportTests {
  private static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func fixture(_ path: String) -> String {
    package.appendingPathComponent("Tests/ExchangeTests/Fixtures/\(path)").path
  }

  private static func log(_ seed: Int) -> String {
    package.appendingPathComponent("notebooks-md/selfplay-\(seed).jsonl").path
  }

  @Test func aStudentsLogBecomesARun() throws {
    let folder = try TemporaryFolder()
    let imported = try Tool.run(
      "import", Self.fixture("verl/12.jsonl"), Self.fixture("verl/13.jsonl"), "-o", "run",
      "--after", "Question: ", "--before", "\nassistant", in: folder.url)
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(imported.output == "4 questions of 4 datasets in 1 run: run\n")
    #expect(imported.errors == "note: read as a log of verl (--from verl)\n")
    let exported = try Tool.run("export", "run", "-o", "run.jsonl", in: folder.url)
    #expect(exported.status == 0)
    let lines = try folder.text("run.jsonl").split(separator: "\n")
    let first = try #require(
      try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(first["question"] as? String == "What is 4 + 4?" && first["answer"] as? String == "8")
    #expect(first["teacher"] as? String == "verl" && first["step"] as? Int == 12)
    #expect(first["reward"] as? Double == 0.5 && first["rewards"] as? [Double] == [1, 0])
    let again = try Tool.run("import", "run.jsonl", "-o", "again", in: folder.url)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try Tool.run("export", "again", in: folder.url).output == folder.text("run.jsonl"))
  }

  @Test func aParquetFileIsRefusedWithAWayOut() throws {
    let folder = try TemporaryFolder()
    for (name, word) in [
      ("x.parquet", "\"x.jsonl\""), ("it's $(1).bin", "\"it'\\''s $(1).bin.jsonl\""),
    ] {
      try folder.write(Array("PAR1".utf8) + [0x15, 0x04, 0x0A, 0xFF], to: name)
      let outcome = try Tool.run("import", name, "--from", "trl", "-o", "run", in: folder.url)
      #expect(outcome.status == 65 && outcome.isOneError, "\(outcome.errors)")
      #expect(outcome.errors.contains("is a Parquet file"), "\(outcome.errors)")
      #expect(
        outcome.errors.contains(".to_json(\(word), orient=\"records\", lines=True)'"),
        "\(outcome.errors)")
      #expect(!folder.exists("run"))
    }
    let outcome = try Tool.run("import", "x.parquet", "-o", "run", in: folder.url)
    #expect(
      outcome.errors.contains(#"python3 -c 'import pandas; pandas.read_parquet("x.parquet")"#),
      "\(outcome.errors)")
  }

  @Test func aPlantedEffectIsFound() throws {
    let folder = try TemporaryFolder()
    for seed in 1...3 {
      let outcome = try Tool.run(
        "import", Self.log(seed), "--from", "trl", "--questions", "completion", "-o", "s\(seed)",
        in: folder.url)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    }
    let text = try Tool.run(
      "analyze", "s1", "s2", "s3", "--permutations", "999", in: folder.url)
    #expect(text.status == 0, "\(text.errors)")
    #expect(text.output.contains(/\n  numbers +associated\n/))
    #expect(text.output.contains("no question has a label"))
    #expect(!text.output.contains("paper:"))
    let json = try Tool.run(
      "analyze", "s1", "s2", "s3", "--permutations", "99", "--json", in: folder.url)
    let document = try #require(try json.json() as? [String: Any])
    let level = try #require(document["datasetLevel"] as? [String: Any])
    let models = try #require(level["regressions"] as? [String: Any])
    let model = try #require(models["withinStep"] as? [String: Any])
    let terms = try #require(model["coefficients"] as? [String: [String: Any]])
    let slope = try #require(terms["numbers"]?["estimate"] as? Double)
    let error = try #require(terms["numbers"]?["standardError"] as? Double)
    #expect(abs(slope - 0.05) < 4 * error && error < 0.02)
  }

  @Test func importedRunsAreReportedComparedAndPlotted() throws {
    let folder = try TemporaryFolder()
    for seed in 1...2 {
      _ = try Tool.run(
        "import", Self.log(seed), "--questions", "completion", "-o", "s\(seed)", in: folder.url)
    }
    let report = try Tool.run("report", "s1", "-o", "report", in: folder.url)
    #expect(report.status == 0 && report.output == "report/report.md\n", "\(report.errors)")
    let text = try folder.text("report/report.md")
    for heading in ["# Questions of 1 imported run", "## The questions", "### Associations"] {
      #expect(text.contains(heading), "\(heading)")
    }
    let compared = try Tool.run("compare", "s1", "s2", "-o", "both", "--json", in: folder.url)
    #expect(compared.status == 0, "\(compared.errors)")
    let document = try #require(try compared.json() as? [String: Any])
    let sources = try #require(document["diversity"] as? [[String: Any]])
    #expect(sources.map { $0["source"] as? String } == ["TRL [s1]", "TRL [s2]"])
    for kind in ["diversity", "reward", "collapse"] {
      let plot = try Tool.run("plot", "s1", "--kind", kind, "-o", "plots", in: folder.url)
      #expect(plot.status == 0, "\(plot.errors)")
    }
    for arguments in [["compare", "s1", "--by", "tokens"], ["report", "s1", "--phase", "s2"]] {
      let outcome = try Tool.run(arguments, in: folder.url)
      #expect(outcome.status == 64 && outcome.isOneError, "\(outcome.errors)")
    }
    let server = try Tool.run(
      "report", "s1", "--embeddings-url", "http://127.0.0.1:9", in: folder.url)
    #expect(server.status == 64 && server.errors.contains("belong together"))
  }

  @Test func questionsWithoutRewardsAreReported() throws {
    let folder = try TemporaryFolder()
    let imported = try Tool.run(
      "import", Self.fixture("absolute-zero/seed.jsonl"),
      Self.fixture("absolute-zero/code_f.jsonl"), "-o", "az", in: folder.url)
    #expect(imported.output == "2 questions of 0 datasets in 1 run: az\n", "\(imported.errors)")
    let report = try Tool.run("report", "az", in: folder.url)
    #expect(report.status == 0, "\(report.errors)")
    #expect(try folder.text("az/report/report.md").contains("No dataset has a reward"))
    let analyzed = try Tool.run("analyze", "az", in: folder.url)
    #expect(analyzed.status == 65 && analyzed.isOneError)
  }

  @Test(arguments: [
    (["verl/12.jsonl", "verl/none.jsonl"], [], 66, "no such file"),
    (["verl/12.jsonl"], ["--from", "trl"], 65, "this looks like verl: --from verl"),
    (["trl/two-rewards.jsonl"], [], 65, "2 columns could be the reward: accuracy, format"),
    (["verl/12.jsonl"], ["--from", "soar"], 65, "this looks like verl: --from verl"),
    (["tinker/metrics.jsonl"], [], 65, "holds no questions (import iteration_NNNNNN"),
    (["verl/12.jsonl"], ["--from", "verk"], 64, "--from"),
    (["trl/completions.jsonl"], ["--questions", "completion", "--after", "x"], 64, "cut prompts"),
  ])
  func wrongCallsLeaveNothing(
    _ files: [String], _ options: [String], _ status: Int, _ message: String
  ) throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(
      ["import"] + files.map(Self.fixture) + options + ["-o", "run"], in: folder.url)
    #expect(outcome.status == Int32(status), "\(outcome.errors)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try folder.contents.isEmpty)
  }
}
