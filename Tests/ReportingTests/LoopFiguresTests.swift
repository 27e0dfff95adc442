// Locks: curves of fresh students have a line per writer and a panel per way of mixing, at most six
// writers, and name those that are left out; there are none with fewer than three measured steps; on
// hard-test where it was measured along the training, otherwise on hard-train; loops stand beside the
// permuted control where there is one; how loops collapse is drawn for one of each scheme first, with a cross
// where one ended, and as text within 80 columns.

import Foundation
import Reporting
import RunStore
import SelfPlay
import TestSupport
import Testing

@Suite struct LoopFiguresTests {
  private static func script(_ figure: some Figure, as name: String) throws -> String {
    try TemporaryFolder.with(keptAs: name) { folder in
      try Gnuplot.locate().draw(figure, in: folder)
      let file = folder.appendingPathComponent("\(figure.fileName).gnuplot")
      return try String(contentsOf: file, encoding: .utf8)
    }
  }

  @Test func curvesByWriter() throws {
    let figure = try #require(SyntheticPlan.curves)
    #expect(figure.caption.contains("pass@8 on hard-test, in percent, mean of 5 seeds"))
    #expect(figure.caption.contains("Dotted: where the plan compares arms, step 20 and 40."))
    // The untrained teacher, the grounded loop and its control come first.
    #expect(figure.caption.hasSuffix("Not shown: band-T."))
    let script = try Self.script(figure, as: "curves")
    let names = ["Base-T", "SOAR-T", "permuted-T", "learnability-T", "uncertainty-T", "random-T"]
    for name in names { #expect(script.contains("'\(name)' at")) }
    for title in ["questions alone", "mixed with hard-train", "then hard-train, from step 20"] {
      #expect(script.contains("set title '\(title)'"))
    }
    #expect(script.contains("set arrow 2 from 40, graph 0"))
  }

  @Test func curvesWithoutTestsAlongTheWayAreOnHardTrain() throws {
    var runs = SyntheticPlan.armRuns.filter { $0.seed < 3 }
    for index in runs.indices {
      runs[index].evaluations.removeAll { $0.split == .test && $0.step != nil }
    }
    let figure = try #require(LearningCurvesFigure(SyntheticPlan.configuration, armRuns: runs))
    #expect(figure.caption.contains("greedy accuracy on hard-train, in percent, mean of 2 seeds"))
    #expect(figure.caption.contains("thin: single seeds"))
    _ = try Self.script(figure, as: "curves-train")
    for index in runs.indices {
      runs[index].evaluations.removeAll { $0.step == 20 || $0.step == 40 }
    }
    #expect(LearningCurvesFigure(SyntheticPlan.configuration, armRuns: runs) == nil)
  }

  @Test func likeArmsAreNamed() throws {
    var configuration = SyntheticPlan.configuration
    configuration.teachers.removeAll { SyntheticPlan.loops.dropFirst(2).contains($0.name) }
    configuration.arms.removeAll { SyntheticPlan.loops.dropFirst(2).contains($0.teacher) }
    var again = try #require(configuration.arms.first { $0.name == "SOAR-T" })
    again.name = "SOAR-T again"
    var fewer = again
    fewer.name = "SOAR-T, few"
    fewer.sourceCount = 32
    configuration.arms += [again, fewer]
    let runs = SyntheticPlan.armRuns
    let more = ["SOAR-T again", "SOAR-T, few"].flatMap { name in
      runs.filter { $0.arm == "SOAR-T" }.map {
        var run = $0
        run.arm = name
        return run
      }
    }
    let figure = try #require(LearningCurvesFigure(configuration, armRuns: runs + more))
    #expect(figure.caption.hasSuffix("Not shown: SOAR-T again."))
    let script = try Self.script(figure, as: "curves-alike")
    #expect(script.contains("'SOAR-T' at") && script.contains("'SOAR-T, few' at"))
  }

  private static func steps(_ teacher: String, _ scheme: String) -> [OuterStepRecord] {
    SyntheticReport.outerSteps(seeds: 4, steps: 20).map {
      var step = $0
      step.teacher = teacher
      step.scheme = scheme
      guard scheme == "permuted" else { return step }
      step.isPromoted = false
      step.meanReward = 0.03 * (SyntheticReport.noise(step.seed, step.step, 7) - 0.4)
      return step
    }
  }

  @Test func loopsBesideTheirControl() throws {
    let control = Self.steps("shuffled", "permuted")
    let figure = try #require(
      ControlledRewardFigure(steps: Self.steps("SOAR", "grounded") + control))
    #expect(figure.caption.contains("of the loop SOAR beside shuffled"))
    #expect(figure.caption.contains("4 seeds: 1, 2, 3 and 4."))
    let script = try Self.script(figure, as: "control")
    #expect(script.contains("'control: shuffled'"))
    let several = try #require(
      ControlledRewardFigure(
        steps: ["SOAR", "no-promotion", "third"].flatMap { Self.steps($0, "grounded") } + control))
    #expect(try Self.script(several, as: "control-several").contains("set title 'third'"))
    #expect(ControlledRewardFigure(steps: SyntheticReport.outerSteps()) == nil)
    #expect(ControlledRewardFigure(steps: control + Self.steps("l", "learnability")) == nil)
    var data = SyntheticReport.data
    #expect(data.figures[1].fileName == "teacher-reward")
    data.outerSteps += control
    #expect(data.figures[1] is ControlledRewardFigure)
  }

  private func collapses(_ run: ComparedRun) throws -> [ComparisonAnswers.Collapses] {
    ComparisonReport(try RunComparison([run], options: .init(axis: .flops))).answers.collapses
  }

  @Test func everySchemeHasAColumn() throws {
    let all = try collapses(SyntheticContest.run())
    let figure = try #require(CollapseFigure(all))
    // The second loop of the scheme learnability has no place among six.
    #expect(figure.caption.contains("beaten (learnability, 4 seeds)"))
    #expect(figure.caption.hasSuffix("Not shown: beaten-flops."))
    #expect(figure.caption.contains("crosses: loops that ended"))
    let script = try Self.script(figure, as: "collapse")
    for teacher in SyntheticContest.teachers {
      #expect(script.contains("'\(teacher.name)' at screen") == (teacher.name != "beaten-flops"))
    }
    // One loop ended: a cross in each of its panels, at its last step.
    #expect(script.components(separatedBy: "pointtype 2 ").count == 1 + 3)
    let text = try Gnuplot.locate().text(figure, columns: 80)
    for word in ["SOAR", "armless", "well-posed (%)", "KL per token (nats)", "outer step t"] {
      #expect(text.contains(word), "\(word)")
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(CollapseFigure([]) == nil)
    let one = try #require(CollapseFigure(Array(all.prefix(1))))
    #expect(!one.caption.contains("crosses") && !one.caption.contains("Not shown"))
    #expect(one.size.height < figure.size.height)
  }

  @Test func aLoopsCourse() throws {
    let all = try collapses(SyntheticContest.run())
    // Ill-posed from step 3 on, in seeds 1 and 2.
    let better = try #require(all.first { $0.teacher == "better" }).loops
    #expect(better[0].course.wellPosed.steps == Array(0..<8))
    #expect(better[0].course.wellPosed.values == [1, 1, 1, 0, 0, 0, 0, 0])
    #expect(better[3].course.wellPosed.values.allSatisfy { $0 == 1 })
    // Repeats itself from step 3 on: one question where there were eight.
    let beaten = try #require(all.first { $0.teacher == "beaten" }).loops[0].course.vendi.values
    #expect(beaten[0] > 4 && abs(beaten[7] - 1) < 1e-9)
    #expect(better[0].course.divergence.values == [Double](repeating: 0, count: 8))
  }

  @Test func aKilledSessionsTimeIsNotForgotten() {
    var data = SyntheticReport.data
    for index in data.outerSteps.indices { data.outerSteps[index].seconds = 60 }
    data.run.activeSeconds = 30
    #expect(data.outerSteps.count == 90)
    let text = MarkdownReport(data).text
    #expect(
      text.contains(
        "It took at least 1 h 30 min (the time of all outer steps; a session that was killed stored no "
          + "other) with 2 workers."))
    #expect(text.contains("| time at work | at least 1 h 30 min: the time of all outer steps;"))
    data.run.activeSeconds = 1e6
    #expect(!MarkdownReport(data).text.contains("at least 1 h"))
    #expect(!MarkdownReport(data).text.contains("session that was killed"))
  }
}
