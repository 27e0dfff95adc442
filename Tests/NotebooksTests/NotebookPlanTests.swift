// Locks:
// - a grid needs a folder that later cells can name; what its file starts from is an input
// - commands that only look at a run leave the keys of later cells alone
// - a figure whose script does not end is an error
// - one option name has in each command the meaning that the command gives it; words are no paths

import Diagnostics
import Foundation
import Notebooks
import Reporting
import RunStore
import TestSupport
import Testing

@Suite struct NotebookPlanTests {
  private static func plan(
    _ text: String, in folder: URL = URL(fileURLWithPath: "/nowhere"),
    references: [String: [String]] = [:]
  ) throws -> NotebookPlan {
    let notebook = try Notebook(path: folder.appendingPathComponent("n.md").path, text: text)
    return try NotebookPlan(notebook) { references[$0.lastPathComponent] ?? [] }
  }

  private static func commands(_ plan: NotebookPlan) -> [NotebookPlan.Command] {
    plan.steps.flatMap { step -> [NotebookPlan.Command] in
      if case .soar(let commands, _) = step.work { commands } else { [] }
    }
  }

  private static func cell(_ commands: String...) -> String {
    "```soar\n\(commands.joined(separator: "\n"))\n```\n"
  }

  @Test(arguments: [
    ("soar grid run g.yaml", "soar grid run needs --output here (later cells name the grid by it)"),
    ("soar grid run ../g.yaml --output g", "'../g.yaml' leads out"),
    ("soar grid run bad.yaml --output g", "bad.yaml names '../x.yaml', which lies out of the"),
    ("soar grid run worse.yaml --output g", "worse.yaml names '/x.yaml', which lies out of the"),
  ])
  func gridsThatAreRefused(_ command: String, _ message: String) {
    do {
      _ = try Self.plan(
        Self.cell("soar ls", command),
        references: ["bad.yaml": ["../x.yaml"], "worse.yaml": ["/x.yaml"]])
      Issue.record("accepted: \(command)")
    } catch let error as UserError {
      #expect(error.description.hasPrefix("/nowhere/n.md:3: \(message)"), "\(error)")
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func gridsAreFoundAgain() throws {
    let plan = try Self.plan(
      Self.cell(
        "soar grid run g.yaml --output grids/g", "soar grid status grids/g",
        "soar grid run g.yaml --dry-run", "soar grid retry grids/g", "soar grid status grids/g"))
    let commands = Self.commands(plan)
    #expect(commands[0].leaves.map(\.path) == ["grids/g"])
    #expect(commands[1].given == commands[0].leaves && commands[1].leaves.isEmpty)
    #expect(commands[2].leaves.isEmpty)
    #expect(commands[3].leaves.map(\.path) == ["grids/g"])
    #expect(commands[4].given == commands[3].leaves)
    #expect(plan.made == commands[3].leaves)
  }

  @Test(arguments: [
    ("soar export r --format csv --table question --table label -o q", ["q"]),
    ("soar analyze r --table question --question-table=label", ["question", "label"]),
    ("soar analyze r --table - -o q", ["q"]),
    ("soar classify a.jsonl -o -", []),
    ("soar export r -o=q", ["q"]),
    ("soar run a.yaml --print-config --output q", []),
    ("soar run a.yaml --dry-run --tokens-per-second 9 --output q", []),
    ("soar grid run g.yaml --dry-run -o q", []),
    ("soar plot r --kind labels --classifier r -o q", ["q"]),
  ])
  func whatCommandsMake(_ command: String, _ outputs: [String]) throws {
    #expect(try Self.commands(Self.plan(Self.cell(command)))[0].leaves.map(\.path) == outputs)
  }

  /// A word that is by chance the name of a file is no input.
  @Test func wordsAreNoPaths() throws {
    try TemporaryFolder.with { folder in
      for name in ["labels", "question", "svg", "a.jsonl"] {
        try Data("x".utf8).write(to: folder.appendingPathComponent(name))
      }
      for (command, inputs) in [
        ("soar import a.jsonl -o r", ["a.jsonl"]),
        ("soar plot r --kind labels --format svg -o p", []),
        ("soar export r --format csv --table question -o q", []),
        ("soar bench labels", []), ("soar show labels", ["labels"]),
        ("soar show -- labels", ["labels"]),
      ] {
        let plan = try Self.plan(Self.cell(command), in: folder)
        #expect(Self.commands(plan)[0].inputs.map(\.path) == inputs, "\(command)")
      }
    }
  }

  @Test func whatAGridStartsFromIsAnInput() throws {
    try TemporaryFolder.with(keptAs: "notebook-grid") { folder in
      let text = Self.cell("soar grid run ablations/g.yaml --output grids/g")
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("ablations"), withIntermediateDirectories: false)
      try Data("g".utf8).write(to: folder.appendingPathComponent("ablations/g.yaml"))
      func inputs(_ base: String) throws -> (paths: [String], key: String) {
        let command = try #require(
          Self.commands(try Self.plan(text, in: folder, references: ["g.yaml": [base]])).first)
        return (command.inputs.map(\.path), command.key)
      }
      #expect(try inputs("../base.yaml").paths == ["ablations/g.yaml"])
      for (base, path) in [
        ("../base.yaml", "base.yaml"), ("./base.yaml", "ablations/base.yaml"),
        ("../ablations/../base.yaml", "base.yaml"),
      ] {
        let file = folder.appendingPathComponent(path)
        try Data("one".utf8).write(to: file)
        let one = try inputs(base)
        #expect(one.paths == ["ablations/g.yaml", path])
        try Data("two".utf8).write(to: file)
        #expect(try inputs(base).key != one.key)
      }
    }
  }

  @Test(arguments: [
    ("soar watch a --once", true), ("soar plot a --kind reward -o figures", true),
    ("soar plot a --kind reward --format ascii", true), ("soar show a", true),
    ("soar plot a --kind reward", false), ("soar classify a", false),
    ("soar compare a", false), ("soar compare a -o c", true), ("soar report a", false),
    ("soar report a -o c", true), ("soar export a --format csv --table arm_run -o c", true),
  ])
  func whoReadsAndWhoChanges(_ command: String, _ reads: Bool) throws {
    func key(_ commands: String...) throws -> String? {
      let cells = (["soar import a.jsonl -o a"] + commands).map { Self.cell($0) }.joined()
      return try Self.plan("\(cells)```sql run=a\nSELECT 1\n```\n").steps.last?.key
    }
    #expect(try (key() == key(command)) == reads)
  }

  @Test(
    .timeLimit(.minutes(15)),
    arguments: [
      ("while (1) { x = 1 }", "computes for more than 1 s: does every loop end?"),
      ("pause 1000", "takes longer than 10 s: does it wait for something?"),
    ])
  func figuresThatDoNotEnd(_ line: String, _ complaint: String) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("soar-figure-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let plan = try Self.plan("```gnuplot figure=f\n\(line)\nplot x\n```\n")
    guard case .drawing(let drawing) = plan.steps[0].work else {
      Issue.record("no drawing")
      return
    }
    do {
      _ = try await Gnuplot.locate().draw(
        NotebookFigure(drawing, data: []), in: folder, seconds: 1)
      Issue.record("it was drawn")
    } catch let failure as FigureFailure {
      #expect(failure.complaint.message == complaint)
    }
  }
}
