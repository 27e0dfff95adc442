// Locks:
// - `classify --judge` stores a judge's labels beside the run's own and prints shares and cost; a
//   second call asks nothing but its warm-up; the key travels in its header and is in no file of the
//   run's folder, the new report included
// - `judge-check` compares the judge with the exact labels and corrects shares, associations and the
//   paper's table
// - `--print-prompt` prints a prompt that `--prompt` takes, as is the one for the embedded world
// - mistakes are one line

import FlyingFox
import Foundation
import HTTP
import Synchronization
import TestServer
import TestSupport
import Testing

@Suite struct JudgeCommandTests {
  /// What a server was asked.
  private final class Log: Sendable {
    let keys = Mutex<[String]>([])
  }

  /// Runs the tool without keeping a thread from the server.
  private func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) async throws -> Tool.Outcome {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try Tool.run(arguments, environment: environment) })
      }
    }
  }

  /// A judge whose verdict goes by the bytes of the prompt.
  private func withJudge(_ log: Log, _ body: (_ url: String) async throws -> Void) async throws {
    try await LocalServer.run { request in
      log.keys.withLock { $0.append(request.headers[.authorization] ?? "none") }
      let types = ["None", "Arithmetic", "Ambiguous"]
      let verdict = ScriptedJudge.verdict(
        types[try await request.bodyData.reduce(0) { $0 + Int($1) } % 3])
      return FlyingFox.HTTPResponse(statusCode: .ok, body: ScriptedJudge.completion(verdict).body)
    } _: { address in
      try await body(address + "/v1")
    }
  }

  @Test func aRunIsJudgedAndTheJudgeChecked() async throws {
    let folder = try TinyRun.finished.get().copy()
    let path = folder.path("run")
    let varied = try Tool.Running(
      [
        "-c",
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('UPDATE dataset SET "
          + "reward = ((dataset * 7 + step * 3 + seed) % 5) / 10.0'); c.commit()",
        folder.path("run/run.sqlite"),
      ], program: URL(fileURLWithPath: "/usr/bin/python3")
    ).outcome()
    try #require(varied.status == 0, "\(varied.errors)")
    let log = Log()
    try await withJudge(log) { url in
      let judging = ["classify", path, "--judge", "openai", "--url", url, "--model", "m"]
      func judge(_ more: String...) async throws -> Tool.Outcome {
        try await run(judging + more, environment: ["OPENAI_API_KEY": "s3cr3tk3y"])
      }
      let first = try await judge()
      try #require(first.status == 0, "\(first.errors)")
      #expect(first.output.contains("paper: Grounded-T"))
      #expect(first.output.contains("labels of openai:m:"))
      #expect(first.output.contains("prompt tokens"))
      let asked = log.keys.withLock { $0.count }
      #expect(asked > 10)
      #expect(log.keys.withLock { $0.allSatisfy { $0 == "Bearer s3cr3tk3y" } })

      let second = try await judge("--json")
      let summary = try #require(try second.json() as? [String: Any])
      #expect(summary["asked"] as? Int == 0 && summary["dialect"] as? String == "json_schema")
      #expect(log.keys.withLock { $0.count } == asked + 1)
      let report = try await run(["report", path], environment: ["OPENAI_API_KEY": "s3cr3tk3y"])
      try #require(report.status == 0, "\(report.errors)")
      for outcome in [first, second, report] {
        #expect(!(outcome.output + outcome.errors).contains("s3cr3t"))
      }
      let files = try FolderSearch.files(in: folder.file("run"))
      #expect(files.contains("run.sqlite") && files.contains("report/report.md"))
      #expect(try FolderSearch.files(in: folder.file("run"), holding: "s3cr3t").isEmpty)
    }

    let check = try await run(["judge-check", path])
    try #require(check.status == 0, "\(check.errors)")
    for words in ["sensitivity", "paper: PQ", "well-posed less correct", "attenuation"] {
      #expect(check.output.contains(words), "\(check.output)")
    }
    let document = try #require(
      try await run(["judge-check", path, "--apply", path, "--json"]).json() as? [String: Any])
    let labels = try #require(document["labels"] as? [String: Any])
    #expect(labels.count == 6)
    #expect((document["associations"] as? [Any])?.count == 2)
    #expect((document["structureLessCorrectness"] as? [String: Any])?["judged"] != nil)
  }

  @Test func promptsArePrintedAndTaken() async throws {
    let printed = try await run(["classify", "--print-prompt"])
    #expect(printed.status == 0 && printed.errors.isEmpty)
    let folder = try TinyRun.finished.get().copy()
    let prompt = try folder.write(printed.output, to: "prompt.txt").path
    let world = SwiftCompiler.packageFolder
      .appendingPathComponent("docs/judge-prompts/embedded-world.txt").path
    let log = Log()
    try await withJudge(log) { url in
      var names: [String] = []
      for arguments in [[], ["--prompt", prompt], ["--prompt", world]] {
        let command =
          ["classify", folder.path("run"), "--judge", "openai", "--url", url, "--model", "m"]
          + ["--limit", "2", "--json"] + arguments
        let outcome = try await run(command)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let report = try #require(try outcome.json() as? [String: Any])
        names.append(try #require(report["judge"] as? String))
      }
      #expect(names[0] == names[1] && names[0] != names[2])
      #expect(log.keys.withLock { $0.allSatisfy { $0 == "none" } })
    }
  }

  @Test func mistakesAreOneLine() async throws {
    let folder = try TinyRun.finished.get().copy()
    let path = folder.path("run")
    let file = try folder.write("", to: "q.jsonl").path
    let empty = try folder.write("no places", to: "prompt.txt").path
    let judge = ["--judge", "openai", "--model", "m", "--url"]
    for (arguments, words) in [
      (["classify", file] + judge + ["http://127.0.0.1:1"], "soar import"),
      (["classify", path] + judge + ["ftp://x"], "is no server address"),
      (["classify", path] + judge + ["http://x", "--key-from", "NO_SUCH_KEY"], "NO_SUCH_KEY"),
      (["classify", path] + judge + ["http://127.0.0.1:1", "--prompt", empty], "{{question}}"),
      (["classify", path] + judge + ["http://127.0.0.1:1", "--votes", "0"], "0 votes"),
      (["classify", folder.path("none")] + judge + ["http://127.0.0.1:1"], "no such file"),
      (["judge-check", path], "holds no labels beside those of exact"),
      (["judge-check", path, "--judge-name", "x"], "holds no labels of x"),
      (["judge-check", path, "--reference", "x"], "holds no labels of x"),
    ] as [([String], String)] {
      let outcome = try Tool.run(arguments)
      #expect(outcome.isOneError && outcome.errors.contains(words), "\(outcome.errors)")
    }
  }
}
