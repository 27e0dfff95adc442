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
      A notebook is a markdown file with fenced cells of soar commands, SQL and gnuplot. Running \
      it writes the outputs below the cells, so GitHub shows the file as it is.

      EXAMPLES
        soar notebook run notes.md             # run changed cells
        soar notebook run --check notes.md     # are all outputs current?
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

      Commands run in .soar-notebook/ beside the notebook, which caches their results. A result \
      is reused while the command, the files that it names and the earlier commands that it \
      depends on are unchanged. A failing cell ends the command with an error that gives its \
      line, and the notebook and its figures stay as they were. A notebook that you edit while it \
      runs keeps your edit and gets no outputs.

      --check runs nothing. It compares hashes of each cell with its dependencies, of each output \
      and of each figure. Numbers differ between kinds of CPU, so another machine can check that \
      outputs belong to their cells, but not that it would get the same ones.

      Gnuplot cells can start programs: run only notebooks that you trust.

      EXAMPLES
        soar notebook run notebooks-md/*.md
        soar notebook run --check notebooks-md/*.md
        soar notebook run --rerun mine.md        # run everything again
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
