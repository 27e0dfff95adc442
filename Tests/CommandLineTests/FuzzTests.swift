// Locks:
// - sixty mutated files of each sort are taken as files of a user should be: docs/reliability.md
// - the script that feeds them tells a crash, a wrong status, a second line, a hang from what is right

import Foundation
import TestSupport
import Testing

@Suite struct FuzzTests {
  private static let script = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("tools/fuzz.py").path

  private static let python: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { URL(fileURLWithPath: "\($0)/python3") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  private static func fuzz(_ arguments: String..., timeout: TimeInterval) throws -> Tool.Outcome {
    let python = try #require(python)
    return try Tool.Running([script] + arguments, program: python).outcome(timeout: timeout)
  }

  @Test(.enabled(if: python != nil, "needs python3")) func mutatedFiles() throws {
    let folder = try TemporaryFolder()
    let outcome = try Self.fuzz(
      try Tool.url().path, "--count", "60", "--jobs", "2", "--keep", folder.path("kept"),
      timeout: 600)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    for sort in [
      "config", "grid", "grid-folder", "jsonl", "safetensors", "model-config", "tokenizer",
      "byte-pair", "notebook", "metrics", "run-folder", "override",
    ] {
      #expect(outcome.output.contains("\(sort): 60 inputs, seed 1: 0 failed"), "\(outcome.output)")
    }
  }

  @Test(
    .enabled(if: python != nil, "needs python3"),
    arguments: [
      ("exit 0", 0, "0 failed"),
      ("echo 'error: x' >&2; exit 65", 0, "0 failed"),
      ("echo 'error: x' >&2; exit 1", 1, "status 1"),
      ("exit 65", 1, "0 lines on standard error"),
      ("printf 'error: x\\nerror: y\\n' >&2; exit 65", 1, "2 lines on standard error"),
      ("printf 'error: x' >&2; exit 65", 1, "0 lines on standard error"),
      ("printf 'error: \\033[2J\\n' >&2; exit 65", 1, "a control character"),
      ("echo 'error: x' >&2; exit 70", 1, "an internal error"),
      ("echo 'error: x' >&2; exit 0", 1, "status 0, and an error"),
      ("kill -SEGV $$", 1, "ended by signal 11"),
      ("sleep 20", 1, "takes longer than 5 s"),
    ])
  func theScriptTells(_ body: String, _ status: Int32, _ message: String) throws {
    let folder = try TemporaryFolder()
    let program = try folder.writeProgram("#!/bin/sh\n\(body)\n", to: "soar")
    let outcome = try Self.fuzz(
      program.path, "--count", "1", "--targets", "model-config", "--keep", folder.path("kept"),
      timeout: 60)
    #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains(message), "\(outcome.output)")
    #expect(folder.exists("kept/model-config-0/config.json") == (status == 1))
  }
}
