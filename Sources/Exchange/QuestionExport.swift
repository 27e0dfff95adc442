import Diagnostics
public import RunStore

/// The questions of a run as JSON lines, in the format that ``QuestionFileImport`` reads.
public struct QuestionExport {
  public var store: RunStore
  /// The run's name, written for questions that belong to no other run.
  public var name: String

  public init(store: RunStore, name: String) {
    self.store = store
    self.name = name
  }

  /// - Parameter path: the file to write, whole or not at all; nil is standard output.
  /// - Returns: the number of questions.
  public func write(to path: String?) throws -> Int {
    let sink = try LineSink(path)
    do {
      try store.forEachQuestion(
        QuestionSelection(classifier: "", includesTexts: true, includesHistory: true)
      ) { row in
        try sink.write(ExchangeFormat.line(row, run: name))
      }
      try sink.finish()
    } catch {
      sink.discard()
      throw error
    }
    return sink.lines
  }
}
