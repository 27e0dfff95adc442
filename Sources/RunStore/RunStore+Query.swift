import Diagnostics
import GRDB

/// What a query gave: names of the columns, and the rows in their order.
public struct QueryResult: Sendable, Equatable {
  public enum Value: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    /// Bytes are counted, not kept.
    case blob(count: Int)
  }

  public var columns: [String]
  public var rows: [[Value]]

  public init(columns: [String], rows: [[Value]]) {
    self.columns = columns
    self.rows = rows
  }
}

extension RunStore {
  /// The result of one SELECT of a user's own.
  ///
  /// The store must have been opened for reading only: then SQLite itself refuses whatever would
  /// change it.
  ///
  /// - Parameter valueLimit: rows times columns that are taken.
  /// - Throws: ``UserError`` with what SQLite says of the statement, or when the result is larger
  ///   than `valueLimit`.
  public func query(_ sql: String, valueLimit: Int = 1_000_000) throws -> QueryResult {
    try read { database in
      do {
        let statement = try database.makeStatement(sql: sql)
        let columns = statement.columnNames
        guard !columns.isEmpty else {
          throw UserError(.dataError, "the statement returns no columns", hint: "write a SELECT")
        }
        var rows: [[QueryResult.Value]] = []
        let cursor = try Row.fetchCursor(statement)
        while let row = try cursor.next() {
          guard (rows.count + 1) * columns.count <= valueLimit else {
            throw UserError(
              .dataError, "the result has more than \(valueLimit) values",
              hint: "aggregate it, or add a LIMIT")
          }
          rows.append(row.databaseValues.map { .init($0) })
        }
        return QueryResult(columns: columns, rows: rows)
      } catch let error as DatabaseError {
        switch error.resultCode.primaryResultCode {
        case .SQLITE_ERROR, .SQLITE_MISUSE, .SQLITE_READONLY, .SQLITE_TOOBIG, .SQLITE_MISMATCH:
          throw UserError(.dataError, "SQL: \(error.message ?? "error \(error.resultCode)")")
        default:
          throw error
        }
      }
    }
  }
}

extension QueryResult.Value {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .blob(count: data.count)
    }
  }
}
