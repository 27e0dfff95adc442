import Foundation
import RunStore

/// The methods section of compared runs and its appendix, from their stores alone.
extension ComparisonReport {
  /// Differences listed per run; a different world alone makes fifty.
  private static let shownDifferences = 24

  /// The methods of the first run, then how the others differ from it.
  var methods: String {
    guard let first = comparison.runs.first, let methods = first.methods else { return "" }
    let seeds = Set(comparison.runs.flatMap { $0.armRuns.map(\.seed) }).sorted()
    let paragraph = methods.paragraph(seeds: seeds, intervals: RunComparison.intervals)
    guard comparison.runs.count > 1 else { return paragraph }
    var seen = Set<String>()
    let others = comparison.runs.dropFirst().compactMap { run -> String? in
      let name = run.point ?? run.name
      guard !run.differences.isEmpty, seen.insert(name).inserted else { return nil }
      let shown = run.differences.prefix(Self.shownDifferences).map {
        "\(Markdown.code($0.name)) \(Markdown.escape($0.value))"
      }
      let more = run.differences.count - shown.count
      return "- \(Markdown.escape(name)): \(shown.joined(separator: "; "))"
        + (more > 0 ? "; and \(more) more" : "")
    }
    let which = first.point == nil ? "Other runs" : "Other points"
    let list =
      others.isEmpty ? "" : "\n\n\(which) differ from it in:\n\n" + others.joined(separator: "\n")
    let point = first.point.map { " (\(Markdown.escape($0)))" } ?? ""
    return "Of \(Markdown.code(first.name))\(point): \(paragraph)\(list)"
  }

  /// Everything needed to check whether other runs are the same, and to repeat them.
  var provenance: String {
    let rows = comparison.runs.map { run in
      let record = run.run
      return [
        Markdown.code(run.name), Markdown.code(record.configHash),
        run.digest.map { Markdown.code($0) } ?? Format.missing,
        record.gitCommit.map { Markdown.code(String($0.prefix(12))) } ?? Format.missing,
        Markdown.escape(record.toolchain),
        Markdown.escape("\(record.cpu), OpenBLAS \(record.blasCore), \(record.operatingSystem)"),
        "\(record.workers)", Format.duration(record.activeSeconds),
      ]
    }
    return """
      Each run's folder has its resolved configuration, which `soar run` repeats with the same results \
      bit for bit on the same kind of CPU; `soar digest DIR` tells whether they are. The numbers of \
      this report are in `report.json`.

      \(Markdown.table(
        [
          "run", "configuration, SHA-256", "results, SHA-256", "commit", "toolchain", "machine",
          "workers", "time",
        ], rows, numeric: false))
      """
  }
}
