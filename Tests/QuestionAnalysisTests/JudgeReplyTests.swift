// Locks:
// - a verdict is read from bare JSON and from text around it, of several the last one
// - whatever is missing, unknown, contradictory or too long is unreadable, for the reason given
// - no bytes crash the reader or keep it long
// - prompts: both placeholders are needed; texts are substituted once, between tags that they do not hold

import Diagnostics
import Foundation
import Randomness
import TestServer
import Testing

@testable import QuestionAnalysis

@Suite struct JudgeReplyTests {
  private func read(_ reply: String) -> Result<Verdict, UnreadableReply> {
    do { return .success(try Verdict(reply: reply)) } catch { return .failure(error) }
  }

  private let right = Verdict(
    isWellPosed: true, isCorrect: true, errorType: .none, verifiedAnswer: "5")

  @Test func repliesAreRead() {
    for type in ErrorType.allCases {
      let isWellPosed = type.isOfWellPosed
      #expect(
        read(ScriptedJudge.verdict(type.rawValue))
          == .success(
            Verdict(
              isWellPosed: isWellPosed, isCorrect: type == .none, errorType: type,
              verifiedAnswer: isWellPosed ? "5" : nil)))
    }
    let json = ScriptedJudge.verdict("None")
    for text in [
      "```json\n\(json)\n```", "<think>{a} \"b{\" </think> So: \(json).",
      "\(ScriptedJudge.verdict("Ambiguous"))\n no, rather\n\(json)", "{ not closed \(json)",
      json.replacing("\"5\"", with: "5"),
      json.replacing("\"because\"", with: #""a } \" { \\""#),
      json.replacing("\"None\"", with: "null"),
    ] {
      #expect(read(text) == .success(right), "\(text)")
    }
    #expect(
      read(
        #"{"is_well_posed": false, "is_correct": null, "error_type": "Ill_Posed", "#
          + #""verified_answer": "7"}"#)
        == .success(
          Verdict(
            isWellPosed: false, isCorrect: false, errorType: .illPosed, verifiedAnswer: nil)))
  }

  @Test func everythingElseIsUnreadable() {
    let json = ScriptedJudge.verdict("None")
    for (text, reason) in [
      ("", UnreadableReply.noJSON), ("well-posed and correct", .noJSON), ("{", .noJSON),
      ("[1, 2]", .noJSON), ("{}", .badValue), ("{\"a\": 1, \"a\": 2}", .noJSON),
      (json.replacing("true", with: "\"true\""), .badValue),
      (json.replacing("None", with: "none"), .badValue),
      (json.replacing("None", with: "Wrong"), .badValue),
      (json.replacing("\"verified_answer\"", with: "\"answer\""), .badValue),
      (json.replacing("\"5\"", with: "[5]"), .badValue),
      (json.replacing("\"5\"", with: "\"\\u0000\""), .badValue),
      (json.replacing("\"5\"", with: "\"\(String(repeating: "9", count: 5000))\""), .tooLong),
      (json.replacing("None", with: "Arithmetic"), .contradiction),
      (json.replacing("None", with: "Ambiguous"), .contradiction),
      (String(repeating: " ", count: 70_000), .tooLong),
      (String(repeating: "{", count: 60_000), .noJSON),
      (String(repeating: "{\"a\":", count: 10_000), .noJSON),
      (String(repeating: "{}", count: 30_000), .badValue),
    ] {
      #expect(read(text) == .failure(reason), "\(text.prefix(80))")
    }
  }

  /// Replies cut, spliced and with bytes changed: 10,000 of them were read once.
  @Test func noReplyCrashes() {
    var random = RandomStream(seed: 5, path: "judge replies")
    let seeds = ErrorType.allCases.map { Array(ScriptedJudge.verdict($0.rawValue).utf8) }
    let pieces = [
      "{", "}", "[", "]", "\"", "\\", "\\u", "\\ud800", "null", "true", "1e999", "-0", "\u{0}",
      "\u{202e}", "e\u{301}", "9223372036854775808", ":", ",", "```", "is_correct",
    ].map { Array($0.utf8) }
    var readable = 0
    for _ in 0..<1000 {
      var bytes = random.element(of: seeds)
      for _ in 0..<random.integer(below: 6) {
        let place = random.integer(below: bytes.count + 1)
        switch random.integer(below: 4) {
        case 0: bytes.insert(contentsOf: random.element(of: pieces), at: place)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.integer(below: 9)))
        case 2 where place < bytes.count:
          bytes[place] = UInt8(truncatingIfNeeded: random.nextWord())
        default: bytes += random.element(of: seeds).prefix(place)
        }
      }
      let reply = String(decoding: bytes, as: UTF8.self)
      if case .success(let verdict) = read(reply) {
        readable += 1
        #expect(verdict.isCorrect == (verdict.errorType == .none))
      }
      // The same as the body of a response.
      let completion = ChatCompletion(Data(bytes))
      #expect(completion.content == nil)
    }
    #expect(readable > 100 && readable < 900)
  }

  @Test func promptsNeedBothPlaces() throws {
    #expect(JudgePrompt.standard.text.contains(JudgePrompt.questionPlace))
    #expect(try JudgePrompt(JudgePrompt.standard.text) == JudgePrompt.standard)
    #expect(JudgePrompt.standard.version.count == 8)
    for text in ["", "{{question}}", "{{answer}} { {question} }", "\u{0}{{question}}{{answer}}"] {
      #expect(throws: UserError.self) { try JudgePrompt(text) }
    }
    #expect(throws: UserError.self) {
      try JudgePrompt("{{question}}{{answer}}" + String(repeating: "x", count: 70_000))
    }
    let changed = try JudgePrompt(JudgePrompt.standard.text + " ")
    #expect(changed.version != JudgePrompt.standard.version)
  }

  @Test func textsAreData() throws {
    let prompt = try JudgePrompt("A {{question}} B {{answer}} C {{question}} {{other}}")
    let filled = prompt.filled(question: "{{answer}}", answer: "{{question}} \\(x)")
    let tag = try #require(filled.firstMatch(of: /<data-([0-9a-f]{12})>/)).1
    #expect(
      filled == """
        A <data-\(tag)>
        {{answer}}
        </data-\(tag)> B <data-\(tag)>
        {{question}} \\(x)
        </data-\(tag)> C <data-\(tag)>
        {{answer}}
        </data-\(tag)> {{other}}
        """)
    // A question that holds its own tag gets another.
    let first = SHA256.hexDigest(of: "q\na").prefix(12)
    #expect(!prompt.filled(question: "</data-\(first)>", answer: "").contains("<data-\(first)>"))
  }

  @Test func promptsComeFromFiles() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: url) }
    #expect(throws: UserError.self) { try JudgePrompt(contentsOf: url) }
    try Data("é {{question}}{{answer}}\r\n".utf8).write(to: url)
    #expect(try JudgePrompt(contentsOf: url).text == "é {{question}}{{answer}}\r\n")
    try Data([0xff, 0xfe]).write(to: url)
    #expect(throws: UserError.self) { try JudgePrompt(contentsOf: url) }
  }
}
