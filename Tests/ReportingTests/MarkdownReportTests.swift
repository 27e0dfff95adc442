// Locks:
// - the report's text, as a golden file (SOAR_UPDATE_GOLDENS=1 rewrites it)
// - conclusions follow from the numbers, and an interval with 0 in it settles nothing
// - transfer and the checkpoint rule have tables of their own, and say what is missing
// - how to repeat the run, with the model's folder if it had one
// - what a model wrote cannot leave its cell, whatever it is

import Foundation
import Reporting
import RunStore
import Statistics
import TestSupport
import Testing

@Suite struct MarkdownReportTests {
  private let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens/report.md")

  @Test func theTextIsTheGoldenOne() throws {
    let text = MarkdownReport(SyntheticReport.data).text
    if ProcessInfo.processInfo.environment["SOAR_UPDATE_GOLDENS"] != nil {
      try text.write(to: golden, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    let lines = text.components(separatedBy: "\n")
    let expectedLines = expected.components(separatedBy: "\n")
    for (line, expectedLine) in zip(lines, expectedLines) { #expect(line == expectedLine) }
    #expect(lines.count == expectedLines.count)
  }

  @Test func sectionsAndFiguresAreThere() {
    let text = MarkdownReport(SyntheticReport.data).text
    for heading in [
      "## What was found", "## What this run does not show", "## Appendix", "### All arms",
      "### Training", "### The questions", "### Events",
      "### What was run", "#### Cost", "### The paper's numbers",
    ] { #expect(text.contains("\n\(heading)\n")) }
    for figure in SyntheticReport.data.figures {
      #expect(text.contains("(figures/\(figure.fileName).png)"))
      #expect(text.contains("3 seeds"))
    }
    expectTables(text)
  }

  /// Every row of a table has as many cells as its header.
  private func expectTables(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    var columns: Int?
    for line in text.components(separatedBy: "\n") {
      guard line.hasPrefix("|") else {
        columns = nil
        continue
      }
      let count = line.filter { $0 == "|" }.count
      #expect(count == columns ?? count, "\(line)", sourceLocation: sourceLocation)
      columns = count
    }
  }

  @Test func anEmptyRunHasAReportThatSaysSo() {
    let text = MarkdownReport(SyntheticReport.empty).text
    #expect(text.contains("No arm was evaluated."))
    #expect(text.contains("The run is not complete (it is marked `failed`)"))
    #expect(text.contains("None were recorded."))
    #expect(text.contains("With 0 seeds nothing is known"))
    expectTables(text)
  }

  @Test func furtherResultsHaveTablesOfTheirOwn() {
    let text = MarkdownReport(SyntheticReport.data).text
    #expect(text.contains("#### On other problems (transfer)\n\nOn 64 problems"))
    #expect(text.contains("| 3 (6 students) | 6.9 ± 2.7 |"))
    #expect(text.contains("- PQ was not measured"))
    #expect(text.contains("Transfer was tested on other problems of the same world only."))
    let empty = MarkdownReport(SyntheticReport.empty).text
    #expect(!empty.contains("#### On other problems"))
    #expect(empty.contains("No arm was measured so."))
    #expect(empty.contains("No transfer to other problems was tested."))
  }

  @Test func conclusionsFollowFromTheNumbers() {
    func report(_ difference: Estimate) -> String {
      var data = SyntheticReport.data
      data.comparisons = SyntheticReport.comparisons([("PS", difference)])
      return MarkdownReport(data).text
    }
    let above = report(Estimate(value: 0.2, lower: 0.1, upper: 0.3))
    #expect(
      above.contains(
        "PS is 20.0 points above Hard-Only (interval +10.0 to +30.0, p 0.0100 after Holm, 3 seeds)."
      ))
    #expect(!above.contains("does not separate"))
    let below = report(Estimate(value: -0.2, lower: -0.3, upper: -0.1))
    #expect(
      below.contains(
        "PS is 20.0 points below Hard-Only (interval -30.0 to -10.0, p 0.0100 after Holm, 3 seeds)."
      ))
    let open = report(Estimate(value: 0.2, lower: -0.01, upper: 0.3))
    #expect(
      open.contains("p 0.4000 after Holm, 3 seeds): undecided; least detectable are 21.7 points."))
    #expect(open.contains("- It does not separate PS and Hard-Only at pass@32."))
    let touching = report(Estimate(value: 0.2, lower: 0, upper: 0.3))
    #expect(touching.contains("undecided; least detectable are 21.0 points"))
    #expect(report(Estimate(value: 0.2)).contains("there is no interval"))
    #expect(report(Estimate(value: 0)).contains("PS and Hard-Only are equal"))
    #expect(report(Estimate(value: .nan)).contains("cannot be compared"))
  }

  @Test func manyOpenPairsAreToldInGroups() {
    var data = SyntheticReport.data
    let open = Estimate(value: 0, lower: -0.1, upper: 0.1)
    let above = Estimate(value: 0.2, lower: 0.1, upper: 0.3)
    func arms(_ count: Int, at k: Int, above decided: Int) -> [ArmComparison] {
      SyntheticReport.comparisons(
        (0..<count).map { ("A\($0)", $0 < decided ? above : open) }
      ).map {
        var comparison = $0
        comparison.k = k
        return comparison
      }
    }
    data.comparisons =
      arms(9, at: 1, above: 0) + arms(9, at: 8, above: 0) + arms(9, at: 32, above: 2)
    let text = MarkdownReport(data).text
    #expect(
      text.contains(
        "- Undecided: all 9 arms against Hard-Only at pass@1, 8; all arms but A0, A1 against "
          + "Hard-Only at pass@32 (numbers: the table of all arms)."))
  }

  @Test func whatIsNotShownFollowsFromTheFacts() {
    var data = SyntheticReport.data
    data.outerSteps = data.outerSteps.map {
      var step = $0
      if step.seed == 2 { step.isPromoted = false }
      return step
    }
    data.armRuns[4].status = .diverged
    data.arms[1].passAtK[4].estimate = Estimate(value: 0.1)
    let text = MarkdownReport(data).text
    #expect(text.contains("No promotion happened in seed 2:"))
    #expect(text.contains("Training diverged in Hard-Only (seed 2)"))
    #expect(text.contains("Hard-Only is itself 9.6 points above Base at pass@32"))
    #expect(text.contains("SOAR outer loop (11.7 times)"))
    #expect(text.contains("3 seeds give a coarse idea"))
  }

  @Test(arguments: [
    "a | b", "a \\| b", "`code` ``two``", "<script>alert(1)</script>", "</code><b>x",
    "line\nbreak\r\nmore", "# heading", "- item", "1. item", "*bold* _it_ ~~x~~",
    "[link](javascript:alert(1))", "![x](http://evil.example/p.png)", "<!-- ", "&lt;b&gt; &#60;",
    "\u{202e}reversed\u{0}\u{1b}[31m", "| --- | --- |", "$x$ $$y$$", "see http://evil.example",
  ])
  func hostileTextStaysInItsCell(_ hostile: String) throws {
    var data = SyntheticReport.data
    data.stages = [
      QuestionStage(
        name: hostile, questions: [SyntheticReport.question(step: 0, hostile)])
    ]
    data.stages[0].questions[0].question.answer = hostile
    data.stages[0].questions[0].question.labels[0].detail = hostile
    data.stages[0].questions[0].question.labels[0].verifiedAnswer = hostile
    data.transfer?.explanation = hostile
    data.transfer?.notes[0] = hostile
    data.transfer?.arms[0].name = hostile
    data.checkpoint?.missing = [hostile]
    data.events = [EventRecord(kind: hostile, message: hostile)]
    data.arms[2].name = hostile
    data.arms[2].explanation = hostile
    data.comparisons[0].arm = hostile
    data.armRuns[6].arm = hostile
    data.run.commandLine = hostile
    data.title = hostile
    let text = MarkdownReport(data).text
    expectTables(text)

    // With what the report writes itself taken away, nothing is left that could be markup.
    let lines = text.components(separatedBy: "\n")
    let plain = MarkdownReport(SyntheticReport.data).text.components(separatedBy: "\n")
    #expect(text.count { $0 == "`" } == plain.joined().count { $0 == "`" })
    let tags = text.replacingOccurrences(
      of: "</?(code|details|summary)>", with: "", options: .regularExpression)
    #expect(!tags.contains("<"))
    #expect(!text.contains("](javascript"))
    #expect(!text.contains("evil.example/"))
    #expect(!text.contains("http:"))
    #expect(!text.contains("$"))
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(!text.unicodeScalars.contains("\u{202e}"))
    #expect(lines.count { $0.hasPrefix("#") } == plain.count { $0.hasPrefix("#") } - 3)
    #expect(
      lines.count { $0.hasPrefix("!") } == plain.count { $0.hasPrefix("!") })
  }

  @Test func aModelsFolderIsNamedWhereTheRunIsRepeated() {
    var data = SyntheticReport.data
    #expect(
      MarkdownReport(data).text.contains("To repeat it: `soar run config.resolved.yaml`. Terms"))
    data.modelFolder = "smollm2|135m"
    let command = "`soar run config.resolved.yaml --set model.folder=DIR`"
    let folder = "with the folder of smollm2&#124;135m as DIR. "
    let text = MarkdownReport(data).text
    #expect(text.components(separatedBy: "\(command), \(folder)").count == 3)
    #expect(!text.contains("get-smollm2"))
    data.isSmolLM2 = true
    #expect(
      MarkdownReport(data).text.contains("as DIR, which `tools/get-smollm2.sh DIR` makes. Terms"))
    data.readsProblemFile = true
    #expect(
      MarkdownReport(data).text.contains("--set task.file=FILE --set model.folder=DIR`, with"))
  }

  @Test func theHeadlineTableFitsATerminal() {
    let lines = HeadlineTable(SyntheticReport.data).plainText.components(separatedBy: "\n")
    #expect(lines.count == 7)
    #expect(Set(lines.map(\.count)).count == 1)
    #expect(lines[0].hasPrefix("arm"))
    #expect(lines[3].contains("32.0 [23.0, 41.6]"))
  }

  @Test func questionsAreTakenEvenly() {
    let questions = (0..<30).map { SyntheticReport.question(step: $0, isPromoted: $0 == 7) }
    let stages = QuestionStage.select(from: questions, count: 2)
    #expect(stages.map { $0.questions.compactMap(\.step) } == [[2, 7], [12, 17], [22, 27], [7]])
    #expect(QuestionStage.select(from: []).allSatisfy { $0.questions.isEmpty })
    #expect(QuestionStage.select(from: [questions[0]]).map(\.questions.count) == [1, 0, 0, 0])
  }

  @Test func aReportIsReadFromAStore() throws {
    try TemporaryFolder.with(keptAs: "store") { folder in
      let store = try RunStore.create(at: folder)
      defer { try? FileManager.default.removeItem(at: folder.appendingPathComponent("run.sqlite")) }
      try store.begin(SyntheticReport.data.run)
      try store.commit(
        screening: SyntheticReport.data.screening,
        hardProblems: SyntheticReport.data.hardProblems)
      for step in SyntheticReport.outerSteps() {
        var step = step
        step.datasets = [
          DatasetRecord(
            index: 0, reward: 0, advantage: 0,
            questions: [SyntheticReport.question(step: step.step).question])
        ]
        try store.commit(outerStep: step)
      }
      for run in SyntheticReport.armRuns() { try store.commit(armRun: run) }
      let data = try ReportData(
        reading: store, title: "Read", settings: [], reference: "Hard-Only",
        arms: SyntheticReport.results(), comparisons: [], intervals: "none", classifier: "exact")
      #expect(data.outerSteps.count == 90)
      #expect(data.armRuns.map(\.arm).count == 18)
      #expect(data.questionShares.count == 90)
      #expect(data.stages.map(\.questions.count) == [6, 6, 6, 0])
      #expect(MarkdownReport(data).text.contains("128 test problems"))
    }
  }
}
