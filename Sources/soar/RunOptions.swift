import ArgumentParser
import Configuration
import Diagnostics
import Experiments
import Foundation
import Grids
import Reporting
import RunStore
import SelfPlay

/// The options of `soar run` and `soar causal`, and their execution.
struct RunOptions: ParsableArguments {
  @Argument(help: "A YAML file laid over the preset.", completion: .file(extensions: ["yaml"]))
  var config: String?

  @Option(
    help: "One of \(RunConfiguration.presetNames.joined(separator: ", ")).",
    completion: .list(RunConfiguration.presetNames))
  var preset: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("Override one key; may be repeated.", valueName: "key.path=value"))
  var overrides: [String] = []

  @Option(
    name: .shortAndLong, help: "Folder for the run; a new one below runs/ by default.",
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp("Continue the run in this folder.", valueName: "dir"), completion: .directory
  )
  var resume: String?

  @OptionGroup var threads: WorkersOption

  @OptionGroup var caching: CacheOption

  @Flag(help: "Print the resolved configuration as YAML and stop.")
  var printConfig = false

  @Flag(help: "With --print-config: only the keys that differ from the preset's.")
  var changed = false

  @OptionGroup var planning: PlanOptions

  @Flag(help: "Print the result as JSON.")
  var json = false

  @Flag(name: .shortAndLong, help: "No progress.")
  var quiet = false

  func validate() throws {
    if resume != nil && (config != nil || preset != nil || output != nil || !overrides.isEmpty) {
      throw ValidationError(
        "--resume continues a run as it was configured; it takes no configuration or --output.")
    }
    if resume != nil && printConfig {
      throw ValidationError(
        "--print-config is of a new run; that of an old one is its config.resolved.yaml.")
    }
    if changed && !printConfig { throw ValidationError("--changed needs --print-config.") }
    if resume != nil && planning.dryRun {
      throw ValidationError("--dry-run plans a new run; soar watch shows what is left of one.")
    }
  }

  /// - Parameter defaultPreset: used if neither the arguments nor the file name one.
  func carryOut(defaultPreset: String = "quick") async throws {
    if let resume { return try await continueRun(URL(fileURLWithPath: resume)) }
    let resolved = try RunConfiguration.resolve(
      preset: preset, file: config, overrides: overrides, defaultPreset: defaultPreset)
    if printConfig {
      let yaml = changed ? try resolved.changedYAML() : try ConfigurationLoader.yaml(resolved)
      return try StandardOutput.write(Array(yaml.utf8))
    }
    if planning.dryRun {
      return try await planning.printPlan(
        of: resolved, cache: caching.cache, workers: threads.count, asJSON: json)
    }
    let gnuplot = try Gnuplot.locate()
    let url = URL(fileURLWithPath: output ?? Self.defaultFolder(for: name(resolved)))
    if FileManager.default.fileExists(
      atPath: url.appendingPathComponent(RunStore.fileName).path)
    {
      let isImported = (try? RunStore.watch(at: url).isImported()) ?? false
      throw UserError(
        .cannotCreate, file: url.relativePath, "already holds a run",
        hint: isImported
          ? "choose another --output"
          : "continue it with --resume \(url.relativePath.shellWord), or choose another --output")
    }
    let given = try config.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    // Before the folder is made: a model or a file of problems that is not there leaves none behind.
    let subject = try await RunSubject(resolved)
    try resolved.validate(for: subject.task)
    try await finish(
      try RunExecution.begin(resolved, given: given, at: url, workers: threads.count), gnuplot,
      subject)
  }

  private func continueRun(_ url: URL) async throws {
    let gnuplot = try Gnuplot.locate()
    try await finish(
      try RunExecution.resume(at: url, workers: threads.count) {
        Console.message("warning: \($0)")
      },
      gnuplot, nil)
  }

  private func finish(
    _ execution: RunExecution, _ gnuplot: Gnuplot, _ subject: RunSubject?
  ) async throws {
    defer { withExtendedLifetime(execution.lock) {} }
    let advice = "soar run --resume \(execution.folder.url.relativePath.shellWord)"
    let (configuration, folder) = (execution.configuration, execution.folder.url)
    let (workers, isShown) = (threads.count, !quiet)
    try await execution.carryOut(
      subject: subject, usesCache: !caching.noCache, progress: ProgressReporter(quiet: quiet),
      expecting: {
        isShown ? RunForecast.duration(of: configuration, in: folder, workers: workers) : nil
      }, resumeHint: advice)
    let (report, headline, digest): (URL, String, String)
    do {
      (report, headline) = try execution.writeReport(gnuplot: gnuplot)
      digest = try execution.store.digest()
      try execution.store.consolidate()
    } catch let error as UserError {
      throw error.continuing(with: advice)
    }
    if json {
      try Console.print(try Self.jsonResult(execution.folder, report, digest))
    } else {
      try Console.print(
        """

        report: \(report.relativePath.escapingControlCharacters)
        digest: \(digest)

        \(headline)
        """)
      if !quiet {
        Console.message(NextSteps.line(folder: execution.folder.url.relativePath))
      }
    }
  }

  private static func jsonResult(_ folder: RunFolder, _ report: URL, _ digest: String) throws
    -> String
  {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let result = [
      "folder": folder.url.relativePath, "report": report.relativePath, "digest": digest,
    ]
    return String(decoding: try encoder.encode(result), as: UTF8.self)
  }

  /// What a run is called if nobody names it: as its configuration file, else as its preset.
  private func name(_ resolved: RunConfiguration) -> String {
    config.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
      ?? resolved.preset
  }

  /// runs/NAME-N with the first N that is free.
  private static func defaultFolder(for name: String) -> String {
    var number = 1
    while FileManager.default.fileExists(atPath: "runs/\(name)-\(number)") { number += 1 }
    return "runs/\(name)-\(number)"
  }
}
