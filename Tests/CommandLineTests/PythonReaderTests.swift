// Behaviours locked here: tools/soar_lab.py reads a run of soar's into pandas; tools/test_soar_lab.py
// lists what it does.
//
// `make test` installs pandas for the system's Python (scripts/setup.sh). Where it is not there, as in a
// bare `swift test`, this is skipped, but not before a merge.

import Foundation
import TestSupport
import Testing

@Suite struct PythonReaderTests {
  private static let python = URL(fileURLWithPath: "/usr/bin/python3")

  private static let isWanted =
    (try? Tool.Running(["-c", "import pandas"], program: python).outcome().status) == 0
    || ProcessInfo.processInfo.environment["SOAR_LAB_STRICT"] == "1"

  @Test(.enabled(if: isWanted, "/usr/bin/python3 has no pandas: apt-get install python3-pandas"))
  func theModuleReadsARun() throws {
    let script = SwiftCompiler.packageFolder.appendingPathComponent("tools/test_soar_lab.py")
    let outcome = try Tool.Running(
      ["-B", script.path], environment: ["SOAR_TEST_RUN": try TinyRun.finished.get().run],
      program: Self.python
    ).outcome()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains(/Ran 1[0-9] tests/))
  }
}
