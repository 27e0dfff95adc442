import Diagnostics
import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// A query's result: column names, and the rows in order.
public struct QueryResult: Sendable, Equatable {
  public enum Value: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    /// Only the size is kept.
    case blob(count: Int)
  }

  public var columns: [String]
  public var rows: [[Value]]

  public init(columns: [String], rows: [[Value]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// Limits for a user's query.
public struct QueryLimits: Sendable {
  /// Rows times columns.
  public var values = 1_000_000
  /// Total size of the result. No single value of the query may be larger either, even one left out
  /// of the result.
  public var bytes = 64 << 20
  public var seconds = 300.0

  public init() {}
}

extension RunStore {
  /// The result of one SELECT by the user. Cancelling the task ends it.
  ///
  /// The store must be opened read-only: SQLite then rejects every write.
  ///
  /// - Throws: ``UserError`` with SQLite's error message, or if it exceeds `limits`;
  ///   `CancellationError`.
  public func query(
    _ sql: String, limits: QueryLimits = QueryLimits()
  ) async throws -> QueryResult {
    let brake = QueryBrake(seconds: limits.seconds)
    return try await withTaskCancellationHandler {
      try result(of: sql, limits: limits, brake: brake)
    } onCancel: {
      brake.cancel()
    }
  }

  private func result(
    of sql: String, limits: QueryLimits, brake: QueryBrake
  ) throws -> QueryResult {
    try read { database in
      do {
        try brake.attach(to: database, valueBytes: limits.bytes)
        defer { brake.detach(from: database) }
        let statement = try database.makeStatement(sql: sql)
        let columns = statement.columnNames
        guard !columns.isEmpty else {
          throw UserError(.dataError, "the statement returns no columns", hint: "write a SELECT")
        }
        var rows: [[QueryResult.Value]] = []
        var bytes = 0
        let cursor = try Row.fetchCursor(statement)
        while let row = try cursor.next() {
          guard (rows.count + 1) * columns.count <= limits.values else {
            throw UserError(
              .dataError, "the result has more than \(limits.values) values",
              hint: "aggregate it, or add a LIMIT")
          }
          let values: [QueryResult.Value] = try row.exactValues().map { .init($0) }
          bytes += values.reduce(0) { $0 + $1.bytes }
          guard bytes <= limits.bytes else {
            throw UserError(
              .dataError, "the result has more than \(limits.bytes) bytes",
              hint: "aggregate it, add a LIMIT, or shorten its texts with substr")
          }
          rows.append(values)
        }
        return QueryResult(columns: columns, rows: rows)
      } catch let error as DatabaseError {
        switch error.resultCode.primaryResultCode {
        case .SQLITE_INTERRUPT:
          if brake.isCancelled { throw CancellationError() }
          throw UserError(
            .dataError, "SQL: takes longer than \(brake.seconds.formatted()) s",
            hint: "does a recursive part of it end, and does every join have a condition?")
        case .SQLITE_TOOBIG:
          throw UserError(
            .dataError, "SQL: a value has more than \(limits.bytes) bytes",
            hint: "shorten it with substr")
        // GRDB's own message, aimed at Swift programmers.
        case .SQLITE_MISUSE where error.message?.hasPrefix("Multiple statements") == true:
          throw UserError(
            .dataError, "SQL: more than one statement", hint: "one SELECT to a cell")
        case .SQLITE_ERROR, .SQLITE_MISUSE, .SQLITE_READONLY, .SQLITE_MISMATCH:
          throw UserError(.dataError, "SQL: \(error.message ?? "error \(error.resultCode)")")
        default:
          throw error
        }
      }
    }
  }
}

/// Stops a query that takes too long or is cancelled. SQLite calls it every few milliseconds.
final class QueryBrake: Sendable {
  /// SQLite virtual machine instructions between calls.
  private static let instructions: Int32 = 10_000

  let seconds: Double
  private let deadline: ContinuousClock.Instant
  private let cancelled = Mutex(false)

  init(seconds: Double) {
    self.seconds = seconds
    deadline = ContinuousClock.now + .seconds(seconds)
  }

  var isCancelled: Bool { cancelled.withLock { $0 } }

  func cancel() { cancelled.withLock { $0 = true } }

  private var isWanted: Bool { !isCancelled && ContinuousClock.now < deadline }

  /// Call ``detach(from:)`` on the connection before this object is released.
  func attach(to database: Database, valueBytes: Int) throws {
    guard isWanted else { throw CancellationError() }
    let connection = database.sqliteConnection
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, Int32(clamping: valueBytes))
    sqlite3_progress_handler(
      connection, Self.instructions,
      { brake in
        guard let brake else { return 0 }
        return Unmanaged<QueryBrake>.fromOpaque(brake).takeUnretainedValue().isWanted ? 0 : 1
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  func detach(from database: Database) {
    sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil)
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

  /// Approximate size in memory; for blobs only the count is kept.
  fileprivate var bytes: Int {
    switch self {
    case .null, .integer, .real, .blob: 8
    case .text(let text): 8 + text.utf8.count
    }
  }
}
