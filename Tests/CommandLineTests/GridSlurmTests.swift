// Behaviours locked here, on a real Slurm of one node (tools/slurm-local.sh):
// - a grid of four cells as a job array comes to the digests of the local engine
// - a task that Slurm requeues mid-way, and one that is told that its time is nearly over, save, begin
//   again and go on to the same digests
// - while cells are in Slurm's hands the local engine keeps off, and nothing is submitted twice
// - a cancelled cell reads as interrupted, and is submitted again by the same command

import Foundation
import TestSupport
import Testing

/// Started by the test, stopped with it.
private final class LocalSlurm {
  let folder = try? TemporaryFolder()
  let environment: [String: String]

  static let script = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("tools/slurm-local.sh")

  /// The script installs what is missing, which takes root and, the first time, a network.
  static let isPossible = getuid() == 0

  init() throws {
    let path = try #require(folder?.path("slurm"))
    let outcome = try Tool.Running(
      ["start", path], environment: ["SOAR_SLURM_CPUS": "2"], program: Self.script
    ).outcome(timeout: 300)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let line = try #require(outcome.output.split(separator: "\n").first)
    #expect(line == "SLURM_CONF=\(path)/slurm.conf")
    environment = ["SLURM_CONF": "\(path)/slurm.conf"]
  }

  deinit {
    if let folder {
      _ = try? Tool.Running(["stop", folder.path("slurm")], program: Self.script).outcome()
    }
  }

  @discardableResult
  func call(_ command: String...) throws -> Tool.Outcome {
    try Tool.Running(
      command, environment: environment, program: URL(fileURLWithPath: "/usr/bin/env")
    ).outcome()
  }
}

@Suite(.serialized, .enabled(if: LocalSlurm.isPossible, "needs root"))
struct GridSlurmTests {
  private let slurm: LocalSlurm
  private let folder: TemporaryFolder

  init() throws {
    slurm = try LocalSlurm()
    folder = try TemporaryFolder()
    // Long enough to be met at work.
    try TinyGrid.write(
      into: folder, TinyGrid.file.replacing("soar.outerSteps: 3", with: "soar.outerSteps: 60"))
  }

  /// Of the same grid by the local engine, in a folder of its own.
  private func localDigests() throws -> [String] {
    let outcome = try grid("run", "grid.yaml", "--output", "local", "--json", "-q")
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try TinyGrid.overview(outcome).digests
  }

  private func grid(_ arguments: String...) throws -> Tool.Outcome {
    try Tool.Running(
      ["grid"] + arguments,
      environment: slurm.environment.merging(TinyGrid.environment(folder)) { $1 }, in: folder.url
    ).outcome(timeout: 600)
  }

  private func submit() throws -> Tool.Outcome {
    try grid(
      "run", "grid.yaml", "--output", "g", "--engine", "slurm", "--partition", "local",
      "--time-limit", "30", "--processes", "2")
  }

  private func rows() throws -> [TinyGrid.Row] {
    let outcome = try grid("status", "g", "--json")
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try TinyGrid.overview(outcome).rows
  }

  /// The first row that `condition` holds for, looked for over a few minutes.
  private func wait(
    for what: String, _ condition: (TinyGrid.Row) -> Bool
  ) throws -> TinyGrid.Row {
    let deadline = Date(timeIntervalSinceNow: 240)
    while Date() < deadline {
      if let row = try rows().first(where: condition) { return row }
      usleep(20_000)
    }
    let queue = try slurm.call("squeue", "--array").output
    Issue.record(
      "no cell \(what): \(try rows().map { "\($0.name) \($0.status) \($0.reason ?? "")" }) \(queue)"
    )
    throw CancellationError()
  }

  private func waitForAll() throws {
    let deadline = Date(timeIntervalSinceNow: 300)
    while Date() < deadline, try rows().contains(where: { $0.status != "finished" }) {
      // Slurm lets a requeued task wait for two minutes.
      for row in try rows() where row.status == "queued" {
        try slurm.call("scontrol", "update", "JobId=\(row.job ?? "")", "StartTime=now")
      }
      usleep(200_000)
    }
  }

  /// Whatever step it is at: the checkpoint of the step before is gone.
  private func isUnderWay(_ row: TinyGrid.Row) -> Bool {
    let checkpoints = folder.path("\(row.folder)/checkpoints/seed-\(row.seed)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: checkpoints)) ?? []
    return row.status == "running" && row.attempts == 1
      && names.contains { $0.hasPrefix("step-") }
  }

  @Test func requeuedTasksGoOn() throws {
    let submitted = try submit()
    #expect(submitted.status == 0, "\(submitted.errors)")
    #expect(submitted.output.contains("submitted 4 cells as job "))
    // Nothing twice, and nothing beside it.
    let again = try submit()
    #expect(again.status == 0 && again.output.contains("nothing to submit"), "\(again.errors)")
    let here = try grid("run", "grid.yaml", "--output", "g")
    #expect(here.status == 73 && here.isOneError, "\(here.errors)")
    #expect(here.errors.contains("is in Slurm's hands"))

    let first = try wait(for: "under way", isUnderWay)
    let job = try #require(first.job)
    #expect(try slurm.call("scontrol", "requeue", job).status == 0)
    let second = try wait(for: "under way beside it") { $0.name != first.name && isUnderWay($0) }
    // As Slurm does two minutes before the time limit. It may complain of bad timing and signal all
    // the same; that it did is seen below.
    try slurm.call("scancel", "--batch", "--signal=USR1", try #require(second.job))
    try waitForAll()

    let done = try rows()
    #expect(done.map(\.status) == Array(repeating: "finished", count: 4))
    #expect(done.map { $0.digest ?? "-" } == (try localDigests()))
    for row in done {
      let wasStopped = row.name == first.name || row.name == second.name
      #expect(row.attempts == (wasStopped ? 2 : 1), "\(row.name)")
      #expect(try folder.text(row.log).contains("interrupted; what was finished") == wasStopped)
    }
    let collect = try grid("collect", "g")
    #expect(
      collect.status == 0 && collect.output.contains("4 cells collected"), "\(collect.errors)")
  }

  @Test func cancelledCellsAreSubmittedAgain() throws {
    #expect(try submit().status == 0)
    let row = try wait(for: "under way", isUnderWay)
    let job = try #require(row.job?.split(separator: "_").first.map(String.init))
    #expect(try slurm.call("scancel", job).status == 0)
    _ = try wait(for: "interrupted") { $0.name == row.name && $0.status == "interrupted" }
    let deadline = Date(timeIntervalSinceNow: 60)
    while Date() < deadline, try rows().contains(where: { $0.status != "interrupted" }) {
      usleep(100_000)
    }
    #expect(try rows().allSatisfy { $0.reason?.contains("is over (cancelled)") == true })
    let again = try submit()
    #expect(again.output.contains("submitted 4 cells as job "), "\(again.errors)")
    try waitForAll()
    #expect(try rows().map { $0.digest ?? "-" } == localDigests())
  }

  @Test func refusals() throws {
    let odd = try grid(
      "run", "grid.yaml", "--output", "a b", "--engine", "slurm", "--partition", "local")
    #expect(odd.status == 78 && odd.isOneError, "\(odd.errors)")
    let unknown = try grid(
      "run", "grid.yaml", "--output", "g", "--engine", "slurm", "--partition", "nowhere")
    #expect(unknown.status == 69 && unknown.isOneError, "\(unknown.errors)")
    #expect(unknown.errors.contains("sbatch: "))
    #expect(try rows().allSatisfy { $0.status == "interrupted" || $0.status == "waiting" })
  }
}
