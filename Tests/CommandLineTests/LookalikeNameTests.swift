// Locks:
// - names that look the same and differ in bytes are refused at import, with the line of the first;
//   written in one way they are taken
// - a store that holds such a pair all the same is refused where names are pooled, and exported
// - two stores given together may not hold such a pair either
// - texts of queries are told apart by bytes

import Foundation
import TestSupport
import Testing

@Suite struct LookalikeNameTests {
  private static let one = "Zo\u{EB}"
  private static let two = "Zoe\u{308}"

  private static func lines(_ teacher: String, classifier: String = "c") -> String {
    OutputPlaceTests.log.replacingOccurrences(
      of: "{\"step\"", with: "{\"teacher\": \"\(teacher)\", \"step\""
    ).replacingOccurrences(of: "\"classifier\": \"c\"", with: "\"classifier\": \"\(classifier)\"")
  }

  private static let python: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { URL(fileURLWithPath: "\($0)/python3") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  @Test func importRefusesThem() throws {
    let folder = try TemporaryFolder()
    try folder.write("\(Self.lines(Self.one))\n\(Self.lines(Self.two))", to: "log.jsonl")
    let refused = try Tool.run("import", "log.jsonl", "-o", "r", in: folder.url)
    #expect(refused.status == 65)
    #expect(
      refused.errorLines.first
        == #"error: log.jsonl:9: teacher: Zoe\u{308} looks like Zo\u{eb} of line 1, and is written "#
        + "with other characters (write the name in one way on all lines)")
    #expect(!folder.exists("r"))
    // The advice, followed; the lines are then datasets of other steps.
    try folder.write(
      "\(Self.lines(Self.one))\n"
        + Self.lines(Self.one).replacingOccurrences(of: "\"step\": ", with: "\"step\": 1"),
      to: "log.jsonl")
    #expect(try Tool.run("import", "log.jsonl", "-o", "r", in: folder.url).status == 0)
    try folder.write(
      "\(Self.lines("a", classifier: Self.one))\n\(Self.lines("b", classifier: Self.two))",
      to: "judges.jsonl")
    let judges = try Tool.run("import", "judges.jsonl", "-o", "j", in: folder.url)
    #expect(judges.status == 65 && judges.errors.contains(":9: classifier: "), "\(judges.errors)")
    // One such name alone is a name like any other.
    try folder.write(Self.lines(Self.two), to: "alone.jsonl")
    #expect(try Tool.run("import", "alone.jsonl", "-o", "a", in: folder.url).status == 0)
    let exported = try Tool.run("export", "a", in: folder.url)
    #expect(exported.output.utf8.split(separator: UInt8(ascii: "\n")).count == 8)
    #expect(Data(exported.output.utf8).range(of: Data(Self.two.utf8)) != nil)
  }

  @Test(.enabled(if: python != nil, "needs python3")) func storesThatHoldThem() throws {
    let folder = try TemporaryFolder()
    try folder.write("\(Self.lines("A"))\n\(Self.lines("B"))", to: "log.jsonl")
    try #require(try Tool.run("import", "log.jsonl", "-o", "r", in: folder.url).status == 0)
    let script = """
      import sqlite3
      store = sqlite3.connect("r/run.sqlite")
      for table in ["outer_step", "dataset", "question", "student_training"]:
          for old, new in [("A", "Zo\\u00eb"), ("B", "Zoe\\u0308")]:
              store.execute(f"UPDATE {table} SET teacher = ? WHERE teacher = ?", (new, old))
      store.commit()
      """
    let changed = try Tool.Running(
      ["-c", script], in: folder.url, program: Self.python
    ).outcome()
    try #require(changed.status == 0, "\(changed.errors)")
    for command in [
      ["analyze", "r"], ["export", "r", "--format", "tensorboard", "-o", "t"], ["classify", "r"],
      ["plot", "r", "--kind", "labels"], ["plot", "r", "--kind", "reward"],
    ] {
      let outcome = try Tool.run(command, in: folder.url)
      #expect(outcome.status == 65 && outcome.isOneError, "\(command): \(outcome.errors)")
      #expect(outcome.errors.contains("which looks like Zo"), "\(outcome.errors)")
    }
    // The advice, followed.
    let exported = try Tool.run("export", "r", in: folder.url)
    try folder.write(
      String(
        decoding: Data(exported.output.utf8), as: UTF8.self
      ).unicodeScalars.filter { $0 != "\u{308}" }.map(String.init).joined(), to: "again.jsonl")
    #expect(try Tool.run("import", "again.jsonl", "-o", "again", in: folder.url).status == 0)
    #expect(try Tool.run("analyze", "again", in: folder.url).status == 0)
  }

  @Test func twoStores() throws {
    let folder = try TemporaryFolder()
    for (name, teacher) in [("a", Self.one), ("b", Self.two)] {
      try folder.write(Self.lines(teacher), to: "\(name).jsonl")
      try #require(try Tool.run("import", "\(name).jsonl", "-o", name, in: folder.url).status == 0)
      #expect(try Tool.run("analyze", name, in: folder.url).status == 0)
    }
    for command in [["analyze", "a", "b"], ["plot", "a", "b", "--kind", "labels"]] {
      let both = try Tool.run(command, in: folder.url)
      #expect(both.status == 65 && both.isOneError, "\(both.errors)")
      #expect(both.errors.contains("b/run.sqlite: holds "), "\(both.errors)")
    }
  }

  @Test func groupsOfAFigure() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lines("A"), to: "log.jsonl")
    try #require(try Tool.run("import", "log.jsonl", "-o", "r", in: folder.url).status == 0)
    try folder.write(
      """
      ```sql run=r name=q by=name
      SELECT char(235) AS name, 1 AS x UNION ALL SELECT 'e' || char(776), 2
      ```
      ```gnuplot figure=f data=q
      plot $q index 0 using "x"
      ```
      """, to: "n.md")
    let outcome = try Tool.run("notebook", "run", "n.md", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.text("figures/n/f.gnuplot").contains("q_groups = 2"))
  }
}
