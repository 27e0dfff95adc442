// Locks:
// - the digest does not depend on the order of storing, on the file, or on times
// - it depends on every other column of every table
// - no column of the schema is forgotten

import Foundation
import GRDB
import RunStore
import TestSupport
import Testing

@Suite struct DigestTests {
  /// Changes the file behind the store's back, without the constraints that protect it.
  private func alter(_ folder: URL, _ body: (Database) throws -> Void) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let path = folder.appendingPathComponent(RunStore.fileName).path
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { database in
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try body(database)
    }
  }

  private func digest(_ folder: URL) throws -> String {
    try RunStore.open(at: folder, readOnly: true).digest()
  }

  @Test func orderDoesNotMatter() throws {
    let digests = try [false, true].map { reversed in
      try TemporaryFolder.with { folder in
        try SampleRun.fill(RunStore.create(at: folder), reversed: reversed, nested: true)
        return try digest(folder)
      }
    }
    #expect(digests[0] == digests[1])
    #expect(digests[0].count == 64)
  }

  @Test func provenanceIsLeftOut() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try SampleRun.fill(store)
      let before = try store.digest()
      try store.end(.finished, at: Date(), sessionSeconds: 9, peakMemoryBytes: 1 << 30)
      try store.record(
        EventRecord(seed: 1, kind: "interrupted", message: "at step 3", isResult: false))
      #expect(try store.digest() == before)
      try store.record(EventRecord(seed: 1, kind: "collapse", message: "at step 3"))
      #expect(try store.digest() != before)
    }
  }

  @Test func everyResultColumnCounts() throws {
    // The second student and the first are hashed by queries of their own.
    for nested in [false, true] { try everyResultColumnCounts(nested: nested) }
  }

  private func everyResultColumnCounts(nested: Bool) throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try SampleRun.fill(store, nested: nested)
      try SampleRun.fillLaterFormats(store)
      try store.consolidate()
      let before = try store.digest()
      let file = folder.appendingPathComponent(RunStore.fileName)

      let columns = try schemaColumns(file)
      #expect(columns.count > 80)
      let known = ResultDigest.tables.map(\.name) + ResultDigest.excludedTables
      #expect(Set(columns.map(\.table)) == Set(known))

      for (table, column, type) in columns
      where !ResultDigest.excludedTables.contains(table)
        && !ResultDigest.excludedColumns.contains("\(table).\(column)")
        && (nested || column != "student")
      {
        // With several students the last one's rows are changed.
        let isLast =
          nested && column != "student"
            && columns.contains { $0.table == table && $0.column == "student" }
          ? "ifnull(student, 0) = (SELECT max(ifnull(student, 0)) FROM \(table))" : "TRUE"
        try TemporaryFolder.with { copy in
          try FileManager.default.copyItem(
            at: file, to: copy.appendingPathComponent(RunStore.fileName))
          try alter(copy) { database in
            let changed = type == "TEXT" ? "\(column) || 'x'" : "\(column) + 1"
            try database.execute(
              sql: """
                UPDATE \(table) SET \(column) = \(changed)
                WHERE CASE WHEN (SELECT max(\(column)) FROM \(table) WHERE \(isLast)) IS NULL
                  THEN \(column) = (SELECT max(\(column)) FROM \(table))
                  ELSE \(isLast)
                    AND \(column) = (SELECT max(\(column)) FROM \(table) WHERE \(isLast)) END
                """)
            #expect(database.changesCount > 0, "\(table).\(column)")
          }
          #expect(try digest(copy) != before, "\(table).\(column)")
        }
      }
    }
  }

  private func schemaColumns(
    _ file: URL
  ) throws -> [(table: String, column: String, type: String)] {
    try DatabaseQueue(path: file.path).read { database in
      let tables = try String.fetchAll(
        database,
        sql: """
          SELECT name FROM sqlite_schema WHERE type = 'table'
          AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%' ORDER BY name
          """)
      return try tables.flatMap { table in
        try Row.fetchAll(database, sql: "PRAGMA table_info(\(table))").map {
          (table, $0["name"], $0["type"])
        }
      }
    }
  }

  @Test func oneBitCounts() throws {
    try TemporaryFolder.with { folder in
      try SampleRun.fill(RunStore.create(at: folder))
      let before = try digest(folder)
      try alter(folder) { database in
        try database.execute(
          sql: "UPDATE outer_step SET moving_average = ? WHERE seed = 1 AND step = 0",
          arguments: [(0.1 + 0.2).nextDown])
      }
      #expect(try digest(folder) != before)
      try alter(folder) { database in
        try database.execute(
          sql: "UPDATE outer_step SET moving_average = ? WHERE seed = 1 AND step = 0",
          arguments: [0.1 + 0.2])
      }
      #expect(try digest(folder) == before)
    }
  }
}
