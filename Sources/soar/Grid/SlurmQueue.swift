import Ablations
import Diagnostics
import Foundation

/// What Slurm knows of the tasks of a grid's submissions.
struct SlurmQueue {
  struct Task: Equatable {
    /// In Slurm's words: PENDING, RUNNING, COMPLETING, OUT_OF_MEMORY, ...
    var state: String
    /// Why it is pending, where Slurm says so.
    var reason: String

    /// Whether it will still do something.
    var isLive: Bool {
      [
        "PENDING", "CONFIGURING", "RUNNING", "COMPLETING", "REQUEUED", "SUSPENDED", "STOPPED",
        "RESIZING", "SIGNALING", "STAGE_OUT", "REQUEUE_HOLD", "SPECIAL_EXIT",
      ].contains(state)
    }
  }

  /// By the cell's name: its job's name, and what is known of its last task.
  private(set) var tasks: [String: (job: String, task: Task?)] = [:]

  /// - Throws: ``UserError`` where Slurm's commands are missing or do not answer.
  init(_ submissions: [SlurmEngine.Submission]) throws {
    guard !submissions.isEmpty else { return }
    try Self.requireTools()
    let jobs = submissions.map(\.job)
    var known = try Self.queued(jobs)
    for (id, task) in Self.accounted(jobs) where known[id] == nil { known[id] = task }
    for submission in submissions {
      for (index, name) in submission.cells.enumerated() {
        let id = "\(submission.job)_\(index)"
        tasks[name] = (id, known[id])
      }
    }
  }

  /// Whether a cell's last task is still on its way.
  func isLive(_ name: String) -> Bool { tasks[name]?.task?.isLive ?? false }

  // MARK: Slurm's commands

  static func requireTools() throws {
    for tool in ["sbatch", "squeue", "scontrol"]
    where Provenance.output(["sh", "-c", "command -v \(tool)"]) == nil {
      throw UserError(
        .unavailable, "\(tool) is not on PATH",
        hint: "Slurm's commands are needed here; tools/slurm-local.sh makes a cluster of one node")
    }
  }

  /// What squeue lists of some jobs: one that is over for long is no longer known to it.
  private static func queued(_ jobs: [String]) throws -> [String: Task] {
    let text = try call(["squeue", "--noheader", "--array", "--states=all", "--format=%i|%T|%r"])
    return parsed(text, of: Set(jobs))
  }

  /// What the accounting database has, where there is one.
  private static func accounted(_ jobs: [String]) -> [String: Task] {
    guard
      let text = try? call([
        "sacct", "--noheader", "--parsable2", "--array", "--allocations",
        "--jobs=\(jobs.joined(separator: ","))", "--format=JobID,State,Reason",
      ])
    else { return [:] }
    return parsed(text, of: Set(jobs))
  }

  /// Lines `12_3|STATE|reason`. States such as `CANCELLED by 0` are told by their first word.
  static func parsed(_ text: String, of jobs: Set<String>) -> [String: Task] {
    var tasks: [String: Task] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard fields.count >= 2, let job = fields[0].split(separator: "_").first.map(String.init),
        jobs.contains(job), let state = fields[1].split(separator: " ").first
      else { continue }
      tasks[fields[0]] = Task(state: String(state), reason: fields.count > 2 ? fields[2] : "")
    }
    return tasks
  }

  /// Runs one of Slurm's commands.
  ///
  /// - Throws: ``UserError`` with what it said on standard error.
  static func call(_ command: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw UserError(.osError, "\(command[0]) cannot be started")
    }
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let line =
        String(decoding: complaint, as: UTF8.self)
        .split(separator: "\n").last.map(String.init) ?? "status \(process.terminationStatus)"
      throw UserError(.unavailable, "\(command[0]): \(line.prefix(300))")
    }
    return String(decoding: text, as: UTF8.self)
  }
}
