import Diagnostics
import Experiments
public import Foundation
import SelfPlay
import Tasks

/// The results of `soar grid collect`.
public struct GridCollection: Encodable {
  /// A cell whose run is incomplete, or not its own.
  public struct Broken: Encodable {
    var name: String
    public var reason: String
  }

  struct Unfinished: Encodable {
    var name: String
    var status: GridOverview.Status
    var reason: String?
  }

  var grid: String
  var folder: String
  /// Keys that points set.
  var keys: [String]
  public var cells: [CollectedCell]
  public var broken: [Broken]
  var unfinished: [Unfinished]
  public var baseModels: Int

  /// Reads the store of every cell; incomplete cells go to ``broken``.
  public init(_ folder: GridFolder, _ manifest: GridManifest) throws {
    grid = manifest.name
    self.folder = folder.path
    keys = manifest.keys
    cells = []
    broken = []
    unfinished = []
    var bases = Set<String>()
    for cell in manifest.currentCells {
      let state = try folder.state(cell.name)
      let hasFolder = FileManager.default.fileExists(atPath: folder.run(cell.name).path)
      // A run without a state was copied here from elsewhere.
      guard state?.status == .finished || state == nil && hasFolder else {
        unfinished.append(
          Unfinished(
            name: cell.name,
            status: (state?.status).flatMap { GridOverview.Status(rawValue: $0.rawValue) }
              ?? .waiting, reason: state?.reason))
        continue
      }
      do {
        let base = try BaseModelCache.name(.web, folder.resolved(cell))
        cells.append(try CollectedCell(cell, recorded: state, in: folder))
        bases.insert(base)
      } catch let error as UserError {
        broken.append(Broken(name: cell.name, reason: error.description))
      }
    }
    baseModels = bases.count
  }

  /// Writes cells.csv and cells.json.
  ///
  /// - Returns: the URL of cells.csv.
  public func write(to folder: URL) throws -> URL {
    try AtomicFile.createFolder(folder)
    let table = folder.appendingPathComponent("cells.csv")
    try AtomicFile.write(csv, to: table)
    try AtomicFile.write(jsonText(self) + "\n", to: folder.appendingPathComponent("cells.json"))
    return table
  }

  /// - Throws: ``UserError`` if a run is incomplete.
  public func requireWhole() throws {
    guard !broken.isEmpty else { return }
    throw UserError(
      .dataError, file: folder,
      "\(broken.count) of \(cells.count + broken.count + unfinished.count) cells are not whole",
      hint: "delete their folders below cells/ and run the grid again, or copy them once more")
  }

  public var compareLine: String {
    "soar compare \(folder.shellWord)\(baseModels > 1 ? " --force" : "")".escapingControlCharacters
  }

  /// The k of the table: 32 if all cells have it, otherwise the largest that all have.
  private var k: String? {
    let shared =
      cells.flatMap(\.arms).map { Set($0.passAtK.keys) }
      .reduce(nil as Set<String>?) { $0?.intersection($1) ?? $1 } ?? []
    return shared.contains("32") ? "32" : shared.max { (Int($0) ?? 0) < (Int($1) ?? 0) }
  }

  private var armNames: [String] {
    cells.flatMap { $0.arms.map(\.arm) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// One line per cell, pass@k in percent.
  public var text: String {
    var parts: [String] = []
    if !cells.isEmpty {
      let arms = armNames
      var table = TextTable(
        ["cell", "seed", "promoted"] + arms.map(\.escapingControlCharacters),
        rightAligned: Set(1..<(3 + arms.count)))
      for cell in cells {
        table.add(
          [cell.label, "\(cell.seed)", "\(cell.promotions)"]
            + arms.map { name in
              let value = cell.arms.first { $0.arm == name }.flatMap { arm in
                k.flatMap { arm.passAtK[$0]?.value }
              }
              return value.map { (100 * $0).fixed(1) } ?? "-"
            })
      }
      parts.append("pass@\(k ?? "-") on hard-test in percent\n\(table.text)")
    }
    var summary = "\(cells.count) cells collected"
    if !broken.isEmpty { summary += ", \(broken.count) not whole" }
    if !unfinished.isEmpty { summary += ", \(unfinished.count) not finished" }
    parts.append(summary)
    if !unfinished.isEmpty {
      parts.append(
        unfinished.map { cell in
          "\(cell.status.rawValue): \(cell.name)" + (cell.reason.map { ": \($0)" } ?? "")
        }.map(\.escapingControlCharacters).joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  /// One line per cell and arm, so that arms and cells are grouping columns; pass@k as shares.
  public var csv: String {
    let ks = Set(cells.flatMap { $0.arms.flatMap(\.passAtK.keys) }).compactMap(Int.init).sorted()
    var rows = [
      ["cell", "label", "seed"] + keys
        + ["arm", "students"] + ks.map { "pass@\($0)" }
        + ["hard_train_accuracy", "outer_steps", "promotions", "seconds", "hash", "digest"]
    ]
    for cell in cells {
      for arm in cell.arms {
        rows.append(
          [cell.name, cell.label, "\(cell.seed)"] + keys.map { cell.values[$0] ?? "" }
            + [arm.arm, "\(arm.students)"]
            + ks.map { Self.number(arm.passAtK["\($0)"]?.value) }
            + [
              Self.number(arm.trainAccuracy.value), "\(cell.outerSteps)", "\(cell.promotions)",
              Self.number(cell.seconds), cell.hash, cell.digest,
            ])
      }
    }
    return rows.map { $0.map(CSV.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func number(_ value: Double?) -> String {
    value.flatMap { $0.isFinite ? "\($0)" : nil } ?? ""
  }
}
