import ArgumentParser
import Diagnostics
import LanguageModel
import Numerics

/// `soar model score`.
struct ModelScore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Mean next-token cross entropy in nats, logprobs and, with --grad, gradients.",
    discussion: """
      The first token is given; each further one is scored from those before it. With --grad: norm \
      and sum of the gradient of the mean loss, for each parameter under its Hugging Face name.

      EXAMPLES
        soar model score --model DIR --tokens 1,2,3
        soar model score --model DIR --tokens 1,2,3 --grad --json
      """)

  @OptionGroup var model: ModelOptions

  @Option(help: ArgumentHelp("At least two token ids, separated by commas.", valueName: "ids"))
  var tokens: String

  @Flag(name: .customLong("grad"), help: "Norm and sum of the loss's gradient per parameter.")
  var gradient = false

  @Flag(help: "Print JSON.")
  var json = false

  private struct Gradient {
    var name: String
    var norm: Double
    var sum: Double
  }

  func run() throws {
    let loaded = try model.load()
    let ids = try loaded.tokens(tokens)
    guard ids.count > 1 else {
      throw UserError(
        .usage, place: "--tokens", "a single token predicts nothing", hint: "give two or more")
    }
    let sequence = TrainingSequence(
      tokens: ids, weights: [Float](repeating: 1 / Float(ids.count - 1), count: ids.count))
    let learner = Learner(loaded.transformer)
    let logprobs = learner.score([sequence]).logprobs
    let loss = -logprobs.reduce(0) { $0 + Double($1) } / Double(logprobs.count)
    let gradients = gradient ? gradients(of: sequence, learner) : []
    if json {
      return try Console.print(jsonText(loss: loss, logprobs: logprobs, gradients: gradients))
    }
    try Console.print("loss  \(loss.fixed(6)) nats per token\n")
    var table = TextTable(["token", "logprob"], rightAligned: [1])
    for (id, logprob) in zip(ids.dropFirst(), logprobs) {
      table.add([loaded.name(id), Double(logprob).fixed(6)])
    }
    try Console.print(table.text)
    guard gradient else { return }
    var norms = TextTable(["gradient", "norm", "sum"], rightAligned: [1, 2])
    for entry in gradients { norms.add([entry.name, entry.norm.fixed(6), entry.sum.fixed(6)]) }
    try Console.print("\n\(norms.text)")
  }

  private func gradients(of sequence: TrainingSequence, _ learner: Learner) -> [Gradient] {
    _ = learner.accumulate([sequence])
    return learner.model.layout.tensors.map { tensor in
      let values = learner.gradients.array(tensor.range)
      let square = values.reduce(0.0) { $0 + Double($1) * Double($1) }
      return Gradient(
        name: tensor.name, norm: square.squareRoot(),
        sum: values.reduce(0.0) { $0 + Double($1) })
    }
  }

  private func jsonText(loss: Double, logprobs: [Float], gradients: [Gradient]) -> String {
    var text = "{\"loss\": \(jsonNumber(loss))"
    text += ", \"logprobs\": [\(logprobs.map(jsonNumber).joined(separator: ", "))]"
    if gradient {
      let entries = gradients.map {
        "\"\($0.name)\": {\"norm\": \(jsonNumber($0.norm)), \"sum\": \(jsonNumber($0.sum))}"
      }
      text += ", \"gradients\": {\(entries.joined(separator: ", "))}"
    }
    return text + "}"
  }
}
