import Foundation
package import RunStore

extension ExchangeFormat {
  /// The record of a question as one line with its end. Omits absent values, except that a dataset
  /// without a reward gets null. Reading the line gives the same record.
  ///
  /// - Parameters:
  ///   - run: the name for a run that has none in its store.
  ///   - isPlaced: whether to write the position in the dataset.
  package static func line(
    _ stored: StoredQuestion, run: String, isPlaced: Bool = true
  ) -> [UInt8] {
    let (place, question) = (stored.place, stored.question)
    var line = JSONLine()
    line.object { line in
      line.member("run", place.run ?? run)
      line.member("teacher", place.teacher)
      line.member("seed", place.seed)
      line.member("student", place.student)
      line.member("step", place.step)
      line.member("dataset", place.dataset)
      line.member("position", isPlaced ? question.position : nil)
      line.member("question", question.question)
      line.member("answer", question.answer)
      line.member("document", question.document.isEmpty ? nil : question.document)
      line.member("token_count", question.tokenCount == 0 ? nil : question.tokenCount)
      if let dataset = stored.dataset {
        line.member("promoted", dataset.isPromoted)
        line.key("reward")
        line.number(dataset.reward)
        if !dataset.rewards.isEmpty {
          line.array("rewards", dataset.rewards) { $0.number($1) }
        }
      }
      line.members(QuestionRecord.measurements, of: question)
      line.objects("labels", question.labels)
      line.objects("contexts", question.contexts)
      line.objects("samples", question.samples)
    }
    return line.bytes + [0x0A]
  }

  /// A record as it was read, with its position in the dataset if the line gave one.
  package static func line(_ entry: Entry) -> [UInt8] {
    line(entry.question, run: defaultRun, isPlaced: entry.isPlaced)
  }
}

extension JSONLine {
  fileprivate mutating func objects<Record: StoredRecord>(_ key: String, _ records: [Record]) {
    guard !records.isEmpty else { return }
    array(key, records) { line, record in
      line.object { $0.members(Record.layout.columns, of: record) }
    }
  }

  /// Columns that have a value, keyed by name.
  fileprivate mutating func members<Record>(_ columns: [StoredColumn<Record>], of record: Record) {
    for column in columns {
      switch column.value(of: record) {
      case .integer(let number) where column.kind == .flag: member(column.name, number != 0)
      case .integer(let number): member(column.name, Int(number))
      case .real(let number): member(column.name, number)
      case .text(let object) where column.kind == .numbers: member(column.name, json: object)
      case .text(let text): member(column.name, text)
      case .null, .blob: break
      }
    }
  }
}
