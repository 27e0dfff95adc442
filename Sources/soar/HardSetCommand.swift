import ArgumentParser
import Diagnostics
import Experiments
import Foundation
import SelfPlay

/// `soar hardset`.
struct HardSetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hardset",
    abstract: "Screen problems for those that the base model never solves.",
    discussion: """
      Draws candidates of the task, samples the base model on each at temperature 1 \
      (`hardSet.samples` times: \(RunConfiguration.Preset.quick.configuration.hardSet.samples) in \
      the preset quick), keeps those without a success and splits them in two at random. With \
      `hardSet.by=probability` a candidate is kept if its right answer is improbable enough. \
      Every candidate's count is written. Problems of the test half are named by index alone: \
      `soar run` seals them for the evaluator.

      EXAMPLES
        soar hardset                       # the quick preset's base model and world
        soar hardset --set hardSet.candidates=1000 --json > counts.json
        soar hardset --json --save-model base > counts.json    # for other runs:
        soar run --set model.folder=base --set hardSet.counts=counts.json
        soar hardset my.yaml --model runs/quick-1/checkpoints/base
      """)

  @Argument(help: "A YAML file laid over the preset.", completion: .file(extensions: ["yaml"]))
  var config: String?

  @Option(
    help: "One of \(RunConfiguration.presetNames.joined(separator: ", ")).",
    completion: .list(RunConfiguration.presetNames))
  var preset: String = "quick"

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("Override one key; may be repeated.", valueName: "key.path=value"))
  var overrides: [String] = []

  @Option(
    help: "A checkpoint folder in place of the configured base model.", completion: .directory)
  var model: String?

  @Option(
    help: ArgumentHelp("Keep the screened model in a new folder.", valueName: "folder"),
    completion: .directory)
  var saveModel: String?

  @OptionGroup var threads: WorkersOption

  @OptionGroup var caching: CacheOption

  @Flag(help: "Print every count as JSON.")
  var json = false

  @Flag(name: .shortAndLong, help: "No progress.")
  var quiet = false

  func run() async throws {
    let resolved = try RunConfiguration.resolve(
      preset: preset, file: config, overrides: overrides)
    let (set, file) = try await HardSetScreening(
      configuration: resolved, model: model.map { URL(fileURLWithPath: $0) },
      cache: caching.cache, workers: threads.count,
      progress: ProgressReporter(quiet: quiet)
    ).run(savingModel: saveModel.map { URL(fileURLWithPath: $0) })
    try json ? Console.print(jsonText(file)) : printText(set)
  }

  private func printText(_ set: HardSet) throws {
    let solved = set.candidates.filter { $0.fate == .solved }
    let isSampled = set.candidates.allSatisfy { $0.probability == nil }
    let (kept, dropped) = isSampled ? ("never solved", "solved") : ("hard", "not hard")
    let counts =
      isSampled && !solved.isEmpty
      ? " (\(solved.map { "\($0.successes)" }.joined(separator: ", ")) times)" : ""
    let samples = set.samples > 0 ? ", \(set.samples) samples each" : ""
    try Console.print(
      """
      candidates        \(set.candidates.count)\(samples)
      \(kept.padding(to: 18))\(set.candidates.count - solved.count)
      \(dropped.padding(to: 18))\(solved.count)\(counts)
      hard-train        \(set.train.count)
      hard-test         \(set.test.count)
      """)
    for length in Set(set.candidates.map(\.length)).sorted() {
      let group = set.candidates.filter { $0.length == length }
      let hard = group.count { $0.fate != .solved }
      try Console.print("length \(length)          \(hard) of \(group.count) \(kept)")
    }
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
