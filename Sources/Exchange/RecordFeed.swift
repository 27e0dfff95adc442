import Diagnostics
import Foundation
import RunStore

/// Turns the records of a log into questions to store.
struct RecordFeed {
  /// A question, at the line that it was read from.
  typealias Item = (entry: ExchangeFormat.Entry, line: Int)

  /// Nil until a record has told.
  private(set) var format: LogFormat?
  private let options: LogOptions
  private let now: Date
  private var reader: LogReader?
  private var groups = QuestionGroups()
  /// Datasets so far, by step: in a foreign log each question is one.
  private var datasets: [Int: Int] = [:]

  /// - Parameters:
  ///   - format: nil takes the one that the first record looks like.
  ///   - now: the time for labels that give none.
  init(_ format: LogFormat?, _ options: LogOptions, now: Date) {
    self.format = format
    self.options = options
    self.now = now
  }

  /// The questions that a record completes.
  ///
  /// - Parameter record: its bytes.
  mutating func items(
    _ record: [UInt8], line: Int, at place: LogPlace
  ) throws -> [Item] {
    let value = try JSONValue.line(record)
    let format = self.format ?? LogFormat.detect(value) ?? .soar
    self.format = format
    guard format != .soar else {
      guard options == LogOptions() else {
        throw UserError(
          .usage, file: place.path,
          "--questions, --reward, --answer, --after and --before are for other programs' logs",
          hint: "--from names the program: \(LogFormat.names)")
      }
      return [(try ExchangeFormat.question(value, now: now), line)]
    }
    var reader = self.reader ?? LogReader(format, options)
    defer { self.reader = reader }
    var items: [Item] = []
    for row in try reader.rows(value, at: place) {
      if row.isRollout {
        items += try groups.add(row, line: line).map { item($0) }
      } else {
        items.append(item(QuestionGroups.Group(row: row, rewards: [], line: line)))
      }
    }
    return items
  }

  /// The questions that were still open.
  mutating func finish() -> [Item] { groups.finish().map { item($0) } }

  private mutating func item(_ group: QuestionGroups.Group) -> Item {
    let row = group.row
    let question = QuestionRecord(
      position: 0, question: row.question, answer: row.answer, document: row.document,
      tokenCount: 0, majorityShare: row.majorityShare, advantage: row.advantage)
    let measured = group.rewards.compactMap { $0 }
    let mean = measured.isEmpty ? row.reward : measured.reduce(0, +) / Double(measured.count)
    let dataset = row.step.map { _ in
      StoredQuestion.Dataset(
        reward: mean.flatMap { $0.isFinite ? $0 : nil },
        rewards: group.rewards.count > 1 ? group.rewards : [], isPromoted: false)
    }
    let number = row.step.map { step in
      defer { datasets[step, default: 0] += 1 }
      return datasets[step, default: 0]
    }
    return (
      ExchangeFormat.Entry(
        question: StoredQuestion(
          place: StoredQuestion.Place(
            run: ExchangeFormat.defaultRun, seed: 0, teacher: (format ?? .soar).title,
            student: row.step == nil ? 0 : nil, step: row.step, dataset: number),
          dataset: dataset, question: question),
        isPlaced: false), group.line
    )
  }
}

extension LogFormat {
  /// For messages.
  static let names = allCases.map(\.rawValue).joined(separator: ", ")
}
