// Locks:
// - what is stored comes back equal, NaN included
// - a step or an arm is stored whole or not at all
// - labelling again adds, and readers see the newest label
// - a question that several datasets share is stored with each and counted once
// - generated text is data, never SQL
// - seconds of sessions add up; peak memory is the greatest

import Diagnostics
import Foundation
import GRDB
import RunStore
import TestSupport
import Testing

@Suite struct RoundTripTests {
  @Test func outerStepsComeBackEqual() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try SampleRun.fill(store)
      let reopened = try RunStore.open(at: folder, readOnly: true)
      var expected = SampleRun.outerStep(1, isPromoted: true)
      for index in expected.datasets.indices { expected.datasets[index].questions = [] }
      let steps = try reopened.outerSteps(seed: 1)
      #expect(steps.count == 2)
      #expect(steps.last == expected)
      #expect(try reopened.outerSteps().map(\.seed) == [1, 1, 2])
      #expect(try reopened.lastCommittedOuterStep(seed: 1) == 1)
      #expect(try reopened.lastCommittedOuterStep(seed: 2) == 0)
      #expect(try reopened.lastCommittedOuterStep(seed: 3) == nil)
      #expect(try reopened.seeds() == [1, 2])
    }
  }

  @Test func armsComeBackEqual() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try SampleRun.fill(store)
      let runs = try store.armRuns()
      #expect(runs.map { "\($0.arm) \($0.seed)" } == ["Base 1", "PQ 1", "PQ 2"])
      var expected = SampleRun.armRun("PQ", seed: 2)
      expected.questions = []
      #expect(runs.last == expected)
      #expect(
        try store.finishedArms(seed: 1)
          == [ArmStudent(arm: "Base", student: 0), ArmStudent(arm: "PQ", student: 0)])
      #expect(try store.finishedArms(seed: 2) == [ArmStudent(arm: "PQ", student: 0)])
    }
  }

  @Test func studentsComeBackEqual() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try SampleRun.fill(store, nested: true)
      let runs = try store.armRuns()
      #expect(
        runs.map { "\($0.arm) \($0.seed) \($0.student)" } == [
          "Base 1 0", "PQ 1 0", "PQ 1 1", "PQ 2 0",
        ])
      var expected = SampleRun.secondStudent
      expected.questions = []
      // Evaluations come by split.
      expected.evaluations = [0, 1, 2].map { expected.evaluations[$0] }.sorted {
        $0.split.rawValue < $1.split.rawValue
      }
      #expect(runs[2] == expected)
      #expect(try store.finishedArms(seed: 1).last == ArmStudent(arm: "PQ", student: 1))
      let questions = try store.questions(teacher: "PQ", seed: 1)
      #expect(questions.map(\.student) == [0, 0, 1, 1])
      #expect(questions.map(\.question.position) == [0, 1, 0, 1])
      #expect(try store.questions(teacher: "SOAR").allSatisfy { $0.student == nil })
      #expect(try store.events().last?.student == 1)
      #expect(try store.screening() == SampleRun.screening + SampleRun.transferScreening)
      #expect(try store.hardProblems().last == SampleRun.transferProblem)
      // The same student twice is refused.
      #expect(throws: UserError.self) { try store.commit(armRun: SampleRun.secondStudent) }
    }
  }

  @Test func theRestComesBackEqual() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try SampleRun.fill(store)
      #expect(try store.run() == SampleRun.run)
      #expect(try store.hardProblems() == SampleRun.hardProblems)
      #expect(try store.screening() == SampleRun.screening)
      let points = try store.pretraining()
      #expect(points.first == SampleRun.pretraining.first)
      #expect(points.last?.loss.isNaN == true)
      #expect(try store.events().count == 6)
      let questions = try store.questions(teacher: "SOAR", seed: 1, step: 1)
      #expect(questions.map(\.isPromoted) == [false, false, false, true, true, true])
      #expect(questions.first?.question == SampleRun.question(0))
      #expect(try store.questions(teacher: "PQ").allSatisfy { $0.step == nil })
      #expect(try store.questions().count == 24)
    }
  }

  @Test func aDivergedStepIsStored() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      var step = SampleRun.outerStep(0)
      step.teacherLoss = .nan
      step.teacherGradientNorm = .infinity
      step.datasets[0].reward = .nan
      try store.commit(outerStep: step)
      let stored = try #require(try store.outerSteps().first)
      #expect(stored.teacherLoss.isNaN)
      #expect(stored.teacherGradientNorm == .infinity)
      #expect(stored.datasets[0].reward.isNaN)
    }
  }

  @Test func aFailingCommitLeavesNothing() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try SampleRun.fill(store)
      let before = try store.digest()

      var step = SampleRun.outerStep(5)
      step.datasets[1].questions.append(SampleRun.question(0))
      #expect(throws: UserError.self) { try store.commit(outerStep: step) }
      step = SampleRun.outerStep(6)
      step.promotion = PromotionRecord(
        dataset: 9, repeatIndex: 0, accuracyBefore: 0, accuracyAfter: 1)
      #expect(throws: UserError.self) { try store.commit(outerStep: step) }
      var arm = SampleRun.armRun("Other")
      arm.evaluations[0].problems.append(ProblemSuccesses(problem: 99, successes: 1))
      #expect(throws: UserError.self) { try store.commit(armRun: arm) }
      #expect(throws: UserError.self) { try store.commit(outerStep: SampleRun.outerStep(0)) }

      #expect(try store.digest() == before)
      #expect(try store.lastCommittedOuterStep(seed: 1) == 1)
    }
  }

  @Test func labelsAppend() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try SampleRun.fill(store)
      let question = try #require(try store.questions(teacher: "SOAR", seed: 1, step: 0).first)
      let second = SampleRun.label(version: 2, isCorrect: true)
      try store.commit(labels: [(question.id, second)])
      #expect(try store.labels(of: question.id) == [SampleRun.label(), second])
      let reread = try #require(try store.questions(teacher: "SOAR", seed: 1, step: 0).first)
      #expect(reread.question.labels == [second])
      #expect(throws: UserError.self) { try store.commit(labels: [(question.id, second)]) }

      let shares = try store.questionShares(classifier: "exact")
      #expect(shares.map(\.questions) == [6, 6, 6])
      #expect(shares[0].correct == 1.0 / 6)
      #expect(shares[1].correct == 0)
      #expect(shares[0].wellPosed == 1)
      #expect(shares[0].meanOperations == 2)
      #expect(shares[0].distinctShare == 1.0 / 6)
    }
  }

  @Test func sharedQuestionsCountOnce() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      var step = SampleRun.outerStep(0)
      step.datasetsPerQuestion = 2
      for dataset in 0..<2 {
        for position in 0..<3 {
          step.datasets[dataset].questions[position].poolPosition = (position + dataset) % 3
          step.datasets[dataset].questions[position].copy = dataset
        }
      }
      try store.commit(outerStep: step)
      #expect(try store.outerSteps().first?.datasetsPerQuestion == 2)
      let questions = try store.questions().map(\.question)
      #expect(questions.compactMap(\.poolPosition) == [0, 1, 2, 1, 2, 0])
      #expect(questions.map(\.isRepeated) == [false, false, false, true, true, true])
      #expect(try store.questionShares(classifier: "exact").map(\.questions) == [3])
      #expect(try store.labelShares().filter { $0.classifier == "exact" }.map(\.questions) == [3])
      try store.consolidate()
      let path = folder.appendingPathComponent(RunStore.fileName).path
      let errors = try DatabaseQueue(path: path).read {
        try Int.fetchAll($0, sql: "SELECT questions FROM error_share")
      }
      #expect(errors == [3])
    }
  }

  @Test func generatedTextIsData() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      let hostile = "'); DROP TABLE question; --\n| \u{1b}[31m"
      var step = SampleRun.outerStep(0)
      step.datasets[0].questions[0].question = hostile
      step.teacher = hostile
      step.events = []
      try store.commit(outerStep: step)
      let stored = try store.questions(teacher: hostile)
      #expect(stored.count == 6)
      #expect(stored.first?.question.question == hostile)
    }
  }

  @Test func sessionsAddUp() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try store.begin(SampleRun.run)
      try store.end(
        .interrupted, at: SampleRun.created, sessionSeconds: 10, peakMemoryBytes: 5000)
      #expect(try store.run().outcome == .interrupted)
      try store.resume()
      #expect(try store.run().outcome == .running)
      #expect(try store.run().ended == nil)
      try store.end(.finished, at: SampleRun.created, sessionSeconds: 5, peakMemoryBytes: 4000)
      let run = try store.run()
      #expect(run.activeSeconds == 15)
      #expect(run.peakMemoryBytes == 5000)
      #expect(run.ended == SampleRun.created)
    }
  }
}
