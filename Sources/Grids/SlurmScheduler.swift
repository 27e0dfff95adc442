import Diagnostics
import Foundation

/// Hands cells to Slurm: job arrays as large as Slurm takes them, one task per cell. Each task runs `soar grid cell`
/// on any node, so the grid's folder, the program and the cache must be on a file system that all
/// nodes share.
public struct SlurmScheduler {
  let folder: GridFolder
  let request: SlurmRequest
  let noCache: Bool
  /// Maximum concurrent tasks; nil for as many as fit.
  let atOnce: Int?

  public init(folder: GridFolder, request: SlurmRequest, noCache: Bool, atOnce: Int?) {
    self.folder = folder
    self.request = request
    self.noCache = noCache
    self.atOnce = atOnce
  }

  /// A stored submission: its job, and the cell of each task.
  struct Submission: Codable {
    /// Slurm's job number; nil until sbatch answers, and permanently if soar was killed before
    /// recording it. The job is then found by its name.
    var job: String?
    /// Unique among jobs.
    var jobName: String
    var cells: [String]
  }

  /// Writes the script and submits it. Records the submission first: a kill at any instant leaves
  /// either no job, or one that `soar grid status` finds.
  ///
  /// - Parameter previous: a job that has to end first.
  public func submit(_ names: [String], after previous: String? = nil) throws -> String {
    try SlurmQueue.requireTools()
    guard folder.url.path.wholeMatch(of: /[A-Za-z0-9_.,:+@\/\-]+/) != nil else {
      throw UserError(
        .configuration, file: folder.path, "has a path that #SBATCH lines cannot hold",
        hint: "use a folder of letters, digits and _ . , : + @ - in its whole path")
    }
    try AtomicFile.createFolder(folder.slurm(""))
    let number = (Self.numbers(in: folder).last ?? 0) + 1
    let script = folder.slurm("array-\(number).sh")
    let record = folder.slurm("array-\(number).json")
    var submission = Submission(
      job: nil,
      jobName: "soar-\(GridCell.slug(folder.url.lastPathComponent))-\(UUID().uuidString.prefix(8))",
      cells: names)
    try AtomicFile.write(self.script(submission, after: previous), to: script)
    let before = try names.map { try folder.state($0) }
    try Self.write(submission, to: record)
    let job: String
    do {
      for (name, state) in zip(names, before) {
        var queued = state ?? CellState(status: .queued)
        queued.status = .queued
        queued.reason = nil
        try folder.write(queued, name)
      }
      job = try Self.number(
        ofJob: SlurmQueue.call(["sbatch", "--parsable", script.path]))
    } catch {
      for (name, state) in zip(names, before) {
        try folder.write(state ?? CellState(status: .interrupted, reason: "not submitted"), name)
      }
      try? FileManager.default.removeItem(at: record)
      throw error
    }
    submission.job = job
    do {
      try Self.write(submission, to: record)
    } catch {
      throw UserError(
        .ioError, file: record.relativePath, "cannot be written, and job \(job) is submitted",
        hint: "soar grid status finds it by its name, \(submission.jobName)")
    }
    return job
  }

  /// `12`, or `12;cluster`.
  private static func number(ofJob answer: String) throws -> String {
    guard let job = answer.split(whereSeparator: { $0 == ";" || $0.isNewline }).first,
      job.allSatisfy(\.isNumber)
    else {
      throw UserError(
        .unavailable, "sbatch answered '\(answer.prefix(100))', which is no job's number")
    }
    return String(job)
  }

  private static func write(_ submission: Submission, to file: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    try AtomicFile.write(encoder.encode(submission), to: file)
  }

  private static func numbers(in folder: GridFolder) -> [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.slurm("").path)) ?? []
    return names.compactMap { name in
      name.wholeMatch(of: /array-([0-9]{1,9})\.json/).flatMap { Int($0.1) }
    }.sorted()
  }

  /// Submissions in order.
  static func submissions(in folder: GridFolder) throws -> [Submission] {
    try numbers(in: folder).map { number in
      let file = folder.slurm("array-\(number).json")
      do {
        return try JSONDecoder().decode(Submission.self, from: Data(contentsOf: file))
      } catch {
        throw UserError(
          .dataError, file: file.relativePath, "cannot be read",
          hint: "delete it when none of the grid's jobs is left in squeue")
      }
    }
  }

  /// A preempted or requeued task receives SIGTERM, saves, and restarts when Slurm requeues it; a
  /// task near its time limit receives SIGUSR1, saves, and requeues itself. Either continues where
  /// it stopped, like any cell with a run.
  func script(_ submission: Submission, after previous: String? = nil) -> String {
    let names = submission.cells
    let limit = atOnce.map { "%\($0)" } ?? ""
    let directives =
      [
        "--job-name=\(submission.jobName)",
        "--array=0-\(names.count - 1)\(limit)",
        "--output=\(folder.url.path)/logs/slurm-%A_%a.log",
        "--open-mode=append", "--requeue", "--signal=B:USR1@120",
      ] + (previous.map { ["--dependency=afterany:\($0)"] } ?? []) + request.lines
    return """
      #!/bin/bash
      \(directives.map { "#SBATCH \($0)" }.joined(separator: "\n"))
      # Written by `soar grid run --engine slurm`.
      cells=(
      \(names.map { "  \($0)" }.joined(separator: "\n"))
      )
      name=${cells[$SLURM_ARRAY_TASK_ID]}
      grid='\(folder.url.path)'
      out_of_time=
      \(OwnProgram.path.shellWord) grid cell "$grid" "$name" --workers \(request.cpus)\
      \(noCache ? " --no-cache" : "") >>"$grid/logs/$name.log" 2>&1 </dev/null &
      cell=$!
      trap 'out_of_time=yes; kill -TERM $cell' USR1
      # Slurm sends SIGTERM to the cell itself too.
      trap : TERM
      # A signal ends `wait` before the cell ends; its own status comes from the next one.
      while wait $cell; status=$?; [ $status -gt 128 ] && kill -0 $cell 2>/dev/null; do :; done
      if [ $status -gt 128 ]; then
        wait $cell
        last=$?
        [ $last = 127 ] || status=$last
      fi
      if [ -n "$out_of_time" ] && [ $status = \(ExitStatus.interrupted.rawValue) ]; then
        scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
      fi
      exit $status

      """
  }
}
