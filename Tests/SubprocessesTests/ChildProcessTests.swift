// Locks: what a child prints is kept up to a limit; time-outs and cancellation end its whole group,
// by SIGTERM first where it has time to save; a lifeline ends with its starter's end; a blocked
// thread does not keep a child from ending; a child that crashes is over, even if a process that it
// started holds its streams.

import Diagnostics
import Foundation
import Subprocesses
import Synchronization
import Testing

@Suite struct ChildProcessTests {
  static func shell(_ script: String) -> ChildProcess {
    ChildProcess(.named("sh"), ["-c", script])
  }

  @Test func streamsStatusAndEnvironmentComeBack() async throws {
    var child = Self.shell("echo $WORD; pwd; echo wrong >&2; cat; exit 3")
    child.environment = ["WORD": "hello"]
    child.folder = URL(fileURLWithPath: "/")
    let outcome = try await child.run()
    #expect(outcome.status == .exited(3))
    #expect(outcome.printed == "hello\n/\n")
    #expect(outcome.errors == "wrong\n")
    #expect(try await Self.shell("kill -TERM $$").run().status == .signalled(SIGTERM))
  }

  @Test func bothStreamsAreReadToTheirEndAndBounded() async throws {
    let outcome = try await Self.shell(
      "i=0; while [ $i -lt 20000 ]; do echo 0123456789; echo 0123456789 >&2; i=$((i+1)); done"
    ).run(limit: 100_000)
    #expect(outcome.isSuccess)
    #expect(outcome.printed.utf8.count == 100_000)
    #expect(outcome.errors.utf8.count == 100_000)
  }

  @Test func linesOfStandardErrorComeOneByOne() async throws {
    let lines = Mutex<[String]>([])
    let outcome = try await Self.shell("printf 'a\\n\\nb\\nrest' >&2").run { line in
      lines.withLock { $0.append(line) }
    }
    #expect(lines.withLock { $0 } == ["a", "", "b"])
    #expect(outcome.errors == "a\n\nb\nrest")
  }

  @Test func aMissingProgramIsAUserError() async {
    await #expect(throws: UserError.self) {
      try await ChildProcess(.named("no-such-program-here")).run()
    }
  }

  /// If the grandchild survived it would hold the pipe past the test's limit, which is wide because
  /// other tests may hold all threads for minutes.
  @Test(.timeLimit(.minutes(15))) func aTimeOutKillsTheWholeGroup() async throws {
    var child = Self.shell("trap '' TERM; sleep 3000 & sleep 3000; echo late")
    child.timeout = .seconds(2)
    child.grace = .milliseconds(300)
    let outcome = try await child.run()
    #expect(outcome.hasTimedOut)
    #expect(outcome.status == .signalled(SIGKILL))
    #expect(outcome.printed.isEmpty)
  }

  @Test func cancellingLeavesTimeToSave() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("soar-child-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let log = folder.appendingPathComponent("log")
    try Data("before\n".utf8).write(to: log)
    let work = Task {
      var child = Self.shell(
        "trap 'echo saved; exit 75' TERM; echo ready; while :; do sleep 0.05; done")
      child.grace = .seconds(60)
      child.input = .lifeline
      return try await child.run(appendingTo: log)
    }
    while try String(contentsOf: log, encoding: .utf8) != "before\nready\n" {
      try await Task.sleep(for: .milliseconds(10))
    }
    work.cancel()
    #expect(try await work.value.status == .exited(75))
    #expect(try String(contentsOf: log, encoding: .utf8).hasSuffix("saved\n"))
  }

  @Test func aLifelineStaysOpenAndSilent() async throws {
    var child = Self.shell("timeout 0.3 cat; echo $?")
    child.input = .lifeline
    // 124: cat was still waiting.
    #expect(try await child.run().printed == "124\n")
  }

  @Test func blockedThreadsAreNoObstacle() async throws {
    try await withThrowingTaskGroup(of: String.self) { group in
      for index in 0..<8 {
        group.addTask { try Self.shell("sleep 0.1; echo \(index)").runBlocking().printed }
      }
      var printed: [String] = []
      for try await text in group { printed.append(text) }
      #expect(printed.sorted() == (0..<8).map { "\($0)\n" })
    }
  }

  @Test(.timeLimit(.minutes(15))) func blockingRunsComeBackAlike() throws {
    var child = Self.shell("echo $WORD; cat; echo wrong >&2; exit 3")
    child.environment = ["WORD": "hello"]
    let outcome = try child.runBlocking()
    #expect(outcome.status == .exited(3))
    #expect(outcome.printed == "hello\n")
    #expect(outcome.errors == "wrong\n")
    var endless = Self.shell("trap '' TERM; sleep 3000 & sleep 3000")
    endless.timeout = .seconds(2)
    endless.grace = .milliseconds(300)
    let ended = try endless.runBlocking()
    #expect(ended.hasTimedOut)
    #expect(ended.status == .signalled(SIGKILL))
  }

  /// The child ends at once by a signal; what it started goes on and keeps both streams open.
  private static let crash = "echo before; sleep 60 & kill -KILL $$"

  @Test(.timeLimit(.minutes(15))) func aCrashIsAnEndThoughAGrandchildGoesOn() async throws {
    let outcome = try await Self.shell(Self.crash).run()
    #expect(outcome.status == .signalled(SIGKILL))
    #expect(outcome.printed == "before\n")
    let blocking = try Self.shell(Self.crash).runBlocking()
    #expect(blocking.status == .signalled(SIGKILL))
    #expect(blocking.printed == "before\n")
    let last = try await Self.shell(Self.crash).converse { conversation in
      [try await conversation.nextLine(), try await conversation.nextLine()]
    }
    #expect(last == ["before", nil])
    // A grandchild in a group of its own is waited for no longer than the child.
    var own = Self.shell("setsid sleep 30 & echo before")
    own.timeout = .seconds(600)
    #expect(try own.runBlocking().printed == "before\n")
  }

  @Test(.timeLimit(.minutes(15))) func anAnswerThatDoesNotComeEndsTheProgram() async throws {
    let answer = try await Self.shell("read -r word; sleep 3000").converse { conversation in
      try await conversation.send("one")
      return try await conversation.nextLine(within: .seconds(1))
    }
    #expect(answer == nil)
  }

  @Test func conversationsGoLineByLine() async throws {
    let script = "while read -r word; do echo \"<$word>\"; done"
    let answers = try await Self.shell(script).converse { conversation in
      var answers: [String?] = []
      for word in ["one", "two"] {
        try await conversation.send(word)
        answers.append(try await conversation.nextLine())
      }
      return answers
    }
    #expect(answers == ["<one>", "<two>"])
    let none = try await Self.shell("exit 1").converse { try await $0.nextLine() }
    #expect(none == nil)
  }
}
