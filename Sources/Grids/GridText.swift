import Diagnostics
import Foundation

extension GridOverview {
  /// For `soar grid run` and `soar grid status`.
  public var text: String {
    var parts = [table(withPlan: false), summary]
    if let busy { parts.append(busy) }
    if let slurmProblem {
      parts.append("Slurm was not asked: \(slurmProblem.escapingControlCharacters)")
    }
    if unfinished > 0 { parts.append(eta) }
    let reasons = rows.filter { $0.status == .failed || $0.status == .interrupted }.map { row in
      "\(row.status.rawValue): \(row.name): \(row.reason ?? "unknown") (log: \(row.log))"
        .escapingControlCharacters
    }
    if !reasons.isEmpty { parts.append(reasons.joined(separator: "\n")) }
    return parts.joined(separator: "\n\n")
  }

  /// For `--dry-run`.
  public var plan: String {
    var parts = [table(withPlan: true), summary]
    if unfinished > 0 { parts.append(eta) }
    return parts.joined(separator: "\n\n")
  }

  private var unfinished: Int { rows.count { $0.status != .finished && $0.status != .failed } }

  private func table(withPlan isPlan: Bool) -> String {
    var table = TextTable(
      ["cell", "seed", "status", "seconds", "expected", isPlan ? "name" : "digest"],
      rightAligned: [1, 3, 4])
    for row in rows {
      table.add([
        row.label, "\(row.seed)", row.status.rawValue,
        row.seconds > 0 ? row.seconds.fixed(0) : "-", row.expectedSeconds?.fixed(0) ?? "-",
        isPlan ? row.name : note(row),
      ])
    }
    return table.text
  }

  /// The start of a finished cell's digest, or the job of a cell in Slurm's hands.
  private func note(_ row: Row) -> String {
    if row.status == .finished { return row.digest.map { String($0.prefix(12)) } ?? "" }
    guard row.status == .queued || row.status == .running, let job = row.job else { return "" }
    return "job \(job)" + (row.reason.map { ", \($0)" } ?? "")
  }

  private var summary: String {
    let counts = [Status.finished, .running, .queued, .waiting, .interrupted, .failed]
      .map { (count($0), $0.rawValue) }.filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    let bases = Set(rows.map(\.base)).count
    var text =
      "\(rows.count) cells in \(folder.escapingControlCharacters): \(counts); "
      + "\(bases) base model\(bases == 1 ? "" : "s")"
    if formerCells > 0 {
      text += "\n\(formerCells) more of earlier versions of the grid, left as they are"
    }
    return text
  }

  private var busy: String? {
    guard let session, let share = session.busyShare else { return nil }
    let over = session.isOver ? "" : isRunning ? ", so far" : ", then it was cut short"
    return "last call: \((100 * share).fixed(1))% of \(session.processes) "
      + "process\(session.processes == 1 ? "" : "es") busy over \(session.wallSeconds.fixed(0)) s "
      + "(cells \(session.cellSeconds.fixed(0)) s, pretraining "
      + "\(session.pretrainingSeconds.fixed(0)) s)\(over)"
  }

  private var eta: String {
    let processes = "\(self.processes) process\(self.processes == 1 ? "" : "es")"
    if let secondsLeft {
      let cost = rows.filter { $0.status != .finished && $0.status != .failed }
        .reduce(0) { $0 + $1.secondsLeft }
      return "about \(Self.duration(secondsLeft)) left on \(processes), "
        + "\(Self.duration(cost)) of one core; measured by "
        + estimateOrigins.joined(separator: "; ").escapingControlCharacters
        + (missingBases > 0
          ? "\n\(missingBases) base model\(missingBases == 1 ? "" : "s") to pretrain come on top"
          : "")
    }
    let some = unestimated == unfinished ? "" : " for \(unestimated) of \(unfinished) cells"
    return "no estimate\(some): nothing with the same base model was measured, neither a finished "
      + "cell of this grid nor a finished run in runs/ on this kind of processor"
  }

  static func duration(_ seconds: Double) -> String {
    let whole = Int(max(0, min(seconds, 1e9)).rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
