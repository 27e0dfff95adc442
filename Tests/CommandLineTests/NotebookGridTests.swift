// Locks: a grid in a notebook is kept, its status is asked by a later cell, and the file that the
// grid starts from is one of its inputs.

import Foundation
import TestSupport
import Testing

@Suite struct NotebookGridTests {
  @Test func aGridIsKept() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.file("grids"), withIntermediateDirectories: false)
    try folder.write(TinyRun.configuration, to: "tiny.yaml")
    try folder.write(
      """
      name: tiny
      base: {config: ../tiny.yaml, set: {soar.outerSteps: 1}}
      arms: [Base]
      seeds: [1]

      """, to: "grids/grid.yaml")
    try folder.write(
      """
      ```soar
      soar grid run grids/grid.yaml --output made/tiny --processes 1 -q
      ```
      ```soar
      soar grid status made/tiny
      soar grid collect made/tiny -o cells
      ```

      """, to: "n.md")
    func call(_ arguments: String...) throws -> Tool.Outcome {
      try Tool.Running(
        ["notebook", "run"] + arguments, environment: TinyGrid.environment(folder), in: folder.url
      ).outcome()
    }
    let outcome = try call("-q", "n.md")
    #expect(outcome.output == "n.md: 2 cells: 2 run\n", "\(outcome.errors)")
    #expect(folder.exists(".soar-notebook/n/made/tiny/manifest.json"))
    #expect(folder.exists(".soar-notebook/n/cells"))
    #expect(try folder.text("n.md").contains("finished"))
    #expect(try call("--check", "n.md").status == 0)
    let configuration = try folder.text("tiny.yaml")
    try folder.write(configuration + "# changed\n", to: "tiny.yaml")
    let stale = try call("--check", "n.md")
    #expect(stale.status == 65 && stale.errors.hasPrefix("error: n.md:1: the cell, or what it"))
    // The others of a grid's files are where they were.
    try folder.write(configuration, to: "tiny.yaml")
    #expect(try call("-q", "n.md").output == "n.md: 2 cells: 2 current\n")
    #expect(try folder.contents == [".soar-notebook", "cache", "grids", "n.md", "tiny.yaml"])
  }
}
