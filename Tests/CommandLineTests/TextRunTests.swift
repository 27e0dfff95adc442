// Behaviours locked here: a run on text problems, from a pretrained model's folder and with a stop
// text of two tokens, has the same digest with one and two workers, and after SIGKILL at any outer
// step.

import Foundation
import LanguageModel
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
      var stopped: (folder: TemporaryFolder, status: Int32)
      var attempts = 0
      repeat {
        let folder = try Self.folder()
        let running = try Tool.Running(Self.arguments(workers: 2), in: folder.url)
        running.wait { folder.exists("run/checkpoints/seed-1/\(point)") }
        running.send(SIGKILL)
        stopped = (folder, try running.outcome(timeout: 20).status)
        attempts += 1
      } while stopped.status == 0 && attempts < 20
      #expect(stopped.status == 128 + SIGKILL, "the run was over before \(point)")
      let resumed = try Tool.run(
        "run", "--resume", "run", "--no-cache", "--workers", "1", in: stopped.folder.url)
      #expect(resumed.status == 0, "\(point): \(resumed.errors)")
      #expect(try TinyRun.digest(stopped.folder) == digest, "\(point)")
    }
  }
}
