import ArgumentParser
import Diagnostics
import Foundation
import Grids

/// `soar grid status`.
struct GridStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show the progress of a grid.",
    discussion: """
      Reads the folder, also while the grid runs. The time left is estimated from finished cells \
      of this grid with the same base model, or from a finished run in runs/; without either \
      there is no estimate.

      EXAMPLES
        soar grid status grids/stall
        soar grid status grids/stall --json | jq '.rows[] | [.label, .reason]'
      """)

  @Argument(help: "The grid's folder.", completion: .directory)
  var directory: String

  @Option(help: "Processes assumed for the time left; those of the last call by default.")
  var processes: Int?

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if let processes, !(1...1024).contains(processes) {
      throw ValidationError("--processes must be between 1 and 1024.")
    }
  }

  func run() throws {
    let (folder, manifest) = try GridFolder.open(URL(fileURLWithPath: directory))
    let overview = try GridOverview(
      of: folder, manifest,
      processes: processes ?? folder.allSessions().last?.processes
        ?? ProcessInfo.processInfo.activeProcessorCount)
    try json ? printJSON(overview) : Console.print(overview.text)
  }
}
