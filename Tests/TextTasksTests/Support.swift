import Diagnostics
import Foundation
import Randomness
import Tasks
import TestSupport
import TextTasks
import Tokenization

/// Files beside the tests. `tools/make_text_task_fixtures.py` makes those of JSON lines.
enum Fixture {
  static func url(_ name: String) -> URL {
    Bundle.module.resourceURL!.appendingPathComponent("Fixtures/\(name)")
  }

  /// Rows of texts.
  static func rows(_ name: String) throws -> [[String]] {
    try String(decoding: Data(contentsOf: url(name)), as: UTF8.self)
      .split(separator: "\n").map { line in
        try JSONDecoder().decode([String].self, from: Data(line.utf8))
      }
  }
}

/// Bytes, some longer pieces that win over them, and special tokens.
struct PieceTokenizer: Tokenizer {
  /// Ids 256 and up.
  var pieces: [String] = []
  var specials: [String] = []

  private var longer: [String] { pieces + specials }
  var vocabularySize: Int { 256 + longer.count }
  var tokens: [String] { (0..<256).map { "<byte \($0)>" } + longer }

  func encode(_ text: String) -> [Int32]? { encode(text, longer.count) }
  func encodeLiterally(_ text: String) -> [Int32]? { encode(text, pieces.count) }

  private func encode(_ text: String, _ count: Int) -> [Int32] {
    var rest = Array(text.utf8)[...]
    var ids: [Int32] = []
    while let byte = rest.first {
      let found = longer.prefix(count).enumerated().filter { rest.starts(with: $1.utf8) }
        .max { $0.element.utf8.count < $1.element.utf8.count }
      ids.append(found.map { Int32(256 + $0.offset) } ?? Int32(byte))
      rest = rest.dropFirst(found?.element.utf8.count ?? 1)
    }
    return ids
  }

  func specialToken(_ text: String) -> Int32? {
    specials.firstIndex(of: text).map { Int32(256 + pieces.count + $0) }
  }

  func decode(_ ids: [Int32]) -> String { decode(ids, isText: false) }
  func decodeText(_ ids: [Int32]) -> String { decode(ids, isText: true) }

  private func decode(_ ids: [Int32], isText: Bool) -> String {
    let shown = ids.filter { Int($0) < 256 + pieces.count || !isText }
    return String(decoding: shown.flatMap { bytes(of: $0) ?? [] }, as: UTF8.self)
  }

  func bytes(of id: Int32) -> [UInt8]? {
    id < 256 ? [UInt8(id)] : Array(longer[Int(id) - 256].utf8)
  }

  static let chatml = PieceTokenizer(specials: ["<|im_start|>", "<|im_end|>"])
  static let llama3 = PieceTokenizer(
    specials: ["<|begin_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"])
}

extension SampledResponse {
  init(_ tokens: [Int32], _ reason: StopReason = .stop) {
    self.init(tokens: tokens, logprobs: tokens.map { _ in -1 }, stopReason: reason)
  }
}

extension ProblemTask {
  /// A response of a text, ended by a line feed unless it was cut off.
  func response(_ text: String, _ reason: StopReason = .stop) -> SampledResponse {
    SampledResponse(tokenizer.encode(text)!, reason)
  }

  func parse(text: String, _ reason: StopReason = .stop) -> GeneratedQuestion? {
    parse(Rollout(prompt: teacherPrompt, response: response(text, reason)))
  }

  func grade(_ text: String, _ reason: StopReason = .stop, reference: String) async throws
    -> GradedResponse
  {
    try await grade([
      GradingRequest(
        question: TrainingQuestion(question: "1 + 1", answer: reference),
        responses: [response(text, reason)])
    ])[0][0]
  }
}

/// A text task's configuration, changed.
func configuration(_ change: (inout TaskConfiguration) -> Void = { _ in }) -> TaskConfiguration {
  var configuration = TaskConfiguration()
  configuration.kind = .text
  change(&configuration)
  return configuration
}

/// The task of a configuration with a tokenizer of bytes.
func makeTask(
  tokenizer: any Tokenizer = ByteTokenizer(), endTokens: [Int32] = [0], contextLength: Int = 512,
  _ change: (inout TaskConfiguration) -> Void = { _ in }
) async throws -> any VerifiedTask {
  try await TextTask.make(
    configuration(change), tokenizer: tokenizer, endTokens: endTokens,
    contextLength: contextLength)
}

/// The line that a user reads, or "none".
func complaint(_ body: () async throws -> Void) async -> String {
  do {
    try await body()
    return "none"
  } catch let error as UserError {
    return error.description
  } catch {
    return "not for users: \(error)"
  }
}
