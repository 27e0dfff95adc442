// Locks: the store is open to other programs, such as Datasette, as it is: plain SQLite without any
// function of soar's reads every table and every view, from a file that is opened for reading only;
// and what reads it does not keep a run from ending.

import Foundation
import GRDB
import RunStore
import TestSupport
import Testing

@Suite struct PlainSQLiteTests {
  private func plain(_ folder: URL) throws -> DatabaseQueue {
    var configuration = GRDB.Configuration()
    configuration.readonly = true
    return try DatabaseQueue(
      path: folder.appendingPathComponent(RunStore.fileName).path, configuration: configuration)
  }

  @Test func everyViewIsRead() throws {
    try TemporaryFolder.with { folder in
      let store = try filled(folder)
      try store.consolidate()
      // One file and nothing beside it.
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["run.sqlite"])
      try plain(folder).read { database in
        let names = try String.fetchAll(
          database, sql: "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
        #expect(names.count == 9)
        for name in names {
          let rows = try Row.fetchAll(database, sql: "SELECT * FROM \(name)")
          #expect(!rows.isEmpty || name == "question_signal", "\(name)")
          // As Datasette counts and pages.
          #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM \(name)") == rows.count)
        }
        #expect(try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok")
        #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
      }
    }
  }

  private func filled(_ folder: URL) throws -> RunStore {
    let store = try RunStore.create(at: folder)
    try SampleRun.fill(store, nested: true)
    try SampleRun.fillLaterFormats(store)
    return store
  }

  /// Each view's text names only functions that every SQLite has.
  @Test func viewsUseNoFunctionOfTheirOwn() throws {
    try TemporaryFolder.with { folder in
      let store = try filled(folder)
      try store.consolidate()
      try plain(folder).read { database in
        let known = Set(try String.fetchAll(database, sql: "SELECT name FROM pragma_function_list"))
        let texts = try String.fetchAll(
          database, sql: "SELECT sql FROM sqlite_schema WHERE type = 'view'")
        let allowed: Set = ["count", "avg", "sum", "min", "max", "ifnull", "total"]
        #expect(allowed.isSubset(of: known))
        for text in texts {
          for call in text.matches(of: /([A-Za-z_]+)\(/) {
            #expect(allowed.contains(call.1.lowercased()), "\(call.1)")
          }
        }
      }
    }
  }

  @Test func aReaderDoesNotKeepARunFromEnding() throws {
    try TemporaryFolder.with { folder in
      let store = try filled(folder)
      let reader = try plain(folder)
      let count = try reader.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM question") }
      try store.consolidate(patience: 0.2)
      // The log stays; all of the store is there, for the reader and for the next.
      #expect(
        try reader.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM question") } == count)
      try reader.close()
      try store.consolidate(patience: 0.2)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["run.sqlite"])
    }
  }

  @Test func progressIsTheLatest() throws {
    try TemporaryFolder.with { folder in
      let store = try filled(folder)
      let progress = try RunStore.watch(at: folder).progress(rewards: 1, questions: 2)
      let steps = try store.outerSteps()
      #expect(progress.loops.reduce(0) { $0 + $1.steps } == steps.count)
      for loop in progress.loops {
        let own = steps.filter { $0.teacher == loop.teacher && $0.seed == loop.seed }
        #expect(loop.promotions == own.filter(\.isPromoted).map(\.step))
        #expect(loop.rewards.count == 1)
        #expect(own.last.map { $0.meanReward.isNaN || $0.meanReward == loop.rewards[0] } == true)
      }
      #expect(try progress.arms.count == store.armRuns().count)
      #expect(progress.questions.count == 2)
      #expect(progress.events.allSatisfy { $0.kind != "promotion" })
    }
  }
}
