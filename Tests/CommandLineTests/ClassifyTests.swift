// Locks:
// - `classify` of a run counts every question, by teacher and beside the paper's table; what a run
//   labelled itself is not labelled again; a second call adds nothing and keeps the digest
// - labels of an older classifier version stay beside the new ones
// - sampled answers are stored once per question and say how often the base model agrees
// - a file comes out labelled, with all else as it was; plain text stays without a label
// - mistakes are one line

import Foundation
import TestSupport
import Testing

@Suite struct ClassifyTests {
  private func document(_ outcome: Tool.Outcome) throws -> [String: Any] {
    try #require(try outcome.json() as? [String: Any], "\(outcome.errors)")
  }

  @Test func runsAreLabelledOnce() throws {
    let folder = try TinyRun.finished.get().copy()
    let first = try document(try Tool.run("classify", folder.path("run"), "--json"))
    let questions = try #require(first["questions"] as? Int)
    #expect(questions > 0)
    #expect(first["labelled"] as? Int == questions)
    // The run labelled its questions as they were written; the context is new.
    #expect(first["labelsAdded"] as? Int == 0)
    #expect(first["contextsAdded"] as? Int == questions)
    let digest = try TinyRun.digest(folder)
    let second = try document(try Tool.run("classify", folder.path("run"), "--json"))
    #expect(second["contextsAdded"] as? Int == 0)
    #expect(try TinyRun.digest(folder) == digest)
    let teachers = try #require(second["teachers"] as? [[String: Any]])
    #expect(Set(teachers.compactMap { $0["teacher"] as? String }).contains("SOAR"))
    for teacher in teachers {
      let errors = try #require(teacher["errorTypes"] as? [String: Double])
      #expect(abs(errors.values.reduce(0, +) - 1) < 1e-9)
      let correct = try #require(teacher["correct"] as? Double)
      #expect(correct == errors["None"] ?? 0)
    }
    let paper = try #require(second["paper"] as? [[String: Any]])
    #expect(paper.first?["wellPosed"] as? Double == 0.536)
    let text = try Tool.run("classify", folder.path("run"))
    #expect(text.output.contains("paper: Grounded-T"))
    #expect(text.output.contains("70.0"))
    #expect(text.output.contains("exact, version 2; 0 labels added"))
  }

  @Test func olderLabelsStay() throws {
    let folder = try TinyRun.finished.get().copy()
    func query(_ sql: String) throws -> String {
      let outcome = try Tool.Running(
        [
          "-c",
          "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); "
            + "print(c.execute(sys.argv[2]).fetchall()); c.commit()", folder.path("run/run.sqlite"),
          sql,
        ], program: URL(fileURLWithPath: "/usr/bin/python3")
      ).outcome()
      try #require(outcome.status == 0, "\(outcome.errors)")
      return outcome.output
    }
    _ = try query("UPDATE label SET version = 1, detail = 'old'")
    let result = try document(try Tool.run("classify", folder.path("run"), "--json"))
    let added = try #require(result["labelsAdded"] as? Int)
    #expect(added == result["questions"] as? Int)
    #expect(
      try query("SELECT version, count(*), detail = 'old' FROM label GROUP BY 1, 3")
        == "[(1, \(added), 1), (2, \(added), 0)]\n")
  }

  @Test func baseModelsAreAskedAboutSomeWriters() throws {
    let folder = try TinyRun.finished.get().copy()
    func added(_ options: String...) throws -> Int {
      let arguments = ["classify", folder.path("run"), "--samples", "2", "--json"] + options
      return try #require(
        try document(try Tool.run(arguments))["samplesAdded"] as? Int)
    }
    let some = try added("--of", "SOAR", "--workers", "1")
    #expect(try some > 0 && added("--of", "SOAR") == 0)
    #expect(try added("--workers", "2") > 0)
    let nobody = try Tool.run(
      "classify", folder.path("run"), "--samples", "2", "--of", "nobody")
    #expect(nobody.status == 64 && nobody.lastErrorLine.contains("has no questions of 'nobody'"))
    #expect(try Tool.run("classify", folder.path("run"), "--of", "SOAR").status == 64)
  }

  @Test func baseModelsAreAsked() throws {
    let folder = try TinyRun.finished.get().copy()
    let first = try document(
      try Tool.run("classify", folder.path("run"), "--samples", "8", "--json"))
    let questions = try #require(first["questions"] as? Int)
    #expect(first["samplesAdded"] as? Int == questions)
    let again = try document(
      try Tool.run("classify", folder.path("run"), "--samples", "8", "--json"))
    #expect(again["samplesAdded"] as? Int == 0)
    let lines = try Tool.run("export", folder.path("run")).output.split(separator: "\n")
    #expect(lines.count == questions)
    var agreeing = 0
    for line in lines {
      let record = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let samples = try #require((record["samples"] as? [[String: Any]])?.first)
      #expect(samples["model"] as? String == "base" && samples["samples"] as? Int == 8)
      let counts = ["answered", "agreeing"].compactMap { samples[$0] as? Int }
      #expect(counts.count == 2 && counts[1] <= counts[0] && counts[0] <= 8)
      agreeing += counts.last ?? 0
    }
    #expect(agreeing > 0)
  }

  @Test func filesAreLabelled() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"step": 0, "dataset": 0, "reward": 0.5, "question": "Q Dan has 0 1 2 . Dan plus1 Fay . Fay ?", "answer": "123", "labels": [{"classifier": "judge", "is_well_posed": false, "error_type": "Ambiguous", "created": "2026-01-27T09:30:00Z"}]}
      {"step": 0, "dataset": 0, "reward": 0.5, "question": "Q Dan plus1 Fay . Fay ?", "answer": "1 2 3"}
      {"step": 0, "dataset": 1, "reward": null, "question": "What is 2 + 2?", "answer": "4"}

      """, to: "questions.jsonl")
    let stdout = try Tool.run("classify", "questions.jsonl", in: folder.url)
    #expect(stdout.status == 0)
    #expect(stdout.errors.hasPrefix("note: 1 of 3 questions are not in the world's language"))
    let records = try stdout.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let labels = records.map { $0["labels"] as? [[String: Any]] ?? [] }
    #expect(labels.map(\.count) == [2, 1, 0])
    #expect(labels[0][0]["classifier"] as? String == "judge")
    #expect(labels[0][1]["error_type"] as? String == "None")
    #expect(labels[0][1]["verified_answer"] as? String == "123")
    #expect(labels[1][0]["posedness"] as? String == "missingQuantity")
    #expect(records[2]["reward"] is NSNull && records[0]["position"] == nil)
    let file = try Tool.run(
      "classify", "questions.jsonl", "-o", "labelled.jsonl", "--json", in: folder.url)
    #expect(try document(file)["labelsAdded"] as? Int == 2)
    let again = try Tool.run(
      "classify", "labelled.jsonl", "-o", "again.jsonl", "--json", in: folder.url)
    #expect(try document(again)["labelsAdded"] as? Int == 0)
    #expect(try folder.text("again.jsonl") == folder.text("labelled.jsonl"))
  }

  @Test func mistakes() throws {
    let folder = try TemporaryFolder()
    try folder.write("{\"question\": 1}\n", to: "bad.jsonl")
    let bad = try Tool.run("classify", "bad.jsonl", "-o", "out.jsonl", in: folder.url)
    #expect(bad.status == 65 && bad.isOneError)
    #expect(bad.errors.hasPrefix("error: bad.jsonl:1: question: is 1, not a string"))
    #expect(try folder.contents == ["bad.jsonl"])
    let missing = try Tool.run("classify", "none", in: folder.url)
    #expect(missing.status == 66 && missing.isOneError)
    let run = try TinyRun.finished.get().run
    for arguments in [["-o", "x"], ["--preset", "quick"]] {
      let outcome = try Tool.run(["classify", run] + arguments, in: folder.url)
      #expect(outcome.status == 64 && outcome.isOneError, "\(outcome.errors)")
    }
  }
}
