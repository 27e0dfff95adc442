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
      Reads DIR/run.sqlite and writes report.md, its figures with their gnuplot scripts and \
      data, its numbers as report.json, and the resolved configuration; nothing is run again, \
      and the same store gives the same bytes. An unfinished run gives a report of what it has \
      so far.

      Its section "What teaches" relates the labels of questions to the reward, and tells of the \
      run's experiments on questions; --experiment and --phase add what soar causal and soar phase \
      found elsewhere.

      EXAMPLES
        soar report runs/quick-1
        soar report runs/standard --output reports/standard
        soar report runs/standard --experiment runs/causal --phase runs/phase -o reports/teaches
      """)

  @Argument(help: "The run's folder.", completion: .directory)
  var directory: String

  @Option(
    name: .shortAndLong, help: "Folder for the report; DIR/report by default.",
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "A run of soar causal, to be told of in the section What teaches.", valueName: "dir"),
    completion: .directory)
  var experiment: String?

  @Option(
    help: ArgumentHelp("A folder of soar phase, the same.", valueName: "dir"),
    completion: .directory)
  var phase: String?

  func run() async throws {
    let gnuplot = try Gnuplot.locate()
    var builder = try Self.builder(directory)
    if let experiment {
      guard try builder.interventions() == nil else {
        throw UserError(
          .usage, file: directory, "has an experiment of its own", hint: "leave out --experiment")
      }
      let other = try Self.builder(experiment)
      guard let report = try other.interventions() else {
        throw UserError(
          .dataError, file: experiment, "holds no experiment on questions",
          hint: "soar causal makes one")
      }
      builder.experiment = ReportBuilder.ReportOfExperiment(report: report, store: other.store)
    }
    builder.phase = try phase.map { try PhaseMap(folder: URL(fileURLWithPath: $0)) }
    let folder =
      output.map { URL(fileURLWithPath: $0) }
      ?? RunFolder(url: URL(fileURLWithPath: directory)).report
    try AtomicFile.createFolder(folder)
    print(try builder.write(to: folder, gnuplot: gnuplot).relativePath)
  }

  private static func builder(_ directory: String) throws -> ReportBuilder {
    let store = try RunStore.open(at: URL(fileURLWithPath: directory), readOnly: true)
    let configuration = try ConfigurationLoader.load(
      RunConfiguration(), text: store.run().config, name: "\(directory)/\(RunStore.fileName)")
    return ReportBuilder(configuration: configuration, store: store)
  }
}
