package import Foundation
package import GRDB

/// What a column holds, for readers and writers of other formats.
package enum ColumnKind: Sendable {
  case flag
  /// A whole number.
  case count
  case number
  /// A number in 0...1.
  case share
  case text
  case time
  /// A JSON object of numbers.
  case numbers
}

/// A Swift value that a column can hold.
package protocol ColumnValue: Sendable {
  static var kind: ColumnKind { get }

  /// The stored form: NaN as NULL, a time as text.
  var cell: DatabaseValue { get }

  /// - Returns: nil for NULL.
  static func read(_ row: Row, at place: Int) throws -> Self?

  /// Reads a single value, as from a row.
  static func read(_ value: StoredValue) throws -> Self?

  /// The value that NULL stands for; nil where the column allows no NULL.
  static var ofNull: Self? { get }
}

extension ColumnValue {
  package static var ofNull: Self? { nil }

  package static func read(_ value: StoredValue) throws -> Self? { try readAsRow(value) }

  fileprivate static func readAsRow(_ value: StoredValue) throws -> Self? {
    try read(Row(["value": value.databaseValue]), at: 0)
  }

  /// - Throws: SQLite's error for NULL where the column allows none.
  fileprivate static func required(_ value: Self?, _ name: @autoclosure () -> String) throws -> Self
  {
    guard let value = value ?? ofNull else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(name()) is NULL")
    }
    return value
  }

  package var stored: StoredValue { StoredValue(cell) }
}

/// A value of a row, by position.
struct StoredCell {
  let row: Row
  let place: Int

  func value<Value: ColumnValue>() throws -> Value {
    try Value.required(try Value.read(row, at: place), Array(row.columnNames)[place])
  }
}

/// One column of a stored record, declared only here and in its migration: rows are written, read,
/// exported and hashed by it.
package struct StoredColumn<Record: Sendable>: Sendable {
  package let name: String
  package let kind: ColumnKind
  /// The format version that introduced it. Older stores are read without it.
  let version: Int
  /// Whether the digest counts it.
  let isResult: Bool
  let cell: @Sendable (Record) -> DatabaseValue
  let read: @Sendable (inout Record, StoredCell) throws -> Void
  private let assign: @Sendable (inout Record, StoredValue) throws -> Void

  /// - Parameters:
  ///   - kind: nil uses the value type's kind.
  ///   - isResult: false for times, durations and values derived from other columns.
  ///   - write: hand-written, faster equivalent of writing through `path`, for tables of a million
  ///     rows.
  init<Value: ColumnValue>(
    _ name: String, _ path: any WritableKeyPath<Record, Value> & Sendable,
    as kind: ColumnKind? = nil, since version: Int = 1, isResult: Bool = true,
    write: (@Sendable (inout Record, Value) -> Void)? = nil
  ) {
    self.name = name
    self.kind = kind ?? Value.kind
    self.version = version
    self.isResult = isResult
    cell = { $0[keyPath: path].cell }
    let write = write ?? { $0[keyPath: path] = $1 }
    read = { write(&$0, try $1.value()) }
    assign = { record, value in
      write(&record, try Value.required(try Value.read(value), name))
    }
  }

  package func value(of record: Record) -> StoredValue { StoredValue(cell(record)) }

  /// - Throws: SQLite's error for a value that the column cannot hold.
  package func set(_ value: StoredValue, of record: inout Record) throws {
    try assign(&record, value)
  }
}

// Imports set millions of single values; the types that most of them have need no row for it.

extension Int: ColumnValue {
  package static var kind: ColumnKind { .count }
  package var cell: DatabaseValue { databaseValue }
  package static func read(_ value: StoredValue) throws -> Int? {
    if case .integer(let integer) = value, let whole = Int(exactly: integer) { return whole }
    return try readAsRow(value)
  }
  package static func read(_ row: Row, at place: Int) throws -> Int? {
    try row.decode(Int?.self, atIndex: place)
  }
}

extension Bool: ColumnValue {
  package static var kind: ColumnKind { .flag }
  package var cell: DatabaseValue { databaseValue }
  package static func read(_ value: StoredValue) throws -> Bool? {
    if case .integer(let integer) = value { return integer != 0 }
    return try readAsRow(value)
  }
  package static func read(_ row: Row, at place: Int) throws -> Bool? {
    try row.decode(Bool?.self, atIndex: place)
  }
}

extension String: ColumnValue {
  package static var kind: ColumnKind { .text }
  package var cell: DatabaseValue { databaseValue }
  package static func read(_ value: StoredValue) throws -> String? {
    if case .text(let text) = value { return text }
    return try readAsRow(value)
  }
  package static func read(_ row: Row, at place: Int) throws -> String? {
    try row.exactText(at: place)
  }
}

extension Double: ColumnValue {
  package static var kind: ColumnKind { .number }
  package var cell: DatabaseValue { isNaN ? .null : databaseValue }
  package static func read(_ value: StoredValue) throws -> Double? {
    if case .real(let real) = value { return real }
    return try readAsRow(value)
  }
  package static func read(_ row: Row, at place: Int) throws -> Double? {
    try row.decode(Double?.self, atIndex: place)
  }
  /// SQLite has no NaN.
  package static var ofNull: Double? { .nan }
}

/// Numbers by name, stored as a JSON object with sorted keys; NULL where there are none.
extension Dictionary: ColumnValue where Key == String, Value == Double {
  package static var kind: ColumnKind { .numbers }
  package static var ofNull: Self? { [:] }

  package var cell: DatabaseValue {
    let numbers = filter(\.value.isFinite)
    guard !numbers.isEmpty else { return .null }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(numbers)).map { String(decoding: $0, as: UTF8.self) }?.databaseValue
      ?? .null
  }

  package static func read(_ row: Row, at place: Int) throws -> Self? {
    guard let text = try row.decode(String?.self, atIndex: place) else { return nil }
    do {
      return try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    } catch {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "numbers by name are \(text.prefix(40))")
    }
  }
}

extension Date: ColumnValue {
  package static var kind: ColumnKind { .time }
  package var cell: DatabaseValue { Timestamp.text(self).databaseValue }
  package static func read(_ row: Row, at place: Int) throws -> Date? {
    guard let text = try row.decode(String?.self, atIndex: place) else { return nil }
    return try Timestamp.date(text)
  }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
  package static var kind: ColumnKind { Wrapped.kind }
  package var cell: DatabaseValue { self?.cell ?? .null }
  package static func read(_ value: StoredValue) throws -> Wrapped?? {
    .some(try Wrapped.read(value))
  }
  package static func read(_ row: Row, at place: Int) throws -> Wrapped?? {
    .some(try Wrapped.read(row, at: place))
  }
}

/// An enumeration whose raw values the schema's CHECKs repeat.
protocol ColumnWord: ColumnValue, RawRepresentable where RawValue == String {}

extension ColumnWord {
  package static var kind: ColumnKind { .text }
  package var cell: DatabaseValue { rawValue.databaseValue }
  package static func read(_ row: Row, at place: Int) throws -> Self? {
    guard let text = try row.decode(String?.self, atIndex: place) else { return nil }
    guard let word = Self(rawValue: text) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(Self.self) is \(text)")
    }
    return word
  }
}

extension RunOutcome: ColumnWord {}
extension Split: ColumnWord {}
extension EvaluationKind: ColumnWord {}
extension ArmStatus: ColumnWord {}
