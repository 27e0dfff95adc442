import Diagnostics
import Foundation
import Statistics

extension RunComparison {
  /// The comparison as text for the terminal.
  public var text: String {
    let baseline = self.baseline.escapingControlCharacters
    var parts = [
      "pass@k on hard-test in percent, with 95% intervals over seeds and problems\n"
        + passTable,
      "SD over seeds' means; chance that a seed beats one of \(baseline), at pass@\(k)\n\(chanceTable)",
      "cost per student; 'with teacher' adds the outer loop that the arm draws on\n\(costTable)",
    ]
    if rows.contains(where: { !$0.transferPassAtK.isEmpty }) {
      parts.insert("on the transfer problems, of the final models\n\(transferTable)", at: 1)
    }
    if checkpoint == .rule {
      parts.insert("at the checkpoint of the paper's rule, not of the final models", at: 0)
    }
    for sentence in unmeasured {
      parts.append("left out: \(sentence.escapingControlCharacters); see evaluation.testEvery")
    }
    if let goal {
      parts.append(
        "to pass@\(goal.k) of \((100 * goal.share).fixed(1))%, in \(axis.name)\n\(reachTable)")
    }
    return parts.joined(separator: "\n\n")
  }

  private var passTable: String {
    var table = TextTable(
      ["", "arm", "seeds"] + passAt.map { "pass@\($0)" },
      rightAligned: Set(2..<(3 + passAt.count)))
    for row in rows {
      table.add(
        ["", row.arm, row.size]
          + row.passAtK.map { Self.text($0.estimate, digits: 1, scale: 100) })
    }
    return table.text
  }

  private var transferTable: String {
    var table = TextTable(
      ["", "arm", "seeds"] + passAt.map { "pass@\($0)" },
      rightAligned: Set(2..<(3 + passAt.count)))
    for row in rows where !row.transferPassAtK.isEmpty {
      table.add(
        ["", row.arm, row.size]
          + row.transferPassAtK.map { Self.text($0.estimate, digits: 1, scale: 100) })
    }
    return table.text
  }

  private var chanceTable: String {
    var table = TextTable(["", "arm", "SD", "chance"], rightAligned: [2, 3])
    for row in rows {
      let deviation = row.passAtK.first { $0.k == k }?.deviation
      table.add([
        "", row.arm, deviation.map { (100 * $0).fixed(1) } ?? "-",
        row.improvement.map { Self.text($0, digits: 2, scale: 1) } ?? "-",
      ])
    }
    return table.text
  }

  private var costTable: String {
    var table = TextTable(
      ["", "arm", "cost", "rollouts", "tokens sampled", "trained", "FLOPs", "seconds"],
      rightAligned: [3, 4, 5, 6, 7])
    for row in rows {
      for (kind, cost) in [("own", row.own), ("with teacher", row.withTeacher)] {
        guard let cost else { continue }
        table.add([
          "", kind == "own" ? row.arm : "", kind, Self.number(cost.rollouts),
          Self.number(cost.tokensSampled), Self.number(cost.tokensTrained),
          cost.flops.map { String(format: "%.2e", $0) } ?? "-",
          cost.seconds.isFinite ? cost.seconds.fixed(1) : "-",
        ])
      }
    }
    return table.text
  }

  private var reachTable: String {
    var table = TextTable(
      ["", "arm", "step", "own", "with teacher", "students"], rightAligned: [2, 3, 4, 5])
    for row in rows {
      guard let reach = row.reach else { continue }
      func amount(_ value: Double?) -> String {
        axis == .flops
          ? value.map { String(format: "%.2e", $0) } ?? "-" : Self.number(value)
      }
      let students = "\(reach.students) of \(row.students)"
      guard let step = reach.step else {
        table.add(["", row.arm, "not reached", "", "", students])
        continue
      }
      table.add([
        "", row.arm, "\(step)", amount(reach.own),
        row.withTeacher == nil ? "" : amount(reach.withTeacher), students,
      ])
    }
    return table.text
  }

  private static func number(_ value: Double?) -> String {
    value.flatMap { $0.isFinite ? $0.fixed(0) : nil } ?? "-"
  }

  private static func text(_ estimate: Estimate, digits: Int, scale: Double) -> String {
    Format.estimate(estimate, least: digits) { (scale * $0).fixed($1) }
  }
}
