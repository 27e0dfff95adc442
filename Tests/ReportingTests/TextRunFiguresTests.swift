// Locks: figures say what they show of runs whose rewards are gains of a probability, and have room for the
// numbers of such gains; what no arm was measured by has no panel and no place in a caption; a run without
// outer loops has no figure of their questions.

import Foundation
import Reporting
import RunStore
import SelfPlay
import TestSupport
import Testing

@Suite struct TextRunFiguresTests {
  private static func rewards(
    _ rewards: [Double], threshold: Double = .nan
  ) -> TeacherRewardFigure {
    TeacherRewardFigure(
      panels: [
        TeacherRewardFigure.Panel(
          seed: 1,
          points: rewards.enumerated().map {
            TeacherRewardFigure.Point(
              step: $0, reward: $1, movingAverage: $1, isPromoted: false)
          })
      ], threshold: threshold)
  }

  @Test func gainsOfAProbability() throws {
    var figure = Self.rewards([0.00001, 0.00003])
    #expect(figure.caption.contains("students' greedy accuracy on hard-train"))
    figure.measure = .probability
    #expect(figure.caption.contains("students' probability of the answer on hard-train"))
    let script = try figure.script()
    #expect(script.contains("change in probability (percentage points)"))
    #expect(script.contains("set ytics 0.001\n"))
    // Gains of whole points keep gnuplot's own tics and the narrow margin.
    let plain = try Self.rewards([0.01, 0.05]).script()
    #expect(plain.contains("change in accuracy") && plain.contains("set ytics autofreq\n"))
    #expect(plain.contains("set lmargin at screen 0.1\n"))
    #expect(!script.contains("set lmargin at screen 0.1\n"))
  }

  @Test func aThresholdFarAboveTheRewards() throws {
    let far = Self.rewards([0.00001, 0.00003], threshold: 0.015)
    #expect(far.caption.contains("the threshold (1.5 points, beyond the axis)"))
    #expect(try far.script().contains("set yrange [0.0:0.0031"))
    let near = Self.rewards([0.01, 0.005], threshold: 0.015)
    #expect(near.caption.contains("the threshold (1.5 points)"))
    #expect(try near.script().contains("set yrange [0.0:1.59"))
  }

  private static func curves(_ pass32: Double?) -> TrainingCurvesFigure {
    TrainingCurvesFigure(
      series: [
        TrainingCurvesFigure.Series(
          arm: "Base-T", seed: 1,
          points: [0, 10].map { step in
            ArmCurvePoint(
              step: step, trainAccuracy: 0.1, testPass1: pass32.map { $0 / 8 },
              testPass32: pass32)
          })
      ], reference: "Hard-Only")
  }

  @Test func measuresThatNobodyTook() throws {
    let all = Self.curves(0.5)
    #expect(all.caption.contains("and pass@1 and pass@32 on hard-test"))
    #expect(try all.script().contains("set title 'hard-test, pass@32'"))
    let training = Self.curves(nil)
    #expect(training.caption.hasPrefix("Greedy accuracy on hard-train, over the training steps"))
    #expect(try !training.script().contains("hard-test"))
    #expect(try !training.script().contains("no data"))
  }
}
