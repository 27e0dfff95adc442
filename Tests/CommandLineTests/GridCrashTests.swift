// Behaviours locked here, all to the digests of a grid that nothing disturbed:
// - the grid's process killed at several points: its cells stop, the same command goes on
// - one cell's process killed: the others are finished, the same command finishes that one
// - Ctrl-C: all cells save and stop, status 75
// - a second process on the folder while one works: one line, status 73, and no harm done
// - a base model's maker killed: the next process makes it, nothing waits for the dead

import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct GridCrashTests {
  private func begin() throws -> (TemporaryFolder, Tool.Running) {
    let folder = try TemporaryFolder()
    try TinyGrid.write(into: folder)
    return (
      folder,
      try TinyGrid.start("run", "grid.yaml", "--output", "g", "--processes", "2", in: folder)
    )
  }

  /// - Parameter collects: whether the cells are also collected into a report, which takes seconds.
  private func expectTheSameResults(
    _ folder: TemporaryFolder, _ comment: String, collects: Bool = false
  ) throws {
    let again = try TinyGrid.call("run", "grid.yaml", "--output", "g", "-q", in: folder)
    #expect(again.status == 0, "\(comment): \(again.errors)")
    #expect(try TinyGrid.status(folder).digests == TinyGrid.finished.get().digests, "\(comment)")
    if collects {
      let collect = try TinyGrid.call("collect", "g", in: folder)
      #expect(collect.status == 0, "\(comment): \(collect.errors)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("g/cells"))
    #expect(names.count == 4 && !names.contains { $0.hasSuffix(".partial") }, "\(comment)")
  }

  /// The process that holds a lock, by the line that it wrote into it.
  private func holder(_ folder: TemporaryFolder, _ lock: String) -> Int32? {
    let words = (try? folder.text("g/locks/\(lock)"))?.split(separator: " ") ?? []
    return words.count > 1 ? Int32(words[1]) : nil
  }

  private func cells(_ folder: TemporaryFolder, with file: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path("g/cells"))) ?? []
    return names.filter { folder.exists("g/cells/\($0)/\(file)") }.sorted()
  }

  @Test(arguments: [
    "g/manifest.json", "checkpoints/base", "checkpoints/seed-2/step-2", "report/report.md",
  ])
  func theGridIsKilled(_ point: String) throws {
    let (folder, running) = try begin()
    running.wait {
      point.hasPrefix("g/") ? folder.exists(point) : !cells(folder, with: point).isEmpty
    }
    running.send(SIGKILL)
    #expect(try running.outcome().status == 128 + SIGKILL, "it was over before \(point)")
    try expectTheSameResults(folder, point, collects: point == "report/report.md")
  }

  /// The kill falls after the run's end and before its report.
  @Test func aCellWithoutItsReport() throws {
    let folder = try TinyGrid.finished.get().copy()
    let name = try #require(cells(folder, with: "report/report.md").first)
    try FileManager.default.removeItem(atPath: folder.path("g/cells/\(name)/report"))
    try FileManager.default.removeItem(atPath: folder.path("g/state/\(name).json"))
    try expectTheSameResults(folder, "no report")
  }

  @Test func itsCellsStopWithIt() throws {
    let (folder, running) = try begin()
    running.wait { !cells(folder, with: "checkpoints/seed-1/step-0").isEmpty }
    let processes = cells(folder, with: "config.yaml").compactMap { holder(folder, $0) }
    #expect(!processes.isEmpty)
    running.send(SIGKILL)
    _ = try running.outcome()
    let deadline = Date(timeIntervalSinceNow: 30)
    while Date() < deadline, processes.contains(where: { kill($0, 0) == 0 }) { usleep(10_000) }
    #expect(processes.allSatisfy { kill($0, 0) != 0 })
    let statuses = try TinyGrid.status(folder).statuses
    #expect(statuses.contains("interrupted") && !statuses.contains("running"), "\(statuses)")
  }

  @Test func oneCellIsKilled() throws {
    let (folder, running) = try begin()
    running.wait { !cells(folder, with: "checkpoints/seed-1/step-0").isEmpty }
    let name = try #require(cells(folder, with: "checkpoints/seed-1/step-0").first)
    let process = try #require(holder(folder, name))
    #expect(kill(process, SIGKILL) == 0)
    let outcome = try running.outcome()
    #expect(outcome.status == 75, "\(outcome.errors)")
    #expect(outcome.lastErrorLine.contains("1 of 4 cells are not finished"))
    #expect(outcome.output.contains("interrupted: \(name): ended by signal 9"))
    let overview = try TinyGrid.status(folder)
    #expect(overview.statuses.count { $0 == "finished" } == 3)
    try expectTheSameResults(folder, "a cell killed", collects: true)
    let attempts = try TinyGrid.status(folder).rows.map { ($0.name == name, $0.attempts) }
    #expect(attempts.allSatisfy { $0.0 ? $0.1 == 2 : $0.1 == 1 })
  }

  @Test(arguments: [SIGINT, SIGTERM]) func interrupted(_ signal: Int32) throws {
    let (folder, running) = try begin()
    running.wait { !cells(folder, with: "checkpoints/seed-1/step-0").isEmpty }
    running.send(signal)
    let outcome = try running.outcome(timeout: 60)
    #expect(outcome.status == 75, "\(outcome.errors)")
    #expect(
      outcome.lastErrorLine
        == "error: interrupted; what was finished is saved (the same command continues)")
    #expect(try !TinyGrid.status(folder).statuses.contains("running"))
    try expectTheSameResults(folder, "signal \(signal)")
  }

  @Test func twoOnOneFolder() throws {
    let (folder, running) = try begin()
    running.wait { folder.exists("g/manifest.json") }
    for arguments in [["run", "grid.yaml", "--output", "g"], ["retry", "g"]] {
      let second = try Tool.Running(
        ["grid"] + arguments, environment: TinyGrid.environment(folder), in: folder.url
      ).outcome()
      #expect(running.isRunning, "the first one was over")
      #expect(second.status == 73 && second.isOneError, "\(second.errors)")
      #expect(second.errors.contains("error: g: another soar grid works here, process "))
    }
    #expect(try TinyGrid.call("status", "g", in: folder).status == 0)
    #expect(try running.outcome().status == 0)
    try expectTheSameResults(folder, "two at once")
  }

  /// Two runs of one base model, and the one that pretrains is killed.
  @Test func theMakerOfABaseModelIsKilled() throws {
    let folder = try TemporaryFolder()
    try TinyGrid.write(into: folder)
    func start(_ output: String) throws -> Tool.Running {
      try Tool.Running(
        [
          // So long that the second process meets the first at it, on a busy machine too.
          "run", "tiny.yaml", "--set", "pretraining.textbook.steps=5000", "--set",
          "arms=[{name: Base}]", "--set", "seeds=[1]", "--output", output,
          "--workers", "1",
        ],
        environment: TinyGrid.environment(folder), in: folder.url)
    }
    let first = try start("first")
    first.wait { folder.exists("first/run.log") && folder.exists("cache") }
    let second = try start("second")
    second.wait {
      (try? folder.text("second/run.log").contains("which pretrains the same base model")) == true
    }
    first.send(SIGKILL)
    #expect(try first.outcome().status == 128 + SIGKILL)
    let outcome = try second.outcome()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.text("second/run.log").contains("pretraining (web): done"))
  }
}
