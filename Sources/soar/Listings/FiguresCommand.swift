import ArgumentParser
import Reporting

/// `soar figures`.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "List the figures that soar plot draws.",
    discussion: """
      EXAMPLES
        soar figures
        soar figures --json | jq -r '.[].name'
      """)

  @Flag(help: "Print JSON.")
  var json = false

  private struct Row: Encodable {
    var name, explanation: String
    var options: [String]
  }

  func run() throws {
    let rows = PlotKind.allCases.map {
      Row(
        name: $0.rawValue, explanation: $0.explanation,
        options: $0.options.sorted().map { "--\($0)" })
    }
    try Listing(
      rows, columns: ["figure", "what it shows", "options"],
      hint: """
        soar plot DIR --kind NAME                   # draw it as SVG
        soar plot DIR --kind NAME --format ascii    # draw it in the terminal
        """
    ) { [$0.name, $0.explanation, $0.options.joined(separator: " ")] }.print(asJSON: json)
  }
}
