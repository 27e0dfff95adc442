public import ArgumentParser
import Diagnostics
import Foundation
public import Reporting

/// `soar plot`.
struct Plot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Draw one figure of one or several runs.",
    discussion: """
      Reads the stores; nothing is run again. Beside the picture lie NAME.gnuplot, which drew it, \
      and NAME.dat, its data: edit the script and run `gnuplot NAME.gnuplot` in that folder. The \
      same stores give the same bytes.

      KINDS
      \(PlotKind.list)

      Several folders share a figure: reward has panels for each, the others pool the seeds, as \
      soar compare does.

      EXAMPLES
        soar plot runs/quick-1 --kind reward --format ascii
        soar plot runs/quick-1 --kind labels
        soar plot runs/a runs/b --kind passk --format pdf -o figures
        soar plot runs/a --kind cost --by tokens --baseline Base-T
        soar plot runs/phase --kind phase --format png
      """)

  @Argument(
    help: ArgumentHelp("Folders of runs, or of grids.", valueName: "dir"), completion: .directory)
  var directories: [String]

  @Option(help: ArgumentHelp("What to draw.", valueName: "kind"))
  var kind: PlotKind

  @Option(help: ArgumentHelp("How; ascii goes to standard output.", valueName: "format"))
  var format = FigureFormat.svg

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Folder for the figure; plots in the first run by default.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Whose outer loop (reward, diversity, labels).", valueName: "name"))
  var teacher: String?

  @Option(
    help: ArgumentHelp(
      "Whose labels (labels); the classifier with most of them by default.",
      valueName: "name"))
  var classifier: String?

  @Option(
    help: ArgumentHelp("k of pass@k (cost, trajectories); 32 by default.", valueName: "k"))
  var at: Int?

  @Option(
    help: ArgumentHelp(
      "Unit of cost (cost, profile); flops where they were counted.", valueName: "axis"))
  var by: CostAxis?

  @Option(
    help: ArgumentHelp("The arm drawn as the reference (passk, cost, profile).", valueName: "arm"))
  var baseline: String?

  @Flag(help: "Draw runs of different base models or hard sets together.")
  var force = false

  @Flag(help: "Print the files and the caption as JSON.")
  var json = false

  func validate() throws {
    if directories.isEmpty { throw ValidationError("Give the folder of a run.") }
    if let at, at < 1 { throw ValidationError("--at takes a positive number.") }
    let given = [
      ("teacher", teacher != nil), ("classifier", classifier != nil), ("at", at != nil),
      ("by", by != nil), ("baseline", baseline != nil),
    ]
    for (option, isGiven) in given where isGiven && !kind.options.contains(option) {
      throw ValidationError("--\(option) has no meaning for --kind \(kind.rawValue).")
    }
    if format == .ascii && (output != nil || json) {
      throw ValidationError("--format ascii goes to standard output; it takes no -o or --json.")
    }
  }

  private struct Result: Encodable {
    var kind: PlotKind
    var figure, script, data, caption: String
  }

  func run() throws {
    let gnuplot = try Gnuplot.locate()
    if format == .pdf { try gnuplot.requirePDF() }
    let figure = try PlotReader(
      directories: directories, teacher: teacher, classifier: classifier, k: at, axis: by,
      baseline: baseline, force: force, progress: ProgressReporter(quiet: false)
    ).figure(kind)
    if format == .ascii {
      let size = Terminal.size(of: STDOUT_FILENO)
      // Fill a terminal. Text for a file keeps the figure's proportions, wide enough that letters
      // take the same room as in a picture.
      let text = try gnuplot.text(
        figure, columns: max(60, size?.columns ?? figure.size.width / 9),
        rows: size.map { max(24, $0.rows - 2) })
      return try Console.print(String(text.dropLast()))
    }
    let folder =
      output.map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: directories[0]).appendingPathComponent("plots")
    try AtomicFile.createFolder(folder)
    let files = try gnuplot.draw(figure, in: folder, formats: [format]).map(\.relativePath)
    if json {
      return try printJSON(
        Result(
          kind: kind, figure: files[0], script: files[1], data: files[2],
          caption: figure.caption))
    }
    for file in files { try Console.print(file.escapingControlCharacters) }
  }
}

extension PlotKind: ExpressibleByArgument {}
extension FigureFormat: ExpressibleByArgument {}
extension CostAxis: ExpressibleByArgument {}
extension ComparedArm.Checkpoint: ExpressibleByArgument {}
