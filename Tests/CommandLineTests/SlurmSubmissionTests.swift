// Behaviours locked here, with programs in place of Slurm's that do what a test wants:
// - soar killed while sbatch works: a job that came of it is found by its name, and nothing is submitted
//   twice; where none came of it the same command submits
// - a refusal by sbatch leaves the cells as they were
// - a long complaint on standard error blocks nothing
// - cells are submitted in arrays as large as Slurm takes them, one after the other where few may run
//   at once, and no more than the user may have; a limit without room is told before anything is done

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
    try folder.writeProgram("#!/bin/sh\n\(body)\n", to: "bin/\(name)")
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

  /// The `#SBATCH` lines of a script with this beginning.
  private func directives(_ number: Int, _ beginning: String) throws -> [String] {
    try folder.text("g/slurm/array-\(number).sh").split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("#SBATCH --\(beginning)") }
  }

  @Test(arguments: [nil, 1]) func largerThanAnArray(processes: Int?) throws {
    try fake("scontrol", "echo 'MaxArraySize            = 3'")
    try fake(
      "sbatch",
      "n=$(cat \(folder.path("n")) 2>/dev/null || echo 10); n=$((n + 1)); echo $n | tee \(folder.path("n"))"
    )
    let options = processes.map { ["--processes", "\($0)"] } ?? []
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let outcome = try Tool.Running(
      ["grid", "run", "grid.yaml", "--output", "g", "--engine", "slurm", "--partition", "p"]
        + options,
      environment: TinyGrid.environment(folder).merging(["PATH": "\(folder.path("bin")):\(path)"]) {
        $1
      }, in: folder.url
    ).outcome()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("submitted 4 cells as jobs 11, 12;"), "\(outcome.output)")
    let limit = processes == nil ? "" : "%1"
    #expect(try directives(1, "array") == ["#SBATCH --array=0-2\(limit)"])
    #expect(try directives(2, "array") == ["#SBATCH --array=0-0\(limit)"])
    #expect(
      try directives(2, "dependency")
        == (processes == nil ? [] : ["#SBATCH --dependency=afterany:11"]))
  }

  @Test func moreThanTheUserMayHave() throws {
    try fake("scontrol", "echo 'MaxArraySize = 1001'")
    try fake("sbatch", "echo 13")
    try fake(
      "sacctmgr",
      """
      case "$*" in
        *assoc*) echo 'a||3||normal';;
        *qos*) echo '|';;
      esac
      """)
    // One job of this user is in the queue already.
    try folder.write("7_0\n", to: "queue")
    let some = try submit().outcome()
    #expect(some.status == 0, "\(some.errors)")
    #expect(some.output.contains("submitted 2 cells as job 13;"), "\(some.output)")
    #expect(
      some.output.contains(
        "2 cells are left for the same command later: the association's MaxSubmitJobs is 3, and 1 "
          + "are in the queue"), "\(some.output)")
    try folder.write("7_0\n7_1\n7_2\n", to: "queue")
    let none = try submit().outcome()
    #expect(none.status == 69, "\(none.errors)")
    #expect(
      none.errors.contains(
        "Slurm takes no more jobs: the association's MaxSubmitJobs is 3, and 3 are in the queue "
          + "(the same command submits more cells when some have ended)"), "\(none.errors)")
    // The advice, followed.
    try folder.write("", to: "queue")
    let rest = try submit().outcome()
    #expect(rest.status == 0 && rest.output.contains("submitted 3 cells"), "\(rest.output)")
  }

  @Test func arraysAreOff() throws {
    try fake("scontrol", "echo 'MaxArraySize = 0'")
    try fake("sbatch", "echo 13")
    let outcome = try submit().outcome()
    #expect(
      outcome.status == 69 && outcome.errors.contains("MaxArraySize is 0"), "\(outcome.errors)")
    #expect(try statuses() == Array(repeating: "waiting", count: 4))
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
