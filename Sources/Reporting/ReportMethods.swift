import Foundation
import RunStore

/// The methods section of a run and its appendix, from the store alone.
extension MarkdownReport {
  /// One paragraph that names every hyperparameter that differs from the paper.
  var methods: String {
    data.methods?.paragraph(seeds: data.seeds, intervals: data.intervals) ?? ""
  }

  /// The facts needed to check whether another run is the same, and to repeat it.
  var provenance: String {
    let run = data.run
    let rows: [(String, String)] = [
      ("configuration", "SHA-256 " + Markdown.code(run.configHash)),
      ("results", data.digest.map { "SHA-256 " + Markdown.code($0) } ?? Format.missing),
      ("store", "format \(run.formatVersion)"),
      ("began", run.started.formatted(.iso8601)),
      ("ended", run.ended?.formatted(.iso8601) ?? Format.missing),
      (
        "events that depend on the session",
        "\(data.events.count { !$0.isResult })"
      ),
    ]
    return """
      The resolved configuration is `\(Self.configurationName)` beside this report. To repeat the run: \
      \(repetition). The results are the same bit for bit on the same kind of CPU; `soar digest` of the \
      run's folder tells whether they are. The numbers of this report are \
      in `\(ReportDocument.fileName)`; command, machine and toolchain are under *What was run*.

      \(Markdown.table(["", ""], rows.map { [$0.0, $0.1] }, numeric: false))
      """
  }

  static let configurationName = "config.resolved.yaml"
}

/// How a run was made, compared with the paper.
public struct ReportMethods: Codable, Sendable, Equatable {
  /// World, base model and hard set, in sentences.
  public var ground: String
  public var studentsPerSeed: Int
  /// Configuration keys that differ from the paper, with both values.
  public var differences: [ReportSetting]

  public init(ground: String, studentsPerSeed: Int, differences: [ReportSetting]) {
    self.ground = ground
    self.studentsPerSeed = studentsPerSeed
    self.differences = differences
  }
}

extension ReportMethods {
  func paragraph(seeds: [Int], intervals: String) -> String {
    let differences = differences.map { setting in
      let paper = setting.paperValue.map { " (paper: \(Markdown.escape($0)))" } ?? ""
      return "\(Markdown.code(setting.name)) \(Markdown.escape(setting.value))\(paper)"
    }
    let parameters =
      differences.isEmpty
      ? "It uses the paper's hyperparameters."
      : "It uses the paper's hyperparameters wherever the paper gives them, except: "
        + differences.joined(separator: "; ") + "."
    let sharing =
      seeds.count == 1
      ? "One run seed (\(seeds.listed)) uses" : "\(seeds.count) run seeds (\(seeds.listed)) share"
    return """
      \(Markdown.escape(ground, limit: 2000)) The outer loop follows Algorithm 1 of \
      \(PaperResults.citation). \(parameters) Model, problems and training steps of the arms differ from \
      the paper's. \(sharing) one base model and one hard set; each arm trains \
      \(studentsPerSeed.counted("student")) per seed. Intervals: \(Markdown.escape(intervals)).
      """
  }
}
