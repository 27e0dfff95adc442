import ArgumentParser
import Coverage
import Diagnostics

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Measure the intervals and tests by simulation.",
    discussion: """
      For developers, after a change of the statistics: how often 95% intervals hold the truth, how
      often one of two equal arms is declared better, and how often tests at 5% find an association
      that is not there, at 3, 5 and 8 seeds or runs. Prints the tables of docs/statistics.md; 4000
      replicates took two minutes on two cores.
      """, shouldDisplay: false)

  @Option(help: "Simulated experiments behind each number.")
  var replicates = 2000

  @Flag(name: .shortAndLong, help: "No progress.")
  var quiet = false

  func validate() throws {
    if !(1...1_000_000).contains(replicates) {
      throw ValidationError("--replicates must be between 1 and 1000000.")
    }
  }

  func run() throws {
    let tables = CoverageStudy(replicates: replicates).markdown {
      if !quiet { Console.message("measured: \($0)") }
    }
    try Console.print(tables)
  }
}
