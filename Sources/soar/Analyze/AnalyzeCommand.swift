import ArgumentParser
import Diagnostics
import Foundation
import Reporting

/// `soar analyze`.
struct Analyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Relate the labels of questions to the reward of their datasets.",
    discussion: """
      Finds the question features that correlate with the reward R_k of their datasets, in one or \
      several runs, also imported ones: correlations within steps, within runs and without time \
      trends, permutation tests, regressions with errors by run, mediation, and correlations \
      corrected for the noise of R_k. Each pair of run and seed counts as one independent run. An \
      association is not an effect; soar causal tests effects by experiment.

      docs/analyze.md gives, for every number of --json, its rows and the call of SciPy or \
      statsmodels that computes it from --table.

      EXAMPLES
        soar analyze runs/quick-1
        soar analyze runs/quick-1 --all
        soar analyze runs/a runs/b theirs --json > analysis.json
        soar analyze runs/a --table datasets.csv --question-table questions.csv
        soar analyze theirs --classifier oracle -o reports/theirs
        soar analyze runs/a --json | jq '.datasetLevel.features.well_posed.pearson'
      """)

  @Argument(
    help: ArgumentHelp("Folders of runs.", valueName: "dir"), completion: .directory)
  var directories: [String]

  @Option(
    help: ArgumentHelp(
      "Whose labels count; by default the classifier with most of them.", valueName: "name"))
  var classifier: String?

  @Option(
    help: ArgumentHelp(
      "Random orders of each permutation test, 0 for none; 9999 by default, fewer for size.",
      valueName: "count"))
  var permutations: Int?

  @Option(
    help: ArgumentHelp(
      "Write the rows of datasets as CSV; - is standard output, in place of the results.",
      valueName: "file"), completion: .file()
  )
  var table: String?

  @Option(
    help: ArgumentHelp("The same with the rows of questions.", valueName: "file"),
    completion: .file())
  var questionTable: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Folder for a report with figures, the JSON and the rows of datasets.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Flag(
    help: """
      Take loops under other reward schemes too. By default only what students gained on hard \
      problems counts as a reward.
      """)
  var allRewards = false

  @Flag(help: "Print every table and note, not only the verdict and ten features.")
  var all = false

  @Flag(help: "Print the whole result as JSON.")
  var json = false

  func validate() throws {
    if directories.isEmpty { throw ValidationError("Give the folder of a run.") }
    if let permutations, permutations < 0 {
      throw ValidationError("--permutations takes 0 or a positive number.")
    }
    if printsTable && (json || table == questionTable) {
      throw ValidationError("Standard output takes one result: --json, or one table.")
    }
  }

  /// Whether a table takes the place of the results on standard output.
  private var printsTable: Bool { [table, questionTable].contains(StandardOutput.name) }

  func run() throws {
    let gnuplot = try output.map { _ in try Gnuplot.locate() }
    let reader = try AnalysisReader(
      directories, classifier: classifier, takesAllRewards: allRewards)
    for remark in reader.remarks { Console.message("note: \(remark.escapingControlCharacters)") }
    // Create the folder before the long part, so an unwritable one fails early.
    if let output { try AtomicFile.createFolder(URL(fileURLWithPath: output)) }
    if let table { try AnalysisTable(data: reader.data, level: .datasets).write(to: table) }
    if let questionTable {
      try AnalysisTable(data: reader.data, level: .questions).write(to: questionTable)
    }
    let analysis = Analysis(reader, permutations: permutations)
    let report = try gnuplot.flatMap { gnuplot in
      try output.map { try analysis.write(to: URL(fileURLWithPath: $0), gnuplot: gnuplot) }
    }
    if json {
      try printJSON(analysis.document)
    } else if printsTable {
      if let report { Console.message("report: \(report.relativePath.escapingControlCharacters)") }
    } else {
      let path = report.map { "\n\nreport: \($0.relativePath.escapingControlCharacters)" } ?? ""
      try Console.print(analysis.text(all: all) + path)
    }
  }
}
