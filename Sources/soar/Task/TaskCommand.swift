import ArgumentParser
import Diagnostics
import Experiments
import Foundation
import SelfPlay
import Tasks
import TextTasks

/// `soar task`: text problems.
struct TaskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task",
    abstract: "Look into files of text problems.",
    discussion: """
      EXAMPLE
        soar task check mine.jsonl --model models/smollm2-135m
      """,
    subcommands: [TaskCheck.self])
}

/// `soar task check`.
struct TaskCheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with a file of problems, and show what a model makes of it.",
    discussion: """
      Reads every line and lists every defect: unreadable lines, missing questions and answers, \
      answers that the verifier cannot read, duplicates, prompts longer than the model's context. \
      Then it shows some prompts as the model gets them, a response to each, and its grade.

      Verifier and prompt format are those of the configuration (docs/text-problems.md). Without \
      --model only the file is checked. Exits with 65 if something is wrong.

      EXAMPLES
        soar task check mine.jsonl --set task.verifier.kind=fraction
        soar task check mine.jsonl --model models/smollm2-135m
        soar task check mine.jsonl --config my.yaml --no-samples --json
      """)

  @Argument(help: "JSON lines of problems.", completion: .file(extensions: ["jsonl"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The model's folder; that of the configuration by default.", valueName: "dir"),
    completion: .directory)
  var model: String?

  @Option(
    help: ArgumentHelp("A YAML file laid over the preset text.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var config: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("Override one key; may be repeated.", valueName: "key.path=value"))
  var overrides: [String] = []

  @Option(help: "Problems shown.")
  var count = 10

  @Option(help: "Seed of what is shown.")
  var seed: UInt64 = 0

  @Flag(inversion: .prefixedNo, help: "Let the model answer the problems shown.")
  var samples = true

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard (0...1000).contains(count) else {
      throw ValidationError("--count must be between 0 and 1000.")
    }
  }

  private struct Document: Encodable {
    var file: String
    var problems, hardProblems, easierProblems: Int
    var findings: [String]
    var examples: [TaskInspection.Example]
  }

  func run() async throws {
    var resolved = try RunConfiguration.resolve(
      preset: nil, file: config, overrides: overrides, defaultPreset: "text")
    guard resolved.task.kind == .text else {
      throw UserError(
        .configuration, file: config, place: "task.kind", "is \(resolved.task.kind.rawValue)",
        hint: "set task.kind: text")
    }
    resolved.task.file = file
    if let model { resolved.model.folder = model }
    // The preset's folder is a suggestion: checking a file needs no model.
    if model == nil, !FileManager.default.fileExists(atPath: resolved.model.folder) {
      resolved.model.folder = ""
    }
    let inspection = try await TaskInspection(
      resolved, count: count, samples: samples, seed: seed)
    let report = inspection.report
    let findings = report.findings.map(\.description)
    if json {
      try printJSON(
        Document(
          file: file, problems: report.file.problems.count, hardProblems: report.hardProblems,
          easierProblems: report.easierProblems, findings: findings,
          examples: inspection.examples))
    } else {
      try Console.print(
        "\(report.file.problems.count) problems: \(report.hardProblems) for the hard set, "
          + "\(report.easierProblems) easier")
      for example in inspection.examples { try Console.print("\n" + text(example)) }
    }
    guard let first = report.findings.first else { return }
    if !json { for finding in findings { Console.message("error: \(finding)") } }
    throw ExitCode(first.status.rawValue)
  }

  private func text(_ example: TaskInspection.Example) -> String {
    var lines = [
      "prompt    \(example.prompt.escapingControlCharacters) (\(example.promptTokens) tokens)"
    ]
    if let response = example.response, let grade = example.grade {
      lines.append("response  \(response.escapingControlCharacters)")
      lines.append(
        "grade     \(grade.rawValue)"
          + (example.readAnswer.map { ", read as \($0.escapingControlCharacters)" } ?? "")
          + ", reference \(example.answer.escapingControlCharacters)")
    } else {
      lines.append("answer    \(example.answer.escapingControlCharacters)")
    }
    return lines.joined(separator: "\n")
  }
}
