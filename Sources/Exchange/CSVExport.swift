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
    let isNew = !FileManager.default.fileExists(atPath: path)
    try AtomicFile.createFolder(folder)
    var sinks: [LineSink] = []
    do {
      let outcome = try write(to: folder, &sinks)
      // No file is put in its place before all of them are whole.
      for sink in sinks { try sink.finish() }
      return outcome
    } catch {
      for sink in sinks { sink.discard() }
      if isNew { try? FileManager.default.removeItem(at: folder) }
      throw error
    }
  }

  private func write(to folder: URL, _ sinks: inout [LineSink]) throws -> Outcome {
    var outcome = Outcome()
    try store.forEachTable { table, rows in
      guard tables.isEmpty || tables.contains(table.name) else { return }
      let sink = try LineSink(folder.appendingPathComponent("\(table.name).csv").path)
      sinks.append(sink)
      try sink.write(Self.line(table.columns.map(CSV.quoted)))
      try rows { values in
        for case .text(let text) in values where CSV.isFormula(text) { outcome.formulas += 1 }
        try sink.write(
          Self.line(values.map { CSV.field($0, isGuarded: guardsFormulas) }))
      }
      outcome.rows += sink.lines - 1
    }
    outcome.files = sinks.count
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
