// Locks: text tasks keep every rule of tasks, with the capabilities that their problems allow; hard
// candidates are distinct, none of them an example, and too many are refused.

import Conformance
import Foundation
import Randomness
import Tasks
import TestSupport
import Testing
import TextTasks
import Tokenization

@Suite struct TaskTests {
  private static let forms: [@Sendable (inout TaskConfiguration) -> Void] = [
    { _ in },
    {
      $0.arithmetic.hard[0].form = .story
      $0.format.student = "{question}\nAnswer:"
      $0.format.document = "Question: {question} Answer: {answer}"
      $0.format.stop = ["\n"]
    },
    {
      $0.format.document = "(?<question>.+?)=(?<answer>.+)"
      $0.verifier.kind = .fraction
      $0.format.answer = "(\\d+)"
    },
  ]

  @Test(arguments: 0..<3) func arithmeticKeepsTheRules(index: Int) async throws {
    let task = try await makeTask(Self.forms[index])
    #expect(
      task is any EasierProblems & AnswerOracle & QuestionValidator & QuestionDesigner & ExactLabels
    )
    #expect((task is any TwoTurnTeaching) == (index < 2))
    let findings = try await TaskConformance.check(task)
    #expect(findings.isEmpty, "\(findings)")
    #expect(findings.rules.count > 28)
  }

  private func file(_ folder: TemporaryFolder) throws -> String {
    let lines = (0..<60).map { index in
      #"{"question": "\#(index) + \#(index)?", "answer": "\#(2 * index)", "level": \#(index % 3)}"#
    }
    return try folder.write(lines.joined(separator: "\n"), to: "p.jsonl").path
  }

  @Test func filesKeepTheRules() async throws {
    let folder = try TemporaryFolder()
    let path = try file(folder)
    for easier in [[], ["0", "1"]] {
      let task = try await makeTask {
        $0.file = path
        $0.easierLevels = easier
        $0.verifier.kind = .number
      }
      #expect((task is any EasierProblems) == !easier.isEmpty)
      #expect(!(task is any AnswerOracle))
      let findings = try await TaskConformance.check(task, problems: 20)
      #expect(findings.isEmpty, "\(findings)")
    }
  }

  @Test func levelsChooseProblems() async throws {
    let folder = try TemporaryFolder()
    let path = try file(folder)
    let task = try await makeTask {
      $0.file = path
      $0.hardLevels = ["2"]
      $0.easierLevels = ["0"]
    }
    var stream = RandomStream(seed: 1, path: "candidates")
    let candidates = try task.hardCandidates(20, using: &stream)
    #expect(Set(candidates.map(\.question)).count == 20)
    #expect(candidates.allSatisfy { $0.length == 2 && Int($0.question.answer)! / 2 % 3 == 2 })
    #expect(candidates.map(\.question.answer) != candidates.map(\.question.answer).sorted())
    let easier = try #require(task as? any EasierProblems)
    for _ in 0..<20 {
      #expect(Int(easier.easierProblem(using: &stream).answer)! / 2 % 3 == 0)
    }
    // Of a file that has fewer, all.
    #expect(
      Set(try task.hardCandidates(21, using: &stream).map(\.question))
        == Set(candidates.map(\.question)))
  }

  @Test func candidatesAreDistinctAndNoExamples() async throws {
    let task = try await makeTask {
      $0.arithmetic.hard = [
        ArithmeticFamily(digits: [1, 1]),
        ArithmeticFamily(form: .question, digits: [2, 2], operations: [.subtract]),
      ]
      $0.arithmetic.easier = [ArithmeticFamily(digits: [1, 2])]
      $0.format.examples[0] = PromptFormat.Example(question: "What is 4 + 5?", answer: "9")
    }
    var stream = RandomStream(seed: 1, path: "candidates")
    let candidates = try task.hardCandidates(198, using: &stream)
    #expect(Set(candidates.map(\.question.question)).count == 198)
    #expect(!candidates.contains { $0.question.question == "4 + 5" })
    #expect(candidates.prefix(2).map(\.length) == [2, 3])
    #expect(
      await complaint { _ = try task.hardCandidates(200, using: &stream) }
        == "hardSet.candidates: is 200, but task.arithmetic.hard[0] has hardly more than 99 distinct "
        + "problems (lower it to 198, or add families or digits)")
  }

  @Test func theVerifierSaysWhatGrades() async throws {
    let task = try await makeTask { $0.verifier.kind = .number }
    #expect(
      task.verifier.description == "number (relative tolerance 0.000001, absolute 0.000000001)")
    #expect(await task.verifier.report.compared == 0)
  }
}
