import Diagnostics
import Experiments
import Foundation
import LanguageModel
import RunStore

/// Makes a run folder from the logs of a run: files of JSON lines, one record per question
/// (docs/import-format.md), or what another program wrote (docs/importing.md). The folder appears
/// whole or not at all.
public struct QuestionFileImport {
  public struct Summary: Encodable, Sendable {
    public var folder: String
    /// As ``LogFormat`` names it.
    public var format: String
    public var questions, datasets, runs, badLines: Int
  }

  /// In the order of the run; `-` is standard input.
  public var files: [String]
  /// The folder to make.
  public var output: String
  /// Nil takes the format that the first record looks like.
  public var format: LogFormat?
  /// How to read another program's log.
  public var options: LogOptions
  /// Whether to import good lines even if others are bad.
  public var skipsBadLines: Bool

  public init(
    files: [String], output: String, format: LogFormat? = nil, options: LogOptions = LogOptions(),
    skipsBadLines: Bool = false
  ) {
    self.files = files
    self.output = output
    self.format = format
    self.options = options
    self.skipsBadLines = skipsBadLines
  }

  /// Number of bad lines reported one by one; the others are only counted.
  private static let shownErrors = 20

  /// - Parameter complain: receives a sentence for each of the first bad lines, with its number.
  /// - Throws: ``UserError`` if the folder exists, no line holds a question, or a line is bad and
  ///   bad lines are not skipped.
  public func run(complain: (String) -> Void = { _ in }) throws -> Summary {
    // Before the folder is made, and not all open at once.
    for file in files { _ = try InputBytes(path: file) }
    let folder = URL(fileURLWithPath: output)
    guard output != StandardOutput.name else { throw UserError.standardOutputAsFolder }
    guard !FileManager.default.fileExists(atPath: output) else {
      throw UserError(.cannotCreate, file: output, "already exists", hint: "choose another folder")
    }
    let temporary = folder.deletingLastPathComponent()
      .appendingPathComponent(".\(folder.lastPathComponent).\(getpid()).partial")
    try AtomicFile.createFolder(temporary)
    do {
      let summary = try fill(temporary, complain)
      guard summary.questions > 0 else {
        throw UserError(.dataError, file: place, "holds no question to import")
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

  /// The files in a message about all of them.
  private var place: String? { files.count == 1 ? InputBytes.name(of: files[0]) : nil }

  private func fill(
    _ folder: URL, _ complain: (String) -> Void
  ) throws -> Summary {
    let started = Date()
    let clock = ContinuousClock.now
    let names = files.map { URL(fileURLWithPath: InputBytes.name(of: $0)).lastPathComponent }
    let listed = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", ..." : "")
    var provenance = Provenance.record(
      configuration: "imported: \(JSONText.quoted(listed))\n", workers: 1)
    provenance.started = started
    let store = try RunStore.create(at: folder, run: provenance)
    var summary = Summary(
      folder: output, format: "", questions: 0, datasets: 0, runs: 0, badLines: 0)
    var feed = RecordFeed(format, options, now: started)
    try store.importQuestions { importer in
      for (index, file) in files.enumerated() {
        try add(
          try RecordReader(path: file), index, through: &feed, to: &importer, &summary, complain)
      }
      for item in feed.finish() { try importer.add(item) }
      summary.questions = importer.questions
      summary.datasets = importer.datasets
      summary.runs = importer.runs
      return summary.badLines == 0 || skipsBadLines
    }
    summary.format = (feed.format ?? .soar).rawValue
    if summary.badLines > Self.shownErrors {
      complain("\(summary.badLines - Self.shownErrors) more lines are bad")
    }
    guard summary.badLines == 0 || skipsBadLines else {
      throw UserError(
        .dataError, file: place,
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

  private func add(
    _ reader: RecordReader, _ index: Int, through feed: inout RecordFeed,
    to importer: inout QuestionImporter, _ summary: inout Summary, _ complain: (String) -> Void
  ) throws {
    var reader = reader
    let place = LogPlace(path: reader.path, fileIndex: index)
    while true {
      do {
        guard let record = try reader.next() else { return }
        if record.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
        for item in try feed.items(record, line: reader.number, at: place) {
          try importer.add(item)
        }
      } catch let defect as LineDefect {
        report(defect, reader, &summary, complain)
      } catch let conflict as ImportConflict {
        report(conflict.defect, reader, &summary, complain)
      }
    }
  }

  private func report(
    _ defect: LineDefect, _ reader: RecordReader, _ summary: inout Summary,
    _ complain: (String) -> Void
  ) {
    summary.badLines += 1
    if summary.badLines <= Self.shownErrors {
      complain("\(defect.error(file: reader.path, line: reader.number))")
    }
  }
}

extension QuestionImporter {
  fileprivate mutating func add(_ item: RecordFeed.Item) throws {
    try add(item.entry.question, isPlaced: item.entry.isPlaced, line: item.line)
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
