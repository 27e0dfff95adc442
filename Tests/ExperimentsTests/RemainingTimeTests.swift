// Locks: while a run has measured nothing, the time left is that of an expected duration, less what it has
// spent on its preparation, and says what it rests on; once it has measured loops or arms, these count at their
// own rates, and the others as expected, times how far off the expectation was; an expectation without rates
// says something from the first measured part on; without an expectation nothing is said.

import Diagnostics
import Foundation
import RunStore
import SelfPlay
import TestSupport
import Testing

@testable import Experiments

@Suite struct RemainingTimeTests {
  /// 60 s to prepare, a minute for each loop and 40 s for each arm, over all seeds.
  private static func expected(_ plan: RunPlan) -> ExpectedDuration {
    ExpectedDuration(
      preparation: 60, loops: plan.loops.map { .init(name: $0.teacher, seconds: 60) },
      arms: plan.arms.map { .init(name: $0.name, seconds: 40) }, basis: "earlier runs")
  }

  private func left(
    after seconds: Double = 0,
    expecting expected: (RunPlan) -> ExpectedDuration? = RemainingTimeTests.expected,
    preparing prepare: (RunStore) throws -> Void = { _ in }
  ) throws -> (time: RemainingTime, plan: RunPlan) {
    try TemporaryFolder.with { folder in
      let run = try RunExecution.begin(
        WorkPlanTests.tiny, at: folder.appendingPathComponent("run"), workers: 2)
      try prepare(run.store)
      let progress = try run.store.progress(rewards: 1, questions: 0)
      let plan = RunPlan(run.configuration)
      let time = RemainingTime(
        plan, progress, expected: expected(plan),
        now: progress.run.started.addingTimeInterval(seconds))
      return (time, plan)
    }
  }

  private func commitStep(_ store: RunStore, seconds: Double) throws {
    try store.commit(
      outerStep: OuterStepRecord(
        teacher: TeacherRunConfiguration.soar, seed: 1, step: 0, scheme: "grounded", meanReward: 0,
        movingAverage: 0, threshold: 1, isPromoted: false, chosenDataset: nil, chosenRepeat: nil,
        rejected: 0, tokensSampled: 10, tokensTrained: 10, teacherLoss: 0, teacherKL: 0,
        teacherGradientNorm: 1, baselineAccuracy: 0, seconds: seconds, datasets: []))
  }

  @Test func earlierRunsStandInForWhatIsNotMeasured() throws {
    // Three loops and six arms.
    let (time, plan) = try left(after: 20)
    #expect(plan.loops.count == 3 && plan.arms.count == 6)
    #expect(abs(time.seconds - (40 + 180 + 240)) < 1e-6 && time.basis == "earlier runs")
    #expect(time.unmeasured > 0)
    #expect(time.words == "about 8 min, by earlier runs")
    // The clock was set back, or the preparation takes longer than expected.
    #expect(try left(after: -60).time.seconds == 480)
    #expect(try left(after: 700).time.seconds == 420)
  }

  @Test func whatIsMeasuredCorrectsTheRest() throws {
    // A step of the first loop should take 60 s over 2 seeds of 3 steps; it takes twice as long.
    let (time, _) = try left(preparing: { try commitStep($0, seconds: 20) })
    #expect(abs(time.seconds - (2 * (180 + 240) - 20)) < 1e-6)
    #expect(time.words == "about 14 min, by earlier runs")
  }

  @Test func armsCorrectArms() throws {
    let (time, plan) = try left(preparing: { store in
      try commitStep(store, seconds: 20)
      // Ends the loops of the first seed, one of them early.
      try store.commit(
        armRun: ArmRunRecord(
          arm: "Hard-Only", seed: 1, questionsSource: "none", mixing: "hardOnly", steps: 5,
          rollouts: 80, tokensSampled: 100, tokensTrained: 100, seconds: 60))
    })
    let students = try #require(plan.arms.first { $0.name == "Hard-Only" }?.students)
    // On two workers a student has taken 30 s.
    let perStudent = 40.0 / Double(2 * students)
    let hardOnly = Double(2 * students - 1) * 30
    let arms = 5 * 40 * 30 / perStudent
    // Of the second seed: the first loop as measured, two as expected, times two.
    let loops = 3.0 * 20 + 2 * 30 * 2
    #expect(abs(time.seconds - (loops + hardOnly + arms)) < 1e-6)
  }

  @Test func withoutAnEarlierRunTheFirstStepTells() throws {
    func relative(_ plan: RunPlan) -> ExpectedDuration {
      var expected = Self.expected(plan)
      // In any unit.
      for index in expected.loops.indices { expected.loops[index].seconds /= 1000 }
      for index in expected.arms.indices { expected.arms[index].seconds /= 1000 }
      (expected.basis, expected.isRelative) = ("this run so far", true)
      return expected
    }
    #expect(try left(after: 20, expecting: relative).time.words == nil)
    let (time, _) = try left(
      expecting: relative, preparing: { try commitStep($0, seconds: 20) })
    #expect(abs(time.seconds - (2 * (180 + 240) - 20)) < 1e-6)
    #expect(time.words == "about 14 min, by this run so far")
  }

  @Test func nothingIsGuessed() throws {
    let time = try left(after: 60, expecting: { _ in nil }).time
    #expect(time.seconds == 0 && time.basis == nil && time.words == nil)
  }
}
