// Behaviours locked here: a run on text problems, from a pretrained model's folder and with a stop
// text of two tokens, has the same digest with one and two workers, and after SIGKILL at any outer
// step; a problem file with fewer problems than candidates is screened whole, and one that has changed
// since is refused.

import Foundation
import LanguageModel
import RunStore
import TestSupport
import Testing
import Tokenization

@Suite(.serialized) struct TextRunTests {
  /// Sixteen tokens, so that even random weights now and then write a number and end it.
  private static let configuration = #"""
    seeds: [1]
    model: {folder: model}
    task:
      kind: text
      arithmetic:
        hard: [{digits: [2, 2]}]
        easier: [{digits: [1, 1]}]
      format: {studentTokens: 6, stop: ["\n", "= "], teacherStop: ["\n"]}
    hardSet: {candidates: 16, samples: 4, size: 8}
    transfer: {size: 0}
    student: {batchQuestions: 2, groupSize: 8, learningRate: 0.01}
    teacher: {learningRate: 0.01}
    soar:
      outerSteps: 4
      datasets: 2
      questionsPerDataset: 2
      innerSteps: 2
      rewardBy: probability
      rewardQuestions: 4
      window: 1
      threshold: -1
      confirmationStudents: 0
    teachers: [{name: SOAR, poolSize: 8}]
    arms:
      - {name: Base}
      - {name: Hard-Only, steps: 2}
      - {name: Curated, source: curated, sourceCount: 4, mixing: alone, steps: 2}
      - {name: Grounded-T, source: trainedTeacher, sourceCount: 4, mixing: alone, steps: 2}
    evaluation: {samples: 4, passAt: [1, 4], exact: true, greedyEvery: 1, testEvery: 0}

    """#

  /// A folder as a user has one: Llama-shaped weights, a byte-level tokenizer, an end token.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(configuration, to: "text.yaml")
    let tokens = ["<|end|>", "Ċ", "Ġ"] + (0...9).map(String.init) + ["+", "-", "="]
    let vocabulary = tokens.enumerated().map { "\"\($1)\": \($0)" }.joined(separator: ", ")
    let level =
      #"{"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true}"#
    let tokenizer = """
      {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [{"id": 0,
      "content": "<|end|>", "single_word": false, "lstrip": false, "rstrip": false,
      "normalized": false, "special": true}], "normalizer": null, "pre_tokenizer": \(level),
      "post_processor": null, "decoder": \(level), "model": {"type": "BPE", "dropout": null,
      "unk_token": null, "continuing_subword_prefix": null, "end_of_word_suffix": null,
      "fuse_unk": false, "byte_fallback": false, "ignore_merges": false,
      "vocab": {\(vocabulary)}, "merges": []}}
      """
    let model = Transformer(
      TransformerConfiguration(
        vocabularySize: tokens.count, hiddenSize: 16, intermediateSize: 24, layerCount: 1,
        headCount: 2, keyValueHeadCount: 1, headDimension: 8, maximumPositions: 96), seed: 1)
    try ModelFolder.save(
      model, tokenizerFile: Data(tokenizer.utf8), specialTokens: SpecialTokens(end: [0]),
      to: folder.file("model"))
    return folder
  }

  private static func arguments(workers: Int) -> [String] {
    ["run", "text.yaml", "--output", "run", "--no-cache", "--workers", "\(workers)"]
  }

  @Test func workersAndKillsChangeNoDigest() throws {
    let undisturbed = try Self.folder()
    let outcome = try Tool.run(Self.arguments(workers: 1), in: undisturbed.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let digest = try TinyRun.digest(undisturbed)
    // Some student learned, else the teacher would have taken no step.
    #expect(undisturbed.exists("run/checkpoints/seed-1/step-3/teacher/optimizer.safetensors"))

    let pair = try Self.folder()
    #expect(try Tool.run(Self.arguments(workers: 2), in: pair.url).status == 0)
    #expect(try TinyRun.digest(pair) == digest)

    for point in ["step-0", "step-1", "step-2"] {
      let stopped = try Self.killed(at: point) { try Self.folder() }
      let resumed = try Tool.run(
        "run", "--resume", "run", "--no-cache", "--workers", "1", in: stopped.url)
      #expect(resumed.status == 0, "\(point): \(resumed.errors)")
      #expect(try TinyRun.digest(stopped) == digest, "\(point)")
    }
  }

  @Test func theProblemsOfARunStayThoseThatWereScreened() throws {
    let problems = (11...20).map { #"{"question": "\#($0) + 7", "answer": "\#($0 + 7)"}"# + "\n" }
    let run = try Self.killed(at: "step-0") {
      let folder = try Self.folder()
      try folder.write(problems.joined(), to: "mine.jsonl")
      // The file has no easier problems for a pool or a curriculum.
      let configuration = Self.configuration.split(
        separator: "\n", omittingEmptySubsequences: false
      )
      .filter { !$0.contains("Curated") }.joined(separator: "\n")
      .replacing("poolSize: 8", with: "promotion: true")
      .replacing(
        /arithmetic:\n.*\n.*\n/, with: "file: mine.jsonl\n  verifier: {kind: integer}\n")
      try folder.write(configuration, to: "text.yaml")
      return folder
    }
    let store = try RunStore.open(at: run.file("run"), readOnly: true)
    #expect(try store.screening().count == problems.count)
    let kept = try #require(store.hardProblems().first { $0.split == .train }?.id)

    func resume(with lines: [String]) throws -> Tool.Outcome {
      try run.write(lines.joined(), to: "mine.jsonl")
      return try Tool.run("run", "--resume", "run", "--no-cache", "--workers", "1", in: run.url)
    }
    let before = try TinyRun.digest(run)
    var edited = problems
    edited[kept] = #"{"question": "3 + 4", "answer": "7"}"# + "\n"
    let changed = try resume(with: edited)
    #expect(changed.status == 65)
    #expect(changed.errors.contains("is not the one that was screened"), "\(changed.errors)")
    let longer = try resume(with: problems + [#"{"question": "3 + 4", "answer": "7"}"# + "\n"])
    #expect(longer.status == 65)
    #expect(longer.errors.contains("draws 11 candidates, but 10 were screened"), "\(longer.errors)")
    #expect(try TinyRun.digest(run) == before)
    let restored = try resume(with: problems)
    #expect(restored.status == 0, "\(restored.errors)")
  }

  /// The folder of a run that was killed once the checkpoint was there.
  private static func killed(
    at point: String, of folder: () throws -> TemporaryFolder
  ) throws -> TemporaryFolder {
    var stopped: (folder: TemporaryFolder, outcome: Tool.Outcome)
    var attempts = 0
    repeat {
      let folder = try folder()
      let running = try Tool.Running(arguments(workers: 2), in: folder.url)
      running.wait { folder.exists("run/checkpoints/seed-1/\(point)") }
      running.send(SIGKILL)
      stopped = (folder, try running.outcome(timeout: 20))
      attempts += 1
    } while stopped.outcome.status == 0 && attempts < 20
    let (status, errors) = (stopped.outcome.status, stopped.outcome.errors)
    #expect(status == 128 + SIGKILL, "the run was over before \(point): \(errors)")
    return stopped.folder
  }
}
