// Locks: on arithmetic questions, whose exact labels `classify` calculates, `judge-check --json` finds a
// judge's error rates, and corrects its shares of another run to the exact ones.

import FlyingFox
import Foundation
import HTTP
import TestServer
import TestSupport
import Testing

@Suite struct JudgeCommandArithmeticTests {
  /// What a question is, and so the judge's errors on it.
  private enum Kind: CaseIterable {
    case correct, wrong, illPosed

    /// Of ten questions the judge takes one of the well-posed for ambiguous, and two of the others for
    /// correct: sensitivity 0.9 and specificity 0.8, for both well-posed and correct.
    func verdict(_ index: Int) -> String {
      switch (self, index % 10) {
      case (.correct, 3), (.wrong, 3): "Ambiguous"
      case (.wrong, 0), (.wrong, 5), (.illPosed, 0), (.illPosed, 5): "None"
      case (.correct, _): "None"
      case (.wrong, _): "Arithmetic"
      case (.illPosed, _): "Ambiguous"
      }
    }
  }

  /// A log of so many questions of each kind, and the judge's verdicts on them.
  private func log(
    _ counts: [Kind: Int], from first: Int
  ) -> (lines: String, verdicts: [String: String]) {
    var lines: [String] = []
    var verdicts: [String: String] = [:]
    for kind in Kind.allCases {
      for index in 0..<(counts[kind] ?? 0) {
        let a = first + lines.count
        let b = 3 * a % 89 + 1
        let question = "What is \(a) + \(kind == .illPosed ? "x" : "\(b)")?"
        lines.append(
          #"{"step": 0, "dataset": \#(lines.count / 4), "reward": 0, "question": "\#(question)", "#
            + #""answer": "\#(a + b + (kind == .wrong ? 1 : 0))"}"#)
        verdicts[question] = kind.verdict(index)
      }
    }
    return (lines.joined(separator: "\n"), verdicts)
  }

  /// The tokenizer and the shape of a model, which a text task's configuration needs.
  private func writeConfiguration(in folder: TemporaryFolder) throws {
    let tokenizer = TokenizeCommandTests.folder.appendingPathComponent("smollm2/tokenizer.json")
    let shape = try String(
      contentsOf: ModelFixtures.folder.appendingPathComponent("mha-tied/config.json"),
      encoding: .utf8
    ).replacing(#""vocab_size": 24"#, with: #""vocab_size": 2048"#)
      .replacing(
        #""max_position_embeddings": 64"#, with: #""max_position_embeddings": 2048"#)
    try FileManager.default.createDirectory(
      at: folder.file("model"), withIntermediateDirectories: false)
    try folder.write(Data(contentsOf: tokenizer), to: "model/tokenizer.json")
    try folder.write(shape, to: "model/config.json")
    try folder.write(
      "task: {kind: text}\nmodel: {folder: model}\ntransfer: {size: 0}\n", to: "sums.yaml")
  }

  private func run(_ arguments: [String], in folder: URL) async throws -> Tool.Outcome {
    let outcome = try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try Tool.run(arguments, in: folder) })
      }
    }
    try #require(outcome.status == 0, "\(arguments): \(outcome.errors)")
    return outcome
  }

  @Test func sharesAreCorrectedToTheExactOnes() async throws {
    let folder = try TemporaryFolder()
    try writeConfiguration(in: folder)
    let checked = log([.correct: 160, .wrong: 100, .illPosed: 60], from: 10)
    let other = log([.correct: 57, .wrong: 183, .illPosed: 64], from: 410)
    let verdicts = checked.verdicts.merging(other.verdicts) { $1 }
    try await LocalServer.run { request in
      let asked = ScriptedJudge.Asked(try await request.bodyData)
      let verdict = ScriptedJudge.verdict(verdicts[asked.question] ?? "None")
      return FlyingFox.HTTPResponse(statusCode: .ok, body: ScriptedJudge.completion(verdict).body)
    } _: { address in
      for (name, lines) in [("checked", checked.lines), ("other", other.lines)] {
        try folder.write(lines, to: "\(name).jsonl")
        _ = try await run(["import", "\(name).jsonl", "-o", name], in: folder.url)
        let exact = try await run(["classify", name, "--config", "sums.yaml"], in: folder.url)
        #expect(exact.output.contains("questions labelled by arithmetic"))
        _ = try await run(
          ["classify", name, "--judge", "openai", "--url", address + "/v1", "--model", "m"],
          in: folder.url)
      }
    }

    let check = try await run(
      ["judge-check", "checked", "--apply", "other", "--json"], in: folder.url)
    let document = try #require(try check.json() as? [String: Any])
    #expect(document["reference"] as? String == "arithmetic")
    #expect(document["compared"] as? Int == 320)
    let labels = try #require(document["labels"] as? [String: [String: Any]])
    for name in ["well_posed", "correct"] {
      let label = try #require(labels[name])
      #expect(try value(label["sensitivity"], holds: 0.9) == 0.9)
      #expect(try value(label["specificity"], holds: 0.8) == 0.8)
      let kappa = try value(label["kappa"])
      #expect(0.5 < kappa && kappa < 0.9)
    }
    let shares = try #require(document["shares"] as? [[String: Any]])
    for (name, exact) in [("well_posed", 240.0 / 304), ("correct", 57.0 / 304)] {
      let share = try #require(
        shares.first { $0["label"] as? String == name && $0["group"] as? String == "SOAR" })
      let reference = try #require(share["reference"] as? Double)
      #expect(abs(reference - exact) < 1e-12)
      let corrected = try value(share["corrected"], holds: exact)
      #expect(abs(corrected - exact) < 0.01)
      let judged = try #require(share["judged"] as? Double)
      #expect(abs(judged - exact) > 3 * abs(corrected - exact))
    }
  }

  /// - Parameter truth: what the interval has to cover.
  private func value(_ estimate: Any?, holds truth: Double? = nil) throws -> Double {
    let estimate = try #require(estimate as? [String: Any])
    let lower = try #require(estimate["lower"] as? Double)
    let upper = try #require(estimate["upper"] as? Double)
    if let truth { #expect(lower <= truth && truth <= upper) }
    return try #require(estimate["value"] as? Double)
  }
}
