import Diagnostics
import Experiments
import Foundation
import LanguageModel
import RunStore

/// Makes a run folder from a file of JSON lines, one per question (docs/import-format.md). The
/// folder appears whole or not at all.
public struct QuestionFileImport {
  public struct Summary: Encodable, Sendable {
    public var folder: String
    public var questions, datasets, runs, badLines: Int
  }

  public var file: String
  /// The folder to make.
  public var output: String
  /// Whether to import good lines even if others are bad.
  public var skipsBadLines: Bool

  public init(file: String, output: String, skipsBadLines: Bool = false) {
    self.file = file
    self.output = output
    self.skipsBadLines = skipsBadLines
  }

  /// Number of bad lines reported one by one; the others are only counted.
  private static let shownErrors = 20

  /// - Parameter complain: receives a sentence for each of the first bad lines, with its number.
  /// - Throws: ``UserError`` if the folder exists, no line holds a question, or a line is bad and
  ///   bad lines are not skipped.
  public func run(complain: (String) -> Void = { _ in }) throws -> Summary {
    var reader = try LineReader(path: file)
    let folder = URL(fileURLWithPath: output)
    guard output != StandardOutput.name else { throw UserError.standardOutputAsFolder }
    guard !FileManager.default.fileExists(atPath: output) else {
      throw UserError(.cannotCreate, file: output, "already exists", hint: "choose another folder")
    }
    let temporary = folder.deletingLastPathComponent()
      .appendingPathComponent(".\(folder.lastPathComponent).\(getpid()).partial")
    try AtomicFile.createFolder(temporary)
    do {
      let summary = try fill(temporary, &reader, complain)
      guard summary.questions > 0 else {
        throw UserError(.dataError, file: reader.path, "holds no question to import")
      }
      guard rename(temporary.path, folder.path) == 0 else {
        throw UserError(.cannotCreate, file: output, String(cString: strerror(errno)))
      }
      return summary
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw error
    }
  }

  private func fill(
    _ folder: URL, _ reader: inout LineReader, _ complain: (String) -> Void
  ) throws -> Summary {
    let started = Date()
    let clock = ContinuousClock.now
    let name = URL(fileURLWithPath: reader.path).lastPathComponent
    var provenance = Provenance.record(
      configuration: "imported: \(JSONText.quoted(name))\n", workers: 1)
    provenance.started = started
    let store = try RunStore.create(at: folder, run: provenance)
    var summary = Summary(folder: output, questions: 0, datasets: 0, runs: 0, badLines: 0)
    var records = 0
    try store.importQuestions { importer in
      while let line = try reader.next() {
        do {
          guard let entry = try question(line, now: started) else { continue }
          records += 1
          try importer.add(entry.question, isPlaced: entry.isPlaced, line: reader.number)
        } catch let defect as LineDefect {
          report(defect, reader, &summary, complain)
        } catch let conflict as ImportConflict {
          report(conflict.defect, reader, &summary, complain)
        }
      }
      summary.questions = importer.questions
      summary.datasets = importer.datasets
      summary.runs = importer.runs
      return summary.badLines == 0 || skipsBadLines
    }
    if summary.badLines > Self.shownErrors {
      complain("\(summary.badLines - Self.shownErrors) more lines are bad")
    }
    guard summary.badLines == 0 || skipsBadLines else {
      throw UserError(
        .dataError, file: reader.path,
        summary.badLines == 1
          ? "1 line is bad: nothing was imported"
          : "\(summary.badLines) lines are bad: nothing was imported",
        hint: "mend them, or leave them out with --skip-bad")
    }
    try store.end(
      .finished, at: Date(), sessionSeconds: (ContinuousClock.now - clock) / .seconds(1),
      peakMemoryBytes: Provenance.peakMemoryBytes)
    try store.consolidate()
    return summary
  }

  /// Nil for a blank line.
  private func question(_ line: LineReader.Line, now: Date) throws -> ExchangeFormat.Entry? {
    guard case .text(let bytes) = line else {
      throw LineDefect(message: "is longer than \(LineReader.limit >> 20) MiB")
    }
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
    return try ExchangeFormat.question(bytes, now: now)
  }

  private func report(
    _ defect: LineDefect, _ reader: LineReader, _ summary: inout Summary,
    _ complain: (String) -> Void
  ) {
    summary.badLines += 1
    if summary.badLines <= Self.shownErrors {
      complain("\(defect.error(file: reader.path, line: reader.number))")
    }
  }
}

extension LineDefect {
  /// A name that looks like an earlier one and is another.
  static func lookalike(_ key: String, _ name: String, _ first: String) -> LineDefect {
    LineDefect(
      path: key,
      message: "\(name.spelledOut.shortened()) looks like \(first.spelledOut.shortened()), and is "
        + "written with other characters",
      hint: "write the name in one way on all lines")
  }
}

extension ImportConflict {
  /// The conflict as a defect of the later line.
  fileprivate var defect: LineDefect {
    switch self {
    case .dataset(let key, let first, let line):
      LineDefect(
        path: key, message: "differs within the dataset",
        hint: "it is \(first.shortened()) on line \(line)")
    case .position(let position):
      LineDefect(
        path: "position", message: "the dataset has a question at \(position) already")
    case .repeated(let key):
      LineDefect(path: key, message: "two of them are of the same name and version")
    case .lookalike(let key, let name, let first, let line):
      .lookalike(key, name, "\(first.spelledOut) of line \(line)")
    }
  }
}

enum JSONText {
  /// A string as JSON, which is also a quoted YAML scalar.
  static func quoted(_ text: String) -> String {
    var line = JSONLine()
    line.object { $0.member("text", text) }
    return String(decoding: line.bytes.dropFirst(8).dropLast(), as: UTF8.self)
  }
}
