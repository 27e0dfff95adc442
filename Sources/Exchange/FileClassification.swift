import Diagnostics
public import Experiments
import Foundation
import QuestionAnalysis
import RunStore
public import Tasks

/// Labels a file of JSON lines, line by line.
public struct FileClassification {
  public struct Result {
    public var tally = LabelTally()
    public var labelsAdded = 0
  }

  let file: String
  let output: String?
  let task: any ProblemTask

  /// - Parameter task: the one whose language the questions are in.
  public init(file: String, output: String?, task: any ProblemTask) {
    self.file = file
    self.output = output
    self.task = task
  }

  /// - Throws: ``UserError`` at the first bad line; then no file is written.
  public func run() throws -> Result {
    guard let labeller = QuestionLabeller(task) else {
      throw UserError(
        .configuration, place: "task", "'\(task.name)' has no exact classifier",
        hint: "import the questions with a judge's labels instead")
    }
    var reader = try LineReader(path: file)
    let sink = try LineSink(output)
    var result = Result()
    let now = Date()
    var names = NameRegister()
    do {
      while let line = try reader.next() {
        guard var entry = try question(line, reader, now: now) else { continue }
        if let first = names.add(entry.question.teacher) {
          throw LineDefect.lookalike("teacher", entry.question.teacher, first)
            .error(file: reader.path, line: reader.number)
        }
        let stored = entry.question.question
        let label = labeller.label(
          question: stored.question, answer: stored.answer, document: stored.document,
          created: now)
        if let label, !stored.labels.contains(where: label.isSameVersion) {
          entry.question.question.labels.append(label)
          result.labelsAdded += 1
        }
        result.tally.add(
          teacher: entry.question.teacher, isPromoted: entry.question.isPromoted,
          isRepeated: stored.isRepeated, label)
        try sink.write(ExchangeFormat.line(entry))
      }
      guard result.tally.questions > 0 else {
        throw UserError(.dataError, file: reader.path, "holds no question")
      }
      try sink.finish()
    } catch {
      sink.discard()
      throw error
    }
    return result
  }

  private func question(
    _ line: LineReader.Line, _ reader: LineReader, now: Date
  ) throws(UserError) -> ExchangeFormat.Entry? {
    do {
      guard case .text(let bytes) = line else {
        throw LineDefect(message: "is longer than \(LineReader.limit >> 20) MiB")
      }
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
      return try ExchangeFormat.question(bytes, now: now)
    } catch let defect as LineDefect {
      throw defect.error(file: reader.path, line: reader.number)
    } catch {
      throw UserError(.software, file: reader.path, "\(error)")
    }
  }
}

extension LabelRecord {
  func isSameVersion(_ other: LabelRecord) -> Bool {
    classifier == other.classifier && version == other.version
  }
}
