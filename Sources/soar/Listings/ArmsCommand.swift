import ArgumentParser
import Experiments
import SelfPlay

/// `soar arms`.
struct ArmsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arms",
    abstract: "List what arms are made of, or the arms of a preset.",
    discussion: """
      An arm is one way to get a student: where its weights start, where its questions come from, \
      which of them it keeps, which answers it is rewarded for, and how hard-train problems come \
      in. An entry of `arms` in a configuration file puts them together.

      EXAMPLES
        soar arms
        soar arms --preset standard
        soar arms --preset causal --json | jq -r '.[].name'
      """)

  @Option(
    help: "List the arms of this preset.", completion: .list(RunConfiguration.presetNames))
  var preset: String?

  @Flag(help: "Print JSON.")
  var json = false

  private struct Word: Encodable {
    var key, word, explanation: String
  }

  private struct Arm: Encodable {
    var name, explanation, start: String
    var steps: Int
    var training: String
  }

  func run() throws {
    if let preset {
      return try list(RunConfiguration.resolve(preset: preset, file: nil, overrides: []))
    }
    let rows = ArmConfiguration.parts.flatMap { part in
      part.words.map { Word(key: part.key, word: $0.name, explanation: $0.explanation) }
    }
    var last = ""
    try Listing(
      rows, columns: ["key", "word", "what it means"],
      hint: """
        in a file: arms: [{name: Mine, source: untrainedTeacher, mixing: mixed, steps: 60}]
        soar arms --preset standard    # the arms of a preset
        """
    ) { row in
      defer { last = row.key }
      return [row.key == last ? "" : row.key, row.word, row.explanation]
    }.print(asJSON: json)
  }

  private func list(_ configuration: RunConfiguration) throws {
    let rows = configuration.arms.map {
      Arm(
        name: $0.name, explanation: configuration.explanation(of: $0), start: $0.start.rawValue,
        steps: $0.steps, training: $0.steps > 0 ? configuration.training(of: $0) : "")
    }
    try Listing(
      rows, columns: ["arm", "start", "steps", "what it trains on"], rightAligned: [2],
      hint: """
        soar run --preset \(configuration.preset)                   # run them
        soar run --preset \(configuration.preset) --print-config    # all of their keys
        """
    ) { [$0.name, $0.start, "\($0.steps)", $0.training] }.print(asJSON: json)
  }
}
