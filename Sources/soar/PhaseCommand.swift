import ArgumentParser
import Configuration
import Diagnostics
import Experiments
import Foundation
import Reporting
import SelfPlay

/// `soar phase`.
struct Phase: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phase",
    abstract: "Map where structure matters more than correctness.",
    discussion: """
      Repeats a small experiment of `soar causal` at each combination of two settings, each with \
      its own base model, and draws the effects of structure and correctness as heat maps: \
      DIR/report/phase.md with figures, and phase.json. The same command continues after a stop; \
      finished points are kept.

      EXAMPLES
        soar phase --output runs/phase
        soar phase --x 'world.misconceptionRate=[0.02, 0.1]' \\
          --y 'world.hardLengths=[[3, 4], [4, 5, 6]]' --output runs/lengths
        soar phase my.yaml --set 'seeds=[1,2,3,4,5]' --output runs/mine
      """)

  @Argument(
    help: "A YAML file laid over the preset phase.", completion: .file(extensions: ["yaml"]))
  var config: String?

  @Option(help: ArgumentHelp("The setting of the horizontal axis.", valueName: "key.path=[values]"))
  var x = "world.misconceptionRate=[0.02, 0.034, 0.1]"

  @Option(help: ArgumentHelp("The setting of the vertical axis.", valueName: "key.path=[values]"))
  var y = "world.slipRate=[0.005, 0.05, 0.15]"

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("Override one key at all points; may be repeated.", valueName: "key=value"))
  var overrides: [String] = []

  @Option(
    name: .shortAndLong, help: "Folder for the points and the map.", completion: .directory)
  var output: String

  @OptionGroup var threads: WorkersOption

  @OptionGroup var caching: CacheOption

  @Flag(help: "Print the map as JSON.")
  var json = false

  @Flag(name: .shortAndLong, help: "No progress.")
  var quiet = false

  func run() async throws {
    let across = try ConfigurationLoader.alternatives(x, source: "--x")
    let down = try ConfigurationLoader.alternatives(y, source: "--y")
    let gnuplot = try Gnuplot.locate()
    // Resolve all points before the first run, to find a bad value at once.
    let configurations = try down.values.map { lower in
      try across.values.map { value in
        try RunConfiguration.resolve(
          preset: nil, file: config,
          overrides: overrides + ["\(across.key)=\(value)", "\(down.key)=\(lower)"],
          defaultPreset: "phase")
      }
    }
    let folder = URL(fileURLWithPath: output)
    let map = try await PhaseExperiment(
      x: PhaseMap.Axis(key: across.key, values: across.values),
      y: PhaseMap.Axis(key: down.key, values: down.values), configurations: configurations,
      folder: folder, usesCache: !caching.noCache,
      workers: threads.count, gnuplot: gnuplot
    ).run(
      tell: { if !quiet { Console.message($0) } }, warn: { Console.message("warning: \($0)") },
      progress: { ProgressReporter(quiet: quiet) })
    let file = try map.write(to: folder.appendingPathComponent("report"), gnuplot: gnuplot)
    if json {
      try StandardOutput.write(Array(try map.json))
    } else {
      try Console.print("\nreport: \(file.relativePath.escapingControlCharacters)")
    }
  }
}
