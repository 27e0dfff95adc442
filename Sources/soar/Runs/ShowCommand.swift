import ArgumentParser
import Diagnostics
import Experiments
import Foundation
import RunStore

/// `soar show`.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a run: where and how it was made, its outer loop, its arms, its events.",
    discussion: """
      Reads the store, also while the run goes on.

      EXAMPLES
        soar show runs/quick-1
        soar show runs/quick-1 --json | jq '.arms[] | [.arm, .seed, .passAtK["32"]]'
      """)

  @Argument(help: "The run's folder.", completion: .directory)
  var directory: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let summary = try RunSummary(folder: directory)
    if json { return try printJSON(summary) }
    try Console.print(summary.text)
  }
}
