import Foundation
import LanguageModel
import Numerics
import Randomness
import Worlds

/// Packed training on documents of the corpus: gradients of 64 of them and an AdamW step.
struct BenchTrain {
  let shape: BenchShape

  init(_ shape: BenchShape) { self.shape = shape }

  func run(_ clock: BenchClock) async throws -> [BenchResult] {
    let model = Transformer(shape.transformer, seed: 1)
    var stream = RandomStream(seed: 1, path: "bench/train")
    let documents = (0..<64).map { _ in
      let tokens = shape.world.sampleCorpusDocument(phase: .textbook, using: &stream).tokens
      return TrainingSequence(
        tokens: tokens, weights: [Float](repeating: 1 / 64, count: tokens.count))
    }
    let verified = try verify(model, Array(documents.prefix(6)))
    let learner = Learner(model)
    let optimizer = AdamW(model.layout, AdamWParameters())
    var report = LossReport()
    let timing = await clock.time {
      learner.zeroGradients()
      report = learner.accumulate(documents)
      _ = optimizer.update(model, gradients: learner.gradients, learningRate: 1e-4)
    }
    var result = BenchResult(
      .train, model: shape.name, "64 documents", verified: verified,
      count: Double(report.tokens), flops: report.flops.total, timing: timing)
    result.notes["tokens"] = "\(report.tokens)"
    return [result]
  }

  /// Packed gradients against those of one sequence at a time.
  private func verify(_ model: Transformer, _ documents: [TrainingSequence]) throws -> String {
    let packed = Learner(model)
    _ = packed.accumulate(documents)
    let single = Learner(model)
    for document in documents { _ = single.accumulate([document]) }
    let (a, b) = (packed.gradients.array(), single.gradients.array())
    let size = b.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    let gap = zip(a, b).reduce(0.0) {
      $0 + Double($1.0 - $1.1) * Double($1.0 - $1.1)
    }.squareRoot()
    try benchRequire(size > 0 && gap < 1e-5 * size, "packed gradient off by \(gap / size)")
    return
      "gradient of packed documents equals the sum of single ones (relative \(short(gap / size)))"
  }
}

func short(_ value: Double) -> String {
  String(format: "%.1e", value)
}
