import ArgumentParser
import Diagnostics
import Exchange
import Experiments
import Foundation
import RunStore

/// `soar import`.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a run folder of the questions and rewards of any SOAR implementation.",
    discussion: """
      Reads JSON lines, one record per question with its dataset's reward \
      (docs/import-format.md, docs/import-format.schema.json). Every bad line is reported with \
      its number; with one of them nothing is imported, unless --skip-bad leaves them out.

      EXAMPLES
        soar import questions.jsonl -o runs/theirs
        soar import questions.jsonl -o runs/theirs --skip-bad
        soar show runs/theirs

      A LINE
        {"step": 0, "dataset": 0, "reward": 0.01, "question": "1 + 1?", "answer": "2"}
      """)

  @Argument(help: "The file of JSON lines.", completion: .file(extensions: ["jsonl"]))
  var file: String

  @Option(name: .shortAndLong, help: "The folder to make.", completion: .directory)
  var output: String

  @Flag(help: "Import the good lines, even if others are bad.")
  var skipBad = false

  @Flag(help: "Print JSON.")
  var json = false

  /// Bad lines that are shown; the others are counted.
  private static let shownErrors = 20

  private struct Summary: Encodable {
    var folder: String
    var questions, datasets, runs, badLines: Int
  }

  func run() throws {
    var reader = try LineReader(path: file)
    let folder = URL(fileURLWithPath: output)
    guard !FileManager.default.fileExists(atPath: output) else {
      throw UserError(.cannotCreate, file: output, "already exists", hint: "choose another folder")
    }
    let temporary = folder.deletingLastPathComponent()
      .appendingPathComponent(".\(folder.lastPathComponent).\(getpid()).partial")
    try AtomicFile.createFolder(temporary)
    var summary: Summary
    do {
      summary = try fill(temporary, &reader)
      guard summary.questions > 0 else {
        throw UserError(.dataError, file: file, "holds no question to import")
      }
      guard rename(temporary.path, folder.path) == 0 else {
        throw UserError(.cannotCreate, file: output, String(cString: strerror(errno)))
      }
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw error
    }
    if json { return try printJSON(summary) }
    let bad = summary.badLines == 0 ? "" : "; \(summary.badLines) bad lines left out"
    try Console.print(
      "\(summary.questions) questions of \(summary.datasets) datasets in \(summary.runs) "
        + "\(summary.runs == 1 ? "run" : "runs")\(bad): \(output.escapingControlCharacters)")
  }

  private func fill(_ folder: URL, _ reader: inout LineReader) throws -> Summary {
    let started = Date()
    let clock = ContinuousClock.now
    let name = URL(fileURLWithPath: file).lastPathComponent
    var provenance = Provenance.record(
      configuration: "imported: \(JSONText.quoted(name))\n", workers: 1)
    provenance.started = started
    let store = try RunStore.create(at: folder, run: provenance)
    var summary = Summary(folder: output, questions: 0, datasets: 0, runs: 0, badLines: 0)
    var records = 0
    try store.importQuestions { importer in
      while let line = try reader.next() {
        do {
          guard let imported = try question(line, now: started) else { continue }
          records += 1
          try importer.add(imported, line: reader.number)
        } catch let defect as LineDefect {
          report(defect, reader.number, &summary)
        } catch let conflict as ImportConflict {
          report(conflict.defect, reader.number, &summary)
        }
      }
      summary.questions = importer.questions
      summary.datasets = importer.datasets
      summary.runs = importer.runs
      return summary.badLines == 0 || skipBad
    }
    if summary.badLines > Self.shownErrors {
      Console.message("error: \(summary.badLines - Self.shownErrors) more lines are bad")
    }
    guard summary.badLines == 0 || skipBad else {
      throw UserError(
        .dataError, file: file,
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

  /// Nil for a line with nothing on it.
  private func question(_ line: LineReader.Line, now: Date) throws -> ImportedQuestion? {
    guard case .text(let bytes) = line else {
      throw LineDefect(message: "is longer than \(LineReader.limit >> 20) MiB")
    }
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
    return try ExchangeFormat.question(bytes, now: now)
  }

  private func report(_ defect: LineDefect, _ line: Int, _ summary: inout Summary) {
    summary.badLines += 1
    if summary.badLines <= Self.shownErrors {
      Console.message("error: \(defect.error(file: file, line: line))")
    }
  }
}

extension ImportConflict {
  /// As a defect of the later line.
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
    }
  }
}

enum JSONText {
  /// A string as JSON, which is a quoted scalar of YAML too.
  static func quoted(_ text: String) -> String {
    var line = JSONLine()
    line.object { $0.member("text", text) }
    return String(decoding: line.bytes.dropFirst(8).dropLast(), as: UTF8.self)
  }
}
