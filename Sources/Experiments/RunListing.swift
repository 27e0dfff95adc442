import Configuration
import Diagnostics
public import Foundation
import RunStore
import SelfPlay

/// The runs in a folder, by name: a run is a folder with a store. Unreadable runs are listed with
/// their error.
public struct RunListing {
  public struct Row: Encodable {
    public var folder: String
    public var preset: String?
    public var seeds: [Int]?
    public var outcome: String?
    public var started: Date?
    public var seconds: Double?
    public var outerSteps: Int?
    public var promotions: Int?
    /// Finished and configured arms, over all seeds and students.
    public var arms: Int?
    public var armsWanted: Int?
    public var error: String?
  }

  public var directory: String
  public var rows: [Row]

  /// - Parameter directory: the folder that holds the runs; may be a run itself.
  public init(_ directory: String) throws {
    self.directory = directory
    rows = try Self.folders(directory).map(Self.row)
  }

  /// For a terminal.
  public var text: String {
    guard !rows.isEmpty else { return "no runs in \(directory.escapingControlCharacters)" }
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
    let broken = rows.compactMap { $0.error.map { "broken: \($0)" } }
    return ((readable.isEmpty ? [] : [table.text]) + broken).joined(separator: "\n")
  }

  /// The runs in the folder, by name.
  package static func folders(_ directory: String) throws -> [String] {
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

  private static func row(_ folder: String) -> Row {
    do {
      let store = try RunStore.open(at: URL(fileURLWithPath: folder), readOnly: true)
      let run = try store.run()
      // A run of another release may have a configuration unknown to this one.
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
