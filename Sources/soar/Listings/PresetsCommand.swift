import ArgumentParser
import SelfPlay

/// `soar presets`.
struct PresetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "presets",
    abstract: "List the presets.",
    discussion: """
      A preset is a whole configuration: a file or --set changes some of its keys. A loop is one \
      teacher's outer loop; an arm is one way to get a student. Both run once per seed.

      EXAMPLES
        soar presets
        soar presets --json | jq -r '.[].name'
      """)

  @Flag(help: "Print JSON.")
  var json = false

  private struct Row: Encodable {
    var name, explanation: String
    var seeds, loops, arms: Int
  }

  func run() throws {
    let rows = RunConfiguration.Preset.allCases.map { preset in
      let configuration = preset.configuration
      return Row(
        name: preset.rawValue, explanation: preset.explanation, seeds: configuration.seeds.count,
        loops: configuration.neededTeachers.count, arms: configuration.arms.count)
    }
    try Listing(
      rows, columns: ["preset", "seeds", "loops", "arms", "what it is for"],
      rightAligned: [1, 2, 3],
      hint: """
        soar run --preset NAME                   # run it
        soar run --preset NAME --print-config    # all of its keys
        soar arms --preset NAME                  # its arms
        """
    ) { [$0.name, "\($0.seeds)", "\($0.loops)", "\($0.arms)", $0.explanation] }
    .print(asJSON: json)
  }
}
