import Diagnostics
import Foundation

/// What Slurm accepts from this user, asked before anything is submitted. Unknown limits are nil:
/// sbatch then says itself what it refuses.
struct SlurmLimits: Equatable {
  /// Tasks of one array: its greatest index is one less.
  var arraySize: Int?
  /// Jobs, tasks of arrays counted singly, that this user may still submit.
  var room: Int?
  /// The limit behind `room`, in words.
  var reason = ""

  init(arraySize: Int? = nil, room: Int? = nil, reason: String = "") {
    self.arraySize = arraySize
    self.room = room
    self.reason = reason
  }

  /// Asks the controller and, if there is one, the accounting database.
  init(_ request: SlurmRequest) throws {
    try SlurmQueue.requireTools()
    arraySize = Self.arraySize(try SlurmQueue.call(["scontrol", "show", "config"]))
    guard let (limit, name) = Self.submitLimit(request) else { return }
    let queued = try SlurmQueue.call([
      "squeue", "--noheader", "--array", "--user=\(NSUserName())", "--format=%i",
    ]).split(separator: "\n").count
    room = max(0, limit - queued)
    reason = "\(name) is \(limit), and \(queued) are in the queue"
  }

  /// `MaxArraySize`, or fewer by `max_array_tasks` of `SchedulerParameters`.
  static func arraySize(_ configuration: String) -> Int? {
    let sizes = configuration.matches(of: /(?mi)^\s*MaxArraySize\s*=\s*([0-9]{1,9})/)
    let tasks = configuration.matches(of: /(?i)max_array_tasks=([0-9]{1,9})/)
    return (sizes.compactMap { Int($0.1) } + tasks.compactMap { Int($0.1) }).min()
  }

  private static func submitLimit(_ request: SlurmRequest) -> (limit: Int, name: String)? {
    // Without accounting there are no such limits, and sacctmgr fails.
    guard
      let associations = ask(
        "assoc", "where", "user=\(NSUserName())",
        "format=Account,Partition,MaxSubmitJobs,GrpSubmitJobs,DefaultQOS")
    else { return nil }
    let rows = associations.filter { row in
      row.count == 5 && (request.account == nil || row[0] == request.account)
        && (row[1].isEmpty || row[1] == request.partition)
    }
    // Without --account the default account counts, which is one of several.
    let limits = rows.map { [Int($0[2]), Int($0[3])].compactMap { $0 }.min() }
    var found: [(Int, String)] = []
    if let most = limits.compactMap({ $0 }).max(), !limits.contains(nil) {
      found.append((most, "the association's MaxSubmitJobs"))
    }
    let qos = request.qos ?? rows.map { $0[4] }.first { !$0.isEmpty }
    if let qos, let rows = ask("qos", "where", "name=\(qos)", "format=MaxSubmitJobsPU,GrpSubmit") {
      let limits = rows.joined().compactMap { Int($0) }
      if let least = limits.min() { found.append((least, "MaxSubmitJobs of the QOS \(qos)")) }
    }
    return found.min { $0.0 < $1.0 }
  }

  private static func ask(_ arguments: String...) -> [[String]]? {
    let text = try? SlurmQueue.call(
      ["sacctmgr", "--noheader", "--parsable2", "show"] + arguments)
    return text?.split(separator: "\n").map {
      $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The cells to submit now, in arrays that Slurm accepts.
  ///
  /// - Throws: ``UserError`` with the limit if there is room for none.
  func arrays(of cells: [String]) throws -> [[String]] {
    guard arraySize != 0 else {
      throw UserError(
        .unavailable, "Slurm takes no job arrays here: MaxArraySize is 0",
        hint: "ask its administrator, or take --engine local")
    }
    guard room != 0 else {
      throw UserError(
        .unavailable, "Slurm takes no more jobs: \(reason)",
        hint: "the same command submits more cells when some have ended")
    }
    let now = Array(cells.prefix(room ?? cells.count))
    let size = arraySize ?? max(1, now.count)
    return stride(from: 0, to: now.count, by: size).map {
      Array(now[$0..<min($0 + size, now.count)])
    }
  }
}
