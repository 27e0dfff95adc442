import ArgumentParser
import SelfPlay

/// `soar schemes`.
struct SchemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schemes",
    abstract: "List the reward schemes: what a teacher can be rewarded for.",
    discussion: """
      docs/reward-schemes.md has the formula of each, its parameters, and how it fails.

      EXAMPLES
        soar schemes
        soar schemes --json | jq -r '.[].name'
      """)

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let rows = RewardSchemeRegistry.standard.explanations.map {
      ListedName(name: $0.name, explanation: $0.explanation)
    }
    try Listing(
      rows, columns: ["scheme", "what it rewards"],
      hint: """
        soar run --set 'teachers=[{name: SOAR, reward: {scheme: NAME}}]'
        """
    ) { [$0.name, $0.explanation] }.print(asJSON: json)
  }
}
