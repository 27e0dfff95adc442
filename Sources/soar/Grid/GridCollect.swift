import ArgumentParser
import Diagnostics
import Foundation
import Grids
import SelfPlay

/// `soar grid collect`.
struct GridCollect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: "Check the finished cells of a grid, and write a table of them.",
    discussion: """
      Opens the store of every cell, checks it against the cell (configuration, completeness, and \
      its digest at the end of the run), and writes cells.csv and cells.json with pass@k of every \
      arm. Runs may be copied here from other machines. An incomplete run is named and left out, \
      and the command exits with status 65.

      EXAMPLES
        soar grid collect grids/stall
        soar grid collect grids/stall -o reports/stall --json | jq '.cells[].digest'
      """)

  @Argument(help: "The grid's folder.", completion: .directory)
  var directory: String

  @Option(
    name: .shortAndLong, help: "Folder for the table; the grid's own by default.",
    completion: .directory)
  var output: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let (folder, manifest) = try GridFolder.open(URL(fileURLWithPath: directory))
    let collection = try GridCollection(folder, manifest)
    let target = output.map { URL(fileURLWithPath: $0) } ?? folder.url
    let csv = try collection.write(to: target)
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
    try collection.requireWhole()
  }
}
