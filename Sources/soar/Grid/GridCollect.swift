import Ablations
import ArgumentParser
import Diagnostics
import Foundation
import SelfPlay

/// `soar grid collect`.
struct GridCollect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: "Check the finished cells of a grid, and write a table of them.",
    discussion: """
      Opens the store of every cell, checks it against the cell (configuration, completeness, and \
      the digest that it had when it finished), and writes cells.csv and cells.json with pass@k of \
      every arm. Runs may have been copied here from other machines. One that is not whole is told \
      by name and left out; the command then ends with status 65.

      EXAMPLES
        soar grid collect grids/stall
        soar grid collect grids/stall -o reports/stall --json | jq '.cells[].digest'
      """)

  @Argument(help: "The grid's folder.", completion: .directory)
  var directory: String

  @Option(name: .shortAndLong, help: "Folder for the table; the grid's own by default.")
  var output: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let (folder, manifest) = try GridFolder.open(URL(fileURLWithPath: directory))
    let collection = try GridCollection(folder, manifest)
    let target = output.map { URL(fileURLWithPath: $0) } ?? folder.url
    try AtomicFile.createFolder(target)
    let csv = target.appendingPathComponent("cells.csv")
    try AtomicFile.write(collection.csv, to: csv)
    try AtomicFile.write(
      jsonText(collection) + "\n", to: target.appendingPathComponent("cells.json"))
    for broken in collection.broken { Console.message("left out: \(broken.reason)") }
    if json {
      try printJSON(collection)
    } else {
      try Console.print(
        collection.text + "\n\ntable: \(csv.relativePath.escapingControlCharacters)")
      if !collection.cells.isEmpty { try Console.print("compare: \(collection.compareLine)") }
      if collection.baseModels > 1 {
        try Console.print("(other base models: side by side, not against each other)")
      }
    }
    guard collection.broken.isEmpty else {
      throw UserError(
        .dataError, file: folder.path,
        "\(collection.broken.count) of \(manifest.currentCells.count) cells are not whole",
        hint: "delete their folders below cells/ and run the grid again, or copy them once more")
    }
  }
}

/// What `soar grid collect` finds.
struct GridCollection: Encodable {
  struct Broken: Encodable {
    var name: String
    var reason: String
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
  var cells: [CollectedCell]
  var broken: [Broken]
  var unfinished: [Unfinished]
  var baseModels: Int

  init(_ folder: GridFolder, _ manifest: GridManifest) throws {
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

  var compareLine: String {
    let path =
      folder.contains { !($0.isLetter || $0.isNumber || "-_./".contains($0)) }
      ? "'" + folder.replacingOccurrences(of: "'", with: "'\\''") + "'" : folder
    return "soar compare \(path)\(baseModels > 1 ? " --force" : "")".escapingControlCharacters
  }

  /// The k that the table shows: 32 where all have it, else the greatest that all have.
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
  var text: String {
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

  /// A line per cell and arm, so that arms and cells are columns to group by; pass@k as shares.
  var csv: String {
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
