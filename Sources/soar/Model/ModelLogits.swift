import ArgumentParser
import Diagnostics
import LanguageModel

/// `soar model logits`.
struct ModelLogits: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logits",
    abstract: "Logits after each token: one row per position.",
    discussion: """
      With --json: {"logits": [[...], ...]}, float32 with all its digits; what is not finite is \
      null.

      EXAMPLE
        soar model logits --model DIR --tokens 1,2,3 --json
      """)

  @OptionGroup var model: ModelOptions

  @Option(help: ArgumentHelp("Token ids, separated by commas.", valueName: "ids"))
  var tokens: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let loaded = try model.load()
    let ids = try loaded.tokens(tokens)
    let logits = Learner(loaded.transformer).logits(ids)
    if json {
      let rows = logits.map { "[\($0.map(jsonNumber).joined(separator: ", "))]" }
      return try Console.print("{\"logits\": [\(rows.joined(separator: ", "))]}")
    }
    for (position, row) in logits.enumerated() {
      let values = row.map { Double($0).fixed(4) }.joined(separator: " ")
      try Console.print("\(position)  after \(loaded.name(ids[position])):  \(values)")
    }
  }
}

extension LoadedModel {
  /// The token's word if it has one, otherwise its id.
  func name(_ id: Int32) -> String {
    guard let tokens, Int(id) < tokens.count else { return "\(id)" }
    return tokens[Int(id)].escapingControlCharacters
  }
}
