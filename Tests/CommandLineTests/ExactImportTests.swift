// Locks:
// - texts of a log come out of export as they went in, byte for byte, or the line is refused
// - a store in which another program left a text that is no text is refused, not repaired

import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct ExactImportTests {
  @Test func textsComeOutAsTheyWentIn() throws {
    let folder = try TemporaryFolder()
    let texts = [
      "\u{FEFF}q", "\u{FEFF}", "a\u{FEFF}", "a\r\nb", "\r", "e\u{301}", "\u{212A}", "\u{FFFD}",
      " a ",
      "\u{2028}", "\u{85}", "\\u0041",
    ]
    let encoder = JSONEncoder()
    for (index, text) in texts.enumerated() {
      let quoted = String(decoding: try encoder.encode(text), as: UTF8.self)
      try folder.write(
        #"{"run": "r", "teacher": \#(quoted), "step": 0, "dataset": 0, "reward": 1, "#
          + #""question": \#(quoted), "answer": \#(quoted), "document": \#(quoted)}"#,
        to: "log.jsonl")
      let name = "r\(index)"
      let imported = try Tool.run("import", "log.jsonl", "-o", name, in: folder.url)
      #expect(imported.status == 0, "\(imported.errors)")
      let exported = try Tool.run("export", name, in: folder.url)
      // JSONSerialization would drop a byte order mark, as Foundation's other decoders do.
      let record = try JSONParser.parse(Array(exported.output.utf8))
      for key in ["teacher", "question", "answer", "document"] {
        #expect(record[key]?.string?.exact == text.exact, "\(key) \(index)")
      }
      let csv = try Tool.run(
        "export", name, "--format", "csv", "--table", "question", "-o", "c\(index)", in: folder.url)
      #expect(csv.status == 0)
      #expect(
        try Data(contentsOf: folder.file("c\(index)/question.csv")).range(of: Data(text.utf8))
          != nil)
    }
  }

  @Test func whatIsNoTextIsRefused() throws {
    let folder = try TemporaryFolder()
    for bad in [#"a\u0000b"#, #"\ud800"#] {
      try folder.write(#"{"question": "\#(bad)", "answer": "2"}"#, to: "log.jsonl")
      let outcome = try Tool.run("import", "log.jsonl", "-o", "r", in: folder.url)
      #expect(outcome.status == 65 && !folder.exists("r"), "\(outcome.errors)")
    }
    try folder.write(
      Array(#"{"question": "a"#.utf8) + [0xFF] + Array(#"", "answer": "2"}"#.utf8), to: "log.jsonl")
    let outcome = try Tool.run("import", "log.jsonl", "-o", "r", in: folder.url)
    #expect(outcome.status == 65 && outcome.errors.contains("not valid UTF-8"), "\(outcome.errors)")
  }

  private static let python: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { URL(fileURLWithPath: "\($0)/python3") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  @Test(.enabled(if: python != nil, "needs python3"), arguments: ["61ff", "610062", "ff"])
  func textsOfOtherProgramsAreNotRepaired(_ bytes: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(OutputPlaceTests.log, to: "log.jsonl")
    try #require(try Tool.run("import", "log.jsonl", "-o", "r", in: folder.url).status == 0)
    func change(_ sql: String) throws {
      let outcome = try Tool.Running(
        [
          "-c",
          "import sqlite3; s = sqlite3.connect('r/run.sqlite'); s.execute(\"\(sql)\"); s.commit()",
        ], in: folder.url, program: Self.python
      ).outcome()
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
    try change("UPDATE question SET answer = CAST(x'\(bytes)' AS TEXT) WHERE id = 3")
    for command in [["export", "r"], ["export", "r", "--format", "csv", "-o", "c"]] {
      let outcome = try Tool.run(command, in: folder.url)
      #expect(outcome.status == 65, "\(command): \(outcome.errors)")
      #expect(
        outcome.lastErrorLine.contains("answer holds a NUL character or bytes that are not UTF-8"),
        "\(outcome.errors)")
      #expect(!folder.exists("c"))
    }
    // The advice, followed.
    try change("UPDATE question SET answer = 'a' WHERE id = 3")
    #expect(try Tool.run("export", "r", in: folder.url).status == 0)
  }
}
