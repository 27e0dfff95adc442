import Foundation
import LanguageModel
import Numerics
import Randomness
import Worlds

/// Packed training on documents of the corpus: gradients of 64 of them plus an AdamW step.
package struct BenchTrain {
  let shape: BenchShape

  package init(_ shape: BenchShape) { self.shape = shape }

  package func run(_ clock: BenchClock) async throws -> [BenchResult] {
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
      count: Double(report.tokens), flops: report.flops?.total, timing: timing)
    result.notes["tokens"] = "\(report.tokens)"
    return [result]
  }

  /// Compares packed gradients with those of one sequence at a time.
  private func verify(_ model: Transformer, _ documents: [TrainingSequence]) throws -> String {
    let packed = Learner(model)
    _ = packed.accumulate(documents)
    let single = Learner(model)
    for document in documents { _ = single.accumulate([document]) }
    let gap = gradientGap(packed, single)
    try benchRequire(gap < 1e-5, "packed gradient off by \(gap)")
    return "gradient of packed documents equals the sum of single ones (relative \(short(gap)))"
  }
}

/// L2 norm of the gradients' difference divided by that of the second; NaN, which satisfies no
/// bound, when the second is zero.
func gradientGap(_ learner: Learner, _ other: Learner) -> Double {
  var difference = 0.0
  var size = 0.0
  for (a, b) in zip(learner.gradients.array(), other.gradients.array()) {
    difference += Double(a - b) * Double(a - b)
    size += Double(b) * Double(b)
  }
  return (difference / size).squareRoot()
}

func short(_ value: Double) -> String {
  String(format: "%.1e", value)
}
