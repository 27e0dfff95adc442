// Behaviours locked here:
// - CSV: a file for every table and view, which an independent reader of RFC 4180 turns into the
//   store's values again, to the bit; NULL and the empty text are told apart
// - texts that a spreadsheet would compute are told of, and guarded on request
// - the same store gives the same bytes; what cannot be written is one line and leaves nothing
// - old ways of calling stay: without --format it is JSON lines

import Foundation
import RunStore
import TestSupport
import Testing

@Suite struct ExportTests {
  /// Records of RFC 4180; a field is nil where nothing stood between the commas.
  private func records(_ text: String) throws -> [[String?]] {
    var records: [[String?]] = []
    var record: [String?] = []
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      if rest.first == "\"" {
        rest.removeFirst()
        var field = ""
        while let next = rest.popFirst() {
          if next != "\"" {
            field.unicodeScalars.append(next)
          } else if rest.first == "\"" {
            field.unicodeScalars.append("\"")
            rest.removeFirst()
          } else {
            break
          }
        }
        record.append(field)
      } else {
        let field = rest.prefix { $0 != "," && $0 != "\r" }
        #expect(!field.contains("\"") && !field.contains("\n"))
        record.append(field.isEmpty ? nil : String(String.UnicodeScalarView(field)))
        rest = rest[field.endIndex...]
      }
      if rest.first == "," {
        rest.removeFirst()
        continue
      }
      try #require(rest.starts(with: "\r\n".unicodeScalars))
      rest = rest.dropFirst(2)
      records.append(record)
      record = []
    }
    return records
  }

  private func expect(_ field: String?, is value: StoredValue) {
    switch value {
    case .null: #expect(field == nil)
    case .integer(let number): #expect(field == "\(number)")
    case .real(let number):
      #expect(field.flatMap(Double.init)?.bitPattern == number.bitPattern)
    case .text(let text): #expect(field == text)
    case .blob: Issue.record("there are no blobs in a store")
    }
  }

  /// Compares every file of a folder with the store that it came from.
  private func compare(_ files: String, with run: String, in folder: TemporaryFolder) throws {
    let store = try RunStore.open(at: folder.file(run), readOnly: true)
    var names: [String] = []
    var values = 0
    try store.forEachTable { table, rows in
      names.append("\(table.name).csv")
      var records = try records(folder.text("\(files)/\(table.name).csv"))[...]
      let header = records.popFirst()
      #expect(header == table.columns.map(Optional.some))
      try rows { row in
        let next = records.popFirst()
        let record = try #require(next)
        try #require(record.count == row.count)
        for (field, value) in zip(record, row) { expect(field, is: value) }
        values += row.count
      }
      #expect(records.isEmpty)
    }
    #expect(values > 20 && names.count > 25)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path(files)).sorted()
        == names.sorted())
  }

  @Test func everyTableOfARun() throws {
    let folder = try TinyRun.finished.get().copy()
    let outcome = try Tool.run("export", "run", "--format", "csv", "-o", "a", in: folder.url)
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.errors)")
    #expect(outcome.errorLines.count == 1)
    try compare("a", with: "run", in: folder)
    // Over itself, and elsewhere: the same bytes.
    for place in ["a", "b"] {
      try Tool.run("export", "run", "--format", "csv", "-o", place, in: folder.url)
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("a")) {
      #expect(try folder.text("a/\(name)") == folder.text("b/\(name)"))
    }
    #expect(try folder.contents == ["a", "b", "run"])
  }

  @Test func anyText() throws {
    let folder = try TemporaryFolder()
    // A formula, a formula after a sign, a number, quotes, line ends of all kinds, blanks, other
    // scripts, and what the header's own syntax is made of.
    let texts = [
      #"=HYPERLINK(\"http://x\",\"y\")"#, "@sum(1)", "-12", "-x^2", #"a \"quoted\", one"#,
      #"two\r\nlines\rand\nmore"#, "  blanks  ", "número 数 🎲", #"\"\","#, #"\u001b[2J"#, "'",
      "+1e5",
      "＝1+1",
    ]
    try folder.write(
      texts.map { #"{"question": "\#($0)", "answer": "\#($0)"}"# + "\n" }.joined(),
      to: "log.jsonl")
    #expect(try Tool.run("import", "log.jsonl", "-o", "run", in: folder.url).status == 0)
    let outcome = try Tool.run("export", "run", "--format", "csv", "-o", "csv", in: folder.url)
    #expect(outcome.status == 0)
    // Formulas are `=`, `@`, `-x` and the full-width one, in two columns.
    #expect(outcome.lastErrorLine.hasPrefix("8 texts begin like formulas"), "\(outcome.errors)")
    try compare("csv", with: "run", in: folder)
    let guarded = try Tool.run(
      "export", "run", "--format", "csv", "--spreadsheet", "--table", "question", "-o", "safe",
      in: folder.url)
    #expect(guarded.status == 0 && guarded.errorLines.count == 1)
    let question = try records(folder.text("safe/question.csv"))
    let column = try #require(question[0].firstIndex(of: "question"))
    let shown = question.dropFirst().compactMap { $0[column] }
    #expect(shown.count == texts.count)
    #expect(shown.filter { $0.hasPrefix("'") }.count == 5)
    #expect(shown.contains("-12") && shown.contains("+1e5") && shown.contains("'-x^2"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("safe")) == ["question.csv"])
  }

  @Test func mistakes() throws {
    let folder = try TinyRun.finished.get().copy()
    func fails(_ arguments: [String], _ status: Int32, _ message: String) throws {
      let outcome = try Tool.run(["export", "run"] + arguments, in: folder.url)
      #expect(outcome.status == status && outcome.isOneError, "\(outcome.errors)")
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
      #expect(try folder.contents == ["file", "run"])
    }
    try folder.write("", to: "file")
    try fails(
      ["--format", "csv", "--table", "qestion", "-o", "csv"], 65,
      "has no table or view 'qestion' (did you mean question?)")
    try fails(["--format", "csv", "-o", "file"], 73, "file")
    try fails(["--format", "csv", "-o", "file/below"], 73, "file")
    try fails(["--format", "tensorboard", "-o", "file"], 73, "file")
    try fails(["--format", "csv", "-o", "/proc/none"], 73, "/proc")
  }
}
