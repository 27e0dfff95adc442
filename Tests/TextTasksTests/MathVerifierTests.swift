// Locks: the helper process starts again after a hang, a crash or garbage; the answer to blame counts as
// wrong and is reported; grades depend on neither batch nor order; the process ends with its owner; a
// missing Python or package is one line. With SOAR_MATH_PYTHON, a Python that has math-verify, also:
// the real program grades as it should and does not hang on a tower of powers.

import Diagnostics
import Foundation
import TestSupport
import Testing
import TextTasks

@Suite struct MathVerifierTests {
  /// A program that runs `Fixtures/helper.py`.
  private static func helper(_ folder: TemporaryFolder, _ mode: String = "") throws -> String {
    try folder.writeProgram(
      "#!/bin/sh\nSOAR_TEST_HELPER=\(mode) exec python3 '\(Fixture.url("helper.py").path)'\n",
      to: "python"
    ).path
  }

  private static func verifier(_ python: String, seconds: Double = 5) async throws -> MathVerifier {
    var configuration = VerifierConfiguration()
    configuration.kind = .mathVerify
    configuration.python = python
    configuration.secondsPerAnswer = seconds
    return try await MathVerifier(configuration)
  }

  private static func pairs(_ answers: [String]) -> [AnswerPair] {
    answers.map { AnswerPair(reference: "x + " + $0, answer: $0) }
  }

  @Test func anAnswerThatBreaksTheHelperCountsAsWrong() async throws {
    let folder = try TemporaryFolder()
    // Nothing here should time out, on a busy machine either.
    let verifier = try await Self.verifier(try Self.helper(folder), seconds: 120)
    #expect(verifier.description.hasPrefix("fake helper"))
    let answers = ["a", "crash", "b", "garbage", "silent-end", "c", "wrong-place", "once", "a"]
    let found = try await verifier.compare(Self.pairs(answers))
    #expect(
      found == [
        .different, .failed, .different, .failed, .failed, .different, .failed, .different,
        .different,
      ])
    let report = await verifier.report
    #expect(report.compared == 8 && report.failed == 4 && report.timedOut == 0)
    #expect(report.restarts == 7)
    #expect(report.examples.map(\.answer) == ["crash", "garbage", "silent-end", "wrong-place"])
    // In the other order, and one at a time.
    let reversed = try await verifier.compare(Self.pairs(answers.reversed()))
    #expect(reversed == found.reversed())
    for (answer, comparison) in zip(answers, found).prefix(2) {
      #expect(try await verifier.compare(Self.pairs([answer])) == [comparison])
    }
  }

  @Test func aHangEnds() async throws {
    let folder = try TemporaryFolder()
    let verifier = try await Self.verifier(try Self.helper(folder), seconds: 0.1)
    // Found without the helper: the same normal form.
    let pairs = [AnswerPair(reference: "1/2", answer: "0.5")] + Self.pairs(["hang", "a", ""])
    #expect(try await verifier.compare(pairs) == [.equal, .timedOut, .different, .unreadable])
    #expect(await verifier.report.timedOut == 1)
  }

  @Test func manyCallersShareOneHelper() async throws {
    let folder = try TemporaryFolder()
    let verifier = try await Self.verifier(try Self.helper(folder))
    let long = String(repeating: "y", count: 900)
    try await withThrowingTaskGroup(of: [AnswerComparison].self) { group in
      for caller in 0..<8 {
        group.addTask {
          try await verifier.compare(
            (0..<150).map { AnswerPair(reference: "z", answer: "\(long) \(caller) \($0)") })
        }
      }
      for try await found in group {
        #expect(found.count == 150 && found.allSatisfy { $0 == .different })
      }
    }
    #expect(await verifier.report.compared == 1200)
  }

  @Test func theHelperEndsWithItsOwner() async throws {
    let folder = try TemporaryFolder()
    var verifier: MathVerifier? = try await Self.verifier(try Self.helper(folder))
    let number = try #require(
      verifier?.description.split(separator: " ").last.flatMap { pid_t($0) })
    #expect(kill(number, 0) == 0)
    verifier = nil
    for _ in 0..<100 where kill(number, 0) == 0 { try await Task.sleep(for: .milliseconds(50)) }
    #expect(kill(number, 0) != 0)
  }

  @Test func whatIsMissingIsOneLine() async throws {
    let folder = try TemporaryFolder()
    let missing = try Self.helper(folder, "missing")
    #expect(
      await complaint { _ = try await Self.verifier(missing) }
        == "task.verifier.python: '\(missing)' lacks the Python package math-verify "
        + "(install it: \(missing) -m pip install 'math-verify[antlr4_13_2]')")
    let noise = try Self.helper(folder, "noise")
    #expect(
      await complaint { _ = try await Self.verifier(noise) }
        == "task.verifier.python: '\(noise)' does not run the helper of math-verify "
        + "(see why: \(noise) -c 'import math_verify')")
    for none in ["no-such-python", "/no/such/python"] {
      #expect(
        await complaint { _ = try await Self.verifier(none) }
          == "task.verifier.python: there is no program '\(none)' that can be run "
          + "(install Python 3.9 or newer and then \(none) -m pip install 'math-verify[antlr4_13_2]')"
      )
    }
  }

  // MARK: - The real one

  private static let python = ProcessInfo.processInfo.environment["SOAR_MATH_PYTHON"]

  @Test(.enabled(if: python != nil, "needs SOAR_MATH_PYTHON, a Python with math-verify"))
  func mathVerifyGrades() async throws {
    let verifier = try await Self.verifier(try #require(Self.python), seconds: 2)
    #expect(verifier.description.hasPrefix("math-verify "))
    let cases: [(String, String, AnswerComparison)] = [
      ("x^2+2x+1", "(x+1)^2", .equal), ("\\frac{\\sqrt{2}}{2}", "\\frac{1}{\\sqrt 2}", .equal),
      ("\\{1,2\\}", "\\{2, 1\\}", .equal), ("\\boxed{5}", "5.0", .equal), ("x", "y", .different),
      ("(1,2)", "(2,1)", .different), ("$x+1$", "1 + x", .equal), ("1/3", "0.33", .different),
      ("1", "9^{9^{9}}", .timedOut), ("2x", "x+x", .equal), ("1", "]]][", .unreadable),
    ]
    let pairs = cases.map { AnswerPair(reference: $0.0, answer: $0.1) }
    let found = try await verifier.compare(pairs)
    for (each, comparison) in zip(cases, found) {
      #expect(comparison == each.2, "\(each.0) and \(each.1)")
    }
    let other = try await verifier.compare(pairs.reversed())
    #expect(other == found.reversed())
    #expect(try await verifier.compare(Array(pairs.prefix(3))) == Array(found.prefix(3)))
  }

  @Test(.enabled(if: python != nil, "needs SOAR_MATH_PYTHON, a Python with math-verify"))
  func unreadableReferencesAreFound() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      """
      {"question": "one", "answer": "\\\\frac{1}{2}"}
      {"question": "two", "answer": "]]]["}
      """, to: "problems.jsonl")
    let report = try await TextTask.check(
      configuration {
        $0.file = file.path
        $0.verifier.kind = .mathVerify
        $0.verifier.python = Self.python ?? ""
      })
    #expect(report.findings.map(\.place) == ["line 2: answer"])
  }
}
