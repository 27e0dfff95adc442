import Diagnostics
import Foundation
import RunStore

extension RunSummary {
  /// For a terminal; accuracies in percent, rewards as shares.
  public var text: String {
    var parts = [provenance]
    if !outerSteps.isEmpty { parts.append("outer loop\n\(outerLoop)") }
    if !allocations.isEmpty {
      let lines = allocations.map { "  \($0.teacher): \($0.text)".escapingControlCharacters }
      parts.append("students per dataset\n\(lines.joined(separator: "\n"))")
    }
    if !arms.isEmpty { parts.append("arms, pass@k on hard-test in percent\n\(armTable)") }
    if !events.isEmpty { parts.append("events\n\(eventTable)") }
    return parts.joined(separator: "\n\n")
  }

  private var provenance: String {
    let outcome =
      run.outcome == .running
      ? "running, or killed: then continue with --resume" : run.outcome.rawValue
    let memory = run.peakMemoryBytes.map { ", at most \($0 >> 20) MiB" } ?? ""
    let samples = hardSet.samples.map { " with \($0) samples each" } ?? ""
    let lines = [
      folder,
      "  command   \(run.commandLine)",
      "  outcome   \(outcome)",
      "  started   \(run.started.formatted(.iso8601)), \(run.activeSeconds.fixed(0)) s at work"
        + memory,
      "  machine   \(run.cpu), \(run.operatingSystem)",
      "  built     \(run.toolchain), OpenBLAS kernels \(run.blasCore), "
        + "\(run.workers) worker\(run.workers == 1 ? "" : "s")",
      "  commit    \(run.gitCommit ?? "unknown")",
      "  config    sha256 \(run.configHash)",
      "  hard set  \(hardSet.screened) screened\(samples), \(hardSet.solved) solved; "
        + "\(hardSet.train) train, \(hardSet.test) test"
        + (hardSet.transfer > 0 ? "; \(hardSet.transfer) of another distribution" : ""),
    ]
    return lines.map(\.escapingControlCharacters).joined(separator: "\n")
  }

  private var outerLoop: String {
    var table = TextTable(
      ["", "teacher", "seed", "step", "R", "average", "hard-train %", "KL", "rejected", ""],
      rightAligned: [2, 3, 4, 5, 6, 7, 8])
    for step in outerSteps {
      table.add([
        "", step.teacher, "\(step.seed)", "\(step.step)", step.reward.fixed(4),
        step.movingAverage.fixed(4), step.baselineAccuracy.percent, step.teacherKL.fixed(4),
        "\(step.rejected)", step.isPromoted ? "promoted" : "",
      ])
    }
    return table.text
  }

  private var armTable: String {
    var table = TextTable(
      ["", "arm", "seed", "student", "steps"] + passAt.map { "pass@\($0)" }
        + ["hard-train %", ""],
      rightAligned: Set(2..<(6 + passAt.count)))
    for arm in arms {
      table.add(
        ["", arm.arm, "\(arm.seed)", "\(arm.student)", "\(arm.steps)"]
          + passAt.map { arm.passAtK["\($0)"]?.percent ?? "-" }
          + [arm.trainAccuracy.percent, arm.status == "finished" ? "" : arm.status])
    }
    return table.text
  }

  private var eventTable: String {
    var table = TextTable(["", "kind", "where", "what"])
    for event in events {
      let place = [
        event.arm ?? event.teacher, event.seed.map { "seed \($0)" },
        event.student.flatMap { $0 > 0 ? "student \($0)" : nil },
        event.step.map { "step \($0)" },
      ]
      table.add([
        "", event.kind, place.compactMap { $0 }.joined(separator: ", "), event.message,
      ])
    }
    return table.text
  }
}

extension Measured {
  fileprivate func fixed(_ digits: Int) -> String {
    value.flatMap { $0.isFinite ? $0.fixed(digits) : nil } ?? "-"
  }

  fileprivate var percent: String { Measured(value.map { 100 * $0 }).fixed(1) }
}
