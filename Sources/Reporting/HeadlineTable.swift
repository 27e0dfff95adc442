import Statistics

/// The headline table of a run: pass@k per arm, beside the paper's.
public struct HeadlineTable: Sendable {
  private var data: ReportData

  public init(_ data: ReportData) {
    self.data = data
  }

  private var ks: [Int] { Set(data.arms.flatMap(\.passAtK).map(\.k)).sorted() }

  /// All comparisons with the reference: sentences, or a table if there are many.
  var comparisons: String {
    guard data.arms.count >= ManyArms.least else {
      return data.comparisons
        .map { "- \(Conclusions.sentence($0))" }.joined(separator: "\n")
    }
    return ks.map { k in
      let rows = data.comparisons.filter { $0.k == k }.map { comparison in
        ["**\(Markdown.escape(comparison.arm))**"] + Format.effectCells(comparison.difference)
      }
      return "Differences to \(Markdown.escape(data.reference)) at pass@\(k), in points. "
        + "\(Effect.rule)\n\n" + Markdown.table(["arm"] + Format.effectHeader, rows)
    }.joined(separator: "\n\n")
  }

  var markdown: String {
    let header =
      ["arm"] + ks.map { "pass@\($0)" }
      + ["hard-train, greedy", "seeds", "paper: pass@32 (another model, other data)"]
    let rows = data.arms.map { arm in
      ["**\(Markdown.escape(arm.name))**"]
        + ks.map { k in
          arm.passAtK.first { $0.k == k }.map { Format.estimate($0.estimate) } ?? Format.missing
        }
        + [
          arm.trainAccuracy.map(Format.estimate) ?? Format.missing, arm.size,
          arm.paperArm.flatMap(PaperResults.row).map(Self.last) ?? Format.missing,
        ]
    }
    let explanations = data.arms.filter { !$0.explanation.isEmpty }.map {
      "- **\(Markdown.escape($0.name))**: \(Markdown.escape($0.explanation))"
    }
    return [
      "All in percent; in brackets: \(Markdown.escape(data.intervals)).",
      data.arms.isEmpty ? "No arm was evaluated." : Markdown.table(header, rows),
      explanations.joined(separator: "\n"),
    ].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The table for a terminal, in columns.
  public var plainText: String {
    let header = ["arm"] + ks.map { "pass@\($0)" }
    let rows = data.arms.map { arm in
      [arm.name.filter { !$0.isNewline }]
        + ks.map { k in
          arm.passAtK.first { $0.k == k }.map { Format.estimate($0.estimate) } ?? Format.missing
        }
    }
    let table = [header] + rows
    let widths = header.indices.map { column in table.map { $0[column].count }.max() ?? 0 }
    return table.map { row in
      zip(row, widths).enumerated().map { index, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return index == 0 ? cell.0 + space : space + cell.0
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private static func last(_ row: PaperResults.Row) -> String {
    let value = row.math.last.map { Format.fixed($0, digits: 1) } ?? Format.missing
    return row.deviation.map { "\(value) ± \(Format.fixed($0, digits: 1))" } ?? value
  }

  static var paper: String {
    let rows = PaperResults.math.map { row in
      [row.arm] + row.math.dropLast().map { Format.fixed($0, digits: 1) } + [last(row)]
    }
    return """
      From \(PaperResults.citation): a pretrained model of about 3 billion parameters on the \
      MATH problems that it fails 128 times out of 128, test half, in percent, with the standard \
      deviation over seeds. Another model and other data: the pattern can be compared, the \
      numbers cannot.

      \(Markdown.table(["arm"] + PaperResults.ks.map { "pass@\($0)" }, rows))
      """
  }
}
