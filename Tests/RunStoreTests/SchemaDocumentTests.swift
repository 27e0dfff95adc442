// Locks: docs/schema.md names every table, view and column.

import Foundation
import GRDB
import RunStore
import TestSupport
import Testing

@Suite struct SchemaDocumentTests {
  @Test func everythingIsDocumented() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let document = try String(
      contentsOf: root.appendingPathComponent("docs/schema.md"), encoding: .utf8)
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try store.consolidate()
      let path = folder.appendingPathComponent(RunStore.fileName).path
      let schema = try DatabaseQueue(path: path).read { database in
        try String.fetchAll(
          database,
          sql: """
            SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')
            AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
            """
        ).map { table in
          (
            table,
            try Row.fetchAll(database, sql: "PRAGMA table_info(\(table))")
              .map { $0["name"] as String }
          )
        }
      }
      #expect(schema.count > 20)
      for (table, columns) in schema {
        let parts = document.components(separatedBy: "\n### ")
        let section = try #require(
          parts.first { $0.hasPrefix("`\(table)`") }, "no section on \(table)")
        for column in columns {
          #expect(section.contains("`\(column)`"), "\(table).\(column)")
        }
      }
    }
  }
}
