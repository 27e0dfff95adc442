// Locks:
// - a store of format 1 is read as it is, with nil in what it lacks, and stays untouched
// - opened for writing it becomes format 2, with the same content and the same digest
// - a run of format 2 that holds nothing new has the digest of format 1

import Foundation
import GRDB
import RunStore
import Testing

@Suite struct MigrationTests {
  /// Takes out of a store what version 2 brought, down to the migrator's own note of it.
  private func makeVersionOne(_ folder: URL) throws {
    let path = folder.appendingPathComponent(RunStore.fileName).path
    try DatabaseQueue(path: path).write { database in
      try database.execute(
        sql: """
          DROP VIEW question_signal;
          DROP VIEW teacher_cost;
          DROP VIEW promotion_question;
          ALTER TABLE outer_step DROP COLUMN scheme;
          ALTER TABLE outer_step DROP COLUMN forward_flops;
          ALTER TABLE outer_step DROP COLUMN backward_flops;
          ALTER TABLE question DROP COLUMN solve_rate;
          ALTER TABLE question DROP COLUMN majority_share;
          ALTER TABLE question DROP COLUMN question_reward;
          CREATE VIEW teacher_cost AS SELECT teacher, seed FROM outer_step GROUP BY teacher, seed;
          CREATE VIEW promotion_question AS
            SELECT question.* FROM question JOIN dataset USING (teacher, seed, step, dataset)
            WHERE dataset.is_promoted;
          DELETE FROM grdb_migrations WHERE identifier LIKE '2:%';
          UPDATE run SET format_version = 1;
          PRAGMA user_version = 1;
          """)
    }
  }

  /// The sample run as release 0.1.0 would have stored it.
  private func inVersionOne(_ body: (URL) throws -> Void) throws {
    try SampleRun.inFolder { folder in
      let store = try RunStore.create(at: folder)
      try SampleRun.fill(store)
      try store.consolidate()
      try makeVersionOne(folder)
      try body(folder)
    }
  }

  @Test func readAsItIs() throws {
    try inVersionOne { folder in
      let file = folder.appendingPathComponent(RunStore.fileName)
      let before = try Data(contentsOf: file)
      let store = try RunStore.open(at: folder, readOnly: true)
      #expect(try store.run().formatVersion == 1)
      let step = try #require(try store.outerSteps().first)
      #expect(step.scheme == nil && step.forwardFLOPs == nil && step.backwardFLOPs == nil)
      #expect(step.tokensSampled == SampleRun.outerStep(0).tokensSampled)
      let question = try #require(try store.questions(teacher: "SOAR").first).question
      #expect(question.solveRate == nil && question.majorityShare == nil)
      #expect(question.questionReward == nil)
      #expect(question.labels == [SampleRun.label()])
      #expect(try store.digest().count == 64)
      #expect(try Data(contentsOf: file) == before)
    }
  }

  @Test func broughtUpToDate() throws {
    try inVersionOne { folder in
      let digest = try RunStore.open(at: folder, readOnly: true).digest()
      let store = try RunStore.open(at: folder, readOnly: false)
      #expect(try store.run().formatVersion == 2)
      #expect(try store.digest() == digest)
      #expect(try store.questions().count == 24)
      try store.commit(outerStep: SampleRun.outerStep(7))
      #expect(try store.digest() != digest)
      #expect(try store.outerSteps(seed: 1).map(\.forwardFLOPs) == [nil, nil, 2.5e10])
      #expect(try store.outerSteps(seed: 1).map(\.scheme) == [nil, nil, "grounded"])
      // Opened once more there is nothing left to do.
      try store.consolidate()
      #expect(try RunStore.open(at: folder, readOnly: false).outerSteps(seed: 1).count == 3)
    }
  }

  @Test func costsPerTeacherAreNullUnlessWhole() throws {
    try inVersionOne { folder in
      let store = try RunStore.open(at: folder, readOnly: false)
      try store.commit(outerStep: SampleRun.outerStep(7))
      try store.commit(outerStep: SampleRun.outerStep(0, seed: 9))
      try store.consolidate()
      let path = folder.appendingPathComponent(RunStore.fileName).path
      let rows = try DatabaseQueue(path: path).read {
        try Row.fetchAll($0, sql: "SELECT * FROM teacher_cost WHERE seed IN (1, 9) ORDER BY seed")
      }
      #expect(rows.map { $0["forward_flops"] as Double? } == [nil, 2.5e10])
      #expect(rows.map { $0["scheme"] as String? } == ["grounded", "grounded"])
      let signals = try DatabaseQueue(path: path).read {
        try Row.fetchAll($0, sql: "SELECT * FROM question_signal WHERE seed = 9")
      }
      #expect(signals.map { $0["questions"] as Int } == [3, 3])
      #expect(signals.map { $0["solve_rate"] as Double? } == [0.25, 0.25])
    }
  }

  @Test func digestsOutliveTheFormat() throws {
    // The same results, once stored by format 1 and brought up to date, once by format 2 with
    // nothing in the new columns.
    func store(_ folder: URL) throws -> RunStore {
      let store = try RunStore.create(at: folder)
      try store.begin(SampleRun.run)
      var step = SampleRun.outerStep(0)
      step.scheme = nil
      step.forwardFLOPs = nil
      step.backwardFLOPs = nil
      step.datasets[0].questions = []
      step.datasets[1].questions = []
      try store.commit(outerStep: step)
      try store.consolidate()
      return store
    }
    try SampleRun.inFolder { folder in
      let digest = try store(folder).digest()
      try makeVersionOne(folder)
      #expect(try RunStore.open(at: folder, readOnly: true).digest() == digest)
      #expect(try RunStore.open(at: folder, readOnly: false).digest() == digest)
    }
  }
}
