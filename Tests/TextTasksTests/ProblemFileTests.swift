// Locks: which files are read, and the line that a user reads for each defect; texts survive byte for
// byte; a check returns every finding.

import Diagnostics
import Foundation
import TestSupport
import Testing
import TextTasks
import Tokenization

@Suite struct ProblemFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func findings(_ text: String) throws -> [String] {
    try ProblemFile.read(folder.write(text, to: "p.jsonl")).findings.map {
      $0.description.replacing(folder.path("p.jsonl"), with: "p.jsonl")
    }
  }

  @Test func everyMemberIsRead() throws {
    let url = try folder.write(
      """
      \u{FEFF}{"question": "1 + 1", "answer": 2, "id": 7, "level": 3, "source": "me"}\r

      {"question": "2 + 2", "answer": "4", "metadata": {"any": [1, null]}, "level": "three", "id": null}
      """, to: "p.jsonl")
    let file = try ProblemFile(url)
    #expect(file.problems.map(\.question) == ["1 + 1", "2 + 2"])
    #expect(file.problems.map(\.answer) == ["2", "4"])
    #expect(file.problems.map(\.id) == ["7", nil])
    #expect(file.problems.map(\.level) == ["3", "three"])
    #expect(file.problems.map(\.source) == ["me", nil])
    #expect(file.problems.map(\.line) == [1, 3])
    #expect(file.levels.map(\.count) == [1, 1])
  }

  @Test func textsSurviveByteForByte() throws {
    let texts = [
      "caf\u{E9}", "cafe\u{301}", "\u{212A}", "K", "a\u{0}b", " \t two  spaces ",
      "\u{1F468}\u{200D}\u{1F469}",
      "\u{FEFF}x", "line\r\nfeed", "\\frac{1}{2}", "a\u{2028}b",
    ]
    let lines = try texts.map { text in
      String(
        decoding: try JSONEncoder().encode(["question": text, "answer": text]), as: UTF8.self)
    }
    let file = try ProblemFile(folder.write(lines.joined(separator: "\n"), to: "p.jsonl"))
    #expect(file.problems.map { Array($0.question.utf8) } == texts.map { Array($0.utf8) })
    #expect(file.problems.map { Array($0.answer.utf8) } == texts.map { Array($0.utf8) })
  }

  @Test(arguments: [
    (
      "",
      "p.jsonl: holds no problems (write one per line: {\"question\": \"1 + 1\", \"answer\": \"2\"})"
    ),
    (
      "\n \r\n",
      "p.jsonl: holds no problems (write one per line: {\"question\": \"1 + 1\", \"answer\": \"2\"})"
    ),
    (
      "{\"question\": \"1\"",
      "p.jsonl: line 1: is not valid JSON: the JSON text ends too early at byte 16 (write one object per line, in UTF-8)"
    ),
    (
      "[1]",
      "p.jsonl: line 1: is an array, and a problem is an object (write {\"question\": \"1 + 1\", \"answer\": \"2\"})"
    ),
    ("{\"answer\": \"1\"}", "p.jsonl: line 1: question: is missing (add it)"),
    ("{\"question\": \"1\"}", "p.jsonl: line 1: answer: is missing (add it)"),
    (
      "{\"question\": \" \", \"answer\": \"1\"}",
      "p.jsonl: line 1: question: is empty (remove the line)"
    ),
    (
      "{\"question\": \"1\", \"answer\": \"\"}",
      "p.jsonl: line 1: answer: is empty (remove the line)"
    ),
    (
      "{\"question\": \"1\", \"answer\": 0.5}",
      "p.jsonl: line 1: answer: is 0.5, and must be a string or an integer (put it in double quotes)"
    ),
    (
      "{\"question\": 1, \"answer\": \"1\"}",
      "p.jsonl: line 1: question: is 1, and must be a string (put it in double quotes)"
    ),
    (
      "{\"question\": \"1\", \"answer\": \"1\", \"Level\": 2}",
      "p.jsonl: line 1: Level: is not a member of a problem (did you mean level?)"
    ),
    (
      "{\"question\": \"1\", \"answer\": \"1\", \"difficulty\": 2}",
      "p.jsonl: line 1: difficulty: is not a member of a problem "
        + "(known: question, answer, id, level, source, metadata, which may hold anything)"
    ),
    (
      "{\"question\": \"1\", \"answer\": \"1\", \"answer\": \"2\"}",
      "p.jsonl: line 1: is not valid JSON: the name 'answer' occurs twice at byte 33 (write one object per line, in UTF-8)"
    ),
    (
      "{\"question\": \"1\", \"answer\": \"1\", \"id\": \"\"}",
      "p.jsonl: line 1: id: is empty (leave it out)"
    ),
  ]) func defects(text: String, finding: String) throws {
    #expect(try findings(text) == [finding])
  }

  @Test func everyFindingIsReturned() throws {
    let found = try findings(
      """
      {"question": "a", "answer": "1", "id": "x"}
      {"question": "b", "answer": "1", "id": "x"}
      nonsense
      {"question": "a", "answer": "2"}
      {"questoin": "c", "answer": ""}
      {"question": "cafe\u{301}", "answer": "1"}
      {"question": "caf\u{E9}", "answer": "1"}
      """)
    #expect(
      found == [
        "p.jsonl: line 2: id: 'x' is that of line 1 too (change one)",
        "p.jsonl: line 3: is not valid JSON: unexpected character in JSON at byte 0 (write one object per line, in UTF-8)",
        "p.jsonl: line 4: question: is the same as in line 1 (remove one; a problem twice would be trained on and tested with)",
        "p.jsonl: line 5: questoin: is not a member of a problem (did you mean question?)",
        "p.jsonl: line 5: question: is missing (add it)",
        "p.jsonl: line 5: answer: is empty (remove the line)",
      ])
  }

  @Test func filesThatCannotBeRead() async throws {
    let none = folder.path("none.jsonl")
    #expect(
      await complaint { _ = try ProblemFile(URL(fileURLWithPath: none)) }
        == "\(none): does not exist")
    #expect(
      await complaint { _ = try ProblemFile(folder.url) }
        == "\(folder.url.path): is not a regular file")
  }

  @Test func invalidUTF8AndLongLines() throws {
    let bytes = Array("{\"question\": \"a".utf8) + [0xFF] + Array("\", \"answer\": \"1\"}\n".utf8)
    let long = Array(
      "{\"question\": \"\(String(repeating: "x", count: 1 << 20))\", \"answer\": \"1\"}".utf8)
    let url = try folder.write(bytes + long, to: "p.jsonl")
    let found = try ProblemFile.read(url).findings.map(\.description)
    #expect(found.count == 2)
    #expect(found[0].contains("line 1: is not valid JSON: ") && found[0].contains("UTF-8"))
    #expect(
      found[1].contains(
        "line 2: has 1048607 bytes, and at most 1048576 are read (a problem is one line; shorten it)"
      ))
  }

  // MARK: - With the configuration

  private func check(_ text: String, _ change: (inout TaskConfiguration) -> Void = { _ in })
    async throws
    -> [String]
  {
    let url = try folder.write(text, to: "p.jsonl")
    let report = try await TextTask.check(
      configuration {
        $0.file = url.path
        change(&$0)
      }, model: TextTask.Model(tokenizer: ByteTokenizer(), endTokens: [0], contextLength: 100))
    return report.findings.map { $0.description.replacing(url.path, with: "p.jsonl") }
  }

  @Test func findingsThatNeedTheConfiguration() async throws {
    let found = try await check(
      """
      {"question": "14 + 25", "answer": "39"}
      {"question": "what", "answer": "a lot"}
      {"question": "\(String(repeating: "long ", count: 20))", "answer": "1"}
      {"question": "three", "answer": "1\\n2", "level": "gold"}
      """
    ) {
      $0.hardLevels = ["Gold", "silver"]
      $0.easierLevels = ["bronze"]
    }
    #expect(
      found == [
        "p.jsonl: line 1: question: is task.format.examples[0] too, which every prompt answers (remove the line, or take another example)",
        "p.jsonl: line 2: answer: is 'a lot', which task.verifier (integer) cannot read (it takes an integer of at most 10000 bytes)",
        "p.jsonl: line 3: question: makes a prompt of 125 tokens, and only 84 leave room for task.format.studentTokens = 16 in the model's context (shorten it, leave out an example, or lower task.format.studentTokens)",
        "p.jsonl: line 4: answer: is '1\\u{a}2', which task.verifier (integer) cannot read (it takes an integer of at most 10000 bytes)",
        "p.jsonl: line 4: answer: holds '\\u{a}' of task.format.stop, where a student's answer would be cut off (write the answer without it, or change task.format.stop)",
        "task.hardLevels: names level 'Gold', which no problem of p.jsonl has (did you mean gold?)",
        "task.hardLevels: names level 'silver', which no problem of p.jsonl has (levels there: gold)",
        "task.easierLevels: names level 'bronze', which no problem of p.jsonl has (levels there: gold)",
      ])
    #expect(
      try await check(#"{"question": "a", "answer": "1", "level": 1}"#) { $0.easierLevels = ["1"] }
        == [
          "task.easierLevels: names every level of p.jsonl, so that none is left for the hard set (leave out the levels to be learned)"
        ])
  }

  @Test func aDefectStopsTheTask() async throws {
    let url = try folder.write("{\"question\": \"a\", \"answer\": \"b\"}\n{}", to: "p.jsonl")
    #expect(
      await complaint { _ = try await makeTask { $0.file = url.path } }
        == "\(url.path): line 2: question: is missing (add it)")
  }
}
