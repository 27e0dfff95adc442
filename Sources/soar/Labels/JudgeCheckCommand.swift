import ArgumentParser
import Diagnostics
import Reporting

/// `soar judge-check`.
struct JudgeCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge-check",
    abstract: "Compare a judge's labels with exact ones, and correct estimates for its errors.",
    discussion: """
      Takes a run whose questions have two labels: exact ones, which runs in the embedded world \
      and in arithmetic store by themselves, and a judge's (soar classify --judge). Prints \
      agreement, Cohen's kappa, sensitivity and specificity of every label. Then it corrects \
      three results for these error rates: the shares of well-posed and correct questions, the \
      paper's Table 7, and the association of the reward with both labels. docs/statistics.md has \
      the formulas and their assumptions.

      With --apply the error rates correct other runs, which need no exact labels.

      EXAMPLES
        soar judge-check runs/quick-1
        soar judge-check runs/quick-1 --judge-name openai:qwen3:1f2e3d4c
        soar judge-check runs/quick-1 --apply runs/math-1 --apply runs/math-2
        soar judge-check runs/quick-1 --json | jq '.labels.well_posed.sensitivity'
      """)

  @Argument(
    help: ArgumentHelp("The folder of a run with both labels.", valueName: "dir"),
    completion: .directory)
  var directory: String

  @Option(
    help: ArgumentHelp(
      "The judge, by the name of its labels; by default the only one.", valueName: "name"))
  var judgeName: String?

  @Option(
    help: ArgumentHelp(
      "Whose labels count as the truth; by default the exact classifier's.", valueName: "name"))
  var reference: String?

  @Option(
    help: ArgumentHelp(
      "Correct the estimates of this run instead; may be repeated.", valueName: "dir"),
    completion: .directory)
  var apply: [String] = []

  @Flag(help: "Print the whole result as JSON.")
  var json = false

  func run() throws {
    let check = try JudgeCheck(
      directory, judge: judgeName, reference: reference, applyingTo: apply)
    if json {
      try printJSON(check.document)
    } else {
      try Console.print(check.text)
    }
  }
}
