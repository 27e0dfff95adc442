// Locks:
// - the dialect is found by one question of the client's own, the strictest first, and kept
// - a server that refuses one name of the token limit gets the other
// - failures that pass are repeated; one that stays is no verdict, and a refused key names its variable
// - a refused or oversized reply is an unreadable vote; the key appears in no message
// - whatever bytes a judge sends are a vote, or an unreadable one
// - cost is counted; tokens are unknown where the server does not tell

import Diagnostics
import FlyingFox
import Foundation
import HTTP
import Synchronization
import TestServer
import Testing

@testable import QuestionAnalysis

private typealias Response = HTTP.HTTPResponse

@Suite struct JudgeClientTests {
  private func client(
    _ judge: some HTTPTransport, votes: Int = 1,
    redacting: @escaping @Sendable (String) -> String = { $0 }
  ) async throws -> JudgeClient {
    try await JudgeClient(
      try JudgeSettings(model: "m", votes: votes), transport: judge, redacting: redacting,
      sleep: { _ in })
  }

  private static func accepting(_ formats: [String?], refusal: Int = 400) -> ScriptedJudge {
    ScriptedJudge { asked in
      formats.contains(asked.format)
        ? ScriptedJudge.completion(ScriptedJudge.verdict("None"))
        : Response(status: refusal, body: Data("unknown response_format".utf8))
    }
  }

  @Test(arguments: [400, 422, 500, 501]) func dialectsAreFoundByTrying(_ refusal: Int) async throws
  {
    for (formats, dialect) in [
      (["json_schema", "json_object", nil], ChatDialect.jsonSchema),
      (["json_object", nil], .jsonObject), ([nil], .text),
    ] as [([String?], ChatDialect)] {
      let judge = Self.accepting(formats, refusal: refusal)
      let client = try await client(judge)
      #expect(client.dialect == dialect)
      let before = judge.asked.count
      #expect(judge.asked.allSatisfy { $0.isWarmUp && ($0.format == nil || $0.hasSchema) })
      let answer = try await client.ask(question: "1 + 1?", answer: "2")
      #expect(answer.votes.verdicts.count == 1)
      #expect(judge.asked.count == before + 1)
      #expect(judge.asked.last?.format == formats[0])
      #expect(judge.asked.last?.question == "1 + 1?")
    }
  }

  @Test func mutatedRepliesAreVotesOrUnreadable() async throws {
    let mutator = Mutex(ResponseMutator(seed: 4, path: "judge"))
    let judge = ScriptedJudge { asked in
      // Damaged within and without, as the reply is JSON in JSON.
      var (verdict, body) = (Data(ScriptedJudge.verdict("None").utf8), Data())
      mutator.withLock { mutator in
        let isInner = mutator.chooses(0.5)
        if !asked.isWarmUp, isInner { verdict = mutator.mutated(verdict) }
        body = ScriptedJudge.completion(String(decoding: verdict, as: UTF8.self)).body
        if !asked.isWarmUp, !isInner { body = mutator.mutated(body) }
      }
      return Response(status: 200, body: body)
    }
    let client = try await client(judge)
    var unreadable = 0
    let rounds = 100 * ResponseMutator.rounds
    for _ in 0..<rounds {
      let votes = try await client.ask(question: "1 + 1?", answer: "2").votes
      #expect(votes.verdicts.count + votes.unreadable.count == 1)
      unreadable += votes.unreadable.count
    }
    #expect(10 * ResponseMutator.rounds < unreadable && unreadable < rounds)
  }

  @Test func serversThatIgnoreTheFormatAreAskedForText() async throws {
    // A reply that is no verdict counts less than a dialect whose reply is one.
    let rambling = ScriptedJudge { asked in
      ScriptedJudge.completion(asked.format == nil ? ScriptedJudge.verdict("None") : "Sure!")
    }
    #expect(try await client(rambling).dialect == .text)
    let hopeless = ScriptedJudge { _ in ScriptedJudge.completion("Sure!") }
    let client = try await client(hopeless)
    #expect(client.dialect == .jsonSchema)
    #expect(client.warmUp.requests == 3)
    let answer = try await client.ask(question: "q", answer: "a")
    #expect(answer.votes.unreadable == [.noJSON])
    #expect(answer.votes.outcome == .unreadable)
  }

  @Test func newerModelsNameTheLimitOtherwise() async throws {
    let judge = ScriptedJudge { asked in
      let text = String(decoding: asked.body, as: UTF8.self)
      return text.contains("\"max_completion_tokens\"")
        ? ScriptedJudge.completion(ScriptedJudge.verdict("None"))
        : Response(
          status: 400, body: Data("'max_tokens': use 'max_completion_tokens' instead".utf8))
    }
    let client = try await client(judge)
    #expect(client.dialect == .jsonSchema)
    #expect(judge.asked.count == 2)
  }

  @Test func votesAreAskedOneByOne() async throws {
    let judge = ScriptedJudge { asked in
      ScriptedJudge.completion(
        ScriptedJudge.verdict(asked.index.isMultiple(of: 2) ? "None" : "Ambiguous"))
    }
    let answer = try await client(judge, votes: 3).ask(question: "q", answer: "a")
    // The warm-up was the first.
    #expect(answer.votes.verdicts.map(\.errorType) == [.ambiguous, .none, .ambiguous])
    #expect(
      answer.cost.requests == 3 && answer.cost.promptTokens == 300
        && answer.cost.completionTokens == 30)
  }

  @Test func stormsPass() async throws {
    let judge = ScriptedJudge { asked in
      switch asked.index % 4 {
      case 0: Response(status: 429, headers: ["retry-after": "0"])
      case 1: throw TransportFailure(.connection, "reset")
      case 2: Response(status: 503)
      default: ScriptedJudge.completion(ScriptedJudge.verdict("None"))
      }
    }
    let client = try await client(judge)
    #expect(client.dialect == .jsonSchema)
    for _ in 0..<10 {
      let answer = try await client.ask(question: "q", answer: "a")
      #expect(answer.votes.verdicts.count == 1 && answer.cost.requests == 1)
    }
  }

  @Test func failuresThatStayAreNone() async throws {
    for failing in [
      { () throws -> Response in Response(status: 500, body: Data("s3cret\u{1b}[2J".utf8)) },
      { throw TransportFailure(.connection, "refused, s3cret") },
    ] as [@Sendable () throws -> Response] {
      let judge = ScriptedJudge { asked in
        asked.isWarmUp ? ScriptedJudge.completion(ScriptedJudge.verdict("None")) : try failing()
      }
      let client = try await client(judge) { $0.replacing("s3cret", with: "<redacted>") }
      let failure = await #expect(throws: JudgeFailure.self) {
        try await client.ask(question: "q", answer: "a")
      }
      let text = try #require(failure).userError.description
      #expect(!text.contains("s3cret") && !text.contains("\u{1b}"))
    }
    let dead = ScriptedJudge { _ in throw TransportFailure(.timeout, "") }
    await #expect(throws: JudgeFailure.self) { try await client(dead) }
  }

  @Test func whatTheUserMustMend() async throws {
    for (status, word) in [
      (401, "--key-from"), (403, "--key-from"), (404, "--url"), (302, "--url"),
    ] {
      let judge = ScriptedJudge { _ in
        Response(status: status, body: Data("no: s3cret".utf8))
      }
      let error = await #expect(throws: UserError.self) {
        try await client(judge) { $0.replacing("s3cret", with: "<redacted>") }
      }
      let text = try #require(error).description
      #expect(text.contains(word) && text.contains("<redacted>"), "\(text)")
    }
    await #expect(throws: UserError.self) { try await client(Self.accepting([])) }
  }

  @Test func oddRepliesAreUnreadableVotes() async throws {
    let replies: [@Sendable () throws -> Response] = [
      { Response(status: 400, body: Data("context length".utf8)) },
      { throw TransportFailure(.tooLarge, "") },
      { Response(status: 200, body: Data("<html>".utf8)) },
      { Response(status: 200, body: Data(#"{"choices": [{"message": {"content": null}}]}"#.utf8)) },
      { ScriptedJudge.completion("{\"reasoning\": \"so", finish: "length") },
      { Response(status: 204) },
      {
        Response(
          status: 200,
          body: Data(#"{"choices": [], "usage": {"prompt_tokens": 1e300, "x": -1}}"#.utf8))
      },
    ]
    let judge = ScriptedJudge { asked in
      asked.isWarmUp
        ? ScriptedJudge.completion(ScriptedJudge.verdict("None")) : try replies[asked.index - 1]()
    }
    let answer = try await client(judge, votes: replies.count).ask(question: "q", answer: "a")
    #expect(
      answer.votes.unreadable == [
        .refused, .tooLong, .noJSON, .noJSON, .cutShort, .noJSON, .noJSON,
      ])
    #expect(answer.cost.requests == replies.count)
    #expect(answer.cost.promptTokens == nil)
    let long = try await client(Self.accepting(["json_schema"])).ask(
      question: String(repeating: "x", count: 70_000), answer: "")
    #expect(long.votes.unreadable == [.tooLong] && long.cost.requests == 0)
  }

  @Test func overTheNetwork() async throws {
    let sent = Mutex<[String]>([])
    try await LocalServer.run { request in
      sent.withLock { $0.append(request.headers[.authorization] ?? "none") }
      #expect(request.path == "/v1/chat/completions")
      let answer = ScriptedJudge.completion(ScriptedJudge.verdict("Arithmetic"))
      return .init(statusCode: .ok, body: answer.body)
    } _: { address in
      let key = try APIKey(environmentVariable: "K", in: ["K": "s3cret"])
      let transport = try URLSessionTransport(
        base: address + "/v1", key: key, maximumBytes: JudgeClient.responseLimit)
      let answer = try await client(transport).ask(question: "2 + 2?", answer: "5")
      #expect(answer.votes.verdicts.map(\.errorType) == [.arithmetic])
    }
    #expect(sent.withLock { $0 } == ["Bearer s3cret", "Bearer s3cret"])
  }
}
