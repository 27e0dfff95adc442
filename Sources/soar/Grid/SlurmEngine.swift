import Ablations
import Diagnostics
import Foundation

/// Hands cells to Slurm: one job array per call, one task per cell. Each task runs `soar grid cell` on
/// whatever node it gets, so that the grid's folder, the program and the cache have to be on a file
/// system that all nodes share.
struct SlurmEngine {
  let folder: GridFolder
  let options: SlurmOptions
  let noCache: Bool
  /// Most tasks at once; nil for as many as there is room for.
  let atOnce: Int?

  /// What is kept of a submission: its job, and the cell of each task.
  struct Submission: Codable {
    var job: String
    var cells: [String]
  }

  /// Writes the script and submits it. The states say `queued` before a task can begin, and what they
  /// said before when sbatch refuses.
  func submit(_ names: [String]) throws -> Submission {
    try SlurmQueue.requireTools()
    guard folder.url.path.wholeMatch(of: /[A-Za-z0-9_.,:+@\/\-]+/) != nil else {
      throw UserError(
        .configuration, file: folder.path, "has a path that #SBATCH lines cannot hold",
        hint: "use a folder of letters, digits and _ . , : + @ - in its whole path")
    }
    let number = try Self.submissions(in: folder).count + 1
    try AtomicFile.createFolder(folder.slurm(""))
    let script = folder.slurm("array-\(number).sh")
    try AtomicFile.write(self.script(names), to: script)
    let before = try names.map { try folder.state($0) }
    for (name, state) in zip(names, before) {
      var queued = state ?? CellState(status: .queued)
      queued.status = .queued
      queued.reason = nil
      try folder.write(queued, name)
    }
    do {
      let output = try SlurmQueue.call(["sbatch", "--parsable", script.path])
      // `12`, or `12;cluster`.
      guard let job = output.split(whereSeparator: { $0 == ";" || $0.isNewline }).first,
        job.allSatisfy(\.isNumber)
      else {
        throw UserError(
          .unavailable, "sbatch answered '\(output.prefix(100))', which is no job's number")
      }
      let submission = Submission(job: String(job), cells: names)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      try AtomicFile.write(
        encoder.encode(submission), to: folder.slurm("array-\(number).json"))
      return submission
    } catch {
      for (name, state) in zip(names, before) {
        try folder.write(state ?? CellState(status: .interrupted, reason: "not submitted"), name)
      }
      throw error
    }
  }

  /// Submissions in their order.
  static func submissions(in folder: GridFolder) throws -> [Submission] {
    var found: [Submission] = []
    while true {
      let file = folder.slurm("array-\(found.count + 1).json")
      guard FileManager.default.fileExists(atPath: file.path) else { return found }
      do {
        found.append(try JSONDecoder().decode(Submission.self, from: Data(contentsOf: file)))
      } catch {
        throw UserError(.dataError, file: file.relativePath, "cannot be read", hint: "delete it")
      }
    }
  }

  /// A preempted or requeued task is asked to end with SIGTERM, saves, and begins again as Slurm
  /// requeues it; one that comes near its time limit gets SIGUSR1, saves, and requeues itself. Either
  /// goes on where it stopped, as a cell that has a run always does.
  func script(_ names: [String]) -> String {
    let limit = atOnce.map { "%\($0)" } ?? ""
    let directives =
      [
        "--job-name=soar-\(GridCell.slug(folder.url.lastPathComponent))",
        "--array=0-\(names.count - 1)\(limit)",
        "--output=\(folder.url.path)/logs/slurm-%A_%a.log",
        "--open-mode=append", "--requeue", "--signal=B:USR1@120",
      ] + options.lines
    return """
      #!/bin/bash
      \(directives.map { "#SBATCH \($0)" }.joined(separator: "\n"))
      # Written by `soar grid run --engine slurm`.
      cells=(
      \(names.map { "  \($0)" }.joined(separator: "\n"))
      )
      name=${cells[$SLURM_ARRAY_TASK_ID]}
      grid=\(Self.quoted(folder.url.path))
      out_of_time=
      \(Self.quoted(OwnProgram.path)) grid cell "$grid" "$name" --workers \(options.cpus)\
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

  private static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}
