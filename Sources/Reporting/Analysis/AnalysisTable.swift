import Diagnostics
public import QuestionAnalysis
import Statistics

/// The rows behind an analysis as CSV (RFC 4180): one per dataset or per question, in the order of
/// folders, runs, seeds, teachers, steps and datasets. A missing value is an empty field.
public struct AnalysisTable {
  public enum Level {
    case datasets
    case questions
  }

  let data: AssociationData
  let level: Level

  public init(data: AssociationData, level: Level) {
    self.data = data
    self.level = level
  }

  /// Writes the file atomically.
  public func write(to path: String) throws {
    let sink = try LineSink(path)
    do {
      switch level {
      case .datasets: try writeDatasets(sink)
      case .questions: try writeQuestions(sink)
      }
      try sink.finish()
    } catch {
      sink.discard()
      throw error
    }
  }

  private func writeDatasets(_ sink: LineSink) throws {
    let rows = data.datasets
    let columns = Columns(rows)
    try sink.write(
      Self.line(
        [
          "folder", "run", "seed", "teacher", "step", "dataset", "cluster", "loop", "promoted",
          "questions", "labelled", "reward", "repeats", "repeat_mean", "repeat_sd",
        ] + columns.names))
    for row in 0..<rows.count {
      let loop = data.loops[rows.loop[row]]
      let scores = data.repeats[row]
      let place = [
        loop.folder, loop.run, "\(loop.seed)", loop.teacher, "\(Int(rows.step[row]))",
        "\(data.numbers[row])", "\(rows.run[row])", "\(rows.loop[row])",
        data.isPromoted[row] ? "1" : "0", "\(data.questionCounts[row])",
        "\(data.labelledCounts[row])", "\(rows.reward[row])", "\(scores.count)",
      ]
      let spread = [
        scores.isEmpty ? "" : "\(scores.mean)",
        scores.count > 1 ? "\(scores.standardDeviation)" : "",
      ]
      try sink.write(Self.line(place + spread + columns.fields(row)))
    }
  }

  private func writeQuestions(_ sink: LineSink) throws {
    let rows = data.questions
    let columns = Columns(rows)
    try sink.write(
      Self.line(["cluster", "loop", "step", "dataset_row", "reward"] + columns.names))
    for row in 0..<rows.count {
      try sink.write(
        Self.line(
          [
            "\(rows.run[row])", "\(rows.loop[row])", "\(Int(rows.step[row]))",
            "\(data.datasetOfQuestion[row])", "\(rows.reward[row])",
          ] + columns.fields(row)))
    }
  }

  private struct Columns {
    let names: [String]
    private let values: [[Double]]

    init(_ rows: AssociationRows) {
      names = rows.features.map(\.rawValue)
      values = rows.features.compactMap(rows.column)
    }

    func fields(_ row: Int) -> [String] {
      values.map { $0[row].isNaN ? "" : "\($0[row])" }
    }
  }

  static func line(_ fields: [String]) -> [UInt8] {
    Array((fields.map(CSV.quoted).joined(separator: ",") + "\n").utf8)
  }
}
