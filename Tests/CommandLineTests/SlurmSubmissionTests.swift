// Behaviours locked here, with programs in place of Slurm's that do what a test wants:
// - soar killed while sbatch works: a job that came of it is found by its name, and nothing is submitted
//   twice; where none came of it the same command submits
// - a refusal by sbatch leaves the cells as they were
// - a long complaint on standard error blocks nothing

import Foundation
import TestSupport
import Testing

@Suite struct SlurmSubmissionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try TinyGrid.write(into: folder)
    try FileManager.default.createDirectory(
      at: folder.file("bin"), withIntermediateDirectories: true)
    try fake("scontrol", "exit 0")
    try fake("sacct", "exit 1")
    try fake("squeue", "cat \(folder.path("queue")) 2>/dev/null; exit 0")
  }

  private func fake(_ name: String, _ body: String) throws {
    let file = try folder.write("#!/bin/sh\n\(body)\n", to: "bin/\(name)")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  private func start(_ arguments: String...) throws -> Tool.Running {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return try Tool.Running(
      ["grid"] + arguments,
      environment: TinyGrid.environment(folder).merging(["PATH": "\(folder.path("bin")):\(path)"]) {
        $1
      }, in: folder.url)
  }

  private func submit() throws -> Tool.Running {
    try start("run", "grid.yaml", "--output", "g", "--engine", "slurm", "--partition", "p")
  }

  private func statuses() throws -> [String] {
    try TinyGrid.overview(try start("status", "g", "--json").outcome()).statuses
  }

  @Test(arguments: [true, false]) func killedWhileItSubmits(hasJob: Bool) throws {
    // The last argument is the script.
    try fake(
      "sbatch",
      """
      for script; do :; done
      name=$(sed -n 's/^#SBATCH --job-name=//p' "$script")
      \(hasJob ? "for t in 0 1 2 3; do echo \"12_$t|PENDING|Priority|$name\"; done >\(folder.path("queue"))" : "")
      touch \(folder.path("asked"))
      sleep 20
      """)
    let running = try submit()
    running.wait { folder.exists("asked") }
    running.send(SIGKILL)
    #expect(try running.outcome().status == 128 + SIGKILL)
    #expect(
      try statuses() == Array(repeating: hasJob ? "queued" : "interrupted", count: 4))

    try fake("sbatch", "echo 13")
    let again = try submit().outcome()
    #expect(again.status == 0, "\(again.errors)")
    #expect(
      again.output.contains(hasJob ? "nothing to submit" : "submitted 4 cells as job 13"),
      "\(again.output)")
    let here = try start("run", "grid.yaml", "--output", "g", "-q").outcome()
    // Job 13 is one that the queue does not know: over, for all that can be told.
    #expect(here.status == (hasJob ? 73 : 0), "\(here.errors)")
  }

  @Test func refused() throws {
    try fake(
      "sbatch",
      "head -c 300000 /dev/zero | tr '\\0' x >&2; echo >&2; echo 'no such partition' >&2; exit 1")
    let outcome = try submit().outcome()
    #expect(outcome.status == 69 && outcome.isOneError, "\(outcome.errors.prefix(300))")
    #expect(outcome.errors.contains("sbatch: no such partition"))
    #expect(try statuses() == Array(repeating: "interrupted", count: 4))
    #expect(!folder.exists("g/slurm/array-1.json"))
  }
}
