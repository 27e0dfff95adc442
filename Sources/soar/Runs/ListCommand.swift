import ArgumentParser
import Configuration
import Diagnostics
import Experiments
import Foundation
import RunStore
import SelfPlay

/// `soar ls`.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ls",
    abstract: "List runs.",
    discussion: """
      A run is a folder that holds run.sqlite. One that cannot be read is listed with its error.

      EXAMPLES
        soar ls
        soar ls experiments --json
      """)

  @Argument(
    help: "The folder that holds the runs; may be a run itself.", completion: .directory)
  var directory = "runs"

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let listing = try RunListing(directory)
    if json { return try printJSON(listing.rows) }
    try Console.print(listing.text)
  }
}
