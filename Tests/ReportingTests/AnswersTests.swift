// Locks, on a made-up contest in which every verdict occurs:
// - the whole report as a golden file (SOAR_UPDATE_GOLDENS=1 rewrites it)
// - beats, loses, undecided follow from the interval; fewer than three seeds decide nothing
// - arms and teachers are told by what they are, whatever their names
// - arms with hard-train mixed in and with hard-train afterwards are compared among themselves
// - one seed: what it tells, once, in the report and on the terminal; no question is called unanswerable
// - what the runs cannot answer is said plainly: no grounded loop, no arms, no matched cost
// - collapse per seed and kind; promotions; the trend of target operations
// - names cannot leave their cells; a figure's series all look different

import Diagnostics
import Foundation
import Reporting
import RunStore
import SelfPlay
import Statistics
import TestSupport
import Testing

@Suite struct AnswersTests {
  private let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens/comparison.md")

  /// Of the contest as it is: most tests need it, and it takes a second.
  private static let whole = Result { try report(SyntheticContest.run()) }

  private static func report(_ runs: ComparedRun...) throws -> ComparisonReport {
    ComparisonReport(try RunComparison(runs, options: .init(axis: .flops)))
  }

  private func verdict(
    _ rival: String, _ mixing: ArmConfiguration.Mixing, in comparisons: [SchemeComparison]
  ) -> Decision? {
    comparisons.first { $0.rival == rival && $0.mixing == mixing }?.difference.decision
  }

  @Test func theTextIsTheGoldenOne() throws {
    let text = try Self.whole.get().text
    if ProcessInfo.processInfo.environment["SOAR_UPDATE_GOLDENS"] != nil {
      try text.write(to: golden, atomically: true, encoding: .utf8)
    }
    let lines = text.components(separatedBy: "\n")
    let expected = try String(contentsOf: golden, encoding: .utf8).components(separatedBy: "\n")
    for (line, expectedLine) in zip(lines, expected) { #expect(line == expectedLine) }
    #expect(lines.count == expected.count)
  }

  @Test func verdictsFollowFromIntervals() throws {
    let answers = try Self.whole.get().answers
    #expect(answers.grounded == "SOAR")
    #expect(verdict("beaten", .alone, in: answers.perStep) == .above)
    #expect(verdict("better", .alone, in: answers.perStep) == .below)
    #expect(verdict("alike", .alone, in: answers.perStep) == .undecided)
    #expect(verdict("beaten", .mixed, in: answers.perStep) == .undecided)
    #expect(verdict("the untrained teacher", .mixed, in: answers.perStep) == .undecided)
    #expect(verdict("beaten-flops", .alone, in: answers.perFLOP) == .above)
    #expect(verdict("beaten-flops", .mixed, in: answers.perFLOP) == .undecided)
    #expect(answers.perFLOP.first?.costRatio == 1)
    #expect(answers.perStep.allSatisfy { $0.difference.seeds == 4 })
    // Grounded solves 4, 3, 3 and 3 of 6 problems, the beaten none.
    let first = try #require(answers.perStep.first)
    #expect(abs(first.difference.estimate.value - 13.0 / 24) < 1e-12)
    #expect(
      answers.notCompared == [
        "short: 4 outer steps, not 8", "armless: no arm like one of SOAR's, of its seeds",
      ])
  }

  /// A grounded loop meets what has questions of its kind, each kind has its own contest, and the
  /// untrained teacher of one kind is no rival of another's.
  @Test func kindsOfQuestionsAreComparedApart() throws {
    var run = SyntheticContest.run()
    for index in run.design.teachers.indices
    where ["alike", "beaten", "better"].contains(run.design.teachers[index].name) {
      run.design.teachers[index].questionKind = "oracle"
    }
    let alone = try Self.report(run).answers
    #expect(alone.grounded == "SOAR")
    #expect(verdict("beaten", .alone, in: alone.perStep) == nil)
    #expect(verdict("the untrained teacher", .alone, in: alone.perStep) != nil)
    #expect(
      alone.notCompared.contains(
        "beaten: no loop with the grounded reward has questions of its kind"))
    let alike = try #require(run.design.teachers.firstIndex { $0.name == "alike" })
    run.design.teachers[alike].scheme = "grounded"
    let both = try Self.report(run)
    #expect(both.answers.grounded == "SOAR, alike")
    #expect(
      both.answers.perStep.filter { $0.rival == "better" }.map(\.arm)
        == ["Alike-T", "Alike-T + hard"])
    #expect(both.answers.perStep.contains { $0.rival == "the untrained teacher (against SOAR)" })
    #expect(!both.answers.perStep.contains { $0.rival == "the untrained teacher (against alike)" })
    #expect(both.text.contains("Grounded are the loops SOAR, alike"))
  }

  @Test func twoSeedsDecideNothing() throws {
    let answers = try Self.report(SyntheticContest.run(seeds: 1...2)).answers
    #expect((answers.perStep + answers.perFLOP).allSatisfy { $0.difference.decision == .undecided })
    #expect(try Self.report(SyntheticContest.run(seeds: 1...2)).text.contains("(too few seeds)"))
  }

  @Test func oneSeedTellsWhatItCan() throws {
    let report = try Self.report(
      SyntheticContest.run(
        teachers: SyntheticContest.teachers.filter { $0.matchCostOf == nil }, seeds: 1...1))
    let text = report.text
    #expect(text.contains("### What one seed can tell\n\nEach arm has one seed."))
    #expect(text.contains("--set 'seeds=[1, 2, 3]'"))
    #expect(text.contains("leads with 100.0%; "))
    #expect(
      text.contains(
        "Questions of the trained teacher SOAR against those of the untrained one: +50.0 points with "
          + "synthetic questions alone, 0.0 points with hard-train mixed in."))
    #expect(
      text.contains("More seeds would still lack a teacher's loop at the grounded one's cost"))
    #expect(text.contains("### What arms cost on their way"))
    #expect(!text.contains("This cannot be answered"))
    #expect(report.terminalText.contains("\n\nEach arm has one seed. "))
    let several = try Self.whole.get()
    #expect(!several.text.contains("one seed can tell"))
    #expect(several.terminalText == several.comparison.text)
  }

  @Test func whatCountsIsTheMaking() throws {
    let plain = try Self.whole.get().answers
    let names = ["Grounded-T": "Intrinsic", "SOAR": "beaten", "beaten": "SOAR"]
    let renamed = try Self.report(SyntheticContest.run { names[$0] ?? $0 }).answers
    #expect(renamed.grounded == "beaten")
    #expect(renamed.perStep.map(\.difference.decision) == plain.perStep.map(\.difference.decision))
    #expect(
      renamed.perStep.map(\.difference.estimate.value)
        == plain.perStep.map(\.difference.estimate.value))
    #expect(renamed.perStep.first?.rival == "SOAR" && renamed.perStep.first?.arm == "Intrinsic")
  }

  @Test func seedsOfSeveralRunsArePooled() throws {
    let first = SyntheticContest.run(seeds: 1...2)
    var second = SyntheticContest.run(seeds: 3...4)
    second.name = "runs/other"
    let whole = try Self.whole.get().answers
    let parts = try Self.report(first, second).answers
    #expect(parts.perStep.map(\.difference.decision) == whole.perStep.map(\.difference.decision))
    #expect(parts.perStep.map(\.difference) == whole.perStep.map(\.difference))
    #expect(parts.collapses.map(\.loops.count) == whole.collapses.map(\.loops.count))
    // A loop that another run holds bit for bit counts once.
    var copy = SyntheticContest.run()
    copy.name = "runs/copy"
    copy.identity = "other arms"
    let twice = try Self.report(SyntheticContest.run(), copy).answers
    #expect(twice == whole)
  }

  @Test func whatCannotBeAnswered() throws {
    let unmatched = try Self.report(
      SyntheticContest.run(teachers: SyntheticContest.teachers.filter { $0.matchCostOf == nil }))
    #expect(unmatched.text.contains("no teacher's loop matches the cost of the grounded one"))
    #expect(unmatched.text.contains("half of what the best of these arms ends with"))
    #expect(unmatched.text.contains("| Better-T | 10 |"))
    let ungrounded = try Self.report(
      SyntheticContest.run(teachers: SyntheticContest.teachers.filter { $0.name == "better" }))
    #expect(ungrounded.answers.grounded == nil)
    #expect(
      ungrounded.text.components(separatedBy: "This cannot be answered from these runs").count == 5)
    var armless = SyntheticContest.run()
    armless.design.arms = []
    #expect(try Self.report(armless).text.contains("no arm trains on fresh questions of SOAR"))
    armless.outerSteps = []
    armless.questions = []
    #expect(try Self.report(armless).text.contains("they hold no outer loop"))
  }

  @Test func collapsesAreFound() throws {
    let answers = try Self.whole.get().answers
    func onsets(_ teacher: String) -> [[String]]? {
      answers.collapses.first { $0.teacher == teacher }?.loops.map { loop in
        loop.onsets.map { "\($0.kind.rawValue) \($0.step)" }
      }
    }
    #expect(onsets("SOAR")?.allSatisfy(\.isEmpty) == true)
    // Means of well-posed shares from step 3 on: 2/3, 1/3, 0.
    #expect(onsets("better") == [["illPosed 4"], ["illPosed 4"], [], []])
    // Half of the questions are short at the start: 2/3, 5/6, 1.
    #expect(onsets("alike") == Array(repeating: ["oneLength 5"], count: 4))
    #expect(onsets("beaten")?.allSatisfy { $0.first?.hasPrefix("repeats") == true } == true)
    #expect(onsets("armless") == [[], ["parseFailure 8"], [], []])
  }

  @Test func promotionsAndTargets() throws {
    let answers = try Self.whole.get().answers
    let summary = try #require(answers.promotions.first)
    #expect(answers.promotions.count == 1 && summary.teacher == "SOAR")
    #expect(summary.seeds.map(\.steps) == [[3], [3], [3], [3]])
    // Datasets at 0.04 and 0.05 up to step 3, in every other seed 0.001 more, at 0 and 0.01 after it.
    #expect(abs((summary.before?.value ?? 0) - 0.0455) < 1e-12)
    #expect(abs((summary.change?.estimate.value ?? 0) + 0.0405) < 1e-12)
    #expect(summary.change?.decision == .below)
    // The chosen one is of the better dataset, 0.005 above the mean, and the first of its students,
    // at 0.002 times (0, 1 or 2) - 1, by seed.
    let selection = try #require(summary.selection)
    let drop = try #require(summary.drop)
    #expect(abs(selection.value - (0.005 + 0.002 * (0 + 1 - 1 + 0) / 4)) < 1e-12)
    #expect(abs(drop.value + 0.0405) < 1e-12)
    let noise = try #require(summary.noise)
    // They differ by 0.01, students of one by 0.002: more than noise, and more than if dealt anew.
    #expect(noise.steps == 32 && noise.share == 1 && noise.chance < 0.7)
    #expect(abs(noise.within - 0.002) < 1e-9)
    let trends = answers.targets
    #expect(trends.first?.teacher == "SOAR")
    #expect(
      abs((trends.first?.change.estimate.value ?? 0) - 0.7) < 1e-12
        && trends.first?.change.decision == .above)
    #expect(trends.first { $0.teacher == "alike" }?.change.estimate.value == 0)
    // Four steps are too few for a first and a last three.
    #expect(!trends.contains { $0.teacher == "short" })
  }

  @Test func mixingHidesADifference() throws {
    let answers = try Self.whole.get().answers
    let effect = try #require(answers.mixing.first { $0.rival == "beaten" })
    #expect(effect.mixed == 0 && abs(effect.change.estimate.value - effect.alone) < 1e-12)
    #expect(effect.change.decision == .above)
    let spread = try #require(answers.spreads.first)
    #expect(spread.mixing == .mixed && spread.teachers == 4 && spread.alone > spread.mixed)
  }

  @Test func eachWayOfBringingInHardTrainIsApart() throws {
    let plain = try Self.whole.get().answers
    #expect(!plain.perStep.contains { $0.mixing == .curriculum })
    let answers = try Self.report(SyntheticContest.run().withCurriculum()).answers
    // What is alone and mixed does not depend on what else there is, but for the size of the table.
    let others = answers.perStep.filter { $0.mixing != .curriculum }
    #expect(others.map(\.difference.estimate) == plain.perStep.map(\.difference.estimate))
    #expect(others.map(\.difference.pValue) == plain.perStep.map(\.difference.pValue))
    #expect(
      zip(others, plain.perStep).allSatisfy {
        ($0.difference.adjusted ?? 1) >= ($1.difference.adjusted ?? 1)
      })
    #expect(verdict("beaten", .curriculum, in: answers.perStep) == .above)
    #expect(answers.spreads.map(\.mixing) == [.mixed, .curriculum])
    #expect(answers.mixing.filter { $0.rival == "beaten" }.map(\.mixing) == [.mixed, .curriculum])
    // Other numbers of steps before hard-train are another way of training.
    let uneven = try Self.report(SyntheticContest.run().withCurriculum(steps: ["Beaten-T": 3]))
      .answers
    #expect(verdict("beaten", .curriculum, in: uneven.perStep) == nil)
    #expect(verdict("better", .curriculum, in: uneven.perStep) == .below)
  }

  @Test func filesAreWholeAndTheSameEachTime() throws {
    try TemporaryFolder.with(keptAs: "contest") { folder in
      let report = try Self.whole.get()
      let gnuplot = try Gnuplot.locate()
      func files() throws -> [String: Data] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        return try Dictionary(
          uniqueKeysWithValues: names.filter { !$0.hasSuffix("figures") }.map {
            ($0, try Data(contentsOf: folder.appendingPathComponent($0)))
          })
      }
      try report.write(to: folder, gnuplot: gnuplot)
      let first = try files()
      try report.write(to: folder, gnuplot: gnuplot)
      #expect(try files() == first)
      #expect(first.count == 2 + 4 * report.figures.count)
      #expect(first["figures/grounded-against.png"] != nil)
      let json = try #require(
        try JSONSerialization.jsonObject(with: first["report.json"] ?? Data()) as? [String: Any])
      #expect((json["answers"] as? [String: Any])?["grounded"] as? String == "SOAR")
    }
  }

  @Test func hostileNamesStayNames() throws {
    let text = try Self.report(SyntheticContest.run { "\($0)|<b>`x`\n# y" }).text
    #expect(!text.contains("<b>") && !text.contains("`x`") && !text.contains("\n# y"))
    for table in text.components(separatedBy: "\n\n") where table.hasPrefix("|") {
      #expect(Set(table.split(separator: "\n").map { $0.filter { $0 == "|" }.count }).count == 1)
    }
  }

  @Test func noTwoSeriesLookTheSame() throws {
    var run = SyntheticContest.run()
    run.armRuns += (0..<20).map { index in
      var record = run.armRuns[0]
      record.arm = "arm \(index)"
      return record
    }
    try TemporaryFolder.with(keptAs: "crowd") { folder in
      try Self.report(run).write(to: folder, gnuplot: Gnuplot.locate())
      let script = try String(
        contentsOf: folder.appendingPathComponent("figures/pass-at-k-by-cost.gnuplot"),
        encoding: .utf8)
      let legend = try #require(
        script.components(separatedBy: "set label 2000 ").dropFirst().first?
          .components(separatedBy: "unset label 2000").first)
      let looks = legend.split(separator: "\n").filter { $0.contains("with lines ") }
        .map { $0.suffix(60) }
        .map { $0.split(separator: "with lines ").last.map(String.init) ?? "" }
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: ", \\")) }
      #expect(looks.count == CostFigure.labelLimit)
      #expect(Set(looks).count == looks.count, "\(looks)")
    }
  }
}
