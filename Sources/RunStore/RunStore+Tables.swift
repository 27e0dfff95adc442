public import Foundation
import GRDB

/// A value as SQLite stores it.
public enum StoredValue: Sendable, Equatable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob(Data)
}

/// A table or view of a store.
public struct StoredTable: Sendable, Equatable {
  public var name: String
  public var isView: Bool
  public var columns: [String]
  /// Makes the row order depend only on the rows' contents.
  fileprivate var order: String
}

extension RunStore {
  /// Visits tables and views, as `docs/schema.md` describes them, in one transaction: tables by
  /// name, then views. Rows are ordered by primary key, those of views by all columns.
  ///
  /// - Parameter body: receives a table and a function that visits its rows.
  public func forEachTable(
    _ body: (
      _ table: StoredTable, _ rows: (([StoredValue]) throws -> Void) throws -> Void
    ) throws -> Void
  ) throws {
    try read { database in
      for table in try Self.allTables(database) {
        try body(table) { show in
          let rows = try Row.fetchCursor(
            database, sql: "SELECT * FROM \"\(table.name)\" ORDER BY \(table.order)")
          while let row = try rows.next() {
            try show(try row.exactValues().map { StoredValue($0) })
          }
        }
      }
    }
  }

  public func tables() throws -> [StoredTable] { try read(Self.allTables) }

  private static func allTables(_ database: Database) throws -> [StoredTable] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view')
        AND name NOT LIKE 'sqlite@_%' ESCAPE '@' AND name NOT LIKE 'grdb@_%' ESCAPE '@'
        ORDER BY type, name
        """
    ).map { row in
      let name: String = row["name"]
      let columns = try Row.fetchAll(
        database, sql: "SELECT name, pk FROM pragma_table_info(?)", arguments: [name]
      ).map { (name: $0["name"] as String, key: $0["pk"] as Int) }
      let keys = columns.filter { $0.key > 0 }.sorted { $0.key < $1.key }
        .map { "\"\($0.name)\"" }
      let all = columns.indices.map { "\($0 + 1)" }
      return StoredTable(
        name: name, isView: row["type"] == "view", columns: columns.map(\.name),
        order: (keys.isEmpty ? all : keys).joined(separator: ", "))
    }
  }
}

extension StoredValue {
  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .blob(let data): data.databaseValue
    }
  }

  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .blob(data)
    }
  }
}
