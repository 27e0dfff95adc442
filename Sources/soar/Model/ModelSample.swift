import ArgumentParser
import Diagnostics
import LanguageModel
import Randomness
import Tokenization

/// `soar model sample`.
struct ModelSample: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Sample continuations of a prompt.",
    discussion: """
      The same seed gives the same continuations. A continuation ends with a stop token, after \
      --max-tokens, or where the model's context ends.

      EXAMPLES
        soar model sample --model DIR --tokens 2,17,9 --count 4
        soar model sample --model runs/quick-1/checkpoints/base --prompt "Q :" \\
          --temperature 0
        soar model sample --model models/smollm2-135m --prompt "3 + 4 =" \\
          --max-tokens 8
        soar model sample --model DIR --tokens 1 --top-k 8 --stop 0,5 --seed 7 --json
      """)

  @OptionGroup var model: ModelOptions

  @Option(help: ArgumentHelp("Prompt as text of the model's tokenizer.", valueName: "text"))
  var prompt: String?

  @Option(help: ArgumentHelp("Prompt as token ids, separated by commas.", valueName: "ids"))
  var tokens: String?

  @Option(help: "Number of continuations.")
  var count = 1

  @Option(help: "Divides the logits; 0 takes the likeliest token.")
  var temperature = 1.0

  @Option(name: .customLong("top-k"), help: "Sample among the k likeliest tokens; 0 takes all.")
  var topK = 0

  @Option(name: .customLong("max-tokens"), help: "Most tokens per continuation.")
  var maximumTokens = 128

  @Option(
    help: ArgumentHelp(
      "Ids or words that end a continuation, separated by commas; the model's own by default.",
      valueName: "tokens"))
  var stop: String?

  @Option(help: "Seed of the draws.")
  var seed: UInt64 = 0

  @Flag(help: "Print JSON.")
  var json = false

  private struct Result: Encodable {
    var tokens: [Int32]
    var text: String?
    /// One per token, at temperature 1.
    var logprobs: [Measured]
    var stopReason: StopReason
  }

  func validate() throws {
    guard (prompt == nil) != (tokens == nil) else {
      throw ValidationError("Give either --prompt or --tokens.")
    }
    guard (1...100_000).contains(count) else {
      throw ValidationError("--count must be between 1 and 100000.")
    }
    guard (1...1 << 24).contains(maximumTokens) else {
      throw ValidationError("--max-tokens must be between 1 and \(1 << 24).")
    }
    guard topK >= 0 else { throw ValidationError("--top-k must be at least 0.") }
    guard temperature >= 0 && temperature.isFinite else {
      throw ValidationError("--temperature must be 0 or a positive number.")
    }
  }

  func run() async throws {
    let loaded = try model.load()
    let option = tokens == nil ? "--prompt" : "--tokens"
    let tokenizer = try model.textTokenizer()
    let ids =
      if let tokens {
        try loaded.tokens(tokens)
      } else if let tokenizer {
        try Self.tokens(prompt ?? "", tokenizer)
      } else {
        try loaded.tokens(words: prompt ?? "", option: option)
      }
    guard ids.count < loaded.transformer.configuration.maximumPositions else {
      throw UserError(
        .usage, place: option, "the prompt fills the model's whole context of \(ids.count) tokens",
        hint: "shorten it")
    }
    var stops = loaded.specialTokens.end.map { Int32($0) }
    if let stop {
      stops =
        if let tokenizer {
          try Self.stops(stop, tokenizer, loaded)
        } else {
          try loaded.tokens(idsOrWords: stop, option: "--stop")
        }
    }
    let parameters = SamplingParameters(
      temperature: temperature, topK: topK, maximumTokens: maximumTokens, stopTokens: stops)
    let generator = Generator(loaded.transformer)
    let root = RandomStream(seed: seed, path: "sample")
    var results: [Result] = []
    // Groups of fixed size: the cache of a whole large request might not fit in memory.
    for first in stride(from: 0, to: count, by: 64) {
      try Task.checkCancellation()
      let streams = root.family("continuation", first..<min(first + 64, count))
      let responses = generator.sample(
        [SamplingRequest(prompt: ids, streams: streams)], parameters)
      for response in responses.joined() {
        let result = Result(
          tokens: response.tokens,
          text: tokenizer?.decode(response.tokens) ?? loaded.text(response.tokens),
          logprobs: response.logprobs.map { Measured(float: $0) },
          stopReason: response.stopReason)
        if json { results.append(result) } else { try Console.print(line(result)) }
      }
    }
    if json { try printJSON(results) }
  }

  private static func tokens(
    _ text: String, _ tokenizer: BytePairTokenizer
  ) throws(UserError) -> [Int32] {
    guard let ids = tokenizer.encode(text), !ids.isEmpty else {
      throw UserError(
        .usage, place: "--prompt", text.isEmpty ? "is empty" : "has bytes without a token")
    }
    return ids
  }

  /// Stop tokens: ids, and texts that are one token.
  private static func stops(
    _ list: String, _ tokenizer: BytePairTokenizer, _ loaded: LoadedModel
  ) throws(UserError) -> [Int32] {
    var ids: [Int32] = []
    for part in list.split(separator: ",") {
      if Int(part) != nil {
        ids += try loaded.tokens(String(part), option: "--stop")
        continue
      }
      guard let token = tokenizer.encode(String(part)), token.count == 1 else {
        throw UserError(
          .usage, place: "--stop", "'\(part)' is not one token",
          hint: "soar model tokenize shows the tokens of a text")
      }
      ids += token
    }
    return ids
  }

  private func line(_ result: Result) -> String {
    let text = result.text ?? result.tokens.map(String.init).joined(separator: ",")
    let end =
      switch result.stopReason {
      case .stop: ""
      case .length: " ..."
      case .notFinite: " (the logits are not finite)"
      }
    return text.escapingControlCharacters + end
  }
}

extension Measured {
  /// Keeps the float's digits rather than those of its double.
  fileprivate init(float: Float) { self.init(Double("\(float)")) }
}
