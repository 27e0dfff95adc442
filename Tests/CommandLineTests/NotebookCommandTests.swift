// Locks:
// - soar, sql and gnuplot cells run in order; outputs and figures are written; a second call runs
//   nothing and changes no byte; the same command in another notebook is not run again
// - after an edit only what depends on it is run again
// - --check finds an edited cell, output and input, a missing figure and an output without a cell,
//   and runs nothing
// - a failing cell ends with one line, its line number and the command's status, and the notebook
//   and its figures stay as they were
// - a stored question with fences, comments and pipes stays in its output, and is data in a figure
// - SQL cannot change the store; what was interrupted leaves nothing
// - the committed notebooks are current

import Foundation
import TestSupport
import Testing

@Suite struct NotebookCommandTests {
  private static let text = """
    # A tiny run

    ```soar
    soar run tiny.yaml \\
      --output runs/tiny --no-cache --workers 2
    soar digest runs/tiny
    ```

    ## Rewards

    ```sql run=runs/tiny name=rewards by=teacher
    SELECT teacher, step, avg(mean_reward) AS reward FROM outer_step GROUP BY teacher, step
    ```

    ```gnuplot figure=rewards data=rewards size=600x400 caption="Mean reward | per step"
    set xlabel 'outer step'
    plot for [i=1:rewards_groups] $rewards index i-1 using "step":"reward" \\
      with linespoints title rewards_label[i]
    ```

    ```soar lines=1
    soar show runs/tiny
    ```

    The end.

    """

  /// The notebook after its first run, made once; `n.md` in its folder.
  private static let finished: Result<TemporaryFolder, any Error> = Result {
    let folder = try TemporaryFolder()
    try folder.write(TinyRun.configuration, to: "tiny.yaml")
    try folder.write(text, to: "n.md")
    let outcome = try Tool.run("notebook", "run", "n.md", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "n.md: 4 cells: 4 run\n")
    atexit { if let folder = try? NotebookCommandTests.finished.get() { folder.remove() } }
    return folder
  }

  private static func copy() throws -> TemporaryFolder {
    let source = try finished.get()
    let copy = try TemporaryFolder()
    for name in try source.contents {
      try FileManager.default.copyItem(atPath: source.path(name), toPath: copy.path(name))
    }
    return copy
  }

  private static func check(_ folder: TemporaryFolder) throws -> Tool.Outcome {
    try Tool.run("notebook", "run", "--check", "n.md", in: folder.url)
  }

  @Test func writesOutputs() throws {
    let folder = try Self.finished.get()
    let text = try folder.text("n.md")
    for part in [
      "report: runs/tiny/report/report.md", "| teacher | step | reward |\n| --- | ---: | ---: |",
      "| SOAR | 0 | ", "![Mean reward &#124; per step](figures/n/rewards.png)",
      "(figures/n/rewards.svg)", "more lines not shown.*", "\nThe end.\n",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    for type in ["svg", "png", "gnuplot"] { #expect(folder.exists("figures/n/rewards.\(type)")) }
    #expect(folder.exists(".soar-notebook/n/runs/tiny/run.sqlite"))
    #expect(try folder.text(".soar-notebook/.gitignore") == "*\n")
    #expect(try Self.check(folder).output == "n.md: 4 cells: 4 current\n")
    #expect(try folder.contents == [".soar-notebook", "figures", "n.md", "tiny.yaml"])
  }

  @Test func nothingIsRunTwice() throws {
    let folder = try Self.copy()
    let text = try folder.text("n.md")
    #expect(
      try Tool.run("notebook", "run", "n.md", in: folder.url).output == "n.md: 4 cells: 4 current\n"
    )
    #expect(try folder.text("n.md") == text)
    // Only the query and the figure are to be made again.
    try folder.write(text.replacing("## Rewards", with: "## More\n\n"), to: "n.md")
    #expect(try Self.check(folder).status == 0)
    try folder.write(text.replacing("AS reward FROM", with: "AS reward  FROM"), to: "n.md")
    let outcome = try Tool.run("notebook", "run", "n.md", "--json", in: folder.url)
    let cells = try #require(
      (try outcome.json() as? [[String: Any]])?.first?["cells"] as? [[String: Any]])
    #expect(cells.map { $0["outcome"] as? String } == ["kept", "run", "run", "kept"])
    #expect(cells.map { $0["line"] as? Int }.first == 3)
    #expect(outcome.errors.isEmpty)
    // Another notebook shares what the same command made, and nothing of its name.
    try folder.write(
      "```soar\nsoar run 'tiny.yaml' --output runs/tiny --no-cache --workers 2\n```", to: "m.md")
    #expect(
      try Tool.run("notebook", "run", "m.md", in: folder.url).output == "m.md: 1 cell: 1 kept\n")
  }

  @Test func whatNobodyUsesForAMonthGoes() throws {
    let folder = try Self.copy()
    let kept = folder.path(".soar-notebook/kept")
    func entries() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: kept).sorted()
    }
    func age(_ days: Double) throws {
      for name in try entries() {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSinceNow: -86_400 * days)],
          ofItemAtPath: "\(kept)/\(name)")
      }
    }
    // Each call below has a query to make again, so that it looks at what is kept.
    func change() throws {
      let text = try folder.text("n.md")
      try folder.write(text.replacing("AS reward", with: "AS  reward"), to: "n.md")
    }
    let first = try entries()
    #expect(!first.isEmpty)
    // However long ago it was.
    try age(40)
    try change()
    #expect(
      try Tool.run("notebook", "run", "n.md", in: folder.url).output
        == "n.md: 4 cells: 2 run, 2 kept\n")
    // That was a use, and so is finding all of it current.
    try age(40)
    #expect(
      try Tool.run("notebook", "run", "n.md", in: folder.url).output
        == "n.md: 4 cells: 4 current\n")
    try folder.write("```soar\nsoar run tiny.yaml --print-config\n```\n", to: "m.md")
    #expect(try Tool.run("notebook", "run", "m.md", in: folder.url).status == 0)
    #expect(try entries().filter(first.contains) == first)
    try age(31)
    try folder.write("```soar\nsoar run tiny.yaml --print-config -q\n```\n", to: "m.md")
    #expect(try Tool.run("notebook", "run", "m.md", in: folder.url).status == 0)
    #expect(try entries().count == 1)
  }

  @Test func aFreshRunGivesTheSame() throws {
    let folder = try Self.copy()
    let text = try folder.text("n.md")
    let outcome = try Tool.run("notebook", "run", "--rerun", "-q", "n.md", in: folder.url)
    #expect(outcome.output == "n.md: 4 cells: 4 run\n")
    #expect(outcome.errors.isEmpty)
    #expect(try folder.text("n.md") == text)
  }

  @Test func checkFindsWhatIsNotCurrent() throws {
    func fails(_ line: Int, _ reason: String, _ change: (TemporaryFolder) throws -> Void) throws {
      let folder = try Self.copy()
      try change(folder)
      try? FileManager.default.removeItem(atPath: folder.path(".soar-notebook"))
      let outcome = try Self.check(folder)
      #expect(outcome.status == 65 && outcome.isOneError, "\(outcome.errors)")
      #expect(outcome.errors.hasPrefix("error: n.md:\(line): \(reason)"), "\(outcome.errors)")
      #expect(!folder.exists(".soar-notebook"))
    }
    func edit(_ old: String, _ new: String) -> (TemporaryFolder) throws -> Void {
      { folder in
        let text = try folder.text("n.md")
        #expect(text.contains(old))
        try folder.write(text.replacing(old, with: new), to: "n.md")
      }
    }
    let changed = "the cell, or what it depends on, has changed since its output was written"
    try fails(3, "\(changed), and 3 more") { try $0.write("seeds: [3]\n", to: "tiny.yaml") }
    try fails(3, "\(changed), and 3 more", edit("--workers 2", "--workers 1"))
    let text = try Self.finished.get().text("n.md")
    func line(of part: String) throws -> Int {
      let range = try #require(text.range(of: part))
      return text[..<range.lowerBound].count { $0 == "\n" } + 1
    }
    try fails(
      try line(of: "```sql"), "\(changed), and 1 more", edit("avg(mean_reward)", "max(mean_reward)")
    )
    try fails(
      try line(of: "```sql"), "the output is not what was written",
      edit("| teacher | step |", "| teacher | time |"))
    let figure = try line(of: "```gnuplot")
    try fails(figure, "a file of the figure rewards is missing") {
      try FileManager.default.removeItem(atPath: $0.path("figures/n/rewards.png"))
    }
    try fails(figure, "the output or a file of the figure is not what was written") {
      try $0.write("<svg/>", to: "figures/n/rewards.svg")
    }
    try fails(try line(of: "soar show") - 1, "the cell has no output") { folder in
      let range = try #require(text.range(of: "soar show runs/tiny\n```\n"))
      try folder.write(String(text[..<range.upperBound]), to: "n.md")
    }
  }

  @Test(arguments: [
    ("```soar\nsoar show runs/none\n```", 3, 66, "soar show runs/none: runs/none"),
    (
      "```soar\nsoar run --print-config\nsoar run --presett quick --output x\n```", 4, 64,
      "soar run --presett"
    ),
    ("```soar\nsoar run --set seeds=[] --output x\n```", 3, 78, "soar run --set seeds=[]"),
    (
      "```soar\nsoar import log.jsonl -o log\n```\n```sql run=log\nSELECT missing\n```", 5, 65,
      "SQL: no such column: missing"
    ),
    (
      "```soar\nsoar import log.jsonl -o log\n```\n```sql run=log\nDELETE FROM question\n```", 5,
      65, "the statement returns no columns"
    ),
    (
      "```soar\nsoar import log.jsonl -o log\n```\n```sql run=log\nDELETE FROM question RETURNING id\n```",
      5, 65, "SQL: attempt to write a readonly database"
    ),
    (
      "```soar\nsoar import log.jsonl -o log\n```\n```sql run=log\nSELECT 1; SELECT 2\n```", 5, 65,
      "SQL: more than one statement (one SELECT to a cell)"
    ),
    (
      "```gnuplot figure=f\nset xrange [0:1]\nplot foo\n```", 4, 65,
      "gnuplot: undefined variable: foo"
    ),
    ("```gnuplot figure=f\nset xrange [0:1]\n```", 2, 65, "the cell drew nothing"),
    ("```soar\nsoar ls\n```\n```soar\nsoar doctor | cat\n```", 6, 65, "'|' has no meaning here"),
  ])
  func aFailingCell(_ cells: String, _ line: Int, _ status: Int32, _ message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"question": "1 + 1?", "answer": "2"}"#, to: "log.jsonl")
    let text = "A line.\n\(cells)\n\n```soar\nsoar ls\n```\n"
    try folder.write(text, to: "n.md")
    let outcome = try Tool.run("notebook", "run", "-q", "n.md", in: folder.url)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.isOneError, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("error: n.md:\(line): "), "\(outcome.errors)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try folder.text("n.md") == text)
    #expect(!folder.exists("figures"))
    let isClean = try !folder.exists(".soar-notebook") || Self.abandoned(folder).isEmpty
    #expect(isClean)
  }

  private static func abandoned(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(".soar-notebook/work"))
  }

  @Test func aQuestionStaysInItsOutput() throws {
    let folder = try TemporaryFolder()
    let questions = [
      "```", "````\n", "-->", "<!-- soar end -->", "a | b", "`touch pwned`", "$(touch pwned)",
      "<b>x</b>", "\"'; system('touch pwned')",
    ]
    let lines = try questions.map { question in
      let data = try JSONSerialization.data(withJSONObject: ["question": question, "answer": "2"])
      return String(decoding: data, as: UTF8.self)
    }
    try folder.write(lines.joined(separator: "\n"), to: "log.jsonl")
    let text = """
      ```soar
      soar import log.jsonl -o log
      soar export log
      ```
      ```sql run=log name=questions
      SELECT position, question FROM question ORDER BY position
      ```
      ```gnuplot figure=questions data=questions
      plot $questions using "position":"position":"question" with labels
      ```
      The end.

      """
    try folder.write(text, to: "n.md")
    let outcome = try Tool.run("notebook", "run", "n.md", in: folder.url)
    #expect(outcome.output == "n.md: 3 cells: 3 run\n", "\(outcome.errors)")
    let written = try folder.text("n.md")
    #expect(written.hasSuffix("<!-- soar end -->\n\nThe end.\n"))
    #expect(written.contains("| 4 | a &#124; b |"))
    #expect(try Self.check(folder).status == 0)
    #expect(try folder.contents == [".soar-notebook", "figures", "log.jsonl", "n.md"])
    let second = try Tool.run("notebook", "run", "--rerun", "n.md", in: folder.url)
    #expect(second.status == 0)
    #expect(try folder.text("n.md") == written)
  }

  @Test func anInterruptionLeavesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write(TinyRun.configuration, to: "tiny.yaml")
    let text = """
      ```soar
      soar run tiny.yaml --output runs/tiny --no-cache --set soar.outerSteps=1000
      ```
      """
    try folder.write(text, to: "n.md")
    let running = try Tool.Running(["notebook", "run", "n.md"], in: folder.url)
    running.wait {
      NotebookWork.holds("run/runs/tiny/run.sqlite", in: folder)
    }
    running.send(SIGTERM)
    let outcome = try running.outcome()
    #expect(outcome.status == 75)
    #expect(outcome.lastErrorLine == "error: interrupted")
    #expect(try folder.text("n.md") == text)
    #expect(try Self.abandoned(folder).isEmpty)
  }

  @Test func filesThatAreNoNotebooks() throws {
    let folder = try TemporaryFolder()
    let missing = try Tool.run("notebook", "run", "none.md", in: folder.url)
    #expect(missing.status == 66 && missing.errors == "error: none.md: no such file\n")
    #expect(try Tool.run("notebook", "run", ".", in: folder.url).status == 66)
    try Data([0xFF, 0xFE, 0x00]).write(to: folder.file("binary.md"))
    let binary = try Tool.run("notebook", "run", "binary.md", in: folder.url)
    #expect(binary.status == 65 && binary.errors == "error: binary.md: is not UTF-8 text\n")
    try folder.write("", to: "empty.md")
    try folder.write("# Nothing to run\n", to: "prose.md")
    let prose = try Tool.run("notebook", "run", "prose.md", "empty.md", in: folder.url)
    #expect(prose.output == "prose.md: 0 cells\nempty.md: 0 cells\n")
    #expect(try folder.text("prose.md") == "# Nothing to run\n")
    #expect(!folder.exists(".soar-notebook"))
    #expect(try Tool.run("notebook", "run", in: folder.url).status == 64)
    #expect(try Tool.run("notebook", "run", "--check", "--rerun", "x", in: folder.url).status == 64)
  }

  @Test func theCommittedNotebooksAreCurrent() throws {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("notebooks-md").path
    ).filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()
    #expect(names.count >= 5)
    for name in names {
      let outcome = try Tool.run("notebook", "run", "--check", "notebooks-md/\(name)", in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }
}
