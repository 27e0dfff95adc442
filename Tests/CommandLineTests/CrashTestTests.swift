// Behaviours locked here: tools/crash-test.sh, four kills of runs and four of grids at random instants, to the
// bits of undisturbed ones; and that it notices when a run does not.

import Foundation
import TestSupport
import Testing

@Suite struct CrashTestTests {
  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("tools/crash-test.sh")

  private func crash(_ arguments: [String], program: String) throws -> Tool.Outcome {
    try Tool.Running(arguments, environment: ["SOAR": program], program: Self.script)
      .outcome(timeout: 600)
  }

  @Test func fourKills() throws {
    let outcome = try crash(["4", "1"], program: Tool.url().path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for subject in ["run", "grid"] {
      #expect(
        outcome.output.contains(
          try Regex("4 kills of [0-9]+ \(subject)s: all came to the same digest")),
        "\(outcome.output)")
    }
  }

  @Test func itNoticesOtherBits() throws {
    // A program whose digest is another one each time, and whose runs never fail.
    let folder = try TemporaryFolder()
    let program = try folder.writeProgram(
      "#!/bin/sh\n[ \"$1\" = digest ] && date +%s%N\nexit 0\n", to: "soar")
    let outcome = try crash(["1"], program: program.path)
    #expect(outcome.status == 70, "\(outcome.output)")
    #expect(outcome.errors.contains("came to digest"))
  }
}
