// Locks:
// - export, import and export again: the same bytes, for a run and for a log with everything in it
// - an imported folder opens with show, ls, export, digest and classify
// - every sort of bad line is told by number and key; nothing is imported, or with --skip-bad the rest
// - BOM, CRLF, empty lines and the end without a newline are fine; an empty file is not
// - hostile text stays data, in SQL, in JSON and on the terminal
// - the schema file, the documented keys and what the tool reads are the same keys

import Foundation
import TestSupport
import Testing

@Suite struct ImportTests {
  private static let plain = #""question": "1 + 1?", "answer": "2""#

  /// A record of everything, of two runs, out of order, with text that means mischief.
  private static let log = [
    #"{"run": "b", "seed": 2, "step": 1, "dataset": 3, "reward": 0.1, "rewards": [0.3, null, -0.1], "promoted": true, "question": "'); DROP TABLE question; -- \u001b[2J\u009b2J\u2028", "answer": "\ud83d\ude00 \"é\"", "document": "all\nof it", "token_count": 3, "solve_rate": 0.25, "majority_share": 1, "question_reward": -2.5e-3, "advantage": -0.25, "solve_rate_after": 0.5, "alignment": -0.125, "training_solve_rate": 0.25, "zero_variance_share": 0.75, "pool_position": 5, "copy": 0, "labels": [{"classifier": "oracle", "version": 3, "created": "2026-01-27T09:30:00.125Z", "is_well_posed": true, "is_correct": false, "error_type": "Logical_Fallacy", "verified_answer": "x", "detail": "d", "operations": 2, "target_share": 0.5, "structure": "s", "posedness": "wellPosed", "answer_kind": "wrongSlip", "question_tokens": 4, "depth": 1, "width": 1, "distractors": 0, "operation_multiset": "m", "steps": 2, "valid_steps": 1, "misconceived_digits": 0, "slipped_digits": 1, "measures": {"answer_length": 2, "judged": 0.1}}], "contexts": [{"version": 1, "created": "2026-01-27T09:30:00Z", "hard_distance": 0.5, "corpus_texts": 0, "corpus_structures": 1, "archive_texts": 2, "archive_structures": 3}], "samples": [{"model": "base", "created": "2026-01-27T09:30:00Z", "samples": 8, "answered": 5, "agreeing": 3, "correct": 2}]}"#,
    #"{"run": "b", "seed": 1, "step": 0, "dataset": 0, "reward": null, \#(plain)}"#,
    #"{"run": "a", "seed": 2, "teacher": "T", "step": 0.0, "dataset": 0, "rewards": [0.5, 0.25], \#(plain)}"#,
    #"{"run": "a", "seed": 2, "teacher": "arm", "student": 1, \#(plain)}"#,
  ]

  @Test func roundTripsAreTheSameBytes() throws {
    let folder = try TinyRun.finished.get().copy()
    try folder.write(Self.log.joined(separator: "\n"), to: "log.jsonl")
    try #require(try Tool.run("classify", "run", in: folder.url).status == 0)
    for (name, isRun) in [("run", true), ("log", false)] {
      if !isRun {
        let imported = try Tool.run("import", "log.jsonl", "-o", "log", in: folder.url)
        #expect(imported.status == 0, "\(imported.errors)")
        #expect(imported.output == "4 questions of 3 datasets in 3 runs: log\n")
      }
      let first = try Tool.run("export", name, "-o", "\(name)-1.jsonl", in: folder.url)
      #expect(first.status == 0, "\(first.errors)")
      let again = try Tool.run(
        "import", "\(name)-1.jsonl", "-o", "\(name)-again", in: folder.url)
      #expect(again.status == 0, "\(again.errors)")
      let second = try Tool.run("export", "\(name)-again", in: folder.url)
      #expect(try second.output == folder.text("\(name)-1.jsonl"))
      if !isRun {
        let outcome = try Tool.run("plot", name, "--kind", "passk", in: folder.url)
        #expect(outcome.status == 65 && outcome.isOneError, "\(outcome.errors)")
        #expect(outcome.errors.contains("log: holds imported questions, without arms"))
      }
      for command in [["show"], ["show", "--json"], ["ls"], ["digest"], ["classify"]] {
        let outcome = try Tool.run(
          [command[0], "\(name)-again"] + command.dropFirst(), in: folder.url)
        #expect(outcome.status == 0, "\(command): \(outcome.errors)")
        #expect(!outcome.output.contains("\u{1B}"))
      }
    }
    let lines = try folder.text("log-1.jsonl").split(separator: "\n")
    let records = try lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(records.map { $0["run"] as? String } == ["a", "a", "b", "b"])
    #expect(records[0]["reward"] as? Double == 0.375)
    #expect(records[1]["student"] as? Int == 1 && records[1]["step"] == nil)
    #expect(records[2]["reward"] is NSNull)
    #expect(
      records[3]["question"] as? String
        == "'); DROP TABLE question; -- \u{1B}[2J\u{9B}2J\u{2028}")
    let known = try #require(
      try JSONSerialization.jsonObject(with: Data(Self.log[0].utf8)) as? NSDictionary)
    let back = NSMutableDictionary(dictionary: records[3])
    // As written, but for what the import fills in or writes in full.
    for key in ["teacher", "position", "contexts", "samples"] { back[key] = known[key] }
    #expect(back == known)
  }

  @Test(arguments: [
    (#"{"question": "x"}"#, "answer: is missing"),
    (#"{"question": "", "answer": "2"}"#, "question: is empty"),
    (#"{"qestion": "x", "answer": "2"}"#, "qestion: unknown key (did you mean question?)"),
    (#"{"question": 1, "answer": "2"}"#, "question: is 1, not a string"),
    (#"{"step": 0, \#(plain)}"#, "dataset: is missing, and step is given"),
    (#"{"step": 0, "dataset": 1, \#(plain)}"#, "reward: is missing"),
    (#"{"step": -1, "dataset": 1, "reward": 1, \#(plain)}"#, "step: is -1 (0 or more)"),
    (
      #"{"position": 9223372036854775807, \#(plain)}"#,
      "position: is 9223372036854775807 (9007199254740991 or less)"
    ),
    (#"{"step": 0.5, "dataset": 1, "reward": 1, \#(plain)}"#, "step: is 0.5, not a whole number"),
    (#"{"step": 0, "dataset": 1, "reward": "1", \#(plain)}"#, "reward: is a string, not a number"),
    (#"{"step": 0, "dataset": 1, "reward": NaN, \#(plain)}"#, "NaN and Infinity are not JSON"),
    (#"{"step": 0, "dataset": 1, "reward": -Infinity, \#(plain)}"#, "NaN and Infinity are not"),
    (#"{"step": 0, "dataset": 1, "reward": 1e999, \#(plain)}"#, "a number out of range at byte"),
    (
      #"{"step": 0, "dataset": 1, "rewards": [1, true], \#(plain)}"#,
      "rewards[1]: is true, not a number"
    ),
    (#"{"reward": 1, \#(plain)}"#, "reward: is given without step and dataset"),
    (#"{"step": 0, "dataset": 1, "reward": 1, "student": 0, \#(plain)}"#, "student: is for"),
    (#"{"solve_rate": 1.5, \#(plain)}"#, "solve_rate: is 1.5 (0 to 1)"),
    (#"{"question": "x", "question": "y", "answer": "2"}"#, "the name 'question' occurs twice"),
    (#"{"question": "a\u0000b", "answer": "2"}"#, "question: contains a NUL character"),
    (#"[1, 2]"#, "is an array, not an object"),
    (#"{"question": "x", "answer": "2""#, "the JSON text ends too early"),
    (#"{"labels": [{"classifier": "j"}], \#(plain)}"#, "labels[0].error_type: is missing"),
    (
      #"{"labels": [{"classifier": "j", "is_well_posed": true, "error_type": "Ambigous"}], \#(plain)}"#,
      "labels[0].error_type: 'Ambigous' is not allowed (did you mean Ambiguous?)"
    ),
    (
      #"{"labels": [{"classifier": "j", "is_well_posed": true, "is_correct": true, "error_type": "Arithmetic"}], \#(plain)}"#,
      "labels[0].error_type: is Arithmetic, but is_correct is true"
    ),
    (
      #"{"labels": [{"classifier": "j", "is_well_posed": true, "error_type": "Ill_Posed"}], \#(plain)}"#,
      "labels[0].error_type: is Ill_Posed, but is_well_posed is true"
    ),
    (
      #"{"labels": [{"classifier": "j", "is_well_posed": true, "is_correct": false, "error_type": "Arithmetic", "measures": 3}], \#(plain)}"#,
      "labels[0].measures: is 3, not an object"
    ),
    (
      #"{"labels": [{"classifier": "j", "is_well_posed": true, "is_correct": false, "error_type": "Arithmetic", "measures": {"a b": 3}}], \#(plain)}"#,
      "labels[0].measures.a b: is no name for a number (lower-case letters, digits and _)"
    ),
    (
      #"{"labels": [{"classifier": "j", "is_well_posed": true, "is_correct": false, "error_type": "Arithmetic", "measures": {"a": "3"}}], \#(plain)}"#,
      "labels[0].measures.a: is a string, not a number"
    ),
    (
      #"{"samples": [{"samples": 2, "agreeing": 3}], \#(plain)}"#, "samples[0].agreeing: is 3, of 2"
    ),
    (#"{"step": 7, "dataset": 7, "reward": 0.5, \#(plain)}"#, "reward: differs within the dataset"),
    (
      #"{"step": 7, "dataset": 7, "reward": 1, "position": 0, \#(plain)}"#,
      "position: the dataset has a question at 0 already"
    ),
    ("{\"question\": \"\u{1B}[2J\", \"answer\": \"2\"}", "a control character inside a string"),
  ])
  func badLines(_ line: String, _ message: String) throws {
    let folder = try TemporaryFolder()
    let good = #"{"step": 7, "dataset": 7, "reward": 1, \#(Self.plain)}"#
    try folder.write("\(good)\n\(line)\n\(good)\n", to: "log.jsonl")
    let refused = try Tool.run("import", "log.jsonl", "-o", "run", in: folder.url)
    #expect(refused.status == 65 && refused.output.isEmpty)
    #expect(refused.errorLines.count == 2)
    #expect(refused.errors.hasPrefix("error: log.jsonl:2: \(message)"), "\(refused.errors)")
    #expect(refused.lastErrorLine.hasPrefix("error: log.jsonl: 1 line is bad: nothing was"))
    #expect(!refused.errors.contains("\u{1B}"))
    #expect(try folder.contents == ["log.jsonl"])
    let skipped = try Tool.run(
      "import", "log.jsonl", "-o", "run", "--skip-bad", "--json", in: folder.url)
    #expect(skipped.status == 0)
    let summary = try #require(try skipped.json() as? [String: Any])
    #expect(summary["questions"] as? Int == 2 && summary["badLines"] as? Int == 1)
  }

  @Test func formsOfFiles() throws {
    let folder = try TemporaryFolder()
    func fails(_ bytes: Data, _ status: Int32, _ message: String) throws {
      try bytes.write(to: folder.file("log.jsonl"))
      let outcome = try Tool.run("import", "log.jsonl", "-o", "run", in: folder.url)
      #expect(outcome.status == status)
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
      #expect(try folder.contents == ["log.jsonl"])
    }
    try fails(Data(), 65, "error: log.jsonl: holds no question to import")
    try fails(Data("\n \r\n\t\n".utf8), 65, "holds no question to import")
    try fails(
      Data([0x7B, 0x22, 0xFF, 0x22]), 65, "error: log.jsonl:1: text that is not valid UTF-8")
    let long = #"{"answer": "2", "question": ""# + String(repeating: "x", count: 1 << 20)
    try fails(
      Data("{\(Self.plain)}\n\(long)\"}\n{\(Self.plain)}\n".utf8), 65,
      "error: log.jsonl:2: is longer than 1 MiB")
    try Data("\u{FEFF}{\(Self.plain)}\r\n\r\n{\(Self.plain)}".utf8).write(
      to: folder.file("log.jsonl"))
    #expect(try Tool.run("import", "log.jsonl", "-o", "run", in: folder.url).status == 0)
    let exported = try Tool.run("export", "run", in: folder.url).output.split(separator: "\n")
    #expect(exported.count == 2)
    let taken = try Tool.run("import", "log.jsonl", "-o", "run", in: folder.url)
    #expect(taken.status == 73 && taken.isOneError)
    let missing = try Tool.run("import", "none.jsonl", "-o", "other", in: folder.url)
    #expect(missing.status == 66 && missing.isOneError)
    let itself = try Tool.run("import", "run", "-o", "other", in: folder.url)
    #expect(itself.status == 66 && itself.isOneError)
    #expect(try folder.contents == ["log.jsonl", "run"])
  }

  @Test func manyBadLinesAreCounted() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "{}\n", count: 50), to: "log.jsonl")
    let outcome = try Tool.run("import", "log.jsonl", "-o", "run", in: folder.url)
    #expect(outcome.status == 65)
    #expect(outcome.errorLines.count == 22)
    #expect(outcome.errors.contains("error: 30 more lines are bad"))
    #expect(outcome.lastErrorLine.hasPrefix("error: log.jsonl: 50 lines are bad"))
  }

  @Test func theSchemaHasTheKeysThatAreRead() throws {
    let docs = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs")
    let schema = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: docs.appendingPathComponent("import-format.schema.json")))
        as? [String: Any])
    func keys(_ schema: Any?) throws -> Set<String> {
      let object = try #require(schema as? [String: Any])
      #expect(object["additionalProperties"] as? Bool == false)
      return Set(try #require(object["properties"] as? [String: Any]).keys)
    }
    let nested = try #require(schema["$defs"] as? [String: Any])
    // The first record of the log has every key but that of arms.
    let record = try #require(
      try JSONSerialization.jsonObject(with: Data(Self.log[0].utf8)) as? [String: Any])
    func first(_ key: String) throws -> Set<String> {
      Set(try #require((record[key] as? [[String: Any]])?.first).keys)
    }
    #expect(try keys(schema) == Set(record.keys).union(["teacher", "student", "position"]))
    #expect(try keys(nested["label"]) == first("labels"))
    #expect(try keys(nested["context"]) == first("contexts"))
    #expect(try keys(nested["sample"]) == first("samples"))
    let text = try String(
      contentsOf: docs.appendingPathComponent("import-format.md"), encoding: .utf8)
    for key in try keys(schema).union(keys(nested["label"])).union(keys(nested["sample"])) {
      #expect(text.contains("`\(key)`"), "\(key)")
    }
  }
}
