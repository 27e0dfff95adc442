import ArgumentParser
import Diagnostics
import Foundation
import RunStore

/// `soar export`.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a run's questions, labels and rewards as JSON lines.",
    discussion: """
      One record per question with its dataset's reward, in the format that soar import reads \
      (docs/import-format.md). What is exported, imported and exported again is the same to the \
      byte.

      EXAMPLES
        soar export runs/quick-1 -o questions.jsonl
        soar export runs/quick-1 | jq -r '[.step, .reward, .question] | @tsv'
      """)

  @Argument(help: "The run's folder.")
  var directory: String

  @Option(name: .shortAndLong, help: "The file to write; standard output by default.")
  var output: String?

  func run() throws {
    let folder = URL(fileURLWithPath: directory)
    let store = try RunStore.open(at: folder, readOnly: true)
    _ = try store.run()
    let name = folder.standardizedFileURL.resolvingSymlinksInPath().lastPathComponent
    let sink = try LineSink(output)
    do {
      try store.forEachQuestion(
        QuestionSelection(classifier: "", includesTexts: true, includesHistory: true)
      ) { row in
        try sink.write(ExchangeFormat.line(row, run: name))
      }
      try sink.finish()
    } catch {
      sink.discard()
      throw error
    }
    if let output {
      Console.message("\(sink.lines) questions written to \(output.escapingControlCharacters)")
    }
  }
}
