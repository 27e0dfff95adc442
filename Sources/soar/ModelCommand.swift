import ArgumentParser
import Diagnostics
import Foundation
import LanguageModel
import Numerics
import Randomness

/// `soar model`: looks into a checkpoint.
struct Model: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Look into a checkpoint: any Llama-architecture folder in Hugging Face's layout.",
    discussion: """
      EXAMPLES
        soar model info --model runs/quick-1/checkpoints/base
        soar model logits --model DIR --tokens 1,2,3 --json
        soar model score --model DIR --tokens 1,2,3 --grad --json
        soar model sample --model DIR --prompt "Q" --count 4
      """,
    subcommands: [Info.self, Logits.self, Score.self, Sample.self])

  struct Folder: ParsableArguments {
    @Option(name: .customLong("model"), help: "The checkpoint's folder.")
    var path: String

    func load() throws -> LoadedModel { try ModelFolder.load(URL(fileURLWithPath: path)) }

    /// Token ids from `1,2,3`, checked against the model.
    func tokens(_ list: String, for model: Transformer) throws -> [Int32] {
      let c = model.configuration
      let ids = try list.split(separator: ",", omittingEmptySubsequences: false).map { part in
        guard let id = Int32(part.trimmingCharacters(in: .whitespaces)) else {
          throw UserError(
            .usage, place: "--tokens", "'\(part)' is not a token id",
            hint: "give ids separated by commas, such as 1,2,3")
        }
        guard id >= 0 && Int(id) < c.vocabularySize else {
          throw UserError(
            .usage, place: "--tokens", "\(id) is not a token of this model",
            hint: "ids run from 0 to \(c.vocabularySize - 1)")
        }
        return id
      }
      guard ids.count <= c.maximumPositions else {
        throw UserError(
          .usage, place: "--tokens", "\(ids.count) tokens are too many for this model",
          hint: "at most \(c.maximumPositions)")
      }
      return ids
    }
  }

  struct Info: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shape, size and vocabulary of a model.",
      discussion: "EXAMPLE\n  soar model info --model runs/quick-1/checkpoints/base")
    @OptionGroup var folder: Folder
    @Flag(help: "Print JSON.") var json = false

    struct Result: Encodable {
      var configuration: TransformerConfiguration
      var parameters: Int
      var tensors: [Tensor]
      var vocabulary: [String]?
      struct Tensor: Encodable {
        var name: String
        var shape: [Int]
      }
    }

    func run() async throws {
      let loaded = try folder.load()
      let model = loaded.transformer
      let c = model.configuration
      if json {
        return try printJSON(
          Result(
            configuration: c, parameters: model.layout.count,
            tensors: model.layout.tensors.map { .init(name: $0.name, shape: $0.shape) },
            vocabulary: loaded.tokens))
      }
      print(
        """
        parameters    \(model.layout.count)
        layers        \(c.layerCount)
        hidden        \(c.hiddenSize), feed-forward \(c.intermediateSize)
        heads         \(c.headCount) query, \(c.keyValueHeadCount) key-value, width \(c.headDimension)
        vocabulary    \(c.vocabularySize)\(c.tiesEmbeddings ? ", tied embeddings" : "")
        context       \(c.maximumPositions) tokens
        rope theta    \(c.ropeTheta)
        """)
      if let tokens = loaded.tokens {
        print("tokens        \(tokens.joined(separator: " ").escapingControlCharacters)")
      }
    }
  }

  struct Logits: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Logits after each token: one row per position.",
      discussion: "EXAMPLE\n  soar model logits --model DIR --tokens 1,2,3 --json")
    @OptionGroup var folder: Folder
    @Option(help: "Token ids, separated by commas.") var tokens: String
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
      let model = try folder.load().transformer
      let logits = Learner(model).logits(try folder.tokens(tokens, for: model))
      if json {
        let rows = logits.map { "[\($0.map(jsonNumber).joined(separator: ","))]" }
        print("{\"logits\": [\(rows.joined(separator: ","))]}")
      } else {
        for row in logits { print(row.map { Double($0).fixed(4) }.joined(separator: " ")) }
      }
    }
  }

  struct Score: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Mean next-token cross entropy in nats, logprobs and, with --grad, gradients.",
      discussion: "EXAMPLE\n  soar model score --model DIR --tokens 1,2,3 --grad --json")
    @OptionGroup var folder: Folder
    @Option(help: "Token ids, separated by commas; at least two.") var tokens: String
    @Flag(name: .customLong("grad"), help: "Norm and sum of the loss's gradient per parameter.")
    var gradient = false
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
      let model = try folder.load().transformer
      let ids = try folder.tokens(tokens, for: model)
      guard ids.count > 1 else {
        throw UserError(.usage, place: "--tokens", "one token predicts nothing", hint: "give two")
      }
      let weight = 1 / Float(ids.count - 1)
      let sequence = TrainingSequence(
        tokens: ids, weights: [Float](repeating: weight, count: ids.count))
      let learner = Learner(model)
      let report = learner.score([sequence])
      let loss = -report.logprobs.reduce(0) { $0 + Double($1) } / Double(report.logprobs.count)
      var gradients: [(name: String, norm: Double, sum: Double)] = []
      if gradient {
        _ = learner.accumulate([sequence])
        gradients = model.layout.tensors.map { tensor in
          let values = learner.gradients.array(tensor.range).map(Double.init)
          return (
            tensor.name, values.reduce(0) { $0 + $1 * $1 }.squareRoot(), values.reduce(0, +)
          )
        }
      }
      if json {
        let logprobs = report.logprobs.map(jsonNumber).joined(separator: ",")
        var text = "{\"loss\": \(jsonNumber(loss)), \"logprobs\": [\(logprobs)]"
        if gradient {
          let entries = gradients.map {
            "\"\($0.name)\": {\"norm\": \(jsonNumber($0.norm)), \"sum\": \(jsonNumber($0.sum))}"
          }
          text += ", \"gradients\": {\(entries.joined(separator: ", "))}"
        }
        print(text + "}")
      } else {
        print("loss \(loss.fixed(6)) nats per token")
        print("logprobs \(report.logprobs.map { Double($0).fixed(4) }.joined(separator: " "))")
        for entry in gradients {
          print("\(entry.name)  norm \(entry.norm.fixed(6))  sum \(entry.sum.fixed(6))")
        }
      }
    }
  }

  struct Sample: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sample continuations of a prompt.",
      discussion: """
        EXAMPLES
          soar model sample --model runs/quick-1/checkpoints/base --prompt "Q" --count 4
          soar model sample --model DIR --tokens 2,17,9 --temperature 0 --json
        """)
    @OptionGroup var folder: Folder
    @Option(help: "Prompt as words of the model's vocabulary.") var prompt: String?
    @Option(help: "Prompt as token ids, separated by commas.") var tokens: String?
    @Option(help: "Number of continuations.") var count = 1
    @Option(help: "Sampling temperature; 0 decodes greedily.") var temperature = 1.0
    @Option(name: .customLong("top-k"), help: "Sample among the k likeliest tokens; 0: all.")
    var topK = 0
    @Option(name: .customLong("max-tokens"), help: "Most tokens per continuation.")
    var maximumTokens = 128
    @Option(help: "Token ids that end a continuation; the model's end tokens by default.")
    var stop: String?
    @Option(help: "Seed of the draws.") var seed: UInt64 = 0
    @Flag(help: "Print JSON.") var json = false

    struct Result: Encodable {
      var tokens: [Int32]
      var text: String?
      var logprobs: [Float]
      var stopReason: StopReason
    }

    func validate() throws {
      if (prompt == nil) == (tokens == nil) {
        throw ValidationError("Give either --prompt or --tokens.")
      }
      if count < 1 || maximumTokens < 1 || topK < 0 || !(temperature >= 0) {
        throw ValidationError(
          "--count and --max-tokens must be at least 1, --top-k and --temperature at least 0.")
      }
    }

    func run() async throws {
      let loaded = try folder.load()
      let model = loaded.transformer
      let ids: [Int32]
      if let tokens {
        ids = try folder.tokens(tokens, for: model)
      } else {
        ids = try encode(prompt ?? "", loaded)
      }
      guard ids.count < model.configuration.maximumPositions else {
        throw UserError(.usage, place: "--tokens", "the prompt fills the model's whole context")
      }
      let stops =
        try stop.map { try folder.tokens($0, for: model) }
        ?? loaded.specialTokens.end.map { Int32($0) }
      let root = RandomStream(seed: seed, path: "sample")
      let responses = Generator(model).sample(
        [
          SamplingRequest(
            prompt: ids, streams: (0..<count).map { root.child("continuation", $0) })
        ],
        SamplingParameters(
          temperature: temperature, topK: topK, maximumTokens: maximumTokens, stopTokens: stops))[0]
      let results = responses.map { response in
        Result(
          tokens: response.tokens,
          text: loaded.tokens.map { words in
            response.tokens.map { words[Int($0)] }.joined(separator: " ")
          }, logprobs: response.logprobs, stopReason: response.stopReason)
      }
      if json { return try printJSON(results) }
      for result in results {
        print(
          result.text?.escapingControlCharacters
            ?? result.tokens.map(String.init).joined(separator: ","))
      }
    }

    private func encode(_ text: String, _ loaded: LoadedModel) throws -> [Int32] {
      guard let words = loaded.tokens else {
        throw UserError(
          .usage, file: folder.path, place: "--prompt", "the model has no word-level vocabulary",
          hint: "give --tokens")
      }
      let ids = try text.split(separator: " ").map { word in
        guard let id = words.firstIndex(of: String(word)) else {
          throw UserError(
            .usage, place: "--prompt", "'\(word)' is not a word of the model's vocabulary",
            hint: "soar model info lists them")
        }
        return Int32(id)
      }
      guard !ids.isEmpty else { throw UserError(.usage, place: "--prompt", "is empty") }
      return ids
    }
  }
}
