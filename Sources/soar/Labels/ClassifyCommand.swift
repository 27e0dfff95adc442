import ArgumentParser
import Diagnostics
import Exchange
import Experiments
import Foundation
import QuestionAnalysis
import Reporting
import RunStore
import SelfPlay
import Tasks

/// `soar classify`.
struct Classify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Label the questions of a run, or of a file of JSON lines.",
    discussion: """
      Every question is well-posed, ambiguous, impossible or malformed, and every answer is \
      right, or wrong in a shared way, by a slip, or in a way of its own (docs/labels.md). \
      A run's questions get the labels that its store does not hold yet; nothing stored is \
      changed. Prints the shares per teacher beside the paper's table 7.

      A file (docs/import-format.md) comes out with the labels added. Its questions are read \
      in the language of the embedded world; others stay without a label.

      EXAMPLES
        soar classify runs/quick-1
        soar classify runs/quick-1 --json | jq '.teachers[] | [.teacher, .wellPosed]'
        soar classify runs/quick-1 --samples 32    asks the base model for its own answers too
        soar classify questions.jsonl -o labelled.jsonl
        soar classify questions.jsonl --preset chain-6 > labelled.jsonl
      """)

  @Argument(
    help: ArgumentHelp(
      "A run's folder, or a file of JSON lines; - is standard input.", valueName: "dir|file"),
    completion: .file())
  var path: String

  @Option(
    name: .shortAndLong, help: "For a file: the file to write; standard output by default.",
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "For a file: the configuration whose world the questions are of.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var config: String?

  @Option(
    help: ArgumentHelp("The same, by the name of a preset.", valueName: "name"),
    completion: .list(RunConfiguration.presetNames))
  var preset: String?

  @Option(
    help: ArgumentHelp(
      "For a run: sample so many answers of its base model to each question.", valueName: "count"))
  var samples: Int?

  @Flag(help: "Print the table as JSON.")
  var json = false

  func validate() throws {
    if let samples, samples < 1 { throw ValidationError("--samples takes a positive number.") }
    if json, file == nil, !isFolder, path == "-" || FileManager.default.fileExists(atPath: path) {
      throw ValidationError("--json of a file needs -o: the labelled lines go there.")
    }
  }

  /// The file to write; nil for standard output.
  private var file: String? { output == StandardOutput.name ? nil : output }

  private var isFolder: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private struct Document: Encodable {
    var path, classifier: String
    var version: Int
    var questions, labelled, labelsAdded, contextsAdded, samplesAdded: Int
    var teachers: LabelTally
    var paper = LabelTally.PaperRow.all
  }

  func run() async throws {
    guard isFolder else { return try await classifyFile() }
    guard output == nil else {
      throw UserError(
        .usage, file: path, "is a folder", hint: "-o is for files; a run's labels go to its store")
    }
    let given = config != nil || preset != nil ? try await task() : nil
    var classification = try await RunClassification(folder: path, given: given)
    try classification.label()
    if let samples {
      try await classification.sample(samples, progress: ProgressReporter(quiet: false))
    }
    let result = classification
    if json {
      return try printJSON(
        Document(
          path: path, classifier: result.classifier, version: result.version,
          questions: result.tally.questions, labelled: result.tally.labelled,
          labelsAdded: result.labelsAdded, contextsAdded: result.contextsAdded,
          samplesAdded: result.samplesAdded, teachers: result.tally))
    }
    try Console.print(result.tally.text)
    let head =
      "\(result.tally.labelled) of \(result.tally.questions) questions labelled by "
      + "\(result.classifier.escapingControlCharacters), version \(result.version)"
    try Console.print(
      "\n\(head); \(result.labelsAdded) labels added"
        + (samples == nil ? "" : ", \(result.samplesAdded) questions put to the base model"))
  }

  private func task() async throws -> any ProblemTask {
    try await RunSubject(
      RunConfiguration.resolve(preset: preset, file: config, overrides: [])
    ).task
  }

  private func classifyFile() async throws {
    guard samples == nil else {
      throw UserError(
        .usage, file: path, "is a file", hint: "--samples needs a run with its base model")
    }
    let task = try await task()
    let result = try FileClassification(file: path, output: file, task: task).run()
    let missing = result.tally.questions - result.tally.labelled
    if missing > 0 {
      Console.message(
        "note: \(missing) of \(result.tally.questions) questions are not in the world's language "
          + "and stay without a label of \(ExactClassifier.name)")
    }
    guard file != nil else { return }
    if json {
      return try printJSON(
        Document(
          path: path, classifier: ExactClassifier.name, version: ExactClassifier.version,
          questions: result.tally.questions, labelled: result.tally.labelled,
          labelsAdded: result.labelsAdded, contextsAdded: 0, samplesAdded: 0,
          teachers: result.tally))
    }
    try Console.print(result.tally.text)
  }
}
