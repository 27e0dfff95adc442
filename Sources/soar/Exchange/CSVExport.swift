import Diagnostics
import Foundation
import RunStore

/// Tables and views of a store as CSV files, one each.
struct CSVExport {
  let store: RunStore
  /// All where it is empty.
  var tables: [String] = []
  var guardsFormulas = false

  struct Outcome {
    var files = 0
    var rows = 0
    /// Texts that a spreadsheet would take for formulas.
    var formulas = 0
  }

  /// - Parameter path: of a folder; what is in it stays, but for files of the same names.
  func write(to path: String) throws -> Outcome {
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
