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
      Labels every question as well-posed, ambiguous, impossible or malformed, and every answer \
      as right or wrong: shared with others, a slip, or idiosyncratic (docs/labels.md). Adds the \
      labels that the run's store lacks and changes nothing else. Prints the shares per teacher \
      beside the paper's Table 7.

      For a file (docs/import-format.md) it writes the records with labels added. Only questions \
      in the language of the embedded world get one.

      --judge asks a language model the questions of the paper's judge, and stores its labels \
      under its own name beside the others. If stopped, the same command continues. Check a judge \
      with soar judge-check before you trust it.

      EXAMPLES
        soar classify runs/quick-1
        soar classify runs/quick-1 --json | jq '.teachers[] | [.teacher, .wellPosed]'
        soar classify runs/quick-1 --samples 32    # with the base model's answers
        soar classify questions.jsonl -o labelled.jsonl
        soar classify questions.jsonl --preset chain-6 > labelled.jsonl
        soar classify runs/math-1 --judge openai --url https://api.openai.com/v1 \\
          --model gpt-4.1
        soar classify runs/math-1 --judge openai --url http://127.0.0.1:8080/v1 \\
          --model local --votes 3 --limit 500
        soar classify --print-prompt > prompt.txt    # the judge's prompt, to change
      """)

  @Argument(
    help: ArgumentHelp(
      "A run's folder, or a file of JSON lines; - is standard input.", valueName: "dir|file"),
    completion: .file())
  var path: String?

  @Option(
    name: .shortAndLong, help: "For a file: the file to write; standard output by default.",
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "For a file: the configuration with the world of the questions.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var config: String?

  @Option(
    help: ArgumentHelp("The same, by the name of a preset.", valueName: "name"),
    completion: .list(RunConfiguration.presetNames))
  var preset: String?

  @Option(
    help: ArgumentHelp(
      "For a run: sample this many answers of its base model to each question.", valueName: "count")
  )
  var samples: Int?

  @Option(
    name: .customLong("of"), parsing: .singleValue,
    help: ArgumentHelp(
      "With --samples: only the questions of this loop or arm; may be repeated.", valueName: "name")
  )
  var names: [String] = []

  @OptionGroup var threads: WorkersOption

  @OptionGroup(title: "JUDGE OPTIONS")
  var judging: JudgeOptions

  @Flag(help: "Print the table as JSON.")
  var json = false

  func validate() throws {
    if judging.printPrompt { return }
    if path == nil { throw ValidationError("Give a run's folder, or a file.") }
    if judging.judge != nil, output != nil || config != nil || preset != nil || samples != nil {
      throw ValidationError("--judge takes none of --output, --config, --preset and --samples.")
    }
    if samples == nil, !names.isEmpty {
      throw ValidationError("--of chooses what --samples asks about: give both.")
    }
    if let samples, samples < 1 { throw ValidationError("--samples takes a positive number.") }
    if json, file == nil, !isFolder, place == "-" || FileManager.default.fileExists(atPath: place) {
      throw ValidationError("--json of a file needs -o: the labelled lines go there.")
    }
  }

  private var place: String { path ?? "" }

  /// The file to write; nil for standard output.
  private var file: String? { output == StandardOutput.name ? nil : output }

  private var isFolder: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
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
    if judging.printPrompt {
      return try StandardOutput.write(Array(JudgePrompt.standard.text.utf8))
    }
    if judging.judge != nil { return try await askJudge() }
    guard isFolder else { return try await classifyFile() }
    guard output == nil else {
      throw UserError(
        .usage, file: place, "is a folder", hint: "-o is for files; a run's labels go to its store")
    }
    let given = config != nil || preset != nil ? try await task() : nil
    var classification = try await RunClassification(folder: place, given: given)
    try classification.label()
    if let samples {
      try await classification.sample(
        samples, of: names, workers: threads.count, progress: ProgressReporter(quiet: false))
    }
    let result = classification
    if json {
      return try printJSON(
        Document(
          path: place, classifier: result.classifier, version: result.version,
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

  private func askJudge() async throws {
    guard isFolder || !FileManager.default.fileExists(atPath: place) else {
      throw UserError(
        .usage, file: place, "is a file",
        hint: "soar import makes a run of it, whose store remembers what was asked")
    }
    let report = try await judging.ask(about: place)
    if json { return try printJSON(report) }
    try Console.print(report.tally.text)
    try Console.print("\nlabels of \(report.judge.escapingControlCharacters)\n\(report.text)")
  }

  private func task() async throws -> any ProblemTask {
    try await RunSubject(
      RunConfiguration.resolve(preset: preset, file: config, overrides: [])
    ).task
  }

  private func classifyFile() async throws {
    guard samples == nil else {
      throw UserError(
        .usage, file: place, "is a file", hint: "--samples needs a run with its base model")
    }
    let task = try await task()
    let result = try FileClassification(file: place, output: file, task: task).run()
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
          path: place, classifier: ExactClassifier.name, version: ExactClassifier.version,
          questions: result.tally.questions, labelled: result.tally.labelled,
          labelsAdded: result.labelsAdded, contextsAdded: 0, samplesAdded: 0,
          teachers: result.tally))
    }
    try Console.print(result.tally.text)
  }
}
