// Behaviours locked here:
// - every cell is the run that `soar run` makes of its configuration, bit for bit
// - a base model that cells share is pretrained once, and by waiting, not twice, when two grids want it
// - the same command again starts nothing; a changed grid adds cells and leaves the others
// - a cell that fails loses itself alone, and is tried again on request only; a time-out is a failure
// - a figure of a grid tells its points apart
// - a grid's file may be a pipe
// - collect and compare read what is whole, and name what is not
// - mistakes: one line, a status, nothing written

import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct GridTests {
  @Test func cellsAreRuns() throws {
    let finished = try TinyGrid.finished.get()
    let folder = finished.folder
    #expect(finished.outcome.status == 0, "\(finished.outcome.errors)")
    let overview = try TinyGrid.status(folder)
    #expect(overview.statuses == Array(repeating: "finished", count: 4))
    #expect(overview.rows.map(\.label) == ["-1", "-1", "0.9", "0.9"].map { "threshold=\($0)" })
    #expect(overview.rows.map(\.seed) == [1, 2, 1, 2])
    #expect(Set(finished.digests).count == 4)
    // Its own configuration, run by itself, without a cache and on two threads.
    let row = overview.rows[0]
    let run = try Tool.run(
      "run", "g/configs/\(row.name).yaml", "--output", "alone", "--no-cache", "--workers", "2",
      in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("digest: \(row.digest ?? "-")"))
    #expect(row.name.hasSuffix(row.hash.prefix(12)))
    #expect(try Tool.run("show", row.folder, in: folder.url).output.contains(row.hash))
    // One pretraining, by a process of its own, for four cells.
    let logs = try FileManager.default.contentsOfDirectory(atPath: folder.path("g/logs"))
    let bases = logs.filter { $0.hasPrefix("web-") }
    #expect(bases.count == 1 && logs.count == 5)
    #expect(try folder.text("g/logs/\(bases[0])").contains("pretraining (textbook): done"))
    for row in overview.rows {
      let log = try folder.text(row.log)
      #expect(log.contains("base model from the cache") && !log.contains("pretraining ("))
    }
    let session = try #require(overview.session)
    #expect(session.processes == 2 && session.cellSeconds > 0 && session.pretrainingSeconds > 0)
    #expect(
      session.cellSeconds + session.pretrainingSeconds
        <= Double(session.processes) * session.wallSeconds * 1.01)
  }

  @Test func theSameCommandAgain() throws {
    let folder = try TinyGrid.finished.get().copy()
    let again = try TinyGrid.call("run", "grid.yaml", "--output", "g", "--json", in: folder)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try TinyGrid.overview(again).rows.map(\.attempts) == [1, 1, 1, 1])
    // A cell whose run was taken away is made again, to the same results.
    let row = try TinyGrid.status(folder).rows[2]
    try FileManager.default.removeItem(at: folder.file(row.folder))
    #expect(try TinyGrid.status(folder).statuses[2] == "waiting")
    #expect(try TinyGrid.call("run", "grid.yaml", "-q", "--output", "g", in: folder).status == 0)
    #expect(try TinyGrid.status(folder).digests == TinyGrid.finished.get().digests)
  }

  @Test func anotherVersionOfTheGrid() throws {
    let folder = try TinyGrid.finished.get().copy()
    let outcome = try TinyGrid.call(
      "run", "grid.yaml", "soar.threshold=-1,0.5", "seeds=1", "--output", "g", "--json", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let overview = try TinyGrid.overview(outcome)
    #expect(overview.rows.map(\.label) == ["threshold=-1", "threshold=0.5"])
    #expect(overview.rows[0].digest == (try TinyGrid.finished.get().digests[0]))
    #expect(overview.rows[0].attempts == 1 && overview.formerCells == 3)
    // Back again, nothing has to be run.
    let back = try TinyGrid.call("run", "grid.yaml", "--output", "g", "--json", in: folder)
    #expect(try TinyGrid.overview(back).digests == TinyGrid.finished.get().digests)
    #expect(try TinyGrid.overview(back).rows.map(\.attempts) == [1, 1, 1, 1])
  }

  @Test func aPlanWritesNothing() throws {
    let folder = try TemporaryFolder()
    try TinyGrid.write(into: folder)
    let plan = try TinyGrid.call("run", "grid.yaml", "--dry-run", in: folder)
    #expect(plan.status == 0 && plan.errors.isEmpty, "\(plan.errors)")
    #expect(plan.output.contains("4 cells in grids/tiny: 4 waiting; 1 base model"))
    #expect(plan.output.contains("no estimate: nothing with the same base model was measured"))
    #expect(try folder.contents == ["grid.yaml", "tiny.yaml"])
    let finished = try TinyGrid.finished.get().copy()
    let rest = try TinyGrid.call(
      "run", "grid.yaml", "seeds=1,2,3", "--output", "g", "--dry-run", in: finished)
    #expect(rest.output.contains("4 finished, 2 waiting"))
    #expect(rest.output.contains("measured by 4 finished cells of this grid"))
  }

  @Test func aPipeIsReadOnce() throws {
    let folder = try TinyGrid.finished.get().copy()
    let pipe = folder.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = ["-c", "cat '\(folder.path("grid.yaml"))' > '\(pipe)'"]
    try writer.run()
    let outcome = try TinyGrid.call("run", "pipe", "--output", "g", in: folder)
    writer.waitUntilExit()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.text("g/grid.yaml") == folder.text("grid.yaml"))
  }

  @Test(arguments: ["reward", "diversity", "labels", "passk"])
  func aFigureTellsPointsApart(_ kind: String) throws {
    let folder = try TinyGrid.finished.get().copy()
    let outcome = try Tool.run("plot", "g", "--kind", kind, "-o", "figures", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let name = try #require(outcome.output.split(separator: "\n").first)
    let figure = try folder.text(String(name))
    for point in ["threshold=-1", "threshold=0.9"] { #expect(figure.contains(point)) }
    if kind != "passk" {
      let one = try Tool.run(
        "plot", "g", "--kind", kind, "--teacher", "SOAR", "-o", "figures", in: folder.url)
      #expect(one.output == outcome.output)
      #expect(try folder.text(String(name)) == figure)
      let none = try Tool.run("plot", "g", "--kind", kind, "--teacher", "SOA", in: folder.url)
      #expect(none.status == 65 && none.errors.contains("holds no outer loop of 'SOA'"))
    }
  }

  @Test func aFailureLosesOneCell() throws {
    let folder = try TemporaryFolder()
    // The base model solves every problem of one easy operation: nothing is hard there.
    try TinyGrid.write(
      into: folder,
      """
      base: {config: tiny.yaml, set: {soar.outerSteps: 1}}
      arms: [Base]
      list:
        - {label: fine}
        - {label: nothing hard, world.hardLengths: [1], world.hardMinimumTargetOperations: 0, hardSet.samples: 400}
      seeds: [1]
      """)
    let outcome = try TinyGrid.call("run", "grid.yaml", "--output", "g", "-q", in: folder)
    #expect(outcome.status == 78, "\(outcome.errors)")
    #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("error: g: 1 of 2 cells failed: nothing-hard-seed-1-"))
    let overview = try TinyGrid.status(folder)
    #expect(overview.statuses == ["finished", "failed"])
    #expect(overview.rows[1].reason?.contains("no problem survived screening") == true)
    #expect(outcome.output.contains("(log: g/logs/nothing-hard-seed-1-"))
    // Left alone by the same command, tried once more on request.
    #expect(try TinyGrid.call("run", "grid.yaml", "--output", "g", "-q", in: folder).status == 78)
    #expect(try TinyGrid.status(folder).rows.map(\.attempts) == [1, 1])
    #expect(try TinyGrid.call("retry", "g", "-q", in: folder).status == 78)
    #expect(try TinyGrid.status(folder).rows.map(\.attempts) == [1, 2])
    let collect = try TinyGrid.call("collect", "g", in: folder)
    #expect(collect.status == 0, "\(collect.errors)")
    #expect(collect.output.contains("1 cells collected, 1 not finished"))
  }

  @Test func timeouts() throws {
    let folder = try TinyGrid.finished.get().copy()
    // Long enough that a busy machine notices the time before a cell has ended by itself.
    let late = try TinyGrid.call(
      "run", "grid.yaml", "seeds=3", "soar.outerSteps=12", "--output", "g", "--timeout", "0.05s",
      "-q",
      in: folder)
    #expect(late.status == 75, "\(late.errors)")
    let rows = try TinyGrid.status(folder).rows
    #expect(rows.map(\.status) == ["failed", "failed"])
    #expect(rows[0].reason?.contains("took longer than --timeout") == true)
    #expect(try TinyGrid.call("retry", "g", "-q", in: folder).status == 0)
    #expect(try TinyGrid.status(folder).statuses == ["finished", "finished"])
  }

  // MARK: Collect and compare

  @Test func collect() throws {
    let folder = try TinyGrid.finished.get().copy()
    let outcome = try TinyGrid.call("collect", "g", in: folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.output.contains("4 cells collected"))
    #expect(outcome.output.contains("compare: soar compare g\n"))
    let lines = try folder.text("g/cells.csv").components(separatedBy: "\r\n")
    #expect(lines.count == 1 + 4 * 4 + 1)
    #expect(
      lines[0]
        == "cell,label,seed,soar.threshold,arm,students,pass@1,pass@4,hard_train_accuracy,"
        + "outer_steps,promotions,seconds,hash,digest")
    #expect(lines[1].contains(",threshold=-1,1,-1,Base,1,"))
    let again = try folder.text("g/cells.csv")
    #expect(try TinyGrid.call("collect", "g", "--json", in: folder).status == 0)
    #expect(try folder.text("g/cells.csv") == again)
    // Labels that were added since are no defect.
    let cell = try TinyGrid.status(folder).rows[0]
    #expect(try Tool.run("classify", cell.folder, in: folder.url).status == 0)
    let digest = try Tool.run("digest", cell.folder, in: folder.url).output
    #expect(digest.count == 65 && digest != "\(cell.digest ?? "")\n")
    let labelled = try TinyGrid.call("collect", "g", in: folder)
    #expect(labelled.status == 0 && labelled.errors.isEmpty, "\(labelled.errors)")
    #expect(try folder.text("g/cells.csv") == again)
    // Without promotions there is no promoted student to test.
    let csv = lines.first { $0.contains("threshold=0.9,1,0.9,PS,0,") }
    #expect(csv != nil)
  }

  @Test func runsThatAreNotWhole() throws {
    let folder = try TinyGrid.finished.get().copy()
    let rows = try TinyGrid.status(folder).rows
    func path(_ index: Int, _ name: String) -> URL { folder.file("\(rows[index].folder)/\(name)") }
    try Data(contentsOf: path(0, "run.sqlite")).prefix(40_000).write(to: path(0, "run.sqlite"))
    try FileManager.default.removeItem(at: path(1, "report"))
    // Another cell's run in its place.
    try FileManager.default.removeItem(at: folder.file(rows[2].folder))
    try FileManager.default.copyItem(
      at: folder.file(rows[3].folder), to: folder.file(rows[2].folder))
    let outcome = try TinyGrid.call("collect", "g", "-o", "out", in: folder)
    #expect(outcome.status == 65, "\(outcome.errors)")
    for (index, words) in [
      (0, "run.sqlite"), (1, "lacks report.md"), (2, "a run of another configuration"),
    ] {
      let line = outcome.errorLines.first { $0.contains(rows[index].name) }
      #expect(
        line?.hasPrefix("left out: ") == true && line?.contains(words) == true, "\(outcome.errors)")
    }
    #expect(outcome.lastErrorLine.contains("3 of 4 cells are not whole"))
    #expect(try folder.text("out/cells.csv").contains(rows[3].hash))
    #expect(try !folder.text("out/cells.csv").contains(rows[0].hash))
    // What compares and draws leaves the same out, and says so.
    let broken = try Tool.run("compare", "g", "-o", "half", in: folder.url)
    #expect(broken.status == 0 && broken.errorLines.count == 2, "\(broken.errors)")
    #expect(broken.errorLines.allSatisfy { $0.hasPrefix("left out: ") })
    let remark = "Of the grid tiny 2 of 4 cells are here. Left out, not whole: "
    #expect(try folder.text("half/report.md").contains(remark + rows[0].name))
    let drawn = try Tool.run("plot", "g", "--kind", "reward", "-o", "half", in: folder.url)
    #expect(drawn.status == 0 && drawn.errorLines == broken.errorLines)
    #expect(try folder.text("half/teacher-reward.dat").contains("2 outer loops"))
    let curves = try Tool.run("plot", "g", "--kind", "passk", "-o", "half", in: folder.url)
    #expect(curves.status == 0 && curves.errorLines == broken.errorLines)
    // A folder that was copied in half.
    try FileManager.default.removeItem(at: path(3, "run.sqlite"))
    let none = try TinyGrid.call("collect", "g", "-o", "out", in: folder)
    #expect(none.status == 65 && none.output.contains("0 cells collected, 4 not whole"))
  }

  @Test func compareByPoint() throws {
    let folder = try TinyGrid.finished.get().copy()
    let outcome = try Tool.run("compare", "g", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for part in ["PQ [threshold=-1]", "Hard-Only [threshold=0.9]", "report: g/compare/report.md"] {
      #expect(outcome.output.contains(part), "\(part)")
    }
    for part in ["## Methods", "Other points differ from it in:", "## Appendix: provenance"] {
      #expect(try folder.text("g/compare/report.md").contains(part), "\(part)")
    }
    let text = try folder.text("g/compare/report.md")
    #expect(text.contains("- threshold=0.9: <code>soar&#46;threshold</code> 0.9"))
    #expect(!text.contains("are pooled although") && !text.contains("cells are here"))
    let report = try Tool.run("report", "g", "-o", "report", in: folder.url)
    #expect(report.status == 0 && report.output == "report/report.md\n", "\(report.errors)")
    #expect(try folder.text("report/report.md") == folder.text("g/compare/report.md"))
    // Seeds of one point are pooled.
    #expect(outcome.output.contains(#/Hard-Only \[threshold=0.9\] +2 /#))
    #expect(try folder.text("g/compare/report.md").contains("The runs are of several points"))
    // A grid of one point is what its runs are.
    let one = try TinyGrid.call(
      "run", "grid.yaml", "soar.threshold=-1", "--output", "g", "-q", in: folder)
    #expect(one.status == 0)
    let plain = try Tool.run("compare", "g", "-o", "plain", in: folder.url)
    #expect(plain.status == 0 && !plain.output.contains("[threshold"))
  }

  // MARK: Mistakes

  @Test func mistakes() throws {
    let folder = try TemporaryFolder()
    try TinyGrid.write(into: folder)
    let before = try folder.contents
    func fails(_ status: Int32, _ words: String, _ arguments: String...) throws {
      let outcome = try Tool.Running(
        ["grid"] + arguments, environment: TinyGrid.environment(folder), in: folder.url
      ).outcome()
      #expect(outcome.status == status, "\(outcome.errors)")
      #expect(outcome.isOneError && outcome.errors.contains(words), "\(outcome.errors)")
      #expect(try folder.contents == before)
    }
    try fails(66, "absent.yaml: no such file", "run", "absent.yaml")
    try fails(78, "soar.threshhold: unknown key", "run", "grid.yaml", "soar.threshhold=1,2")
    try fails(64, "is no override", "run", "grid.yaml", "soar.threshold")
    try fails(66, "holds no grid", "status", "absent")
    try fails(66, "holds no grid", "collect", ".")
    try fails(66, "holds no grid", "retry", "tiny.yaml")
    try fails(73, "exists and holds no grid", "run", "grid.yaml", "--output", ".")
    try folder.write("base: {preset: quik}\n", to: "grid.yaml")
    try fails(
      78, "grid.yaml: base.preset: there is no preset 'quik' (did you mean", "run", "grid.yaml")
    try folder.write("base: {config: absent.yaml}\n", to: "grid.yaml")
    try fails(66, "absent.yaml: no such file", "run", "grid.yaml")
  }
}
