import ArgumentParser
import Configuration
import Diagnostics
import Foundation
import RunStore
import SelfPlay

/// `soar ls`.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ls",
    abstract: "List runs.",
    discussion: """
      A run is a folder that holds run.sqlite. One that cannot be read is listed with its error.

      EXAMPLES
        soar ls
        soar ls experiments --json
      """)

  @Argument(
    help: "The folder that holds the runs; may be a run itself.", completion: .directory)
  var directory = "runs"

  @Flag(help: "Print JSON.")
  var json = false

  private struct Row: Encodable {
    var folder: String
    var preset: String?
    var seeds: [Int]?
    var outcome: String?
    var started: Date?
    var seconds: Double?
    var outerSteps: Int?
    var promotions: Int?
    /// Arms finished, over all seeds and students, and arms wanted.
    var arms: Int?
    var armsWanted: Int?
    var error: String?
  }

  func run() throws {
    let rows = try folders().map(row)
    if json { return try printJSON(rows) }
    guard !rows.isEmpty else {
      return try Console.print("no runs in \(directory.escapingControlCharacters)")
    }
    var table = TextTable(
      ["run", "preset", "seeds", "outcome", "started", "seconds", "steps", "promoted", "arms"],
      rightAligned: [5, 6, 7, 8])
    let readable = rows.filter { $0.error == nil }
    for row in readable {
      let wanted = row.armsWanted.map { "/\($0)" } ?? ""
      table.add([
        row.folder, row.preset ?? "-", row.seeds?.map(String.init).joined(separator: ",") ?? "-",
        row.outcome ?? "-", row.started?.formatted(.iso8601) ?? "-",
        row.seconds?.fixed(0) ?? "-", row.outerSteps.map(String.init) ?? "-",
        row.promotions.map(String.init) ?? "-", row.arms.map { "\($0)\(wanted)" } ?? "-",
      ])
    }
    if !readable.isEmpty { try Console.print(table.text) }
    for row in rows {
      if let error = row.error { try Console.print("broken: \(error)") }
    }
  }

  /// The runs in the folder, by name.
  private func folders() throws -> [String] {
    let manager = FileManager.default
    func isRun(_ path: String) -> Bool {
      manager.fileExists(atPath: "\(path)/\(RunStore.fileName)")
    }
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: directory, isDirectory: &isFolder) else {
      throw UserError(
        .noInput, file: directory, "there is no such folder", hint: "soar run makes runs/")
    }
    guard isFolder.boolValue else {
      throw UserError(.noInput, file: directory, "is not a folder")
    }
    if isRun(directory) { return [directory] }
    let names: [String]
    do {
      names = try manager.contentsOfDirectory(atPath: directory)
    } catch {
      throw UserError(.noPermission, file: directory, "cannot be read: permission denied")
    }
    let prefix = directory == "." ? "" : directory.hasSuffix("/") ? directory : "\(directory)/"
    return names.sorted().map { prefix + $0 }.filter(isRun)
  }

  private func row(_ folder: String) -> Row {
    do {
      let store = try RunStore.open(at: URL(fileURLWithPath: folder), readOnly: true)
      let run = try store.run()
      // A run of another release may have a configuration that this one does not know.
      let configuration = try? ConfigurationLoader.load(
        RunConfiguration(), text: run.config, name: folder)
      let steps = try store.outerSteps()
      let seeds = try configuration?.seeds ?? store.seeds()
      return Row(
        folder: folder, preset: configuration?.preset, seeds: seeds,
        outcome: run.outcome.rawValue, started: run.started, seconds: run.activeSeconds,
        outerSteps: steps.count, promotions: steps.count { $0.isPromoted },
        arms: try store.armRuns().count,
        armsWanted: configuration.map { configuration in
          configuration.seeds.count
            * configuration.arms.reduce(0) {
              $0 + $1.students(perSeed: configuration.studentsPerSeed)
            }
        })
    } catch let error as UserError {
      return Row(folder: folder, error: error.description)
    } catch {
      return Row(folder: folder, error: "\(folder): \(error)".escapingControlCharacters)
    }
  }
}
