// Locks: the key of a run's server is in no file of the run's folder, its report and its log included, in
// no line on the terminal and in no error, though the server writes it into its own errors.

import Diagnostics
import Experiments
import Foundation
import Reporting
import RunStore
import Synchronization
import TestSupport
import Testing

@Suite struct RunKeyTests {
  /// What a terminal would have shown.
  private final class Lines: ProgressDisplay {
    private let lines = Mutex<[String]>([])
    var isLive: Bool { false }
    var text: String { lines.withLock { $0.joined(separator: "\n") } }
    func show(_ line: String) { print(line) }
    func clear() {}
    func print(_ line: String) { lines.withLock { $0.append(line) } }
  }

  @Test func theKeyIsWrittenNowhere() async throws {
    let base = try await TinkerRunTests.base()
    try await TemporaryFolder.with { folder in
      let model = try TinkerRunTests.modelFolder(base, in: folder)
      let place = folder.appendingPathComponent("run")
      let limit = TinkerRunTests.LockedCount()
      let fake = FakeServer(base)
      let lines = Lines()
      try await TinkerRunTests.serve(fake, limit) { address in
        // Refused amid the run, with the key in the refusal; then to the end.
        limit.set(150)
        do {
          let part = try RunExecution.begin(
            TinkerRunTests.configuration(model, address), at: place, workers: 1)
          let error = await #expect(throws: UserError.self) {
            try await part.carryOut(usesCache: false, progress: ProgressReporter(on: lines))
          }
          let text = error.map { "\($0) \(String(reflecting: $0))" } ?? ""
          #expect(text.contains("<redacted>") && !text.contains(TinkerRunTests.key))
          #expect(try FolderSearch.files(in: place, holding: TinkerRunTests.key).isEmpty)
        }
        limit.set(.max)
        let rest = try RunExecution.resume(at: place, workers: 1)
        try await rest.carryOut(usesCache: false, progress: ProgressReporter(on: lines))
        let report = try rest.writeReport(gnuplot: .locate())
        #expect(!report.headline.contains(TinkerRunTests.key))
      }
      #expect(!lines.text.isEmpty && !lines.text.contains(TinkerRunTests.key))
      let files = try FolderSearch.files(in: place)
      for name in ["run.sqlite", "run.log", "config.resolved.yaml", "report/report.md"] {
        #expect(files.contains(name))
      }
      #expect(try FolderSearch.files(in: place, holding: TinkerRunTests.key).isEmpty)
      // The search finds what is there.
      let variable = try FolderSearch.files(in: place, holding: TinkerRunTests.keyVariable)
      #expect(variable.contains("config.resolved.yaml"))
      #expect(variable.contains { $0.hasPrefix("run.sqlite") })
    }
  }
}
