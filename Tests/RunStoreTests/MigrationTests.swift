// Locks:
// - a store of format 1 to 4 is read as it is, with nil in what it lacks, and stays untouched
// - opened for writing it becomes format 10, with the same content and the same digest
// - a run of a later format that holds nothing new has the digest of format 1
// - in format 3 a seed has students and there are transfer problems; what was there is of student 0

import Diagnostics
import Foundation
import GRDB
import RunStore
import TestSupport
import Testing

@Suite struct MigrationTests {
  /// Takes out of a store what a version brought, down to the migrator's own note of it.
  private func takeOut(_ version: Int, of folder: URL, _ sql: String) throws {
    let path = folder.appendingPathComponent(RunStore.fileName).path
    try DatabaseQueue(path: path).write { database in
      try database.execute(
        sql: """
          \(sql)
          DELETE FROM grdb_migrations WHERE identifier LIKE '\(version):%';
          UPDATE run SET format_version = \(version - 1);
          PRAGMA user_version = \(version - 1);
          """)
    }
  }

  /// What version 10 brought.
  private func makeVersionNine(_ folder: URL) throws {
    let condition = "WHERE ifnull(question.copy, 0) = 0"
    let path = folder.appendingPathComponent(RunStore.fileName).path
    try DatabaseQueue(path: path).write { database in
      for view in ["question_share", "error_share"] {
        let text = try #require(
          try String.fetchOne(
            database, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [view]))
        #expect(text.contains(condition))
        try database.execute(
          sql: "DROP VIEW \(view); \(text.replacing(condition, with: ""))")
      }
    }
    try takeOut(
      10, of: folder,
      """
      ALTER TABLE outer_step DROP COLUMN datasets_per_question;
      ALTER TABLE question DROP COLUMN pool_position;
      ALTER TABLE question DROP COLUMN copy;
      """)
  }

  /// And what version 9 brought.
  private func makeVersionEight(_ folder: URL) throws {
    try makeVersionNine(folder)
    try takeOut(9, of: folder, "DROP TABLE judgement; DROP TABLE judge;")
  }

  /// And what version 8 brought.
  private func makeVersionSeven(_ folder: URL) throws {
    try makeVersionEight(folder)
    try takeOut(
      8, of: folder,
      """
      ALTER TABLE screening DROP COLUMN probability;
      ALTER TABLE evaluation_problem DROP COLUMN probability;
      """)
  }

  /// And what version 7 brought.
  private func makeVersionSix(_ folder: URL) throws {
    try makeVersionSeven(folder)
    try takeOut(
      7, of: folder,
      """
      ALTER TABLE question DROP COLUMN training_solve_rate;
      ALTER TABLE question DROP COLUMN zero_variance_share;
      """)
  }

  /// And what version 6 brought.
  private func makeVersionFive(_ folder: URL) throws {
    try makeVersionSix(folder)
    try takeOut(
      6, of: folder,
      """
      ALTER TABLE student_training DROP COLUMN accuracy_at;
      DROP TABLE confirmation;
      ALTER TABLE promotion DROP COLUMN confirmed_reward;
      """)
  }

  /// And what version 5 brought.
  private func makeVersionFour(_ folder: URL) throws {
    try makeVersionFive(folder)
    try takeOut(
      5, of: folder,
      """
      ALTER TABLE question DROP COLUMN advantage;
      ALTER TABLE question DROP COLUMN solve_rate_after;
      ALTER TABLE question DROP COLUMN alignment;
      ALTER TABLE label DROP COLUMN measures;
      """)
  }

  /// And what version 4 brought.
  private func makeVersionThree(_ folder: URL) throws {
    try makeVersionFour(folder)
    let path = folder.appendingPathComponent(RunStore.fileName).path
    try DatabaseQueue(path: path).write { database in
      let columns = try Row.fetchAll(database, sql: "PRAGMA table_info(label)")
        .map { $0["name"] as String }
      let first = try #require(columns.firstIndex(of: "posedness"))
      for column in columns[first...] {
        try database.execute(sql: "ALTER TABLE label DROP COLUMN \(column)")
      }
      try database.execute(
        sql: """
          DROP TABLE question_context;
          DROP TABLE answer_sample;
          DROP TABLE imported_seed;
          DELETE FROM grdb_migrations WHERE identifier LIKE '4:%';
          UPDATE run SET format_version = 3;
          PRAGMA user_version = 3;
          """)
    }
  }

  /// And what version 3 brought.
  private func makeVersionTwo(_ folder: URL) throws {
    try makeVersionThree(folder)
    let path = folder.appendingPathComponent(RunStore.fileName).path
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { database in
      let views = try Row.fetchAll(
        database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY rowid")
      for view in views { try database.execute(sql: "DROP VIEW \(view["name"] as String)") }
      try database.execute(
        sql: """
          ALTER TABLE screening DROP COLUMN is_transfer;
          ALTER TABLE event DROP COLUMN student;
          DROP INDEX question_by_place;
          ALTER TABLE question DROP COLUMN student;
          CREATE UNIQUE INDEX question_by_place
            ON question (teacher, seed, ifnull(step, -1), ifnull(dataset, -1), position);
          """)
      for (table, old, new) in [
        ("hard_problem", "('train', 'test')", "('train', 'test', 'transfer')"),
        ("arm_run", "(arm, seed)", "(arm, seed, student)"),
        ("arm_curve", "(arm, seed)", "(arm, seed, student)"),
        ("evaluation", "(arm, seed)", "(arm, seed, student)"),
      ] {
        let text = try #require(
          try String.fetchOne(
            database, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [table]))
        let before = text.replacing(new, with: old).replacing("student INTEGER NOT NULL,", with: "")
          .replacing("(arm, seed, student, step)", with: "(arm, seed, step)")
          .replacing("('train', 'test', 'transfer')", with: "('train', 'test')")
          .replacing("\"\(table)\"", with: "old_\(table)")
        let columns = try Row.fetchAll(database, sql: "PRAGMA table_info(\(table))")
          .map { $0["name"] as String }.filter { $0 != "student" }.joined(separator: ", ")
        try database.execute(
          sql: """
            \(before);
            INSERT INTO old_\(table) (\(columns)) SELECT \(columns) FROM \(table) ORDER BY rowid;
            DROP TABLE \(table);
            ALTER TABLE old_\(table) RENAME TO \(table);
            """)
      }
      try database.execute(
        sql: """
          CREATE UNIQUE INDEX evaluation_by_place
            ON evaluation (arm, seed, split, kind, ifnull(step, -1));
          DELETE FROM grdb_migrations WHERE identifier LIKE '3:%';
          UPDATE run SET format_version = 2;
          PRAGMA user_version = 2;
          """)
      for view in views {
        let text = (view["sql"] as String).replacing("evaluation.student, ", with: "")
          .replacing("seed, student, ", with: "seed, ")
        try database.execute(sql: text)
      }
    }
  }

  /// And what version 2 brought.
  private func makeVersionOne(_ folder: URL) throws {
    try makeVersionTwo(folder)
    try takeOut(
      2, of: folder,
      """
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
      """)
  }

  /// The sample run as release 0.1.0 would have stored it.
  private func inVersionOne(_ body: (URL) throws -> Void) throws {
    try inVersion(1, body)
  }

  private func inVersion(_ version: Int, _ body: (URL) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try SampleRun.fill(store)
      try store.consolidate()
      try version == 1 ? makeVersionOne(folder) : makeVersionTwo(folder)
      try body(folder)
    }
  }

  @Test func versionTwoIsReadAsItIs() throws {
    try inVersion(2) { folder in
      let file = folder.appendingPathComponent(RunStore.fileName)
      let before = try Data(contentsOf: file)
      let store = try RunStore.open(at: folder, readOnly: true)
      #expect(try store.run().formatVersion == 2)
      var expected = SampleRun.armRun("PQ", seed: 2)
      expected.questions = []
      #expect(try store.armRuns().last == expected)
      #expect(try store.finishedArms(seed: 2) == [ArmStudent(arm: "PQ", student: 0)])
      #expect(try store.screening() == SampleRun.screening)
      #expect(try store.hardProblems() == SampleRun.hardProblems)
      #expect(try store.questions(teacher: "PQ").allSatisfy { $0.student == 0 })
      #expect(try store.events().count == 6)
      #expect(try store.digest().count == 64)
      #expect(try Data(contentsOf: file) == before)
    }
  }

  @Test func versionTwoIsBroughtUpToDate() throws {
    // The digest that the same results have when format 3 stores them at once.
    let fresh = try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try SampleRun.fill(store)
      return try store.digest()
    }
    try inVersion(2) { folder in
      #expect(try RunStore.open(at: folder, readOnly: true).digest() == fresh)
      let store = try RunStore.open(at: folder, readOnly: false)
      #expect(try store.run().formatVersion == 10)
      #expect(try store.digest() == fresh)
      #expect(try store.armRuns().allSatisfy { $0.student == 0 })
      #expect(try store.questions(teacher: "PQ").map(\.student) == [0, 0, 0, 0])
      #expect(try store.questions(teacher: "SOAR").allSatisfy { $0.student == nil })
      // What was a duplicate is one still; a second student and transfer problems have a place.
      #expect(throws: UserError.self) { try store.commit(armRun: SampleRun.armRun("PQ")) }
      try store.commit(
        screening: SampleRun.transferScreening, hardProblems: [SampleRun.transferProblem])
      try store.commit(armRun: SampleRun.secondStudent)
      #expect(try store.digest() != fresh)
      #expect(try store.armRuns().map(\.student) == [0, 0, 1, 0])
      // Keys still hold: no problem and no run that is not there.
      var stray = SampleRun.armRun("Other")
      stray.evaluations[0].problems[0].problem = 99
      #expect(throws: UserError.self) { try store.commit(armRun: stray) }
      try store.consolidate()
      let path = folder.appendingPathComponent(RunStore.fileName).path
      let views = try DatabaseQueue(path: path).read { database in
        #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
        return try Row.fetchAll(
          database,
          sql: """
            SELECT * FROM evaluation_accuracy WHERE arm = 'PQ' AND seed = 1 ORDER BY student, split
            """)
      }
      #expect(views.map { $0["student"] as Int } == [0, 0, 1, 1, 1])
      #expect(
        views.map { $0["split"] as String } == ["test", "train", "test", "train", "transfer"])
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
      #expect(try store.run().formatVersion == 10)
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
    // The same results, once stored by format 1 and brought up to date, once by the newest format
    // with nothing in the new columns.
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
    try TemporaryFolder.with { folder in
      let digest = try store(folder).digest()
      try makeVersionOne(folder)
      #expect(try RunStore.open(at: folder, readOnly: true).digest() == digest)
      #expect(try RunStore.open(at: folder, readOnly: false).digest() == digest)
    }
  }

  @Test func versionThreeIsReadAndBroughtUpToDate() throws {
    try TemporaryFolder.with { folder in
      let digest = try {
        let store = try RunStore.create(at: folder)
        try SampleRun.fill(store, nested: true)
        try store.consolidate()
        return try store.digest()
      }()
      try makeVersionThree(folder)
      let file = folder.appendingPathComponent(RunStore.fileName)
      let before = try Data(contentsOf: file)
      do {
        let store = try RunStore.open(at: folder, readOnly: true)
        #expect(try store.run().formatVersion == 3)
        #expect(try store.digest() == digest)
        #expect(try !store.isImported())
        var rows: [StoredQuestion] = []
        try store.forEachQuestion { rows.append($0) }
        #expect(rows.count == 26)
        #expect(rows.allSatisfy { $0.label == SampleRun.label() })
        #expect(rows.allSatisfy { $0.question.contexts.isEmpty && $0.question.samples.isEmpty })
        #expect(try Data(contentsOf: file) == before)
      }
      let store = try RunStore.open(at: folder, readOnly: false)
      #expect(try store.run().formatVersion == 10)
      #expect(try store.digest() == digest)
      #expect(try store.questions().allSatisfy { $0.question.labels == [SampleRun.label()] })
      try SampleRun.fillLaterFormats(store)
      #expect(try store.digest() != digest)
      #expect(try store.questions(teacher: "PQ").allSatisfy { $0.question.labels[0].version == 2 })
    }
  }

  @Test func versionNineIsReadAndBroughtUpToDate() throws {
    try TemporaryFolder.with { folder in
      let digest = try {
        let store = try RunStore.create(at: folder)
        try SampleRun.fill(store)
        try store.consolidate()
        return try store.digest()
      }()
      try makeVersionNine(folder)
      let reader = try RunStore.open(at: folder, readOnly: true)
      #expect(try reader.run().formatVersion == 9)
      #expect(try reader.digest() == digest)
      #expect(try reader.questionShares(classifier: "exact").map(\.questions) == [6, 6, 6])
      let shares = try reader.labelShares()
      let store = try RunStore.open(at: folder, readOnly: false)
      #expect(try store.digest() == digest)
      #expect(try store.questionShares(classifier: "exact").map(\.questions) == [6, 6, 6])
      #expect(try !shares.isEmpty && store.labelShares() == shares)
      #expect(try store.outerSteps().allSatisfy { $0.datasetsPerQuestion == nil })
    }
  }

  @Test func versionFiveIsReadAndBroughtUpToDate() throws {
    try TemporaryFolder.with { folder in
      let digest = try {
        let store = try RunStore.create(at: folder)
        try SampleRun.fill(store)
        try store.consolidate()
        return try store.digest()
      }()
      try makeVersionFive(folder)
      let reader = try RunStore.open(at: folder, readOnly: true)
      #expect(try reader.digest() == digest)
      #expect(try reader.outerSteps().allSatisfy { $0.promotion?.confirmedReward == nil })
      let store = try RunStore.open(at: folder, readOnly: false)
      #expect(try store.digest() == digest)
      try SampleRun.fillLaterFormats(store)
      let step = try #require(try store.outerSteps(seed: 9).first)
      #expect(step.promotion?.confirmedReward == 0.0625)
      #expect(step.confirmations.map(\.tokensSampled) == [10, 11, 12, 13])
      #expect(step.datasets[0].trainings[0].accuracyAt == ["16": 0.1, "48": 0.2])
    }
  }

  @Test func versionFourIsReadAndBroughtUpToDate() throws {
    try TemporaryFolder.with { folder in
      do {
        let store = try RunStore.create(at: folder)
        try SampleRun.fill(store, nested: true)
        try SampleRun.fillLaterFormats(store)
        try store.consolidate()
      }
      try makeVersionFour(folder)
      let digest = try {
        let store = try RunStore.open(at: folder, readOnly: true)
        #expect(try store.run().formatVersion == 4)
        #expect(try store.isImported())
        let imported = try #require(try store.questions(teacher: "their teacher").first)
        #expect(imported.question.solveRate == 0.25)
        #expect(imported.question.advantage == nil && imported.question.alignment == nil)
        return try store.digest()
      }()
      let store = try RunStore.open(at: folder, readOnly: false)
      #expect(try store.run().formatVersion == 10)
      #expect(try store.digest() == digest)
      var step = SampleRun.outerStep(7)
      step.datasets[0].questions[0].solveRateAfter = 0.75
      try store.commit(outerStep: step)
      let stored = try #require(try store.questions(teacher: "SOAR", seed: 1, step: 7).first)
      #expect(stored.question.solveRateAfter == 0.75)
      // The advantage follows from the rewards; what was measured counts.
      func change(_ column: String) throws -> Bool {
        let before = try store.digest()
        try store.consolidate()
        let path = folder.appendingPathComponent(RunStore.fileName).path
        try DatabaseQueue(path: path).write {
          try $0.execute(
            sql: "UPDATE question SET \(column) = 0.5 WHERE step = 7 AND position = 1")
        }
        return try store.digest() != before
      }
      #expect(try !change("advantage"))
      #expect(try change("solve_rate_after"))
      #expect(try change("alignment"))
      // Diagnostics of the same rollouts, which earlier versions did not store.
      #expect(try !change("training_solve_rate"))
      #expect(try !change("zero_variance_share"))
    }
  }
}
