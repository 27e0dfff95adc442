import ArgumentParser
import Diagnostics
import Exchange
import Foundation
import RunStore

/// `soar export`.
struct Export: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case jsonl, csv, tensorboard
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a run for other tools: JSON lines, CSV or TensorBoard.",
    discussion: """
      jsonl is one record per question with its labels and its dataset's reward, in the format \
      that soar import reads (docs/import-format.md). What is exported, imported and exported \
      again is the same to the byte.

      csv is a folder with a file for every table and view of docs/schema.md (RFC 4180, UTF-8). \
      NULL is an empty field. Texts are written as they are; --spreadsheet puts an apostrophe \
      before those that a spreadsheet would compute.

      tensorboard is a folder with event files, one folder per seed: rewards, labels, sampled \
      questions, and the curves of the arms. Give the folder to `tensorboard --logdir`; to see \
      several runs together, export them side by side into one.

      EXAMPLES
        soar export runs/quick-1 -o questions.jsonl
        soar export runs/quick-1 | jq -r '[.step, .reward, .question] | @tsv'
        soar export runs/quick-1 --format csv -o tables
        soar export runs/quick-1 --format csv --table question_share -o tables
        soar export runs/quick-1 --format tensorboard -o tensorboard/quick-1
      """)

  @Argument(help: "The run's folder.", completion: .directory)
  var directory: String

  @Option(help: "What to write.")
  var format = Format.jsonl

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, - or nothing for standard output, for jsonl; else the folder.",
      valueName: "path"),
    completion: .file())
  var output: String?

  @Option(
    name: .customLong("table"), parsing: .singleValue,
    help: ArgumentHelp(
      "Only this table or view (csv); may be repeated.", valueName: "name"))
  var tables: [String] = []

  @Flag(help: "Guard texts that begin like formulas (csv).")
  var spreadsheet = false

  func validate() throws {
    if format != .jsonl && output == nil {
      throw ValidationError("--format \(format.rawValue) writes a folder; name it with -o.")
    }
    if format != .csv && (!tables.isEmpty || spreadsheet) {
      throw ValidationError("--table and --spreadsheet are of --format csv.")
    }
  }

  func run() throws {
    let folder = URL(fileURLWithPath: directory)
    let store = try RunStore.open(at: folder, readOnly: true)
    _ = try store.run()
    switch (format, output) {
    case (.csv, let path?): try writeCSV(store, path)
    case (.tensorboard, let path?):
      let outcome = try TensorBoardExport(store: store, name: directory).write(to: path)
      Console.message(
        "\(outcome.events) events in \(outcome.files) files written to "
          + path.escapingControlCharacters)
    default:
      try writeLines(
        store, name: folder.standardizedFileURL.resolvingSymlinksInPath().lastPathComponent)
    }
  }

  private func writeCSV(_ store: RunStore, _ path: String) throws {
    let outcome = try CSVExport(store: store, tables: tables, guardsFormulas: spreadsheet)
      .write(to: path)
    Console.message(
      "\(outcome.rows) rows in \(outcome.files) files written to "
        + path.escapingControlCharacters)
    if outcome.formulas > 0 && !spreadsheet {
      Console.message(
        "\(outcome.formulas) texts begin like formulas: use --spreadsheet before one opens them")
    }
  }

  private func writeLines(_ store: RunStore, name: String) throws {
    let count = try QuestionExport(store: store, name: name).write(to: output)
    if let output, output != StandardOutput.name {
      Console.message("\(count) questions written to \(output.escapingControlCharacters)")
    }
  }
}
