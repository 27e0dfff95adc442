// Locks: `classify --judge`, killed 20 times at different points, asks again only what was in flight at a
// kill, and ends with a label for every question.

import FlyingFox
import Foundation
import HTTP
import Synchronization
import TestServer
import TestSupport
import Testing

@Suite struct JudgeCommandCrashTests {
  static let questions = 240
  static let kills = 20
  static let concurrency = 4

  /// A judge that answers so many questions of a session, holds the next ones until the session's end,
  /// and knows sessions by their keys.
  private final class Judge: Sendable {
    struct Session {
      var asked: [String] = []
      var held: Set<String> = []
      var answers: Int
    }

    private let sessions = Mutex<[Session]>([])

    var all: [Session] { sessions.withLock(\.self) }
    var askedLast: Int { sessions.withLock { $0.last?.asked.count ?? 0 } }

    /// - Parameter answers: questions to answer.
    /// - Returns: the session's key.
    func begin(answers: Int) -> String {
      sessions.withLock { sessions in
        sessions.append(Session(answers: answers))
        return "key-\(sessions.count - 1)"
      }
    }

    private func isOver(_ session: Int) -> Bool { sessions.withLock { $0.count > session + 1 } }

    /// - Returns: whether the question is to be answered at once.
    private func add(_ question: String, to session: Int) -> Bool {
      sessions.withLock { sessions in
        sessions[session].asked.append(question)
        guard sessions[session].asked.count > sessions[session].answers else { return true }
        sessions[session].held.insert(question)
        return false
      }
    }

    func answer(_ request: FlyingFox.HTTPRequest) async throws -> FlyingFox.HTTPResponse {
      let key = request.headers[.authorization]?.split(separator: "-").last ?? ""
      let session = try #require(Int(key))
      let asked = ScriptedJudge.Asked(try await request.bodyData)
      if !asked.isWarmUp, !add(asked.question, to: session) {
        while !isOver(session) { try await Task.sleep(for: .milliseconds(5)) }
      }
      return FlyingFox.HTTPResponse(
        statusCode: .ok, body: ScriptedJudge.completion(ScriptedJudge.verdict("None")).body)
    }
  }

  /// Runs `body` without keeping a thread from the server.
  private func onThread<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result(catching: body)) }
    }
  }

  /// Starts a session and kills it. At an even `index` everything answered is stored by then; at an odd
  /// one the kill falls anywhere between a request and the storing of its answer.
  private func kill(_ command: [String], _ judge: Judge, _ index: Int) async throws {
    let answers = index % 7 + (index % 2 == 0 ? 0 : 12)
    let asked = index % 7 + (index % 2 == 0 ? Self.concurrency : 1)
    let key = judge.begin(answers: answers)
    let outcome = try await onThread {
      let running = try Tool.Running(command, environment: ["OPENAI_API_KEY": key])
      let deadline = Date(timeIntervalSinceNow: 60)
      running.wait { judge.askedLast >= asked || Date() > deadline }
      running.send(SIGKILL)
      return try running.outcome()
    }
    #expect(outcome.status == 128 + SIGKILL, "session \(index): \(outcome.errors)")
    #expect(judge.askedLast >= asked)
  }

  @Test func nothingIsAskedTwiceButWhatWasInFlight() async throws {
    let folder = try TemporaryFolder()
    let lines = (0..<Self.questions).map { index in
      #"{"step": \#(index / 8), "dataset": 0, "reward": 0, "question": "What is \#(index) + 7?", "#
        + #""answer": "\#(index + 7)"}"#
    }
    let log = try folder.write(lines.joined(separator: "\n"), to: "log.jsonl").path
    let imported = try await onThread { [run = folder.path("run")] in
      try Tool.run("import", log, "-o", run)
    }
    try #require(imported.status == 0, "\(imported.errors)")
    let judge = Judge()
    try await LocalServer.run {
      try await judge.answer($0)
    } _: { address in
      let command =
        ["classify", folder.path("run"), "--judge", "openai", "--url", address + "/v1"]
        + ["--model", "m", "--concurrency", "\(Self.concurrency)", "--json"]
      for index in 0..<Self.kills { try await kill(command, judge, index) }
      let key = judge.begin(answers: .max)
      let last = try await onThread { try Tool.run(command, environment: ["OPENAI_API_KEY": key]) }
      try #require(last.status == 0, "\(last.errors)")
      let report = try #require(try last.json() as? [String: Any])
      #expect(report["asked"] as? Int == judge.askedLast)
      let teacher = try #require((report["teachers"] as? [[String: Any]])?.first)
      #expect(teacher["labelled"] as? Int == Self.questions)
    }

    let sessions = judge.all
    #expect(sessions.count == Self.kills + 1)
    var later: Set<String> = []
    for (index, session) in sessions.enumerated().reversed() {
      let asked = Set(session.asked)
      #expect(asked.count == session.asked.count, "session \(index)")
      let again = asked.intersection(later)
      #expect(again.count <= Self.concurrency, "session \(index)")
      if index % 2 == 0 { #expect(again == session.held, "session \(index)") }
      later.formUnion(asked)
    }
    #expect(later.count == Self.questions)
  }
}
