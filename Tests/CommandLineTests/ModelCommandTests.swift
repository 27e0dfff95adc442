// Behaviours locked here, for four tiny models against PyTorch (tools/make_model_fixtures.py):
// - `model logits`: one row per position; `model score`: loss, logprobs and, per parameter under
//   its Hugging Face name, norm and sum of the gradient; each to a relative error of 1e-4
// - JSON on standard output and nothing else; keys in a stable order
// - `model sample`: the same seed gives the same text; greedy needs none; stop tokens stop
// - mistakes in tokens, prompt and folder: one line, status 64 or 66

import Foundation
import LanguageModel
import Testing
import Tokenization

@Suite struct ModelCommandTests {
  static let tolerance = 1e-4

  struct Reference: Decodable {
    struct Gradient: Codable {
      var norm, sum: Double
    }
    struct Score: Decodable {
      var loss: Double
      var gradients: [String: Gradient]
    }
    var sequences: [[Int32]]
    var scores: [Score]

    init(_ name: String) throws {
      let file = ModelFixtures.folder.appendingPathComponent("\(name).reference.json")
      self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
    }
  }

  static func list(_ tokens: [Int32]) -> String {
    tokens.map(String.init).joined(separator: ",")
  }

  static func relativeError(_ found: [Float], _ expected: [Float]) -> Double {
    guard found.count == expected.count else { return .infinity }
    let difference = zip(found, expected).reduce(0.0) {
      $0 + pow(Double($1.0) - Double($1.1), 2)
    }
    return (difference / expected.reduce(0.0) { $0 + pow(Double($1), 2) }).squareRoot()
  }

  @Test(arguments: ModelFixtures.names) func logits(_ name: String) throws {
    struct Answer: Decodable { var logits: [[Float]] }
    let tensors = try SafetensorsFile(
      ModelFixtures.folder.appendingPathComponent("\(name).reference.safetensors"))
    for (index, sequence) in try Reference(name).sequences.enumerated() {
      let outcome = try Tool.run(
        "model", "logits", "--model", ModelFixtures.path(name), "--tokens", Self.list(sequence),
        "--json")
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
      #expect(answer.logits.count == sequence.count)
      let error = Self.relativeError(
        answer.logits.flatMap { $0 }, try tensors.values("logits.\(index)"))
      #expect(error <= Self.tolerance)
    }
  }

  @Test(arguments: ModelFixtures.names) func score(_ name: String) throws {
    struct Answer: Decodable {
      var loss: Double
      var logprobs: [Float]
      var gradients: [String: Reference.Gradient]
    }
    let reference = try Reference(name)
    let tensors = try SafetensorsFile(
      ModelFixtures.folder.appendingPathComponent("\(name).reference.safetensors"))
    for (index, sequence) in reference.sequences.enumerated() {
      let outcome = try Tool.run(
        "model", "score", "--model", ModelFixtures.path(name), "--tokens", Self.list(sequence),
        "--grad", "--json")
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
      let expected = reference.scores[index]
      #expect(abs(answer.loss - expected.loss) <= Self.tolerance * expected.loss)
      let logprobs = try tensors.values("logprobs.\(index)")
      #expect(Self.relativeError(answer.logprobs, logprobs) <= Self.tolerance)
      #expect(answer.gradients.keys.sorted() == expected.gradients.keys.sorted())
      for (parameter, gradient) in expected.gradients {
        let found = try #require(answer.gradients[parameter])
        #expect(abs(found.norm - gradient.norm) <= Self.tolerance * gradient.norm, "\(parameter)")
        // A sum of signed entries may cancel, so its error is measured against the norm.
        #expect(abs(found.sum - gradient.sum) <= Self.tolerance * gradient.norm, "\(parameter)")
      }
    }
  }

  @Test func theOrderOfKeysIsStable() throws {
    let outcome = try Tool.run(
      "model", "score", "--model", ModelFixtures.path("gqa-untied"), "--tokens", "1, 2,3",
      "--grad", "--json")
    let pattern = #"\{"loss": [0-9.]+, "logprobs": \[[-0-9., ]+\], "gradients": \{"model.embed"#
    #expect(
      outcome.output.range(of: pattern, options: .regularExpression)?.lowerBound
        == outcome.output.startIndex)
    let plain = try Tool.run(
      "model", "score", "--model", ModelFixtures.path("gqa-untied"), "--tokens", "1,2,3", "--json")
    #expect(!plain.output.contains("gradients"))
  }

  @Test func info() throws {
    let path = ModelFixtures.path("gqa-untied")
    let text = try Tool.run("model", "info", "--model", path)
    #expect(text.status == 0)
    #expect(text.output.contains("parameters    17568\n"))
    #expect(text.output.contains("model.layers.1.mlp.down_proj.weight"))
    let json = try Tool.run("model", "info", "--model", path, "--json").json() as? [String: Any]
    let document = try #require(json)
    #expect(document["parameters"] as? Int == 17568)
    #expect((document["tensors"] as? [Any])?.count == 21)
    #expect((document["specialTokens"] as? [String: Any])?["end"] as? [Int] == [1])
    let shape = document["configuration"] as? [String: Any]
    #expect(shape?["keyValueHeadCount"] as? Int == 2)
  }

  @Test func sampling() throws {
    func sample(_ arguments: String...) throws -> String {
      let outcome = try Tool.run(
        ["model", "sample", "--model", ModelFixtures.path("gqa-tied-deep")]
          + ["--tokens", "3,1,4", "--max-tokens", "12"] + arguments)
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      return outcome.output
    }
    let five = try sample("--seed", "5", "--count", "3")
    #expect(five.split(separator: "\n").count == 3)
    #expect(try five == sample("--seed", "5", "--count", "3"))
    #expect(try five != sample("--seed", "6", "--count", "3"))
    let greedy = try sample("--temperature", "0", "--seed", "5")
    #expect(try greedy == sample("--temperature", "0", "--seed", "6"))
    #expect(try greedy == sample("--top-k", "1", "--seed", "7"))
    struct Response: Decodable {
      var tokens: [Int]
      var logprobs: [Float]
      var stopReason: String
    }
    let all = (0..<40).map(String.init).joined(separator: ",")
    let stopped = try JSONDecoder().decode(
      [Response].self, from: Data(sample("--stop", all, "--json").utf8))
    #expect(stopped.map(\.tokens.count) == [1])
    #expect(stopped.map(\.logprobs.count) == [1])
    #expect(stopped.map(\.stopReason) == ["stop"])
  }

  @Test(arguments: [
    ("1,99", "--tokens: 99 is not a token of this model (ids run from 0 to 23)"),
    ("1,24", "--tokens: 24 is not a token of this model (ids run from 0 to 23)"),
    ("1,x", "--tokens: 'x' is not a token id (give ids separated by commas, such as 1,2,3)"),
    ("1,,2", "--tokens: '' is not a token id (give ids separated by commas, such as 1,2,3)"),
    ("1.5", "--tokens: '1.5' is not a token id (give ids separated by commas, such as 1,2,3)"),
    (" ", "--tokens: is empty (give ids separated by commas, such as 1,2,3)"),
    (
      "\u{7}",
      "--tokens: '\\u{7}' is not a token id (give ids separated by commas, such as 1,2,3)"
    ),
    (
      Array(repeating: "1", count: 65).joined(separator: ","),
      "--tokens: 65 tokens are more than the model's context (at most 64)"
    ),
  ])
  func wrongTokens(_ tokens: String, _ message: String) throws {
    for command in ["logits", "score", "sample"] {
      let outcome = try Tool.run(
        "model", command, "--model", ModelFixtures.path("mha-tied"), "--tokens", tokens)
      #expect(outcome.status == 64)
      #expect(outcome.isOneError)
      #expect(outcome.errors == "error: \(message)\n")
    }
  }

  @Test func oneTokenPredictsNothingAndAFullContextHasNoRoom() throws {
    let path = ModelFixtures.path("mha-tied")
    let single = try Tool.run("model", "score", "--model", path, "--tokens", "1")
    #expect(single.status == 64 && single.isOneError)
    let full = Array(repeating: "1", count: 64).joined(separator: ",")
    let sample = try Tool.run("model", "sample", "--model", path, "--tokens", full)
    #expect(sample.status == 64 && sample.isOneError)
    let logits = try Tool.run("model", "logits", "--model", path, "--tokens", full)
    #expect(logits.status == 0)
    let words = try Tool.run("model", "sample", "--model", path, "--prompt", "hello")
    #expect(words.status == 64 && words.isOneError)
  }
}
