import GRDB

/// A row of one table. To add a column, add the property, its line in `layout`, and a migration.
package protocol StoredRecord: Sendable {
  static var layout: RecordLayout<Self> { get }
}

/// How records of one type are stored.
package struct RecordLayout<Record: Sendable>: Sendable {
  let table: String
  /// Columns of the owning row, which the record does not repeat.
  let owner: [OwnerColumn]
  /// The record's own columns.
  package let columns: [StoredColumn<Record>]
  /// The record before reading; columns that an older store lacks keep these values.
  let blank: Record
  /// For the digest: columns that identify and order the rows.
  let key: String
  /// The table, joined with those that provide the key.
  let source: String
  /// Built once: labelling inserts hundreds of thousands of rows.
  let insertion: String

  init(
    _ table: String, owner: [OwnerColumn] = [], key: String, from source: String? = nil,
    blank: Record, _ columns: [StoredColumn<Record>]
  ) {
    self.table = table
    self.owner = owner
    self.columns = columns
    self.blank = blank
    self.key = key
    self.source = source ?? table
    let names = owner.map(\.name) + columns.map(\.name)
    let places = repeatElement("?", count: names.count).joined(separator: ", ")
    insertion =
      "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(places))"
  }
}

struct OwnerColumn: Sendable, ExpressibleByStringLiteral {
  let name: String
  let version: Int

  init(stringLiteral name: String) {
    self.name = name
    version = 1
  }

  /// Rows of stores before format 3 belong to the first student.
  static let student = OwnerColumn(name: "student", version: 3)

  private init(name: String, version: Int) {
    self.name = name
    self.version = version
  }
}

/// Reads records of one type from rows by column position: looking names up for each of up to a
/// million rows would be slow.
struct RecordReader<Record: StoredRecord> {
  /// Columns to select, in reading order.
  let names: [String]
  private let blank: Record
  /// The columns' read functions alone: keeping the columns would retain one for every value.
  private let reads: [@Sendable (inout Record, StoredCell) throws -> Void]

  /// - Parameters:
  ///   - version: the format of the store.
  ///   - alias: the table's alias in the query.
  ///   - hidesTexts: reads texts as empty.
  init(_ version: Int, as alias: String? = nil, hidesTexts: Bool = false) {
    let layout = Record.layout
    let columns = layout.columns.filter { $0.version <= version }
    blank = layout.blank
    reads = columns.map(\.read)
    names = columns.map {
      hidesTexts && $0.kind == .text ? "''" : "\(alias ?? layout.table).\($0.name)"
    }
  }

  func record(_ row: Row, from place: Int = 0) throws -> Record {
    var record = blank
    for index in reads.indices {
      try reads[index](&record, StoredCell(row: row, place: place + index))
    }
    return record
  }
}

extension Database {
  /// Version of the store's format.
  func formatVersion() throws -> Int {
    try Int.fetchOne(self, sql: "PRAGMA user_version") ?? 0
  }

  /// Inserts one row. Values are bound, never written into the statement.
  ///
  /// - Parameter owner: the values of the layout's owner columns.
  func insert<Record: StoredRecord>(
    _ record: Record, of owner: [(any DatabaseValueConvertible)?] = []
  ) throws {
    let layout = Record.layout
    precondition(owner.count == layout.owner.count, "\(layout.table): owner columns differ")
    var cells = owner.map { $0?.databaseValue ?? .null }
    for column in layout.columns { cells.append(column.cell(record)) }
    for (place, cell) in cells.enumerated() {
      try cell.requireExactText(
        "\(layout.table).\((layout.owner.map(\.name) + layout.columns.map(\.name))[place])")
    }
    try cachedStatement(sql: layout.insertion).execute(arguments: StatementArguments(cells))
  }

  /// - Parameter rest: the query after the table's name.
  func records<Record: StoredRecord>(
    _ type: Record.Type = Record.self, _ rest: String = "",
    arguments: StatementArguments = StatementArguments()
  ) throws -> [Record] {
    let reader = RecordReader<Record>(try formatVersion())
    var records: [Record] = []
    let rows = try Row.fetchCursor(
      self,
      sql: "SELECT \(reader.names.joined(separator: ", ")) FROM \(Record.layout.table) \(rest)",
      arguments: arguments)
    while let row = try rows.next() { records.append(try reader.record(row)) }
    return records
  }

  /// Records with their owners: `owner` builds the owner from a row, whose first columns are the
  /// owner columns.
  func records<Record: StoredRecord, Owner: Hashable>(
    _ type: Record.Type = Record.self, _ rest: String = "",
    arguments: StatementArguments = StatementArguments(), by owner: (Row) -> Owner
  ) throws -> [Owner: [Record]] {
    let version = try formatVersion()
    let reader = RecordReader<Record>(version)
    let owners = Record.layout.owner.map { $0.version <= version ? $0.name : "0" }
    let names = (owners + reader.names).joined(separator: ", ")
    var groups: [Owner: [Record]] = [:]
    let rows = try Row.fetchCursor(
      self, sql: "SELECT \(names) FROM \(Record.layout.table) \(rest)", arguments: arguments)
    while let row = try rows.next() {
      groups[owner(row), default: []].append(try reader.record(row, from: owners.count))
    }
    return groups
  }
}
