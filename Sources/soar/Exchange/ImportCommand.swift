import ArgumentParser
import Diagnostics
import Exchange
import Experiments
import Foundation
import RunStore

/// `soar import`.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a run folder of the questions and rewards of any SOAR implementation.",
    discussion: """
      Reads JSON lines, one record per question with its dataset's reward \
      (docs/import-format.md, docs/import-format.schema.json). Every bad line is reported with \
      its number; with one of them nothing is imported, unless --skip-bad leaves them out.

      EXAMPLES
        soar import questions.jsonl -o runs/theirs
        soar import questions.jsonl -o runs/theirs --skip-bad
        zcat questions.jsonl.gz | soar import - -o runs/theirs
        soar show runs/theirs

      A LINE
        {"step": 0, "dataset": 0, "reward": 0.01, "question": "1 + 1?", "answer": "2"}
      """)

  @Argument(
    help: "The file of JSON lines; - is standard input.", completion: .file(extensions: ["jsonl"]))
  var file: String

  @Option(name: .shortAndLong, help: "The folder to make.", completion: .directory)
  var output: String

  @Flag(help: "Import the good lines, even if others are bad.")
  var skipBad = false

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let summary = try QuestionFileImport(file: file, output: output, skipsBadLines: skipBad).run {
      Console.message("error: \($0)")
    }
    if json { return try printJSON(summary) }
    let bad = summary.badLines == 0 ? "" : "; \(summary.badLines) bad lines left out"
    try Console.print(
      "\(summary.questions) questions of \(summary.datasets) datasets in \(summary.runs) "
        + "\(summary.runs == 1 ? "run" : "runs")\(bad): \(output.escapingControlCharacters)")
  }
}
