// Locks, on a synthetic pair of runs with numbers worked out by hand:
// - seeds of arms of one name are pooled over runs: means, deviation, chance to beat the baseline
// - students count within their seeds: a seed's mean is over them, whatever their number
// - by the checkpoint rule a training is the mean of its tests in the span, chosen by its training
//   reward; one without a test there is named and left out
// - transfer is compared between runs of the same transfer problems
// - own costs, and with the outer loop up to its last promotion (to its end for a trained teacher)
// - the cost to reach a level of pass@k is that of the first measured step, or "not reached"
// - a seed may not occur twice; what is equal bit for bit counts once
// - figures are drawn with their scripts, whatever the names; a name cannot leave its cell

import Diagnostics
import Foundation
import Reporting
import RunStore
import SelfPlay
import Statistics
import Subprocesses
import TestSupport
import Testing

@Suite struct ComparisonTests {
  private func row(_ arm: String, _ comparison: RunComparison) throws -> RunComparison.Row {
    try #require(comparison.rows.first { $0.arm == arm })
  }

  @Test func seedsArePooled() throws {
    let comparison = try RunComparison(SyntheticRuns.pair, options: .init())
    #expect(comparison.rows.map(\.arm) == ["Hard-Only", "PQ", "Grounded-T"])
    #expect(comparison.baseline == "Hard-Only")
    #expect(comparison.passAt == [1, 4])
    #expect(comparison.k == 4)
    let arm = try row("PQ", comparison)
    #expect(arm.seeds == 3)
    // Of 4 samples on two problems: seed 1 has 2 and 0, seed 2 has 4 and 0, seed 3 none. pass@1 is
    // 0.25, 0.5 and 0; pass@4 is 0.5, 0.5 and 0.
    #expect(arm.passAtK.map(\.k) == [1, 4])
    #expect(abs(arm.passAtK[0].estimate.value - 0.25) < 1e-12)
    #expect(abs((arm.passAtK[0].deviation ?? 0) - 0.25) < 1e-12)
    #expect(abs(arm.passAtK[1].estimate.value - 1.0 / 3) < 1e-12)
    let low = arm.passAtK[1].estimate.lower
    let high = arm.passAtK[1].estimate.upper
    #expect(low >= 0 && low < 1.0 / 3 && high > 1.0 / 3 && high <= 1)
    // Against 0 of all three seeds of Hard-Only: two of three beat it, one ties: (6 + 3 / 2) / 9.
    #expect(abs((arm.improvement?.value ?? 0) - 7.5 / 9) < 1e-12)
    #expect(arm.improvement?.interval != nil)
    #expect(try row("Hard-Only", comparison).improvement == nil)
    // One seed: no deviation, no interval of the chance.
    let single = try row("Grounded-T", comparison)
    #expect(single.seeds == 1 && single.passAtK[0].deviation == nil)
    #expect(single.improvement?.interval == nil)
  }

  /// The pair with further students of PQ in seed 1, which solve nothing.
  private var nested: [ComparedRun] {
    var runs = SyntheticRuns.pair
    let record = runs[0].armRuns.first { $0.arm == "PQ" && $0.seed == 1 }
    for student in 1...3 {
      guard var other = record else { break }
      other.student = student
      for index in other.evaluations.indices {
        for problem in other.evaluations[index].problems.indices {
          other.evaluations[index].problems[problem].successes = 0
        }
      }
      runs[0].armRuns.append(other)
    }
    return runs
  }

  @Test func studentsCountWithinTheirSeeds() throws {
    let comparison = try RunComparison(nested, options: .init())
    let arm = try row("PQ", comparison)
    #expect(arm.seeds == 3 && arm.students == 6)
    // pass@1: seed 1 is the mean of 0.25 and three zeros, seeds 2 and 3 are 0.5 and 0.
    #expect(abs(arm.passAtK[0].estimate.value - (0.0625 + 0.5) / 3) < 1e-12)
    // Over the seeds' means, as the table says: 0.0625, 0.5, 0.
    #expect(arm.passAtK[0].seeds == [0.0625, 0.5, 0])
    #expect(abs((arm.passAtK[0].deviation ?? 0) - 0.2724311839712921) < 1e-12)
    // At pass@4 against zeros: of seed 1 one of four wins and the others tie, 5/8; seed 2 wins, seed
    // 3 ties: (5/8 + 1 + 1/2) / 3.
    #expect(abs((arm.improvement?.value ?? 0) - 2.125 / 3) < 1e-12)
    #expect(try row("Hard-Only", comparison).students == 3)
    let text = ComparisonReport(comparison).text
    #expect(text.contains("| **PQ** | 3 (6 students) |"))
    // A seed's students are one seed in the figures too.
    #expect(CostFigure(comparison).caption.contains("Means over seeds (1 and 3 seeds per arm)"))
  }

  @Test func theFrontIsWhatNothingCheaperBeats() throws {
    var runs = nested
    for record in runs[0].armRuns where record.arm == "PQ" {
      var dear = record
      dear.arm = "dear"
      dear.tokensSampled *= 100
      for index in dear.evaluations.indices {
        for problem in dear.evaluations[index].problems.indices {
          dear.evaluations[index].problems[problem].successes = 0
        }
      }
      runs[0].armRuns.append(dear)
    }
    let comparison = try RunComparison(runs, options: .init())
    let figure = CostFigure(comparison)
    for place in figure.places {
      let arm = try row(place.arm, comparison)
      // The end of training at its whole cost, also where students share no last step.
      #expect(place.last.cost == comparison.axis.value(arm.withTeacher ?? arm.own))
      #expect(place.last.estimate == arm.passAtK.first { $0.k == figure.k }?.estimate)
      let isBeaten = figure.places.contains {
        $0.last.cost <= place.last.cost && $0.last.estimate.value > place.last.estimate.value
      }
      if isBeaten { #expect(!figure.front.contains(place)) }
    }
    #expect(figure.places.contains { $0.arm == "dear" } && !figure.front.isEmpty)
    #expect(!figure.front.contains { $0.arm == "dear" })
    #expect(Set(figure.front.map(\.arm)).isSubset(of: figure.labelled.map(\.arm)))
  }

  /// Arms that a finding is about have a name whatever they reach, if they have a cost.
  @Test func theCostFigureNamesItsSubjects() throws {
    var runs = nested
    for record in runs[0].armRuns where record.arm == "PQ" {
      for index in 0..<12 {
        var other = record
        other.arm = "arm \(index)"
        if index == 0 {
          for index in other.evaluations.indices {
            for problem in other.evaluations[index].problems.indices {
              other.evaluations[index].problems[problem].successes = 0
            }
          }
          other.tokensSampled *= 100
        }
        runs[0].armRuns.append(other)
      }
    }
    var figure = CostFigure(try RunComparison(runs, options: .init()))
    #expect(!figure.labelled.contains { $0.arm == "arm 0" })
    #expect(figure.labelled.count == CostFigure.labelLimit)
    figure.subjects = ["arm 0", "free"]
    #expect(figure.labelled.contains { $0.arm == "arm 0" })
    #expect(figure.labelled.count == CostFigure.labelLimit)
    #expect(figure.caption.contains("named are Hard-Only, arm 0, the front and"))
    #expect(!figure.caption.contains("free"))
  }

  @Test func resultsAtTheCheckpoint() throws {
    var runs = SyntheticRuns.pair
    for run in runs.indices {
      runs[run].checkpointRule = CheckpointRule(window: 1, slopeShare: 0.5, horizon: 2)
      for index in runs[run].armRuns.indices {
        // Rises into step 4 and is flat from step 5 on; in Hard-Only it never rises. The tests are
        // at steps 0, 5 and 10.
        let rises = runs[run].armRuns[index].arm != "Hard-Only"
        runs[run].armRuns[index].curve = (0...10).map { step in
          ArmCurvePoint(
            step: step, trainingReward: step == 0 ? nil : rises && step >= 4 ? 0.5 : 0.1)
        }
      }
    }
    let last = try RunComparison(runs, options: .init())
    #expect(last.unmeasured.isEmpty && last.rows.count == 3)
    let comparison = try RunComparison(runs, options: .init(baseline: "PQ", checkpoint: .rule))
    // Of PQ the test of step 5 alone: 1 of 4 on one problem in seed 1, nothing in the others.
    let arm = try row("PQ", comparison)
    #expect(abs(arm.passAtK[0].estimate.value - 0.125 / 3) < 1e-12)
    #expect(comparison.rows.map(\.arm) == ["PQ", "Grounded-T"])
    #expect(
      comparison.unmeasured.first
        == "Hard-Only, seed 1, was not measured on hard-test from step 1 to 3 (runs/a)")
    #expect(comparison.unmeasured.count == 3)
    let text = ComparisonReport(comparison).text
    #expect(text.contains("Left out, as evaluation.testEvery gave them no test"))
    #expect(text.contains("Means of the tests from each training's checkpoint"))
    // A horizon that reaches the end averages steps 5 and 10, problem by problem.
    for run in runs.indices { runs[run].checkpointRule?.horizon = 9 }
    let longer = try RunComparison(runs, options: .init(checkpoint: .rule))
    #expect(longer.unmeasured.isEmpty)
    let mean = try row("PQ", longer).passAtK[0].estimate.value
    #expect(abs(mean - ((0.125 + 0.25) / 2 + 0.5 / 2) / 3) < 1e-12)
    // The choice does not know the test: with other successes the spans are the same.
    #expect(longer.arms[1].units[0].checkpoint.map(\.step) == [5, 10])
    for run in runs.indices { runs[run].armRuns.removeAll { $0.arm != "Hard-Only" } }
    for run in runs.indices { runs[run].checkpointRule?.horizon = 2 }
    let error = #expect(throws: UserError.self) {
      try RunComparison(runs, options: .init(checkpoint: .rule))
    }
    #expect(error?.description.contains("holds no arm measured at its checkpoint") == true)
  }

  @Test func transferIsComparedOnTheSameProblems() throws {
    var runs = SyntheticRuns.pair
    for run in runs.indices {
      runs[run].transferProblems = ["a", "b"]
      for index in runs[run].armRuns.indices {
        runs[run].armRuns[index].evaluations.append(
          EvaluationRecord(
            split: .transfer, kind: .sampled, samplesPerProblem: 4,
            problems: [1, 3].map { ProblemSuccesses(problem: $0 + 10, successes: $0) }))
      }
    }
    let comparison = try RunComparison(runs, options: .init())
    let arm = try row("PQ", comparison)
    #expect(arm.transferPassAtK.map(\.k) == [1, 4])
    #expect(arm.transferPassAtK.map(\.estimate.value) == [0.5, 1])
    // Nothing else changes.
    let plain = try RunComparison(SyntheticRuns.pair, options: .init())
    #expect(arm.passAtK == (try row("PQ", plain)).passAtK)
    #expect(try row("PQ", plain).transferPassAtK.isEmpty)
    #expect(ComparisonReport(comparison).text.contains("On the transfer problems"))
    #expect(!ComparisonReport(plain).text.contains("On the transfer problems"))
    // The second run's problems are others: its seed has no part.
    runs[1].transferProblems = ["c"]
    let mixed = try RunComparison(runs, options: .init())
    #expect(mixed.arms[1].units.map { $0.transfer != nil } == [true, true, false])
  }

  @Test func costsAreOwnAndWithTeacher() throws {
    let comparison = try RunComparison(SyntheticRuns.pair, options: .init(axis: .flops))
    let arm = try row("PQ", comparison)
    #expect(arm.own.tokensSampled == 1000 && arm.own.tokensTrained == 500)
    #expect(arm.own.rollouts == 80 && arm.own.flops == 30 && arm.own.seconds == 2)
    // Outer steps cost 100 sampled tokens each; the last promotion is at step 1 of 0...3 for
    // seeds 1 and 2, at step 2 for seed 3: 200, 200 and 300.
    let whole = try #require(arm.withTeacher)
    #expect(abs(whole.tokensSampled - (1000 + 700.0 / 3)) < 1e-9)
    #expect(abs((whole.flops ?? 0) - (30 + 7 * 6.0 / 3)) < 1e-9)
    #expect(whole.rollouts == nil && whole.steps == arm.own.steps)
    #expect(abs(whole.seconds - (2 + 7.0 / 3)) < 1e-9)
    // The trained teacher is that of the end: all four steps.
    #expect(try row("Grounded-T", comparison).withTeacher?.tokensSampled == 1400)
    #expect(try row("Hard-Only", comparison).withTeacher == nil)
  }

  @Test func whatWasNotCountedIsUnknown() throws {
    var runs = SyntheticRuns.pair
    for index in runs[0].outerSteps.indices { runs[0].outerSteps[index].forwardFLOPs = nil }
    let comparison = try RunComparison(runs, options: .init(axis: .flops))
    let arm = try row("PQ", comparison)
    #expect(arm.own.flops == 30 && arm.withTeacher?.flops == nil)
    #expect(arm.withTeacher?.tokensSampled != nil)
    #expect(ComparisonReport(comparison).text.contains("FLOPs were not counted"))
  }

  @Test func levelsAreReachedOrNot() throws {
    let goal = RunComparison.Goal(k: 4, share: 0.3)
    let comparison = try RunComparison(SyntheticRuns.pair, options: .init(goal: goal))
    // Means over seeds of pass@4 at steps 0, 5 and 10: 0, 1/6 and 1/3.
    let arm = try #require(try row("PQ", comparison).reach)
    #expect(arm.step == 10 && arm.own == 1500 && arm.students == 2)
    #expect(abs((arm.withTeacher ?? 0) - (1500 + 7 * 150.0 / 3)) < 1e-9)
    let easier = try RunComparison(
      SyntheticRuns.pair, options: .init(axis: .steps, goal: .init(k: 4, share: 0.1)))
    #expect(try row("PQ", easier).reach?.step == 5)
    #expect(try row("PQ", easier).reach?.own == 5)
    let never = try #require(try row("Hard-Only", comparison).reach)
    #expect(
      never.step == nil && never.own == nil && never.withTeacher == nil && never.students == 0)
    let text = ComparisonReport(comparison).text
    #expect(text.contains("| Hard-Only | not reached |  |  | 0 of 3 |"))
    #expect(text.contains("| PQ | 10 | 1\u{202f}500 | 1\u{202f}850 | 2 of 3 |"))
  }

  @Test func aSeedCountsOnce() throws {
    let run = SyntheticRuns.pair[0]
    var other = run
    other.name = "other"
    let error = #expect(throws: UserError.self) {
      try RunComparison([run, other], options: .init())
    }
    #expect(error?.status == .dataError)
    #expect(error?.description.contains("seed 1 of Hard-Only is in runs/a too") == true)
    // With another configuration the seed may occur again, but the same training counts once.
    other.identity = "other"
    let comparison = try RunComparison([run, other], options: .init())
    #expect(comparison.rows.map(\.seeds) == [2, 2, 1])
    #expect(comparison.repeated.count == 5)
    #expect(comparison.diversities.map(\.seeds) == [2, 2])
    #expect(ComparisonReport(comparison).text.contains("counted once: Hard-Only, seed 1, of other"))
  }

  @Test func optionsThatTheRunsDoNotHave() throws {
    func error(_ options: RunComparison.Options) -> UserError? {
      #expect(throws: UserError.self) {
        try RunComparison(SyntheticRuns.pair, options: options)
      }
    }
    #expect(error(.init(baseline: "PX"))?.hint == "did you mean PQ?")
    #expect(error(.init(k: 32))?.hint == "they have k = 1, 4")
    #expect(error(.init(goal: .init(k: 8, share: 0.1)))?.status == .usage)
    #expect(throws: UserError.self) { try RunComparison([], options: .init()) }
  }

  @Test func questionsAreMeasuredAtOneSize() throws {
    let comparison = try RunComparison(SyntheticRuns.pair, options: .init())
    #expect(comparison.diversities.map(\.source) == ["SOAR", "SOAR, promoted"])
    // 16 questions per seed, of which 4 (seed 3: also 4) are promoted.
    #expect(comparison.diversities.map(\.questions) == [48, 12])
    #expect(comparison.diversities.map(\.size) == [4, 4])
    #expect(comparison.diversities.allSatisfy { $0.wellPosed == 0.5 })
    // The four questions of a step are two pairs of equal structure.
    let teacher = try #require(comparison.teachers.first)
    #expect(teacher.teacher == "SOAR" && teacher.seeds == 3 && teacher.size == 2)
    #expect(teacher.points.map(\.step) == [0, 1, 2, 3])
    for point in teacher.points {
      #expect(point.distinctShare == 0.5 && point.wellPosed == 0.5)
      #expect(point.vendi.value > 1 && point.vendi.value < 2)
    }
  }

  private func images(_ comparison: RunComparison, _ name: String, _ check: (URL) throws -> Void)
    throws
  {
    try TemporaryFolder.with(keptAs: name) { folder in
      let report = try ComparisonReport(comparison).write(to: folder, gnuplot: Gnuplot.locate())
      #expect(report.lastPathComponent == "report.md")
      for figure in ComparisonReport(comparison).figures {
        for type in ["png", "svg", "gnuplot"] {
          let file = folder.appendingPathComponent("figures/\(figure.fileName).\(type)")
          #expect(try Data(contentsOf: file).count > 500, "\(file.lastPathComponent)")
        }
      }
      try check(folder)
    }
  }

  @Test func theTerminalSaysWhatVaries() throws {
    let text = try RunComparison(SyntheticRuns.pair, options: .init()).text
    #expect(text.contains("with 95% intervals over seeds and problems"))
    #expect(text.contains("SD over seeds' means; chance that a seed beats one of"))
    #expect(!text.contains("students and problems"))
  }

  @Test(arguments: CostAxis.allCases) func figuresAreDrawn(_ axis: CostAxis) throws {
    try images(
      RunComparison(SyntheticRuns.pair, options: .init(axis: axis)), "compare-\(axis.rawValue)"
    ) { folder in
      // The script draws the figure anew.
      let figures = folder.appendingPathComponent("figures")
      try FileManager.default.removeItem(at: figures.appendingPathComponent("trajectories.svg"))
      var gnuplot = ChildProcess(.at(try Gnuplot.locate().program), ["trajectories.gnuplot"])
      gnuplot.folder = figures
      gnuplot.timeout = .seconds(60)
      #expect(try gnuplot.runBlocking().isSuccess)
      #expect(
        FileManager.default.fileExists(
          atPath: figures.appendingPathComponent("trajectories.svg").path))
    }
  }

  @Test func hostileNamesStayNames() throws {
    let mark = FileManager.default.temporaryDirectory.appendingPathComponent("soar-owned").path
    let hostile = "a' | ; system('touch \(mark)') #\n<b>`x`"
    var runs = SyntheticRuns.pair
    for run in runs.indices {
      runs[run].name = hostile + "\(run)"
      runs[run].armOrder = []
      for index in runs[run].armRuns.indices where runs[run].armRuns[index].arm == "PQ" {
        runs[run].armRuns[index].arm = hostile
      }
      for index in runs[run].outerSteps.indices { runs[run].outerSteps[index].teacher = hostile }
      for index in runs[run].questions.indices {
        runs[run].questions[index].place.teacher = hostile
      }
    }
    let comparison = try RunComparison(runs, options: .init(baseline: hostile))
    try images(comparison, "compare-hostile") { folder in
      let text = try String(
        contentsOf: folder.appendingPathComponent("report.md"), encoding: .utf8)
      #expect(!text.contains("<b>") && !text.contains("`x`"))
      #expect(!FileManager.default.fileExists(atPath: mark))
      for table in text.components(separatedBy: "\n\n") where table.hasPrefix("|") {
        #expect(Set(table.split(separator: "\n").map { $0.filter { $0 == "|" }.count }).count == 1)
      }
    }
  }

  @Test func nothingButArms() throws {
    var runs = SyntheticRuns.pair
    for index in runs.indices {
      runs[index].outerSteps = []
      runs[index].questions = []
      runs[index].armRuns = runs[index].armRuns.filter { $0.arm == "Hard-Only" }.map {
        var run = $0
        run.evaluations = run.evaluations.filter { $0.step == nil }
        return run
      }
    }
    try images(RunComparison(runs, options: .init()), "compare-bare") { folder in
      let text = try String(
        contentsOf: folder.appendingPathComponent("report.md"), encoding: .utf8)
      #expect(text.contains("No questions are stored."))
    }
  }
}
