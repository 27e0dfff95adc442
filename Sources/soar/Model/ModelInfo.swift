import ArgumentParser
import Diagnostics
import Foundation
import LanguageModel
import Tokenization

/// `soar model info`.
struct ModelInfo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Shape, size, tensors and vocabulary of a model.",
    discussion: """
      EXAMPLES
        soar model info --model runs/quick-1/checkpoints/base
        soar model info --model DIR --json
      """)

  @OptionGroup var model: ModelOptions

  @Flag(help: "Print JSON.")
  var json = false

  private struct Result: Encodable {
    struct Tensor: Encodable {
      var name: String
      var shape: [Int]
    }
    var configuration: TransformerConfiguration
    var parameters: Int
    var specialTokens: SpecialTokens
    var tensors: [Tensor]
    var vocabulary: [String]?
  }

  func run() throws {
    let loaded = try model.load()
    let transformer = loaded.transformer
    if json {
      return try printJSON(
        Result(
          configuration: transformer.configuration, parameters: transformer.layout.count,
          specialTokens: loaded.specialTokens,
          tensors: transformer.layout.tensors.map { .init(name: $0.name, shape: $0.shape) },
          vocabulary: loaded.tokens))
    }
    let c = transformer.configuration
    var lines = [
      "parameters    \(transformer.layout.count)",
      "layers        \(c.layerCount)",
      "hidden        \(c.hiddenSize), feed-forward \(c.intermediateSize)",
      "heads         \(c.headCount) query, \(c.keyValueHeadCount) key-value, width "
        + "\(c.headDimension)",
      "vocabulary    \(c.vocabularySize)\(c.tiesEmbeddings ? ", tied embeddings" : "")",
      "context       \(c.maximumPositions) tokens",
      "rope theta    \(c.ropeTheta)",
      "norm epsilon  \(c.rmsNormEpsilon)",
      "special       \(special(loaded))",
    ]
    if let tokens = loaded.tokens {
      let shown = tokens.prefix(400).joined(separator: " ")
      let rest = tokens.count > 400 ? " and \(tokens.count - 400) more" : ""
      lines.append("tokens        \(shown)\(rest)")
    }
    var table = TextTable(["", "tensor", "shape"])
    for tensor in transformer.layout.tensors {
      table.add(["", tensor.name, tensor.shape.map(String.init).joined(separator: " x ")])
    }
    try Console.print(
      lines.map(\.escapingControlCharacters).joined(separator: "\n") + "\n\n" + table.text)
  }

  private func special(_ loaded: LoadedModel) -> String {
    func named(_ id: Int) -> String {
      guard let tokens = loaded.tokens, tokens.indices.contains(id) else { return "\(id)" }
      return "\(id) (\(tokens[id]))"
    }
    let special = loaded.specialTokens
    let parts =
      [special.beginning.map { "begin \(named($0))" }] + special.end.map { "end \(named($0))" }
      + [special.padding.map { "padding \(named($0))" }]
    let present = parts.compactMap { $0 }
    return present.isEmpty ? "none" : present.joined(separator: ", ")
  }
}
