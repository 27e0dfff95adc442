// Locks: while a run has measured nothing, the time left is that of an expected duration, less what it has
// spent, and says what it rests on; without an expectation nothing is said.

import Diagnostics
import Foundation
import RunStore
import SelfPlay
import TestSupport
import Testing

@testable import Experiments

@Suite struct RemainingTimeTests {
  private static let expected = ExpectedDuration(seconds: 600, basis: "earlier runs")

  private func left(_ expected: ExpectedDuration?, after seconds: Double) throws -> RemainingTime {
    try TemporaryFolder.with { folder in
      let run = try RunExecution.begin(
        WorkPlanTests.tiny, at: folder.appendingPathComponent("run"), workers: 2)
      let progress = try run.store.progress(rewards: 1, questions: 0)
      return RemainingTime(
        RunPlan(run.configuration), progress, expected: expected,
        now: progress.run.started.addingTimeInterval(seconds))
    }
  }

  @Test func earlierRunsStandInForWhatIsNotMeasured() throws {
    let time = try left(Self.expected, after: 60)
    #expect(abs(time.seconds - 540) < 1e-6 && time.basis == "earlier runs")
    #expect(time.unmeasured > 0)
    #expect(time.words == "about 9 min, by earlier runs")
    #expect(try left(Self.expected, after: 555).words == "about 50 s, by earlier runs")
    // The clock was set back, or the expectation was too short.
    #expect(try left(Self.expected, after: -60).seconds == 600)
    #expect(try left(Self.expected, after: 700).words == nil)
    let long = ExpectedDuration(seconds: 12_000, basis: "earlier runs")
    #expect(try left(long, after: 0).words == "about 3 h 20 min, by earlier runs")
  }

  @Test func nothingIsGuessed() throws {
    let time = try left(nil, after: 60)
    #expect(time.seconds == 0 && time.basis == nil && time.words == nil)
  }
}
