import Diagnostics

/// What there is of one kind: a line each, and how to use it.
struct Listing<Row: Encodable> {
  var rows: [Row]
  /// The rows as text.
  var text: String
  /// Commands that use them.
  var hint: String

  /// - Parameters:
  ///   - columns: headers.
  ///   - cells: one row's cells, as many as there are columns.
  ///   - rightAligned: indices of columns with numbers.
  init(
    _ rows: [Row], columns: [String], rightAligned: Set<Int> = [], hint: String,
    _ cells: (Row) -> [String]
  ) {
    var table = TextTable(columns, rightAligned: rightAligned)
    for row in rows { table.add(cells(row)) }
    self.rows = rows
    text = table.text
    self.hint = hint
  }

  func print(asJSON json: Bool) throws {
    if json { return try printJSON(rows) }
    try Console.print("\(text)\n\n\(hint)")
  }
}

/// A name and what it stands for.
struct ListedName: Encodable {
  var name: String
  var explanation: String
}
