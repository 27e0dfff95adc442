import Foundation
import GRDB

extension Database {
  /// Inserts one row. Values are bound, never written into the statement; the column names are
  /// this module's own.
  func insert(_ table: String, _ values: KeyValuePairs<String, (any DatabaseValueConvertible)?>)
    throws
  {
    let columns = values.map(\.key).joined(separator: ", ")
    let places = repeatElement("?", count: values.count).joined(separator: ", ")
    let statement = try cachedStatement(
      sql: "INSERT INTO \(table) (\(columns)) VALUES (\(places))")
    try statement.execute(arguments: StatementArguments(values.map(\.value)))
  }
}

extension Row {
  /// A measured number: SQLite keeps NaN as NULL.
  func measured(_ column: String) -> Double {
    self[column] ?? .nan
  }

  func date(_ column: String) throws -> Date {
    try optionalDate(column) ?? Date(timeIntervalSince1970: 0)
  }

  func optionalDate(_ column: String) throws -> Date? {
    guard let text: String = self[column] else { return nil }
    return try Timestamp.date(text)
  }

  /// A value of one of the enumerations that the schema's CHECKs repeat.
  func choice<Choice: RawRepresentable>(_ column: String) throws -> Choice
  where Choice.RawValue == String {
    let text: String = self[column]
    guard let choice = Choice(rawValue: text) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(column) is \(text)")
    }
    return choice
  }
}
