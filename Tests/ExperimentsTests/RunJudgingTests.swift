// Locks:
// - every question gets the judge's label and votes; equal texts are asked once, and what they take is
//   counted once; labels of others stay
// - cut at any answer, the same call asks only what was in flight again, and ends with the same labels
// - undecided and unreadable questions are stored as such and not asked again
// - what is judged under a limit is a fixed random sample, which a greater limit extends
// - a server that stays away ends the session with what was answered stored; single failures are asked
//   again by the next call
// - a judge's name stands for one prompt and one temperature

import Diagnostics
import Foundation
import HTTP
import QuestionAnalysis
import RunStore
import Synchronization
import TestServer
import TestSupport
import Testing

@testable import Experiments

@Suite struct RunJudgingTests {
  private static let prompt = try! JudgePrompt("Judge.\n{{question}}\n{{answer}}")

  private func settings(votes: Int = 1) throws -> JudgeSettings {
    try JudgeSettings(model: "m", prompt: Self.prompt, votes: votes)
  }

  /// A run of `count` questions "q 0", "q 1" and on; the last two are the same as the first two.
  private func makeRun(_ folder: URL, count: Int) throws {
    let store = try RunStore.create(
      at: folder,
      run: RunRecord(
        commandLine: "", config: "", configHash: "", toolchain: "", operatingSystem: "", cpu: "",
        blasCore: "",
        workers: 1, started: Date()))
    try store.importQuestions { importer in
      for index in 0..<count {
        let text = "q \(index < count - 2 ? index : index - count + 2)"
        try importer.add(
          StoredQuestion(
            place: StoredQuestion.Place(seed: 0, teacher: "T"),
            question: QuestionRecord(
              position: index, question: text, answer: "5", document: "", tokenCount: 0,
              labels: [
                LabelRecord(
                  classifier: "oracle", version: 1, created: Date(), isWellPosed: true,
                  isCorrect: true, errorType: "None")
              ])), line: index + 1)
      }
      return true
    }
  }

  private func judge(
    _ folder: URL, _ judge: ScriptedJudge, votes: Int = 1, limit: Int? = nil, concurrency: Int = 4
  ) async throws -> JudgingReport {
    let settings = try settings(votes: votes)
    var judging = try RunJudging(folder: folder.path, settings: settings, url: "http://test/v1")
    let client = try await JudgeClient(settings, transport: judge, sleep: { _ in })
    try await judging.ask(
      client, limit: limit, concurrency: concurrency, progress: ProgressReporter())
    return judging.report
  }

  /// Labels and votes of every question, in order.
  private func contents(_ folder: URL) throws -> [String] {
    let store = try RunStore.open(at: folder, readOnly: true)
    var rows: [String] = []
    for judge in try store.judges() {
      let judgements = try store.judgements(by: judge.name)
      try store.forEachQuestion(QuestionSelection(classifier: judge.name, includesTexts: true)) {
        let label = $0.label
        let votes = judgements[$0.id]
        rows.append(
          "\($0.question.question): \(label?.errorType ?? "-") \(label?.verifiedAnswer ?? "-") "
            + "\(label?.detail ?? "-"), \(votes?.votes ?? -1) votes, \(votes?.unreadable ?? -1)")
      }
    }
    return rows
  }

  /// The error type goes by the question's number.
  private static func reply(_ asked: ScriptedJudge.Asked) -> HTTPResponse {
    guard let number = asked.question.split(separator: " ").last.flatMap({ Int($0) }) else {
      return ScriptedJudge.completion(ScriptedJudge.verdict("None"))
    }
    let types = ErrorType.allCases
    return ScriptedJudge.completion(
      number % 6 == 5 ? "?" : ScriptedJudge.verdict(types[number % 6].rawValue))
  }

  @Test func everythingIsJudgedOnce() async throws {
    try await TemporaryFolder.with { folder in
      try makeRun(folder, count: 14)
      let server = ScriptedJudge(Self.reply)
      let report = try await judge(folder, server)
      #expect(report.asked == 12 && report.decided == 10 && report.unreadable == 2)
      #expect(report.dialect == "json_schema")
      #expect(report.cost.requests == 13 && report.cost.promptTokens == 1300)
      #expect(report.tally.questions == 14 && report.tally.labelled == 12)
      #expect(server.questions.count == 12 && Set(server.questions).count == 12)
      #expect(report.text.contains("unreadable votes: 2 no JSON"))

      let store = try RunStore.open(at: folder, readOnly: true)
      let name = try settings().name
      #expect(try store.classifiers().map(\.name) == ["oracle", name])
      #expect(try store.judges().map(\.prompt) == [Self.prompt.text])
      let judgements = try store.judgements(by: name)
      #expect(judgements.count == 14)
      #expect(judgements.values.reduce(0) { $0 + $1.requests } == 12)
      #expect(judgements.values.reduce(0) { $0 + $1.unreadable } == 2)
      let contents = try contents(folder)
      #expect(contents[12...].elementsEqual(contents[..<2]))

      let again = try await judge(folder, server)
      #expect(again.asked == 0 && server.questions.count == 12)
      #expect(again.tally.labelled == 12)
      // Another number of votes is another judge.
      let several = try await judge(folder, server, votes: 3)
      #expect(several.asked == 12 && several.cost.requests == 37)
      #expect(try RunStore.open(at: folder, readOnly: true).judges().count == 2)
    }
  }

  @Test func cutAnywhereItContinues() async throws {
    struct Cut: Error {}
    let count = 10
    let whole = try await TemporaryFolder.with { folder in
      try makeRun(folder, count: count)
      _ = try await judge(folder, ScriptedJudge(Self.reply), votes: 2)
      return try contents(folder)
    }
    #expect(whole.count == count)
    // After each answer: a thrown error stands for a kill, for what is stored is committed.
    for cut in 1..<(2 * (count - 2)) {
      for concurrency in [1, 3] {
        try await TemporaryFolder.with { folder in
          try makeRun(folder, count: count)
          let first = ScriptedJudge { asked in
            // The warm-up is the first request.
            if asked.index > cut { throw Cut() }
            return Self.reply(asked)
          }
          await #expect(throws: Cut.self) {
            try await judge(folder, first, votes: 2, concurrency: concurrency)
          }
          let name = try settings(votes: 2).name
          let stored = try RunStore.open(at: folder, readOnly: true).judgements(by: name)
          let second = ScriptedJudge(Self.reply)
          _ = try await judge(folder, second, votes: 2, concurrency: concurrency)
          #expect(try contents(folder) == whole, "cut at \(cut)")
          let texts = Set(first.questions).intersection(second.questions)
          #expect(texts.count <= concurrency, "cut at \(cut)")
          #expect(
            Set(second.questions).count == count - 2 - stored.values.count { $0.requests > 0 })
        }
      }
    }
  }

  @Test func limitsExtend() async throws {
    try await TemporaryFolder.with { folder in
      try makeRun(folder, count: 42)
      let server = ScriptedJudge(Self.reply)
      #expect(try await judge(folder, server, limit: 10).asked == 10)
      let sample = Set(server.questions)
      #expect(sample != Set((0..<10).map { "q \($0)" }))
      #expect(try await judge(folder, server, limit: 10).asked == 0)
      #expect(try await judge(folder, server, limit: 25).asked == 15)
      #expect(try await judge(folder, server).asked == 15)
      #expect(Set(server.questions).count == 40 && server.questions.count == 40)
      try await TemporaryFolder.with { other in
        try makeRun(other, count: 42)
        let server = ScriptedJudge(Self.reply)
        _ = try await judge(other, server, limit: 10)
        #expect(Set(server.questions) == sample)
      }
    }
  }

  @Test func failuresAreAskedAgain() async throws {
    try await TemporaryFolder.with { folder in
      try makeRun(folder, count: 12)
      let moody = ScriptedJudge { asked in
        asked.question == "q 3" ? HTTPResponse(status: 500) : Self.reply(asked)
      }
      let report = try await judge(folder, moody, concurrency: 1)
      #expect(report.failed == 1 && report.asked == 9)
      #expect(report.text.contains("1 questions were not answered"))
      let server = ScriptedJudge(Self.reply)
      #expect(try await judge(folder, server).asked == 1)
      #expect(server.questions == ["q 3"])
    }
    try await TemporaryFolder.with { folder in
      try makeRun(folder, count: 22)
      let dying = ScriptedJudge { asked in
        asked.index < 9 ? Self.reply(asked) : HTTPResponse(status: 503)
      }
      let error = await #expect(throws: UserError.self) {
        try await judge(folder, dying, concurrency: 1)
      }
      #expect(try #require(error).status == .unavailable)
      let server = ScriptedJudge(Self.reply)
      #expect(try await judge(folder, server).asked == 12)
    }
  }

  @Test func oneNameIsOneJudge() async throws {
    try await TemporaryFolder.with { folder in
      try makeRun(folder, count: 4)
      _ = try await judge(folder, ScriptedJudge(Self.reply))
      let warmer = try JudgeSettings(model: "m", prompt: Self.prompt, temperature: 0.5)
      #expect(throws: UserError.self) {
        try RunJudging(folder: folder.path, settings: warmer, url: "")
      }
      #expect(throws: UserError.self) {
        try RunJudging(folder: folder.path + "/none", settings: warmer, url: "")
      }
    }
  }
}
