import Diagnostics
import Experiments
import Foundation
import Subprocesses

/// Slurm's status of the tasks of a grid's submissions.
struct SlurmQueue {
  struct Task: Equatable {
    /// As Slurm reports it: PENDING, RUNNING, COMPLETING, OUT_OF_MEMORY, ...
    var state: String
    /// Reason for pending, if Slurm gives one.
    var reason: String

    /// Whether it is pending, running or about to resume.
    var isLive: Bool {
      [
        "PENDING", "CONFIGURING", "RUNNING", "COMPLETING", "REQUEUED", "SUSPENDED", "STOPPED",
        "RESIZING", "SIGNALING", "STAGE_OUT", "REQUEUE_HOLD", "SPECIAL_EXIT",
      ].contains(state)
    }
  }

  /// By cell name: the job name and the status of its last task.
  private(set) var tasks: [String: (job: String, task: Task?)] = [:]

  /// - Throws: ``UserError`` if Slurm's commands are missing or do not answer.
  init(_ submissions: [SlurmScheduler.Submission]) throws {
    guard !submissions.isEmpty else { return }
    try Self.requireTools()
    var known = try Self.queued()
    let accounted = Self.accounted(submissions)
    known.merge(accounted) { inQueue, _ in inQueue }
    for submission in submissions {
      // Without a recorded number or a name known to Slurm, it was never submitted.
      guard let job = submission.job ?? known.job(named: submission.jobName) else { continue }
      for (index, name) in submission.cells.enumerated() {
        let id = "\(job)_\(index)"
        tasks[name] = (id, known[id]?.task)
      }
    }
  }

  /// Whether a cell's last task is live.
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

  /// Tasks by id, each with its job name.
  typealias Listing = [String: (task: Task, jobName: String)]

  /// squeue's list; it forgets jobs that ended long ago.
  private static func queued() throws -> Listing {
    parsed(
      try call(["squeue", "--noheader", "--array", "--states=all", "--format=%i|%T|%r|%j"]))
  }

  /// The accounting database's records, if there is one.
  private static func accounted(_ submissions: [SlurmScheduler.Submission]) -> Listing {
    let names = submissions.map(\.jobName).joined(separator: ",")
    let text = try? call([
      "sacct", "--noheader", "--parsable2", "--array", "--allocations", "--name=\(names)",
      // Without a start time, sacct lists only today's jobs.
      "--starttime=now-365days", "--format=JobID,State,Reason,JobName",
    ])
    return text.map(parsed) ?? [:]
  }

  /// Parses `12_3|STATE|reason|name`. States such as `CANCELLED by 0` are reduced to their first
  /// word.
  static func parsed(_ text: String) -> Listing {
    var listing: Listing = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard fields.count == 4, let state = fields[1].split(separator: " ").first else { continue }
      listing[fields[0]] = (Task(state: String(state), reason: fields[2]), fields[3])
    }
    return listing
  }

  /// Timeout of a Slurm command, in seconds.
  private static let patience = 60

  /// Runs one Slurm command.
  ///
  /// - Throws: ``UserError`` with its standard error.
  static func call(_ command: [String]) throws -> String {
    var child = ChildProcess(.named(command[0]), Array(command.dropFirst()))
    // Report a hanging controller instead of waiting for it.
    child.timeout = .seconds(patience)
    child.grace = .seconds(5)
    let outcome = try child.runBlocking()
    if outcome.hasTimedOut {
      throw UserError(.unavailable, "\(command[0]) did not answer within \(patience) s")
    }
    guard outcome.isSuccess else {
      let line =
        outcome.errors.split(separator: "\n").last.map(String.init) ?? "\(outcome.status)"
      throw UserError(.unavailable, "\(command[0]): \(line.prefix(300))")
    }
    return outcome.printed
  }
}

extension SlurmQueue.Listing {
  /// The number of the job with this name, the prefix of its tasks' ids.
  fileprivate func job(named name: String) -> String? {
    first { $0.value.jobName == name }?.key.split(separator: "_").first.map(String.init)
  }
}
