// Locks:
// - a loop has one colour, which its arms share; in every figure, whatever else the figure shows
// - the first grounded loop is blue, the permuted loop grey, the untrained teacher black; parts of its questions
//   take colours that loops leave; no two arms look the same, and there are eight colours at most
// - the report lists each loop with the arms that come from it, and says who answers where loops differ in it
// - who wrote questions is named by an arm, alone rather than mixed

import Foundation
import RunStore
import SelfPlay
import TestSupport
import Testing

@testable import Reporting

@Suite struct LooksTests {
  @Test func armsHaveTheColourOfTheirLoop() throws {
    let configuration = SyntheticPlan.configuration
    let looks = Looks(configuration)
    #expect(looks.loop("SOAR") == .other(0))
    #expect(looks.loop("permuted") == .control)
    #expect(Set(SyntheticPlan.loops.map { looks.loop($0).color }).count == 6)
    for arm in configuration.arms where arm.source == .trainedTeacher {
      #expect(looks.arm(arm.name).color == looks.loop(arm.teacher).color, "\(arm.name)")
    }
    #expect(looks.arm("SOAR-T") == looks.loop("SOAR"))
    #expect(looks.arm("PQ").color == looks.loop("SOAR").color)
    #expect(looks.arm("Hard-Only") == .reference)
    #expect(looks.arm("Base-T").color == SeriesStyle.reference.color)
    let all = configuration.arms.map { looks.arm($0.name) }
    #expect(Set(all).count == all.count, "no two arms look the same")
    #expect(Set(all.map(\.color)).count <= 8)
  }

  @Test func partsOfTheUntrainedTeachersQuestionsDiffer() {
    var configuration = SyntheticPlan.configuration
    let parts: [ArmConfiguration.Filter] = [.wellPosed, .correct]
    configuration.arms += parts.map { part in
      var arm = ArmConfiguration(
        name: "Base-T, \(part)", source: .untrainedTeacher, mixing: .alone, steps: 60)
      arm.filter = part
      return arm
    }
    let crowded = Looks(configuration)
    let all = configuration.arms.map { crowded.arm($0.name) }
    #expect(Set(all).count == all.count, "with few colours left they differ in mark and dash")
    // Loops take colours first; without them there are enough.
    configuration.arms.removeAll { $0.source == .trainedTeacher }
    let looks = Looks(configuration)
    let own = looks.arm("Base-T").color
    let colours = parts.map { looks.arm("Base-T, \($0)").color }
    #expect(own == SeriesStyle.reference.color && looks.arm("Base-T + hard").color == own)
    #expect(Set(colours + [own]).count == 3)
  }

  @Test func groundedLoopsComeFirst() {
    let looks = Looks(loops: [
      ("learnability", "learnability"), ("mine", "grounded"), ("shuffled", "permuted"),
      ("second", "grounded"),
    ])
    #expect(
      ["mine", "second", "learnability"].map(looks.loop) == (0..<3).map(SeriesStyle.other))
    #expect(looks.ordered(["else", "second", "mine"]) == ["mine", "second", "else"])
    #expect(looks.styles(ofLoops: ["else", "mine"]) == [.other(4), .other(0)])
  }

  @Test func manyArmsOfOneColourDiffer() {
    let variants = (0..<SeriesStyle.variants).map(SeriesStyle.other(1).variant)
    #expect(Set(variants).count == variants.count && variants[0] == .other(1))
    #expect(Set(variants.map(\.color)).count == 1)
    // Writers without a loop get what loops leave.
    #expect(SeriesStyle.spare(0, besides: 4) == .other(4))
    #expect(SeriesStyle.spare(2, besides: 4).color == SeriesStyle.other(4).color)
    #expect(SeriesStyle.spare(2, besides: 4) != .other(4))
  }

  /// The figure of rewards, of collapse, of labels, the learning curves and pass@k.
  @Test func aLoopLooksTheSameInEveryFigure() throws {
    let looks = Looks(SyntheticPlan.configuration)
    var data = SyntheticPlan.data
    data.configuredLooks = looks
    data.outerSteps = ["learnability", "SOAR", "permuted"].flatMap { name in
      SyntheticReport.outerSteps().map {
        var step = $0
        step.teacher = name
        step.scheme = name == "permuted" ? "permuted" : "grounded"
        return step
      }
    }
    data.arms = ["SOAR-T", "learnability-T", "permuted-T"].map { name in
      var arm = data.arms[0]
      arm.name = name
      return arm
    }
    var labels = LabelSeriesFigure(
      ["learnability", "SOAR"].map {
        AssociationFacts.LabelPoint(teacher: $0, step: 0, wellPosed: 1, correct: 0)
      })
    labels.looks = data.looks
    var collapse = try #require(
      CollapseFigure(
        ComparisonReport(
          try RunComparison([SyntheticContest.run()], options: .init(axis: .flops))
        ).answers.collapses))
    #expect(collapse.looks.loop("beaten").color != collapse.looks.loop("SOAR").color)
    collapse.looks = Looks(loops: [("beaten", "grounded"), ("SOAR", "grounded")])
    #expect(try collapse.script().contains(collapse.looks.loop("SOAR").line(width: 2.6)))
    let curves = try #require(data.learningCurves)
    let figures: [any Figure] = [data.loopFigure, labels, curves, data.passAtKFigure]
    for name in ["SOAR", "learnability"] {
      let style = looks.loop(name)
      for figure in figures {
        let script = try figure.script()
        #expect(script.contains("linecolor rgb '\(style.color)'"), "\(name) \(figure.fileName)")
        #expect(script.contains("pointtype \(style.pointType) "), "\(name) \(figure.fileName)")
      }
    }
    #expect(data.loopFigure.caption.contains("of the loops learnability, SOAR beside permuted"))
    // Alone, a loop keeps the colour that it has beside others.
    var alone = data
    alone.outerSteps.removeAll { $0.teacher == "SOAR" }
    alone.arms.removeAll { $0.name == "SOAR-T" }
    labels.points.removeAll { $0.teacher == "SOAR" }
    for figure in [alone.loopFigure, labels, alone.passAtKFigure] as [any Figure] {
      let script = try figure.script()
      #expect(script.contains("'\(looks.loop("learnability").color)'"), "\(figure.fileName)")
      #expect(!script.contains("'\(looks.loop("SOAR").color)'"), "\(figure.fileName)")
    }
    // What happens to a loop is marked in no loop's colour.
    let colours = SyntheticPlan.loops.map { looks.loop($0).color }
    #expect(!colours.contains(SeriesStyle.event.color))
    #expect(try data.loopFigure.script().contains(SeriesStyle.event.mark(size: 1.8)))
  }

  @Test func loopsAreListedWithTheirArms() {
    var data = SyntheticReport.data
    #expect(!MarkdownReport(data).text.contains("Outer loops and their arms"))
    var configuration = SyntheticPlan.configuration
    configuration.teachers = Array(configuration.teachers.prefix(3))
    configuration.arms.removeAll { SyntheticPlan.loops.dropFirst(3).contains($0.teacher) }
    data.loops = configuration.reportLoops
    #expect(
      MarkdownReport(data).text.contains(
        """

        Outer loops and their arms (figures about teachers use the loop's name):

        - **SOAR** (grounded reward): SOAR-T; SOAR-T + hard; SOAR-T, then hard; PQ
        - **permuted** (permuted rewards): permuted-T; permuted-T + hard; permuted-T, then hard
        - **learnability** (reward learnability): learnability-T; learnability-T + hard; \
        learnability-T, then hard

        """), "\(data.loops.map(\.markdown))")
    configuration.teachers[0].promotion = false
    configuration.teachers[1].answers = "oracle"
    configuration.teachers[2].poolSize = 256
    let words = configuration.reportLoops.map(\.explanation)
    #expect(
      words == [
        "grounded reward; never promotes a student; the teacher answers its own questions",
        "permuted rewards; promotes students; the oracle, a program, answers the teacher's questions "
          + "wherever there is a right answer",
        "reward learnability; the teacher writes nothing and chooses among 256 problems with their answers",
      ], "\(words)")
  }

  @Test func writersAreNamedByAnArm() {
    let configuration = SyntheticPlan.configuration
    func writers(_ names: [String]) -> [String] {
      var writers: [QuestionWriter] = []
      for name in names {
        for arm in configuration.arms where arm.name == name {
          _ = writers.index(of: QuestionWriter(arm, configuration))
        }
      }
      return writers.map(\.arm)
    }
    #expect(writers(["SOAR-T + hard", "Base-T", "SOAR-T", "PQ"]) == ["SOAR-T", "Base-T", "PQ"])
    #expect(writers(["SOAR-T + hard", "SOAR-T, then hard"]) == ["SOAR-T + hard"])
  }
}
