public import ArgumentParser
import Diagnostics
public import Exchange
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
      (docs/import-format.md, docs/import-format.schema.json), and the logs of TRL, verl, SkyRL, \
      tinker-cookbook, R-Zero and Absolute Zero (docs/importing.md). The first record decides which \
      program wrote them, unless --from does. Every bad line is reported with its number, and \
      then nothing is imported, unless --skip-bad leaves them out.

      In a student's log each prompt is a question, and the rollouts of a step with the same \
      prompt are pooled. In a teacher's log the completions are the questions: --questions \
      completion.

      EXAMPLES
        soar import questions.jsonl -o runs/theirs
        soar import questions.jsonl -o runs/theirs --skip-bad
        zcat questions.jsonl.gz | soar import - -o runs/theirs
        soar import rollouts/*.jsonl --from verl -o runs/student
        soar import completions.jsonl --from trl --questions completion \\
          -o runs/teacher
        soar import rollouts/*.jsonl --after "Question: " --before "Answer:" \\
          -o runs/student
        soar show runs/theirs

      A LINE
        {"step": 0, "dataset": 0, "reward": 0.01, "question": "1 + 1?", "answer": "2"}
      """)

  @Argument(
    help: ArgumentHelp(
      "Files of JSON lines or JSON arrays, in the run's order; - is standard input.",
      valueName: "file"),
    completion: .file(extensions: ["jsonl", "json"]))
  var files: [String]

  @Option(name: .shortAndLong, help: "The folder to make.", completion: .directory)
  var output: String

  @Option(
    help: ArgumentHelp(
      "The program that wrote them: \(LogFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "program"))
  var from: LogFormat?

  @Option(
    help: ArgumentHelp(
      "Which text of a rollout is the question: prompt (default) or completion.",
      valueName: "side"))
  var questions: LogOptions.Side?

  @Option(
    help: ArgumentHelp(
      "Fields whose sum is the reward, with commas; by default the program's own.",
      valueName: "fields"))
  var reward: String?

  @Option(
    help: ArgumentHelp(
      "Field with the answer, such as extra.answer; by default the program's own.",
      valueName: "field"))
  var answer: String?

  @Option(
    help: ArgumentHelp("The question begins after this text in the prompt.", valueName: "text"))
  var after: String?

  @Option(
    help: ArgumentHelp("The question ends before this text in the prompt.", valueName: "text"))
  var before: String?

  @Flag(help: "Import the good lines, even if others are bad.")
  var skipBad = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if files.isEmpty { throw ValidationError("Give a file.") }
    if questions == .completion, after != nil || before != nil {
      throw ValidationError("--after and --before cut prompts, not completions.")
    }
    for (name, text) in [("--after", after), ("--before", before), ("--reward", reward)] {
      if text?.isEmpty == true { throw ValidationError("\(name) takes a text.") }
    }
  }

  func run() throws {
    let options = LogOptions(
      side: questions ?? .prompt,
      rewards: reward?.split(separator: ",").map(String.init) ?? [], answer: answer, after: after,
      before: before)
    let summary = try QuestionFileImport(
      files: files, output: output, format: from, options: options, skipsBadLines: skipBad
    ).run { Console.message("error: \($0)") }
    if from == nil, let format = LogFormat(rawValue: summary.format), format != .soar {
      Console.message("note: read as a log of \(format.title) (--from \(format.rawValue))")
    }
    if json { return try printJSON(summary) }
    let bad = summary.badLines == 0 ? "" : "; \(summary.badLines) bad lines left out"
    try Console.print(
      "\(summary.questions) questions of \(summary.datasets) datasets in \(summary.runs) "
        + "\(summary.runs == 1 ? "run" : "runs")\(bad): \(output.escapingControlCharacters)")
  }
}

extension LogFormat: ExpressibleByArgument {}
extension LogOptions.Side: ExpressibleByArgument {}
