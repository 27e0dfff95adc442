// Locks: the time left of all stages stands on the display beside the stage's, before its detail, and never in
// the log, which others read.

import Diagnostics
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct ProgressReporterTests {
  private final class Lines: ProgressDisplay {
    let shown = Mutex<[String]>([])
    let isLive = true

    func show(_ line: String) { shown.withLock { $0.append(line) } }
    func clear() {}
    func print(_ line: String) {}
  }

  @Test func theWholeRunStandsBesideTheStage() throws {
    let folder = try TemporaryFolder()
    let lines = Lines()
    let progress = ProgressReporter(on: lines)
    progress.log(to: folder.file("run.log"))
    progress.begin(stage: "SOAR", total: 20)
    progress.expect("about 12 min, by earlier runs")
    progress.update(20, detail: "R 0.1")
    progress.expect(nil)
    progress.end("")
    progress.expect("about 1 min")
    progress.begin(stage: "web", total: 0)
    #expect(
      lines.shown.withLock { $0 } == [
        "SOAR: 0/20", "SOAR: 0/20 (whole run: about 12 min, by earlier runs)",
        "SOAR: 20/20 (whole run: about 12 min, by earlier runs), R 0.1", "SOAR: 20/20, R 0.1",
        "web ... (whole run: about 1 min)",
      ])
    #expect(try !folder.text("run.log").contains("whole run"))
  }
}
