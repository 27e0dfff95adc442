import Diagnostics
public import Experiments
import QuestionAnalysis

extension LabelTally {
  /// The paper's table 7, as shares.
  public struct PaperRow: Encodable, Sendable {
    var arm: String
    var wellPosed, correct: Double
    var errorTypes: [String: Double]

    public static let all = PaperResults.labels.map { row in
      // Back to decimal shares: 0.232 rather than the binary result of 23.2 / 100.
      func share(_ percent: Double) -> Double { (10 * percent).rounded() / 1000 }
      return PaperRow(
        arm: row.arm, wellPosed: share(row.wellPosed), correct: share(row.correct),
        errorTypes: Dictionary(
          uniqueKeysWithValues: row.errors.map { ($0.type, share($0.percent)) }))
    }
  }

  /// Shares in percent with the paper's below them, then the finer kinds.
  public var text: String {
    let types = ErrorType.allCases.dropFirst().map(\.rawValue)
    var table = TextTable(
      ["% of questions", "questions", "well-posed", "correct"] + types, rightAligned: Set(1...7))
    for group in groups {
      table.add(
        [group.name, "\(group.labelled)", percent(group, group.wellPosed)]
          + [percent(group, group.correct)] + types.map { percent(group, group.errors[$0] ?? 0) })
    }
    for row in PaperResults.labels {
      table.add(
        ["paper: \(row.arm)", "", row.wellPosed.fixed(1), row.correct.fixed(1)]
          + row.errors.map { $0.percent.fixed(1) })
    }
    var parts = [table.text]
    let wrong = AnswerKind.allCases.filter { $0 != .correct && $0 != .undecidable }.map(\.rawValue)
    if let table = finer(wrong, \.answers) { parts.append(table) }
    let posedness = Posedness.allCases.filter { $0 != .wellPosed }.map(\.rawValue)
    if let table = finer(posedness, \.posedness) { parts.append(table) }
    return parts.joined(separator: "\n\n")
  }

  /// A table of the kinds that occur; nil if the labels have none.
  private func finer(_ kinds: [String], _ counts: KeyPath<Group, [String: Int]>) -> String? {
    let found = kinds.filter { kind in groups.contains { $0[keyPath: counts][kind] != nil } }
    guard !found.isEmpty else { return nil }
    var table = TextTable(["% of questions"] + found, rightAligned: Set(1...found.count))
    for group in groups {
      table.add([group.name] + found.map { percent(group, group[keyPath: counts][$0] ?? 0) })
    }
    return table.text
  }

  private func percent(_ group: Group, _ count: Int) -> String {
    group.share(count).value.map { (100 * $0).fixed(1) } ?? "-"
  }
}
