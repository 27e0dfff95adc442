// Locks:
// - words of commands: quotes, continued lines, comments; what a shell would act on is refused
// - cells are found where CommonMark has fences, and nowhere else: not in longer fences, comments,
//   outputs
// - outputs are replaced in place; a second writing changes nothing; outputs without a cell go
// - no text of a store or a command gets out of its output: fences, comments, pipes, markers
// - the key of a cell changes with what it depends on, and with nothing else
// - mistakes are told with their line

import Diagnostics
import Foundation
import Notebooks
import Reporting
import RunStore
import TestSupport
import Testing

@Suite struct NotebookTests {
  private static func notebook(_ text: String) throws -> Notebook {
    try Notebook(path: "/nowhere/n.md", text: text)
  }

  private static func keys(_ text: String) throws -> [String] {
    try NotebookPlan(try notebook(text)).steps.map(\.key)
  }

  /// With each cell's output replaced by the given body.
  private static func written(_ text: String, _ bodies: [[String]]) throws -> String {
    let notebook = try notebook(text)
    let steps = try NotebookPlan(notebook).steps
    return notebook.text(
      with: zip(steps, bodies).map { Notebook.output($0, body: $1) })
  }

  private static let cell = "```soar\nsoar ls\n```"

  // MARK: - Words

  @Test func words() throws {
    let split = { (text: String) in try CommandWords.split(text) }
    #expect(try split("soar  run\ta.yaml") == ["soar", "run", "a.yaml"])
    #expect(try split(#"a 'b c' "d 'e'" f\ g h'i'"j""#) == ["a", "b c", "d 'e'", "f g", "hij"])
    #expect(try split(#"'' "" x=''"#) == ["", "", "x="])
    #expect(try split(#""a\"b\\c\d" '$x | y'"#) == [#"a"b\c\d"#, "$x | y"])
    #expect(try split("seeds=[1,2] a#b a~b") == ["seeds=[1,2]", "a#b", "a~b"])
    #expect(try split("") == [])
    for refused in [
      "a | b", "a > b", "a; b", "a && b", "$(a)", "$HOME", "`a`", "*.md", "{a,b}", "~/x", "# x",
      "\"$HOME\"", "\"`a`\"", "'open", "\"open", "end\\",
    ] {
      #expect(throws: CommandWords.Mistake.self, "\(refused)") { try CommandWords.split(refused) }
    }
  }

  // MARK: - Cells

  @Test func cellsAreFences() throws {
    let text = """
      # Title
      ````markdown
      ```soar
      shown, not run
      ```
      ````
      <!--
      ```soar
      commented out
      ```
      -->
      ~~~soar
      not a cell
      ~~~
          ```soar
          indented code
          ```
        ```soar lines=3
        soar ls
        ```
      ```swift
      let x = 1
      ```
      > ```soar
      ```sql run=x rows=5
      SELECT 1
      ```
      """
    let cells = try Self.notebook(text).cells
    #expect(cells.map(\.kind) == [.soar, .sql])
    #expect(cells.map(\.line) == [18, 25])
    #expect(cells[0].attributes == ["lines": "3"])
    #expect(cells[1].body == ["SELECT 1"])
    #expect(cells[1].fileLine(0) == 26)
    #expect(try Self.notebook("").cells.isEmpty)
    let carriageReturns = try Self.notebook("a\r\n```soar\r\nsoar ls\r\n```\r\n")
    #expect(carriageReturns.cells.map(\.body) == [["soar ls"]])
  }

  @Test(arguments: [
    ("x\n```soar\nsoar ls", 2, "this cell is not closed"),
    ("```soar\n```", 1, "the cell has no command"),
    ("```soar\n# only this\n```", 1, "the cell has no command"),
    ("```soar\n\nls\n```", 3, "'ls' is not soar"),
    ("```soar\nsoar\n```", 2, "soar needs a subcommand"),
    ("```soar\nsoar ls | head\n```", 2, "'|' has no meaning here: a cell is not a shell"),
    ("```soar\nsoar ls\nsoar show \\\n  'x\n```", 3, "a ' is not closed"),
    ("```soar\nsoar notebook run x.md\n```", 2, "a notebook does not run notebooks"),
    ("```soar\nsoar run\n```", 2, "soar run needs --output here"),
    ("```soar\nsoar run --output /tmp/x\n```", 2, "'/tmp/x' leads out of the notebook's folder"),
    ("```soar\nsoar show a/../../x\n```", 2, "'a/../../x' leads out"),
    ("```soar rows=3\nsoar ls\n```", 1, "soar cells have no 'rows'"),
    ("```soar lines\nsoar ls\n```", 1, "'lines' is not of the form key=value"),
    ("```soar lines=x\nsoar ls\n```", 1, "lines is 'x' (a whole number"),
    ("```soar lines=1 lines=2\nsoar ls\n```", 1, "'lines' is given twice"),
    ("```sql\nSELECT 1\n```", 1, "the cell does not say which run it asks"),
    ("```sql run=x\nSELECT 1\n```", 1, "no earlier cell makes x"),
    ("```sql run=../x\nSELECT 1\n```", 1, "'../x' leads out"),
    ("```sql rn=x\nSELECT 1\n```", 1, "sql cells have no 'rn' (did you mean run?)"),
    ("```gnuplot\nplot x\n```", 1, "the figure has no name"),
    ("```gnuplot figure=../x\nplot x\n```", 1, "'../x' cannot be the name of a figure"),
    ("```gnuplot figure=x size=9\nplot x\n```", 1, "size is '9'"),
    ("```gnuplot figure=x data=y\nplot x\n```", 1, "no earlier sql cell is named y"),
    (
      "```gnuplot figure=x\nplot x\n```\n```gnuplot figure=x\nplot x\n```", 4,
      "an earlier figure is named x already"
    ),
    (
      "<!-- soar output 0123456789abcdef 0123456789abcdef -->\nx", 1,
      "the output that begins here has no end"
    ),
  ])
  func mistakes(_ text: String, _ line: Int, _ message: String) {
    do {
      _ = try Self.keys(text)
      Issue.record("accepted: \(text)")
    } catch let error as UserError {
      #expect(error.description.hasPrefix("/nowhere/n.md:\(line): \(message)"), "\(error)")
      #expect(error.status == .dataError)
    } catch {
      Issue.record("\(error)")
    }
  }

  // MARK: - Outputs

  @Test func outputsAreReplacedInPlace() throws {
    let text = "# A\n\n\(Self.cell)\nclose by\n\n\(Self.cell)\n\nend\n"
    let once = try Self.written(text, [["one"], ["two", "", "three"]])
    let read = try Self.notebook(once)
    #expect(read.cells.map { $0.output?.body } == [["one"], ["two", "", "three"]])
    #expect(try read.staleness(0, NotebookPlan(read).steps[0]) == nil)
    #expect(try Self.written(once, [["one"], ["two", "", "three"]]) == once)
    let again = try Self.written(once, [[], ["2"]])
    #expect(try Self.notebook(again).cells.map { $0.output?.body } == [[], ["2"]])
    #expect(try Self.written(again, [["one"], ["two", "", "three"]]) == once)
    // What is not a cell or an output stays, and in its order.
    for part in ["# A\n", "\nclose by\n", "\nend\n"] { #expect(again.contains(part)) }
    // Without its cells nothing of the outputs is left.
    let bare = once.replacingOccurrences(of: Self.cell, with: "")
    #expect(try Self.notebook(bare).orphanLine == 5)
    let cleaned = try Self.written(bare, [])
    #expect(!cleaned.contains("soar") && cleaned.contains("close by") && cleaned.contains("end"))
  }

  @Test func whatIsEditedIsStale() throws {
    let text = try Self.written(Self.cell, [["| 1 |"]])
    func reason(_ old: String, _ new: String) throws -> String? {
      let notebook = try Self.notebook(text.replacingOccurrences(of: old, with: new))
      return try notebook.staleness(0, NotebookPlan(notebook).steps[0])
    }
    #expect(try reason("x", "x") == nil)
    #expect(try reason("| 1 |", "| 2 |") == "the output is not what was written")
    #expect(try reason("| 1 |", "| 1 |\nmore") == "the output is not what was written")
    #expect(try reason("soar ls", "soar ls --json")?.contains("has changed since") == true)
    #expect(
      try Self.notebook(Self.cell).staleness(0, NotebookPlan(Self.notebook(Self.cell)).steps[0])
        == "the cell has no output")
  }

  private static let hostile = [
    "```", "````", "~~~", "-->", "<!-- soar end -->", "\n<!-- soar end -->\n", "| a | b |",
    "</code></td>", "<script>", "[x](javascript:1)", "![x](y)", "# h", "\u{1B}[2J", "\u{202E}abc",
    "a\r\nb", "```soar\nsoar ls\n```",
    "<!-- soar output 0123456789abcdef 0123456789abcdef -->", "$x$", "`id`", "\u{0}",
  ]

  @Test(arguments: hostile) func nothingLeavesItsOutput(_ text: String) throws {
    let printed = Notebook.block("before\n\(text)\nafter\n```````\n\(text)", lines: 40)
    let result = QueryResult(columns: [text, "n"], rows: [[.text(text), .integer(1)]])
    let table = Notebook.table(result, rows: 20, digits: 4)
    for body in [printed, table] {
      let whole = try Self.written("\(Self.cell)\n\nthe end\n", [body])
      let read = try Self.notebook(whole)
      #expect(read.cells.count == 1, "\(whole)")
      #expect(read.cells.first?.output?.body == body)
      #expect(read.orphanLine == nil)
      #expect(whole.hasSuffix("<!-- soar end -->\n\nthe end\n"))
      #expect(
        !whole.unicodeScalars.contains { ["\u{1B}", "\u{202E}", "\u{0}", "\r"].contains($0) })
    }
    #expect(table.count == 3)
    for row in table { #expect(row.count { $0 == "|" } == 3, "\(row)") }
    #expect(!table[2].contains("<") && !table[2].contains("`") && !table[2].contains("]("))
  }

  @Test func tables() {
    let result = QueryResult(
      columns: ["name", "count", "share", "nothing"],
      rows: [
        [.text("a"), .integer(-3), .real(0.123456), .null],
        [.text("b"), .null, .real(2e-7), .null], [.text("c"), .integer(4), .real(1), .null],
      ])
    #expect(
      Notebook.table(result, rows: 2, digits: 3) == [
        "| name | count | share | nothing |", "| --- | ---: | ---: | --- |",
        "| a | -3 | 0.123 |  |", "| b |  | 2e-07 |  |", "", "*1 more row not shown.*",
      ])
    #expect(Notebook.table(result, rows: 0, digits: 3) == ["*3 rows not shown.*"])
    let none = QueryResult(columns: ["a"], rows: [])
    #expect(Notebook.table(none, rows: 5, digits: 3) == ["| a |", "| --- |", "", "*No rows.*"])
  }

  @Test func blocks() {
    #expect(
      Notebook.block("\n\na\nb\nc\n", lines: 2) == [
        "```text", "a", "b", "```", "", "*1 more line not shown.*",
      ])
    #expect(Notebook.block("a\nb", lines: 0) == ["*2 lines not shown.*"])
    #expect(Notebook.block("\n", lines: 5) == ["*Nothing was printed.*"])
    #expect(Notebook.block("x `````` y", lines: 5).first == "```````text")
  }

  // MARK: - Keys

  @Test func keysFollowWhatIsDependedOn() throws {
    func text(
      first: String = "soar import a.jsonl -o a", second: String = "soar import b.jsonl -o b",
      third: String = "soar show a", fourth: String = "soar classify b", sql: String = "SELECT 1",
      plot: String = "plot $d"
    ) -> String {
      """
      ```soar
      \(first)
      ```
      ```soar
      \(second)
      ```
      ```soar
      \(third)
      ```
      ```soar
      \(fourth)
      ```
      ```sql run=b name=d
      \(sql)
      ```
      ```gnuplot figure=f data=d
      \(plot)
      ```
      ```soar
      soar ls
      ```
      """
    }
    let original = try Self.keys(text())
    func changed(_ text: String) throws -> [Int] {
      let keys = try Self.keys(text)
      return keys.indices.filter { keys[$0] != original[$0] }
    }
    #expect(Set(original).count == original.count)
    #expect(try changed("# prose\n\n" + text()) == [])
    #expect(try changed(text(first: "soar import c.jsonl -o a")) == [0, 2, 6])
    #expect(try changed(text(second: "soar import c.jsonl -o b")) == [1, 3, 4, 5, 6])
    // What only reads changes nothing after it.
    #expect(try changed(text(third: "soar show a --json")) == [2])
    #expect(try changed(text(fourth: "soar classify b --samples 3")) == [3, 4, 5, 6])
    #expect(try changed(text(sql: "SELECT 2")) == [4, 5])
    #expect(try changed(text(plot: "plot $d with lines")) == [5])
    // Blanks between words, comments and quotes are no part of a command.
    #expect(try changed(text(first: "soar  import 'a.jsonl' -o=a")) != [])
    #expect(try changed(text(first: "# why\nsoar  import 'a.jsonl' -o a")) == [])
  }

  @Test func keysFollowTheFilesThatAreNamed() throws {
    try TemporaryFolder.with(keptAs: "notebook-inputs") { folder in
      func keys() throws -> [String] {
        let text = "```soar\nsoar run a.yaml --output runs/a\n```\n```soar\nsoar show runs/a\n```"
        return try NotebookPlan(
          Notebook(path: folder.appendingPathComponent("n.md").path, text: text)
        ).steps.map(\.key)
      }
      let none = try keys()
      try Data("x".utf8).write(to: folder.appendingPathComponent("a.yaml"))
      let first = try keys()
      try Data("y".utf8).write(to: folder.appendingPathComponent("a.yaml"))
      let second = try keys()
      try Data("z".utf8).write(to: folder.appendingPathComponent("b.yaml"))
      for index in 0..<2 { #expect(Set([none, first, second].map { $0[index] }).count == 3) }
      #expect(try keys() == second)
    }
  }

  // MARK: - Figures

  @Test func dataStayData() async throws {
    try await TemporaryFolder.with(keptAs: "notebook-figure") { folder in
      let marker = folder.appendingPathComponent("touched")
      let touch = "touch \(marker.path)"
      let texts =
        Self.hostile + [
          "`\(touch)`", "\"; system(\"\(touch)\"); \"", "'; system('\(touch)'); '", "END_OF_DATA",
          "\" `\(touch)` \"", "\\", "@x", "#", "\t\t",
          "a]b [c", "'", "''", "'x", "a''; system('\(touch)'); ''b", "''''",
        ]
      let result = QueryResult(
        columns: ["step", "it's a \"column\"", "arm"],
        rows: texts.enumerated().map {
          [.integer(Int64($0.offset)), .real(1.5), .text($0.element)]
        })
      let text = """
        ```sql run=r name=d by=arm
        SELECT 1
        ```
        ```gnuplot figure=f data=d
        plot for [i=1:d_groups] $d index i-1 using 1:2 with points title d_label[i], \\
          for [i=1:d_groups] $d index i-1 using "step":2:"arm" with labels notitle
        ```
        """
      try Data("x".utf8).write(to: folder.appendingPathComponent("r"))
      try FileManager.default.removeItem(at: folder.appendingPathComponent("r"))
      let run = folder.appendingPathComponent("r")
      try FileManager.default.createDirectory(at: run, withIntermediateDirectories: false)
      try Data("x".utf8).write(to: run.appendingPathComponent("run.sqlite"))
      let notebook = try Notebook(path: folder.appendingPathComponent("n.md").path, text: text)
      let steps = try NotebookPlan(notebook).steps
      guard case .drawing(let drawing) = steps[1].work else {
        Issue.record("no drawing")
        return
      }
      let figure = NotebookFigure(drawing, data: [(name: "d", result: result, groups: "arm")])
      let warnings = try await Gnuplot.locate().draw(figure, in: folder)
      #expect(warnings.isEmpty, "\(warnings)")
      #expect(!FileManager.default.fileExists(atPath: marker.path))
      let svg = try String(
        contentsOf: folder.appendingPathComponent("f.svg"), encoding: .utf8)
      #expect(svg.contains("touch \(marker.path)"))
      #expect(try Notebook.figureKeys("f", in: folder)?.count == 3)
      // Drawn again: the same bytes.
      let keys = try Notebook.figureKeys("f", in: folder)
      _ = try await Gnuplot.locate().draw(figure, in: folder)
      #expect(try Notebook.figureKeys("f", in: folder) == keys)
      let column = NotebookFigure(drawing, data: [(name: "d", result: result, groups: "amr")])
      await #expect(throws: UserError.self) {
        try await Gnuplot.locate().draw(column, in: folder)
      }
    }
  }
}
