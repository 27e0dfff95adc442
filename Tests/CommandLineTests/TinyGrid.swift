import Foundation
import TestSupport
import Testing

/// A grid of four cells of about a second each: the tiny run's world, two thresholds, two seeds.
enum TinyGrid {
  static let file = """
    name: tiny
    base: {config: tiny.yaml, set: {soar.outerSteps: 3}}
    arms: [Base, Hard-Only, PS, PQ]
    grid:
      soar.threshold: [-1, 0.9]
    seeds: [1, 2]

    """

  /// Lays grid and base into a folder.
  static func write(into folder: TemporaryFolder, _ text: String = file) throws {
    try folder.write(TinyRun.configuration, to: "tiny.yaml")
    try folder.write(text, to: "grid.yaml")
  }

  /// The cache is the folder's own.
  static func environment(_ folder: TemporaryFolder) -> [String: String] {
    ["SOAR_CACHE_DIR": folder.path("cache")]
  }

  static func start(_ arguments: String..., in folder: TemporaryFolder) throws -> Tool.Running {
    try Tool.Running(
      ["grid"] + arguments, environment: environment(folder), in: folder.url)
  }

  @discardableResult
  static func call(_ arguments: String..., in folder: TemporaryFolder) throws -> Tool.Outcome {
    try Tool.Running(["grid"] + arguments, environment: environment(folder), in: folder.url)
      .outcome()
  }

  struct Row: Decodable {
    var name, label, status, hash, folder, log: String
    var seed, attempts: Int
    var digest, reason, job: String?
  }

  struct Overview: Decodable {
    struct Session: Decodable {
      var cellSeconds, pretrainingSeconds, wallSeconds: Double
      var processes: Int
    }

    var rows: [Row]
    var session: Session?
    var secondsLeft: Double?
    var formerCells: Int

    var digests: [String] { rows.map { $0.digest ?? "-" } }
    var statuses: [String] { rows.map(\.status) }
  }

  static func overview(_ outcome: Tool.Outcome) throws -> Overview {
    try JSONDecoder().decode(Overview.self, from: Data(outcome.output.utf8))
  }

  static func status(_ folder: TemporaryFolder, _ grid: String = "g") throws -> Overview {
    let outcome = try call("status", grid, "--json", in: folder)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try overview(outcome)
  }

  /// A grid that was never disturbed, made once, in `g`.
  struct Finished: Sendable {
    let folder: TemporaryFolder
    let outcome: Tool.Outcome
    let digests: [String]

    func copy() throws -> TemporaryFolder {
      let copy = try TemporaryFolder()
      for name in ["g", "cache", "tiny.yaml", "grid.yaml"] {
        try FileManager.default.copyItem(atPath: folder.path(name), toPath: copy.path(name))
      }
      return copy
    }
  }

  static let finished: Result<Finished, any Error> = Result {
    let folder = try TemporaryFolder()
    try write(into: folder)
    let outcome = try call("run", "grid.yaml", "--output", "g", "--processes", "2", in: folder)
    atexit { if let grid = try? TinyGrid.finished.get() { grid.folder.remove() } }
    return Finished(folder: folder, outcome: outcome, digests: try status(folder).digests)
  }
}
