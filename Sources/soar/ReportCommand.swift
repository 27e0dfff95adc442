import ArgumentParser
import Configuration
import Diagnostics
import Foundation
import Reporting
import RunStore
import SelfPlay

/// `soar report`.
struct Report: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a run's report again, from its store.",
    discussion: """
      Reads DIR/run.sqlite and writes report.md and its figures; nothing is run again. An \
      unfinished run gives a report of what it has so far.

      EXAMPLES
        soar report runs/quick-1
        soar report runs/standard --output reports/standard
      """)

  @Argument(help: "The run's folder.", completion: .directory)
  var directory: String

  @Option(help: "Folder for the report; DIR/report by default.")
  var output: String?

  func run() async throws {
    let gnuplot = try Gnuplot.locate()
    let url = URL(fileURLWithPath: directory)
    let store = try RunStore.open(at: url, readOnly: true)
    let configuration = try ConfigurationLoader.load(
      RunConfiguration(), text: store.run().config, name: "\(directory)/\(RunStore.fileName)")
    let folder = output.map { URL(fileURLWithPath: $0) } ?? RunFolder(url: url).report
    try AtomicFile.createFolder(folder)
    let builder = ReportBuilder(configuration: configuration, store: store)
    print(try builder.write(to: folder, gnuplot: gnuplot).relativePath)
  }
}
