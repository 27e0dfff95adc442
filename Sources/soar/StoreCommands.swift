import ArgumentParser
import Configuration
import Diagnostics
import Foundation
import RunStore
import SelfPlay
import Statistics

/// `soar ls`.
struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ls",
    abstract: "List runs.",
    discussion: "EXAMPLES\n  soar ls\n  soar ls experiments --json")

  @Argument(help: "The folder that holds the runs.")
  var directory = "runs"

  @Flag(help: "Print JSON.")
  var json = false

  struct Row: Encodable {
    var folder: String
    var preset: String?
    var seeds: [Int]?
    var outcome: String?
    var started: Date?
    var seconds: Double?
    var arms: Int?
    var error: String?
  }

  func run() async throws {
    let root = URL(fileURLWithPath: directory)
    let manager = FileManager.default
    guard manager.fileExists(atPath: root.path) else {
      throw UserError(
        .noInput, file: directory, "no such folder", hint: "soar run makes one, runs/")
    }
    let names = try manager.contentsOfDirectory(atPath: root.path).sorted()
    let rows = names.compactMap { name -> Row? in
      let folder = root.appendingPathComponent(name)
      let file = folder.appendingPathComponent(RunStore.fileName)
      guard manager.fileExists(atPath: file.path) else { return nil }
      return row(folder, name: name)
    }
    if json { return try printJSON(rows) }
    if rows.isEmpty { return print("no runs in \(directory)") }
    for row in rows {
      if let error = row.error {
        print("\(row.folder)  broken: \(error)")
        continue
      }
      let started = row.started?.formatted(.iso8601) ?? ""
      let seeds = row.seeds?.map(String.init).joined(separator: ",") ?? ""
      print(
        "\(row.folder)  \(row.preset ?? "")  seeds \(seeds)  \(row.outcome ?? "")  \(started)  "
          + "\((row.seconds ?? 0).fixed(0)) s  \(row.arms ?? 0) arm runs")
    }
  }

  private func row(_ folder: URL, name: String) -> Row {
    do {
      let store = try RunStore.open(at: folder, readOnly: true)
      let run = try store.run()
      let configuration = try ConfigurationLoader.load(
        RunConfiguration(), text: run.config, name: name)
      return Row(
        folder: "\(directory)/\(name)", preset: configuration.preset, seeds: configuration.seeds,
        outcome: run.outcome.rawValue, started: run.started, seconds: run.activeSeconds,
        arms: try store.armRuns().count)
    } catch {
      return Row(folder: "\(directory)/\(name)", error: "\(error)".escapingControlCharacters)
    }
  }
}

/// `soar digest`.
struct Digest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "One SHA-256 over all results of a run.",
    discussion: """
      Equal for equal results, whatever the order in which they were stored, the number of \
      workers, the time they took, and however often the run was interrupted.

      EXAMPLE
        soar digest runs/quick-1
      """)

  @Argument(help: "The run's folder.")
  var directory: String

  func run() async throws {
    let store = try RunStore.open(at: URL(fileURLWithPath: directory), readOnly: true)
    print(try store.digest())
  }
}

/// `soar show`.
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a run: where and how it was made, its outer loop, its arms, its events.",
    discussion: "EXAMPLES\n  soar show runs/quick-1\n  soar show runs/quick-1 --json")

  @Argument(help: "The run's folder.")
  var directory: String

  @Flag(help: "Print JSON.")
  var json = false

  struct Result: Encodable {
    struct Step: Encodable {
      var seed, step: Int
      var reward, movingAverage: Double
      var promoted: Bool
      var baselineAccuracy: Double?
    }
    struct Arm: Encodable {
      var arm: String
      var seed: Int
      var passAtK: [String: Double]
      var trainAccuracy: Double?
    }
    struct Event: Encodable {
      var kind, message: String
      var arm: String?
      var seed, step: Int?
    }
    var run: RunRecord
    var screened, hardTrain, hardTest: Int
    var outerSteps: [Step]
    var arms: [Arm]
    var events: [Event]
  }

  func run() async throws {
    let store = try RunStore.open(at: URL(fileURLWithPath: directory), readOnly: true)
    let run = try store.run()
    let configuration = try ConfigurationLoader.load(
      RunConfiguration(), text: run.config, name: "\(directory)/\(RunStore.fileName)")
    let problems = try store.hardProblems()
    let result = Result(
      run: run, screened: try store.screening().count,
      hardTrain: problems.count { $0.half == .train },
      hardTest: problems.count { $0.half == .test },
      outerSteps: try store.outerSteps().map {
        .init(
          seed: $0.seed, step: $0.step, reward: $0.meanReward, movingAverage: $0.movingAverage,
          promoted: $0.isPromoted, baselineAccuracy: $0.baselineAccuracy)
      },
      arms: try store.armRuns().map { arm($0, configuration) },
      events: try store.events().map {
        .init(kind: $0.kind, message: $0.message, arm: $0.arm, seed: $0.seed, step: $0.step)
      })
    if json { return try printJSON(result) }
    printText(result, configuration)
  }

  private func arm(_ run: ArmRunRecord, _ configuration: RunConfiguration) -> Result.Arm {
    let final = run.evaluations.first { $0.split == .test && $0.kind == .sampled && $0.step == nil }
    var passAtK: [String: Double] = [:]
    for k in configuration.evaluation.passAt {
      passAtK["\(k)"] = final.map {
        PassAtK.mean(samples: $0.samplesPerProblem, successes: $0.problems.map(\.successes), k: k)
      }
    }
    return Result.Arm(
      arm: run.arm, seed: run.seed, passAtK: passAtK,
      trainAccuracy: run.curve.last { $0.trainAccuracy != nil }?.trainAccuracy)
  }

  private func printText(_ result: Result, _ configuration: RunConfiguration) {
    let run = result.run
    print(
      """
      \(directory)
        command     \(run.commandLine.escapingControlCharacters)
        outcome     \(run.outcome.rawValue), \(run.activeSeconds.fixed(0)) s, started \
      \(run.started.formatted(.iso8601))
        machine     \(run.cpu), \(run.operatingSystem), OpenBLAS \(run.blasCore), \
      \(run.workers) workers
        commit      \(run.gitCommit ?? "unknown")
        hard set    \(result.screened) screened, \(result.hardTrain) train, \(result.hardTest) test
      """)
    for seed in configuration.seeds {
      let steps = result.outerSteps.filter { $0.seed == seed }
      guard !steps.isEmpty else { continue }
      print("\nouter loop, seed \(seed): \(steps.count) steps")
      for step in steps {
        print(
          "  \(step.step)  R \(step.reward.fixed(4))  average \(step.movingAverage.fixed(4))  "
            + "hard-train \((step.baselineAccuracy ?? 0).fixed(3))"
            + (step.promoted ? "  promoted" : ""))
      }
    }
    if !result.arms.isEmpty { print("\narms") }
    for arm in result.arms {
      let values = configuration.evaluation.passAt.map { k in
        "pass@\(k) \(arm.passAtK["\(k)"].map { (100 * $0).fixed(1) } ?? "-")"
      }
      print("  \(arm.arm), seed \(arm.seed): \(values.joined(separator: "  "))")
    }
    if !result.events.isEmpty { print("\nevents") }
    for event in result.events {
      let place = [
        event.arm, event.seed.map { "seed \($0)" }, event.step.map { "step \($0)" },
      ].compactMap { $0 }.joined(separator: ", ")
      print("  \(event.kind) (\(place)): \(event.message.escapingControlCharacters)")
    }
  }
}
