import Diagnostics
import Foundation
public import RunStore

/// Tables and views of a store, each as a CSV file.
public struct CSVExport {
  let store: RunStore
  /// Tables to export; empty means all.
  var tables: [String] = []
  var guardsFormulas = false

  public init(store: RunStore, tables: [String] = [], guardsFormulas: Bool = false) {
    self.store = store
    self.tables = tables
    self.guardsFormulas = guardsFormulas
  }

  public struct Outcome {
    public var files = 0
    public var rows = 0
    /// Number of texts that a spreadsheet would take for formulas.
    public var formulas = 0
  }

  /// - Parameter path: the folder; existing files stay, except those of the same names.
  public func write(to path: String) throws -> Outcome {
    try requireTables()
    let folder = URL(fileURLWithPath: path)
    let workshop = folder.deletingLastPathComponent()
      .appendingPathComponent(".\(folder.lastPathComponent).\(getpid()).partial")
    try AtomicFile.createFolder(workshop)
    defer { try? FileManager.default.removeItem(at: workshop) }
    var outcome = Outcome()
    var names: [String] = []
    try store.forEachTable { table, rows in
      guard tables.isEmpty || tables.contains(table.name) else { return }
      let name = "\(table.name).csv"
      let sink = try LineSink(workshop.appendingPathComponent(name).path)
      try sink.write(Self.line(table.columns.map(CSV.quoted)))
      try rows { values in
        for case .text(let text) in values where CSV.isFormula(text) { outcome.formulas += 1 }
        try sink.write(
          Self.line(values.map { CSV.field($0, isGuarded: guardsFormulas) }))
      }
      try sink.finish()
      outcome.rows += sink.lines - 1
      names.append(name)
    }
    outcome.files = names.count
    try AtomicFile.createFolder(folder)
    for name in names {
      let target = folder.appendingPathComponent(name).path
      guard rename(workshop.appendingPathComponent(name).path, target) == 0 else {
        throw UserError(.cannotCreate, file: target, String(cString: strerror(errno)))
      }
    }
    return outcome
  }

  private func requireTables() throws {
    let names = try store.tables().map(\.name)
    for table in tables where !names.contains(table) {
      throw UserError(
        .dataError, file: store.path, "has no table or view '\(table)'",
        hint: table.nearest(among: names).map { "did you mean \($0)?" }
          ?? "docs/schema.md lists them")
    }
  }

  private static func line(_ fields: [String]) -> [UInt8] {
    Array((fields.joined(separator: ",") + "\r\n").utf8)
  }
}

extension CSV {
  /// A stored value as a field: NULL is empty, and an empty text is two quotes.
  ///
  /// - Parameter isGuarded: puts an apostrophe before text that looks like a spreadsheet formula.
  static func field(_ value: StoredValue, isGuarded: Bool) -> String {
    switch value {
    case .null: return ""
    case .integer(let number): return "\(number)"
    case .real(let number): return "\(number)"
    case .text(let text):
      guard !text.isEmpty else { return "\"\"" }
      return isGuarded && isFormula(text) ? enclosed("'" + text) : quoted(text)
    case .blob(let data):
      return data.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
  }
}
