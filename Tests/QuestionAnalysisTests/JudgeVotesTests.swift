// Locks:
// - well-posed or not by more than half of all votes, right or wrong by more than half of those for
//   well-posed; a tie decides nothing; unreadable votes count against a majority
// - of the winning side the most frequent error type and answer, of equals the first
// - names of judges hold model, prompt and number of votes; settings out of range are refused

import Diagnostics
import Testing

@testable import QuestionAnalysis

@Suite struct JudgeVotesTests {
  /// N right, A arithmetic, L logical fallacy, I impossible, M missing data, x unreadable.
  private func outcome(_ letters: String, answers: [String] = []) -> JudgeVotes.Outcome {
    var votes = JudgeVotes()
    for (index, letter) in letters.enumerated() {
      let types: [Character: ErrorType] = [
        "N": .none, "A": .arithmetic, "L": .logicalFallacy, "I": .illPosed, "M": .ambiguous,
      ]
      guard let type = types[letter] else {
        votes.add(.failure(.noJSON))
        continue
      }
      votes.add(
        .success(
          Verdict(
            isWellPosed: type.isOfWellPosed, isCorrect: type == .none, errorType: type,
            verifiedAnswer: index < answers.count ? answers[index] : nil)))
    }
    return votes.outcome
  }

  private func type(_ letters: String) -> ErrorType? {
    if case .decided(let verdict) = outcome(letters) { verdict.errorType } else { nil }
  }

  @Test func majorities() {
    #expect(type("N") == ErrorType.none)
    #expect(type("NNA") == ErrorType.none)
    #expect(type("NAL") == .arithmetic)
    #expect(type("NLA") == .logicalFallacy)
    #expect(type("MIM") == .ambiguous)
    #expect(type("IMN") == .illPosed)
    #expect(type("NNAIM") == ErrorType.none)
    #expect(type("AALLN") == .arithmetic)
    #expect(type("NNx") == ErrorType.none)
    for tie in ["NI", "NAI", "NA", "NNIM", "Nx", "Nxx", "IIxx", "NNxIx"] {
      #expect(outcome(tie) == .undecided, "\(tie)")
    }
    #expect(outcome("xx") == .unreadable)
    #expect(outcome("") == .unreadable)
  }

  @Test func answersOfTheWinners() {
    guard case .decided(let verdict) = outcome("ANAAN", answers: ["7", "9", "8", "8", "9"]) else {
      Issue.record("undecided")
      return
    }
    #expect(verdict.verifiedAnswer == "8")
    guard case .decided(let verdict) = outcome("AA", answers: ["7", "8"]) else {
      Issue.record("undecided")
      return
    }
    #expect(verdict.verifiedAnswer == "7")
  }

  @Test func names() throws {
    let prompt = JudgePrompt.standard.version
    #expect(try JudgeSettings(model: "a/b").name == "openai:a/b:\(prompt)")
    let several = try JudgeSettings(model: "m", votes: 5)
    #expect(several.name == "openai:m:\(prompt):votes5")
    #expect(several.temperature == 1)
    #expect(try JudgeSettings(model: "m").temperature == 0)
    for (model, votes, temperature, tokens) in [
      ("", 1, 0.0, 100), ("a\nb", 1, 0, 100), ("\u{202e}", 1, 0, 100), ("m", 0, 0, 100),
      ("m", 1000, 0, 100), ("m", 1, .nan, 100), ("m", 1, -1, 100), ("m", 1, 0, 1),
    ] {
      #expect(throws: UserError.self) {
        try JudgeSettings(
          model: model, votes: votes, temperature: temperature, maximumTokens: tokens)
      }
    }
  }
}
