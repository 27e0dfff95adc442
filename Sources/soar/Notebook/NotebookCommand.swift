import ArgumentParser
import Diagnostics
import Foundation
import Notebooks
import Reporting

/// `soar notebook`.
struct NotebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook",
    abstract: "Run executable markdown: prose, commands, queries and figures in one file.",
    discussion: """
      A notebook is a markdown file with fenced cells of soar commands, SQL and gnuplot. Their \
      outputs are written below them, so that the file reads as it is on GitHub.

      EXAMPLES
        soar notebook run notes.md             # run what has changed
        soar notebook run --check notes.md     # are the outputs those of the cells?
      """,
    subcommands: [NotebookRun.self])
}

/// `soar notebook run`.
struct NotebookRun: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run notebooks and write the outputs below their cells.",
    discussion: """
      Cells are fenced blocks:

        ```soar                                  commands, one a line; no shell
        soar run mine.yaml --output runs/mine
        ```
        ```sql run=runs/mine name=rewards        a query of a run's store, as a table
        SELECT step, mean_reward FROM outer_step
        ```
        ```gnuplot figure=rewards data=rewards   a figure, SVG and PNG
        plot $rewards using "step":"mean_reward" with linespoints
        ```

      Commands run in .soar-notebook/ beside the notebook, which keeps what they made by what it \
      was made from: the command, the files that it names and the commands before it that made or \
      changed what it reads. What is there is not run again. The first cell that fails ends the \
      command with its line, and then the notebook and its figures stay as they were; so does a \
      notebook that was edited while it ran.

      --check runs nothing. It compares hashes: of each cell and all that it depends on, of each \
      output, of each figure. Numbers differ between kinds of CPU, so that another machine can \
      check that outputs belong to their cells, not that it would get the same ones.

      Gnuplot cells can start programs: run only notebooks that you trust.

      EXAMPLES
        soar notebook run notebooks-md/*.md
        soar notebook run --check notebooks-md/*.md
        soar notebook run --rerun mine.md        # from nothing, whatever is kept
      """)

  @Argument(
    help: ArgumentHelp("The notebooks.", valueName: "file.md"),
    completion: .file(extensions: ["md"]))
  var files: [String]

  @Flag(help: "Run nothing; fail unless every output is current.")
  var check = false

  @Flag(help: "Run every cell, whatever is kept from before.")
  var rerun = false

  @Flag(help: "Print what was done as JSON.")
  var json = false

  @Flag(name: .shortAndLong, help: "No progress.")
  var quiet = false

  func validate() throws {
    if check && rerun {
      throw ValidationError("--check runs nothing; it does not go with --rerun.")
    }
  }

  func run() async throws {
    var summaries: [NotebookSummary] = []
    for file in files {
      let summary =
        check
        ? try NotebookSummary(checking: file)
        : try await NotebookRunner(file, isFresh: rerun) { if !quiet { Console.message($0) } }.run()
      summaries.append(summary)
      if !json { try Console.print(summary.line.escapingControlCharacters) }
    }
    if json { try printJSON(summaries) }
  }
}
